"""Markdown as this site reads it: prose alone, in which the HTML of our own components travels as tokens.

What an editor types never is HTML: a tag and an entity come out as text, and braces give nothing an attribute, but for the
name that ends a heading (`{ #nom }`). What a component makes never is Markdown: it waits in `Fragments` while the page holds
a token for it, and takes its place once everything else is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS, AtomicString
from markupsafe import Markup

# No text holds these two: they are no characters, no file may have them, and a text that passes by `clean` loses them.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
SIGNS = re.compile(f"[{OPEN}{CLOSE}]")
TOKEN = re.compile(f"{OPEN}([0-9]+){CLOSE}")
TOKENS_ALONE = re.compile(rf" {{0,3}}{OPEN}[0-9]+{CLOSE}(?:\s*{OPEN}[0-9]+{CLOSE})*\s*")
FIRST_TAG = re.compile(r"</?([a-z][a-z0-9]*)")
# The element around tokens that stand for blocks: only its content is published.
HOLDER = "fragment"
RESTORED = re.compile(f"<{HOLDER}>(.*?)</{HOLDER}>|{TOKEN.pattern}", re.S)
NAME = re.compile(r" { #([\w-]+) } *$")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What a browser skips when it reads where an address leads.
SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufdd0-\ufdef\ufeff]")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
FOLLOWED = ("", "https:", "http:", "mailto:", "tel:")


class Fragments:
    """HTML of our own that waits for its place in a page."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def keep(self, html: Markup) -> str:
        """Return the token that stands for some HTML in Markdown."""
        self.kept.append(str(html))
        return f"{OPEN}{len(self.kept) - 1}{CLOSE}"

    def clean(self, text: str) -> str:
        """Return an editor's text without what could pass for a token."""
        return SIGNS.sub("", text)

    def restore(self, text: str) -> str:
        """Return a text with each token replaced by its HTML; what that HTML holds is not looked at again."""
        return RESTORED.sub(lambda m: self.restore(m[1]) if m[1] is not None else self.kept[int(m[2])], text)

    def is_block(self, index: int) -> bool:
        """Tell whether the HTML of a token is one of blocks, rather than part of a sentence."""
        tag = FIRST_TAG.match(self.kept[index])
        return tag is not None and tag[1] in BLOCK_LEVEL_ELEMENTS

    def all_blocks(self, text: str) -> bool:
        """Tell whether a text is made of tokens of blocks alone."""
        return TOKENS_ALONE.fullmatch(text) is not None and all(self.is_block(int(index)) for index in TOKEN.findall(text))

    @cached_property
    def quoting(self) -> Markdown:
        """What renders words out of their page: as pages are, but headings get no id."""
        return Markdown(extensions=[*prose(), Prose(self)])

    def html(self, markdown: str) -> Markup:
        """Return a piece of Markdown as HTML."""
        return Markup(self.quoting.reset().convert(markdown))  # noqa: S704


class Prose(Extension):
    """Switches HTML and attributes off in Python-Markdown, and lets tokens through."""

    def __init__(self, fragments: Fragments) -> None:
        super().__init__()
        self.fragments = fragments

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Register what makes the difference."""
        md.preprocessors.deregister("html_block")
        for pattern in ("html", "entity"):
            md.inlinePatterns.deregister(pattern)
        md.block_level_elements.append(HOLDER)
        md.preprocessors.register(Apart(md, self.fragments), "apart", 20)
        md.parser.blockprocessors.register(Holder(md.parser, self.fragments), "holder", 75)
        # Once inline marks are read (20) and before the table of contents (5).
        md.treeprocessors.register(Names(md), "names", 9)
        md.treeprocessors.register(Plain(md), "plain", 6)
        # Once MkDocs has made links relative (0).
        md.treeprocessors.register(Attributes(md), "attributes", -10)
        # Last: nothing changes our HTML.
        md.postprocessors.register(Restore(md, self.fragments), "restore", -10)


def prose() -> list[Extension]:
    """Return the extensions of Markdown that editors may use, wherever it is rendered."""
    return [DefListExtension(), FencedCodeExtension(), SaneListExtension(), TableExtension(use_align_attribute=True)]


def of_page(fragments: Fragments) -> list[Extension]:
    """Return the extensions that render a page: those of prose, tokens, and headings with an id and a link."""
    contents = TocExtension(permalink="#", permalink_title="Lien vers cette partie", toc_depth="2-4")
    return [*prose(), contents, Prose(fragments)]


class Apart(Preprocessor):
    """Sets the lines of tokens of blocks apart from the text that touches them."""

    def __init__(self, md: Markdown, fragments: Fragments) -> None:
        super().__init__(md)
        self.fragments = fragments

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a blank one on each side of those."""
        return [apart for line in lines for apart in (["", line, ""] if self.fragments.all_blocks(line) else [line])]


