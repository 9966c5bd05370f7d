"""What the data of the site propose for the fields of a form."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from macros.model.formulaires import Champ, Formulaire
from macros.model.meanings import PROPOSED, STEPS, VERDICTS
from macros.model.regles import Condition
from macros.project import Project
from macros.rules.table import Answer
from macros.school_year import closing_start, school_year_start, september_over

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Suggestion:
    """A value to choose from, from a day to another, both included: from the build's own day without the one, without end without the other."""

    nom: str
    du: date | None
    au: date | None


@dataclass(frozen=True)
class Proposal:
    """What the site's data propose for a field that the staff fill: a value (ISO for a date), or values to choose from, now or later."""

    valeur: str | None = None
    offre: tuple[Suggestion, ...] = ()

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The values to choose from on the day of the build."""
        return tuple(one.nom for one in self.offre if one.du is None)


def proposal(project: Project, id_: str, champ: Champ, today: date) -> Proposal:
    """Return what the data propose on a day for a field of a form; the day itself is left to whoever shows the sheet."""
    if champ.propose is None:
        return Proposal()
    closes = any(other.propose and PROPOSED[other.propose].source == "limite" for other in project.formulaires[id_].champs)
    start = closing_start(today) if closes else school_year_start(today)
    match source := PROPOSED[champ.propose].source:
        case "annee":
            return Proposal(f"{start}-{start + 1}")
        case "septembre":
            return Proposal(str(start) if today < september_over(start) else None)
        case "plateformes":
            return Proposal(offre=tuple(suited(project, id_, champ, today)))
        case "limite":
            day = project.limites[champ.propose]
            # A day of the summer closes the school year before it.
            return Proposal(day.de(start + (closing_start(day.de(start)) < start)).isoformat())
        case "jour" | "ecole":
            # What the page knows once it is read: the day, and what the browser keeps of the reader's own school.
            return Proposal()
        case _:
            assert_never(source)


def suited(project: Project, id_: str, champ: Champ, today: date) -> Iterator[Suggestion]:
    """Yield the platforms that a field of a form may name, from a day on: those whose answers call for the form, as long as they do."""
    asked = (answer for answer in project.reponses if champ.public in (None, answer.combination.destinataire))
    calling = {str(condition.id) for condition in callers(project.facts.fichier.conditions, id_, project.formulaires[id_])}
    found = [answer for answer in asked if calls(answer, calling)]
    for name, platform in project.plateformes.items():
        if not platform.tient_lieu:
            own = (answer for answer in found if answer.combination.plateforme == name)
            yield from (Suggestion(platform.nom, du, au) for du, au in lasting(own, today))


def lasting(answers: Iterable[Answer], today: date) -> Iterator[tuple[date | None, date | None]]:
    """Yield the periods of some answers that are not over, those that follow one another as one; one that has begun has no first day."""
    periods: list[list[date]] = []
    for du, au in sorted((max(a.du, today), a.au or date.max) for a in answers if a.au is None or a.au >= today):
        if periods and du - DAY <= periods[-1][1]:
            periods[-1][1] = max(periods[-1][1], au)
        else:
            periods.append([du, au])
    for du, au in periods:
        yield None if du == today else du, None if au == date.max else au


def callers(conditions: Iterable[Condition], id_: str, form: Formulaire) -> list[Condition]:
    """Return the conditions that name a form or, if none does, those that rest on one of its clauses."""
    every = [*conditions]
    return [c for c in every if id_ in c.formulaires] or [c for c in every if {*c.articles} & {*form.articles}]


def calls(answer: Answer, calling: Container[str]) -> bool:
    """Tell whether an answer has one of some conditions: one that comes before or with what one may do, or one about what was done."""
    sure = VERDICTS[answer.regle.verdict].sure
    return any(condition.id in calling and (sure or STEPS[condition.etape].past) for condition in answer.conditions)
