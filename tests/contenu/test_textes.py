"""The texts and pages that are published: their names, their size, their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib

from macros.project import Project
from macros.reading.excess import excesses
from macros.reading.tree import proper, walk


def test_each_clause_has_a_force_and_a_title(project: Project) -> None:
    assert all(c.marks and c.title for clauses in project.clauses.values() for c in clauses)


def test_the_pages_of_the_site_are_far_from_every_limit(project: Project) -> None:
    assert [page.file for page in project.draft.pages.values() if excesses("\n\n".join([page.markdown] * 5))] == []


def test_the_names_of_the_site_are_proper(root: Path) -> None:
    files = [file for file in walk(root).files if file.startswith(("docs/", "data/")) and "/." not in file]
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
