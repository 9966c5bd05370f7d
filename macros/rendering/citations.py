"""How a clause is named, linked to and quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from macros.clauses.clause import Clause
from macros.clauses.names import name_of, short_label
from macros.clauses.passages import items
from macros.rendering.context import Context
from macros.rendering.expansion import expand
from macros.rendering.markdown import one_line, plain_text
from macros.rendering.registry import tool
from macros.typography import french, french_markdown

EXCERPT = 420
# A link from one text to another, which holds only from the folder of the texts.
TEXT_LINK = re.compile(r"\]\(([\w-]+)\.md(#[\w-]+)?\)")


@dataclass(frozen=True)
class Citation:
    """A citation ready to be shown on a page.

    `short` is the number alone (« 5.9 », « annexe A »), `named` what it reads as out of a sentence (« art. 5.9 »),
    `long` names the text too; `binding` tells whether
    the text binds the staff of the site's organisation.
    """

    href: str
    short: str
    named: str
    long: str
    title: str
    document: str
    binding: bool


@tool("citer")
def cite(context: Context, reference: str) -> Citation:
    """Return the citation of a clause that exists (the checks have made sure of it)."""
    passage = context.project.passages[reference]
    text = context.project.documents[passage.clause.document]
    short, named = short_label(passage), name_of(passage)
    return Citation(
        context.link(passage.address), short, named, f"{text.titre_court}, {named}", french(passage.title), text.titre_court, text.oblige_personnel
    )


@tool("mots_de")
def words(context: Context, reference: str) -> Markup:
    """Return the words of a clause as HTML, with links that hold from the context's page."""
    return context.once(("words", reference), lambda: made_words(context, reference))


def made_words(context: Context, reference: str) -> Markup:
    """Make the words of a clause as HTML."""
    passage = context.project.passages[reference]
    markdown = with_letters(passage.clause) if passage.number == passage.clause.number else passage.markdown
    return quoted(context, markdown)


def with_letters(clause: Clause) -> str:
    """Return a clause's Markdown, its lettered items as paragraphs that keep their letters."""
    lines = clause.body.splitlines()
    for letter, start, end, item in reversed(list(items(clause))):
        lines[start:end] = ["", f"{letter}) {item}", ""]
    return "\n".join(lines).strip()


def quoted(context: Context, markdown: str) -> Markup:
    """Return a clause's Markdown as HTML, its macros called as in a quotation; lettered items keep their letters, as paragraphs."""
    expanded = expand(replace(context, bubbles={}, quoting=True), french_markdown(markdown))
    linked = TEXT_LINK.sub(lambda link: f"]({context.link('encadrements/' + link[1] + '/' + (link[2] or ''))})", expanded)
    return context.fragments.html(linked)


def excerpt(context: Context, reference: str) -> str:
    """Return the beginning of a clause's words, as plain text."""
    text = one_line(plain_text(str(words(context, reference))))
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + "…"
