"""What remains of the old: an address, a date, a school year, a name or a count that was changed in one place and still stands in others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from macros.checking.links import MAIL
from macros.days import long_date
from macros.dependants import BOOKS, numbered
from macros.incidences.report import Item, Section
from macros.incidences.states import Both, State
from macros.model.kinds import KINDS, Kind
from macros.reading.files import read_text
from macros.reading.models import walk
from macros.school_year import school_year_end
from macros.typography import MONTHS
from macros.words import IN_WORDS, in_words, many

WEB = re.compile(r"https://[^\s<>\"')\]]+")
PHONE = re.compile(r"\(?\b[2-9]\d{2}\)?[ .\u00a0-]\d{3}[ .\u00a0-]\d{4}\b(?:,? poste \d+)?")
SCHOOL_YEAR = re.compile(r"\b20\d{2}-20\d{2}\b")
ISO = re.compile(r"\b(20\d{2})-(\d{2})-(\d{2})\b")
WORDS = re.compile(rf"\b(\d{{1,2}}|1er)[ \u00a0]({'|'.join(MONTHS)})[ \u00a0](20\d{{2}})\b")
# A day of every year: « 30 juin », and as the data writes it, « 06-30 ».
EACH_YEAR = re.compile(rf"\b(\d{{1,2}}|1er)[ \u00a0]({'|'.join(MONTHS)})\b(?![ \u00a0]20\d\d)")
MONTH_AND_DAY = re.compile(r"(?<![\d-])\d\d-\d\d(?![\d-])")
LEAP = "2024-"
# The keys whose value is a name that other places may repeat.
NAMES = ("nom", "nom_usuel", "titre", "titre_court", "sigle", "terme", "libelle", "moyen")
SHORTEST = 4
# What readers call the things of some folders besides the word of their kind.
ALSO = {"liste": ("autoévaluations",), "document": ("formulaires", "lettres"), "texte": ("encadrements",)}
Found = Callable[[str], Iterator[str]]


@dataclass(frozen=True)
class Place:
    """Where something stands."""

    file: str
    line: int
    text: str


def remains(both: Both) -> Section:
    """Return what was changed in one place and still stands in others, with these."""
    old, new = texts(both.before), texts(both.after)
    found = [item for name, finder in FINDERS.items() for token in replaced(old, new, finder) if (item := left(name, token, finder, new))]
    return Section("Ce qui reste de l'ancien", [*found, *years(old, new), *names(both, new), *counts(both, new)])


def texts(state: State) -> dict[str, list[str]]:
    """Return the lines of the files of a state, none for one that is beyond the limits, but for the books that follow the content."""
    files = [file for file in state.draft.tree.files if file.endswith((".yml", ".md")) and file not in BOOKS and not file.startswith("data/.")]
    return {file: (read_text(state.draft.root / file, file)[0] or "").splitlines() for file in sorted(files)}


def written(pattern: re.Pattern[str]) -> Found:
    """Return what finds the texts of a pattern in a line."""
    return lambda line: (match[0].rstrip(".,") for match in pattern.finditer(line))


def days(line: str) -> Iterator[str]:
    """Yield the days of a line, in figures, however they are written."""
    yield from (match[0] for match in ISO.finditer(line) if a_day(match[0]))
    for match in WORDS.finditer(line):
        day = f"{match[3]}-{MONTHS.index(match[2]) + 1:02}-{int(match[1].removesuffix('er')):02}"
        if a_day(day):
            yield day


def days_of_each_year(line: str) -> Iterator[str]:
    """Yield the days of a line that have no year, as « 06-30 », however they are written."""
    found = [match[0] for match in MONTH_AND_DAY.finditer(line)]
    found += [f"{MONTHS.index(match[2]) + 1:02}-{int(match[1].removesuffix('er')):02}" for match in EACH_YEAR.finditer(line)]
    yield from (day for day in found if a_day(f"{LEAP}{day}"))


def a_day(text: str) -> date | None:
    """Return the day written in figures, or None if there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


FINDERS: dict[str, Found] = {
    "L'adresse": written(MAIL),
    "Le lien": written(WEB),
    "Le numéro": written(PHONE),
    "L'année scolaire": written(SCHOOL_YEAR),
    "La date": days,
    "Le jour": days_of_each_year,
}


def replaced(old: Mapping[str, list[str]], new: Mapping[str, list[str]], finder: Found) -> list[str]:
    """Return what a file has less than before while it has more of another thing of the same sort."""
    found: list[str] = []
    for file in changed(old, new):
        before, after = counted(old.get(file, []), finder), counted(new.get(file, []), finder)
        if after - before:
            found += [token for token in before - after if token not in found]
    return found


