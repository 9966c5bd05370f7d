"""Macros about the self-assessments."""

from __future__ import annotations

from typing import Any

from macros.clauses.fingerprints import fingerprint
from macros.model.base import IdListe
from macros.model.encadrements import Encadrement
from macros.model.listes import Incompatible
from macros.model.meanings import FAMILIES
from macros.rendering.assessments import AssessmentView, QuestionView, assessment, deadlines, said
from macros.rendering.citations import words
from macros.rendering.context import Context
from macros.rendering.registry import macro
from macros.rendering.wording import ANSWERS, RATINGS
from macros.sheets.basis import main_date
from macros.typography import french

NO_LIST = "Aucune autoévaluation n'est encore publiée."


def address(id_: str) -> str:
    """Return the address of a self-assessment's page from the site's root."""
    return f"autoevaluation/{id_}/"


@macro
def liste(context: Context, id: IdListe) -> str:
    """Make the whole page of a self-assessment."""
    view = assessment(context, id)
    context.description = view.liste.resume
    quotes = {article: words(context, article) for question in view.liste.questions for article in question.articles}
    data = {"donnees": page_data(context, view), "questions": {v.question.id: question_data(v) for v in view.questions}}
    shown = context.render("autoevaluation", vue=view, mots=quotes, partage=shared_data(context), **data)
    return context.markdown(context.heading(1, view.liste.titre), shown)


@macro
def listes(context: Context) -> str:
    """List the self-assessments: what each is for, who answers, how many questions; say that there is none while there is no list."""
    if not context.project.listes:
        return NO_LIST
    return context.render("autoevaluations", vues=[(assessment(context, id_), context.link(address(id_))) for id_ in context.project.listes])


@macro
def comparer(context: Context) -> str:
    """Set several evaluations side by side, from this browser or from files; say that there is nothing to compare while there is no list."""
    if not context.project.listes:
        return NO_LIST
    data = {"listes": [whole_data(context, assessment(context, id_)) for id_ in context.project.listes]}
    return context.render("comparer-evaluations", donnees=data, partage=shared_data(context))


def shared_data(context: Context) -> dict[str, Any]:
    """Return what the scripts of every list share: whose site it is, the words of the answers and of the forces."""
    forces = {code: mention.nom for code, mention in context.project.mentions["forces"].items()}
    return {"site": context.project.site.sigle, "reponses": ANSWERS, "cotes": RATINGS, "forces": forces, "listes": [*context.project.listes]}


def whole_data(context: Context, view: AssessmentView) -> dict[str, Any]:
    """Return what the scripts know of a list and of its questions."""
    return page_data(context, view) | {"questions": [question_data(v) for v in view.questions]}


def page_data(context: Context, view: AssessmentView) -> dict[str, Any]:
    """Return what the scripts know of a list, but of its questions: each says it where it stands, so that its words take little once sent."""
    return {
        "id": view.id,
        "titre": view.liste.titre,
        "reference": view.reference,
        "themes": [theme.model_dump() for theme in view.liste.themes],
        "faits": [{"id": fait.id, "question": fait.question, "empreinte": fingerprint(fait.question)} for fait in view.liste.faits],
        "incompatibles": [contradiction(one) for one in view.liste.incompatibles],
        "lient": [{"force": force, "mots": names} for force, names in context.project.lient.items()],
        "familles": families(view),
        "echeances": {id_: days for id_, days in deadlines(context).items() if any(q.question.echeance == id_ for q in view.questions)},
        "reperes": sorted({q.echeance.id for q in view.questions if q.echeance and not q.echeance.jour_fixe}),
        "versions": versions(context, view),
    }


def contradiction(one: Incompatible) -> dict[str, Any]:
    """Return what the scripts know of answers to facts that contradict one another."""
    return {"reponses": {str(answer.fait): said(answer.reponse) for answer in one.reponses}, "pourquoi": french(one.pourquoi)}


def families(view: AssessmentView) -> list[dict[str, str]]:
    """Return the families of a list's rated criteria, in the order in which they are shown."""
    rated = {question.cote for question in view.liste.questions}
    return [{"cote": code, "nom": family.name, "eliminatoire": family.eliminating} for code, family in FAMILIES.items() if code in rated]


def question_data(view: QuestionView) -> dict[str, Any]:
    """Return what the scripts know of a question."""
    question = view.question
    return {
        "id": question.id,
        "theme": question.theme,
        "question": question.question,
        "force": view.force,
        "oblige": view.renvois[0].binding,
        "articles": [{"renvoi": str(a), "nom": french(r.long), "href": r.href} for a, r in zip(question.articles, view.renvois, strict=True)],
        "echeance": question.echeance,
        "moment": view.echeance.moment if view.echeance else question.quand,
        "si": [{"sujet": condition.sujet, "reponse": said(condition.reponse)} for condition in question.si],
        "remede": question.remede,
        "documents": [document.titre for document in view.documents.values()],
        "cote": question.cote,
        "eliminatoire": question.eliminatoire,
        "empreinte": view.empreinte,
        "empreintes": view.empreintes,
    }


def versions(context: Context, view: AssessmentView) -> list[str]:
    """Return the texts that a list cites with their main date, in words, for what is printed or exported."""
    cited = {str(article).partition("/")[0] for v in view.questions for article in v.question.articles}
    texts = [text for id_, text in context.project.documents.items() if id_ in cited]
    return [dated_name(text) for text in texts]


def dated_name(text: Encadrement) -> str:
    """Return a text with its main date, in words."""
    return french(f"{text.titre_court}, {main_date(text)}{'' if text.oblige_personnel else ' (texte de référence)'}")
