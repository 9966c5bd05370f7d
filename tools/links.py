"""The links of the built site to other hosts: each address, and the pages that hold it.

What a page loads never leaves the site, a link may: a reader decides to follow it. This list is for whoever answers for them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from macros.export.guard import links

SITE = Path(__file__).resolve().parent.parent / "site"


def addresses(site: Path) -> dict[str, list[str]]:
    """Return the pages that link to each address of another host, by their files in the site, in the order of the alphabet."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in site.rglob("*.html"):
        for address in links(path.read_text(encoding="utf-8")):
            found[address].add(path.relative_to(site).as_posix())
    return {address: sorted(pages) for address, pages in sorted(found.items())}


def report(site: Path) -> str:
    """Return what the command prints."""
    found = addresses(site)
    lines = [line for address, pages in found.items() for line in (address, *(f"    {page}" for page in pages))]
    return "\n".join([*lines, f"{len(found)} adresse(s) d'autres sites."])


if __name__ == "__main__":
    if not SITE.is_dir():
        sys.exit("The site is not built. Remedy: make build")
    print(report(SITE))
