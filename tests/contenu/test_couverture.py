"""The published self-assessments carry out all that the texts ask."""

from __future__ import annotations

import re

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


# « L'article le demande » is weaker than « doit », and than « recommandé » it is stronger.
ASKS = re.compile(r"\b(?:articles? [\d., et]*|directive |note de service )(?:vous )?(?:le |l['’])?demande(?:nt)?\b")


def test_a_help_says_that_a_text_asks_only_where_it_asks(project: Project) -> None:
    said = [question for one in project.listes.values() for question in one.questions if ASKS.search(f"{question.question} {question.aide or ''}")]
    assert said
    assert [q.id for q in said if not any("demande" in project.passages[str(article)].clause.forces for article in q.articles)] == []


def test_what_binds_who_keeps_a_space_is_asked(project: Project) -> None:
    """The text for reference is asked in full: what its organisation promises of its own spaces too."""
    cited = {str(article) for question in project.listes["espace-medias-sociaux"].questions for article in question.articles}
    binding = [
        c for c in project.clauses["medias-sociaux"] if any(m.force in ASKED and {"administrateur", "organisme"} & {*m.roles} for m in c.marks)
    ]
    assert len(binding) > 8
    assert [c.reference for c in binding if not any(article.startswith(c.reference) for article in cited)] == []
