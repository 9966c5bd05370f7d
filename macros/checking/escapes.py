"""The backslash that a converter or another editor puts before the signs of Markdown: they are then published as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.memo import once
from macros.mistakes import Mistake
from macros.reading.draft import Draft

# What such signs would make: bold or slanted words, code, a link, a macro; at the beginning of a line a heading, a quotation, an item.
MADE = re.compile(
    r"(?<!\w)(?P<sign>(?:\\\*){1,3}|(?:\\_){1,3}|(?:\\`){1,3})(?=[^\s\\])(?:[^\\\n]|\\(?![*_`]))*(?<=[^\s\\])(?P=sign)(?!\w)"
    r"|\\?\[[^\[\]\n]*\\?\](?:(?<=\\\])\\?|\\)\([^()\n]*\)|\\\[[^\[\]\n]*\]\([^()\n]*\)"
    r"|(?:\\\{\\?|\{\\)\{[^{}\n]*\}(?:\\?\})?"
    r"|^[ >]*(?:\\#[\\#]*|\\[-+*>]|[0-9]{1,2}\\[.)])(?= +\S)"
)
# Before any other sign a backslash shows, and in the data before all of them; one that begins a word is of a path, or is told elsewhere.
SHOWN = re.compile(r"\\(?=[^\w\s\\`*{}\[\]()>#+.!|-])[^\n]")
SHOWN_IN_DATA = re.compile(r"(?!\\\* ?(?:MERGE|CHAR)FORMAT)\\(?=[^\w\s\\]|_)[^\n]")
# The path of a file, on a computer or in a network.
PATH = re.compile(r"(?<!\S)[(«\"']*(?:[A-Za-z]:\\|\\\\\w)\S*")
REMEDY = "enlevez la barre oblique inverse (\\)"


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each line of a page, and for each text of the data, that a backslash keeps from being what its signs say."""
    for page in draft.pages.values():
        lines = ((number, line) for number, line in enumerate(page.prose, 1) if "\\" in line)
        yield from (page.blame(number, *wrong) for number, line in lines if (wrong := escaped(line)))
    for file, line, text in of_data(draft):
        if "\\" in text and (wrong := shown(SHOWN_IN_DATA, text)):
            yield Mistake(file, line, *wrong)


@once
def escaped(line: str) -> tuple[str, str] | None:
    """Return what is wrong with the first such signs of a line of a page, and the remedy; or None."""
    if found := MADE.search(line):
        several = found[0].count("\\") > 1
        return f"les signes de « {found[0].strip()} » seraient publiés tels quels", f"{REMEDY} devant chacun" if several else REMEDY
    return shown(SHOWN, line)


def shown(pattern: re.Pattern[str], text: str) -> tuple[str, str] | None:
    """Return what is wrong with the first backslash of a text that would show, and the remedy; or None."""
    found = pattern.search(PATH.sub(" ", text))
    return (f"« {found[0]} » serait publié tel quel", f"{REMEDY} : écrivez « {found[0][1:]} »") if found else None
