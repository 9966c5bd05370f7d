"""A school year of deadlines as the figures of a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from macros.calendar.occurrences import Occurrence
from macros.calendar.years import SchoolYear
from macros.school_year import FIRST_MONTH

# A bar narrower than this would not be seen (percentage of the whole).
NARROWEST = 2.2
MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.")


@dataclass(frozen=True)
class Month:
    """A column: its short name, where it starts and how wide it is, in percent."""

    nom: str
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Where its name stands, in percent."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True)
class Bar:
    """An occurrence drawn: where it starts, how wide it is, the middle of its last day, in percent."""

    occurrence: Occurrence
    x: float
    width: float
    end: float


@dataclass(frozen=True)
class Drawing:
    """A school year drawn: its columns, the rows of each role, where today is (at an end, if it is in another year)."""

    year: SchoolYear
    months: list[Month]
    rows: dict[str, list[Bar]]
    today: float


def drawing(year: SchoolYear, occurrences: list[Occurrence], roles: Iterable[str], today: date) -> Drawing:
    """Return the drawing of a school year; `roles` gives the order of the groups of rows."""
    at = scale(year)
    rows = {role: [bar(o, at) for o in occurrences if role in o.echeance.roles] for role in roles}
    return Drawing(year, months(year, at), {role: bars for role, bars in rows.items() if bars}, at(min(max(today, year.du), year.au)))


def scale(year: SchoolYear) -> Callable[[date], float]:
    """Return what gives a day its place, in percent of the school year's days."""
    days = (year.au - year.du).days
    return lambda day: round(100 * (day - year.du).days / days, 2)


def months(year: SchoolYear, at: Callable[[date], float]) -> list[Month]:
    """Return the twelve columns."""
    starts = [date(year.start + (month < FIRST_MONTH), month, 1) for month in (*range(FIRST_MONTH, 13), *range(1, FIRST_MONTH))]
    edges = [at(start) for start in starts] + [100.0]
    return [Month(MONTHS[start.month - 1], x, round(end - x, 2)) for start, x, end in zip(starts, edges, edges[1:], strict=False)]


def bar(occurrence: Occurrence, at: Callable[[date], float]) -> Bar:
    """Return an occurrence drawn; a very short one is widened towards what precedes it, so that it is seen."""
    end = min(at(occurrence.au + timedelta(days=1)), 100.0)
    width = max(round(end - at(occurrence.du), 2), NARROWEST)
    return Bar(occurrence, max(0.0, round(end - width, 2)), width, at(occurrence.au))
