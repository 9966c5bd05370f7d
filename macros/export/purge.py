"""A style sheet without what no page of the site uses.

What is used is told by words: those of the pages' attributes and tags, and those of the scripts, whatever they mean there. A rule goes when
each of its selectors names a class, an id or a value that is no such word; what stands within `:is()`, `:not()` or `:where()` is never a
reason to drop one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

import tinycss2

WORD = re.compile(r"[A-Za-z_][\w-]*")
WITHIN = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
VALUE = re.compile(r"""\[[\w-]+[~|^$*]?=["']?([\w-]+)["']?\]""")
READ = re.compile(r"var\(\s*--([\w-]+)")
ESCAPE = re.compile(r"\\(.)")
# Rules that hold rules.
GROUPS = {"media", "supports", "layer", "container"}
SOURCE = re.compile(r"""</?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.I)
BARE = {"skip_comments": True, "skip_whitespace": True}


def words_of_page(html: str) -> set[str]:
    """Return the words of the names and attributes of the tags of a page that the guard let through."""
    return {word for source in set(SOURCE.findall(html)) for word in WORD.findall(source)}


def words_of_script(code: str) -> set[str]:
    """Return all the words of a script."""
    return set(WORD.findall(code))


def variables_read(css: str) -> set[str]:
    """Return the names, without their dashes, of the variables that a style sheet reads."""
    return set(READ.findall(css))


def purged(css: str, used: Set[str], elsewhere: Set[str]) -> str:
    """Return a style sheet without the rules that nothing uses, then without the variables that nothing reads, here or `elsewhere`."""
    text = Purge(used).sheet(css)
    while (smaller := Purge(used, used | elsewhere | variables_read(text)).sheet(text)) != text:
        text = smaller
    return text


@dataclass(frozen=True)
class Purge:
    """Keeps the rules that the words of the site use and, where they are told, the variables that something reads."""

    used: Set[str]
    read: Set[str] | None = None

    def sheet(self, css: str) -> str:
        """Return what is kept of a style sheet."""
        return self.rules(tinycss2.parse_stylesheet(css, **BARE))

    def rules(self, nodes: Iterable[Any]) -> str:
        """Return the text of what is kept of some rules."""
        return "".join(map(self.rule, nodes))

    def rule(self, node: Any) -> str:
        """Return the text of what is kept of a rule, empty for nothing."""
        if node.type == "at-rule" and node.lower_at_keyword in GROUPS and node.content is not None:
            return block(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", self.rules(tinycss2.parse_rule_list(node.content, **BARE)))
        if node.type != "qualified-rule":
            return str(node.serialize())
        selectors = ",".join(one for one in split(tinycss2.serialize(node.prelude)) if self.asks_for_words(one))
        return block(selectors, ";".join(self.declarations(node.content))) if selectors else ""

    def declarations(self, content: list[Any]) -> Iterator[str]:
        """Yield the declarations of a rule that are kept."""
        for node in tinycss2.parse_blocks_contents(content, **BARE):
            variable = node.type == "declaration" and node.name.startswith("--")
            if not (variable and self.read is not None and node.name[2:] not in self.read):
                yield str(node.serialize())

    def asks_for_words(self, selector: str) -> bool:
        """Tell whether a page may hold what a selector asks for."""
        asked = WITHIN.sub("", selector)
        names = [ESCAPE.sub(r"\1", name) for name in NAME.findall(VALUE.sub("", asked))]
        return self.used >= {*names, *VALUE.findall(asked)}


def block(head: str, body: str) -> str:
    """Return a rule, empty if it holds nothing."""
    return f"{head}{{{body}}}" if body else ""


def split(prelude: str) -> list[str]:
    """Return the selectors of a list: a comma within brackets separates none."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            found.append(prelude[start:at].strip())
            start = at + 1
    return [*found, prelude[start:].strip()]
