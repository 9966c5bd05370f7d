"""The poster of what may be used for what: one sheet for each period in which nothing that it shows changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import groupby, zip_longest
from operator import and_

from macros.model.encadrements import Encadrement
from macros.model.organisations import Contact
from macros.model.regles import Condition
from macros.project import Project
from macros.rules.table import DAY, Answer


@dataclass(frozen=True)
class Line:
    """Platforms with the same verdicts; verdicts that are side by side and the same are one, with their count."""

    plateformes: list[str]
    verdicts: list[tuple[str, int]]


@dataclass(frozen=True)
class Reminder:
    """A condition, the platforms for which it holds, and the only audience of each for which it does, where others have more."""

    condition: Condition
    plateformes: list[str]
    publics: dict[str, str]


@dataclass(frozen=True)
class Poster:
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


def posters(project: Project) -> list[Poster]:
    """Return the posters in order of date, from the site's first day on."""
    found: list[Poster] = []
    for day in sorted({answer.du for answer in project.reponses}):
        poster = poster_of(project, day)
        if not found or replace(poster, du=found[-1].du) != found[-1]:
            found.append(poster)
    return [replace(poster, au=after.du - DAY if after else None) for poster, after in zip_longest(found, found[1:])]


def poster_of(project: Project, day: date) -> Poster:
    """Return the poster of a day, without its end."""
    answers = [answer for answer in project.reponses if answer.en_vigueur(day)]
    recalled = [condition for condition in project.facts.fichier.conditions if condition.affiche]
    reminders = [reminder for condition in recalled for reminder in reminded(answers, str(condition.id))]
    depending, others = ([line for line in lines(answers) if (len(line.verdicts) > 1) is several] for several in (True, False))
    return Poster(day, None, depending, others, reminders, asked(project, answers), cited(project, answers, day))


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
    found = [(c, a.combination) for a in answers for c in a.conditions if c.id == condition]
    held: dict[str, set[str]] = {}
    for _, combination in found:
        held.setdefault(combination.plateforme, set()).add(combination.destinataire)
    if found:
        apart = {platform: min(own) for platform, own in held.items() if len(own) == 1 < len(set.union(*held.values()))}
        yield Reminder(found[0][0], [*held], apart)


def asked(project: Project, answers: Iterable[Answer]) -> list[Contact]:
    """Return who answers about every point that a day's answers depend on."""
    named = [{*map(str, point.demander_a)} for answer in answers for point in project.points_of(answer)]
    common = reduce(and_, named) if named else set()
    return [contact for id_, contact in project.contacts.items() if id_ in common]


def cited(project: Project, answers: Iterable[Answer], day: date) -> list[Encadrement]:
    """Return the texts of a day that its answers cite, in the order of the register."""
    named = {article.partition("/")[0] for answer in answers for article in answer.cited}
    return [text for id_, text in project.documents.items() if id_ in named and (project.facts.textes.get(id_) or day) <= day]
