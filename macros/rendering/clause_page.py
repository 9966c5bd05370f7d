"""A text's page: what its author wrote, with header, anchors, badges, defined words and points to clarify."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from macros.clauses.clause import Clause, anchor
from macros.clauses.passages import items
from macros.model.encadrements import Encadrement
from macros.model.formulaires import Formulaire
from macros.model.glossaire import Terme
from macros.model.listes import Liste, Question
from macros.model.roles import Role
from macros.project import Project
from macros.rendering.citations import cite
from macros.rendering.clause_macros import definition_text
from macros.rendering.context import Context
from macros.rendering.notice_macros import announced, pending
from macros.rendering.situation_macros import about_clause, links
from macros.rendering.traceability import ADDRESS as TRACES
from macros.typography import french
from macros.words import capitalized, uncapitalized

# A defined word is not marked inside these: macro calls, links, addresses.
PROTECTED = re.compile(r"({{[^{}\n]*}}|\[[^\]]*\]\([^)]*\)|<[^<>]*>)", re.S)
SECTION = Markup('<section class="article article--{}" data-roles="{}">')
ITEM = Markup('<li id="{}">')
LETTER = Markup('<a class="lettre" href="#{}">{})</a>')
LETTERS = Markup('<ul class="lettres liste-nue">')
END_SECTION, END_ITEM, END_LETTERS = Markup("</section>"), Markup("</li>"), Markup("</ul>")


def clause_page(context: Context, document: str) -> str:
    """Return the Markdown of a text's page; macro calls of its author are left for the caller to expand."""
    project, text = context.project, context.project.documents[document]
    context.description = f"{text.titre} ({project.organisations[text.organisation].sigle}), article par article, en langage clair."
    notices = announced(context, document)
    banner = context.render("avis-bandeau", avis=notices) if notices else ""
    parts = [
        context.heading(1, full_title(text)),
        banner,
        header(context, document),
        context.render("legende-forces"),
        role_filter(context, document),
    ]
    parts += [clause_section(context, clause) for clause in project.clauses[document]]
    return context.markdown(*filter(None, parts))


def full_title(text: Encadrement) -> str:
    """Return a text's title, with its kind where the title does not say it."""
    said = text.genre.lower() in text.titre.lower()
    return text.titre if said else f"{capitalized(text.genre)}\u00a0: {text.titre}"


def masthead(project: Project, document: str) -> dict[str, str]:
    """Return what a text says of itself on paper: who adopted it, its kind and its main date."""
    text = project.documents[document]
    main = text.date_principale
    nature = f"{capitalized(text.genre)} · {main.quoi}\u00a0: {uncapitalized(main.en_mots)}"
    return {"organisation": project.organisations[text.organisation].nom_et_sigle, "nature": nature}


def header(context: Context, document: str) -> str:
    """Return what the text is, its dates, whom it binds and which version prevails."""
    text = context.project.documents[document]
    dates = [(d, cite(context, d.article) if d.article else None) for d in text.dates]
    vise = cite(context, text.article_vise) if text.article_vise else None
    organisation = context.project.organisations[text.organisation]
    return context.render("entete", texte=text, organisation=organisation, site=context.project.site, dates=dates, article_vise=vise)


def role_filter(context: Context, document: str) -> str:
    """Return the form that shows the clauses of a role; it appears when its script runs."""
    clauses = context.project.clauses[document]
    used = {role for clause in clauses for role in clause.roles}
    organisation = context.project.documents[document].organisation
    options = [
        (role, " ".join(wanted))
        for role in context.project.roles.values()
        if role.organisation in (None, organisation) and not used.isdisjoint(wanted := concerned(context, role))
    ]
    return context.render("filtre-roles", options=options, total=len(clauses))


def concerned(context: Context, role: Role) -> list[str]:
    """Return the roles whose clauses concern a role: itself, the larger ones it is part of, those that are part of it."""
    narrower = (other.id for other in context.project.roles.values() if str(role.id) in map(str, other.fait_partie_de))
    return [role.id, *role.fait_partie_de, *narrower]


def clause_section(context: Context, clause: Clause) -> str:
    """Return a clause as a section: heading, badges, body, points to clarify."""
    points = [p for p in context.project.contradictions if any(clause.covers(x.article) for x in p.positions)]
    changes = [*pending(context, clause)]
    parts = [
        SECTION.format(clause.level, " ".join(clause.roles)),
        f"{'#' * clause.level} {french(clause.heading)} {{ #{clause.anchor} }}",
        context.render("marques", marques=clause.marks, roles=context.project.roles),
        *(context.render("avis-annonce", change=change) for change in changes),
        body(context, clause),
        *(context.render("avis-mots", change=change) for change in changes),
        context.render("documents", formulaires=forms) if (forms := called_for(context, clause)) else "",
        context.render("points", points=points) if points else "",
        questions(context, clause),
        END_SECTION,
    ]
    return context.markdown(*filter(None, parts))


