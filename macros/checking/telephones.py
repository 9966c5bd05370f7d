"""A telephone number is written one way, « 418 555-1234 », so that one sees and hears a number; what cannot be one is told in `unfinished.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.checking.links import PHONE, digits
from macros.checking.runner import checks
from macros.checking.wording import Line, ours
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.draft import Draft

# « 418 555-1234 », « 418-555-1234 » and « (418) 555-1234 » are all common.
COMMON = re.compile(r"(?:\+?1[ \u00a0-])?(?:[0-9]{3}[ \u00a0-]|\([0-9]{3}\)[ \u00a0])[0-9]{3}-[0-9]{4}")
# Ten figures alone may be another number, unless a word says whose.
BARE = re.compile(r"(?:t[ée]l(?:[ée]phone)?|appelez|composez|joindre)\b[^0-9\n]{0,20}(?<![\w])(?P<number>[2-9][0-9]{9})(?![\w-])", re.I)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each number of the words of the site that is written otherwise."""
    yield from unusual(ours(draft))


def unusual(lines: Iterable[Line]) -> Iterator[Mistake]:
    """Yield a mistake for each number of some lines that is written otherwise."""
    for file, line, text in lines:
        for number in uncommon(text):
            yield Mistake(file, line, f"le numéro « {number} » n'est pas écrit comme un numéro de téléphone", f"écrivez « {usual(number)} »")


@all_once
def uncommon(text: str) -> Iterator[str]:
    """Yield each number of a text that is written otherwise."""
    numbers = [found[0] if ")" in found[0] else found[0].lstrip("(") for found in PHONE.finditer(text) if not re.search("--|  ", found[0])]
    numbers += [found["number"] for found in BARE.finditer(text)]
    yield from (number for number in numbers if not COMMON.fullmatch(number))


def usual(number: str) -> str:
    """Return a number as it is written."""
    figures = digits(number)
    return f"{figures[:3]} {figures[3:6]}-{figures[6:]}"
