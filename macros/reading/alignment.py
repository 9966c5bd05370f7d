"""A line of YAML that is not at the level of its neighbours: where it was meant to begin, if those above and below leave no choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

# What comes before the words of a line: spaces, and the dashes of items.
BEFORE = re.compile(r"^ *(?:- +)*")
KEY = re.compile(r" *(?:- +)*([a-z_]+):(?: .*)?")
KEYLESS = re.compile(r"( *(?:- +)*)([a-z_]+)( +[^:]+)? *")
# Words alone, and an item that is a text.
WORDS, TEXT = re.compile(r" +[^\W_][^:]*"), re.compile(r" *- +(?![a-z_]+:(?: |$))")
# Words that no colon makes a key.
NOTE = re.compile(r"[^\s:\"'#%&*|>@`\[{-](?:[^:]|:(?!\s))*")
# A text of a list that is one word: an id, a code, a citation.
WORD = re.compile(r" *- +([\w./-]+) *")
# What such a text is, and one of several words.
FORMS_OF_TEXT = ("Text", "Word", "Citation")
# How many spaces each level takes.
STEP = 2
IGNORED = re.compile(r"\s*(?:#.*)?")


def aligned(lines: Sequence[str], index: int) -> str | None:
    """Return a line (from 0) at the level of the lines above and below it, or None if they leave a choice."""
    line, (above, _), (below, _) = lines[index], first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    alone = opens(line) and not dashed(line)
    found = level_of_opening(lines, index) if alone else level_of_item(line, above, below) if dashed(line) else level(line, above, below)
    start = -1 if found is None else found - (column(line) - indent(line))
    return " " * start + line.lstrip(" ") if start >= 0 else None


def astray(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line (from 0), first of its file or under its key, is not at the level of those that follow: it is to blame."""
    line, (above, _), (after, beyond) = lines[index], first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    if not above:
        return bool(KEY.fullmatch(line) and KEY.fullmatch(after)) and not dashed(line) and indent(line) > column(after) == 0
    usual = STEP * (1 + dashed(line))
    agreed = column(after) == (column(above) + usual if opens(after) or column(beyond) < column(after) else column(beyond))
    alike = TEXT.match(after) if TEXT.match(line) else KEY.fullmatch(line) and KEY.fullmatch(after) and not dashed(after)
    return bool(alike) and opens(above) and not opens(line) and agreed and column(above) < column(after) != column(line)


