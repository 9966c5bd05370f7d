"""Two self-assessments do not ask the same, nor do two sheets say it: the copy of one, under another name, is told by its questions or its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized
from itertools import combinations
from typing import TypeVar

from macros.checking.repeated import LEAST
from macros.checking.runner import Sound, checks
from macros.checking.sentences import WORD
from macros.mistakes import Mistake
from macros.model.formulaires import Formulaire
from macros.model.kinds import of
from macros.model.listes import Liste
from macros.model.meanings import BLOCKS
from macros.project import Project
from macros.reading.draft import Draft

# Questions in common that make a list the copy of another: as many, and more than half of its own. So do the sentences of a sheet.
MANY = 3
Thing = TypeVar("Thing")


@checks
def check(draft: Draft, lists: Sound[Liste]) -> Iterator[Mistake]:
    """Yield a mistake for each list most of whose questions are those of another."""
    for (name, one), (other, two) in pairs(lists):
        asked = {question.question for question in one.questions}
        ranks = [rank for rank, question in enumerate(two.questions) if question.question in asked]
        if most(ranks, two.questions):
            problem = f"{len(ranks)} des {len(two.questions)} questions de cette liste sont aussi celles de la liste « {name} »"
            yield draft.sources[of(Liste).file_of(other)].blame(
                ("questions", ranks[0], "question"), problem, "gardez chaque question à une seule des deux listes"
            )


def pairs(things: Mapping[str, Thing]) -> Iterator[tuple[tuple[str, Thing], tuple[str, Thing]]]:
    """Return each two of some things, the one whose id is shorter first: a copy's is the longer one."""
    return combinations(sorted(things.items(), key=lambda named: (len(named[0]), named[0])), 2)


def most(shared: Sized, own: Sized) -> bool:
    """Tell whether what two things share, of what one has of its own, makes it the copy of the other."""
    return len(shared) >= MANY and 2 * len(shared) > len(own)


def perhaps_copied(project: Project) -> Iterator[Mistake]:
    """Yield each sheet most of whose sentences are those of another: the one may be an adaptation of the other, or its copy."""
    for (name, one), (other, two) in pairs(project.all(Formulaire)):
        known, own = {*sentences(one)}, [*sentences(two)]
        shared = [sentence for sentence in own if sentence in known]
        if most(shared, own):
            problem = f"{len(shared)} des {len(own)} passages de ce document sont aussi ceux du document « {name} »"
            yield project.draft.sources[of(Formulaire).file_of(other)].blame(
                ("parties",), problem, "s'il en est la copie, adaptez-le ou supprimez-le"
            )


def sentences(form: Formulaire) -> Iterator[str]:
    """Yield what a sheet says in so many words, blocks in their order."""
    for block in (block for part in form.parties for block in part.blocs):
        said = [] if BLOCKS[block.genre].fields else block.lignes
        yield from (text for text in said if len(WORD.findall(text)) >= LEAST)
