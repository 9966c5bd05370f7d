"""Lists within lists, quotations and definitions: what Markdown would publish at another level than its author gave it, or run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from macros.checking.layout import BELOW, HEADING, ITEM, Wrong, passages, spaces
from macros.checking.runner import checks
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.alignment import indent
from macros.reading.draft import Draft
from macros.reading.page import Page

QUOTED = re.compile(r" {0,3}> ?(.*)")
# From how many spaces an item is out of step: at the margin, and further in, where one alone changes nothing that shows.
SLIP = (1, 2)
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
    """Tell the items that too few spaces put below another one, and that would be its neighbours."""
    yield from out_of_step(page.prose, "devant")
    yield from out_of_step(quotations(page), "après « > » et son espace")


def out_of_step(lines: list[str], where: str) -> Iterator[Wrong]:
    """Tell those of lines: each level of a list has the place of its first item, until a lower one, or words at the margin."""
    levels: dict[int, int] = {}
    before, slip = "", inf
    for number, line in enumerate(lines, 1):
        if item := ITEM.match(line):
            back = len(item[1])
            levels = {known: place for known, place in levels.items() if known <= back // BELOW}
            level = level_of(back, levels)
            # What is further in than an item out of step depends on it, and would be its neighbour once that one is mended.
            wrong = (place := levels.setdefault(level, back)) + SLIP[level > 0] <= back or slip < back
            slip = min(slip, back) if wrong else inf
            if wrong:
                yield number, *remedy(back, place, level, where)
        elif HEADING.match(line) or (line.strip() and not before.strip() and not indent(line)):
            levels, slip = {}, inf
        before = line


def level_of(back: int, levels: dict[int, int]) -> int:
    """Return the level of an item, from its spaces: that of the item above where it is two further in, and would be a part of its words."""
    level, above = back // BELOW, max(levels, default=back)
    return above if above < level - 1 else level


def remedy(back: int, place: int, level: int, where: str) -> tuple[str, str]:
    """Return what is wrong with an item, from its spaces, those of its neighbours and its level, and what to do."""
    problem = "cet élément de liste a un retrait " + ("d'" if back == 1 else "de ") + spaces(back)
    instead = spaces(place) if place else "aucune"
    return problem, f"mettez {spaces(BELOW * (level + 1))} {where} s'il dépend d'un élément plus haut, sinon {instead}"


def quotations(page: Page) -> list[str]:
    """Return what the quotations of a page hold, line by line; a line outside them is empty."""
    return [found[1] if (found := QUOTED.match(line)) else "" for line in page.prose]


def swallowed(page: Page) -> Iterator[Wrong]:
    """Tell the first item that a list set back, which a blank line parts from what it depends on, would take for its own."""
    for first, passage in passages(page.prose):
        lines = passage.split("\n")
        items = [(number, len(item[1])) for number, line in enumerate(lines, first) if (item := ITEM.match(line))]
        if items and items[0][0] == first and indent(lines[0]) and (out := next((number for number, back in items if back == 0), None)):
            yield out, "cet élément serait lu dans la liste en retrait qui le précède", "laissez une ligne vide avant lui"


def quoted(page: Page) -> Iterator[Wrong]:
    """Tell each list that touches the words before it within a quotation."""
    before, listing = "", False
    for number, within in enumerate(quotations(page), 1):
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
