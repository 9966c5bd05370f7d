"""SECURITY.md and ACCESSIBILITY.md name, for each promise and each criterion, tests that exist; no page promises what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import html5lib
import pytest

ROOT = Path(__file__).resolve().parent.parent
SECURITY, ACCESSIBILITY = ((ROOT / name).read_text(encoding="utf-8") for name in ("SECURITY.md", "ACCESSIBILITY.md"))
NAMED = sorted({*re.findall(r"`(tests/[\w/]+\.(?:py|mjs))(?:::(\w+))?`", SECURITY + ACCESSIBILITY)})
HEADS = ("| promise |", "| sentence |", "| criterion |", "| what", "|---")
# The criteria of WCAG 2.2 at levels A and AA, by number; 4.1.1 is none of them any more.
CRITERIA = {
    "A": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 "
    "3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
    "AA": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 "
    "3.3.3 3.3.4 3.3.8 4.1.3",
}
PROVED = re.compile(r"::test_|\baxe\b|^Read by eye on \d{4}-\d\d-\d\d$|^Does not apply: \w|^Not proved: \w")
# A sentence by which a page promises something of what one writes.
PROMISE = re.compile(
    r"\brien (?:n[’'](?:est|en)|de ce que)\b.*\b(?:envoyé|gardé|enregistré)|\bne (?:quitt|sont envoyé)|\bdispara(?:ît|iss)"
    r"|\bnulle part ailleurs|\bn[’']y propose jamais|seront (?:écrites|gardées)|Seule «",
    re.IGNORECASE,
)
# What says how things are now, asks, or is about something else than what one writes.
APART = ("Si une échéance change ou disparaît",)


def rows(text: str) -> list[list[str]]:
    """Return the cells of the rows of the tables of a document, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith(HEADS)]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def bare(text: str) -> str:
    """Return a text without what differs between a page and a document: kinds of spaces, apostrophes."""
    return " ".join(text.replace("'", "’").split())


@cache
def promised(site: Path) -> dict[str, str]:
    """Return the sentences by which the pages promise something, each with a page that says it."""
    return {sentence: page.parent.name for page in sorted(site.rglob("*.html")) for sentence in sentences(page) if PROMISE.search(sentence)}


def sentences(page: Path) -> Iterator[str]:
    """Yield the sentences of the main part of a page, where no script runs too."""
    html = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    for block in html.iterfind(".//main//*"):
        if block.tag in ("p", "span", "li"):
            yield from re.split(r"(?<=[.?!])\s+", bare("".join(block.itertext())).removeprefix(": "))


def test_each_promise_has_a_test() -> None:
    assert len(rows(SECURITY)) > 40
    assert [row for row in rows(SECURITY) if "::test_" not in row[-1] and ".mjs" not in row[-1]] == []


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_named_test_exists(file: str, test: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not test or re.search(rf"^(?:async )?def {test}\(", text, re.M)


def test_every_test_is_named_in_full() -> None:
    for text in (SECURITY, ACCESSIBILITY):
        assert len(re.findall(r"::test_", text)) == len(re.findall(r"`tests/[\w/]+\.py::\w+`", text))


def test_no_criterion_is_missing_and_each_has_its_level() -> None:
    told = {match[1]: match[2] for row in rows(ACCESSIBILITY) if (match := re.match(r"(\d\.\d\.\d+) .*\((A{1,2})\)$", row[0]))}
    assert told == {number: level for level, numbers in CRITERIA.items() for number in numbers.split()}
    assert len(told) == 55


def test_each_criterion_is_proved_read_or_without_object() -> None:
    assert [row[0] for row in rows(ACCESSIBILITY) if not PROVED.search(row[-1])] == []


def test_no_page_promises_what_is_not_proved(site: Path) -> None:
    found, listed = promised(site), bare(SECURITY)
    assert len(found) > 8
    unlisted = {sentence: page for sentence, page in found.items() if sentence not in listed and not sentence.startswith(APART)}
    assert unlisted == {}


def test_no_promise_is_listed_that_no_page_makes(site: Path) -> None:
    table = SECURITY.partition("### What the pages say")[2].partition("###")[0]
    said = " ".join(" ".join(sentences(page)) for page in site.rglob("*.html"))
    told = [bare(one) for row in rows(table) for one in re.findall(r"« ((?:[^«»]|« [^»]* »)*) »", row[0])]
    assert len(told) > 12
    assert [one for one in told if one not in said] == []


def test_browsers_keep_no_answer_of_a_list(site: Path) -> None:
    pages = sorted((site / "autoevaluation").glob("*/index.html"))
    read = [html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False) for page in pages]
    answers = [one for html in read for one in html.iter("input") if one.get("type") == "radio"]
    assert len(answers) > 100
    assert {one.get("autocomplete") for one in answers} == {"off"}