def bare_item(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line (from 0) is words alone, where the item above it has its dash: it lacks its own."""
    line, (above, _) = lines[index], first_two(reversed(lines[:index]))
    return bool(WORDS.fullmatch(line) and TEXT.match(above)) and indent(above) == indent(line)


def colonless(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line (from 0) is words alone, first where a key of the same level follows: it lacks its colon."""
    line, (above, _), (after, _) = lines[index], first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    first = not above or (opens(above) and column(above) < column(line))
    return bool(first and KEYLESS.fullmatch(line) and KEY.fullmatch(after)) and column(line) == indent(line) == indent(after) == column(after)


def noted(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line (from 0), the first of its file, is words where keys follow: a comment without its sign."""
    line, (above, _), (after, _) = lines[index], first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    return not above and bool(NOTE.fullmatch(line) and KEY.fullmatch(after)) and column(after) == 0


def keyed(lines: Sequence[str], index: int) -> str | None:
    """Return a line (from 0) with the colon that its key lacks: a key of this very level in its file, or one that others stand under; or None."""
    line, (below, _) = lines[index], first_two(lines[index + 1 :])
    keys = {(column(one), key[1]) for one in lines if (key := KEY.fullmatch(one))}
    found = KEYLESS.fullmatch(line)
    if found is None or not ((column(line), found[2]) in keys or (not found[3] and column(below) > column(line))):
        return None
    return f"{found[1]}{found[2]}:{found[3] or ''}"


def with_dash(lines: Sequence[str], index: int) -> str | None:
    """Return a line (from 0) with the dash that it lacks, as the item above or below it has one, or None if neither is one."""
    (above, _), (below, _) = first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    beside = next((one for one in (above, below) if TEXT.match(one)), None)
    return None if beside is None else f"{' ' * indent(beside)}- {lines[index].strip()}"


def spaced_dash(lines: Sequence[str], index: int) -> str | None:
    """Return a line (from 0) with the space that its dash lacks, as the item above or below it has one; or None if neither is one."""
    (above, _), (below, _) = first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    beside = any(dashed(one) and indent(one) == indent(lines[index]) for one in (above, below)) or (opens(above) and not dashed(below))
    return lines[index].replace("-", "- ", 1) if beside else None


def shifted(lines: Sequence[str], index: int) -> list[str] | None:
    """Return the lines from one (from 0) that is further than the dash above it, at its level, as many as stand with it; or None."""
    own = indent(lines[index])
    level = next((indent(one) for one in reversed(lines[:index]) if dashed(one) and indent(one) < own), None)
    return None if level is None else [one[own - level :] for one in takewhile(lambda one: indent(one) >= own, lines[index:])]


def first_two(lines: Iterable[str]) -> tuple[str, str]:
    """Return the first two lines that say something, or nothing in the place of one."""
    said = (line for line in lines if not IGNORED.fullmatch(line))
    return next(said, ""), next(said, "")


def level(line: str, above: str, below: str) -> int | None:
    """Return the column where the words of a line without a dash were meant to begin, or None."""
    if opens(line):
        return None
    if opens(above):
        return column(below) if column(above) < column(below) and not dashed(below) else None
    if TEXT.match(above):
        return column(below) if not dashed(below) and column(below) in (indent(above), indent(above) - STEP) else None
    within = dashed(above) and indent(above) <= column(line) != column(below)
    return column(above) if within or column(above) == column(below) else None


def level_of_opening(lines: Sequence[str], index: int) -> int | None:
    """Return the column where a key alone (its line from 0) was meant to begin: an open level, right above that of what it holds; or None."""
    (above, _), (below, _) = first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    meant = (indent(below) if dashed(below) else column(below)) - STEP
    return meant if meant in {*levels_open(lines[:index]), column(above) + STEP * opens(above)} and meant != column(lines[index]) else None


def levels_open(lines: Sequence[str]) -> Iterator[int]:
    """Yield the columns at which keys stand that may go on after some lines, the innermost first."""
    lowest = None
    for line in reversed([one for one in lines if KEY.fullmatch(one)]):
        if lowest is None or column(line) < lowest:
            lowest = column(line)
            yield lowest


def level_of_item(line: str, above: str, below: str) -> int | None:
    """Return the column where the words of a line with a dash were meant to begin, or None."""
    if dashed(above) and dashed(below) and indent(above) == indent(below):
        return column(below)
    if opens(above) and dashed(below):
        return column(below) if bool(KEY.fullmatch(line)) is bool(KEY.fullmatch(below)) else None
    if KEY.fullmatch(line):
        return None if opens(line) or dashed(below) else column(below) or None
    return column(above) if TEXT.match(above) and not TEXT.match(below) and form(above) == form(line) else None


def column(line: str) -> int:
    """Return the column where the words of a line begin."""
    return len(line) - len(BEFORE.sub("", line, count=1))


def indent(line: str) -> int:
    """Return how many spaces begin a line."""
    return len(line) - len(line.lstrip(" "))


def dashed(line: str) -> bool:
    """Tell whether a line begins an item."""
    return column(line) > indent(line)


def opens(line: str) -> bool:
    """Tell whether a line is a key alone, under which others stand."""
    return line.rstrip().endswith(":")


def form(element: str) -> str:
    """Return what tells an element of a list from those of another: its first key, or whether it is a citation, a word or a text."""
    if key := KEY.fullmatch(element):
        return key[1]
    word = WORD.fullmatch(element)
    return FORMS_OF_TEXT[0 if not word else 2 if "/" in word[1] else 1]
