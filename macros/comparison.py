"""Two wordings compared, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# What is compared: a word with the marks that touch it, and the spaces that follow.
TOKEN = re.compile(r"\S+\s*")
AROUND = 6


@dataclass(frozen=True)
class Segment:
    """Some words of two wordings: in both, in the former alone, or in the new one alone."""

    kind: Literal["same", "gone", "new"]
    text: str


def segments(before: str, after: str) -> list[Segment]:
    """Return two wordings as what they share and what differs, in order."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    return [part for code in SequenceMatcher(None, plain(old), plain(new), autojunk=False).get_opcodes() for part in parts(code, old, new)]


def plain(tokens: list[str]) -> list[str]:
    """Return words without the spaces that follow them, which do not count."""
    return [token.strip() for token in tokens]


def parts(code: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> Iterator[Segment]:
    """Yield the segments of a part of a comparison."""
    kind, start, end, first, last = code
    if kind == "equal":
        yield Segment("same", "".join(new[first:last]))
        return
    if end > start:
        yield Segment("gone", "".join(old[start:end]))
    if last > first:
        yield Segment("new", "".join(new[first:last]))


def trimmed(found: list[Segment], around: int = AROUND) -> list[Segment]:
    """Return segments with, of what both wordings share, the words around a difference alone."""
    return [short(part, around, index == 0, index == len(found) - 1) if part.kind == "same" else part for index, part in enumerate(found)]


def short(part: Segment, around: int, first: bool, last: bool) -> Segment:
    """Return a shared segment without the words that are far from a difference."""
    words = TOKEN.findall(part.text)
    begin, end = ([] if first else words[:around]), ([] if last else words[-around:])
    return part if len(words) <= len(begin) + len(end) + 1 else Segment("same", "".join([*begin, "… ", *end]))


def one_side(found: list[Segment], other: Literal["gone", "new"]) -> str:
    """Return one of two wordings: all but what is of the other alone."""
    return " ".join("".join(ended(part.text) for part in found if part.kind != other).split())


def ended(text: str) -> str:
    """Return a text that the next may follow."""
    return text if text[-1:].isspace() else f"{text} "


def likeness(before: str, after: str) -> float:
    """Return how alike two wordings are, from 0 to 1, by their words."""
    return SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio()
