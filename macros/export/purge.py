"""A style sheet without what no page of the site uses.

What is used is told by words: those of the pages' attributes and tags, and those of the scripts, whatever they mean there. A rule goes when
each of its selectors names a tag, a class, an id, an attribute or a value that is no such word; what stands within `:is()`, `:not()` or
`:where()` is never a reason to drop one, but for `:not([class])`: a page must hold such a tag without a class. (A rule for it makes a browser
style again all that stands within any element whose class changes, whatever it is: no page may pay for a table that none holds.) The theme calls
its notes by everyday words (« note », « question »), which say nothing of their use: their rules go where no page has the class of them all.
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
ATTRIBUTE = re.compile(r"\[([\w-]+)")
# In a selector, all but tags.
BESIDE_TAGS = re.compile(r"\[[^\]]*\]|[.#:]+(?:[\w-]|\\.)+")
VALUE = re.compile(r"""\[[\w-]+[~|^$*]?=["']?([\w-]+)["']?\]""")
WITHOUT_CLASS = re.compile(r"\w+:not\(\[class\]\)")
CLASSED = re.compile(r"\sclass\b", re.I)
QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
# The styles that a script brings name what they do to what is drawn.
BROUGHT = re.compile(r'"style":"(?:[^"\\]|\\.)*"')
NOTICE = "admonition"
KIND_OF_NOTICE = re.compile(r"--md-admonition-icon--([\w-]+)\s*:")
READ = re.compile(r"var\(\s*--([\w-]+)")
ESCAPE = re.compile(r"\\(.)")
# What scripts call otherwise than pages: `new Image()`, `element.dataset.oneTwo`.
MADE = {"Image": "img", "Option": "option"}
CAPITAL = re.compile(r"(?<!^)[A-Z]")
# Rules that hold rules.
GROUPS = {"media", "supports", "layer", "container"}
SOURCE = re.compile(r"""</?[a-z](?:[^<>"']++|"[^"]*"|'[^']*')*+>""", re.I)
BARE = {"skip_comments": True, "skip_whitespace": True}


def words_of_page(html: str) -> set[str]:
    """Return the words of the names and attributes of the tags of a page that the guard let through, and which tags are without a class."""
    sources = set(SOURCE.findall(html))
    bare = (source for source in sources if source[1] != "/" and not CLASSED.search(QUOTED.sub("", source)))
    return {f"{WORD.findall(source)[0].lower()}:not([class])" for source in bare}.union(*map(WORD.findall, sources))


def words_of_script(code: str) -> set[str]:
    """Return all the words of a script, and what those that it alone uses are called in a page."""
    # One by one: the list of all those of the helper's answers would be the most that a build holds.
    words = {found[0] for found in WORD.finditer(BROUGHT.sub("", code))}
    data = {f"data-{CAPITAL.sub(lambda found: f'-{found[0]}', word).lower()}" for word in words if "-" not in word}
    return words | data | {MADE[word] for word in words & MADE.keys()}


def words_of_style(css: str) -> set[str]:
    """Return the words that a style sheet may ask for: all that it holds, and the tags that it wants without a class."""
    return set(WORD.findall(ESCAPE.sub(r"\1", css))).union(WORD.findall(css), WITHOUT_CLASS.findall(css))


def variables_read(css: str) -> set[str]:
    """Return the names, without their dashes, of the variables that a style sheet reads."""
    return set(READ.findall(css))


def purged(css: str, used: Set[str], elsewhere: Set[str]) -> str:
    """Return a style sheet without the rules that nothing uses, then without the variables that nothing reads, here or `elsewhere`."""
    of_notices = frozenset() if NOTICE in used else frozenset(KIND_OF_NOTICE.findall(css))
    kept = Purge(used, of_notices).kept(tinycss2.parse_stylesheet(css, **BARE))
    text = kept.text()
    while (smaller := kept.text(used | elsewhere | variables_read(text))) != text:
        text = smaller
    return text


@dataclass(frozen=True)
class Declaration:
    """A declaration, and the name, without its dashes, of the variable that it sets; empty if it sets none."""

    variable: str
    css: str


@dataclass(frozen=True)
class Rule:
    """A rule that is kept."""

    selectors: str
    declarations: list[Declaration]

    def text(self, read: Set[str] | None) -> str:
        """Return its text, with the variables that are read, or with all; empty if it holds nothing."""
        held = (one.css for one in self.declarations if not one.variable or read is None or one.variable in read)
        return block(self.selectors, ";".join(held))


@dataclass(frozen=True)
class Verbatim:
    """What is kept as it is."""

    css: str

    def text(self, read: Set[str] | None) -> str:
        """Return its text."""
        return self.css


@dataclass(frozen=True)
class Group:
    """Rules that are kept, under their head; a whole sheet has none."""

    head: str
    rules: list[Group | Rule | Verbatim]

    def text(self, read: Set[str] | None = None) -> str:
        """Return their text, with the variables that are read, or with all; empty if it holds nothing."""
        body = "".join(rule.text(read) for rule in self.rules)
        return block(self.head, body) if self.head else body


@dataclass(frozen=True)
class Purge:
    """Keeps the rules that the words of the site use, but for those of some classes."""

    used: Set[str]
    unused: Set[str] = frozenset()

    def kept(self, nodes: Iterable[Any], head: str = "") -> Group:
        """Return what is kept of some rules, which stand under a head."""
        return Group(head, [kept for node in nodes if (kept := self.rule(node))])

    def rule(self, node: Any) -> Group | Rule | Verbatim | None:
        """Return what is kept of a rule, if anything is."""
        if node.type == "at-rule" and node.lower_at_keyword in GROUPS and node.content is not None:
            return self.kept(tinycss2.parse_rule_list(node.content, **BARE), f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}")
        if node.type != "qualified-rule":
            return Verbatim(str(node.serialize()))
        selectors = ",".join(one for one in split(tinycss2.serialize(node.prelude)) if self.asks_for_words(one))
        return Rule(selectors, [*declarations(node.content)]) if selectors else None

    def asks_for_words(self, selector: str) -> bool:
        """Tell whether a page may hold what a selector asks for."""
        asked = WITHIN.sub("", selector)
        names = [ESCAPE.sub(r"\1", name) for name in NAME.findall(VALUE.sub("", asked))]
        tags = WORD.findall(BESIDE_TAGS.sub("", asked))
        return self.unused.isdisjoint(names) and self.used >= {
            *names,
            *tags,
            *ATTRIBUTE.findall(asked),
            *VALUE.findall(asked),
            *WITHOUT_CLASS.findall(selector),
        }


def declarations(content: list[Any]) -> Iterator[Declaration]:
    """Yield the declarations of a rule."""
    for node in tinycss2.parse_blocks_contents(content, **BARE):
        variable = node.name[2:] if node.type == "declaration" and node.name.startswith("--") else ""
        yield Declaration(variable, str(node.serialize()))


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
