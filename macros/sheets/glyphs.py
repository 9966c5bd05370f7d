"""The signs that the fonts of the PDF sheets can draw."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "polices"
REGULAR, BOLD = FOLDER / "feuille-regular.ttf", FOLDER / "feuille-bold.ttf"
# Written with the fonts (`make fonts`): every build asks, and what reads any font would take as much memory as all the data.
SIGNS = FOLDER / "signes.txt"


@cache
def characters() -> frozenset[int]:
    """Return the characters that both fonts have."""
    ends = ([int(code, 16) for code in line.split("-")] for line in SIGNS.read_text(encoding="ascii").split())
    return frozenset(code for first, last in ends for code in range(first, last + 1))


def lacking(text: str) -> str | None:
    """Return the first sign of a text that one of the fonts lacks, or None; lines may break anywhere."""
    return next((sign for sign in text if sign != "\n" and ord(sign) not in characters()), None)
