"""A self-assessment ready to be shown: each question with its force, its clauses, its deadline and its fingerprints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.calendar.occurrences import Schedule
from macros.calendar.years import school_years
from macros.clauses.fingerprints import fingerprint
from macros.lists.conditions import shown
from macros.lists.forces import force_of, nuance_of
from macros.model.echeances import Echeance
from macros.model.formulaires import Formulaire
from macros.model.listes import Liste, Question
from macros.rendering.citations import Citation, cite
from macros.rendering.context import Context
from macros.school_year import far_horizon

# On a phone, more questions than these make more than fifteen screens.
MOST_AT_ONCE = 28


@dataclass(frozen=True)
class QuestionView:
    """What is shown of a question beside what the list itself holds.

    `numero` counts through the whole list; `conditions` are the questions on which it depends, with the answer that each must have.
    """

    question: Question
    numero: int
    conditions: list[tuple[str, str]]
    force: str
    nuance: str | None
    renvois: list[Citation]
    echeance: Echeance | None
    documents: dict[str, Formulaire]
    empreinte: str
    empreintes: dict[str, str]


@dataclass(frozen=True)
class AssessmentView:
    """A list with its questions by theme; `reference` if no question rests first on a text that binds the staff."""

    id: str
    liste: Liste
    themes: dict[str, list[QuestionView]]
    reference: bool

    @property
    def longue(self) -> bool:
        """Whether its themes are folded, but the first."""
        return sum(1 for _ in self.questions) > MOST_AT_ONCE

    @property
    def contradictions(self) -> list[tuple[list[tuple[str, str]], str]]:
        """The answers about the situation that contradict one another: the words of each question with its answer, then why."""
        words = {fait.id: fait.question for fait in self.liste.faits}
        return [([(words[one.fait], said(one.reponse)) for one in found.reponses], found.pourquoi) for found in self.liste.incompatibles]

    @property
    def articles(self) -> dict[str, Citation]:
        """The articles that its questions rest on, each once, in the order of the questions."""
        return {str(article): cited for v in self.questions for article, cited in zip(v.question.articles, v.renvois, strict=True)}

    @property
    def questions(self) -> Iterator[QuestionView]:
        """The questions, in the order in which they are shown."""
        for questions in self.themes.values():
            yield from questions


def assessment(context: Context, id_: str) -> AssessmentView:
    """Return a list ready to be shown on the context's page."""
    liste = context.project.listes[id_]
    subjects = {str(fait.id): fait.question for fait in liste.faits} | {str(question.id): question.question for question in liste.questions}
    views = [question_view(context, question, number, subjects) for number, question in enumerate(shown(liste), 1)]
    themes = {str(theme.id): [v for v in views if v.question.theme == theme.id] for theme in liste.themes}
    return AssessmentView(id_, liste, themes, not any(v.renvois[0].binding for v in views))


def question_view(context: Context, question: Question, number: int, subjects: Mapping[str, str]) -> QuestionView:
    """Return a question ready to be shown; `subjects` are the words of all facts and questions of its list."""
    project = context.project
    return QuestionView(
        question,
        number,
        [(subjects[condition.sujet], said(condition.reponse)) for condition in question.si],
        force_of(question, project.passages),
        nuance_of(question, project.passages),
        [cite(context, article) for article in question.articles],
        project.echeances[question.echeance] if question.echeance else None,
        {str(id_): project.formulaires[id_] for id_ in question.formulaires},
        fingerprint(question.question),
        {str(article): project.sense(article) for article in question.articles},
    )


def said(answer: bool) -> str:
    """Return an answer to a fact or to a question as it is kept and shown."""
    return "oui" if answer else "non"


def deadlines(context: Context) -> dict[str, list[str]]:
    """Return the last days (ISO) of each dated deadline, for the school years that the calendar shows."""
    schedule = Schedule(list(context.project.echeances.values()), context.project.plateformes)
    years = school_years(schedule.first, far_horizon(context.today))
    return {str(echeance.id): [o.au.isoformat() for o in found] for echeance, found in schedule.all(years)}
