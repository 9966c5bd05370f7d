"""Statuses of the platforms and deadlines, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.calendar.occurrences import Schedule
from macros.days import long_date
from macros.incidences.report import Item, Section, compared
from macros.incidences.states import Both, State
from macros.model.base import JourAnnee, Modele
from macros.model.contradictions import Contradiction
from macros.model.echeances import Echeance
from macros.model.formulaires import Formulaire
from macros.model.plateformes import Plateforme, Statut, Statuts
from macros.model.roles import Role
from macros.model.vocabulaire import FichierVocabulaire
from macros.typography import NBSP

RENAMED = "« {} » semble être devenue « {} » : seul ce qui change en plus de son identifiant est dit, et sa fiche change d'adresse."
# Any: what falls every year is said without it.
YEAR = 2025


def statuses(both: Both) -> Section:
    """Return the statuses that changed, by platform and people; when one side alone did, so it is said."""
    old, new = both.before, both.after
    moved = both.renamed_ids(Plateforme)
    items = [Item(f"{sound(new, Plateforme)[now].nom} · renommée", notes=(RENAMED.format(id_, now),)) for id_, now in moved.items()]
    former_ids = {now: id_ for id_, now in moved.items()}
    for id_, platform in sound(new, Plateforme).items():
        former = sound(old, Plateforme).get(former_ids.get(id_, id_))
        items += [compared(f"{platform.nom} · {people}", *words, notes) for people, words, notes in sides(old, new, former, platform)]
    gone = [
        compared(f"{platform.nom} · retirée", "Décrite", "")
        for id_, platform in sound(old, Plateforme).items()
        if id_ not in new.draft.named(Plateforme) and id_ not in moved
    ]
    return Section("Statuts des plateformes", [*items, *gone])


def sides(old: State, new: State, former: Plateforme | None, platform: Plateforme) -> Iterator[tuple[str, tuple[str, str], list[str]]]:
    """Yield, for each people whose statuses changed, what held and what holds, and whether those of the others stayed."""
    told = {}
    for people in Statuts.model_fields:
        before = intervals((new, old), getattr(former.statuts, people)) if former else ""
        told[people] = (before, intervals((new,), getattr(platform.statuts, people)))
    differing = [people for people, (before, after) in told.items() if before != after]
    for people in differing:
        alone = [f"Rien ne change pour « {named(new, 'publics', other)} » : est-ce voulu?" for other in told if other not in differing]
        yield named(new, "publics", people), told[people], alone if former else []


def intervals(states: Sequence[State], statuts: list[Statut]) -> str:
    """Return statuses in words, in order of date, by the first of some states that names each: its new name alone changes nothing here."""
    return " ; ".join(interval(states, statut) for statut in statuts)


def interval(states: Sequence[State], statut: Statut) -> str:
    """Return a status in words, with what limits it."""
    until = f" au {long_date(statut.au)}" if statut.au else ""
    limits = " ".join(filter(None, [statut.portee, *statut.conditions]))
    names = (named(state, "statuts", statut.statut) for state in states)
    name = next((name for name in names if name != statut.statut), statut.statut)
    return f"{name} du {long_date(statut.du)}{until}{f' ({limits})' if limits else ''} [{', '.join(statut.articles)}]"


def named(state: State, kind: str, code: str) -> str:
    """Return the name of a code, or the code itself while the vocabulary cannot be read."""
    vocabulary = state.draft.found(FichierVocabulaire)
    return next((mention.nom for mention in getattr(vocabulary, kind) if mention.id == code), code) if vocabulary else code


def sound(state: State, kind: type[Plateforme]) -> dict[str, Plateforme]:
    """Return the platforms that could be read."""
    return {id_: thing for id_, thing in (state.draft.things[kind] or {}).items() if isinstance(thing, kind)}


def deadlines(both: Both) -> Section:
    """Return the deadlines that changed, in words; none while their file cannot be read."""
    if any(state.draft.things[Echeance] is None for state in (both.before, both.after)):
        return Section("Échéances", [])
    old, new = (readable(state) for state in (both.before, both.after))
    pairs = {id_: (said_of(both, both.before, old.get(id_)), said_of(both, both.after, new.get(id_))) for id_ in {**old, **new}}
    changed = [id_ for id_, (before, after) in pairs.items() if before != after]
    found = [deadline for id_ in changed for deadline in (old.get(id_), new.get(id_)) if deadline]
    items = [compared((new.get(id_) or old[id_]).titre, *pairs[id_]) for id_ in changed]
    return Section("Échéances", items, IMPORTED if any(map(has_days, found)) else "")


IMPORTED = (
    "Qui a déjà ajouté le calendrier (.ics) à son agenda y garde l'ancienne version : dites à ces lecteurs de supprimer ce calendrier, "
    "puis d'importer le nouveau."
)


def readable(state: State) -> dict[str, Echeance]:
    """Return the deadlines of a state, by id."""
    return {id_: thing for id_, thing in (state.draft.things[Echeance] or {}).items() if isinstance(thing, Echeance)}


def has_days(deadline: Echeance) -> bool:
    """Tell whether a deadline has a place in the year, and so in the calendar's files."""
    return bool(deadline.du or deadline.fin_de_statut)


