"""The marks that a merge leaves where two versions of a passage were not settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from macros.mistakes import Mistake

# Pasted, a mark may have a retreat or stand in a quotation or an item, have lost its space or a sign, or be escaped. A row of a
# table ends with a bar.
MARK = re.compile(r"(?:\s|> |- |\\)*(<{5,9}(?!<)|\|{7}(?!\|)(?!.*\|$)|={5,9}(?= |$)|>{5,9}(?!>)).*")
# One that follows words on their line.
JOINED = re.compile(r"[^`]*?(?:(?<!<)(<{7})(?!<)|(?<!>)(>{7})(?!>))")
OPENS, PARTS, CLOSES = "<" * 7, "=" * 7, ">" * 7
# What comes before the version that both left, where git gives it too.
COMMON = "|" * 7
SIGNS = f"« {OPENS} », « {PARTS} » et « {CLOSES} »", f"« {OPENS} », « {COMMON} », « {PARTS} » et « {CLOSES} »"
# What opens and closes the header of a page; an empty line would end it.
RULE, COMMENT = "---", "#"
UNSETTLED = "des marques de conflit laissent deux versions de ce passage", "une marque de conflit est restée"
CHECK = "vérifiez que le passage n'est pas écrit deux fois, puis"
REMOVE = f"{CHECK} supprimez cette ligne"


def conflicts(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each passage left in two versions, and for each mark left alone."""
    for run in runs(marks(text)):
        (first, opens), (last, closes) = run[0], run[-1]
        if (opens, closes) == (OPENS, CLOSES):
            problem = f"{UNSETTLED[0]} (lignes {first} à {last})"
            yield Mistake(file, first, problem, f"gardez la bonne version, puis supprimez les lignes {SIGNS[COMMON in dict(run).values()]}")
        else:
            yield from (Mistake(file, line, f"{UNSETTLED[1]} (« {mark} »)", REMOVE) for line, mark in run)


def joined(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each mark that follows words on their line."""
    for number, line in enumerate(text.split("\n"), 1):
        if ("<<<" in line or ">>>" in line) and not MARK.fullmatch(line.rstrip()) and (found := JOINED.match(line)):
            problem = f"une marque de conflit est restée dans la ligne (« {found[1] or found[2]} »)"
            yield Mistake(file, number, problem, f"{CHECK} enlevez cette marque et son nom")


def runs(found: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Yield the marks that go together: up to the one that closes, or before another one that opens."""
    run: list[tuple[int, str]] = []
    for line, mark in found:
        if run and mark == OPENS:
            yield run
            run = []
        run.append((line, mark))
        if mark == CLOSES:
            yield run
            run = []
    if run:
        yield run


def marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the sign of each mark; `=======` alone under words underlines a title, which is told elsewhere."""
    lines = text.split("\n")
    found = [(number, match[1][0] * 7) for number, line in enumerate(lines, 1) if (match := MARK.fullmatch(line.rstrip()))]
    alone = all(mark == PARTS for _, mark in found)
    yield from ((number, mark) for number, mark in found if not (alone and number > 1 and lines[number - 2].strip()))


def torn(text: str) -> set[int]:
    """Return the lines of the passages that marks cut in two: what else looks wrong in them may come of it."""
    lines, found = text.split("\n"), {number for number, _ in marks(text)}
    runs_of = groupby(range(1, len(lines) + 1), key=lambda number: bool(lines[number - 1].strip()))
    return {number for full, run in runs_of for passage in [{*run}] if full and passage & found for number in passage}


def one_version(text: str) -> str:
    """Return a text with the first of the two versions of each passage or, if its marks do not go by three, with all but the marks.

    The lines left out are blank or, in a header, comments.
    """
    lines, found = text.split("\n"), dict(marks(text))
    out = second_versions(lines, found)
    header = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == RULE), 0) if lines[0].rstrip() == RULE else 0
    for number in found.keys() | (out or ()):
        lines[number - 1] = COMMENT if number < header else ""
    return "\n".join(lines)


def second_versions(lines: Sequence[str], found: Mapping[int, str]) -> list[int] | None:
    """Return the lines of the versions that are not the first, given the mark of each line that is one; None if the marks do not go by three."""
    state, out = CLOSES, []
    after = {(CLOSES, OPENS), (OPENS, COMMON), (OPENS, PARTS), (COMMON, PARTS), (PARTS, CLOSES)}
    for number in range(1, len(lines) + 1):
        mark = found.get(number)
        if mark and (state, mark) not in after:
            return None
        state = mark or state
        if state in (COMMON, PARTS):
            out.append(number)
    return out if state == CLOSES else None
