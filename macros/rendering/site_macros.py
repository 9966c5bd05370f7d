"""Macros of the site's own pages."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.plateformes import Plateforme, Statut
from macros.published.fields import fields
from macros.published.schema import CodeFichier
from macros.rendering.context import Context
from macros.rendering.registry import macro


@macro
def accueil(context: Context) -> str:
    """Show the doors of the home page, with what holds today."""
    staff, every = context.project.tout_le_personnel, context.project.echeances.values()
    yearly = [e for e in every if e.du and staff in e.roles]
    groups = {audience: by_status(context, audience) for audience in context.project.mentions["publics"]}
    # Those that the staff's own texts call for.
    letters = {id_: form for id_, form in context.project.formulaires.items() if staff in form.roles}
    return context.render("accueil", echeances=yearly, groupes=groups, publics=context.project.mentions["publics"], lettres=letters)


@dataclass(frozen=True)
class Group:
    """The platforms that have, had or will have a status, and whether one has it today."""

    statut: str
    plateformes: list[tuple[str, Plateforme, Statut]]
    courant: bool


def by_status(context: Context, audience: str) -> list[Group]:
    """Return the platforms of an audience by status, in the order of the vocabulary."""
    every = [(id_, p, statut) for id_, p in context.project.plateformes.items() for statut in getattr(p.statuts, audience)]
    found = {code: [entry for entry in every if entry[2].statut == code] for code in context.project.mentions["statuts"]}
    return [Group(code, entries, any(s.en_vigueur(context.today) for _, _, s in entries)) for code, entries in found.items() if entries]


@macro
def points_a_clarifier(context: Context) -> str:
    """List the points on which the texts conflict, are silent or surprise; that none is written does not mean that there is none."""
    parts = [] if context.project.contradictions else ["Aucun point n'est inscrit ici, ce qui ne veut pas dire que les textes s'accordent toujours."]
    for point in context.project.contradictions:
        parts += [context.heading(2, point.titre, point.id), context.render("point-plie", point=point)]
    return context.markdown(*parts)


@macro
def champs(context: Context, fichier: CodeFichier) -> str:
    """Document the fields of a published JSON file."""
    return context.render("champs", champs=fields(fichier), fichier=fichier)
