"""On which days a deadline falls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from macros.calendar.years import SchoolYear, school_year
from macros.days import span
from macros.model.echeances import Echeance
from macros.model.plateformes import Plateforme, Statut, Statuts


@dataclass(frozen=True)
class Occurrence:
    """A deadline in a school year, with its first and last days."""

    echeance: Echeance
    year: SchoolYear
    du: date
    au: date

    @property
    def mots(self) -> str:
        """Its days in words."""
        return span(self.du, self.au)


@dataclass(frozen=True)
class Schedule:
    """The deadlines and what their days depend on: the platforms' statuses."""

    echeances: list[Echeance]
    plateformes: Mapping[str, Plateforme]

    @property
    def first(self) -> date:
        """The first day of all, that the site answers for, on which every platform's statuses begin."""
        return min(statut.du for p in self.plateformes.values() for statut in statuses(p))

    @property
    def ends(self) -> list[date]:
        """The only days of the deadlines that happen once."""
        return [occurrence.au for occurrence in self.firsts() if occurrence.echeance.fin_de_statut]

    @property
    def undated(self) -> list[Echeance]:
        """The deadlines that have no place in the school year."""
        return [e for e in self.echeances if not (e.du or e.fin_de_statut)]

    def of(self, year: SchoolYear) -> list[Occurrence]:
        """Return what falls in a school year, by date."""
        found = (self.occurrence(e, year) for e in self.echeances)
        return sorted((o for o in found if o), key=lambda o: (o.du, o.au))

    def all(self, years: Iterable[SchoolYear]) -> list[tuple[Echeance, list[Occurrence]]]:
        """Return each deadline that falls in some school years with its occurrences, in the order of the school year."""
        every = [o for year in years for o in self.of(year)]
        grouped = [(e, [o for o in every if o.echeance is e]) for e in self.echeances]
        return sorted(((e, found) for e, found in grouped if found), key=lambda pair: rank(pair[1][0]))

    def firsts(self) -> list[Occurrence]:
        """Return the first occurrence of each deadline that ever falls, in the order of the school year; no day changes them."""
        return sorted((o for e in self.echeances if (o := self.first_occurrence(e))), key=rank)

    def first_occurrence(self, echeance: Echeance) -> Occurrence | None:
        """Return the first occurrence of a deadline: in the site's first school year or the one after, or on its only day."""
        start = school_year(self.first)
        days = self.days(echeance, start)
        years = [school_year(days[0])] if days and echeance.fin_de_statut else [start, start.next]
        return next((o for year in years if (o := self.occurrence(echeance, year))), None)

    def occurrence(self, echeance: Echeance, year: SchoolYear) -> Occurrence | None:
        """Return a deadline's occurrence in a school year; there is none before the site's first day, and one at most of a status's end."""
        days = self.days(echeance, year)
        if days is None or days[0] < self.first or not year.en_vigueur(days[0]):
            return None
        return Occurrence(echeance, year, *days)

    def days(self, echeance: Echeance, year: SchoolYear) -> tuple[date, date] | None:
        """Return the first and last days of a deadline, in a school year if it comes back every year; None without any."""
        if end := echeance.fin_de_statut:
            last = last_day(self.plateformes[end.plateforme], end.statut)
            return (last, last) if last else None
        return (echeance.du.de(year.start), echeance.au.de(year.start)) if echeance.du and echeance.au else None


def rank(occurrence: Occurrence) -> list[tuple[int, int]]:
    """Return what puts occurrences in the order of the school year, whatever their year."""
    return [((day.month - 7) % 12, day.day) for day in (occurrence.du, occurrence.au)]


def statuses(plateforme: Plateforme) -> list[Statut]:
    """Return the statuses of a platform, for all audiences."""
    return [statut for audience in Statuts.model_fields for statut in getattr(plateforme.statuts, audience)]


def last_day(plateforme: Plateforme, code: str) -> date | None:
    """Return the last day on which a platform has a status, for any audience; None if it has no end."""
    ends = [statut.au for statut in statuses(plateforme) if statut.statut == code]
    return None if None in ends else max((end for end in ends if end), default=None)
