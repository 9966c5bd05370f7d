"""What the data of the site propose for the fields of a form."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from macros.model.formulaires import Champ, Formulaire
from macros.model.meanings import PROPOSED, STEPS, VERDICTS
from macros.model.regles import Condition
from macros.project import Project
from macros.rules.table import Answer
from macros.school_year import closing_start, school_year_start, september_over


@dataclass(frozen=True)
class Proposal:
    """What the site's data propose for a field that the staff fill: a value (ISO for a date), or values to choose from."""

    valeur: str | None = None
    suggestions: tuple[str, ...] = ()


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
            return Proposal(suggestions=tuple(suited(project, id_, champ, today)))
        case "limite":
            day = project.limites[champ.propose]
            # A day of the summer closes the school year before it.
            return Proposal(day.de(start + (closing_start(day.de(start)) < start)).isoformat())
        case "jour" | "ecole":
            # What the page knows once it is read: the day, and what the browser keeps of the reader's own school.
            return Proposal()
        case _:
            assert_never(source)


def suited(project: Project, id_: str, champ: Champ, day: date) -> list[str]:
    """Return the names of the platforms that a field of a form may name: those whose answers of the day call for the form."""
    asked = (answer for answer in project.reponses if answer.en_vigueur(day) and champ.public in (None, answer.combination.destinataire))
    calling = {str(condition.id) for condition in callers(project.facts.fichier.conditions, id_, project.formulaires[id_])}
    found = {answer.combination.plateforme for answer in asked if calls(answer, calling)}
    return [platform.nom for name, platform in project.plateformes.items() if name in found and not platform.tient_lieu]


def callers(conditions: Iterable[Condition], id_: str, form: Formulaire) -> list[Condition]:
    """Return the conditions that name a form or, if none does, those that rest on one of its clauses."""
    every = [*conditions]
    return [c for c in every if id_ in c.formulaires] or [c for c in every if {*c.articles} & {*form.articles}]


def calls(answer: Answer, calling: Container[str]) -> bool:
    """Tell whether an answer has one of some conditions: one that comes before or with what one may do, or one about what was done."""
    sure = VERDICTS[answer.regle.verdict].sure
    return any(condition.id in calling and (sure or STEPS[condition.etape].past) for condition in answer.conditions)
