"""What a comparison found, ready to be shown in the terminal, in the forge's summary or as a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.comparison import Segment, segments
from macros.mistakes import Mistake


@dataclass(frozen=True)
class Picture:
    """A page of a sheet before and after, as PNG images; an empty one where there is none."""

    before: bytes
    after: bytes


@dataclass(frozen=True)
class Item:
    """One thing that changes: what it is, its words before and after if it has some, and lines that say more.

    `more` is shown folded where a page can fold it.
    """

    title: str
    words: tuple[list[Segment], ...] = ()
    notes: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Section:
    """The things of one kind that change; `mistakes` are what keeps the proposal from being merged."""

    title: str
    items: list[Item]
    intro: str = ""
    mistakes: list[Mistake] = field(default_factory=list)


def compared(title: str, before: str, after: str, notes: Iterable[str] = (), more: Iterable[str] = ()) -> Item:
    """Return an item that shows two wordings."""
    return Item(title, (segments(before, after),), tuple(notes), tuple(more))
