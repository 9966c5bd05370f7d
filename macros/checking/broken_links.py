"""What the author of a page meant as a link, and that is none once published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.layout import passages
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.signs import SPACES

FORM = "écrivez [texte](adresse), sans espace entre le crochet et la parenthèse"
# What reads as an address: a path, a host, a part of a page.
ADDRESS = r"(?:https?:[^()\s]*|[^()\s]*[^()\s.]\.[a-z]{2,}[^()\s]*|#[\w-]+|[\w./-]+/)"
APART = re.compile(rf"\[[^\[\]\n]+\][ \t{SPACES}]+\( *{ADDRESS} *\)")
REVERSED = re.compile(r"\([^()\n]+\)\[ *(?:https?:[^\[\]\s]*|[^\[\]\s]*[^\[\]\s.]\.[a-z]{2,}[^\[\]\s]*|#[\w-]+) *\]")
INSIDE = r"[^()]*(?:\([^()]*\)[^()]*)*"
UNCLOSED = re.compile(rf"\]\((?!{INSIDE}\))")
# The call of a footnote, or its words, which are told with the call.
NOTE = re.compile(r"(?P<called>\[\^[^\]\s]+\])(?!:)|^ {0,3}(?P<said>\[\^[^\]\s]+\]):", re.M)
REFERENCE = re.compile(r"(?<!\!)\[([^\[\]]+)\] ?\[([^\[\]]*)\]")
DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.M)
# The links, within which an address is not one more.
LINK = re.compile(rf"\[[^\[\]]*\]\({INSIDE}\)|^ {{0,3}}\[[^\[\]\n]+\]:.*", re.M)
BARE = re.compile(r"(?<!\]\()(?<![\w/.@<\"'])(?:https?://|www\.)[^\s<>()\[\]«»\"']*[\w/]", re.I)

Wrong = tuple[str, str]


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the first mistake of each line of a page that was meant to hold a link; a page that cannot be rendered is told as such."""
    for page in draft.renderable.values():
        known = {name.lower() for name in (*DEFINED.findall(page.markdown), *(found["called"] or "" for found in NOTE.finditer(page.markdown)))}
        told: set[int] = set()
        for first, passage in passages(page.prose):
            for offset, wrong in in_passage(passage, known):
                line = first + passage.count("\n", 0, offset)
                if line not in told:
                    yield page.blame(line, *wrong)
                told.add(line)


def in_passage(passage: str, known: set[str]) -> Iterator[tuple[int, Wrong]]:
    """Yield where a passage has no link where one was meant, and what is wrong; `known` are the references that the page defines."""
    yield from misshapen(passage)
    yield from undefined(passage, known)
    for found in BARE.finditer(LINK.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), passage)):
        address = found[0] if "://" in found[0] else f"https://{found[0]}"
        yield found.start(), (f"« {found[0]} » n'est pas un lien", f"écrivez <{address}>, ou [texte]({address})")


def misshapen(passage: str) -> Iterator[tuple[int, Wrong]]:
    """Yield what is wrong with the brackets and the parentheses that were meant to make a link."""
    for found in APART.finditer(passage):
        yield found.start(), (f"« {found[0]} » n'est pas un lien : une espace sépare le crochet de la parenthèse", "enlevez cette espace")
    for found in REVERSED.finditer(passage):
        yield found.start(), (f"« {found[0]} » n'est pas un lien : les crochets sont à la place des parenthèses", FORM)
    for found in UNCLOSED.finditer(passage):
        yield found.start(), ("la parenthèse qui ferme un lien manque", FORM)


def undefined(passage: str, known: set[str]) -> Iterator[tuple[int, Wrong]]:
    """Yield what is wrong with the links to an address given elsewhere in the page, and with footnotes."""
    for found in NOTE.finditer(passage):
        if found["called"] or found["said"].lower() not in known:
            problem = f"« {found['called'] or found['said']} » ne fait pas une note de bas de page"
            yield found.start(), (problem, "écrivez la note dans le texte, entre parenthèses, et supprimez la ligne qui la donnait")
    for found in REFERENCE.finditer(passage):
        name = found[2] or found[1]
        if name.lower() not in known:
            yield found.start(), (f"« {found[0]} » n'est pas un lien : rien ne donne l'adresse de « {name} »", FORM)
