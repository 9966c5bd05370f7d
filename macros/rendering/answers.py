"""An answer of the rules, ready to be shown: its clauses quoted, its documents, its deadlines, who to ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros.clauses.extracts import extract
from macros.model.base import Renvoi
from macros.model.contradictions import Contradiction
from macros.model.echeances import Echeance
from macros.model.organisations import Contact
from macros.model.plateformes import RangeeTableau
from macros.model.regles import Appui
from macros.rendering.citations import Citation, cite, quoted, words
from macros.rendering.context import Context
from macros.rendering.platform_macros import row_of
from macros.rules.table import Answer


@dataclass(frozen=True)
class Quote:
    """A clause quoted: its citation, whether it is silent on the question, its words as HTML."""

    renvoi: Citation
    muet: bool
    mots: Markup


@dataclass(frozen=True)
class AnswerView:
    """What a component shows of an answer beside what the answer itself holds; `contacts` answer the points that it names."""

    reponse: Answer
    citations: list[Quote]
    documents: list[str]
    echeances: list[Echeance]
    points: list[Contradiction]
    contacts: list[Contact]


def view(context: Context, answer: Answer) -> AnswerView:
    """Return an answer ready to be shown on the context's page."""
    project = context.project
    points = project.points_of(answer)
    named = {*map(str, answer.regle.points), str(answer.statut.point)}
    asked = dict.fromkeys(str(contact) for point in points if point.id in named for contact in point.demander_a)
    return AnswerView(
        answer,
        [quote(context, answer, appui) for appui in answer.articles],
        answer.formulaires,
        [project.echeances[id_] for id_ in answer.echeances],
        points,
        [project.contacts[id_] for id_ in asked],
    )


def quote(context: Context, answer: Answer, appui: Appui) -> Quote:
    """Return a clause of an answer, quoted: the paragraph that the rule names, the platform's row of a table, or all of it."""
    row = row_of(context, context.project.plateformes[answer.combination.plateforme])
    if row and row[0].article == appui.article:
        mots = context.render("citation-rangee", lignes=entries(row[0]))
    elif appui.extrait:
        mots = context.once(("extract", appui.article, appui.extrait), partial(extracted, context, appui.article, appui.extrait))
    else:
        mots = words(context, appui.article)
    return Quote(cite(context, appui.article), appui.dit == "silence", mots)


def extracted(context: Context, article: Renvoi, start: str) -> Markup:
    """Return the paragraph of a clause that begins with some words, as HTML."""
    return quoted(context, extract(context.project.passages[article].markdown, start) or "")


def entries(row: RangeeTableau) -> list[str]:
    """Return what a row of the memo's tables says."""
    return [*row.enjeux, *row.avantages, *row.commentaires]
