"""The texts and pages that are published: their names, their size, their signs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from macros.project import Project
from macros.reading.excess import excesses
from macros.reading.tree import proper, walk
from macros.typography import french


def test_each_clause_has_a_force_and_a_title(project: Project) -> None:
    assert all(c.marks and c.title for clauses in project.clauses.values() for c in clauses)


# What a clause says to oblige without more words; any other (« voit à », « s'engage à ») stands beside the force.
OBLIGES = re.compile(r"\b(?:doit|doivent|devez|devrez|devra|devront|est requis|obligation|obligatoire(?:ment)?)\b")


def test_an_obligation_of_other_words_than_must_says_its_own(project: Project) -> None:
    bare = [c.reference for clauses in project.clauses.values() for c in clauses if any(m.force == "obligation" and not m.nuance for m in c.marks)]
    said = {reference: project.passages[reference].markdown for reference in bare}
    assert len(said) > 20
    assert [reference for reference, words in said.items() if "{{ tableau" not in words and not OBLIGES.search(words)] == []


def test_the_pages_of_the_site_are_far_from_every_limit(project: Project) -> None:
    assert [page.file for page in project.draft.pages.values() if excesses("\n\n".join([page.markdown] * 5))] == []


def test_the_names_of_the_site_are_proper(root: Path) -> None:
    files = [file for file in walk(root).files if file.startswith(("docs/", "data/")) and "/." not in file]
    assert [file for file in files if proper(file) != file] == []


class Said(HTMLParser):
    """Each text of a page that a reader sees or hears, in `texts`; code and scripts are left aside."""

    APART = ("script", "style", "code", "pre")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.within: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value or "" for name, value in attrs if name in ("aria-label", "title", "alt") and not self.within]
        self.within += [tag] if tag in self.APART else []

    def handle_endtag(self, tag: str) -> None:
        if self.within[-1:] == [tag]:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        self.texts += [] if self.within else [data]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, list[str]]:
    """The texts of each page of the site, in their order."""
    return {page.relative_to(site).as_posix(): Said(page.read_text(encoding="utf-8")).texts for page in site.rglob("*.html")}


@pytest.fixture(scope="module")
def texts(pages: dict[str, list[str]]) -> dict[str, str]:
    """Each text of the pages, once, with the first page that has it."""
    return {text: page for page in sorted(pages, reverse=True) for text in pages[page]}


def test_the_pages_have_one_kind_of_apostrophe(pages: dict[str, list[str]], texts: dict[str, str]) -> None:
    straight = re.compile(r".{0,30}\w'\w.{0,20}")
    assert sum(map(len, pages.values())) > 10_000
    assert [(page, found[0]) for text, page in texts.items() if (found := straight.search(text))] == []


def test_the_pages_break_no_line_where_none_may_break(texts: dict[str, str]) -> None:
    assert sorted(f"{page}: {text.strip()}" for text, page in texts.items() if french(text) != text) == []


def test_the_pages_end_a_sentence_once_and_put_no_space_before_its_sign(texts: dict[str, str]) -> None:
    wrong = re.compile(r".{0,30}(?:(?<!\.)\.\.(?!\.)|\w[ \u00a0\u202f][;?!](?!\S)).{0,20}")
    assert sorted(f"{page}: {found[0]}" for text, page in texts.items() if (found := wrong.search(text))) == []


def test_the_pages_put_a_space_before_a_parenthesis(pages: dict[str, list[str]]) -> None:
    pairs = {(before[-40:], after[:30]) for texts in pages.values() for before, after in pairwise(texts)}
    assert sorted(pair for pair in pairs if re.search(r"[\w»]\Z", pair[0]) and pair[1].startswith(("(", "«"))) == []


def test_a_consent_is_to_be_had_before_one_communicates(site: Path) -> None:
    """The day of September is when a parent gives it back; who asks in November has not missed it."""
    pages = [(site / f"modeles/{page}index.html").read_text(encoding="utf-8") for page in ("consentement/", "")]
    assert all("Avant de communiquer des renseignements personnels" in page for page in pages)
