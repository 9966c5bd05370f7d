"""The search on what is published: the staff's questions find their page, a text that does not bind is not put before what does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tools.search_score import QUERIES, count, measure, opened, read_queries, ready, search, totals

OTHERS = [QUERIES.with_name(f"{name}.json") for name in ("requetes-gardees", "questions", "questions-gardees")]
TRADE = [QUERIES.with_name(f"{name}.json") for name in ("questions-du-metier", "questions-du-metier-gardees")]
UNANSWERED = QUERIES.with_name("sans-reponse.json")
# What is seen of each answer and result: whether it is a clause that does not bind, or one that does, and the words that it lacks.
SEEN = """() => [...document.querySelectorAll(".chercher-reponses a[href], .md-search-result__list a[href]")].map(link => {
  const reference = link.textContent.includes("(texte de référence)")
  const clause = /encadrements\\/(?!articles)[^#]*#/.test(link.href)
  return { reference, own: clause && !reference, lacking: [...link.querySelectorAll("del")].map(word => word.textContent) }
})"""


@pytest.fixture(scope="module")
def box(site: Path) -> Iterator[Page]:
    """The home page, its search ready, which no test leaves."""
    with opened(site) as page:
        yield ready(page)


def typed() -> list[str]:
    """Every query of every set, once."""
    asked = [query.text for path in (QUERIES, *OTHERS, *TRADE) for query in read_queries(path)]
    return list(dict.fromkeys([*asked, *json.loads(UNANSWERED.read_text(encoding="utf-8"))]))


def test_given_queries(box: Page) -> None:
    outcomes = measure(box, read_queries())
    print(totals(outcomes))
    assert count(outcomes, 1) >= 63


@pytest.mark.parametrize("path", TRADE)
def test_questions_of_every_trade(path: Path, box: Page) -> None:
    outcomes = measure(box, read_queries(path), answers=True)
    print(totals(outcomes))
    assert count(outcomes, 3) >= 27


def test_a_text_that_does_not_bind_is_first_only_with_words_that_it_alone_has(box: Page) -> None:
    wrong = []
    for query in typed():
        search(box, query)
        first, *others = box.evaluate(SEEN) or [{"reference": False}]
        if first["reference"]:
            wrong += [query for other in others if other["own"] and set(other["lacking"]) <= set(first["lacking"])]
    assert wrong == []


def test_what_nobody_asks_of_these_texts_is_not_answered(box: Page) -> None:
    answered = []
    for query in json.loads(UNANSWERED.read_text(encoding="utf-8")):
        search(box, query)
        answered += [query] if box.locator(".chercher-reponses li").count() else []
    assert answered == []


@pytest.mark.parametrize("name", ["GroupMe", "klassly", "Edsby"])
def test_an_application_is_answered_under_its_own_name(box: Page, name: str) -> None:
    search(box, name)
    expect(box.locator(".chercher-reponses strong")).to_have_text(re.compile(name, re.IGNORECASE))


@pytest.mark.parametrize("path", TRADE)
def test_targets_exist(path: Path, site: Path) -> None:
    for target in (target for query in read_queries(path) for target in query.targets):
        page, _, anchor = target.partition("#")
        assert (f'id="{anchor}"' if anchor else "") in (site / page / "index.html").read_text(encoding="utf-8"), target
