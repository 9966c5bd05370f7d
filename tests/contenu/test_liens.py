"""Every page of the built site: its links lead somewhere, its ids are unique, nothing comes from elsewhere."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tools.links import addresses, report

HOST = "http://site.test/"
RESOURCES = {"script": "src", "img": "src", "source": "src", "iframe": "src", "link": "href", "use": "href", "object": "data"}


class Page(HTMLParser):
    """What a page links to, loads and names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.resources: list[str] = []
        self.styled: list[str] = []
        self.lang: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.lang = given.get("lang") if tag == "html" else self.lang
        self.ids.update([given["id"]] if "id" in given else [])
        self.links += [given["href"]] if tag in ("a", "area") and "href" in given else []
        self.resources += [given[RESOURCES[tag]]] if RESOURCES.get(tag) in given else []
        self.styled += [f"{tag} {self.getpos()}"] if "style" in given else []


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return {path.relative_to(site).as_posix(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def broken(site: Path, pages: dict[str, Page], name: str, link: str) -> bool:
    """Tell whether a link of a page leads nowhere in the site."""
    url = urlsplit(urljoin(HOST + name, link))
    if url.scheme in ("https", "mailto", "tel"):
        return False
    path = unquote(url.path).lstrip("/")
    path += "index.html" if not path or path.endswith("/") else ""
    if url.netloc != urlsplit(HOST).netloc or not (site / path).is_file():
        return True
    # « #plateforme=… » is not a place of the page: it is what the helper is asked.
    asked = "=" in url.fragment and path == "puis-je/index.html"
    return bool(url.fragment) and not asked and (path not in pages or unquote(url.fragment) not in pages[path].ids)


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    assert sum(len(page.links) for page in pages.values()) > len(pages)
    assert [(name, link) for name, page in pages.items() for link in page.links if broken(site, pages, name, link)] == []


def test_every_resource_is_of_the_site(site: Path, pages: dict[str, Page]) -> None:
    found = {(name, r) for name, page in pages.items() for r in page.resources if not r.startswith("data:")}
    assert [(name, r) for name, r in sorted(found) if urlsplit(r).netloc or broken(site, pages, name, r.partition("#")[0])] == []


def test_an_id_names_one_element(pages: dict[str, Page]) -> None:
    assert [(name, id_) for name, page in pages.items() for id_, count in page.ids.items() if count > 1] == []


def test_no_style_is_inline(pages: dict[str, Page]) -> None:
    assert [(name, where) for name, page in pages.items() for where in page.styled] == []


def test_every_page_is_in_the_french_of_canada(pages: dict[str, Page]) -> None:
    assert {page.lang for page in pages.values()} == {"fr-CA"}


def test_links_to_other_hosts_are_listed_with_their_pages(site: Path, pages: dict[str, Page]) -> None:
    listed = addresses(site)
    assert {(address, name) for address, names in listed.items() for name in names} == {
        (link, name) for name, page in pages.items() for link in page.links if urlsplit(link).netloc
    }
    assert listed
    assert report(site).endswith(f"\n{len(listed)} adresse(s) d'autres sites.")
