"""A line of YAML that is not at the level of its neighbours: where it was meant to begin, if those above and below leave no choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# What comes before the words of a line: spaces, and the dashes of items.
BEFORE = re.compile(r"^ *(?:- +)*")
KEY = re.compile(r" *(?:- +)*[a-z_]+:(?: |$)")
# How many spaces each level takes.
STEP = 2
IGNORED = re.compile(r"\s*(?:#.*)?")


def aligned(lines: Sequence[str], index: int) -> str | None:
    """Return a line (from 0) at the level of the lines above and below it, or None if they leave a choice."""
    line, (above, _), (below, _) = lines[index], first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    found = level_of_item(line, above, below) if dashed(line) else level(line, above, below)
    start = -1 if found is None else found - (column(line) - indent(line))
    return " " * start + line.lstrip(" ") if start >= 0 else None


def astray(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line (from 0), the first under its key, is not at the level of those that follow it: it is to blame, and not the next."""
    line, (above, _), (after, beyond) = lines[index], first_two(reversed(lines[:index])), first_two(lines[index + 1 :])
    usual = STEP * (1 + dashed(line))
    agreed = column(beyond) == column(after) or column(beyond) < column(after) == column(above) + usual
    first = opens(above) and not opens(line) and KEY.match(line) and KEY.match(after) and not dashed(after)
    return bool(first) and agreed and column(above) < column(after) != column(line)


def first_two(lines: Iterable[str]) -> tuple[str, str]:
    """Return the first two lines that say something, or nothing in the place of one."""
    said = (line for line in lines if not IGNORED.fullmatch(line))
    return next(said, ""), next(said, "")


def level(line: str, above: str, below: str) -> int | None:
    """Return the column where the words of a line without a dash were meant to begin, or None."""
    if opens(above):
        return column(below) if column(above) < column(below) and not dashed(below) else None
    if column(above) == column(below):
        return column(above)
    own = indent(above) if dashed(above) else column(above)
    return column(above) if own <= column(line) != column(below) else None


def level_of_item(line: str, above: str, below: str) -> int | None:
    """Return the column where the words of a line with a dash were meant to begin, or None."""
    if not dashed(below):
        return None if opens(line) else column(below) or None
    return column(below) if dashed(above) and indent(above) == indent(below) else None


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
