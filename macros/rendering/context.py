"""What a macro knows: the project, the page it writes to, the day."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from macros.rendering.citations import cite, words
from macros.rendering.components import Components

if TYPE_CHECKING:
    from macros.project import Project


def build_day() -> date:
    """Return the day of the build: that of SOURCE_DATE_EPOCH if set, for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


@dataclass
class Context:
    """Where a macro is called.

    `page` is the page's address from the site's root (`encadrements/directive/`, empty for the home page);
    `used` lists the components that the page needs, in order; `bubbles` holds what is explained on demand, by
    id; `quoting` is set while the words of a clause are quoted, so that a quotation explains nothing in turn; `description` sums the
    page up for search engines.
    """

    project: Project
    components: Components
    page: str = ""
    today: date = field(default_factory=build_day)
    used: list[str] = field(default_factory=list)
    bubbles: dict[str, str] = field(default_factory=dict)
    quoting: bool = False
    description: str = ""

    def render(self, component: str, **values: object) -> str:
        """Return a component's HTML, without blank lines or retreat, as Markdown wants it."""
        self.use(component)
        tools = {"lien": self.link, "citer": partial(cite, self), "mots_de": partial(words, self), "jour": self.today, "projet": self.project}
        return self.components.render(component, **tools, **values)

    def use(self, *components: str) -> None:
        """Note that the page needs the style and the script of some components."""
        self.used.extend(name for name in components if name not in self.used)

    def link(self, address: str) -> str:
        """Return the relative link from this page to an address counted from the site's root."""
        path, hash_, fragment = address.partition("#")
        if path == self.page and fragment:
            return hash_ + fragment
        relative = posixpath.relpath("/" + path, "/" + self.page)
        folder = "/" if path.endswith("/") or not path else ""
        return (relative + folder if relative != "." else "./") + hash_ + fragment
