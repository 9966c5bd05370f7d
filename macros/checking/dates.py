"""The days that prose names exist, and are the days of the week that it says."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from macros.checking.runner import checks
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.model.base import YEARS, Mot
from macros.reading.draft import Draft
from macros.typography import MONTHS
from macros.words import fold

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SHORT = ("janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec")
FOLDED = [fold(month) for month in MONTHS]
GAP, MONTH = r"[ \u00a0\u202f]+", rf"({'|'.join(FOLDED)}|(?:{'|'.join(SHORT)}|fev)\.)"
BEFORE = rf"(?:\b({'|'.join(WEEKDAYS)}),?{GAP}(?:le{GAP})?)?(?<![\w.,/])([0-9]{{1,2}})(?:[ \u00a0]?er)?"
# « lundi 31 août 2026 », « lundi 31 » before « au vendredi 4 septembre 2026 ».
DAY = re.compile(rf"{BEFORE}{GAP}{MONTH}(?:{GAP}([0-9]{{4}})\b)?(?:,?{GAP}\(({'|'.join(WEEKDAYS)})\))?")
FIRST = re.compile(rf"\b({'|'.join(WEEKDAYS)}),?{GAP}(?:le{GAP})?([0-9]{{1,2}})(?:[ \u00a0]?er)?{GAP}(?:au|et|ou|a){GAP}(?:le{GAP})?$")
# Days of the week that share those that follow (« samedi et dimanche 22 et 23 août 2026 »): which is which is not known.
SHARED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})(?:,|{GAP}(?:et|ou|au))?{GAP}(?:le{GAP})?$")
JOINED = re.compile(rf"[ ,\u00a0\u202f]*(?:au|et|ou|a|,)?{GAP}(?:le{GAP})?")
# The year first, or the day or the month, each with the signs that part them; « 5.8.2025 » may be a number of clause.
YEAR_FIRST = re.compile(r"(?<![\w/.,-])([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})(?![\w/-]|\.\d)")
YEAR_LAST = re.compile(r"(?<![\w/.,-])(?![0-9.]{8,9}(?![0-9.]))([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![\w/-]|\.\d)")
# What a number of a document follows, its letters included: « règlement no 12-31-2025 », « résolution n° CA 25-06-2025 ».
NUMBERED = re.compile(r"(?:\b[nN](?:os?|[°º])|\b[nN]um[ée]ros?|#)[ \u00a0\u202f]*(?:[A-Z]{1,6}[ \u00a0\u202f-]?)?$")
HOUR = re.compile(r"(?<![\w:.,])[0-9]{1,2}[ \u00a0]?[hH][ \u00a0]?[6-9][0-9](?!\w)")
# An hour of the clock, not a number of hours: it begins a sentence, or follows a day (« À 25 h 30, », « lundi, à 25 h »).
OCLOCK = rf"([0-9]{{2}}{GAP}h(?:{GAP}[0-9]{{2}})?)(?=[.,;:!?)]|$)"
OF_HOURS = re.compile(rf"[0-9]{GAP}h\b")
NAMED = "|".join((*WEEKDAYS, *MONTHS, "20[0-9]{2}"))
CLOCK = re.compile(rf"(?:^\W*|[.!?…] )À{GAP}{OCLOCK}|\b(?i:{NAMED}),?{GAP}(?:à|dès|vers|avant|après){GAP}{OCLOCK}")
# Two days of which the second comes first; without a year, those of a school year do (« du 22 août au 30 juin »).
ON = rf"(?:(?:{'|'.join(WEEKDAYS)}),?{GAP}(?:le{GAP})?)?([0-9]{{1,2}})(?:er)?(?:{GAP}{MONTH})?(?:{GAP}([0-9]{{4}}))?"
FROM = re.compile(rf"\b(?:du{GAP}{ON}{GAP}au|entre{GAP}le{GAP}{ON}{GAP}et{GAP}le){GAP}$")
NEXT_YEAR = re.compile(rf"{GAP}(?:de l'an|de l’an|suivant|prochain|d'apres)")
CORRECT = "corrigez le jour ou le mois"
# A year that has lost a figure, gained one, or holds a letter or a space; two years that a hyphen joins.
MISTYPED = re.compile(rf"\b{MONTH}{GAP}((?:20[1-9]|19[0-9])(?![0-9])|(?:20|19)[0-9]{{3,4}}|(?=[0-9]*o)[12][0-9o]{{3}}|20 [0-9]{{2}})(?![\w-])")
# After a day alone, and at the end of a sentence or of a part of it: « le 30 juin 26. »; « le 30 juin 16:30 » gives an hour.
SHORT_YEAR = re.compile(rf"(?<![\w.,/])[0-9]{{1,2}}(?:er)?{GAP}({MONTH}{GAP}['’]?[0-9]{{2}})(?=[.,;!?)]|$)")
SPAN = re.compile(r"(scolaire\W{1,3})?(?<![\w-])(20[0-9]{2})[-\u2013](20[0-9]{1,3})(?![\w-])")
# Without one, a text names no day.
FIGURE = re.compile("[0-9]")
LEAP = 2024
MIDNIGHT, HOUR_ENDS = (24, 0), 60
# Before a day, the signs that may hold another one, at most.
FARTHEST = 50

Wrong = tuple[str, str]


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each impossible day in the prose of the pages and in the texts of the data."""
    for page in draft.pages.values():
        for number, line in enumerate(page.prose, 1):
            yield from (page.blame(number, *wrong) for wrong in in_text(line))
    for file, values in draft.values.items():
        for path, value in values:
            if not isinstance(value, Mot) and "://" not in value:
                yield from (draft.sources[file].blame(path, *wrong) for wrong in in_text(value))


