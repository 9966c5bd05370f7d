"""What follows a build that left its pages as data: the theme around each, the files beside them, all that is published after any build."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from macros.adapter.zensical.menu import Page, contents, file_of, titles
from macros.adapter.zensical.templates import Dresser, relative
from macros.export.publication import Place, Published, publish
from macros.navigation import Menu
from macros.reading.markup import Fragments, is_elsewhere
from macros.rendering.context import Context, build_day
from macros.rendering.given import given
from macros.rendering.theme import html_title
from macros.theme_package import THEME

# Where a page has what its extension noted.
OURS = "page"
STYLES = "assets/stylesheets"
# Where our theme has its logos.
LOGOS = "assets/site"
# What a theme holds for those who write it, or who render it.
UNPUBLISHED = {".html", ".yml", ".map", ".json"}
# What a link or an image of a page's own words leads to; our HTML is not there yet.
LEADING = re.compile(r'(<(?:a|img) [^<>]*?(?:href|src)=")([^"]*)')
# The list of the addresses of the pages (sitemaps.org), as MkDocs lays it out.
SITEMAP = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}\n</urlset>'
LISTED = "\n    <url>\n         <loc>{}</loc>\n         <lastmod>{}</lastmod>\n    </url>"
NOT_DATA = "{}: this is no page that Zensical left as data. Remedy: build with « ENGINE=zensical make build », which finishes the site too."


def finish(context: Context, site: Path, published_at: str) -> None:
    """Finish a site whose pages are data, to be published at an address, if it is known. Raises MistakesError, and SystemExit for other pages."""
    menu, root = context.project.menu, context.project.draft.root
    about = given(context.project, context.components, published_at)
    pages = read(menu, site, about.address)
    Dresser(root, about, menu, pages).write(site)
    (site / "sitemap.xml").write_text(sitemap(pages.values()), encoding="utf-8")
    add_files(root, site, about.logo)
    made = [Published(source, file_of(page.url), page.url, page.title, page.meta, held(page)) for source, page in pages.items()]
    publish(context, Place(site, root / "docs", about.address, about.name), made)
    # What no page loads any more, now that their styles are joined, and the index of another search.
    shutil.rmtree(site / STYLES, ignore_errors=True)
    (site / "search.json").unlink(missing_ok=True)


def read(menu: Menu, site: Path, address: str) -> dict[str, Page]:
    """Return the pages of a site by their files from `docs/`, in the order in which MkDocs reads these. Raises SystemExit for other pages."""
    named = titles(menu)
    pages = {data["meta"][OURS]["source"]: data for data in map(data_of, site.rglob("index.html"))}
    return {source: page_of(pages[source], named.get(source), address) for source in sorted(pages, key=rank)}


def data_of(file: Path) -> dict[str, Any]:
    """Return what a page was left as. Raises SystemExit if it is no data."""
    try:
        data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise SystemExit(NOT_DATA.format(file)) from None
    return data


def rank(source: str) -> tuple[tuple[str, ...], bool, str]:
    """Return where a page comes among those of all the site: the first of its folder, then the others, then those of the folders below."""
    place = PurePosixPath(source)
    return place.parent.parts, place.stem != "index", place.name


def page_of(data: Mapping[str, Any], named: str | None, address: str) -> Page:
    """Return a page from what Zensical and the extension say of it; `named` is the title that the menu gives it."""
    meta, url = dict(data["meta"]), data["url"] or ""
    ours = meta.pop(OURS)
    fragments = Fragments()
    fragments.kept += ours["fragments"]
    title = html_title(named) if named else meta.get("title") or ours.get("titre", "")
    content = LEADING.sub(lambda found: found[1] + shortest(found[2], url), data["content"])
    return Page(url, title, meta, contents(data["toc"]), fragments.restore(content), urljoin(address, url or ".") if address else None)


def shortest(address: str, page: str) -> str:
    """Return an address from a page by the shortest way, as MkDocs gives it: « ./ », not « ../page/ », from the page itself."""
    path, hash_, part = address.partition("#")
    return address if is_elsewhere(address) or not path else relative(posixpath.join(page, path), page) + hash_ + part


def held(page: Page) -> Callable[[], str]:
    """Return what gives the content of a page."""
    return lambda: page.content


def sitemap(pages: Iterable[Page]) -> str:
    """Return the list of the addresses of the pages; none is known where the site's is not."""
    day = build_day().isoformat()
    return SITEMAP.format("".join(LISTED.format(escape(page.canonical_url), day) for page in pages if page.canonical_url))


def add_files(root: Path, site: Path, logo: str) -> None:
    """Add what the pages load: the files of our components and of our theme, one logo of it, the styles of the theme."""
    overrides = root / "overrides"
    others = {file.relative_to(overrides).as_posix() for file in (overrides / LOGOS).glob("*.svg")} - {logo}
    for folder, part in ((overrides, "."), (THEME, STYLES)):
        for file in (folder / part).rglob("*.*"):
            name = file.relative_to(folder).as_posix()
            if file.is_file() and file.suffix not in UNPUBLISHED and name not in others:
                (site / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, site / name)
