"""Macros about the situations: what people ask, by theme, each with what the rules answer on the day the page is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from macros.clauses.clause import Clause
from macros.model.base import IdTheme
from macros.model.situations import Cas, Situation, ThemeSituations
from macros.project import Project
from macros.rendering.answer_rows import Row, dated, rows
from macros.rendering.context import Context
from macros.rendering.registry import macro
from macros.rules.table import Answer


@dataclass(frozen=True)
class Placed:
    """A situation, and the id of its theme."""

    theme: str
    situation: Situation

    @property
    def address(self) -> str:
        """Its address from the site's root."""
        return f"{address(self.theme)}#{self.situation.id}"


@dataclass(frozen=True)
class CaseRow:
    """What a rule answers to a case for an audience: over some days, for some contents, at an address of the helper."""

    nom: str
    public: str
    rangee: Row
    adresse: str


def address(theme: str) -> str:
    """Return the address of a theme's page from the site's root."""
    return f"situations/{theme}/"


def every(project: Project) -> list[Placed]:
    """Return all the situations, theme by theme."""
    return [Placed(id_, situation) for id_, theme in project.all(ThemeSituations).items() for situation in theme.situations]


@macro
def situations(context: Context, id: IdTheme) -> str:
    """Make the whole page of a theme."""
    theme = context.project.all(ThemeSituations)[id]
    context.description = theme.resume
    parts = [context.heading(1, theme.titre), context.text(theme.resume), *sections(context, id)]
    return context.markdown(*parts)


def sections(context: Context, id_: str) -> Iterator[str]:
    """Yield each situation of a theme: its question as a heading, then the rest."""
    for situation in context.project.all(ThemeSituations)[id_].situations:
        yield context.heading(2, situation.question, situation.id)
        yield shown(context, id_, situation)


def shown(context: Context, theme: str, situation: Situation) -> Markup:
    """Return a situation of a theme as HTML, but for its question."""
    return context.render("situation", situation=situation, theme=theme, rangees=[*case_rows(context.project, situation)])


@macro
def index_situations(context: Context) -> str:
    """List the situations by theme; say that there is none while there is no theme."""
    themes = context.project.all(ThemeSituations)
    return context.render("index-situations", themes=themes, adresse=address) if themes else "Aucune question n'est encore publiée."


def case_rows(project: Project, situation: Situation) -> Iterator[CaseRow]:
    """Yield what the rules answer to each case of a situation, for each audience."""
    for cas in situation.cas:
        nom = name_of(project, cas)
        for public in cas.destinataires:
            for row in rows(dated(answers(project, cas, public))):
                yield CaseRow(nom, public, row, helper_address(cas, public, row.contenus[0]))


def name_of(project: Project, cas: Cas) -> str:
    """Return the name of a case's means: its own, where the texts do not name it."""
    return cas.nom or project.plateformes[cas.plateforme].usuel


def answers(project: Project, cas: Cas, public: str) -> list[Answer]:
    """Return the answers to a case for an audience, in the order of the rules' table."""
    return [a for content in cas.contenus for a in project.answers_to(cas.plateforme, public, content)]


def helper_address(cas: Cas, public: str, contenu: str) -> str:
    """Return the address at which the helper answers a question."""
    named = {"nom": cas.nom} if cas.nom else {}
    return f"puis-je/#{urlencode({'plateforme': cas.plateforme, **named, 'destinataire': public, 'contenu': contenu})}"


def about_platform(project: Project, plateforme: str) -> list[Placed]:
    """Return the situations that come down to a platform."""
    return [placed for placed in every(project) if any(cas.plateforme == plateforme for cas in placed.situation.cas)]


def about_clause(project: Project, clause: Clause) -> list[Placed]:
    """Return the situations that cite a clause or one of its letters."""
    return [placed for placed in every(project) if any(map(clause.covers, placed.situation.cites))]


def links(context: Context, found: Iterable[Placed]) -> list[tuple[str, str]]:
    """Return the address from the page, and the question, of some situations."""
    return [(context.link(placed.address), placed.situation.question) for placed in found]
