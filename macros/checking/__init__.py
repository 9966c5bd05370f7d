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
    notices,
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
    notices,
)


# Those of the books that follow the content: it is sound even where they are late.
BOOKS = (expected, rereading, notices)


def check(draft: Draft, *, books: bool = True) -> Iterator[Mistake]:
    """Yield every mistake that shows only when the files are read together; without those of the books unless `books`.

    While the code does not know a code of the data, nothing else can be told but the words that it lacks too.
    """
    lacking = [*codes.check(draft)]
    yield from lacking
    for module in (vocabulary,) if lacking else CHECKS:
        if books or module not in BOOKS:
            yield from module.check(draft)
