"""A text that is no YAML, with a line as the remedy of its mistake has it: what follows can then be read, and its own mistakes told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from macros.mistakes import Mistake
from macros.reading.alignment import aligned
from macros.reading.disguised import CURLED, curled
from macros.reading.quotes import AFTER_QUOTE, CURVED, OPENING, TRAILING, UNCLOSED, miswritten
from macros.reading.yaml_errors import AFTER, COLON, GLUED, KEYLESS, RESERVED, RETREAT, RETREAT_OF_ITEM, STRAY_DASH, TAB, touching
from macros.signs import AS_DASH

# A line with a value: its dashes and its key, then the value.
VALUED = re.compile(r"( *(?:- +)*(?:[a-z_]+: +|(?<=- )))(\S.*)")
SIGN = re.compile(r"^( *)(?:[^\w\s]+\s*|\w{1,2}[.)]?\s+)")
TABS = re.compile(r"^[ \t]+", re.M)


def quoted(line: str) -> str | None:
    """Return a line whose whole value is between quotation marks, or None if it has none."""
    found = VALUED.fullmatch(line.rstrip())
    return found and found[1] + '"' + found[2].strip("\"'").replace("\\", "\\\\").replace('"', '\\"') + '"'


def closed(line: str) -> str | None:
    """Return a line with the quotation mark that it lacks at its end, or None if none is open."""
    found = OPENING.match(line)
    return found and line.rstrip() + found[1]


def reclosed(line: str) -> str | None:
    """Return a line that ends with the quotation mark that opens its value, in the place of Word's."""
    found = OPENING.match(line)
    return found and line.rstrip()[:-1] + found[1]


def requoted(line: str) -> str | None:
    """Return a line whose whole value is between quotation marks, in the place of Word's; or None if it has none."""
    found = VALUED.fullmatch(line.rstrip())
    return found and quoted(found[1] + found[2].strip(CURLED))


def without_comma(line: str) -> str:
    """Return a line without the comma that ends it."""
    return line.rstrip().rstrip(",")


def dashed(line: str) -> str:
    """Return a line with a dash in the place of the sign that begins it."""
    return SIGN.sub(r"\1- ", line, count=1)


def spaced(line: str) -> str:
    """Return a line with a space for each tabulation."""
    return line.replace("\t", " ")


def emptied(_: str) -> str:
    """Return nothing: what the line was meant for is not known."""
    return ""


# What is wrong with a line → the line once it is right.
MENDED: dict[str, Callable[[str], str | None]] = {
    COLON[0]: quoted,
    UNCLOSED[0]: closed,
    TRAILING[0]: quoted,
    AFTER[0]: quoted,
    AFTER_QUOTE[0]: without_comma,
    TAB[0]: spaced,
    RESERVED.format("@, ` ou %"): quoted,
    RESERVED.format("!"): quoted,
    RESERVED.format("& ou *"): quoted,
    KEYLESS[0]: emptied,
    **{curled(sign)[0]: requoted for sign in CURLED},
    **{miswritten(sign, opening)[0]: reclosed for opening, (signs, _) in CURVED.items() for sign in signs},
}
# What is wrong with where a line begins.
MISALIGNED = (RETREAT[0], RETREAT_OF_ITEM[0], STRAY_DASH[0])


def mended(text: str, mistakes: Iterable[Mistake]) -> str | None:
    """Return a text with the line of each mistake as it should be, or None if how one should be is not known."""
    lines = text.split("\n")
    for mistake in mistakes:
        line = right(lines, mistake)
        if line is None or line == lines[mistake.line - 1]:
            return None
        lines[mistake.line - 1] = line
    return "\n".join(lines)


def right(lines: list[str], mistake: Mistake) -> str | None:
    """Return the line of a mistake as it should be, or None if that is not known."""
    line = lines[mistake.line - 1]
    if mistake.problem in MISALIGNED:
        return aligned(lines, mistake.line - 1)
    if mistake.remedy == AS_DASH:
        return dashed(line)
    if (found := GLUED.fullmatch(line)) and mistake.remedy == touching(found[2], found[3].strip())[1]:
        return f"{found[1]}{found[2]}: {found[3]}"
    mend = MENDED.get(mistake.problem)
    return mend(line) if mend else None


def guesses(mistake: Mistake) -> bool:
    """Tell whether what such a mistake leaves out may be missing further on."""
    return MENDED.get(mistake.problem) is emptied


def untabbed(text: str) -> str:
    """Return a text with two spaces for each tabulation of a retreat."""
    return TABS.sub(lambda found: found[0].replace("\t", "  "), text)
