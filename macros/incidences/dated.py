"""Statuses of the platforms and deadlines, before and after."""

from __future__ import annotations

from collections.abc import Iterator

from macros.calendar.occurrences import Schedule
from macros.days import long_date
from macros.incidences.report import Item, Section, compared
from macros.incidences.states import Both, State
from macros.incidences.values import said
from macros.model.base import Modele
from macros.model.echeances import Echeance
from macros.model.plateformes import Plateforme, Statut, Statuts
from macros.model.vocabulaire import FichierVocabulaire
from macros.reading.models import walk


def statuses(both: Both) -> Section:
    """Return the statuses that changed, by platform and people; when one side alone did, so it is said."""
    old, new = both.before, both.after
    items: list[Item] = []
    for id_, platform in sound(new, Plateforme).items():
        former = sound(old, Plateforme).get(id_)
        items += [compared(f"{platform.nom} · {people}", *words, notes) for people, words, notes in sides(old, new, former, platform)]
    gone = [
        compared(f"{platform.nom} · retirée", "Décrite", "")
        for id_, platform in sound(old, Plateforme).items()
        if id_ not in new.draft.named(Plateforme)
    ]
    return Section("Statuts des plateformes", [*items, *gone])


def sides(old: State, new: State, former: Plateforme | None, platform: Plateforme) -> Iterator[tuple[str, tuple[str, str], list[str]]]:
    """Yield, for each people whose statuses changed, what held and what holds, and whether those of the others stayed."""
    told = {}
    for people in Statuts.model_fields:
        before = intervals(old, getattr(former.statuts, people)) if former else ""
        told[people] = (before, intervals(new, getattr(platform.statuts, people)))
    differing = [people for people, (before, after) in told.items() if before != after]
    for people in differing:
        alone = [f"Rien ne change pour « {named(new, 'publics', other)} » : est-ce voulu?" for other in told if other not in differing]
        yield named(new, "publics", people), told[people], alone if former else []


def intervals(state: State, statuts: list[Statut]) -> str:
    """Return statuses in words, in order of date."""
    return " ; ".join(interval(state, statut) for statut in statuts)


def interval(state: State, statut: Statut) -> str:
    """Return a status in words, with what limits it."""
    until = f" au {long_date(statut.au)}" if statut.au else ""
    limits = " ".join(filter(None, [statut.portee, *statut.conditions]))
    name = named(state, "statuts", statut.statut)
    return f"{name} du {long_date(statut.du)}{until}{f' ({limits})' if limits else ''} [{', '.join(statut.articles)}]"


def named(state: State, kind: str, code: str) -> str:
    """Return the name of a code, or the code itself while the vocabulary cannot be read."""
    vocabulary = state.draft.found(FichierVocabulaire)
    return next((mention.nom for mention in getattr(vocabulary, kind) if mention.id == code), code) if vocabulary else code


def sound(state: State, kind: type[Plateforme]) -> dict[str, Plateforme]:
    """Return the platforms that could be read."""
    return {id_: thing for id_, thing in (state.draft.things[kind] or {}).items() if isinstance(thing, kind)}


def deadlines(both: Both) -> Section:
    """Return the deadlines that changed, each with its days; none while their file cannot be read."""
    if any(state.draft.things[Echeance] is None for state in (both.before, both.after)):
        return Section("Échéances", [])
    before, after = (described(state) for state in (both.before, both.after))
    titles = {**{id_: title for id_, (title, _) in before.items()}, **{id_: title for id_, (title, _) in after.items()}}
    pairs = {id_: (before.get(id_, ("", ""))[1], after.get(id_, ("", ""))[1]) for id_ in titles}
    return Section("Échéances", [compared(titles[id_], *words) for id_, words in pairs.items() if words[0] != words[1]])


def described(state: State) -> dict[str, tuple[str, str]]:
    """Return the title of each deadline and all that is said of it, by id."""
    found = state.draft.things[Echeance] or {}
    return {id_: (thing.titre, told(state, thing)) for id_, thing in found.items() if isinstance(thing, Echeance)}


def told(state: State, deadline: Echeance) -> str:
    """Return all that is said of a deadline, on one line, with its only day if it has one."""
    once = list(Schedule([deadline], sound(state, Plateforme)).firsts()) if deadline.fin_de_statut else []
    days = " ".join(long_date(occurrence.au) for occurrence in once)
    return " · ".join(filter(None, [leaves(deadline), days]))


def leaves(thing: Modele) -> str:
    """Return all the values of a thing, on one line."""
    return " · ".join(said(value) for _, value in walk(thing) if value not in (None, ""))
