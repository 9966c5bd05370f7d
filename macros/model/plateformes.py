"""`data/plateformes/<id>.yml`: one means of communication, what may be done with it and since when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from macros.model.base import Fiche, IdContradiction, IdPlateforme, Jour, Modele, Nombre, NomCherche, OuiNon, Renvoi, Renvois, Texte

CodeStatut = Literal["approuvee", "permise", "autorisation", "toleree", "proscrite", "a-clarifier", "hors-champ"]
CodeDestruction = Literal["obligatoire", "exemptee", "a-clarifier", "hors-champ"]


class Statut(Modele, title="Un statut"):
    """What holds from one day to another, both included."""

    statut: CodeStatut = Field(description="Le statut.")
    du: Jour = Field(description="Premier jour.")
    au: Jour | None = Field(default=None, description="Dernier jour, inclus; absent : le statut dure encore.")
    articles: Renvois = Field(description="Articles qui fixent ce statut.")
    conditions: list[Texte] = Field(default=[], description="À quelles conditions.")
    portee: Texte | None = Field(default=None, description="Limite courte, affichée à côté du statut.")
    point: IdContradiction | None = Field(default=None, description="Point à clarifier dont ce statut dépend.")

    def en_vigueur(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.du <= day and (self.au is None or day <= self.au)


class Statuts(Modele, title="Les statuts, pour chaque public"):
    """The statuses for each audience, in order of date."""

    parents: list[Statut] = Field(min_length=1, description="Pour communiquer avec les parents.")
    eleves: list[Statut] = Field(min_length=1, description="Pour communiquer avec les élèves.")


class Raison(Modele, title="Une raison"):
    """Why the status is what it is."""

    texte: Texte = Field(description="Une phrase.")
    articles: Renvois = Field(description="Articles sur lesquels elle repose.")


class RangeeTableau(Modele, title="Une rangée de tableau"):
    """The platform's row in a table of a text: one of stakes, or one of advantages."""

    article: Renvoi = Field(description="Article dont le tableau a cette rangée.")
    intitule: Texte | None = Field(default=None, description="Titre de la rangée.")
    partage: IdPlateforme | None = Field(default=None, description="Plateforme dont elle partage la rangée.")
    enjeux: list[Texte] = Field(default=[], description="Enjeux, dans un tableau d'enjeux.")
    avantages: list[Texte] = Field(default=[], description="Avantages, dans un tableau d'avantages.")
    commentaires: list[Texte] = Field(default=[], description="Commentaires, dans un tableau d'avantages.")


class Destruction(Modele, title="Ce qu'il faut faire des données"):
    """What to do with the platform's data when the year ends."""

    regle: CodeDestruction = Field(description="Ce que l'article sur la destruction demande.")
    consigne: Texte = Field(description="Ce qu'il faut faire, en une ou deux phrases.")
    articles: Renvois = Field(description="Articles sur lesquels la consigne repose.")


class Remplacement(Modele, title="Un remplacement"):
    """Another platform that takes the place of this one, from a day on."""

    plateforme: IdPlateforme = Field(description="Plateforme qui la remplace.")
    du: Jour = Field(description="Premier jour du remplacement.")
    articles: Renvois = Field(description="Articles qui l'annoncent.")

    @property
    def veille(self) -> date:
        """The last day before the replacement."""
        return self.du - timedelta(days=1)


class Plateforme(Fiche, title="Une plateforme"):
    """One means of communication."""

    ordre: Nombre = Field(description="Rang dans les tableaux et les menus.")
    nom: Texte = Field(description="Nom affiché.")
    nom_usuel: Texte | None = Field(default=None, description="Nom que tout le monde emploie, s'il diffère du nom affiché.")
    aussi_appelee: list[NomCherche] = Field(default=[], description="Noms sous lesquels on la cherche : marques, graphies, argot, anglais.")
    noms_partages: list[NomCherche] = Field(default=[], description="Noms qui désignent à dessein plusieurs plateformes, dont celle-ci.")
    resume: Texte = Field(description="Ce que c'est, en une phrase.")
    statuts: Statuts = Field(description="Statuts datés, sans trou ni chevauchement.")
    raisons: list[Raison] = Field(min_length=1, description="Pourquoi ce statut.")
    tableau: RangeeTableau | None = Field(default=None, description="Rangée dans un tableau d'un texte.")
    tient_lieu: OuiNon = Field(default=False, description="Tient-elle lieu de toutes celles que les textes ne nomment pas? Une seule le fait.")
    destruction: Destruction = Field(description="Que faire de ses données quand l'année finit.")
    remplacer_par: list[IdPlateforme] = Field(default=[], description="Quoi employer à la place.")
    remplacee_par: Remplacement | None = Field(default=None, description="La plateforme qui prend sa place à partir d'un jour, s'il y en a une.")

    @property
    def usuel(self) -> str:
        """The name that people use."""
        return self.nom_usuel or self.nom

    @property
    def noms(self) -> list[str]:
        """All the names under which one may look for it, each once."""
        return list(dict.fromkeys([self.usuel, self.nom, *self.aussi_appelee, *self.noms_partages]))
