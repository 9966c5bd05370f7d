"""What a macro knows: the project, the page it writes to, the day."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, partial
from typing import TypeVar

from markupsafe import Markup, escape

from macros.components import Components
from macros.kept import Kept
from macros.memo import once
from macros.project import Project
from macros.reading.markup import Fragments
from macros.rendering.materials import materials
from macros.rendering.registry import TOOLS
from macros.typography import french_markdown

T = TypeVar("T")
# What `tools` gives every template besides the functions of the registry.
NAMES = ("jour", "lien", "premier_jour", "projet")
EARLIER = timedelta(days=7)
# What the libraries that read this day too may write: 32 bits.
MOST_SECONDS = 2**32
NO_DAY = (
    "SOURCE_DATE_EPOCH={0} : ce jour est un nombre de secondes depuis 1970 (date +%s)\n"
    "SOURCE_DATE_EPOCH={0}: this day is a number of seconds since 1970 (date +%s)"
)


def build_day() -> date:
    """Return the day of the build: that of SOURCE_DATE_EPOCH if set, for reproducible builds. Raises SystemExit if it gives none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return date.today()
    if not (epoch.isdecimal() and int(epoch) < MOST_SECONDS):
        raise SystemExit(NO_DAY.format(epoch))
    return datetime.fromtimestamp(int(epoch), UTC).date()


@dataclass
class Context:
    """Where a macro is called.

    `page` is the page's address from the site's root (`encadrements/directive/`, empty for the home page);
    `used` lists the components that the page needs, in order; `bubbles` holds what is explained on demand, by
    id; `fragments` holds the HTML that waits for its place in the page; `quoting` is set while the words of a
    clause are quoted, so that a quotation explains nothing in turn; `description` sums the page up for search
    engines; `made` holds what the page asks for again and again; `kept`, if anything is, what former builds made;
    `site` is the context of the site that the page is of.
    """

    project: Project
    components: Components
    page: str = ""
    today: date = field(default_factory=build_day)
    used: list[str] = field(default_factory=list)
    bubbles: dict[str, Markup] = field(default_factory=dict)
    fragments: Fragments = field(default_factory=Fragments)
    quoting: bool = False
    description: str = ""
    made: dict[Hashable, object] = field(default_factory=dict)
    kept: Kept | None = None
    site: Context | None = None

    @cached_property
    def materials(self) -> str:
        """The fingerprint of all that macros write from: the same for all the pages of a site, which reads it once."""
        return self.site.materials if self.site else materials(self.project, self.components.folder, self.today)

    def lasting(self, name: str, make: Callable[[], str]) -> str:
        """Return a text that is made from what macros write from and from nothing else, kept for the next build where something is."""
        return self.kept.of([name, self.page, self.materials], make) if self.kept else make()

    def pieces(self, name: str, make: Callable[[], Iterable[str]]) -> Iterable[str]:
        """Return the pieces of such a text, which is too long to be held whole: each is to be written as it comes."""
        return self.kept.pieces([name, self.page, self.materials], make) if self.kept else make()

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is made under a key, made the first time that this page asks for it."""
        if key not in self.made:
            self.made[key] = make()
        return self.made[key]  # type: ignore[return-value]

    def render(self, component: str, **values: object) -> Markup:
        """Return a component's HTML, and note that the page needs its styles and scripts."""
        if component not in self.used:
            self.used.append(component)
        return self.components.render(component, **self.tools(), **values)

    def tools(self) -> dict[str, object]:
        """Return what every template may use."""
        return {"lien": self.link, **{name: partial(function, self) for name, function in TOOLS.items()}, **self.days(), "projet": self.project}

    def days(self) -> dict[str, object]:
        """Return the days that templates may use: that of the build, the first one on which someone may read what is built."""
        return {"jour": self.today, "premier_jour": self.first_day}

    @property
    def first_day(self) -> date:
        """The first day of which pages need the answers: where it is not yet the day of the build, it may be that of the eve."""
        return max(self.today - EARLIER, self.project.debut)

    def markdown(self, *parts: str) -> str:
        """Return the parts of a page as its Markdown, each set apart: Markdown with French typography, HTML as tokens."""
        return "\n\n".join(self.fragments.keep(part) if isinstance(part, Markup) else french_markdown(part) for part in parts)

    def text(self, value: str) -> str:
        """Return what shows a value in Markdown as the text that it is, whatever signs it has."""
        return self.fragments.keep(escape(value))

    def heading(self, level: int, title: str, id_: str = "") -> str:
        """Return a heading whose title is text, as Markdown."""
        return f"{'#' * level} {self.text(title)}" + (f" {{ #{id_} }}" if id_ else "")

    def link(self, address: str) -> str:
        """Return the relative link from this page to an address counted from the site's root."""
        path, hash_, fragment = address.partition("#")
        if path == self.page and fragment:
            return hash_ + fragment
        return way(self.page, path) + hash_ + fragment


@once
def way(page: str, path: str) -> str:
    """Return the relative address of a page from another one, both counted from the site's root."""
    relative = posixpath.relpath("/" + path, "/" + page)
    folder = "/" if path.endswith("/") or not path else ""
    return relative + folder if relative != "." else "./"
