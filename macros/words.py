"""An unknown word, and the known one that was probably meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection

# A word longer than this is no misspelling; comparing it would take long.
LONGEST = 80


def nearest(word: str, known: Collection[str]) -> str:
    """Return the remedy for an unknown word: the nearest known one, or all of them."""
    if close := closest(word, known):
        return f"écrivez « {close} »"
    return "les mots connus ici sont : " + ", ".join(known) if known else "aucun mot n'est encore connu ici"


def closest(word: str, known: Collection[str]) -> str | None:
    """Return the known word that looks most like another one, accents and capitals apart, or None."""
    folded = {fold(k): k for k in known}
    close = difflib.get_close_matches(fold(word[:LONGEST]), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def fold(text: str) -> str:
    """Return a text without its accents, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def grouped(number: int) -> str:
    """Return a number in digits, its thousands apart."""
    return f"{number:,}".replace(",", "\u00a0")