def questions(context: Context, clause: Clause) -> Markup:
    """Return the questions about a clause: those of the self-assessments that carry it out, those of the staff."""
    lists, asked = asking(context, clause), links(context, about_clause(context.project, clause))
    total = sum(len(found) for _, _, found in lists)
    if not lists and not asked:
        return Markup()
    trace = context.link(f"{TRACES}#{clause.document}-{clause.anchor}")
    return context.render("questions-article", listes=lists, total=total, posees=asked, trace=trace)


def asking(context: Context, clause: Clause) -> list[tuple[str, Liste, list[Question]]]:
    """Return the self-assessments that carry out a clause: their id, the list, its questions about it."""
    every = [(id_, liste, [q for q in liste.questions if any(map(clause.covers, q.articles))]) for id_, liste in context.project.listes.items()]
    return [found for found in every if found[2]]


def called_for(context: Context, clause: Clause) -> dict[str, Formulaire]:
    """Return the letters and forms that a clause calls for, or words, by id."""
    forms = context.project.formulaires.items()
    return {id_: form for id_, form in forms if any(clause.covers(article) for article in [*form.articles, *([form.modele] if form.modele else [])])}


def body(context: Context, clause: Clause) -> str:
    """Return the clause's Markdown, its defined words marked and its letters as a list with anchors."""
    marked = mark_terms(context, clause, french_prose(clause.body))
    lines = marked.splitlines()
    spans = list(items(replace(clause, body=marked)))
    ends, starts = {end for _, _, end, _ in spans}, {start for _, start, _, _ in spans}
    for letter, start, end, item in reversed(spans):
        opening = [] if start in ends else [LETTERS]
        closing = [] if end in starts else [END_LETTERS]
        lines[start:end] = ["", context.markdown(*opening, *letter_item(context, clause, letter, item), *closing), ""]
    return "\n".join(lines).strip("\n")


def letter_item(context: Context, clause: Clause, letter: str, item: str) -> tuple[str, str, str]:
    """Return the parts of a lettered item with its anchor."""
    id_ = anchor(f"{clause.number}.{letter}")
    return ITEM.format(id_), f"{context.markdown(LETTER.format(id_, letter))} {item}", END_ITEM


def french_prose(body: str) -> str:
    """Return a clause's Markdown with French typography, macro calls and links left as they are."""
    return "".join(part if i % 2 else french(part) for i, part in enumerate(PROTECTED.split(body)))


def mark_terms(context: Context, clause: Clause, markdown: str) -> str:
    """Mark the first occurrence of each defined word, for the organisation that defines it."""
    for terme in terms_for(context, clause):
        markdown = mark_first(context, terme, term_pattern(terme), markdown)
    return markdown


def term_pattern(terme: Terme) -> re.Pattern[str]:
    """Return what finds a defined word in a text, the longest form first, unless what follows changes its meaning."""
    forms = "|".join(re.escape(form) for form in sorted([terme.terme, *terme.variantes], key=len, reverse=True))
    others = "".join(rf"(?!\s{re.escape(word)}(?!\w))" for word in terme.pas_devant)
    return re.compile(rf"(?<![\w’-])({forms})(?![\w-]){others}", re.I)


def terms_for(context: Context, clause: Clause) -> Iterator[Terme]:
    """Yield the words defined by the clause's organisation in another clause, the longest first."""
    documents = context.project.documents
    organisation = documents[clause.document].organisation
    for terme in sorted(context.project.termes, key=lambda t: -len(t.terme)):
        if documents[terme.article.document].organisation == organisation and not clause.covers(terme.article):
            yield terme


def mark_first(context: Context, terme: Terme, pattern: re.Pattern[str], markdown: str) -> str:
    """Turn the first occurrence of a word into a link to its explanation."""
    parts = PROTECTED.split(markdown)
    for index in range(0, len(parts), 2):
        if match := pattern.search(parts[index]):
            parts[index] = parts[index][: match.start()] + context.markdown(term_link(context, terme, match[0])) + parts[index][match.end() :]
            break
    return "".join(parts)


def term_link(context: Context, terme: Terme, word: str) -> Markup:
    """Return a defined word's link to the glossary, and keep its definition for the page's bubbles."""
    bubble = f"terme-{terme.id}"
    if bubble not in context.bubbles:
        source = cite(context, terme.article)
        definition = definition_text(context, terme.article, terme.terme)
        context.bubbles[bubble] = context.render("infobulle", titre=terme.terme, texte=definition, renvoi=source)
    return context.render("terme", href=context.link(f"glossaire/#{terme.id}"), mot=word, infobulle=bubble)
