"""The platforms to which the same rules answer: their pages are alike, and each says first in what it differs from the others."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.days import long_date
from macros.model.plateformes import Plateforme, Statut
from macros.project import Project
from macros.rendering.answer_rows import dated
from macros.rendering.context import Context

# The rule that answers each question about a platform, by audience and content, with the days from and until which it does.
Rules = frozenset[tuple[str, str, str, date, date | None]]


@dataclass(frozen=True)
class Trait:
    """What a platform's page says: under which title, in which words, with its address from the site's root if it has one.

    `cle` stands for it if other words may say the same.
    """

    quoi: str
    texte: str
    adresse: str = ""
    cle: str = ""


@dataclass(frozen=True)
class Family:
    """The platforms like that of a page: their names and addresses; what the page says that one of them does not, with those that say it too."""

    voisines: dict[str, str]
    propres: list[tuple[Trait, list[str]]]


def family(context: Context, id_: str) -> Family | None:
    """Return the platforms to which the same rules answer as to one, from the first reader's day on, and what sets it apart; None if it is alone."""
    project, day = context.project, context.first_day
    near = [other for other in alike(project, id_, day) if other != id_]
    theirs = {project.plateformes[other].nom: traits(project, other) for other in near}
    too = [(trait, [nom for nom, others in theirs.items() if key in others]) for key, trait in traits(project, id_).items()]
    links = {project.plateformes[other].nom: context.link(f"plateformes/{other}/") for other in near}
    return Family(links, [(trait, names) for trait, names in too if len(names) < len(near)]) if near else None


def alike(project: Project, id_: str, day: date) -> list[str]:
    """Return the platforms to which the same rules answer from a day on as to one, itself among them."""
    groups: dict[Rules, list[str]] = project.once(("alike", day), lambda: grouped(project, day))
    return groups[rules(project, id_, day)]


def grouped(project: Project, day: date) -> dict[Rules, list[str]]:
    """Return the platforms by the rules that answer about them from a day on."""
    found: dict[Rules, list[str]] = {}
    for id_ in project.plateformes:
        found.setdefault(rules(project, id_, day), []).append(id_)
    return found


def rules(project: Project, id_: str, day: date) -> Rules:
    """Return the rules that answer each question about a platform from a day on, by audience and content, with their days."""
    own = (pair for pair in dated(project.answers_about(id_)) if not pair[0].ended(day))
    return frozenset((a.combination.destinataire, a.combination.contenu, str(a.regle.id), max(period.du, day), period.au) for a, period in own)


def traits(project: Project, id_: str) -> dict[Hashable, Trait]:
    """Return what a platform's page says of what to do, each under a key that another shares if it says the same under its own name."""
    return project.once(("traits", id_), lambda: found_traits(project, id_))


def found_traits(project: Project, id_: str) -> dict[Hashable, Trait]:
    """Find what `traits` returns."""
    p = project.plateformes[id_]
    apart = nameless(p)
    return {(trait.quoi, trait.cle or trait.adresse or apart(trait.texte)): trait for trait in said(project, id_, p)}


def nameless(p: Plateforme) -> Callable[[str], str]:
    """Return what replaces the platform's own names in a text."""

    def replaced(text: str) -> str:
        return text.replace(p.nom, "…").replace(p.usuel, "…")

    return replaced


def said(project: Project, id_: str, p: Plateforme) -> Iterator[Trait]:
    """Yield the traits of a platform in the order of its page."""
    for audience, public in project.mentions["publics"].items():
        for statut in getattr(p.statuts, audience):
            yield Trait(public.nom, f"{project.mentions['statuts'][statut.statut].nom}, {when(statut)}")
            yield from (Trait(public.nom, text) for text in [statut.portee, *statut.conditions] if text)
    yield from (Trait("À faire", condition.texte) for a in project.answers_about(id_) for condition in a.conditions)
    yield Trait("Ses données", p.destruction.consigne, cle=p.destruction.regle)
    for other in p.remplacer_par:
        yield Trait("À la place", project.plateformes[other].nom, f"plateformes/{other}/")
    for point in project.contradictions:
        if id_ in point.plateformes:
            yield Trait("À clarifier", point.titre, f"points-a-clarifier/#{point.id}")


def when(statut: Statut) -> str:
    """Return the days of a status in words."""
    return f"du {long_date(statut.du)} au {long_date(statut.au)}" if statut.au else f"depuis le {long_date(statut.du)}"
