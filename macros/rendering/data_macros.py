"""Macros about what the privacy policy lists: means of collection and software."""

from __future__ import annotations

from macros.model.base import IdMoyen
from macros.rendering.citations import cite
from macros.rendering.context import Context
from macros.rendering.registry import macro
from macros.typography import NBSP


@macro
def renseignements(context: Context, moyen: IdMoyen) -> str:
    """List what a means of collection collects."""
    return bullets(context, context.project.moyens[moyen].renseignements)


@macro
def acces(context: Context, moyen: IdMoyen) -> str:
    """List who may have access to what a means collects."""
    return bullets(context, context.project.moyens[moyen].acces)


@macro
def collecte(context: Context) -> str:
    """Show the inventory of the means of collection; say that none is described while there is none."""
    means = [(m, cite(context, m.article)) for m in context.project.moyens.values()]
    return context.render("inventaire", moyens=means) if means else "Aucun moyen technologique n'est encore décrit ici."


@macro
def logiciels(context: Context) -> str:
    """List the software, by family, with a field to find one; quoted, the list alone; say that none is named while there is none."""
    file = context.project.logiciels
    if context.quoting:
        families = ((f"{context.text(f.nom)}{NBSP}:", bullets(context, [x.nom for x in f.logiciels])) for f in file.familles)
        return context.markdown(*(part for family in families for part in family))
    return context.render("logiciels", familles=file.familles) if file.familles else "Aucun logiciel n'est encore nommé ici."


def bullets(context: Context, entries: list[str]) -> str:
    """Return a Markdown list of texts."""
    return "\n".join(f"- {context.text(entry)}" for entry in entries)
