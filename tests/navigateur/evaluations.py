"""Evaluations as the browser stores and exports them, made for the tests."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import FilePayload, Page

PAGE = "autoevaluation/classe/"
PREFIX = "csspb.autoevaluation.1."


def evaluation(id_: str = "a1", liste: str = "classe", **changes: Any) -> dict[str, Any]:
    """Return a small evaluation, with some changes."""
    made = {"format": "autoevaluation", "version": 1, "site": "CSSPB", "liste": liste, "id": id_, "nom": "5e B", "annee": "2026-2027"}
    dates = {"cree": "2026-09-03T12:00:00.000Z", "modifie": "2026-10-01T12:00:00.000Z"}
    return {**made, **dates, "faits": {}, "enonces": {}, "reponses": {}, "plan": {}, **changes}


def answer(reponse: str, note: str = "", question: str = "", empreinte: str = "", **empreintes: str) -> dict[str, Any]:
    """Return an answer."""
    return {"reponse": reponse, "note": note, "question": question, "empreinte": empreinte, "empreintes": empreintes}


def answered(question: dict[str, Any], reponse: str, note: str = "") -> dict[str, Any]:
    """Return the answer to a question as it is worded today."""
    return {
        "reponse": reponse,
        "note": note,
        "question": question["question"],
        "empreinte": question["empreinte"],
        "empreintes": question["empreintes"],
    }


def file_text(*evaluations: Any, **changes: Any) -> str:
    """Return the text of an exported file."""
    return json.dumps({"format": "autoevaluation", "version": 1, "site": "CSSPB", "evaluations": list(evaluations), **changes}, ensure_ascii=False)


def upload(name: str, content: str | bytes) -> FilePayload:
    """Return a file for a page's file field."""
    return {"name": name, "mimeType": "application/json", "buffer": content.encode() if isinstance(content, str) else content}


def data(page: Page) -> dict[str, Any]:
    """Return what a self-assessment's page knows of its list and of its questions."""
    return dict(
        page.evaluate("""() => ({
          ...JSON.parse(document.querySelector('[data-module=autoevaluation] script').textContent),
          questions: [...document.querySelectorAll('.question')].map(({ dataset }) => JSON.parse(dataset.donnees)),
        })""")
    )


def call(page: Page, expression: str, argument: Any = None) -> Any:
    """Evaluate an expression in which `d` is the storage, `x` the files and `v` the argument."""
    return page.evaluate(f"(v) => {{ const {{ dossiers: d, exports: x }} = window.Autoevaluation; return {expression}; }}", argument)


def stored(page: Page) -> dict[str, str]:
    """Return all that the page's site stores."""
    return dict(page.evaluate("Object.entries(localStorage)"))


def eventually(page: Page, expression: str, expected: Any) -> None:
    """Wait until an expression, as `call` reads it, has a value: a tab sees what another wrote a moment later."""
    for _ in range(50):
        if (found := call(page, expression)) == expected:
            return
        page.wait_for_timeout(100)
    assert found == expected
