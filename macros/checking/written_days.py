"""A day is written one way in the words of the site: « 22 août 2025 »; figures alone are read in two orders.

That it exists is looked for in `dates.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.checking.dates import FOLDED, GAP, LEAP, WEEKDAYS, YEAR_LAST, exists, figures
from macros.checking.runner import checks
from macros.checking.wording import Line, ours
from macros.days import long_date, readings
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.typography import MONTHS, NBSP
from macros.words import closest, fold

MONTH = f"({'|'.join(FOLDED)})"
NAMED = re.compile(rf"(?<![\w.,/-])([0-9]{{1,2}}){GAP}{MONTH}\b|\b(?:en|de|d['’]|fin|debut|depuis|des|mi-)(?:{GAP})?{MONTH}(?={GAP}[0-9]{{4}}\b)")
FIRST = re.compile(rf"\b(?:le|du|au|des|{'|'.join(WEEKDAYS)}){GAP}(1){GAP}{MONTH}\b")
FIRST_ALONE = re.compile(rf"(?<![\w.,/-])(1){GAP}{MONTH}(?={GAP}[0-9]{{4}}\b)")
FIRST_APART = re.compile(rf"(?<![\w.,/-])(1(?:{GAP}i?er|ier|°)){GAP}{MONTH}\b")
# A day and a year around what may be a month, mistyped or shortened without a point.
AROUND = re.compile(rf"(?<![\w.,/-])(?:[0-9]{{1,2}}|1er){GAP}([^\W\d_]{{3,10}})(?={GAP}20[0-9]{{2}}\b)")
# The years of a school year, which its name joins with a hyphen.
SCHOOL = re.compile(rf"\bscolaires?{GAP}((20[0-9]{{2}})(?:{GAP})?[-\u2013/](?:{GAP})?(?:20)?([0-9]{{2}}))(?![\w-])")
# The same alone, by another sign than the hyphen.
YEARS = re.compile(rf"(?<![\w/.,-])((20[0-9]{{2}})(?:{GAP})?[\u2013/](?:{GAP})?(20[0-9]{{2}}))(?![\w/-])")
SCHOOL_YEAR = re.compile(r"20[0-9]{2}-20[0-9]{2}")
YEAR_FIRST = re.compile(r"(?<![\w/.,-])((?:19|20)[0-9]{2})([/.-])([0-9]{1,2})\2([0-9]{1,2})(?![\w/-]|\.\d)")
PADDED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each day of the words of the site that is not written so."""
    yield from miswritten(ours(draft))


def miswritten(lines: Iterable[Line]) -> Iterator[Mistake]:
    """Yield a mistake for each day of some lines that is not written so."""
    for file, line, text in lines:
        if re.search("[0-9]", text):
            yield from (Mistake(file, line, f"« {shown} » n'est pas écrit comme une date", f"écrivez {meant}") for shown, meant in wrong(text))


@all_once
def wrong(text: str) -> Iterator[tuple[str, str]]:
    """Yield each day of a text that is written otherwise, and how it is written."""
    folded = fold(text)
    if len(folded) == len(text):
        yield from in_words(text, folded)
        yield from mistyped(text, folded)
    for found in (*figures(YEAR_LAST, text), *figures(YEAR_FIRST, text)):
        # One that cannot exist is told elsewhere.
        if not PADDED.fullmatch(found[0]) and (meant := readings(found[0])):
            yield found[0], " ou ".join(f"« {long_date(day)} »" for day in meant).replace(NBSP, " ")


def in_words(text: str, folded: str) -> Iterator[tuple[str, str]]:
    """Yield each day whose month lacks its accent or has a capital, or that says 1 for « 1er »."""
    for found in NAMED.finditer(folded):
        group = 2 if found[2] else 3
        written, month = text[found.start(group) : found.end(group)], MONTHS[FOLDED.index(found[group])]
        if written != month and (not found[1] or exists(LEAP, MONTHS.index(month) + 1, int(found[1]))):
            before = text[found.start() : found.start(group)]
            yield before + written, f"« {before}{month} »"
    firsts = {found.start(1): found for pattern in (FIRST, FIRST_ALONE, FIRST_APART) for found in pattern.finditer(folded)}
    for start, found in firsts.items():
        month = MONTHS[FOLDED.index(found[2])]
        yield text[start : found.end()], f"« 1er {month} »"


def mistyped(text: str, folded: str) -> Iterator[tuple[str, str]]:
    """Yield each day whose month is no word, and each school year whose years are not joined as in its name."""
    for found in AROUND.finditer(folded):
        if found[1] not in FOLDED and (meant := meant_month(found[1])):
            shown = text[found.start() : found.end()]
            yield shown, f"« {shown[: -len(found[1])]}{meant} »"
    for found in {one.start(1): one for pattern in (SCHOOL, YEARS) for one in pattern.finditer(folded)}.values():
        # Else it may be the year alone, before a dash and a day.
        follows = int(found[3]) % 100 == (int(found[2]) + 1) % 100
        if follows and not SCHOOL_YEAR.fullmatch(found[1]):
            yield text[found.start(1) : found.end(1)], f"« {found[2]}-{int(found[2]) + 1} »"


def meant_month(word: str) -> str | None:
    """Return the month that a word shortens or that a slip made it of, or None."""
    short = [month for month in MONTHS if fold(month).startswith(word)]
    return short[0] if len(short) == 1 else closest(word, MONTHS)
