"""The published self-assessments carry out all that the texts ask."""

from __future__ import annotations

from macros.clauses.clause import Clause
from macros.lists.coverage import coverage
from macros.lists.forces import force_of
from macros.model.meanings import ASKED
from macros.project import Project


def test_the_lists_carry_out_every_obligation_and_every_interdiction(project: Project) -> None:
    clauses: list[Clause] = [clause for text in project.documents.values() if text.couverture for clause in project.clauses[text.id]]
    carried = coverage(clauses, project.listes, project.passages, project.personnel)
    marks = [(clause.reference, mark) for clause in clauses for mark in clause.marks]
    asked = [(reference, m.force) for reference, m in marks if m.force in ASKED and project.personnel.intersection(m.roles)]
    assert [(c.clause.reference, c.force) for c in carried] == list(dict.fromkeys(asked))
    assert [c.clause.reference for c in carried if not c.questions] == []
    for one in carried:
        for name in one.questions:
            id_, _, number = name.partition("/")
            asked = next(q for q in project.listes[id_].questions if q.id == number)
            assert force_of(asked, project.passages) == one.force
            assert any(one.clause.covers(article) for article in asked.articles)
