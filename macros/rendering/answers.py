"""An answer of the rules, ready to be shown: its clauses quoted, its documents, its deadlines, who to ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros.clauses.extracts import extract, notes
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
class Words:
    """Words of a clause as HTML, and whether they are silent on the question."""

    mots: Markup
    muet: bool


@dataclass(frozen=True)
class Quote:
    """A clause quoted, once for an answer: its citation, and each of its parts that the answer rests on."""

    renvoi: Citation
    parties: tuple[Words, ...]

    @property
    def muet(self) -> bool:
        """Whether all that is quoted of it is silent on the question."""
        return all(part.muet for part in self.parties)


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
        [*quotes(context, answer)],
        answer.formulaires,
        [project.echeances[id_] for id_ in answer.echeances],
        points,
        [project.contacts[id_] for id_ in asked],
    )


def quotes(context: Context, answer: Answer) -> Iterator[Quote]:
    """Yield the clauses of an answer, quoted, each once, in the order of the rule."""
    parts: dict[Renvoi, list[Appui]] = {}
    for appui in answer.articles:
        parts.setdefault(appui.article, []).append(appui)
    for article, appuis in parts.items():
        noted = notes(context.project.passages[article].markdown, [extracted(context, appui) for appui in appuis if appui.extrait])
        yield Quote(cite(context, article), tuple(quoted_words(context, answer, appui, noted) for appui in appuis))


def quoted_words(context: Context, answer: Answer, appui: Appui, noted: Collection[str]) -> Words:
    """Return what an answer quotes of a clause: the platform's row of a table, the paragraph that the rule names with its notes, or all of it."""
    row = row_of(context, context.project.plateformes[answer.combination.plateforme])
    if row and row[0].article == appui.article:
        mots = context.render("citation-rangee", lignes=entries(row[0]))
    elif appui.extrait:
        excerpt = extracted(context, appui)
        own = [note for note in noted if note[0] in excerpt]
        mots = context.once(("extract", appui.article, excerpt, *own), partial(quoted, context, "\n\n".join([excerpt, *own])))
    else:
        mots = words(context, appui.article)
    return Words(mots, appui.dit == "silence")


def extracted(context: Context, appui: Appui) -> str:
    """Return the paragraph of a clause that a rule names, as Markdown."""
    return extract(context.project.passages[appui.article].markdown, appui.extrait or "") or ""


def entries(row: RangeeTableau) -> list[str]:
    """Return what a row of the memo's tables says."""
    return [*row.enjeux, *row.avantages, *row.commentaires]
