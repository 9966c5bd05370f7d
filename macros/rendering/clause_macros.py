"""Macros about the texts and their clauses."""

from __future__ import annotations

from markupsafe import Markup

from macros.clauses.definitions import definition
from macros.model.base import Renvoi
from macros.rendering.citations import cite, excerpt, quoted, words
from macros.rendering.context import Context
from macros.rendering.markdown import one_line, plain_text
from macros.rendering.registry import macro
from macros.typography import french
from macros.words import fold


@macro
def art(context: Context, renvoi: Renvoi, mots: bool = False) -> str:
    """Cite a clause: a link within the sentence or, with `mots=True`, a block that shows its words on demand."""
    citation = cite(context, renvoi)
    if mots and not context.quoting:
        return context.render("citation", citation=citation, mots=words(context, renvoi))
    bubble = "" if context.quoting else f"article-{renvoi.replace('/', '-').replace('.', '-')}"
    if bubble:
        context.bubbles[bubble] = context.render("infobulle", titre=citation.title, texte=excerpt(context, renvoi), renvoi=citation)
    return context.render("renvoi", citation=citation, infobulle=bubble)


@macro
def comparatif(context: Context) -> str:
    """Compare the texts: organisation, kind, number, dates, whom they bind, adopted text."""
    return context.render("comparatif", documents=context.project.documents.values())


@macro
def index_articles(context: Context) -> str:
    """List every clause of every text, with its force, by text."""
    parts = []
    for id_, document in context.project.documents.items():
        clauses = [(clause, french(clause.heading), cite(context, clause.reference)) for clause in context.project.clauses[id_]]
        parts.append(context.heading(2, document.titre_court, id_))
        parts.append(context.render("index-articles", document=document, clauses=clauses, forces=context.project.mentions["forces"]))
    return context.markdown(*parts)


@macro
def glossaire(context: Context) -> str:
    """List the defined words, in alphabetical order, each with its definition and the text that gives it; say that there is none."""
    entries = []
    for terme in sorted(context.project.termes, key=lambda t: fold(t.terme)):
        organisation = context.project.organisations[context.project.documents[terme.article.document].organisation]
        entries.append((terme, definition_of(context, terme.article, terme.terme), organisation, cite(context, terme.article)))
    return context.render("glossaire", entrees=entries) if entries else "Aucun mot n'est encore défini ici."


def definition_of(context: Context, article: Renvoi, terme: str) -> Markup:
    """Return a word's definition as HTML."""
    return quoted(context, definition(context.project.passages[article], terme) or "")


def definition_text(context: Context, article: Renvoi, terme: str) -> str:
    """Return a word's definition as plain text."""
    return one_line(plain_text(definition_of(context, article, terme)))
