"""The questions of the self-assessments keep together the clauses that go together, as the answers do (`agreement.py`)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.agreement import alone
from macros.checking.runner import Sound, checks
from macros.mistakes import Mistake
from macros.model.kinds import of
from macros.model.listes import Liste, Question
from macros.model.regles import Ensemble, FichierRegles
from macros.reading.draft import Draft
from macros.reading.nodes import Path_

Wrong = tuple[Path_, str, str]


@checks
def check(draft: Draft, file: FichierRegles, lists: Sound[Liste]) -> Iterator[Mistake]:
    """Yield a mistake for each question that rests on one clause of a pair as if the other did not stand beside it."""
    for id_, liste in lists.items():
        for pair in file.ensemble:
            for wrong in (*parted(liste, pair), *loose(liste, pair)):
                yield draft.sources[of(Liste).file_of(id_)].blame(*wrong)


def parted(liste: Liste, pair: Ensemble) -> Iterator[Wrong]:
    """Yield the questions about a clause of a pair that do not cite the other one."""
    for index, question in enumerate(liste.questions):
        if str(question.articles[0]) in (str(pair.premier), str(pair.second)) and (wrong := alone(pair, {*map(str, question.articles)})):
            problem, other = wrong
            yield ("questions", index, "articles"), f"cette question {problem}", f"ajoutez « {other} » à ses articles"


def loose(liste: Liste, pair: Ensemble) -> Iterator[Wrong]:
    """Yield the questions about the second clause of a pair that are asked where none about the first one is."""
    asked = [conditions(question) for question in liste.questions if question.articles[0] == pair.premier]
    for index, question in enumerate(liste.questions):
        if asked and question.articles[0] == pair.second and not any(first <= conditions(question) for first in asked):
            problem = f"cette question sur « {pair.second} » est posée là où aucune ne l'est sur « {pair.premier} », qui va avec lui"
            yield ("questions", index), problem, "donnez-lui aussi le « si: » de celle-ci"


def conditions(question: Question) -> set[tuple[str, bool]]:
    """Return on what a question is asked: each subject, with the answer that it wants."""
    return {(condition.sujet, condition.reponse) for condition in question.si}
