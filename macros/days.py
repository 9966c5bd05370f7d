"""Days in words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from macros.typography import MONTHS, NBSP
from macros.words import fold

# The first and last days that a field of a page takes; `overrides/composants/commun/jours.js` tells them to the scripts.
BOUNDS = {"min": "1900-01-01", "max": "2999-12-31"}


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


# The figures of a day in the orders in which they are written, with their signs; and the same with the month in words.
FIGURES = re.compile(r"([0-9]{1,4})([ /.-])([0-9]{1,2})\2([0-9]{1,4})")
WORDS = re.compile(r"(?:le )?([0-9]{1,2})(?:er)?[ \u00a0]+([a-z]{3,})\.?[ \u00a0]+([0-9]{4})")


def readings(written: str) -> list[date]:
    """Return the days that a date may mean, each once: a year of four figures comes first or last."""
    if found := WORDS.fullmatch(fold(written.strip())):
        figures = [(int(found[3]), month, int(found[1])) for month in months(found[2])]
    elif found := FIGURES.fullmatch(written.strip()):
        first, second, third = int(found[1]), int(found[3]), int(found[4])
        figures = [(first, second, third)] if len(found[1]) == 4 else [(third, second, first), (third, first, second)]
    else:
        figures = []
    return [*dict.fromkeys(day for parts in figures if (day := real(*parts)))]


def months(written: str) -> list[int]:
    """Return the months that a word may name, whole or cut short (« sept »), by their numbers."""
    return [number for number, month in enumerate(MONTHS, 1) if fold(month).startswith(written)]


def real(year: int, month: int, day: int) -> date | None:
    """Return a day of a year of four figures, or None if there is none."""
    try:
        return date(year, month, day) if year > 999 else None
    except ValueError:
        return None


def long_date(day: date) -> str:
    """Return a date in words (« 1er juillet 2026 »), with non-breaking spaces."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{MONTHS[day.month - 1]}\u00a0{day.year}"
