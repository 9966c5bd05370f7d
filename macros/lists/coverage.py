"""What the self-assessments carry out: each force that a question must ask about (`ASKED`) in the texts whose register says so (« couverture »)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.clauses.clause import Clause
from macros.clauses.passages import Passage
from macros.lists.forces import force_of
from macros.model.listes import Liste
from macros.model.meanings import ASKED


@dataclass(frozen=True)
class Carried:
    """A clause's force and the questions (`liste/question`) that carry it out."""

    clause: Clause
    force: str
    questions: list[str]


def coverage(clauses: Iterable[Clause], lists: Mapping[str, Liste], passages: Mapping[str, Passage], staff: Collection[str]) -> list[Carried]:
    """Return what some clauses ask of the staff, whose roles are given, with the questions that carry it out; others are asked nothing here."""
    carried = list(carrying(lists, passages))
    return [
        Carried(clause, force, [question for reference, own, question in carried if own == force and clause.covers(reference)])
        for clause in clauses
        for force in clause.forces
        if force in ASKED and any(mark.force == force and {*mark.roles} & {*staff} for mark in clause.marks)
    ]


def carrying(lists: Mapping[str, Liste], passages: Mapping[str, Passage]) -> Iterator[tuple[str, str, str]]:
    """Yield, for each question and each clause it cites: the clause, the question's force, the question."""
    for id_, liste in lists.items():
        for question in liste.questions:
            force = force_of(question, passages)
            yield from ((str(article), force, f"{id_}/{question.id}") for article in question.articles)
