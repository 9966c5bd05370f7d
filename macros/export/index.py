"""The entries of a page in the search's index, made by the theme's plugin and kept while the page is the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from macros.kept import Kept

# Drawings without a word, which are a third of the tags.
ICON = re.compile(r'<svg class="icone"[^>]*>.*?</svg>')


def keep(index: Any, kept: Kept) -> None:
    """Make a search index take the entries of the pages that did not change where they are kept.

    `index` is that of the theme's plugin: `entries` holds them, `add_entry_from_context` adds those of a page.
    """
    add = index.add_entry_from_context

    def added(page: Any) -> None:
        index.entries.extend(kept.of(parts(page), lambda: made(index, add, page)))

    index.add_entry_from_context = added


def made(index: Any, add: Any, page: Any) -> list[dict[str, Any]]:
    """Return the entries that the plugin makes of a page."""
    before, whole = len(index.entries), page.content
    page.content = ICON.sub("", whole)
    try:
        add(page)
    finally:
        page.content = whole
    found = index.entries[before:]
    del index.entries[before:]
    return list(found)


def parts(page: Any) -> Iterator[str]:
    """Yield all that the entries of a page are made from."""
    yield from ("index", page.url, page.content, str(page.title))
    yield json.dumps({key: page.meta.get(key) for key in ("title", "search", "tags")}, default=str, sort_keys=True)
    yield from headings(page.toc)


def headings(items: Iterable[Any]) -> Iterator[str]:
    """Yield the addresses of the headings of a page, those below each after it."""
    for item in items:
        yield f"{item.id} {item.url}"
        yield from headings(item.children)
