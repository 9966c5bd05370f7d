"""List the pages of a built site whose words are alike, and whether both say first in what they differ.

`python -m tools.alike site/`. The words are those of the page itself, without header, menu nor footer.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

MOST = 0.85
# The component that says in what a page differs from those that it is like.
APART = "fiche-voisines"
UNSEEN = {"script", "style", "template", "svg"}


@dataclass(frozen=True)
class Words:
    """A page's address, its words, and the pages that it says first that it differs from."""

    address: str
    words: tuple[str, ...]
    apart: frozenset[str]


@dataclass(frozen=True)
class Pair:
    """Two pages alike, how much (1 for the same), and whether each says first in what it differs from the other."""

    ratio: float
    one: Words
    other: Words

    @property
    def told(self) -> bool:
        """Whether each names the other where it begins."""
        return self.other.address in self.one.apart and self.one.address in self.other.apart


def seen(element: Element) -> Iterator[str]:
    """Yield the text of an element that a reader may see."""
    if isinstance(element.tag, str) and element.tag not in UNSEEN:
        yield element.text or ""
        for child in element:
            yield from seen(child)
            yield child.tail or ""


def own(html: str) -> str:
    """Return what a page has of its own, all of it if it does not say: the rest is as long, and is not looked at."""
    start, end = html.find("<article"), html.rfind("</article>")
    return html[start:end] if 0 <= start < end else html


def read(page: Path, site: Path) -> Words:
    """Read a page of a site."""
    document = html5lib.parse(own(page.read_text(encoding="utf-8")), namespaceHTMLElements=False)
    article = document if (found := document.find(".//article")) is None else found
    address = page.parent.relative_to(site).as_posix()
    # What stands before the second title of the second level.
    titles = [rank for rank, element in enumerate(article) if element.tag == "h2"]
    first = [element for element in list(article)[: titles[1] if len(titles) > 1 else None] if APART in (element.get("class") or "")]
    links = [link.get("href", "") for part in first for link in part.iterfind(".//p//a")]
    return Words(address, tuple(re.findall(r"\w+", " ".join(seen(article)))), frozenset(resolved(page, link, site) for link in links))


def resolved(page: Path, link: str, site: Path) -> str:
    """Return the address in the site of a link of a page."""
    return (page.parent / link).resolve().relative_to(site.resolve()).as_posix()


def alike(site: Path) -> list[Pair]:
    """Return the pairs of pages that are alike, the most alike first."""
    pages = [read(page, site) for page in sorted(site.rglob("index.html"))]
    pairs = (Pair(ratio(one.words, other.words), one, other) for one, other in combinations(pages, 2))
    return sorted((pair for pair in pairs if pair.ratio > MOST), key=lambda pair: -pair.ratio)


def ratio(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how much two sequences of words are alike; 0 when less than what counts, which is found faster."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > MOST and matcher.quick_ratio() > MOST else 0


def main(site: Path) -> int:
    """Print the pairs; return 1 if one does not say first in what its pages differ. Raises SystemExit if there is no page."""
    if not any(site.rglob("index.html")):
        raise SystemExit(f"No page in {site}. Remedy: make build, then python -m tools.alike site/")
    pairs = alike(site)
    for pair in pairs:
        print(f"{pair.ratio:.0%} {pair.one.address} {pair.other.address}{'' if pair.told else ': what differs does not come first'}")
    print(f"{len(pairs)} pairs of pages are alike at more than {MOST:.0%}.")
    return int(not all(pair.told for pair in pairs))


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1] if sys.argv[1:] else "site")))
