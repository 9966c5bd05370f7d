"""The answers of the rules as tables: the whole matrix, the rows of a platform's page, the poster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import groupby, zip_longest
from operator import and_, attrgetter
from typing import TYPE_CHECKING

from macros.model.contradictions import Contradiction
from macros.model.encadrements import Encadrement
from macros.model.organisations import Contact
from macros.model.regles import Condition
from macros.rendering.context import Context
from macros.rendering.registry import macro
from macros.rendering.wording import todo
from macros.rules.table import DAY, Answer, Period

if TYPE_CHECKING:
    from macros.project import Project

# How many conditions are read at once; of more, only the first step.
SHOWN = 4


@macro
def reponses(context: Context) -> str:
    """Show the answers to every question: a row for each platform, a column for each content by audience."""
    cases = {question: list(answers) for question, answers in groupby(by_verdict(context.project.reponses), key=attrgetter("combination"))}
    return context.render("matrice-reponses", cases=cases)


@macro
def affiche(context: Context) -> str:
    """Show the poster of what may be used for what, as it will print on one sheet."""
    return context.render("affiche", feuilles=sheets(context.project))


def by_verdict(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Yield the answers in order, those to a question that follow one another with the same verdict made one."""
    for _, found in groupby(answers, key=lambda answer: (answer.combination, answer.regle.verdict)):
        same = list(found)
        yield replace(same[0], au=same[-1].au)


# A platform's page


Dated = tuple[Answer, Period]
Step = tuple[str, list[Condition]]


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
    """Return the answers about a platform, by audience."""
    own = [(answer, period) for answer, period in dated(context.project.reponses) if answer.combination.plateforme == plateforme]
    day = max(context.today, context.project.facts.debut)
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


# The poster


@dataclass(frozen=True)
class Line:
    """Platforms with the same verdicts; verdicts that are side by side and the same are one, with their count."""

    plateformes: list[str]
    verdicts: list[tuple[str, int]]


@dataclass(frozen=True)
class Reminder:
    """A condition, and the platforms for which it holds."""

    condition: Condition
    plateformes: list[str]


@dataclass(frozen=True)
class Sheet:
    """The poster over a period in which nothing that it shows changes: platforms whose verdict depends on the question, the others."""

    du: date
    au: date | None
    selon: list[Line]
    partout: list[Line]
    rappels: list[Reminder]
    contacts: list[Contact]
    textes: list[Encadrement]

    def en_vigueur(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.du <= day and (self.au is None or day <= self.au)


def sheets(project: Project) -> list[Sheet]:
    """Return the posters in order of date, from the directive's first day on."""
    found: list[Sheet] = []
    for day in sorted({answer.du for answer in project.reponses}):
        sheet = sheet_of(project, day)
        if not found or replace(sheet, du=found[-1].du) != found[-1]:
            found.append(sheet)
    return [replace(sheet, au=after.du - DAY if after else None) for sheet, after in zip_longest(found, found[1:])]


def sheet_of(project: Project, day: date) -> Sheet:
    """Return the poster of a day, without its end."""
    answers = [answer for answer in project.reponses if answer.en_vigueur(day)]
    recalled = [condition for condition in project.facts.fichier.conditions if condition.affiche]
    reminders = [reminder for condition in recalled for reminder in reminded(answers, str(condition.id))]
    depending, others = ([line for line in lines(answers) if (len(line.verdicts) > 1) is several] for several in (True, False))
    return Sheet(day, None, depending, others, reminders, asked(project, answers), cited(project, answers, day))


def lines(answers: Iterable[Answer]) -> list[Line]:
    """Return the answers of a day, the platforms with the same verdicts together, in the order of their first."""
    found: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for platform, own in groupby(answers, key=lambda a: a.combination.plateforme):
        found.setdefault(verdicts(own), []).append(platform)
    return [Line(platforms, list(runs(by_audience))) for by_audience, platforms in found.items()]


def verdicts(answers: Iterable[Answer]) -> tuple[tuple[str, ...], ...]:
    """Return a platform's verdicts of a day, by audience."""
    return tuple(tuple(a.regle.verdict for a in own) for _, own in groupby(answers, key=lambda a: a.combination.destinataire))


def runs(by_audience: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, int]]:
    """Yield the verdicts that are side by side and the same, with their count: over the audiences if all are the same."""
    every = sum(by_audience, ())
    for part in [every] if len(set(every)) == 1 else by_audience:
        yield from ((verdict, len(list(same))) for verdict, same in groupby(part))


def reminded(answers: Iterable[Answer], condition: str) -> Iterator[Reminder]:
    """Yield the reminder of a condition that holds for some of a day's answers."""
    found = [(c, a.combination.plateforme) for a in answers for c in a.conditions if c.id == condition]
    if found:
        yield Reminder(found[0][0], [*dict.fromkeys(platform for _, platform in found)])


def asked(project: Project, answers: Iterable[Answer]) -> list[Contact]:
    """Return who answers about every point that a day's answers depend on."""
    named = [{*map(str, point.demander_a)} for answer in answers for point in project.points_of(answer)]
    common = reduce(and_, named) if named else set()
    return [contact for id_, contact in project.contacts.items() if id_ in common]


def cited(project: Project, answers: Iterable[Answer], day: date) -> list[Encadrement]:
    """Return the texts of a day that its answers cite, in the order of the register."""
    named = {article.partition("/")[0] for answer in answers for article in answer.cited}
    return [text for id_, text in project.documents.items() if id_ in named and (project.facts.textes.get(id_) or day) <= day]
