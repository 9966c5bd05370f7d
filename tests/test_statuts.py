"""Statuses in time: which one holds on a day, and how they are drawn."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.components import Components
from macros.loading import load
from macros.model.plateformes import Plateforme, Statut
from macros.project import Project
from macros.rendering.context import Context
from macros.rendering.neighbours import family
from macros.rendering.platform_macros import of_data
from macros.rendering.timeline import NARROWEST, timeline
from macros.school_year import horizon, school_year_end


@pytest.fixture(scope="module")
def small(small_root: Path) -> Plateforme:
    return load(small_root).plateformes["teams"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2025-08-21", []),
        ("2025-08-22", ["toleree"]),
        ("2026-06-30", ["toleree"]),
        ("2026-07-01", ["approuvee"]),
        ("2040-01-01", ["approuvee"]),
    ],
)
def test_the_status_of_a_day(small: Plateforme, day: str, codes: list[str]) -> None:
    assert holding(small.statuts.eleves, day) == codes


def holding(statuts: list[Statut], day: str) -> list[str]:
    """Return the codes of the statuses that hold on a day."""
    return [s.statut for s in statuts if s.en_vigueur(date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("day", "end", "far"),
    [
        ("2026-06-30", "2026-06-30", "2027-06-30"),
        ("2026-07-01", "2027-06-30", "2028-06-30"),
        ("2026-01-15", "2026-06-30", "2027-06-30"),
        ("2026-12-31", "2027-06-30", "2028-06-30"),
    ],
)
def test_the_school_year(day: str, end: str, far: str) -> None:
    assert school_year_end(date.fromisoformat(day)) == date.fromisoformat(end)
    assert horizon(date.fromisoformat(day)) == date.fromisoformat(far)


def test_the_drawing(small: Plateforme) -> None:
    drawn = timeline(small, date(2026, 1, 15))
    assert (drawn.start, drawn.end, drawn.days) == (date(2025, 8, 22), date(2027, 6, 30), 677)
    assert [(b.statut.statut, b.x, b.width) for b in drawn.rows["eleves"]] == [("toleree", 0.0, 46.23), ("approuvee", 46.23, 53.77)]
    assert [(b.x, b.width) for b in drawn.rows["parents"]] == [(0.0, 100.0)]
    assert drawn.ticks == [(date(2026, 7, 1), 46.23)]
    assert drawn.today == 21.57


def test_a_short_status_is_seen(project: Project) -> None:
    drawn = timeline(project.plateformes["classdojo"], date(2026, 1, 15))
    assert [b.statut.statut for b in drawn.rows["parents"]] == ["autorisation", "toleree", "a-clarifier"]
    assert drawn.rows["parents"][0].width == NARROWEST


def test_the_data_go_when_the_deadline_of_the_sheets_says(small_root: Path) -> None:
    context = Context(load(small_root), Components(Path(__file__).resolve().parents[1] / "overrides/composants"), "plateformes/teams/")
    assert of_data(context) == "Ses données, chaque année"


@pytest.mark.parametrize("day", [date(2025, 8, 24), date(2026, 6, 30), date(2026, 11, 30)])
def test_platforms_are_alike_on_every_day_from_the_first_that_the_page_is_read(day: date, project: Project) -> None:
    components = Components(Path(__file__).resolve().parents[1] / "overrides/composants")
    context = Context(project, components, today=day)
    # The same answers as any other application for three days, and others from then on.
    assert family(context, "classdojo") is None
    alike = family(context, "teams")
    assert alike
    assert [*alike.voisines] == ["Classroom"]
