"""What other mistakes bring about is not told beside them: its remedy would be wrong once they are mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.checking.rereading import DISPLACED, check
from macros.checking.runner import run
from macros.dependants import BOOKS
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.reading.meant import UNWRITTEN


def sure(draft: Draft, mistakes: Iterable[Mistake]) -> list[Mistake]:
    """Return the mistakes, but for those that come of another one."""
    found = [mistake for mistake in mistakes if UNWRITTEN not in mistake.message]
    reread = {*run(draft, [check])} & {*found}
    others = [mistake for mistake in found if mistake not in reread]
    brought = {*unsettled(draft, reread, others), *misnamed(reread, others)} if reread else set()
    return [mistake for mistake in found if mistake not in brought]


def unsettled(draft: Draft, reread: Iterable[Mistake], others: list[Mistake]) -> Iterator[Mistake]:
    """Yield what is to be read again in a clause of which a mistake will change the words: they have no lasting mark yet."""
    for text in draft.texts.values():
        ends = [*(clause.line for clause in text.clauses), len(text.lines) + 1][1:]
        for clause, end in zip(text.clauses, ends, strict=True):
            if any(other.file == text.file and clause.body_line <= other.line < end for other in others):
                within = (mistake for mistake in reread if mistake.file == text.file and clause.line <= mistake.line < end)
                yield from (mistake for mistake in within if not DISPLACED.match(mistake.problem))


def misnamed(reread: Iterable[Mistake], others: Iterable[Mistake]) -> Iterator[Mistake]:
    """Yield what does not suit a clause that has taken the number of the one that is meant."""
    displaced = [f"« {found[1]} »" for mistake in reread if (found := DISPLACED.match(mistake.problem))]
    for other in others:
        if other.file not in BOOKS and any(reference in other.problem for reference in displaced):
            yield other
