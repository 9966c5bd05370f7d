"""The items of the published JSON files: what each file of `CodeFichier` holds, in the forms of `macros/published/schema.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pydantic import BaseModel

from macros.clauses.passages import Passage
from macros.model.encadrements import Encadrement
from macros.model.formulaires import Formulaire
from macros.model.plateformes import Plateforme
from macros.model.regles import Condition
from macros.model.situations import ThemeSituations
from macros.project import Project
from macros.published.forms import Published, publish
from macros.published.schema import (
    ANSWER,
    CLAUSE,
    CONDITION,
    FORM,
    LIST,
    PLATFORM,
    QUESTION,
    SITUATION,
    STATUS,
    TEXT,
    THEME,
    TRACE,
    CodeFichier,
)
from macros.rendering import list_macros, platform_macros, sheet_macros, situation_macros
from macros.rendering.assessments import AssessmentView, QuestionView, assessment
from macros.rendering.citations import words
from macros.rendering.context import Context
from macros.rendering.markdown import plain_text
from macros.rendering.traceability import Trace, carrying, traces
from macros.rules.table import Answer
from macros.sheets.basis import reference
from macros.sheets.statements import with_answers
from macros.typography import french


def text_json(context: Context, text: Encadrement) -> Published:
    """Return the published form of a text."""
    return publish(
        TEXT,
        text,
        organisation=context.project.organisations[text.organisation].sigle,
        adresse=f"encadrements/{text.id}/",
        articles=[clause_json(context, passage) for passage in context.project.passages.values() if passage.clause.document == text.id],
    )


def clause_json(context: Context, passage: Passage) -> Published:
    """Return the published form of a clause or of one of its letters."""
    return publish(
        CLAUSE,
        renvoi=passage.reference,
        document=passage.clause.document,
        numero=passage.label,
        titre=french(passage.title),
        force=passage.clause.forces[0],
        marques=passage.clause.marks,
        texte=plain_text(str(words(context, passage.reference))),
        adresse=passage.address,
        mise_en_oeuvre=[carried for _, found in carrying(context.project, passage.reference) for carried in found],
    )


def trace_json(trace: Trace) -> Published:
    """Return the published form of a clause with what carries it out."""
    return publish(TRACE, trace, renvoi=trace.clause.reference, titre=french(trace.clause.title), oblige_personnel=trace.renvoi.binding)


def platform_json(id_: str, platform: Plateforme) -> Published:
    """Return the published form of a platform, its statuses in one list."""
    statuts = [publish(STATUS, s, public=public) for public in type(platform.statuts).model_fields for s in getattr(platform.statuts, public)]
    return publish(PLATFORM, platform, id=id_, statuts=statuts, adresse=platform_macros.address(id_))


def answer_json(context: Context, answer: Answer) -> Published:
    """Return the published form of an answer."""
    return publish(
        ANSWER,
        answer,
        **answer.combination._asdict(),
        verdict=answer.regle.verdict,
        articles=answer.cited,
        conditions=[condition_json(context, condition) for condition in answer.conditions],
    )


def condition_json(context: Context, condition: Condition) -> Published:
    """Return the published form of a condition, with its force."""
    first = context.project.passages[condition.articles[0]].clause
    return publish(CONDITION, condition, force=condition.marque or first.forces[0])


def form_json(project: Project, id_: str, form: Formulaire) -> Published:
    """Return the published form of a letter or form."""
    return publish(FORM, with_answers(project, form), id=id_, oblige_personnel=not reference(project, form), adresse=sheet_macros.address(id_))


def list_json(view: AssessmentView) -> Published:
    """Return the published form of a self-assessment."""
    questions = [question_json(question) for question in view.questions]
    return publish(LIST, view.liste, id=view.id, reference=view.reference, adresse=list_macros.address(view.id), questions=questions)


def question_json(view: QuestionView) -> Published:
    """Return the published form of a question: as its file has it, with what the site works out."""
    return publish(
        QUESTION,
        view.question,
        texte=view.question.question,
        force=view.force,
        oblige_personnel=view.renvois[0].binding,
        empreinte=view.empreinte,
    )


def theme_json(id_: str, theme: ThemeSituations) -> Published:
    """Return the published form of a theme of situations; `regles.json` answers each of their cases."""
    placed = [situation_macros.Placed(id_, situation) for situation in theme.situations]
    situations = [publish(SITUATION, found.situation, adresse=found.address) for found in placed]
    return publish(THEME, theme, id=id_, adresse=situation_macros.address(id_), situations=situations)


# What each file lists.
ITEMS: Mapping[CodeFichier, Callable[[Context], Iterable[BaseModel]]] = {
    "encadrements": lambda context: (text_json(context, text) for text in context.project.documents.values()),
    "plateformes": lambda context: (platform_json(id_, platform) for id_, platform in context.project.plateformes.items()),
    "collecte": lambda context: context.project.moyens.values(),
    "regles": lambda context: (answer_json(context, answer) for answer in context.project.reponses),
    "formulaires": lambda context: (form_json(context.project, id_, form) for id_, form in context.project.formulaires.items()),
    "echeances": lambda context: context.project.echeances.values(),
    "listes": lambda context: (list_json(assessment(context, id_)) for id_ in context.project.listes),
    "tracabilite": lambda context: (trace_json(trace) for text in context.project.documents.values() for trace in traces(context, text)),
    "situations": lambda context: (theme_json(id_, theme) for id_, theme in context.project.all(ThemeSituations).items()),
}
