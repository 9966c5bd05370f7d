"""The force of a question: that of its first clause, never typed again."""

from __future__ import annotations

from collections.abc import Mapping

from macros.clauses.passages import Passage
from macros.model.listes import Question


def force_of(question: Question, passages: Mapping[str, Passage]) -> str:
    """Return the force of a question: the one it names among its first clause's, or that clause's only one."""
    return question.marque or passages[question.articles[0]].clause.forces[0]
