"""Two self-assessments do not ask the same: the copy of one, under another name, is told by its questions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from macros.checking.runner import Sound, checks
from macros.mistakes import Mistake
from macros.model.kinds import of
from macros.model.listes import Liste
from macros.reading.draft import Draft

# Questions in common that make a list the copy of another: as many, and more than half of its own.
MANY = 3


@checks
def check(draft: Draft, lists: Sound[Liste]) -> Iterator[Mistake]:
    """Yield a mistake for each list most of whose questions are those of another."""
    for (name, one), (other, two) in combinations(sorted(lists.items(), key=lambda named: (len(named[0]), named[0])), 2):
        asked = {question.question for question in one.questions}
        ranks = [rank for rank, question in enumerate(two.questions) if question.question in asked]
        if len(ranks) >= MANY and 2 * len(ranks) > len(two.questions):
            problem = f"{len(ranks)} des {len(two.questions)} questions de cette liste sont aussi celles de « {name} »"
            yield draft.sources[of(Liste).file_of(other)].blame(
                ("questions", ranks[0], "question"), problem, "gardez chaque question à une seule des deux listes"
            )
