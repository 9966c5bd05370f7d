"""A small number above the line calls a note of its page, which begins a line with the same number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import checks
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.reading.page import Page

SIGNS = "\u00b9\u00b2\u00b3\u2074-\u2079\u2070"
# After a word, bold or not, or a stop; square metres, powers and formulas call no note.
CALL = re.compile(rf"(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:!?»)])|(?<=\w\*)|(?<=\w\*\*))([{SIGNS}]+)")
NOTE = re.compile(rf"[ >*_]*([{SIGNS}]+)[ \u00a0]?\w")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for the first call of each note that a page has not, and for each note that nothing calls."""
    for page in draft.pages.values():
        yield from (page.blame(*wrong) for wrong in alone(page))


@all_once
def alone(page: Page) -> Iterator[tuple[int, str, str]]:
    """Tell each call and each note of a page that has not its other."""
    notes, calls = notes_of(page), calls_of(page)
    for sign in calls.keys() - notes.keys():
        remedy = f"commencez par « {sign} » le paragraphe qui l'explique, ou enlevez ce signe"
        yield calls[sign], f"aucune note de cette page ne répond à « {sign} »", remedy
    for sign in notes.keys() - calls.keys():
        remedy = "mettez ce signe après le mot qu'elle explique, ou supprimez-la"
        yield notes[sign], f"rien n'appelle la note « {sign} » dans cette page", remedy


def notes_of(page: Page) -> dict[str, int]:
    """Return the notes of a page, each with its line."""
    return {found[1]: number for number, line in enumerate(page.prose, 1) if (found := NOTE.match(line))}


def calls_of(page: Page) -> dict[str, int]:
    """Return what calls notes in a page, each with the line of its first call."""
    return {found[1]: number for number, line in reversed([*enumerate(page.prose, 1)]) for found in CALL.finditer(line)}


def unmarked(words: str, page: Page | None) -> str | None:
    """Return the first words of a note without its sign, if the page calls that note and has it no more: that is told of the call; or None."""
    found = NOTE.match(words)
    lost = found and page and found[1] in calls_of(page).keys() - notes_of(page).keys()
    return words[found.end(1) :].strip() if found and lost else None
