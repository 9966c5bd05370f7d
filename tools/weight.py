"""Weigh what the first view of each kind of page costs, against the budget of `tools/weight.yml`.

Counted from a build, so that no machine changes it: bytes as gzip sends them (level 9), requests, elements. The font is told apart; what loads later,
on a reader's gesture, is not counted.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.export.tags import Tag, tags

ROOT = Path(__file__).resolve().parent.parent
BUDGET = ROOT / "tools" / "weight.yml"
LOADED = {"script": "src", "img": "src", "link": "href"}
APART = {"noscript", "template"}
# The site's icon is asked for once, after everything else.
RELATIONS = {"stylesheet", "preload"}
ROW = "{:34}{:>8}{:>9}{:>10}{:>10}  {}"
FONT = re.compile(r"url\(([^)]*\.woff2)\)")


@dataclass(frozen=True)
class Weight:
    """What a page costs: KB without the font, KB of fonts, requests, elements."""

    kilobytes: float
    fonts: float
    requests: int
    elements: int

    def over(self, budget: dict[str, float]) -> list[str]:
        """Return what passes its budget, in words."""
        return [f"{name} {getattr(self, name):g} > {most:g}" for name, most in budget.items() if getattr(self, name) > most]


def weigh(site: Path, page: str) -> Weight:
    """Return the weight of a page, `page` being its address from the site's root."""
    file = site / page / "index.html"
    html = file.read_text(encoding="utf-8")
    files = {(file.parent / address).resolve() for address in loaded(html)}
    fonts = {path for path in files if path.suffix == ".woff2"} | {
        font for sheet, folder in sheets(file, html, files) for font in first_font(sheet, folder)
    }
    others = {file.resolve()} | (files - fonts)
    fonts_kilobytes = round(sum(path.stat().st_size for path in fonts) / 1000, 1)
    return Weight(kilobytes(others), fonts_kilobytes, len(others | fonts), sum(in_document(tags(html))))


def in_document(found: Iterable[Tag]) -> Iterator[bool]:
    """Yield, for each tag, whether it makes an element of the document: what a `template` holds is not, nor, where scripts run, a `noscript`."""
    depth = 0
    for tag in found:
        depth -= tag.name.startswith("/") and tag.name[1:] in APART
        yield bool(tag.name) and not tag.name.startswith("/") and not depth
        depth += tag.name in APART


def loaded(html: str) -> Iterator[str]:
    """Yield the addresses that a page loads by itself."""
    for tag in tags(html):
        if tag.name == "link" and tag.get("rel") not in RELATIONS:
            continue
        if tag.name == "img" and tag.get("loading") == "lazy":
            continue
        if (address := tag.get(LOADED.get(tag.name, ""))) and not address.startswith("data:"):
            yield address


def sheets(file: Path, html: str, files: set[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the text of each style sheet that a page loads or holds, with the folder that its addresses are counted from."""
    yield from ((path.read_text(encoding="utf-8"), path.parent) for path in files if path.suffix == ".css")
    yield from ((tag.text, file.parent) for tag in tags(html) if tag.name == "style")


def first_font(sheet: str, folder: Path) -> list[Path]:
    """Return the font that text in a style sheet is first set in."""
    return [(folder / found).resolve() for found in FONT.findall(sheet)[:1]]


def kilobytes(files: set[Path]) -> float:
    """Return the KB (1,000 bytes) of some files as gzip sends them."""
    return round(sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in files) / 1000, 1)


def main() -> int:
    """Print the weight of each kind of page of the site in `site/`, or in the folder named; return 1 if one is over its budget."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    failed = False
    print(ROW.format("page", "KB", "font KB", "requests", "elements", ""))
    for page, budget in yaml.safe_load(BUDGET.read_text(encoding="utf-8")).items():
        weight = weigh(site, page)
        over = weight.over(budget)
        print(ROW.format(page or "(home)", weight.kilobytes, weight.fonts, weight.requests, weight.elements, ", ".join(over)))
        failed = failed or bool(over)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
