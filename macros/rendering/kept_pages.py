"""Pages as their macros left them, kept for the next build while nothing that they are made from has changed."""

from __future__ import annotations

from typing import Any, TypedDict

from macros.reading.markup import CLOSE, OPEN, TOKEN, Fragments


class KeptPage(TypedDict):
    """A page once its macros are called: its Markdown, the HTML that its tokens stand for, what its header gained."""

    markdown: str
    fragments: list[str]
    meta: dict[str, Any]


def packed(markdown: str, fragments: Fragments, meta: dict[str, Any]) -> KeptPage:
    """Return a page to keep: its tokens are numbered from the first of its own."""
    found = dict.fromkeys(TOKEN.findall(markdown))
    numbers = {token: number for number, token in enumerate(found)}
    renumbered = TOKEN.sub(lambda token: f"{OPEN}{numbers[token[1]]}{CLOSE}", markdown)
    return {"markdown": renumbered, "fragments": [fragments.kept[int(token)] for token in found], "meta": meta}


def unpacked(page: KeptPage, fragments: Fragments) -> str:
    """Return the Markdown of a page that was kept, the HTML of its tokens being given to this build."""
    start = len(fragments.kept)
    fragments.kept += page["fragments"]
    return TOKEN.sub(lambda token: f"{OPEN}{start + int(token[1])}{CLOSE}", page["markdown"])
