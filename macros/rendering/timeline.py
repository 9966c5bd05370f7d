"""A platform's statuses over time, as the figures of a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.model.plateformes import Plateforme, Statut, Statuts
from macros.school_year import horizon, opening_day

# A bar narrower than this would not be seen (percentage of the whole).
NARROWEST = 1.2


@dataclass(frozen=True)
class Bar:
    """A status drawn: where it starts and how wide it is, in percent of the timeline."""

    statut: Statut
    x: float
    width: float


@dataclass(frozen=True)
class Timeline:
    """A drawing: its first and last days, a row of bars for each audience, school years' ends as ticks."""

    start: date
    end: date
    rows: dict[str, list[Bar]]
    ticks: list[tuple[date, float]]
    today: float

    @property
    def days(self) -> int:
        """The number of days from the first to the last."""
        return (self.end - self.start).days


def timeline(plateforme: Plateforme, today: date) -> Timeline:
    """Return the drawing of a platform's statuses, from the first one to the end of the next school year."""
    start, end = plateforme.statuts.parents[0].du, horizon(today)

    def at(day: date) -> float:
        return round(100 * (min(max(day, start), end) - start).days / (end - start).days, 2)

    rows = {audience: list(bars(getattr(plateforme.statuts, audience), at, end)) for audience in Statuts.model_fields}
    ticks = [(day, at(day)) for year in range(start.year + 1, end.year) if (day := opening_day(year)) < end]
    return Timeline(start, end, rows, ticks, at(today))


def bars(statuts: list[Statut], at: Callable[[date], float], end: date) -> Iterator[Bar]:
    """Yield the bars of a row; a very short one is widened so that it is seen, and the next one starts after it."""
    x = 0.0
    for statut in statuts:
        after = at(statut.au + timedelta(days=1)) if statut.au and statut.au < end else 100.0
        width = max(after - x, NARROWEST)
        yield Bar(statut, round(x, 2), round(width, 2))
        x += width
