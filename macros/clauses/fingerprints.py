"""A short mark of a text's words, which changes when they do and not when only their layout does."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from macros.clauses.passages import Passage
from macros.typography import french

LENGTH = 12
EMPHASIS = re.compile(r"\*+")
# The spaces that typography adds or takes away around a mark, with that mark.
MARKED = re.compile(r"\s*([?!;:«»])\s*")


@lru_cache(maxsize=2**12)
def fingerprint(*texts: str) -> str:
    """Return the fingerprint (12 hexadecimal digits) of some texts; spaces, emphasis and typography do not count."""
    return hashlib.sha256("\n".join(map(bare, texts)).encode()).hexdigest()[:LENGTH]


@lru_cache(maxsize=2**12)
def bare(text: str) -> str:
    """Return a text as its words and its marks alone: no emphasis, single spaces, none around a mark."""
    return re.sub(r"\s+", " ", MARKED.sub(r"\1", EMPHASIS.sub("", french(text)))).strip()


def clause_fingerprint(passage: Passage) -> str:
    """Return the fingerprint of a clause: its words and its force, not its title."""
    marks = (f"{mark.force} {mark.nuance or ''} {' '.join(mark.roles)}" for mark in passage.clause.marks)
    return fingerprint(passage.markdown, *marks)
