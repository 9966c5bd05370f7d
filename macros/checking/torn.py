"""A page with marks of conflict: the form of the passages that they cut is not judged, since the marks may have changed it."""

from __future__ import annotations

from collections.abc import Iterable

from macros.checking import broken_links, columns, layout, nesting, punctuation, quotes, structure
from macros.checking.runner import run
from macros.mistakes import Mistake
from macros.reading.characters import lines_ended
from macros.reading.conflicts import UNSETTLED, torn
from macros.reading.draft import Draft

# What looks at several lines of a passage together.
OF_PASSAGES = (broken_links.check, columns.check, layout.check, nesting.check, punctuation.brackets, quotes.pairs, structure.check)


def sure(draft: Draft, mistakes: Iterable[Mistake]) -> list[Mistake]:
    """Return the mistakes of what was read, but for those that marks of conflict may bring about."""
    found = [*mistakes]
    marked = {mistake.file for mistake in found if mistake.problem.startswith(UNSETTLED)} & {*draft.pages}
    cut = {file: torn(lines_ended((draft.root / file).read_text(encoding="utf-8-sig"))) for file in marked & {*draft.tree.files}}
    doubtful = {*run(draft, OF_PASSAGES)} if cut else set()
    return [mistake for mistake in found if not (mistake in doubtful and mistake.line in cut.get(mistake.file, ()))]
