"""The links of a built site that lead nowhere in it, whoever wrote them: a page, a value of the data or a template, which names some pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from macros.export.bundles import ERROR
from macros.export.tags import Tag, tags

HOST = "http://site.test/"
INDEX = "index.html"
SHOWN = 3


@dataclass(frozen=True)
class Named:
    """What a page links to, as written, and the names of its places."""

    links: frozenset[str]
    ids: frozenset[str]


def dead_links(site: Path) -> dict[str, list[str]]:
    """Return the addresses that lead nowhere, each with the pages that link to it, both from the site's root.

    The error page is left out: its links begin where the site will be served.
    """
    pages = {path.relative_to(site).as_posix(): named(path) for path in sorted(site.rglob("*.html")) if path.name != ERROR}
    found: dict[str, list[str]] = {}
    for name, page in pages.items():
        address = name.removesuffix(INDEX)
        for target in {target for link in page.links if (target := lost(site, pages, located(address, link)))}:
            found.setdefault(target, []).append(address)
    return found


def named(path: Path) -> Named:
    """Return what a page links to and names."""
    found = [*tags(path.read_text(encoding="utf-8"))]
    return Named(frozenset(links(found)), frozenset(id_ for tag in found if (id_ := tag.get("id"))))


def links(found: list[Tag]) -> Iterator[str]:
    """Yield the addresses of the links of a page."""
    yield from (href for tag in found if tag.name in ("a", "area") and (href := tag.get("href")))


def located(page: str, link: str) -> str:
    """Return where a link of a page leads, from the site's root; empty if it is elsewhere."""
    url = urlsplit(urljoin(HOST + page, link))
    if url.netloc != urlsplit(HOST).netloc:
        return ""
    # « #plateforme=… » is not a place of a page: it is what the helper is asked.
    place = f"#{unquote(url.fragment)}" if url.fragment and "=" not in url.fragment else ""
    return unquote(url.path).lstrip("/") + place


def lost(site: Path, pages: dict[str, Named], target: str) -> str:
    """Return what an address of the site lacks: its page, or the place of it that it names; empty if it lacks nothing."""
    path, _, place = target.partition("#")
    file = f"{path}{INDEX}" if not path or path.endswith("/") else path
    if not (site / file).is_file():
        return path
    return target if place and (file not in pages or place not in pages[file].ids) else ""


def sentence(target: str, pages: list[str]) -> str:
    """Say in French where a link leads to nothing, from which pages, and the remedy."""
    few = ", ".join(page or "accueil" for page in pages[:SHOWN]) + ("…" if len(pages) > SHOWN else "")
    many = f"{len(pages)} pages y mènent" if len(pages) > 1 else "une page y mène"
    kind, what = ("l'endroit", "cet endroit") if "#" in target else ("la page", "cette page")
    return f"{target} : {what} n'existe pas, et {many} ({few}) ; corrigez le lien, ou remettez {kind} sous ce nom si un gabarit y mène"
