"""The published statuses and deadlines: one status on each day, days that the texts fix."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from macros.project import Project


def test_every_real_day_has_one_status(project: Project) -> None:
    for platform in project.plateformes.values():
        for statuts in (platform.statuts.parents, platform.statuts.eleves):
            assert statuts[0].du == date(2025, 8, 22)
            assert statuts[-1].au is None
            assert [(b.du - a.au).days for a, b in pairwise(statuts) if a.au] == [1] * (len(statuts) - 1)


@pytest.mark.parametrize(
    ("day", "code"), [("2025-08-24", "autorisation"), ("2025-08-25", "toleree"), ("2026-06-30", "toleree"), ("2026-07-01", "a-clarifier")]
)
def test_classdojo_day_by_day(project: Project, day: str, code: str) -> None:
    statuts = project.plateformes["classdojo"].statuts.parents
    assert [s.statut for s in statuts if s.en_vigueur(date.fromisoformat(day))] == [code]


def test_only_texts_that_bind_the_staff_are_cited(project: Project) -> None:
    assert {article.document for e in project.echeances.values() for article in e.articles} <= {"directive", "note-de-service", "confidentialite"}


def test_a_fixed_day_is_in_the_words_of_a_clause_that_it_cites(project: Project) -> None:
    fixed = [e for e in project.echeances.values() if e.jour_fixe]
    assert [e.id for e in fixed] == ["destruction"]
    assert all(any("30 juin" in project.passages[article].markdown for article in e.articles) for e in fixed)
