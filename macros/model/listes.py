"""`data/listes/<id>.yml`: one self-assessment: its questions, what each carries out, when it is asked, what to do if the answer is no."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from macros.model.base import Fiche, Id, IdEcheance, IdFormulaire, IdRole, Modele, Nombre, OuiNon, Renvois, Texte, wrong

CodeForce = Literal["obligation", "interdiction", "demande", "limite", "preference", "recommandation", "permission", "droit", "information"]
CodeCote = Literal["utilisation", "securite"]


class Theme(Modele, title="Un thème"):
    """A part of the list."""

    id: Id = Field(description="Identifiant du thème.")
    titre: Texte = Field(description="Titre du thème.")


class Fait(Modele, title="Un fait"):
    """A question about the situation: it is never assessed, it decides which questions are asked."""

    id: Id = Field(description="Identifiant du fait.")
    question: Texte = Field(description="La question, à laquelle on répond par oui ou non.")
    aide: Texte | None = Field(default=None, description="Ce qui aide à répondre.")


class ReponseFait(Modele, title="Une réponse à un fait"):
    """An answer to a fact."""

    fait: Id = Field(description="Identifiant d'un fait de la liste.")
    reponse: OuiNon = Field(description="La réponse : oui ou non.")


class Incompatible(Modele, title="Des réponses qui se contredisent"):
    """Answers to facts that cannot all be true: whoever gives them is told so, and nothing rests on them unsaid."""

    reponses: list[ReponseFait] = Field(min_length=1, description="Les réponses qui ne peuvent être vraies ensemble, à deux faits ou plus.")
    pourquoi: Texte = Field(description="Pourquoi, en une phrase, pour qui les a données.")


class Si(Modele, title="Une condition"):
    """A condition on which a question is asked: the answer to a fact or to an earlier question."""

    fait: Id | None = Field(default=None, description="Identifiant d'un fait de la liste.")
    question: Id | None = Field(default=None, description="Identifiant d'une question qui précède.")
    reponse: OuiNon = Field(description="La réponse attendue : oui ou non.")

    @model_validator(mode="after")
    def one_subject(self) -> Self:
        """Refuse a condition about nothing or about two things."""
        if (self.fait is None) == (self.question is None):
            raise wrong("cette condition doit porter sur un fait ou sur une question", "écrivez une seule ligne « fait: » ou « question: »")
        return self

    @property
    def sujet(self) -> str:
        """The id of what it depends on."""
        return str(self.fait or self.question)


class Question(Modele, title="Une question"):
    """A question: « oui » always means that all is well."""

    id: Id = Field(description="Identifiant, qui ne change plus une fois publié.")
    theme: Id = Field(description="Thème de la liste.")
    question: Texte = Field(description="La question, à « vous ».")
    aide: Texte | None = Field(default=None, description="Ce qui aide à répondre.")
    articles: Renvois = Field(description="Articles qu'elle met en œuvre, le principal en premier.")
    marque: CodeForce | None = Field(default=None, description="Force en cause, si l'article principal en a plusieurs.")
    nuance: Texte | None = Field(default=None, description="Ses mots entre parenthèses, si l'article principal a plusieurs fois cette force.")
    echeance: IdEcheance | None = Field(default=None, description="Échéance de l'année scolaire.")
    quand: Texte | None = Field(default=None, description="Moment de l'année, en mots, si aucune échéance ne le dit.")
    si: list[Si] = Field(default=[], description="À quelles conditions, toutes ensemble, elle est posée; absent : toujours.")
    preuve: Texte | None = Field(default=None, description="Ce qui compte comme preuve.")
    remede: Texte = Field(description="Quoi faire si la réponse est non.")
    formulaires: list[IdFormulaire] = Field(default=[], description="Documents qui aident.")
    cote: CodeCote | None = Field(default=None, description="Critère coté de 0 à 3, et sa famille; absent : oui ou non.")
    eliminatoire: OuiNon = Field(default=False, description="Un manque grave ne peut être compensé par les autres critères.")


class Liste(Fiche, title="Une autoévaluation"):
    """One self-assessment."""

    ordre: Nombre = Field(description="Rang dans le menu.")
    titre: Texte = Field(description="Titre de la page.")
    resume: Texte = Field(description="À quoi elle sert, en une phrase.")
    roles: list[IdRole] = Field(min_length=1, description="Qui y répond.")
    themes: list[Theme] = Field(min_length=1, description="Les thèmes, dans l'ordre.")
    faits: list[Fait] = Field(default=[], description="Ce qu'il faut savoir pour choisir les questions.")
    incompatibles: list[Incompatible] = Field(default=[], description="Les réponses aux faits qui se contredisent.")
    questions: list[Question] = Field(min_length=1, description="Les questions, dans l'ordre.")
