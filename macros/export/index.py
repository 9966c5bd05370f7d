"""What the search knows of a page: its sections, each under its heading, as plain text.

A section lasts until the next heading that has an address, or the end of the element that holds its own; what then follows is of the section before.
What is marked `data-search-exclude` is left out; a heading so marked, with all its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

REST = r"""(?:[^>"']++|"[^"]*"|'[^']*')*+"""
# Whole elements that are not read: drawings, scripts, the link that the theme adds to a heading.
UNREAD = re.compile(r"""<(svg|script|style)\b.*?</\1>|<a class="headerlink".*?</a>""", re.S)
# Tags within a word or a sentence: they part nothing, and most tags are such.
INLINE = re.compile(rf"</?(?:a|abbr|b|cite|code|dfn|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?: {REST})?>")
TAG = re.compile(rf"(<(/?)([a-z][a-z0-9]*){REST}>)([^<]*)")
HEADING = re.compile(r"""<h[1-6] (?:[^>]* )?id="([^"]+)\"""")
EXCLUDED = " data-search-exclude"
VOID = {"br", "col", "hr", "img", "input", "link", "meta"}
# Each outermost one is a line.
BLOCKS = {"p", "ul", "ol", "pre"}
NEVER = 10_000
BLANKS = re.compile(r"[\s\x02\x03]+")


@dataclass
class Section:
    """A part of a page: its anchor, empty for the page's first; whether it is told; how deep its heading stands; its words."""

    anchor: str
    told: bool = True
    depth: int = 0
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


@dataclass
class Reader:
    """Reads a page in sections."""

    sections: list[Section] = field(default_factory=list)
    # The elements that are open; how many of them, the last one included, when an unread one, a heading, an outermost block was opened.
    open: list[str] = field(default_factory=list)
    unread: int = NEVER
    heading: int = NEVER
    block: int = NEVER

    def read(self, html: str) -> list[Section]:
        """Return the sections of a page."""
        self.section = Section("")
        self.sections = [self.section]
        bare = INLINE.sub("", UNREAD.sub("", html))
        self.words.append(bare.partition("<")[0])
        for source, closing, name, text in TAG.findall(bare):
            self.close(name) if closing else self.enter(source, name)
            if len(self.open) < self.unread:
                self.words.append(BLANKS.sub(" ", unescape(text)))
        return self.sections

    @property
    def words(self) -> list[str]:
        """The words that are being read."""
        return self.section.title if len(self.open) >= self.heading else self.section.text

    def enter(self, source: str, name: str) -> None:
        """Take an opening tag."""
        if name in VOID:
            self.part()
            return
        self.open.append(name)
        if heading := HEADING.match(source):
            self.begin(source, heading[1])
        self.part()
        if name in BLOCKS:
            self.block = min(self.block, len(self.open))
        if EXCLUDED in source:
            self.unread = min(self.unread, len(self.open))

    def begin(self, source: str, anchor: str) -> None:
        """Begin a section at its heading; the first title is the page's."""
        self.heading = len(self.open)
        if source.startswith("<h1") and len(self.sections) == 1:
            self.section.depth = self.heading
            return
        self.section, self.block = Section(anchor, EXCLUDED not in source, self.heading), NEVER
        self.sections.append(self.section)

    def close(self, name: str) -> None:
        """Take a closing tag; what holds a section may end with it."""
        if not self.open or self.open[-1] != name:
            return
        if self.section.depth > len(self.open):
            self.section.depth = NEVER
            self.section = next((one for one in reversed(self.sections) if one.depth <= len(self.open)), self.section)
        depth = len(self.open)
        self.open.pop()
        self.unread, self.heading = (NEVER if at == depth else at for at in (self.unread, self.heading))
        self.part(line=self.block == depth)
        self.block = NEVER if self.block == depth else self.block

    def part(self, *, line: bool = False) -> None:
        """Part the words around a tag."""
        if len(self.open) < self.unread:
            self.words.append("\n" if line else " ")


def entries(url: str, title: str, html: str) -> list[list[str]]:
    """Return the address, the title and the text of each section of a page; a text has a line for each outermost block.

    `url` is the page's address from the site's root, `title` its title, as plain text, for a first section without a heading.
    """
    return [entry for section in Reader().read(html) if section.told for entry in told(url, title, section)]


def told(url: str, title: str, section: Section) -> Iterator[list[str]]:
    """Yield a section as the search takes it, if it says anything or is the page's first."""
    name, text = line("".join(section.title)), lines("".join(section.text))
    if name or text or not section.anchor:
        yield [f"{url}#{section.anchor}" if section.anchor else url, name or title, text]


def lines(text: str) -> str:
    """Return the lines of a text that hold something, each with single blanks."""
    return "\n".join(filter(None, map(line, text.split("\n"))))


def line(text: str) -> str:
    """Return a text on one line, with single blanks."""
    return BLANKS.sub(" ", text).strip()
