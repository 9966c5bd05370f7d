"""`data/encadrements.yml`: the register of the texts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.model.base import AdresseWeb, Id, IdOrganisation, Jour, Modele, Nombre, OuiNon, Renvoi, Texte


class DateRepere(Modele, title="Une date"):
    """A date of a text, or what the text says where it gives no date."""

    quoi: Texte = Field(description="Ce que la date marque, par exemple « Entrée en vigueur ».")
    jour: Jour | None = Field(default=None, description="La date, si le texte la donne.")
    precision: Texte | None = Field(default=None, description="Ce que le texte dit à la place d'une date.")
    article: Renvoi | None = Field(default=None, description="Article qui la fixe, si elle n'est pas dans l'en-tête.")


class Repere(Modele, title="Une ligne de l'en-tête"):
    """A fact of the text's own header."""

    nom: Texte = Field(description="Nom de la ligne, par exemple « Service responsable ».")
    valeur: Texte = Field(description="Ce qui y est écrit.")


class Encadrement(Modele, title="Un texte"):
    """One of the published texts."""

    id: Id = Field(description="Identifiant : le nom de la page dans docs/encadrements/.")
    titre: Texte = Field(description="Titre officiel.")
    titre_court: Texte = Field(description="Nom employé dans les menus et les renvois.")
    organisation: IdOrganisation = Field(description="Organisation qui l'a adopté.")
    genre: Literal["directive", "note de service", "politique"] = Field(description="Genre de texte.")
    numero: Texte | None = Field(default=None, description="Numéro ou résolution, si le texte en porte un.")
    dates: list[DateRepere] = Field(min_length=1, description="Dates du texte.")
    vise: Texte = Field(description="Qui le texte vise.")
    article_vise: Renvoi | None = Field(default=None, description="Article qui fixe qui est visé.")
    oblige_personnel: OuiNon = Field(description="Le texte oblige-t-il le personnel de l'organisation dont c'est le site ?")
    couverture: OuiNon = Field(description="Chaque obligation et chaque interdiction doit-elle avoir sa question dans les autoévaluations ?")
    delai_avis: Nombre | None = Field(
        default=None, description="Jours qui vont d'un avis de modification à son entrée en vigueur, si un texte le dit."
    )
    texte_adopte: AdresseWeb | None = Field(default=None, description="Adresse du texte adopté, si elle est connue.")
    reperes: list[Repere] = Field(default=[], description="Autres lignes de l'en-tête du texte.")


class FichierEncadrements(Modele, title="Les textes"):
    """The whole file."""

    encadrements: list[Encadrement] = Field(min_length=1, description="Les textes, dans l'ordre du menu.")
