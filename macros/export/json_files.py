"""The JSON files published under `donnees/`."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from macros.clauses.passages import Passage
from macros.model.encadrements import Encadrement
from macros.published.schema import (
    ArticleJson,
    CollecteJson,
    DateJson,
    DocumentJson,
    EcheancesJson,
    EncadrementsJson,
    FormulairesJson,
    ListeJson,
    ListesJson,
    MarqueJson,
    PlateformesJson,
    QuestionJson,
    ReglesJson,
    answer_json,
    form_json,
    platform_json,
)
from macros.rendering.assessments import AssessmentView, QuestionView, assessment
from macros.rendering.citations import words
from macros.rendering.context import Context
from macros.rendering.list_macros import address as list_address
from macros.rendering.markdown import plain_text
from macros.rendering.platform_macros import address
from macros.typography import french

FOLDER = "donnees"


def write(context: Context, site: Path) -> list[Path]:
    """Write the files below the built site's folder and return their paths."""
    contents: dict[str, BaseModel] = {
        "encadrements": EncadrementsJson(encadrements=[document_json(context, d) for d in context.project.documents.values()]),
        "plateformes": PlateformesJson(plateformes=[platform_json(id_, p, address(id_)) for id_, p in context.project.plateformes.items()]),
        "collecte": CollecteJson(moyens=list(context.project.moyens.values())),
        "regles": ReglesJson([answer_json(answer) for answer in context.project.reponses]),
        "formulaires": FormulairesJson(formulaires=[form_json(id_, form) for id_, form in context.project.formulaires.items()]),
        "echeances": EcheancesJson(echeances=list(context.project.echeances.values())),
        "listes": ListesJson(listes=[list_json(assessment(context, id_)) for id_ in context.project.listes]),
    }
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return [write_one(folder / f"{name}.json", model) for name, model in contents.items()]


def write_one(path: Path, model: BaseModel) -> Path:
    """Write one file, readable by people too."""
    path.write_text(model.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return path


def document_json(context: Context, text: Encadrement) -> DocumentJson:
    """Return the published form of a text."""
    passages = [p for p in context.project.passages.values() if p.clause.document == text.id]
    return DocumentJson(
        id=text.id,
        titre=text.titre,
        organisation=context.project.organisations[text.organisation].sigle,
        genre=text.genre,
        numero=text.numero,
        dates=[DateJson(quoi=d.quoi, jour=d.jour, precision=d.precision) for d in text.dates],
        oblige_personnel=text.oblige_personnel,
        texte_adopte=text.texte_adopte,
        adresse=f"encadrements/{text.id}/",
        articles=[article_json(context, passage) for passage in passages],
    )


def article_json(context: Context, passage: Passage) -> ArticleJson:
    """Return the published form of a clause or of one of its letters."""
    marks = [MarqueJson(force=m.force, nuance=m.nuance, roles=list(m.roles)) for m in passage.clause.marks]
    return ArticleJson(
        renvoi=passage.reference,
        document=passage.clause.document,
        numero=passage.label,
        titre=french(passage.title),
        force=passage.clause.forces[0],
        marques=marks,
        texte=plain_text(str(words(context, passage.reference))),
        adresse=passage.address,
    )


def list_json(view: AssessmentView) -> ListeJson:
    """Return the published form of a self-assessment."""
    return ListeJson(
        id=view.id,
        titre=view.liste.titre,
        resume=view.liste.resume,
        roles=list(view.liste.roles),
        reference=view.reference,
        adresse=list_address(view.id),
        themes=view.liste.themes,
        faits=view.liste.faits,
        questions=[question_json(question) for question in view.questions],
    )


def question_json(view: QuestionView) -> QuestionJson:
    """Return the published form of a question: as its file has it, with what the site works out."""
    question = view.question
    return QuestionJson(
        **question.model_dump(exclude={"question", "marque"}),
        texte=question.question,
        force=view.force,
        oblige_personnel=view.renvois[0].binding,
        empreinte=view.empreinte,
    )
