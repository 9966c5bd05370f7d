"""The « Puis-je? » helper: three questions, and every answer ready to be shown."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from macros.model.meanings import QUESTIONS, VERDICTS
from macros.rendering.answers import AnswerView, Quote, view
from macros.rendering.context import Context
from macros.rendering.platform_macros import address
from macros.rendering.registry import macro
from macros.rendering.wording import todo, why
from macros.rules.table import Answer
from macros.sheets.sheet import notice

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class Shown:
    """How an answer's parts are titled, and whether to look for another platform."""

    pourquoi: str
    faire: str
    ailleurs: bool


@macro
def puis_je(context: Context) -> str:
    """Ask three questions and answer at once, from every answer of the rules."""
    views = [view(context, answer) for answer in context.project.reponses]
    quotes = numbered(quote for found in views for quote in found.citations)
    open_points = [points_of(context, found) for found in views]
    points = numbered(open_points)
    bodies = [body(context, found, quotes, points[shown_points]) for found, shown_points in zip(views, open_points, strict=True)]
    return context.render(
        "puis-je",
        citations=quotes,
        points=points,
        corps=numbered(bodies),
        lignes=rows(context.project.reponses, bodies),
        fiches={id_: context.link(address(id_)) for id_ in context.project.plateformes},
        phrases=QUESTIONS,
        avis={id_: notice(context.project, form) for id_, form in context.project.formulaires.items()},
        debut=context.project.facts.debut,
    )


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
    return Shown(why(found.reponse), todo(found.reponse), not VERDICTS[found.reponse.regle.verdict].sure)


def rows(answers: list[Answer], bodies: list[Markup]) -> list[dict[str, object]]:
    """Return, for the script, what each answer answers, when, and the number of its body."""
    numbers = numbered(bodies)
    following = [*answers[1:], None]
    return [row(answer, after, numbers[html]) for answer, after, html in zip(answers, following, bodies, strict=True)]


def row(answer: Answer, after: Answer | None, number: int) -> dict[str, object]:
    """Return what the script needs of an answer; without `au`, it lasts."""
    days = {"du": answer.du.isoformat()} | ({"au": answer.au.isoformat()} if answer.au else {})
    sure = VERDICTS[answer.regle.verdict].sure
    return {**answer.combination._asdict(), **days, "verdict": answer.regle.verdict, "oui": sure, "corps": number, "change": changes(answer, after)}


def changes(answer: Answer, after: Answer | None) -> bool:
    """Tell whether the verdict or the conditions are others once an answer ends."""
    if answer.au is None or after is None:
        return False
    return answer.regle.verdict != after.regle.verdict or [c.id for c in answer.conditions] != [c.id for c in after.conditions]
