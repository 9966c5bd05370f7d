"""The answers of the « Puis-je? » helper, ready to be shown: made once for the site, whatever the pages that hold the helper."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from markupsafe import Markup

from macros.lists.forces import force_of
from macros.model.meanings import QUESTIONS, STATUSES, STEPS, VERDICTS
from macros.model.regles import CodeEtape, Condition
from macros.rendering.answers import AnswerView, Quote, view
from macros.rendering.context import Context
from macros.rendering.platform_macros import address
from macros.rendering.situation_macros import every
from macros.rendering.wording import todo, why
from macros.rules.table import Answer
from macros.sheets.basis import notice
from macros.typography import french

T = TypeVar("T", bound=Hashable)

# Where the helper is, which the links of the answers start from, and the script that brings them.
FOLDER = "puis-je/"
SCRIPT = f"{FOLDER}reponses.js"
# The components that answers are made of: their styles come with them.
PARTS = ("citation-rangee", "points", "renvoi", "reponse", "reponses")
PIECE = re.compile(r'<template data-piece="([^"]+)">\s*(.*?)\s*</template>', re.S)


@dataclass(frozen=True)
class Shown:
    """How an answer's parts are titled, whether to look for another platform, its steps, then what only advises or is to be asked."""

    pourquoi: str
    faire: str
    ailleurs: bool
    etapes: dict[CodeEtape, list[Condition]]
    autres: dict[CodeEtape, list[Condition]]


def known(context: Context) -> dict[str, Any]:
    """Return what the script of the answers brings: which answer there is to each question and when, their HTML by pieces, the situations."""
    views = [view(context, answer) for answer in context.project.reponses]
    quotes = numbered(quote for found in views for quote in found.citations)
    open_points = [points_of(context, found) for found in views]
    points = numbered(open_points)
    bodies = [body(context, found, quotes, points[shown_points]) for found, shown_points in zip(views, open_points, strict=True)]
    return {
        "lignes": rows(context.project.reponses, bodies),
        "html": pieces(context, quotes, points, numbered(bodies)),
        "situations": situations(context),
        "moyens": {id_: means(context, id_) for id_ in context.project.plateformes},
        "phrases": {content: {to: french(words) for to, words in phrases.items()} for content, phrases in QUESTIONS.items()},
    }


def means(context: Context, id_: str) -> dict[str, Any]:
    """Return what the script needs of a means: the names under which one looks for it, its page, what to use in its place, what its yes supposes."""
    found = context.project.plateformes[id_]
    return {
        "noms": [french(name) for name in found.noms],
        "fiche": context.link(address(id_)),
        "remplacer": found.remplacer_par,
        "reserve": context.project.facts.reserve(id_),
    }


def pieces(context: Context, quotes: dict[Quote, int], points: dict[Markup, int], bodies: dict[Markup, int]) -> dict[str, str]:
    """Return, by name, the HTML of the bodies of the answers and of what they share: a browser reads only those that it shows."""
    notices = {id_: notice(context.project, form) for id_, form in context.project.formulaires.items()}
    named = {"avis": notices, "mots_de_force": advice(context), "debut": context.project.facts.debut}
    html = context.render("reponses", citations=quotes, points=points, corps=bodies, **named)
    return dict(PIECE.findall(html))


def advice(context: Context) -> dict[str, str]:
    """Return, for each condition that only advises, the word of the force of its clause."""
    forces, project = context.project.mentions["forces"], context.project
    return {str(c.id): forces[force_of(c, project.passages)].nom for c in project.facts.fichier.conditions if STEPS[c.etape].advises}


def situations(context: Context) -> list[dict[str, Any]]:
    """Return what the staff ask, with the words under which one looks for it and where it is answered."""
    return [
        {"question": s.question, "mots": s.mots, "adresse": context.link(placed.address)}
        for placed in every(context.project)
        for s in [placed.situation]
    ]


def numbered(things: Iterable[T]) -> dict[T, int]:
    """Return things without repetition, each with its number."""
    return {thing: number for number, thing in enumerate(dict.fromkeys(things))}


def points_of(context: Context, found: AnswerView) -> Markup:
    """Return the points to clarify of an answer, as HTML."""
    return context.render("points", points=found.points)


def body(context: Context, found: AnswerView, quotes: dict[Quote, int], points: int) -> Markup:
    """Return an answer as HTML; what answers share, of which `points` numbers the points to clarify, is left to be copied in its place."""
    named = {"vue": found, "titres": shown(found), "citations": [quotes[q] for q in found.citations], "points": points}
    return context.render("reponse", **named)


def shown(found: AnswerView) -> Shown:
    """Return what the verdict makes of the parts of an answer."""
    steps = found.reponse.par_etape()
    must, others = ({step: conditions for step, conditions in steps.items() if STEPS[step].must is asked} for asked in (True, False))
    return Shown(why(found.reponse), todo(found.reponse), not VERDICTS[found.reponse.regle.verdict].sure, must, others)


def rows(answers: list[Answer], bodies: list[Markup]) -> list[dict[str, object]]:
    """Return, for the script, what each answer answers, when, and the number of its body."""
    numbers = numbered(bodies)
    following = [*answers[1:], None]
    return [row(answer, after, numbers[html]) for answer, after, html in zip(answers, following, bodies, strict=True)]


def row(answer: Answer, after: Answer | None, number: int) -> dict[str, object]:
    """Return what the script needs of an answer; without `au`, it lasts. `oui` says whether to propose it in the place of another."""
    days = {"du": answer.du.isoformat()} | ({"au": answer.au.isoformat()} if answer.au else {})
    sure = VERDICTS[answer.regle.verdict].sure and STATUSES[answer.statut.statut].begun
    return {**answer.combination._asdict(), **days, "verdict": answer.regle.verdict, "oui": sure, "corps": number, "change": changes(answer, after)}


def changes(answer: Answer, after: Answer | None) -> bool:
    """Tell whether the verdict or the conditions are others once an answer ends."""
    if answer.au is None or after is None:
        return False
    return answer.regle.verdict != after.regle.verdict or [c.id for c in answer.conditions] != [c.id for c in after.conditions]
