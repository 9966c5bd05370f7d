"""Lists within lists, quotations and definitions: what Markdown would publish at another level than its author gave it, or run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.layout import BELOW, HEADING, ITEM, Wrong, indent, passages, spaces
from macros.checking.runner import checks
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.reading.page import Page

QUOTED = re.compile(r" {0,3}> ?(.*)")
# What a word means, below it; a word, at the margin.
MEANING, WORD = re.compile(r": *\S"), re.compile(r"[^\s:>#|*+-]")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each line that would be read as a part of what it only follows."""
    for page in draft.pages.values():
        yield from (page.blame(*wrong) for wrong in misplaced(page))


@all_once
def misplaced(page: Page) -> Iterator[Wrong]:
    """Yield what is wrong with the place of each line of a page."""
    for part in (stepped, swallowed, quoted, defined):
        yield from part(page)


def stepped(page: Page) -> Iterator[Wrong]:
    """Tell the items that less than four spaces put below another one, and that would be its neighbours."""
    margin: int | None = None
    before = ""
    for number, line in enumerate(page.prose, 1):
        if item := ITEM.match(line):
            margin = len(item[1]) if margin is None else margin
            if margin < len(item[1]) < BELOW:
                problem = f"cet élément de liste a un retrait de {spaces(len(item[1]))}"
                instead = spaces(margin) if margin else "aucune"
                yield number, problem, f"mettez {BELOW} espaces devant s'il dépend d'un élément plus haut, sinon {instead}"
        elif HEADING.match(line) or (line.strip() and not before.strip() and not indent(line)):
            margin = None
        before = line


def swallowed(page: Page) -> Iterator[Wrong]:
    """Tell the first item that a list set back, which a blank line parts from what it depends on, would take for its own."""
    for first, passage in passages(page.prose):
        lines = passage.split("\n")
        items = [(number, len(item[1])) for number, line in enumerate(lines, first) if (item := ITEM.match(line))]
        if items and items[0][0] == first and indent(lines[0]) and (out := next((number for number, back in items if back == 0), None)):
            yield out, "cet élément serait lu dans la liste en retrait qui le précède", "laissez une ligne vide avant lui"


def quoted(page: Page) -> Iterator[Wrong]:
    """Tell each list that touches the words before it within a quotation."""
    within, before, listing = "", "", False
    for number, line in enumerate(page.prose, 1):
        within = found[1] if (found := QUOTED.match(line)) else ""
        item = ITEM.match(within)
        if item and not listing and before.strip() and not HEADING.match(before):
            problem = "cette liste touche la ligne qui la précède dans la citation, et serait lue comme sa suite"
            yield number, problem, "laissez avant elle une ligne qui n'a que le signe « > »"
        listing = bool(item) or (listing and bool(within.strip()))
        before = within


def defined(page: Page) -> Iterator[Wrong]:
    """Tell each word that touches what another one means, and would be read as a part of it."""
    for first, passage in passages(page.prose):
        lines = passage.split("\n")
        for at in range(2, len(lines) - 1):
            if any(map(MEANING.match, lines[:at])) and WORD.match(lines[at]) and MEANING.match(lines[at + 1]):
                problem = f"« {lines[at].strip()} » touche la définition qui précède, et en serait lu comme la suite"
                yield first + at, problem, "laissez une ligne vide avant cette ligne"
