"""What a clause is called."""

from __future__ import annotations

from macros.clauses.passages import Passage
from macros.typography import french


def name_of(passage: Passage) -> str:
    """Return what a clause is called out of a sentence (« art. 5.9 », « annexe A »)."""
    short = short_label(passage)
    return f"art.\u00a0{short}" if short[0].isdigit() else short


def short_label(passage: Passage) -> str:
    """Return the number as it reads within a sentence."""
    if not passage.label:
        return french(f"« {passage.title} »")
    label = passage.label.removesuffix(")") if passage.label[-2:-1].isdigit() else passage.label
    return label if label[0].isdigit() else label[0].lower() + label[1:]