def said_of(both: Both, state: State, deadline: Echeance | None) -> str:
    """Return all that readers are told of a deadline, on one line; nothing for none."""
    if deadline is None:
        return ""
    lists: dict[str, list[str]] = {
        "articles": [*deadline.articles],
        "documents": [thing_name(both, Formulaire, id_) for id_ in deadline.formulaires],
        "à clarifier": [thing_name(both, Contradiction, id_) for id_ in deadline.points],
    }
    parts = [
        deadline.titre,
        deadline.moment,
        ", ".join(thing_name(both, Role, id_) for id_ in deadline.roles),
        days(both, state, deadline),
        deadline.detail,
        *(f"{title} : {', '.join(names)}" for title, names in lists.items() if names),
        "son dernier jour est proposé dans les documents" if deadline.propose else "",
    ]
    return " · ".join(filter(None, parts))


def thing_name(both: Both, kind: type[Modele], id_: str) -> str:
    """Return how readers know a thing now, so that its new name alone changes nothing here; the id of what cannot be read."""
    found = [(state.draft.things[kind] or {}).get(id_) for state in (both.after, both.before)]
    return next((str(getattr(thing, "nom", "") or getattr(thing, "titre", id_)) for thing in found if isinstance(thing, kind)), id_)


def days(both: Both, state: State, deadline: Echeance) -> str:
    """Return when a deadline falls: every school year, once, or at no moment known in advance."""
    if deadline.du and deadline.au:
        fixed = "un texte fixe le dernier jour" if deadline.jour_fixe else "aucun texte ne fixe de jour"
        return f"chaque année scolaire, {each_year(deadline.du, deadline.au)} ({fixed})"
    return once(both, state, deadline) if deadline.fin_de_statut else "sans jour connu d'avance"


def once(both: Both, state: State, deadline: Echeance) -> str:
    """Return the only day of a deadline, if its platform can be read before and after."""
    platforms = [sound(one, Plateforme) for one in (both.before, both.after)]
    end = deadline.fin_de_statut
    known = end and all(end.plateforme in found for found in platforms)
    found = Schedule([deadline], sound(state, Plateforme)).firsts() if known else []
    return f"une seule fois, {f'le {long_date(found[0].au)}' if found else 'à la fin d’un statut'}"


def each_year(du: JourAnnee, au: JourAnnee) -> str:
    """Return a period of every school year in words: « le 30 juin », « du 22 au 31 août »."""
    first, last = (long_date(day.de(YEAR)).rpartition(NBSP)[0] for day in (du, au))
    if du == au:
        return f"le {last}"
    same_month = first.rpartition(NBSP)[2] == last.rpartition(NBSP)[2]
    return f"du {first.rpartition(NBSP)[0] if same_month else first} au {last}"