@all_once
def in_text(text: str) -> Iterator[Wrong]:
    """Yield what is wrong with each day that a text names."""
    if not FIGURE.search(text):
        return
    folded = fold(text)
    if len(folded) != len(text):
        return
    days = [*DAY.finditer(folded)]
    for index, found in enumerate(days):
        after = days[index + 1] if index + 1 < len(days) else None
        year = int(found[4]) if found[4] else year_of(folded, found, after)
        yield from in_day(text[found.start() : found.end()], found, year)
        first = FIRST.search(folded[: found.start()])
        if first and not SHARED.search(folded[: first.start()]):
            shown = f"{text[first.start() : first.end(2)]} {MONTHS[month_of(found)]}"
            yield from of_the_week(shown, first[1], int(first[2]), month_of(found) + 1, year)
        yield from backwards(text, folded, found)
    yield from in_figures(text)
    yield from in_years(text, folded)


def backwards(text: str, folded: str, last: re.Match[str]) -> Iterator[Wrong]:
    """Yield what is wrong with two days, of which this is the last, if it comes before the first in the same month, or in the years that they say."""
    first = FROM.search(folded[max(0, last.start() - FARTHEST) : last.start()])
    if first is None or NEXT_YEAR.match(folded[last.end() :]):
        return
    day, month, year = first.groups()[:3] if first[1] else first.groups()[3:]
    months = [month_of(last) if name is None else month_named(name) for name in (month, last[3])]
    days = [int(day), int(last[2])]
    years = [int(year or last[4] or 0), int(last[4] or year or 0)]
    is_sure = months[0] == months[1] or (year and last[4])
    if is_sure and (years[0], months[0], days[0]) > (years[1], months[1], days[1]):
        shown = text[last.start() - len(first[0]) : last.end()]
        yield f"« {shown} » finit avant de commencer", "corrigez l'un des deux jours, ou donnez l'année de chacun"


