"""Which pages of a site are alike: those whose elements another one has too, in the same place."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What tells an element from another for a style and for a screen reader, besides its name and classes.
TOLD = ("role", "tabindex", "type", "open", "disabled", "hidden")
# What a page costs before the first of its elements, in characters: a few pages that hold much are better than many small ones.
FIXED = 20_000

Element = tuple[str, str, str]


class Shape(HTMLParser):
    """The elements of a page, each with the one that holds it: `found`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[Element] = []
        self.found: set[tuple[Element, ...]] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        told = " ".join(sorted(name for name in given if name in TOLD or name.startswith("aria-")))
        element = (tag, " ".join(sorted((given.get("class") or "").split())), told)
        self.found.add((*self.stack[-1:], element))
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        last = next((index for index in range(len(self.stack) - 1, -1, -1) if self.stack[index][0] == tag), None)
        if last is not None:
            del self.stack[last:]


@cache
def shapes(site: Path) -> dict[str, tuple[set[tuple[Element, ...]], int]]:
    """Return the elements of each page of a built site, and its size, by its address."""
    texts = {path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    return {address: (Shape(html).found, len(html)) for address, html in texts.items()}


@cache
def different(site: Path) -> frozenset[str]:
    """Return the addresses of pages of a built site that hold together, at least once, each element of all of them, where it stands."""
    pages, chosen = shapes(site), set()
    left = {element for found, _ in pages.values() for element in found}
    while left:
        best = max(pages, key=lambda name: len(pages[name][0] & left) / (FIXED + pages[name][1]))
        chosen.add(best)
        left -= pages[best][0]
    return frozenset(chosen)
