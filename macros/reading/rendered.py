"""What a page's own Markdown gives once rendered: its links, its images, and what pages do without."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from html import unescape
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from macros.reading.markup import OPEN, Fragments, of_page, texts

HTML = re.compile(r"</?[a-zA-Z!][^<>\n]*>?")
TAG = re.compile(r"</?[a-zA-Z!][\w-]*")
BRACES = re.compile(r"(?<!{){(?![{%#])[^{}\n]*}(?!})")
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.S)
CALL = re.compile(r"{{[^{}\n]*}}")
# What stands for a macro call: no macro is called, and no token has this number.
CALLED = f"{OPEN}{OPEN}"
# The number of a line, written after what is searched.
LINE = re.compile("\ufdd2([0-9]+)\ufdd3")
# The part of an address that is searched in the page.
WHOLE = re.compile(r"[^\s`<>\\]+")
EMPTY = "]("
WORD = re.compile(r"\w+")
# What an address or a telephone number has, and few other words; dots are those that look like one, too.
MAY_LEAD = re.compile(r"[.@\u2024\uff0e\uff20]|\d.*\d.*\d")
# How Python-Markdown writes a character of an e-mail address.
HIDDEN = re.compile(rf"{AMP_SUBSTITUTE}#([0-9]+);")
# A heading that its author named.
NAMED = re.compile(r"^#.*( { #[\w-]+ } *)$")


class Found(NamedTuple):
    """Something in a rendered page: `html`, `braces`, `link`, `image` or `code` (that spaces make), and its text, its address or its first line.

    `shown` is a link whose words may hold an address or a number: these words and, on a line of its own, the address, which differ.
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Rendered:
    """A page rendered: what was found in order, each with its line, and the ids of the headings."""

    found: list[tuple[int, Found]]
    ids: list[str]


@lru_cache(maxsize=512)
def rendered(markdown: str) -> Rendered:
    """Return what a page gives, its macros not called; the page has no excess (`excesses`).

    A page that did not change is not rendered again; what it gives is shared, and none changes it.
    """
    source = FRONT_MATTER.sub(lambda m: "\n" * m[0].count("\n"), CALL.sub(CALLED, markdown))
    root, references = tree(source)
    found = list(findings(root, references))
    return Rendered(located(source, found), [id_ for element in root.iter() if (id_ := element.get("id"))])


class Keep(Treeprocessor):
    """Keeps the tree of a page."""

    root = Element("div")

    def run(self, root: Element) -> None:
        """Keep it."""
        self.root = root


def tree(source: str) -> tuple[Element, list[str]]:
    """Return the tree of a page as its author's signs make it, and the addresses of its references."""
    md = Markdown(extensions=of_page(Fragments()))
    for step in ("plain", "attributes"):
        md.treeprocessors.deregister(step)
    keep = Keep()
    md.treeprocessors.register(keep, "keep", -20)
    md.convert(source)
    return keep.root, [address for address, _ in md.references.values()]


def findings(root: Element, references: list[str]) -> Iterator[Found]:
    """Yield what is found in a page: first in its text, then in what the text does not show."""
    used = set()
    for element in root.iter():
        if (address := element.get("href", element.get("src"))) is not None and element.get("class") != "headerlink":
            used.add(address)
            yield Found("image" if element.tag == "img" else "link", readable(address))
            if element.tag == "a" and (shown := words(element)) not in ("", readable(address)):
                yield Found("shown", f"{shown}\n{readable(address)}")
        if element.tag == "pre" and (first := first_line(element)):
            yield Found("code", first)
    for text in [*texts(root), *(value for e in root.iter() for name in ("alt", "title") if (value := e.get(name)))]:
        yield from (Found("html", match[0]) for match in HTML.finditer(text))
        yield from (Found("braces", match[0]) for match in BRACES.finditer(text))
    yield from (Found("link", readable(address)) for address in references if address not in used)


def words(link: Element) -> str:
    """Return what a reader sees of a link, if it may hold an address or a number; or nothing."""
    text = " ".join("".join(link.itertext()).split())
    return text if MAY_LEAD.search(text) and AMP_SUBSTITUTE not in text else ""


def first_line(code: Element) -> str:
    """Return the first line of a block of code that is not blank."""
    return next((line.strip() for line in unescape("".join(code.itertext())).split("\n") if line.strip()), "")


def readable(address: str) -> str:
    """Return an address without what Python-Markdown hides an e-mail address with, nor macros."""
    if AMP_SUBSTITUTE in address:
        # The number of a line stands between signs that are no characters, which `unescape` would drop.
        address = unescape(HIDDEN.sub(lambda m: chr(int(m[1])), address).replace(AMP_SUBSTITUTE, "&"))
    return address.replace(OPEN, "")


def located(source: str, found: list[Found]) -> list[tuple[int, Found]]:
    """Return what was found with its lines.

    The page is rendered again with, after each sign searched, the number of its line: code that holds the same sign is
    not taken for it.
    """
    if not found:
        return []
    again = findings(*tree(marked(source, {sign(thing) for thing in found})))
    lines: dict[Found, deque[int]] = defaultdict(deque)
    places = first_lines(source)
    for thing in again:
        if number := LINE.search(thing.text):
            lines[Found(thing.kind, LINE.sub("", thing.text))].append(int(number[1]))
    return [(lines[thing].popleft() if lines[thing] else nearest_line(places, thing), thing) for thing in found]


def sign(found: Found) -> str:
    """Return what to search in the page: it stands on one line, as it is."""
    if found.kind == "html":
        tag = TAG.match(found.text)
        return tag[0] if tag else found.text
    if found.kind in ("braces", "code"):
        return found.text
    address = found.text.rpartition("\n")[2]
    return max(WHOLE.findall(address.removeprefix("mailto:")), key=len, default=EMPTY)


def marked(source: str, signs: set[str]) -> str:
    """Return the page with, in each sign, the number of its line: where the sign keeps its meaning."""
    pattern = re.compile("|".join(re.escape(s) for s in sorted(signs, key=len, reverse=True)))
    lines = enumerate(source.split("\n"), 1)
    return "\n".join(pattern.sub(partial(mark, number), line[: unnamed(line)]) + line[unnamed(line) :] for number, line in lines)


def unnamed(line: str) -> int:
    """Return where a line ends without the name that its author gave to a heading."""
    name = NAMED.search(line)
    return name.start(1) if name else len(line)


def mark(line: int, match: re.Match[str]) -> str:
    """Return a sign with the number of its line: within braces, after anything else."""
    number = f"\ufdd2{line}\ufdd3"
    return f"{{{number}{match[0][1:]}" if match[0].startswith("{") else f"{match[0]}{number}"


def first_lines(source: str) -> dict[str, int]:
    """Return the first line that holds each word of a page."""
    lines = [*enumerate(source.split("\n"), 1)]
    return {word: number for number, line in reversed(lines) for word in WORD.findall(line)}


def nearest_line(words: dict[str, int], found: Found) -> int:
    """Return the first line that holds a word of what was found, the longest first, or the first of the page; `words` are those of the page."""
    return next((words[word] for word in sorted(WORD.findall(found.text), key=len, reverse=True) if word in words), 1)