def changed(old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> list[str]:
    """Return the files that are not the same before and after."""
    return [file for file in {**old, **new} if old.get(file) != new.get(file)]


def counted(lines: list[str], finder: Found) -> Counter[str]:
    """Return how often each thing is found."""
    return Counter(token for line in lines for token in finder(line))


def left(name: str, token: str, finder: Found, new: Mapping[str, list[str]]) -> Item | None:
    """Return where something that was replaced still stands, or None if nowhere."""
    return standing(f"{name} « {shown(token, finder)} »", lambda line: token in finder(line), new)


def shown(token: str, finder: Found) -> str:
    """Return something that was replaced as one reads it: a day in words."""
    if finder is days:
        return long_date(date.fromisoformat(token))
    return long_date(date.fromisoformat(f"{LEAP}{token}"))[: -len(LEAP)] if finder is days_of_each_year else token


def standing(title: str, holds: Callable[[str], object], new: Mapping[str, list[str]]) -> Item | None:
    """Return the places whose line holds something, or None if there are none."""
    places = [Place(file, number, line.strip()) for file, lines in new.items() for number, line in enumerate(lines, 1) if holds(line)]
    if not places:
        return None
    files = [(file, [str(place.line) for place in found]) for file, found in groupby(places, key=lambda place: place.file)]
    note = f"reste à {many(len(places), 'endroit', 'endroits')}, dans {many(len(files), 'fichier', 'fichiers')} : "
    where = " · ".join(f"{file}:{','.join(lines)}" for file, lines in files)
    return Item(title, notes=(note + where,), more=tuple(f"{place.file}:{place.line} : {place.text}" for place in places))


def years(old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> Iterator[Item]:
    """Yield the school years of the days that were moved to another one, where they still stand."""
    found = [[counted(state.get(file, []), days) for state in (old, new)] for file in changed(old, new)]
    gone = {school_year(day) for before, after in found for day in before - after}
    come = {school_year(day) for before, after in found for day in after - before}
    told = replaced(old, new, FINDERS["L'année scolaire"])
    for year in sorted(gone - come - {*told}) if come else ():
        if item := standing(f"L'année scolaire « {year} », d'où une date est partie,", re.compile(year).search, new):
            yield item


def school_year(day: str) -> str:
    """Return the school year of a day written in figures."""
    last = school_year_end(date.fromisoformat(day)).year
    return f"{last - 1}-{last}"


def names(both: Both, new: Mapping[str, list[str]]) -> Iterator[Item]:
    """Yield the names that no thing has any more, in a file that has new ones, where they still stand."""
    before, after = named(both.before), named(both.after)
    everywhere = {name for found in after.values() for name in found}
    for file, found in before.items():
        gone = [name for name in found if name not in everywhere and len(name) >= SHORTEST]
        for name in gone if {*after.get(file, [])} - {*found} else ():
            if item := standing(f"Le nom « {name} »", as_written(name).search, new):
                yield item


def as_written(name: str) -> re.Pattern[str]:
    """Return what finds a name in a file, whose apostrophes and spaces are those of the keyboard."""
    signs = re.escape(name).replace("’", "['’]").replace("\u00a0", " ").replace("\\ ", "[ \u00a0]")
    return re.compile(rf"(?<!\w){signs}(?!\w)")


def named(state: State) -> dict[str, list[str]]:
    """Return the names of the things of each file."""
    return {
        file: [value for path, value in walk(model) if path and path[-1] in NAMES and isinstance(value, str)]
        for file, model in state.draft.models.items()
        if model and file not in BOOKS
    }


def counts(both: Both, new: Mapping[str, list[str]]) -> Iterator[Item]:
    """Yield the counts written by hand of things of which there are now more or fewer."""
    for kind in KINDS:
        former, things = (state.draft.things.get(kind.entry) for state in (both.before, both.after))
        # Of a file that has mistakes, nothing is known.
        if former and things is not None and len(former) != len(things):
            before, after = len(former), len(things)
            pattern = said(before, kind)
            title = f"« {in_words(before)} {numbered(kind)[1]} » : il y en a maintenant {after}. L'ancien compte"
            if item := standing(title, pattern.search, new):
                yield item


def said(number: int, kind: Kind) -> re.Pattern[str]:
    """Return what finds a number of things of a kind, in figures or in words."""
    one, several = numbered(kind)
    figures = "|".join([str(number), *IN_WORDS[number : number + 1]])
    nouns = "|".join(map(re.escape, [several, *ALSO.get(one, ())]))
    return re.compile(rf"\b(?:{figures})[ \u00a0](?:\w+[ \u00a0])?(?:{nouns})\b", re.I)
