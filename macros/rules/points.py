"""The points to clarify that an answer depends on."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from macros.model.contradictions import Contradiction
from macros.rules.table import Answer


def points_of(answer: Answer, register: Iterable[Contradiction]) -> list[Contradiction]:
    """Return the points that the rule or the platform's status names, then those whose clauses the answer sets side by side."""
    named = {*map(str, answer.regle.points), str(answer.statut.point)}
    every = [*register]
    return [*(p for p in every if p.id in named), *(p for p in every if p.id not in named and concerns(p, answer))]


def concerns(point: Contradiction, answer: Answer) -> bool:
    """Tell whether an answer cites at least two of the clauses that a point opposes, for a question that the point is about."""
    question = answer.combination
    about: list[tuple[Collection[str], str]] = [
        (point.plateformes, question.plateforme),
        (point.destinataires, question.destinataire),
        (point.contenus, question.contenu),
    ]
    cited = {str(position.article) for position in point.positions} & {*answer.cited}
    return len(cited) > 1 and all(not wanted or value in wanted for wanted, value in about)
