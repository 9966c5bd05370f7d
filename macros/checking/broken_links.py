"""What the author of a page meant as a link, and that is none once published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.layout import passages
from macros.checking.runner import checks
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.reading.page import Page
from macros.signs import SPACES

FORM = "écrivez [texte](adresse), sans espace entre le crochet et la parenthèse"
# What reads as an address: a path, a host, a part of a page.
ADDRESS = r"(?:https?:[^()\s]*|[^()\s]*[^()\s.]\.[a-z]{2,}[^()\s]*|#[\w-]+|[\w./-]+/)"
APART = re.compile(rf"\[[^\[\]\n]+\][ \t{SPACES}]+\( *{ADDRESS} *\)")
REVERSED = re.compile(r"\([^()\n]+\)\[ *(?:https?:[^\[\]\s]*|[^\[\]\s]*[^\[\]\s.]\.[a-z]{2,}[^\[\]\s]*|#[\w-]+) *\]")
INSIDE = r"[^()]*(?:\([^()]*\)[^()]*)*"
UNCLOSED = re.compile(rf"\]\((?!{INSIDE}\))")
# A link that lacks its bracket that closes, its parentheses, or its brackets; the ending of a page says enough.
UNBRACKETED = re.compile(rf"(?<!\\)\[[^\[\]()\n]*[^\s\[\]()]\( *{ADDRESS} *\)(?![^\[\]\n]*\])")
FILE = r"[\w/.-]*\w\.(?:md|html?|pdf|png|jpe?g|webp)(?:#[\w-]+)?(?!\w)"
UNPARENTHESIZED = re.compile(rf"(?<!\\)\[[^\[\]\n]+\](?:https?://[^\s()\[\]]*[\w/]|{FILE})")
WORDS_ALONE = re.compile(r"(?<![\w'’-])[^\W_][\w'’-]*\((?!https?:)[\w/.-]*\w\.md(?:#[\w-]+)?\)")
MARKS = re.compile(rf"(?<!\\)(?:\[|\](?P<led>\( *{ADDRESS} *\))?)")
# The call of a footnote, or its words, which are told with the call.
NOTE = re.compile(r"(?P<called>\[\^[^\]\s]+\])(?!:)|^ {0,3}(?P<said>\[\^[^\]\s]+\]):", re.M)
REFERENCE = re.compile(r"(?<!\!)\[([^\[\]]+)\] ?\[([^\[\]]*)\]")
DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.M)
CALLED = re.compile(r"\[([^\[\]]+)\](?!:)")
# A link that holds another one, or the call of a macro; an image may be the words of a link.
NESTED = re.compile(r"\[[^\[\]\n]*(?:(?<!!)\[[^\[\]\n]*\]\([^()\n]*\)|{{ *\w+ *\([^{}\n]*}})[^\[\]\n]*\]\([^()\n]*\)")
# The links, within which an address is not one more.
LINK = re.compile(rf"\[[^\[\]]*\]\({INSIDE}\)|^ {{0,3}}\[[^\[\]\n]+\]:.*", re.M)
BARE = re.compile(r"(?<!\]\()(?<![\w/.@<\"'])(?:https?://|www\.)[^\s<>()\[\]«»\"']*[\w/]", re.I)

Wrong = tuple[str, str]


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the first mistake of each line of a page that was meant to hold a link; a page that cannot be rendered is told as such."""
    for page in draft.renderable.values():
        yield from (page.blame(*wrong) for part in (nested, unused, unmade) for wrong in part(page))


@all_once
def unmade(page: Page) -> Iterator[tuple[int, str, str]]:
    """Tell the first of each line that was meant as a link and makes none."""
    known = {name.lower() for name in (*DEFINED.findall(page.markdown), *(found["called"] or "" for found in NOTE.finditer(page.markdown)))}
    told: set[int] = set()
    for first, passage in passages(page.prose):
        for offset, wrong in in_passage(passage, known):
            line = first + passage.count("\n", 0, offset)
            if line not in told:
                yield line, *wrong
            told.add(line)


@all_once
def nested(page: Page) -> Iterator[tuple[int, str, str]]:
    """Tell each link among whose words is another one, or a macro that makes one."""
    for number, line in enumerate(page.unfenced, 1):
        if found := NESTED.search(line):
            yield number, f"« {found[0]} » met un lien dans un autre", "gardez un seul des deux"


@all_once
def unused(page: Page) -> Iterator[tuple[int, str, str]]:
    """Tell each address given apart that no link of the page calls, and that would not show."""
    called = {name.lower() for name in CALLED.findall("\n".join(page.prose))}
    for number, line in enumerate(page.prose, 1):
        if (found := DEFINED.match(line)) and found[1][0] not in "^/" and found[1].lower() not in called:
            problem = f"aucun lien ne mène à l'adresse de « {found[1]} » : cette ligne ne paraîtrait pas"
            yield number, problem, "écrivez [texte](adresse) là où il faut le lien"


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
    yield from halved(passage)
    for found in UNCLOSED.finditer(passage):
        yield found.start(), ("la parenthèse qui ferme un lien manque", FORM)


def halved(passage: str) -> Iterator[tuple[int, Wrong]]:
    """Yield what is wrong with the links that have one of their signs alone."""
    if "[" in passage:
        for found in UNBRACKETED.finditer(passage):
            yield found.start(), (f"« {found[0]} » n'est pas un lien : le crochet qui ferme manque", FORM)
        for found in UNPARENTHESIZED.finditer(passage):
            yield found.start(), (f"« {found[0]} » n'est pas un lien : les parenthèses manquent autour de l'adresse", FORM)
    for at, shown in unopened(passage) if "](" in passage else ():
        yield at, (f"« {shown} » n'est pas un lien : le crochet qui ouvre manque", FORM)
    for found in WORDS_ALONE.finditer(passage) if ".md" in passage else ():
        yield found.start(), (f"« {found[0]} » n'est pas un lien : les crochets manquent autour des mots", FORM)


def unopened(passage: str) -> Iterator[tuple[int, str]]:
    """Yield where a bracket that no other one opens is followed by an address, and the word before it with that address."""
    opened = 0
    for found in MARKS.finditer(passage):
        if found[0] == "[":
            opened += 1
        elif opened:
            opened -= 1
        elif found["led"]:
            before = passage[: found.start()].rpartition("\n")[2]
            yield found.start(), before.rpartition(" ")[2] + found[0]


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
