"""`data/situations/<thème>.yml`: what the staff ask, in their words, and what each question comes down to; its answer comes from the rules."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from macros.model.base import Fiche, Id, IdContact, IdFormulaire, IdPlateforme, Modele, Nombre, NomsCherches, Renvoi, Renvois, Texte, wrong
from macros.model.regles import CodeContenu, CodePublic


class Cas(Modele, title="Ce à quoi la question revient"):
    """A means, the people addressed and what is communicated: questions that the rules answer."""

    plateforme: IdPlateforme = Field(description="Par quel moyen.")
    nom: Texte | None = Field(default=None, description="Nom propre de l'application, si les textes ne la nomment pas.")
    destinataires: list[CodePublic] = Field(min_length=1, description="À qui l'on s'adresse.")
    contenus: list[CodeContenu] = Field(min_length=1, description="Ce que l'on communique.")


class Situation(Modele, title="Une situation"):
    """One question as people ask it. What it is answered is never written here."""

    id: Id = Field(description="Identifiant, qui finit l'adresse de la situation.")
    question: Texte = Field(description="La question, comme on la pose.")
    mots: NomsCherches = Field(description="Mots sous lesquels on la cherche.")
    constat: Texte | None = Field(default=None, description="Ce à quoi elle revient ou ce qu'il faut savoir, sans y répondre.")
    cas: list[Cas] = Field(default=[], description="Moyens, destinataires et contenus auxquels elle revient : les règles y répondent.")
    silence: Texte | None = Field(default=None, description="Ce que les textes ne disent pas.")
    articles: Renvois = Field(description="Articles à lire, qui obligent le personnel.")
    reference: list[Renvoi] = Field(default=[], description="Articles d'autres organisations, donnés comme référence.")
    formulaires: list[IdFormulaire] = Field(default=[], description="Documents à employer.")
    demander_a: list[IdContact] = Field(min_length=1, description="À qui poser la question.")

    @model_validator(mode="after")
    def answered(self) -> Self:
        """Refuse a situation that comes down to nothing."""
        if not self.cas and not self.constat:
            raise wrong("rien ne dit à quoi cette situation revient", "ajoutez une liste « cas: », ou une ligne « constat: »")
        return self

    @property
    def cites(self) -> list[Renvoi]:
        """All its clauses: those that bind the staff, then those for reference."""
        return [*self.articles, *self.reference]


class ThemeSituations(Fiche, title="Un thème de situations"):
    """The situations of one theme."""

    ordre: Nombre = Field(description="Rang dans le menu.")
    titre: Texte = Field(description="Titre du thème et de sa page.")
    resume: Texte = Field(description="De quoi il s'agit, en une phrase.")
    situations: list[Situation] = Field(min_length=1, description="Les situations, dans l'ordre.")
