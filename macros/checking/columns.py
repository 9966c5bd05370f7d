"""Columns made with spaces, which a browser shows as one: what was pasted as a text was a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.reading.page import Page
from macros.signs import DASHES, DOTS, PASTED

# Spaces amid words; two of them often follow a stop.
WIDE = re.compile(r"(?<=[^\s|:])[ \u00a0]{3,}(?=[^\s|])|(?<=[^\s|.!?:])[ \u00a0]{2}(?=[^\s|])")
# What begins an item of another program, with its spaces: it is told for itself.
BULLET = re.compile(rf"^[ >]*(?:[{DOTS}{DASHES}{PASTED}*+-]|[0-9]{{1,2}}[.)])[ \u00a0]+")
LEAST, LEAST_NARROW = 2, 3


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for the first line of each passage set in columns by spaces."""
    for page in draft.pages.values():
        for line in columns(page):
            remedy = "faites-en un tableau (séparez les cases par « | »), ou une liste"
            yield page.blame(line, "ces lignes font des colonnes avec des espaces, que la page ne montre pas", remedy)


def columns(page: Page) -> Iterator[int]:
    """Yield the first line of each run of lines of which each has such spaces; blank lines may part them."""
    lines = [(number, BULLET.sub("", line)) for number, line in enumerate(page.prose, 1) if line.strip()]
    for is_wide, run in groupby(lines, key=lambda numbered: WIDE.search(numbered[1]) is not None and "|" not in numbered[1]):
        found = [*run] if is_wide else []
        widest = max((len(match[0]) for _, line in found for match in WIDE.finditer(line)), default=0)
        if len(found) >= (LEAST if widest >= 3 else LEAST_NARROW):
            yield found[0][0]
