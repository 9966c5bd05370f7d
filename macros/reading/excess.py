"""What would make the rendering of a page endless: lists within lists, brackets left open, passages without a break.

Markdown looks ahead from each sign for the one that closes it, and calls itself for each level of a list. A page is told here,
in time that grows as its length alone, before it is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

# Levels of lists and quotations; how many spaces a level takes.
DEEPEST, SPACES = 10, 4
# Over a page: characters read from each bracket to the one that closes it, pairs of lines of a same passage, cells, signs that open an address.
FARTHEST, MOST_PAIRS, MOST_CELLS, MOST_OPENED = 500_000, 2_000_000, 50_000, 5_000
# In a passage: signs of emphasis and of code. Over a page: its length times the fences that open code.
MOST_MARKS, MOST_FENCED = 2_000, 20_000_000
LEVEL = re.compile(r">|(?:[-+*:]|[0-9]+\.)(?= )")
BRACKET = re.compile(r"[][()]")
MARK = re.compile(r"[*_`]+|\\")
OPENED = re.compile(r"<(?=[^\s<])")
FENCE = re.compile(r"^(?:```|~~~)", re.M)
CLOSED = {"]": "[", ")": "("}

Excess = tuple[int, str, str]


class Passage(NamedTuple):
    """Lines that no blank one sets apart: the number (from 1) of the first, and their text."""

    line: int
    text: str


def excesses(markdown: str) -> list[Excess]:
    """Return the line, the problem and the remedy of each excess of a page: the first of each kind."""
    found = [deep(markdown), fenced(markdown)]
    together = list(passages(markdown))
    found += [over(together, *limit) for limit in LIMITS]
    return [excess for excess in found if excess]


def deep(markdown: str) -> Excess | None:
    """Return the first line that stands below too many levels of lists or quotations."""
    for number, line in enumerate(markdown.split("\n"), 1):
        if levels(line) > DEEPEST:
            problem = f"cette ligne est à plus de {DEEPEST} niveaux de listes ou de citations"
            return number, problem, "rapprochez-la de la marge : gardez deux ou trois niveaux"
    return None


def levels(line: str) -> int:
    """Return how many levels the beginning of a line may open or continue."""
    text = line.expandtabs(SPACES)
    count, at = 0, 0
    while count <= DEEPEST:
        start = len(text) - len(text[at:].lstrip(" "))
        mark = LEVEL.match(text, start)
        count += (start - at) // SPACES + (mark is not None)
        if mark is None:
            break
        at = mark.end()
    return count


def fenced(markdown: str) -> Excess | None:
    """Return the first fence of code of a page that has too many for its length."""
    fences = list(FENCE.finditer(markdown))
    if len(fences) * len(markdown) <= MOST_FENCED:
        return None
    line = markdown.count("\n", 0, fences[0].start()) + 1
    return line, f"la page ouvre {len(fences)} fois du code", "enlevez les lignes qui commencent par ``` ou ~~~"


def passages(markdown: str) -> Iterator[Passage]:
    """Yield the passages of a page."""
    start = 1
    for block in re.split(r"\n(?:[ \t]*\n)", markdown):
        yield Passage(start, block)
        start += block.count("\n") + 2


def over(together: list[Passage], cost: Callable[[str], int], limit: int, problem: str, remedy: str) -> Excess | None:
    """Return the passage where the sum of a cost passes its limit."""
    spent = 0
    for passage in together:
        spent += cost(passage.text)
        if spent > limit:
            return first_line(passage), problem, remedy
    return None


def first_line(passage: Passage) -> int:
    """Return the number of the first line of a passage that is not blank."""
    return passage.line + len(passage.text) - len(passage.text.lstrip("\n"))


def distance(text: str) -> int:
    """Return the sum of the characters between each bracket and the one that closes it, or the end of the passage."""
    opened: dict[str, list[int]] = {"[": [], "(": []}
    total = 0
    for match in BRACKET.finditer(text):
        if match[0] in opened:
            opened[match[0]].append(match.start())
        elif waiting := opened[CLOSED[match[0]]]:
            total += match.start() - waiting.pop()
    return total + sum(len(text) - start for waiting in opened.values() for start in waiting)


def pairs(text: str) -> int:
    """Return the number of pairs of lines of a passage."""
    return (text.count("\n") + 1) ** 2


def cells(text: str) -> int:
    """Return the cells of a passage, if it is a table: each row is as wide as the heading."""
    return text.count("\n") * text.split("\n", 1)[0].count("|")


def opened(text: str) -> int:
    """Return how many signs of a passage may open an address or a tag."""
    return sum(1 for _ in OPENED.finditer(text))


def marks(text: str) -> int:
    """Return a passage's signs of emphasis and of code if they are too many; those of several passages do not add up."""
    count = sum(1 for _ in MARK.finditer(text))
    return count if count > MOST_MARKS else 0


LIMITS = (
    (distance, FARTHEST, "trop de crochets ou de parenthèses s'ouvrent ici sans se fermer", "fermez-les, ou supprimez ceux qui sont de trop"),
    (pairs, MOST_PAIRS, "trop de lignes se suivent ici sans ligne vide", "séparez ce passage en plusieurs, par des lignes vides"),
    (cells, MOST_CELLS, "ce tableau a trop de cases", "partagez-le en plusieurs tableaux"),
    (opened, MOST_OPENED, "trop de signes « < » ouvrent une adresse ou une balise", "enlevez ceux qui sont de trop, ou partagez la page"),
    (marks, MOST_MARKS, "ce passage a trop de signes *, _ ou `", "partagez-le, ou supprimez ceux qui sont de trop"),
)
