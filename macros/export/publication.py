"""All that follows the pages, whichever engine made them: what is published beside them, then the last hand on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros.aside import Lazy
from macros.export import calendars, colours, feed, helper, index, json_files, pages, parts, search, sheets, trace_table
from macros.kept import Kept
from macros.rendering.context import Context
from macros.rendering.theme import holds_names, print_style


@dataclass(frozen=True)
class Published:
    """A page as an engine made it.

    It has its file from `docs/`, its file and its address in the site, its title as HTML, its header, and what Markdown made of it.
    """

    source: str
    file: str
    url: str
    title: str
    meta: Mapping[str, Any]
    content: Callable[[], str]


@dataclass(frozen=True)
class Place:
    """Where a site is published: its folder, that of its pages' sources, its address, if it is known, and its name."""

    site: Path
    docs: Path
    address: str
    name: str


def publish(context: Context, place: Place, made: Sequence[Published]) -> None:
    """Publish the data files and finish the pages. Raises MistakesError with all that no page may hold."""
    site, kept = place.site, context.kept or Kept()
    parts.check(context, {page.url: page.content for page in made})
    json_files.write(context, site)
    trace_table.write(context, site)
    calendars.write(context, site, place.address)
    feed.write(context, site, place.address)
    sheets.write(context, site, context.project.draft.root)
    search.write(context, site, searched(made, kept))
    helper.write(context, site)
    colours.write(context.project, site)
    pages.finish(site, place.docs, origins(context, place, made), unquote(urlsplit(place.address or "/").path) or "/", kept)
    kept.write()


def searched(made: Sequence[Published], kept: Kept) -> Iterator[list[Any]]:
    """Yield the sections of the pages, as the search takes them."""
    for page in made:
        known = [page.url, unescape(str(page.meta.get("title", page.title))), page.content()]
        first, *others = kept.of(["index", *known], partial(index.entries, *known))
        # What else a page is looked for by, as its header says it.
        yield [*first, page.meta["recherche"]] if "recherche" in page.meta else first
        yield from others


def origins(context: Context, place: Place, made: Sequence[Published]) -> Mapping[str, pages.Origin]:
    """Return where each page of the site comes from, by its file, each found when it is asked for."""
    draft = context.project.draft
    of_page = {page.file: page.markdown for page in draft.pages.values()}
    others = Lazy([*draft.sources, *of_page], lambda file: of_page[file] if file in of_page else (draft.root / file).read_text(encoding="utf-8-sig"))
    published = {page.file: page for page in made}
    error = pages.Origin("", "", "", "overrides/404.html", print_style(place.name, None))
    return Lazy([*published, "404.html"], lambda name: origin(context, place, published[name], others) if name in published else error)


def origin(context: Context, place: Place, page: Published, others: Mapping[str, str]) -> pages.Origin:
    """Return where a page comes from; `others` are the texts that it may quote, by file."""
    source = context.project.draft.pages[f"docs/{page.source}"]
    template = f"overrides/{page.meta.get('template', 'main.html')}"
    style = print_style(place.name, page)
    return pages.Origin(source.file, source.markdown, page.content(), template, style, asks=not holds_names(page.url), others=others)
