"""The answers of the rules as tables: the whole matrix and the poster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from macros.rendering.context import Context
from macros.rendering.poster import posters
from macros.rendering.registry import macro
from macros.rules.table import Answer


@macro
def reponses(context: Context) -> str:
    """Show the answers to every question that hold or will: a row for each platform, a column for each content by audience."""
    kept = (answer for answer in by_verdict(context.project.reponses) if not answer.ended(context.first_day))
    cases = {question: list(answers) for question, answers in groupby(kept, key=attrgetter("combination"))}
    return context.render("matrice-reponses", cases=cases)


@macro
def affiche(context: Context) -> str:
    """Show the poster of what may be used for what, as it will print on one sheet."""
    return context.render("affiche", feuilles=posters(context.project))


def by_verdict(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Yield the answers in order, those to a question that follow one another with the same verdict made one."""
    for _, found in groupby(answers, key=lambda answer: (answer.combination, answer.regle.verdict)):
        same = list(found)
        yield replace(same[0], au=same[-1].au)
