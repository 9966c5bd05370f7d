"""The school year, which ends on 30 June."""

from __future__ import annotations

from datetime import date, timedelta


def school_year_end(day: date) -> date:
    """Return the last day (30 June) of the school year that a day belongs to."""
    return date(day.year + (day.month > 6), 6, 30)


def horizon(day: date) -> date:
    """Return how far ahead a timeline looks: the end of the school year after the day's own."""
    return school_year_end(school_year_end(day) + timedelta(days=1))


def far_horizon(day: date) -> date:
    """Return how far ahead the answers are proved: the end of the school year after the next one."""
    return school_year_end(horizon(day) + timedelta(days=1))
