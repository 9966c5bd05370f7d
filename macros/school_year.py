"""The school year, from 1 July to 30 June; `overrides/composants/commun/jours.js` tells it to the scripts."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_MONTH = 7
# From this month on, the new school year is under way: what is still to be said of the former one was said.
UNDER_WAY = 9


def school_year_start(day: date) -> int:
    """Return the year in which the school year that a day belongs to begins."""
    return day.year - (day.month < FIRST_MONTH)


def closing_start(day: date) -> int:
    """Return the year in which the school year that one closes on a day begins: until the next one is under way, the one that ended."""
    return day.year - (day.month < UNDER_WAY)


def september_over(start: int) -> date:
    """Return the day from which the September of the school year that begins in a year is past."""
    return date(start, UNDER_WAY + 1, 1)


def opening_day(start: int) -> date:
    """Return the first day of the school year that begins in a year."""
    return date(start, FIRST_MONTH, 1)


def closing_day(start: int) -> date:
    """Return the last day of the school year that begins in a year."""
    return opening_day(start + 1) - timedelta(days=1)


def school_year_end(day: date) -> date:
    """Return the last day of the school year that a day belongs to."""
    return closing_day(school_year_start(day))


def horizon(day: date) -> date:
    """Return how far ahead a timeline looks: the end of the school year after the day's own."""
    return school_year_end(school_year_end(day) + timedelta(days=1))


def far_horizon(day: date) -> date:
    """Return how far ahead the answers are proved: the end of the school year after the next one."""
    return school_year_end(horizon(day) + timedelta(days=1))
