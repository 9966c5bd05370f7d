"""What Zensical calls for each page: its macros, and the Markdown of this site."""

from __future__ import annotations

import posixpath
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from zensical.extensions.context import ContextPreprocessor, Page

from macros.loading import load_known
from macros.mistakes import Mistake, MistakesError
from macros.reading.markup import Fragments, of_page
from macros.reading.page import Page as Source
from macros.reading.rendered import FRONT_MATTER
from macros.rendering.pages import made, page_context, put_marks, site_context
from macros.sound import FILE as SOUND
from macros.sound import Sound

# What a page keeps, under this name in its header, for the step that follows the build.
OURS = "page"


class Site:
    """A project as all its pages need it, and the mistakes of its templates."""

    def __init__(self, root: Path) -> None:
        self.context = site_context(load_known(root, Sound(root / SOUND), again=False))
        self.mistakes: list[Mistake] = []


@cache
def site_of(root: Path) -> Site:
    """Return the site of a project, the same each time. Raises MistakesError."""
    return Site(root)


class Pages(Extension):
    """Calls the macros of a page; its HTML of ours waits, as tokens, until the engine has followed the links."""

    def __init__(self, root: str) -> None:
        super().__init__()
        self.site = site_of(Path(root))

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Register what makes the page, and nothing else: Zensical makes a Markdown for each, with extensions of its own."""
        page, fragments = shown(md), Fragments()
        md.build_parser().registerExtensions(of_page(fragments), {})
        md.preprocessors.register(Called(md, self.site, page, fragments), "called", 100)
        # Once its signs are text (6), before the contents give it a link (5).
        md.treeprocessors.register(Title(md, page), "title", 5.5)
        md.treeprocessors.register(ToItself(md, page), "to itself", 0)
        md.treeprocessors.register(Waits(md), "waits", -20)


class Called(Preprocessor):
    """Replaces the words of a page by what its macros make of them."""

    def __init__(self, md: Markdown, site: Site, page: Page, fragments: Fragments) -> None:
        super().__init__(md)
        self.site, self.page, self.fragments = site, page, fragments

    def run(self, lines: list[str]) -> list[str]:
        """Return the page; what is wrong in a template is noted, and leaves the page empty."""
        page = self.page
        page.meta |= header(self.site.context.project.draft.pages[f"docs/{page.path}"])
        put_marks(page.meta, self.site.context.project.draft.marks)
        try:
            markdown = made(page_context(self.site.context, page.url, self.fragments), page.path, "\n".join(lines), page.meta)
        except MistakesError as error:
            self.site.mistakes += error.mistakes
            markdown = ""
        page.meta[OURS] = {"source": page.path, "fragments": self.fragments.kept}
        return markdown.split("\n")


class Title(Treeprocessor):
    """Notes the first heading, as HTML, where it is the page's own."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Note it in the page's header."""
        first = next(iter(root), None)
        if first is not None and first.tag == "h1":
            self.page.meta[OURS]["titre"] = strip_tags(render_inner_html(first, self.md))


class ToItself(Treeprocessor):
    """Has a link of a page to its own file lead there by « ./ »: Zensical makes nothing of it on the first page of a folder."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.source = page.path

    def run(self, root: Element) -> None:
        """Change these links."""
        folder, name = posixpath.split(self.source)
        for link in root.iter("a"):
            path, hash_, part = link.get("href", "").partition("#")
            if path and posixpath.normpath(posixpath.join(folder, path)) == self.source:
                link.set("href", f"./{name}{hash_}{part}")


class Waits(Treeprocessor):
    """Leaves the tokens of the page itself in their place: those of its headings are restored for the contents alone."""

    def run(self, root: Element) -> None:
        """Have nothing more restored."""
        self.md.postprocessors.deregister("restore")


def header(page: Source) -> dict[str, Any]:
    """Return what the header of a page says, as MkDocs reads it; Zensical, whose YAML is another one, is not given it."""
    found = FRONT_MATTER.match(page.typed)
    return yaml.load(found[1], yaml.CSafeLoader) if found else {}


def shown(md: Markdown) -> Page:
    """Return the page that Zensical renders by this Markdown. Raises LookupError where it renders none."""
    if (context := ContextPreprocessor.from_markdown(md)) is None:
        raise LookupError("This extension renders pages of Zensical alone.")
    return context.page


def makeExtension(**settings: Any) -> Pages:  # noqa: N802 - the name that Python-Markdown calls
    """Return the extension; `root` is the project's folder."""
    return Pages(**settings)
