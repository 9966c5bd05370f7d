"""The force of a question or of a condition, and the words that temper it: those of its first clause."""

from __future__ import annotations

from collections.abc import Mapping

from macros.clauses.passages import Passage
from macros.model.listes import Question
from macros.model.meanings import ADVISING, TEMPERED
from macros.model.regles import Condition
from macros.typography import french


def force_of(asked: Question | Condition, passages: Mapping[str, Passage]) -> str:
    """Return the force of what is asked: the one it names among its first clause's, or that clause's only one."""
    return asked.marque or passages[asked.articles[0]].clause.forces[0]


def nuances(passage: Passage, force: str) -> list[str | None]:
    """Return the words that temper a force of a clause, as they are shown: once for each line that gives it, None where it has none."""
    return [mark.nuance and french(mark.nuance) for mark in passage.clause.marks if mark.force == force]


def tempering(question: Question, passages: Mapping[str, Passage]) -> str | None:
    """Return the words that make what is asked less than « doit »: those of its clause or else, of a force that only advises, its own."""
    force = force_of(question, passages)
    own = force if force in ADVISING else None
    return (nuance_of(question, passages) or own) if force in TEMPERED else None


def nuance_of(question: Question, passages: Mapping[str, Passage]) -> str | None:
    """Return the words that temper the force of a question: those it names, or else those of its first clause if all its lines agree."""
    found = {*nuances(passages[question.articles[0]], force_of(question, passages))}
    return question.nuance or (found.pop() if len(found) == 1 else None)
