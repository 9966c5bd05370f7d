"""Macros about the platforms: tables, matrix, page of each."""

from __future__ import annotations

from typing import Literal

from macros.model.base import IdPlateforme
from macros.model.meanings import STATUSES
from macros.model.plateformes import Plateforme, Raison, RangeeTableau, Statut
from macros.project import Project
from macros.rendering.answer_rows import groups
from macros.rendering.citations import Citation, cite
from macros.rendering.context import Context
from macros.rendering.neighbours import family
from macros.rendering.registry import macro
from macros.rendering.situation_macros import about_platform, links
from macros.rendering.timeline import timeline
from macros.words import uncapitalized

# What the rows of each of the memo's tables say, and its component.
TABLES: dict[Literal["a", "b"], tuple[str, str]] = {"a": ("enjeux", "tableau-enjeux"), "b": ("avantages", "tableau-avantages")}
# The statuses that a text gives; the others say that none does.
ESTABLISHED = [code for code, meaning in STATUSES.items() if meaning.settled]


def address(id_: str) -> str:
    """Return the address of a platform's page from the site's root."""
    return f"plateformes/{id_}/"


def stand_in(project: Project) -> str | None:
    """Return the address of the page on the applications that the texts do not name, if there is one."""
    return next((address(id_) for id_, platform in project.plateformes.items() if platform.tient_lieu), None)


@macro
def tableau(context: Context, lettre: Literal["a", "b"]) -> str:
    """Show Tableau A (stakes) or Tableau B (advantages) of the memo."""
    says, component = TABLES[lettre]
    rows = [(title_of(p), p.tableau) for p in context.project.plateformes.values() if p.tableau and getattr(p.tableau, says)]
    return context.render(component, rangees=rows)


def title_of(plateforme: Plateforme) -> str:
    """Return the title of a platform's row."""
    assert plateforme.tableau is not None
    return plateforme.tableau.intitule or plateforme.nom


@macro
def matrice(context: Context) -> str:
    """Show what may be used for whom today: platforms by audience."""
    return context.render("matrice", plateformes=context.project.plateformes, publics=context.project.mentions["publics"])


@macro
def plateformes_approuvees(context: Context) -> str:
    """List, by audience, the platforms that are approved today."""
    lists = {
        audience: [(id_, p, found) for id_, p in context.project.plateformes.items() if (found := approved(p, audience))]
        for audience in context.project.mentions["publics"]
    }
    return context.render("approuvees", listes=lists, publics=context.project.mentions["publics"])


def approved(plateforme: Plateforme, audience: str) -> list[Statut]:
    """Return the statuses that approve a platform for an audience, past, present or to come."""
    return [s for s in getattr(plateforme.statuts, audience) if STATUSES[s.statut].approved]


@macro
def plateforme(context: Context, id: IdPlateforme) -> str:
    """Make the whole page of a platform."""
    p = context.project.plateformes[id]
    context.description = p.resume
    parts = [context.heading(1, p.nom), context.render("fiche-resume", plateforme=p)]
    for title, component, values in sections(context, id, p):
        parts += [context.heading(2, title), context.render(component, **values)]
    return context.markdown(*parts)


def sections(context: Context, id_: str, p: Plateforme) -> list[tuple[str, str, dict[str, object]]]:
    """Return the sections of a platform's page: title, component, values."""
    near = family(context, id_)
    points = [x for x in context.project.contradictions if id_ in x.plateformes]
    publics = context.project.mentions["publics"]
    asked = links(context, about_platform(context.project, id_))
    found: list[tuple[str, str, dict[str, object] | None]] = [
        ("Ce qui la distingue", "fiche-voisines", {"famille": near} if near else None),
        ("Ce que vous pouvez faire", "fiche-statuts", {"plateforme": p, "publics": publics, "etablis": ESTABLISHED, "id": id_}),
        ("Puis-je l’utiliser pour…?", "fiche-reponses", {"groupes": groups(context, id_)}),
        ("Au fil du temps", "frise", {"frise": timeline(p, context.today), "publics": publics}),
        ("Pourquoi", "fiche-raisons", {"raisons": reasons(context, p), "rangee": row_of(context, p)}),
        (of_data(context), "fiche-destruction", {"destruction": p.destruction, "articles": cites(context, p.destruction.articles)}),
        ("Quoi employer à la place", "fiche-remplacement", {"listes": replacements(context, p), "publics": publics} if p.remplacer_par else None),
        ("Questions du personnel", "liens-situations", {"liens": asked} if asked else None),
        ("Points à clarifier", "points", {"points": points} if points else None),
        ("Articles", "fiche-articles", {"articles": all_articles(context, p)}),
    ]
    return [(title, component, values) for title, component, values in found if values]


def of_data(context: Context) -> str:
    """Return the title of what becomes of a platform's data: with when, as the deadline that sheets take for it says; alone where there is none."""
    moment = next((e.moment for e in context.project.echeances.values() if e.propose == "destruction"), "")
    return ", ".join(filter(None, ("Ses données", uncapitalized(moment))))


def cites(context: Context, articles: list) -> list[Citation]:  # type: ignore[type-arg]
    """Return the citations of a list of clauses."""
    return [cite(context, article) for article in articles]


def reasons(context: Context, p: Plateforme) -> list[tuple[Raison, list[Citation]]]:
    """Return the platform's reasons with their citations."""
    return [(raison, cites(context, raison.articles)) for raison in p.raisons]


def row_of(context: Context, p: Plateforme) -> tuple[RangeeTableau, Citation] | None:
    """Return the platform's row in the memo's tables, its own or the one it shares, with its citation."""
    row = p.tableau
    if row and row.partage:
        row = context.project.plateformes[row.partage].tableau
    return (row, cite(context, row.article)) if row else None


def replacements(context: Context, p: Plateforme) -> dict[str, list[tuple[str, Plateforme, list[Statut]]]]:
    """Return, by audience, the platforms to use instead: their ids, and their statuses that let one."""
    others = [(id_, context.project.plateformes[id_]) for id_ in p.remplacer_par]
    return {
        audience: [(other_id, other, found) for other_id, other in others if (found := safe(other, audience))]
        for audience in context.project.mentions["publics"]
    }


def safe(plateforme: Plateforme, audience: str) -> list[Statut]:
    """Return the statuses of a platform for an audience under which texts that agree let one use it: past, present or to come."""
    return [statut for statut in getattr(plateforme.statuts, audience) if STATUSES[statut.statut].open and not statut.point]


def all_articles(context: Context, p: Plateforme) -> list[str]:
    """Return the clauses that the platform's data cite, without repetition, in order."""
    statuts = [a for audience in (p.statuts.parents, p.statuts.eleves) for s in audience for a in s.articles]
    others = [a for raison in p.raisons for a in raison.articles] + list(p.destruction.articles)
    return list(dict.fromkeys(map(str, statuts + others)))
