"""What MkDocs asks of plugins, besides the macros: ours are given to it by the hooks, not by `mkdocs.yml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from macros.aside import Aside
from macros.reading.markup import Fragments
from macros.theme_package import THEME

ID = re.compile(r'<[^<>]* id="([^"]*)"')
# Where our theme has its logos, and Material its styles.
LOGOS = "assets/site/"
STYLES = "assets/stylesheets/"


class Anchors(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Tells MkDocs of the ids in our HTML, which it looks for in Markdown: it warns of the links that lead to no id."""

    def on_page_content(self, html: str, page: Any, **_: Any) -> None:
        """Add the ids of a page that is rendered."""
        page.present_anchor_ids.update(ID.findall(html))


class Waiting(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Keeps the pages out of memory while they wait: MkDocs renders the words of all of them before the theme takes the first."""

    def __init__(self, aside: Aside, fragments: Fragments) -> None:
        self.aside, self.fragments = aside, fragments

    def on_page_content(self, html: str, page: Any, **_: Any) -> str:
        """Put what Markdown made of a page aside, and let go what it is made from."""
        page.waits = self.aside.put(html)
        page.markdown = ""
        self.fragments.kept.clear()
        return ""

    def on_page_context(self, context: Any, page: Any, **_: Any) -> None:
        """Give it back to the theme."""
        page.content = self.aside.get(page.waits)

    def on_post_page(self, output: str, page: Any, **_: Any) -> None:
        """Let it go."""
        page.content = ""


class Unpublished(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Keeps out of the site what MkDocs would copy with the theme: what components say to programmers only, other logos than the site's, and all
    that Material has but its styles.
    """

    def __init__(self, logo: str) -> None:
        self.logo = logo

    def on_files(self, files: Files, **_: Any) -> None:
        """Take them from the files to publish."""
        for file in [file for file in files if self.kept_out(file.src_uri, Path(file.abs_src_path or ""))]:
            files.remove(file)

    def kept_out(self, name: str, file: Path) -> bool:
        """Tell whether a file of the theme is not to be published."""
        if file.is_relative_to(THEME):
            return not name.startswith(STYLES)
        manifest = name.startswith("composants/") and name.endswith(".yml")
        return manifest or (name.startswith(LOGOS) and name.endswith(".svg") and name != self.logo)