class Holder(BlockProcessor):
    """Puts tokens of blocks in an element of their own, not in a paragraph."""

    def __init__(self, parser: object, fragments: Fragments) -> None:
        super().__init__(parser)  # type: ignore[arg-type]
        self.fragments = fragments

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether a block is made of tokens of blocks alone."""
        return self.fragments.all_blocks(block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the block."""
        SubElement(parent, HOLDER).text = AtomicString(blocks.pop(0).strip())


class Names(Treeprocessor):
    """Gives a heading the id that ends it: `## Titre { #nom }`."""

    def run(self, root: Element) -> None:
        """Move the names from the text to the attribute."""
        for heading in root.iter():
            last = heading[-1] if heading.tag in HEADINGS and len(heading) else None
            text = (heading.text if last is None else last.tail) or ""
            if heading.tag in HEADINGS and (name := NAME.search(text)):
                heading.set("id", name[1])
                text = text[: name.start()].rstrip().rstrip("#").rstrip()
                if last is None:
                    heading.text = text
                else:
                    last.tail = text


class Plain(Treeprocessor):
    """Makes an ampersand a character like another: otherwise `&lt;` would be read as « < » by the browser."""

    def run(self, root: Element) -> None:
        """Escape the ampersands of the text; code's already are."""
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = element.text.replace("&", "&amp;")
            if element.tail:
                element.tail = element.tail.replace("&", "&amp;")


class Attributes(Treeprocessor):
    """Makes attributes text alone, and takes away the addresses that the site neither follows nor loads."""

    def run(self, root: Element) -> None:
        """Clean the attributes of all the elements."""
        for element in root.iter():
            for name, value in list(element.items()):
                if (name == "href" and scheme(value) not in FOLLOWED) or (name == "src" and is_elsewhere(value)):
                    del element.attrib[name]
                else:
                    element.set(name, SIGNS.sub("", TOKEN.sub("", value)).replace("&", "&amp;"))


class Restore(Postprocessor):
    """Puts our HTML in the place of its tokens."""

    def __init__(self, md: Markdown, fragments: Fragments) -> None:
        super().__init__(md)
        self.fragments = fragments

    def run(self, text: str) -> str:
        """Return the page, or the heading, with its HTML."""
        return self.fragments.restore(text)


def address_of(text: str) -> str:
    """Return an address as a browser may read it: entities decoded, invisible characters gone, in lower case."""
    return SKIPPED.sub("", unescape(text)).replace("\\", "/").lower()


def scheme(address: str) -> str:
    """Return the scheme of an address (`https:`), or nothing."""
    found = SCHEME.match(address_of(address))
    return found[0] if found else ""


def is_elsewhere(address: str) -> bool:
    """Tell whether an address is not one of the site's own."""
    return bool(scheme(address)) or address_of(address).startswith("//")


def texts(root: Element) -> Iterator[str]:
    """Yield the texts of a tree that are not code, in order."""
    for element in root.iter():
        if element.text and element.tag != "code":
            yield element.text
        if element.tail:
            yield element.tail
