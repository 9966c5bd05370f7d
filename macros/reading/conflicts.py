"""The marks that a merge leaves where two versions of a passage were not settled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.mistakes import Mistake

# Pasted, a mark may have a retreat, or have lost its space.
MARK = re.compile(r"\s*(<{7}(?!<)|={7}(?= |$)|>{7}(?!>)).*")
OPENS, PARTS, CLOSES = "<" * 7, "=" * 7, ">" * 7
# What comes before the version that both left, where git gives it too.
COMMON = "|" * 7
SETTLE = f"gardez la bonne version, puis supprimez les lignes « {OPENS} », « {PARTS} » et « {CLOSES} »"
REMOVE = "vérifiez que le passage n'est pas écrit deux fois, puis supprimez cette ligne"


def conflicts(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each passage left in two versions, and for each mark left alone."""
    opened = 0
    for line, mark in marks(text):
        if mark == OPENS:
            if opened:
                yield left(file, opened, OPENS)
            opened = line
        elif mark == CLOSES and opened:
            yield Mistake(file, opened, f"des marques de conflit laissent deux versions de ce passage (lignes {opened} à {line})", SETTLE)
            opened = 0
        elif not opened:
            yield left(file, line, mark)
    if opened:
        yield left(file, opened, OPENS)


def marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the sign of each mark; `=======` alone under words underlines a title, which is told elsewhere."""
    lines = text.split("\n")
    found = [(number, match[1]) for number, line in enumerate(lines, 1) if (match := MARK.fullmatch(line.rstrip()))]
    alone = all(mark == PARTS for _, mark in found)
    yield from ((number, mark) for number, mark in found if not (alone and number > 1 and lines[number - 2].strip()))


def first_version(text: str) -> str | None:
    """Return a text with the first of the two versions of each passage, the lines of the other left blank; None if its marks do not go by three."""
    lines, state, other = text.split("\n"), CLOSES, False
    after = {(CLOSES, OPENS), (OPENS, PARTS), (PARTS, CLOSES)}
    found = dict(marks(text))
    for number, line in enumerate(lines, 1):
        mark = found.get(number)
        if mark and (state, mark) not in after:
            return None
        common = line.startswith(COMMON) and state == OPENS
        state, other = mark or state, common or (other and not mark)
        lines[number - 1] = "" if mark or other or state == PARTS else line
    return "\n".join(lines) if state == CLOSES else None


def left(file: str, line: int, mark: str) -> Mistake:
    """Return the mistake of a mark that has lost the others."""
    return Mistake(file, line, f"une marque de conflit est restée (« {mark} »)", REMOVE)
