"""Days in words."""

from __future__ import annotations

from datetime import date, timedelta

from macros.typography import MONTHS, NBSP


def span(du: date, au: date) -> str:
    """Return a period in words: « 30 juin 2027 », « 22 au 31 août 2026 », « septembre 2026 » for a whole month."""
    if du == au:
        return f"{number(du)}{NBSP}{month(du)}"
    if (du.year, du.month) != (au.year, au.month):
        return f"{number(du)}{NBSP}{month(du)} au {number(au)}{NBSP}{month(au)}"
    whole = du.day == 1 and (au + timedelta(days=1)).day == 1
    return month(du) if whole else f"{number(du)} au {number(au)}{NBSP}{month(du)}"


def month(day: date) -> str:
    """Return a day's month and year."""
    return f"{MONTHS[day.month - 1]}{NBSP}{day.year}"


def number(day: date) -> str:
    """Return a day's number, as French writes it."""
    return "1er" if day.day == 1 else str(day.day)


def long_date(day: date) -> str:
    """Return a date in words (« 1er juillet 2026 »), with non-breaking spaces."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{MONTHS[day.month - 1]}\u00a0{day.year}"
