"""Which pages of a site are alike: those whose elements another one has too, in the same place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from tests.navigateur.axe import FRAME as AROUND

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What tells an element from another for a style and for a screen reader, besides its name and classes.
TOLD = ("role", "tabindex", "type", "open", "disabled", "hidden")
# What a page costs before the first of its elements, in characters: a few pages that hold much are better than many small ones.
FIXED = 20_000

# What stands around the content of each page, by its class.
FRAME = {name.removeprefix(".") for name in AROUND}

Element = tuple[str, str, str]
Place = tuple[Element, ...]


class Shape(HTMLParser):
    """The elements of a page, each with the one that holds it: `found`; `frame`, those around its content."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[Element] = []
        self.found: set[Place] = set()
        self.frame: set[Place] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        told = " ".join(sorted(name for name in given if name in TOLD or name.startswith("aria-")))
        element = (tag, " ".join(sorted((given.get("class") or "").split())), told)
        self.found.add((*self.stack[-1:], element))
        if any(name in FRAME for _, classes, _ in (*self.stack, element) for name in classes.split()):
            self.frame.add((*self.stack[-1:], element))
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        last = next((index for index in range(len(self.stack) - 1, -1, -1) if self.stack[index][0] == tag), None)
        if last is not None:
            del self.stack[last:]


@dataclass(frozen=True)
class Outline:
    """The elements of a page, those of them around its content, and its size."""

    found: frozenset[Place]
    frame: frozenset[Place]
    size: int


def outline(html: str) -> Outline:
    """Return what a page is made of."""
    shape = Shape(html)
    return Outline(frozenset(shape.found), frozenset(shape.frame), len(html))


@cache
def shapes(site: Path) -> dict[str, Outline]:
    """Return what each page of a built site is made of, by its address."""
    texts = {path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    return {address: outline(html) for address, html in texts.items()}


def covering(held: Mapping[str, frozenset[Place]], cost: Mapping[str, int]) -> frozenset[str]:
    """Return the names of sets that hold together what all of them hold: those that cost the least for what they bring, but for what others hold."""
    chosen: set[str] = set()
    left = set[Place]().union(*held.values())
    while left:
        best = max(held, key=lambda name: len(held[name] & left) / cost[name])
        chosen.add(best)
        left -= held[best]
    for name in sorted(chosen, key=lambda name: (-cost[name], name)):
        if held[name] <= set[Place]().union(*(held[other] for other in chosen - {name})):
            chosen.remove(name)
    return frozenset(chosen)


@cache
def different(site: Path) -> frozenset[str]:
    """Return the addresses of pages of a built site that hold together, at least once, each element of all of them, where it stands."""
    pages = shapes(site)
    return covering({address: page.found for address, page in pages.items()}, {address: FIXED + page.size for address, page in pages.items()})


@cache
def framed(site: Path) -> frozenset[str]:
    """Return, among those, the addresses of pages that hold together each element that stands around the content of pages."""
    frames = {address: shapes(site)[address].frame for address in sorted(different(site))}
    return covering(frames, dict.fromkeys(frames, 1))
