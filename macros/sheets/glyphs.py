"""The signs that the fonts of the PDF sheets can draw."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "polices"
REGULAR, BOLD = FOLDER / "feuille-regular.ttf", FOLDER / "feuille-bold.ttf"


@cache
def characters() -> frozenset[int]:
    """Return the characters that both fonts have."""
    return frozenset.intersection(*(frozenset(TTFont(path).getBestCmap()) for path in (REGULAR, BOLD)))


def lacking(text: str) -> str | None:
    """Return the first sign of a text that one of the fonts lacks, or None; lines may break anywhere."""
    return next((sign for sign in text if sign != "\n" and ord(sign) not in characters()), None)