def in_years(text: str, folded: str) -> Iterator[Wrong]:
    """Yield what is wrong with the years of a text: one that has not four figures, two that do not follow each other."""
    for found in MISTYPED.finditer(folded):
        yield f"« {text[found.start() : found.end()]} » n'a pas d'année de quatre chiffres", "corrigez l'année"
    for found in SHORT_YEAR.finditer(folded):
        yield f"« {text[found.start(1) : found.end(1)]} » n'a pas d'année de quatre chiffres", "corrigez l'année"
    for found in SPAN.finditer(folded):
        first, last = int(found[2]), int(found[3])
        if len(found[3]) != 4 or last <= first or (found[1] and last != first + 1):
            yield f"« {found[2]}-{found[3]} » : ces années ne se suivent pas", f"écrivez par exemple « {first}-{first + 1} »"


def month_of(found: re.Match[str]) -> int:
    """Return the number (from 0) of the month of a day."""
    return month_named(found[3])


def month_named(written: str) -> int:
    """Return the number (from 0) of a month, which may be shortened."""
    name = written.rstrip(".")
    return next(index for index, month in enumerate(FOLDED) if month == name or (written.endswith(".") and month.startswith(name[:4])))


def year_of(text: str, found: re.Match[str], after: re.Match[str] | None) -> int | None:
    """Return the year of a day that says none, from the one that it is joined to (« lundi 29 juin au mardi 30 juin 2026 »), or None."""
    if after is None or not after[4] or not JOINED.fullmatch(text[found.end() : after.start()]):
        return None
    return int(after[4]) - ((month_of(found), int(found[2])) > (month_of(after), int(after[2])))


def in_day(shown: str, found: re.Match[str], year: int | None) -> Iterator[Wrong]:
    """Yield what is wrong with a day in words."""
    day, month = int(found[2]), month_of(found) + 1
    last = monthrange(year if year in YEARS else LEAP, month)[1]  # type: ignore[arg-type]
    if not 1 <= day <= last:
        called = f"{MONTHS[month - 1]} {year}" if year and month == 2 else MONTHS[month - 1]
        yield f"« {shown} » n'existe pas", f"{CORRECT} : {called} a {last if year or month != 2 else '28 ou 29'} jours"
        return
    for weekday in filter(None, (found[1], found[5])):
        yield from of_the_week(shown, weekday, day, month, year)


def of_the_week(shown: str, weekday: str, day: int, month: int, year: int | None) -> Iterator[Wrong]:
    """Yield what is wrong with the day of the week that a date names, if its year is known."""
    if year not in YEARS or not 1 <= day <= monthrange(year, month)[1]:  # type: ignore[arg-type]
        return
    real = WEEKDAYS[date(year, month, day).weekday()]  # type: ignore[arg-type]
    if real != weekday:
        yield f"« {shown} » : ce jour de {year} est un {real}", f"remplacez « {weekday} » par « {real} », ou corrigez la date"


def in_figures(text: str) -> Iterator[Wrong]:
    """Yield each date in figures that no order of its parts makes possible, and each hour."""
    for found in figures(YEAR_FIRST, text):
        if not exists(int(found[1]), int(found[3]), int(found[4])):
            yield f"« {found[0]} » n'existe pas", CORRECT
    for found in HOUR.finditer(text):
        yield f"« {found[0]} » n'existe pas", "corrigez l'heure : elle a 60 minutes, de 00 à 59"
    for found in CLOCK.finditer(text) if OF_HOURS.search(text) else ():
        shown = found[1] or found[2]
        hour, minute = ([int(number) for number in re.findall("[0-9]+", shown)] + [0])[:2]
        if (hour, minute) > MIDNIGHT and minute < HOUR_ENDS:
            yield f"« {shown} » n'existe pas", "corrigez l'heure : elle va de 0 h à 24 h"
    for found in figures(YEAR_LAST, text):
        if not any(exists(int(found[4]), int(found[month]), int(found[4 - month])) for month in (1, 3)):
            yield f"« {found[0]} » n'existe pas", CORRECT


def figures(form: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what has the form of a date in figures, but for what is said to be a number."""
    return (found for found in form.finditer(text) if not NUMBERED.search(text[max(0, found.start() - FARTHEST) : found.start()]))


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day."""
    return year not in YEARS or (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1])
