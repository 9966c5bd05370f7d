"""Where a comma, a stop and a bracket stand: against the word before, a space after, and each bracket with its other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from macros.checking.layout import ITEM, passages, ranked, rows
from macros.checking.runner import checks
from macros.checking.unfinished import AT
from macros.checking.wording import Line, filled, ours
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page

BLANK = "[ \u00a0]"
LETTER = r"[^\W\d_]"
ENDED = r"[^\W_»)]*[\w»)]"
# What is wrong, and what is written in its place.
WRONG = (
    # « mot . », « mot ,mot », « mot,mot »: neither a number, nor « 5.9,a ».
    (re.compile(rf"({ENDED}){BLANK}+([.,])(?=\s|$)(?!{BLANK}[.,])"), r"\1\2"),
    (re.compile(rf"((?:{LETTER}|[»)])*[\w»)]){BLANK}+,({LETTER}+)"), r"\1, \2"),
    (re.compile(rf"({LETTER}{{2,}}|\w*[»)]),({LETTER}{{2,}})"), r"\1, \2"),
    (re.compile(rf"(?<![&#\w])({LETTER}{{2,}});({LETTER}{{2,}})"), r"\1; \2"),
    # The next sentence against the last; an address and the name of a program have no such words.
    (re.compile(r"(?<![\w.@/])([\w-]*[a-zà-öø-ÿ]{2,})([.!?])([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’]+)(?=[ ,.;!?'’]|$)"), r"\1\2 \3"),
    (re.compile(rf"({ENDED})\.\.(?![.\w/])"), r"\1."),
    (re.compile(rf"({ENDED})\.{{4,5}}(?![.\d]| *\d)"), r"\1…"),
    (re.compile(rf"({LETTER}+),(?:,+|\.(?!\.))(?=\s|$)"), r"\1,"),
    (re.compile(rf"\({BLANK}+(\w+)"), r"(\1"),
    (re.compile(rf"({LETTER}{{2,}}){BLANK}+\)"), r"\1)"),
)
# What none of these is without: most lines have nothing of it.
LIKELY = re.compile(rf"{BLANK}[.,)]|[,;]{LETTER}|[.!?][A-ZÀ-ÖØ-Þ]|\.\.|,[.,]|\({BLANK}")
# An address, which may be on the line below its words.
LINK = re.compile(r"\]\((?:[^()\n]|\n(?!\n)|\([^()\n]*\))*\)")
BRACKET = re.compile(r"(?<![:;\]])(?<![:;]-)\(|\)")
# What closes no bracket: the mark of an item, the end of a face drawn with signs.
MARK = re.compile(r"(?:(?<![\w(])(?:[a-zA-Z]|[ivxIVX]{1,4}|[0-9]{1,2}(?:er|o|º|°)?)|[:;]-?)\Z")
# In characters: the longest such mark, and the words that a message shows of a bracket at most.
LONGEST_MARK, MOST_SHOWN = 4, 200
# What stands for code in a line of prose.
CODE = re.compile(r"x{3,}|\]{2,}")
# What Quebec writes otherwise: nothing before these signs, a space before those; hours.
ELSEWHERE = (
    (re.compile(rf"(?<![\w-])([\w-]+){BLANK}+([;!?])(?=\s|$)"), r"\1\2"),
    (re.compile(r"(?<![\w.,%])([0-9]+(?:,[0-9]+)?)([%$])(?![\w%$])"), r"\1 \2"),
    (re.compile(r"(?<![\w$])\$([0-9]+(?:[.,][0-9]+)?)(?![\w$])"), r"\1 $"),
    (re.compile(r"(?<![\w:])([0-9]{1,2})[hH]([0-9]{2})(?!\w)"), r"\1 h \2"),
    (re.compile(r"(?<![\w:])([0-9]{1,2})[hH](?!\w)"), r"\1 h"),
)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each misplaced sign of the words of the site."""
    told = {(page.file, line) for page in draft.pages.values() for first, last, _ in rows(page) for line in range(first, last + 1)}
    yield from misplaced(line for line in ours(draft) if line[:2] not in told)


@checks
def brackets(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each bracket without its other in a passage of a page, or in a text of the data."""
    for page in draft.renderable.values():
        if text_name(page.file) is None:
            yield from (page.blame(*wrong) for wrong in in_page(page))
    for file, line, text in ours(draft):
        if file not in draft.pages:
            yield from (Mistake(file, line, problem, remedy) for _, problem, remedy in lone(text))


def misplaced(lines: Iterable[Line]) -> Iterator[Mistake]:
    """Yield a mistake for each misplaced sign of some lines."""
    for file, line, text in (line for line in lines if LIKELY.search(line[2])):
        for pattern, right in WRONG:
            for found in pattern.finditer(AT.sub("]", text) if "@" in text else text):
                shown, meant = (CODE.sub("…", words) for words in (found[0], found.expand(right)))
                yield Mistake(file, line, f"« {shown} » : ce signe n'est pas à sa place, ou n'a pas son espace", f"écrivez « {meant} »")


def apart(draft: Draft) -> Iterator[Mistake]:
    """Yield what is written as it is in France, or in English."""
    for file, line, text in ours(draft):
        for pattern, right in ELSEWHERE:
            for found in pattern.finditer(text):
                yield Mistake(file, line, f"« {found[0]} » ne s'écrit pas ainsi au Québec", f"écrivez plutôt « {found.expand(right)} »")


def in_page(page: Page) -> Iterator[tuple[int, str, str]]:
    """Tell each bracket of a page without its other, item by item of a list."""
    for first, passage in passages(filled(LINK, "\n".join(page.prose)).split("\n")):
        for start, part in parts(passage):
            yield from ((first + start + rank, problem, remedy) for rank, problem, remedy in lone(part))


def parts(passage: str) -> Iterator[tuple[int, str]]:
    """Yield the items and the rows of a passage, or all of it, each with the rank of its first line."""
    lines = passage.split("\n")
    starts = [0, *(rank for rank, line in enumerate(lines) if rank and (ITEM.match(line) or line.lstrip().startswith("|"))), len(lines)]
    yield from ((start, "\n".join(lines[start:end])) for start, end in pairwise(starts))


@all_once
def lone(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the rank of the line of each bracket of a text that has not its other, with the problem and the remedy."""
    for rank, at in ranked(text, unpaired(text)):
        if text[at] == ")":
            before = " ".join(text[max(0, at - MOST_SHOWN) : at + 1].rsplit(None, 2)[-2:])
            yield rank, f"« {before} » : une parenthèse se ferme sans s'être ouverte", "ajoutez « ( », ou enlevez celle-ci"
        else:
            after = " ".join(text[at : at + MOST_SHOWN].split()[:3])
            yield rank, f"« {after} » : une parenthèse s'ouvre et ne se ferme pas", "ajoutez « ) », ou enlevez celle-ci"


def unpaired(text: str) -> Iterator[int]:
    """Yield where each bracket of a text that has not its other is."""
    opened: list[int] = []
    # « (voir a) et b)) »: what marks an item may have closed nothing.
    marks = 0
    for found in BRACKET.finditer(text):
        is_mark = MARK.search(text, max(0, found.start() - LONGEST_MARK), found.start()) is not None
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            opened.pop()
            marks += is_mark
        elif marks and not is_mark:
            marks -= 1
        elif not is_mark:
            yield found.start()
    yield from opened
