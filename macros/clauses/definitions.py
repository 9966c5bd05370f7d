"""Where a clause defines a word, its definition."""

from __future__ import annotations

import re

from macros.clauses.passages import Passage
from macros.typography import french

ENTRY = re.compile(r"^(?P<term>\S.*)\n\n?:\s+(?P<definition>.*(?:\n(?: +\S.*|(?=\n +\S)))*)", re.M)
RETREAT = re.compile(r"^    ", re.M)


def definition(passage: Passage, term: str) -> str | None:
    """Return the Markdown that defines a word in a passage, or None.

    A clause that defines several words does it in a definition list; one that defines a single
    word is titled with it.
    """
    entries = {french(m["term"]).lower(): RETREAT.sub("", m["definition"]) for m in ENTRY.finditer(passage.markdown)}
    if entries:
        return entries.get(term.lower())
    return passage.markdown if named_alike(french(passage.title), term) else None


def named_alike(title: str, term: str) -> bool:
    """Tell whether a title is a word's, give or take a plural, a sigle or a word more."""
    return term.lower().rstrip("s") in title.lower()
