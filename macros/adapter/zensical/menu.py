"""The pages and the menu as the theme's templates take them, whichever engine made the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.navigation import Menu


@dataclass
class Heading:
    """A heading in the contents of a page, whose title is HTML, with those below it."""

    title: str
    url: str
    level: int
    children: list[Heading]


@dataclass
class Page:
    """A page in a template; `title` is HTML, `toc` its contents, `active` tells whether it is the one that is shown."""

    url: str
    title: str
    meta: Mapping[str, Any]
    toc: list[Heading]
    content: str = ""
    canonical_url: str | None = None
    active: bool = False
    children: None = None

    @property
    def is_homepage(self) -> bool:
        """Whether it is the site's first page."""
        return self.url == ""


@dataclass
class Section:
    """A section of the menu, whose title is plain, with its pages."""

    title: str
    children: list[Page]
    is_section: bool = True

    @property
    def active(self) -> bool:
        """Whether it holds the page that is shown."""
        return any(page.active for page in self.children)


@dataclass
class Navigation:
    """The menu of the site: its sections, and the pages that are alone in theirs."""

    items: list[Page | Section]
    homepage: Page

    def __iter__(self) -> Iterator[Page | Section]:
        """Yield what it is made of, in order."""
        return iter(self.items)


def file_of(url: str) -> str:
    """Return the file of a page in the site."""
    return f"{url}index.html"


def navigation(menu: Menu, pages: Mapping[str, Page]) -> Navigation:
    """Return the menu of the site; `pages` are by their files from `docs/`."""
    items = [item(title, held, pages) for section in menu for title, held in section.items()]
    return Navigation(items, next(page for page in pages.values() if page.is_homepage))


def item(title: str, held: str | list[str | dict[str, str]], pages: Mapping[str, Page]) -> Page | Section:
    """Return a section, or the page that is alone in it."""
    return pages[held] if isinstance(held, str) else Section(title, [pages[file] for one in held for file in files(one)])


def files(one: str | dict[str, str]) -> list[str]:
    """Return the file of a page of the menu, which may come with a title."""
    return [one] if isinstance(one, str) else [*one.values()]


def titles(menu: Menu) -> dict[str, str]:
    """Return the plain titles that the menu gives to pages, by their files."""
    named: dict[str, str] = {}
    for title, held in ((title, held) for section in menu for title, held in section.items()):
        if isinstance(held, str):
            named[held] = title
        else:
            named |= {file: name for one in held if isinstance(one, dict) for name, file in one.items()}
    return named


def contents(found: Iterable[Mapping[str, Any]]) -> list[Heading]:
    """Return the contents of a page, from what Zensical says of them."""
    return [Heading(one["title"], one["url"], one["level"], contents(one["children"])) for one in found]
