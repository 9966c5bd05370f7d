"""What spans files. Each module gives a `check(draft)` that yields mistakes."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking import (
    addresses,
    appellations,
    broken_links,
    calls,
    codes,
    dates,
    deadlines,
    expected,
    glossary,
    headers,
    ids,
    intervals,
    layout,
    links,
    lists,
    menu,
    names,
    pages,
    printed,
    references,
    register,
    rereading,
    rules,
    sentences,
    settings,
    sheets,
    singletons,
    situations,
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
    appellations,
    rules,
    deadlines,
    singletons,
    lists,
    situations,
    sheets,
    printed,
    sentences,
    tables,
    vocabulary,
    glossary,
    headers,
    pages,
    layout,
    dates,
    links,
    addresses,
    broken_links,
    calls,
    expected,
    rereading,
)


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield every mistake that shows only when the files are read together.

    While the code does not know a code of the data, nothing else can be told but the words that it lacks too.
    """
    lacking = [*codes.check(draft)]
    yield from lacking
    for module in (vocabulary,) if lacking else CHECKS:
        yield from module.check(draft)
