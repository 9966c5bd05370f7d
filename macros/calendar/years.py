"""School years, named by the calendar year in which they begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.school_year import closing_day, horizon, opening_day, school_year_start


@dataclass(frozen=True, order=True)
class SchoolYear:
    """A school year, from its first day, in `start`, to its last."""

    start: int

    @property
    def du(self) -> date:
        """Its first day."""
        return opening_day(self.start)

    @property
    def au(self) -> date:
        """Its last day."""
        return closing_day(self.start)

    @property
    def nom(self) -> str:
        """Its name (« 2026-2027 »)."""
        return f"{self.start}-{self.start + 1}"

    @property
    def next(self) -> SchoolYear:
        """The one after it."""
        return SchoolYear(self.start + 1)

    @property
    def previous(self) -> SchoolYear:
        """The one before it."""
        return SchoolYear(self.start - 1)

    def en_vigueur(self, day: date) -> bool:
        """Tell whether a day belongs to it; named as a status names it, because the same component shows both."""
        return self.du <= day <= self.au


def school_year(day: date) -> SchoolYear:
    """Return the school year that a day belongs to."""
    return SchoolYear(school_year_start(day))


def school_years(first: date, today: date) -> list[SchoolYear]:
    """Return the school years from that of a first day to the one after today's."""
    return [SchoolYear(start) for start in range(school_year(first).start, horizon(today).year)]
