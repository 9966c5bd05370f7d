"""A text that is no YAML, with a line as the remedy of its mistake has it: what follows can then be read, and its own mistakes told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from macros.mistakes import Mistake
from macros.reading.alignment import STEP, aligned, indent, keyed, shifted, spaced_dash, with_dash
from macros.reading.blocks import ALONE, ASTRAY, DASHLESS
from macros.reading.disguised import CURLED, curled
from macros.reading.headless import PROBLEM as HEADLESS
from macros.reading.headless import given_back
from macros.reading.quotes import AFTER_QUOTE, CURVED, OPENING, TRAILING, UNCLOSED, miswritten
from macros.reading.stray import stray
from macros.reading.stray import with_colon as with_its_colon
from macros.reading.yaml_errors import (
    AFTER,
    BY_HASH,
    COLON,
    CUT,
    GLUED,
    KEYLESS,
    LINK,
    NO_KEY,
    NOT_ALIGNED,
    RESERVED,
    RETREAT,
    RETREAT_OF_ITEM,
    STRAY_DASH,
    TAB,
    TOUCHING,
    UNDASHED,
    touching,
)
from macros.signs import AS_COLON, AS_DASH, AS_SPACE, COLONS, SPACES, UNSPACED_DASH
from macros.words import in_words

# A line with a value: its dashes and its key, then the value.
VALUED = re.compile(r"( *(?:- +)*(?:[a-z_]+: +|(?<=- )))(\S.*)")
SIGN = re.compile(r"^( *)(?:[^\w\s]+\s*|\w{1,2}[.)]?\s+)")
SPACED = re.compile(rf"^( *(?:(?:- +)*[a-z_]+ *:|-))[{SPACES}][ {SPACES}]*")
SIGN_AFTER = re.compile(rf"^( *(?:- +)*[a-z_]+)[ {SPACES}]*[{COLONS}][ {SPACES}]*")
BLANK = re.compile(r"^\s+")


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


def respaced(line: str) -> str:
    """Return a line with a space in the place of those, of another kind, that follow its dash or its key."""
    return SPACED.sub(r"\1 ", line, count=1)


def with_colon(line: str) -> str:
    """Return a line with a colon and a space in the place of the sign that follows its key."""
    return SIGN_AFTER.sub(r"\1: ", line, count=1)


def commented(line: str) -> str:
    """Return a line that is a comment."""
    return f"# {line.strip()}"


def emptied(_: str) -> str:
    """Return nothing: what the line was meant for is not known, or nothing."""
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
    CUT[0]: emptied,
    LINK[0]: quoted,
    **{curled(sign)[0]: requoted for sign in CURLED},
    **{miswritten(sign, opening)[0]: reclosed for opening, (signs, _) in CURVED.items() for sign in signs},
}
# What is to be done of a line, whatever is said to be wrong with it → the line once it is right.
REMEDIED: dict[str, Callable[[str], str]] = {AS_DASH: dashed, AS_SPACE: respaced, AS_COLON: with_colon, BY_HASH: commented}
AS_NEIGHBOURS = "remplacez-la par des espaces, autant que devant les lignes voisines de même niveau"
# How many lines may come of one that is put at another level.
NEAR = 5
FORMAL = (AS_DASH, AS_SPACE, AS_COLON)
# What is wrong with where a line begins.
LEVEL = (RETREAT[0], RETREAT_OF_ITEM[0], STRAY_DASH[0])
# What is wrong with a sign or a space around a value, or with the line above it.
OF_FORM = (*LEVEL, ALONE, ASTRAY, DASHLESS, HEADLESS, UNDASHED[0], UNSPACED_DASH[0], TAB[0])
# What is wrong with a line among others → the line once it is right.
AMONG: list[tuple[tuple[str, ...], Callable[[list[str], int], str | None]]] = [
    (LEVEL, aligned),
    ((UNDASHED[0],), with_dash),
    ((KEYLESS[0],), with_its_colon),
    ((NO_KEY[0],), keyed),
    ((UNSPACED_DASH[0],), spaced_dash),
]


def mended(text: str, mistakes: Iterable[Mistake]) -> str | None:
    """Return a text with the line of each mistake as it should be, or None if how one should be is not known."""
    lines = text.split("\n")
    return "\n".join(lines) if all(mend(lines, mistake) for mistake in mistakes) else None


def mended_in_part(text: str, mistakes: Iterable[Mistake]) -> str | None:
    """Return a text with the line as it should be of each mistake of which that is known, or None if it is of none."""
    lines = text.split("\n")
    return "\n".join(lines) if [mistake for mistake in mistakes if mend(lines, mistake)] else None


def mend(lines: list[str], mistake: Mistake) -> bool:
    """Put the line of a mistake, and those that stand with it, as they should be; tell whether that is known."""
    index = mistake.line - 1
    meant = right(lines, mistake)
    if meant is None or meant == lines[index : index + len(meant)]:
        return False
    lines[index : index + len(meant)] = meant
    return True


def right(lines: list[str], mistake: Mistake) -> list[str] | None:
    """Return the line of a mistake, and those that stand with it, as they should be; or None if that is not known."""
    index = mistake.line - 1
    if mistake.problem == NOT_ALIGNED[0]:
        return shifted(lines, index)
    if mistake.problem == HEADLESS:
        return given_back(lines, index)[0][index:]
    if (words := of_no_key(lines, mistake)) is not None:
        return words
    among = next((mend for problems, mend in AMONG if mistake.problem in problems), None)
    line = (among and among(lines, index)) or alone(lines[index], mistake)
    return None if line is None else [line]


def of_no_key(lines: list[str], mistake: Mistake) -> list[str] | None:
    """Return the words of a mistake, which no key has, as the end of the text above or as nothing; or None if their line may be a key."""
    index = mistake.line - 1
    return stray(lines, index) if mistake.problem == KEYLESS[0] else None


def alone(line: str, mistake: Mistake) -> str | None:
    """Return the line of a mistake as it should be, whatever is around it; or None if that is not known."""
    if mistake.remedy in REMEDIED:
        return REMEDIED[mistake.remedy](line)
    if (found := GLUED.fullmatch(line)) and mistake.remedy == touching(found[2], found[3].strip())[1]:
        return f"{found[1]}{found[2]}: {found[3]}"
    mend = MENDED.get(mistake.problem)
    return mend(line) if mend else None


def doubtful(mistake: Mistake, known: Iterable[Mistake], unsure: bool) -> bool:
    """Tell whether a mistake of level may come of what was done of a line above it: left out, if the text is `unsure`, or put at another level."""
    near = [one for one in known if of_level(one) and 0 < mistake.line - one.line <= NEAR]
    return of_level(mistake) and (unsure or bool(near))


def of_form(mistake: Mistake) -> bool:
    """Tell whether a mistake is about a sign or a space around a value, and not about the value: what is wrong with that one is told beside it."""
    return mistake.remedy in FORMAL or mistake.problem in OF_FORM or mistake.problem.startswith(TOUCHING)


def of_level(mistake: Mistake) -> bool:
    """Tell whether a mistake is about where a line begins, or with what."""
    return mistake.problem in (*LEVEL, UNDASHED[0], NO_KEY[0])


def guesses(text: str, mistake: Mistake) -> bool:
    """Tell whether what such a mistake leaves out of a text may be missing further on."""
    lines = text.split("\n")
    return mistake.problem == KEYLESS[0] and of_no_key(lines, mistake) is None and right(lines, mistake) == [emptied(text)]


def untabbed(text: str, mistakes: Iterable[Mistake]) -> tuple[str, bool]:
    """Return a text whose lines with such mistakes begin by spaces, at the level of those beside them; and whether all have one."""
    lines, at = expanded(text, mistakes, 2).split("\n"), [mistake.line - 1 for mistake in mistakes]
    levelled = [aligned(lines, index) for index in at]
    for index, line in zip(at, levelled, strict=True):
        lines[index] = line or lines[index]
    return "\n".join(lines), None not in levelled


def expanded(text: str, mistakes: Iterable[Mistake], width: int) -> str:
    """Return a text whose lines with such mistakes begin by spaces, as many as a width of tabulations makes."""
    lines = text.split("\n")
    for index in (mistake.line - 1 for mistake in mistakes):
        lines[index] = BLANK.sub(lambda found: " " * len(found[0].expandtabs(width)), lines[index])
    return "\n".join(lines)


def counted(text: str, mistake: Mistake, level: bool) -> Mistake:
    """Return the mistake of a line that begins with tabulations, with how many spaces it has in a text; if it has its `level` there."""
    if not mistake.remedy.startswith("remplacez-la par deux"):
        return mistake
    wide = indent(text.split("\n")[mistake.line - 1])
    begun = f"{begun_by(wide)}, sans tabulation" if wide else "enlevez-la"
    return replace(mistake, remedy=begun if level and wide != STEP else mistake.remedy if level else AS_NEIGHBOURS)


def begun_by(wide: int) -> str:
    """Return what to do of a line that some spaces begin."""
    return f"commencez cette ligne par {in_words(wide, feminine=True)} espace{'s' * (wide > 1)}"


def levelled(text: str, mistake: Mistake) -> Mistake:
    """Return the mistake of a line that is at another level than its neighbours with how many spaces begin it, if these leave no choice."""
    line = aligned(text.split("\n"), mistake.line - 1) if mistake.problem in LEVEL else None
    return mistake if line is None else replace(mistake, remedy=begun_by(indent(line)) if indent(line) else "enlevez les espaces qui la commencent")
