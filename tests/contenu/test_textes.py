"""The texts and pages that are published: their clauses, their names, their size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib

from macros.clauses.clause import Mark
from macros.project import Project
from macros.reading.excess import excesses
from macros.reading.tree import proper, walk


def test_the_real_texts(project: Project) -> None:
    assert {document: len(clauses) for document, clauses in project.clauses.items()} == {
        "directive": 20,
        "note-de-service": 8,
        "confidentialite": 17,
        "plateformes-apprentissage": 36,
        "medias-sociaux": 50,
    }
    named = ["contexte", "directive", "changements", "plateformes-approuvees", "mise-en-oeuvre", "tableau-a", "tableau-b", "signature"]
    assert [c.anchor for c in project.clauses["note-de-service"]] == named
    assert project.passages["directive/5.2"].title == "Une seule plateforme par groupe-classe"
    assert project.passages["directive/5.2"].clause.marks == (Mark("preference", ("personnel",), "doit être privilégiée"),)
    assert all(c.marks and c.title for clauses in project.clauses.values() for c in clauses)


def test_the_pages_of_the_site_are_far_from_every_limit(project: Project) -> None:
    assert [page.file for page in project.draft.pages.values() if excesses("\n\n".join([page.markdown] * 5))] == []


def test_the_names_of_the_site_are_proper(root: Path) -> None:
    files = [file for file in walk(root).files if file.startswith(("docs/", "data/")) and "/." not in file]
    assert len(files) > 80
    assert [file for file in files if proper(file) != file] == []


def said(element: Any) -> Iterator[str]:
    """Yield each text of an element that a reader sees or hears; code and scripts are left aside."""
    tag = str(element.tag).rpartition("}")[2]
    if tag not in ("script", "style", "code", "pre"):
        yield from (element.text or "", *(element.get(name) or "" for name in ("aria-label", "title", "alt")))
        for child in element:
            yield from said(child)
            yield child.tail or ""


def test_the_pages_have_one_kind_of_apostrophe(site: Path) -> None:
    straight = re.compile(r".{0,30}\w'\w.{0,20}")
    texts = ((page, text) for page in site.rglob("*.html") for text in said(html5lib.parse(page.read_bytes())))
    assert [(page.relative_to(site).as_posix(), found[0]) for page, text in texts if (found := straight.search(text))] == []
