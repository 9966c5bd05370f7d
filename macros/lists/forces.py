"""The force of a question or of a condition: that of its first clause, never typed again."""

from __future__ import annotations

from collections.abc import Mapping

from macros.clauses.passages import Passage
from macros.model.listes import Question
from macros.model.regles import Condition


def force_of(asked: Question | Condition, passages: Mapping[str, Passage]) -> str:
    """Return the force of what is asked: the one it names among its first clause's, or that clause's only one."""
    return asked.marque or passages[asked.articles[0]].clause.forces[0]
