"""What spans files. Each module gives a `check(draft)` that yields mistakes."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking import (
    addresses,
    calls,
    deadlines,
    glossary,
    ids,
    intervals,
    links,
    lists,
    menu,
    names,
    pages,
    printed,
    references,
    register,
    rules,
    settings,
    sheets,
    tables,
    uploads,
    vocabulary,
)
from macros.mistakes import Mistake
from macros.reading.draft import Draft

CHECKS = (
    settings,
    names,
    uploads,
    register,
    menu,
    ids,
    references,
    intervals,
    rules,
    deadlines,
    lists,
    sheets,
    printed,
    tables,
    vocabulary,
    glossary,
    pages,
    links,
    addresses,
    calls,
)


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield every mistake that shows only when the files are read together."""
    for module in CHECKS:
        yield from module.check(draft)
