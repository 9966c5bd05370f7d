"""Macros of the site's own pages."""

from __future__ import annotations

from typing import Literal

from macros.export.fields import fields
from macros.rendering.citations import cite
from macros.rendering.context import Context
from macros.rendering.registry import macro


@macro
def accueil(context: Context) -> str:
    """Show the doors of the home page, with what holds today."""
    steps = [cite(context, reference) for reference in ("directive/5.1", "directive/annexe-a", "directive/5.9", "directive/5.10")]
    return context.render("accueil", etapes=steps, plateformes=context.project.plateformes, publics=context.project.mentions["publics"])


@macro
def points_a_clarifier(context: Context) -> str:
    """List the points on which the texts conflict, are silent or surprise."""
    parts = []
    for point in context.project.contradictions:
        parts += [f"## {point.titre} {{ #{point.id} }}", context.render("point", point=point)]
    return "\n\n".join(parts)


@macro
def champs(context: Context, fichier: Literal["encadrements", "plateformes", "collecte"]) -> str:
    """Document the fields of a published JSON file."""
    return context.render("champs", champs=fields(fichier), fichier=fichier)
