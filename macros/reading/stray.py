"""Words on a line of their own, where YAML wants a key: the end of the text above them, or a note; a key may have lost its colon, too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from macros.model.base import Modele
from macros.model.kinds import keys_of
from macros.reading.alignment import IGNORED, STEP, column, dashed, first_two, indent, keyed, opens

KEYS = frozenset(keys_of(Modele))
FIRST = re.compile(r" *([a-z_]+)(?![^\W_])(?P<on> +[a-zà-ÿ])?")
NAMED = re.compile(r"( *[a-z_]+)(?: *=)? *")
KEYED = re.compile(r" *[\w-]+ *:(?: |$)|.*: ")
STOPPED = re.compile(r".*[.?!:»)\"']\s*")
# A text that goes on below without quotation marks around it: a few words, after a key or a dash, or from the line above.
PROSE = re.compile(r"[^\s\"'\[{|>-]\S* +\S+ +\S.*(?<![\"'])")
BEFORE_VALUE = re.compile(r" *(?:- +)*(?:[a-z_]+: +)?")


def may_be_key(line: str, above: str) -> bool:
    """Tell whether a line begins with the name of a key, rather than with the word that comes after those of the line above."""
    found = FIRST.match(line)
    flows = found is not None and found["on"] and is_prose(above) and not STOPPED.fullmatch(above)
    return found is not None and found[1] in KEYS and not flows


def is_prose(line: str) -> bool:
    """Tell whether a line holds a few words without quotation marks around them, after a key or a dash or alone."""
    return PROSE.fullmatch(BEFORE_VALUE.sub("", line.rstrip(), count=1)) is not None


def is_name(line: str) -> bool:
    """Tell whether a line is the name of a key, and nothing else."""
    return line.strip() in KEYS


def with_colon(lines: Sequence[str], index: int) -> str | None:
    """Return a line (from 0) with the colon that its key lacks, if it begins with the name of a key; or None."""
    line, above = lines[index], lines[index - 1] if index else ""
    return (keyed(lines, index) or NAMED.sub(r"\1: ", line, count=1)) if may_be_key(line, above) else None


def stray(lines: Sequence[str], index: int) -> list[str] | None:
    """Return the words that stand on lines of their own, from one (from 0), as the end of the text above, or as nothing; None if one may be a key."""
    above = lines[index - 1] if index else ""
    if may_be_key(lines[index], above) or dashed(lines[index]):
        return None
    words = [lines[index], *takewhile(is_words, lines[index + 1 :])]
    start = continued(above, first_two(lines[index + len(words) :])[0])
    return [" " * start + one.strip() if start else "" for one in words]


def is_words(line: str) -> bool:
    """Tell whether a line is words alone, none of which may be a key."""
    return not (IGNORED.fullmatch(line) or KEYED.match(line) or dashed(line) or may_be_key(line, ""))


def continued(above: str, below: str) -> int:
    """Return the column where a text that goes on from the line above begins, or zero if that line is no text, or one between quotation marks."""
    if opens(above):
        return column(above) + STEP if column(below) <= column(above) and indent(below) < column(above) + dashed(below) else 0
    if IGNORED.fullmatch(above) or not is_prose(above):
        return 0
    return column(above) + STEP if KEYED.match(above) or dashed(above) else indent(above)
