"""The answers about a platform as rows: contents for which the same rule answers stand together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from macros.model.contradictions import Contradiction
from macros.model.regles import CodeEtape, Condition
from macros.project import Project
from macros.rendering.context import Context
from macros.rendering.wording import todo
from macros.rules.table import Answer, Period

# How many conditions are read at once; of more, only the first step.
SHOWN = 4


Dated = tuple[Answer, Period]


Step = tuple[CodeEtape, list[Condition]]


@dataclass(frozen=True)
class Row:
    """Contents for which the same rule answers, for an audience: their answers, and over which period the rule answers."""

    reponses: list[Answer]
    periode: Period

    @property
    def contenus(self) -> list[str]:
        """The contents."""
        return [answer.combination.contenu for answer in self.reponses]

    @property
    def reponse(self) -> Answer:
        """The answer to all of them: its conditions are those of each, in the rule's order."""
        first, every = self.reponses[0], {str(c.id): c for answer in self.reponses for c in answer.conditions}
        return replace(first, conditions=tuple(every[id_] for id_ in map(str, first.regle.conditions) if id_ in every))

    @property
    def articles(self) -> dict[str, bool]:
        """The clauses on which the answer rests, each once, and whether all that is read of it is silent on the case."""
        silent: dict[str, bool] = {}
        for appui in self.reponse.articles:
            silent[appui.article] = silent.get(appui.article, True) and appui.dit == "silence"
        return silent

    @property
    def titre(self) -> str:
        """The title of the conditions."""
        return todo(self.reponse)

    @property
    def etapes(self) -> tuple[list[Step], list[Step]]:
        """The conditions by step: those to read at once, those that may be folded because they are many."""
        steps = list(self.reponse.par_etape().items())
        shown = len(steps) if len(self.reponse.conditions) <= SHOWN else 1
        return steps[:shown], steps[shown:]

    def cas(self, condition: Condition) -> list[str]:
        """Return the contents for which alone a condition holds."""
        found = [answer.combination.contenu for answer in self.reponses if condition in answer.conditions]
        return found if len(found) < len(self.reponses) else []

    def points(self, project: Project) -> list[Contradiction]:
        """Return the points to clarify on which the answers depend, without repetition."""
        return [*{point.id: point for answer in self.reponses for point in project.points_of(answer)}.values()]


@dataclass(frozen=True)
class Group:
    """Contents for which the same rule answers on the day, and their rows of every period."""

    contenus: list[str]
    rangees: list[Row]


def groups(context: Context, plateforme: str) -> dict[str, list[Group]]:
    """Return the answers about a platform that hold or will, by audience."""
    day = max(context.today, context.project.facts.debut)
    own = [pair for pair in dated(context.project.answers_about(plateforme)) if not pair[0].ended(context.first_day)]
    audiences = context.project.mentions["publics"]
    return {audience: grouped([pair for pair in own if pair[0].combination.destinataire == audience], day) for audience in audiences}


def dated(answers: Iterable[Answer]) -> Iterator[Dated]:
    """Yield the answers, each with the period over which its rule answers without a break."""
    for _, found in groupby(answers, key=lambda answer: (answer.combination, answer.regle.id)):
        same = list(found)
        yield from ((answer, Period(same[0].du, same[-1].au)) for answer in same)


def grouped(answers: list[Dated], day: date) -> list[Group]:
    """Return the answers about an audience, the contents for which the same rule answers on a day together."""
    shared = [row.contenus for row in rows(pair for pair in answers if pair[0].en_vigueur(day))]
    in_order = sorted(answers, key=lambda pair: pair[0].du)
    return [Group(contents, rows(pair for pair in in_order if pair[0].combination.contenu in contents)) for contents in shared]


def rows(answers: Iterable[Dated]) -> list[Row]:
    """Return the answers about an audience, those that differ only by the content and the conditions in the same row."""
    found: list[Row] = []
    for answer, period in answers:
        row = next((row for row in found if row.periode == period and alike(row.reponses[0], answer)), None)
        if row:
            row.reponses.append(answer)
        else:
            found.append(Row([answer], period))
    return found


def alike(one: Answer, other: Answer) -> bool:
    """Tell whether two answers differ only by the content and the conditions."""
    return replace(other, combination=one.combination, conditions=one.conditions) == one
