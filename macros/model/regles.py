"""`data/regles.yml`: who may communicate what, to whom, by which means; on which conditions.

Exactly one rule answers for each combination on each day: the order of the rules means nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from macros.model.base import Id, IdCondition, IdContradiction, IdEcheance, IdFormulaire, IdPlateforme, Jour, Modele, Renvoi, Renvois, Texte, wrong
from macros.model.listes import CodeForce
from macros.model.plateformes import CodeDestruction, CodeStatut

CodePublic = Literal["parents", "eleves"]
CodeContenu = Literal["information-generale", "realisation-ou-photo", "renseignement-personnel", "renseignement-a-d-autres"]
CodeVerdict = Literal["permis", "conditions", "autorisation", "interdit", "a-clarifier"]
CodeEtape = Literal["avant", "pendant", "apres", "conseil", "demander"]
CodeDit = Literal["permis", "conditions", "autorisation", "interdit", "silence"]


class Quand(Modele, title="Quand"):
    """When a rule or a condition applies: all that is written must hold; what is not written holds always."""

    plateformes: list[IdPlateforme] | None = Field(default=None, min_length=1, description="Plateformes; absent : toutes.")
    sauf: list[IdPlateforme] = Field(default=[], description="Plateformes à exclure.")
    statuts: list[CodeStatut] | None = Field(default=None, min_length=1, description="Statuts de la plateforme ce jour-là; absent : tous.")
    destructions: list[CodeDestruction] | None = Field(
        default=None, min_length=1, description="Règles de destruction de la plateforme; absent : toutes."
    )
    destinataires: list[CodePublic] | None = Field(default=None, min_length=1, description="À qui l'on s'adresse; absent : à tous.")
    contenus: list[CodeContenu] | None = Field(default=None, min_length=1, description="Ce que l'on communique; absent : tout.")
    du: Jour | None = Field(default=None, description="Premier jour, si ce n'est pas celui du statut.")
    au: Jour | None = Field(default=None, description="Dernier jour, inclus.")

    def en_vigueur(self, day: date) -> bool:
        """Tell whether a day is between the two days, if they are given."""
        return (self.du is None or self.du <= day) and (self.au is None or day <= self.au)


class Appui(Modele, title="Un article et ce qu'il dit"):
    """A clause on which a rule rests, and what it says by itself."""

    article: Renvoi = Field(description="L'article.")
    dit: CodeDit = Field(description="Ce que cet article, lu seul, dit du cas.")
    extrait: Texte | None = Field(default=None, description="Premiers mots du paragraphe à citer; absent : tout l'article.")


class Condition(Modele, title="Une condition"):
    """Something to do or to make sure of: a sentence to tick."""

    id: Id = Field(description="Identifiant, employé dans les règles.")
    etape: CodeEtape = Field(
        description="Quand la remplir : avant de communiquer, pendant ou après; « conseil » si le texte le recommande, « demander » s'il se tait."
    )
    marque: CodeForce | None = Field(default=None, description="La force en cause, si son premier article en a plusieurs.")
    texte: Texte = Field(description="La phrase à cocher, le verbe en premier.")
    affiche: Texte | None = Field(default=None, description="La même chose en peu de mots, si l'affiche doit la rappeler.")
    reserve: Texte | None = Field(
        default=None, description="Le même doute en quelques mots, affichés à côté de chaque « Oui » des moyens de son « quand »."
    )
    articles: Renvois = Field(description="Articles qui la posent.")
    quand: Quand = Field(default=Quand(), description="Où elle vaut, parmi les règles qui la nomment; absent : partout.")
    formulaires: list[IdFormulaire] = Field(default=[], description="Documents à employer.")
    echeances: list[IdEcheance] = Field(default=[], description="Échéances à respecter.")

    @model_validator(mode="after")
    def of_some_means(self) -> Self:
        """Ask of which means it doubts, if a few words say so beside each « oui »."""
        if self.reserve and not self.quand.plateformes:
            remedy = "nommez-les sous « quand », dans « plateformes: », ou retirez cette ligne"
            raise wrong("rien ne dit à côté de quels moyens afficher « reserve »", remedy)
        return self


class Regle(Modele, title="Une règle"):
    """One rule: when it applies, what it answers, why and on which conditions."""

    id: Id = Field(description="Identifiant de la règle.")
    quand: Quand = Field(description="Quand elle s'applique.")
    verdict: CodeVerdict = Field(description="La réponse.")
    reponse: Texte = Field(description="La réponse en une phrase ou deux.")
    articles: list[Appui] = Field(min_length=1, description="Articles sur lesquels elle repose, et ce que dit chacun.")
    conditions: list[IdCondition] = Field(default=[], description="Conditions à remplir, dans l'ordre.")
    points: list[IdContradiction] = Field(default=[], description="Points à clarifier dont elle dépend.")


class Ensemble(Modele, title="Deux articles qui vont ensemble"):
    """Two clauses of which neither is told without the other."""

    premier: Renvoi = Field(description="Un article.")
    second: Renvoi = Field(description="Celui sans lequel il tromperait.")


class MotsGardes(Modele, title="Des mots à garder"):
    """The words that what rests on a clause says, where it speaks of what they are about."""

    article: Renvoi = Field(description="L'article dont les mots comptent.")
    si: Texte = Field(description="Le mot qui les appelle, dans un texte qui repose sur cet article.")
    mots: list[Texte] = Field(min_length=1, description="Ceux que ce texte doit alors dire aussi.")


class FichierRegles(Modele, title="Les règles de « Puis-je? »"):
    """The whole file."""

    conditions: list[Condition] = Field(description="Les conditions, chacune écrite une fois.")
    ensemble: list[Ensemble] = Field(default=[], description="Les articles qui vont ensemble.")
    mots_gardes: list[MotsGardes] = Field(default=[], description="Les mots qu'un texte garde, quand il parle de ce qu'ils précisent.")
    regles: list[Regle] = Field(min_length=1, description="Les règles; leur ordre ne compte pas.")
