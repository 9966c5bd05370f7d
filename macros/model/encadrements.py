"""`data/encadrements.yml`: the register of the texts."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from macros.days import long_date
from macros.model.base import AdresseWeb, Id, IdOrganisation, Jour, Modele, Nombre, OuiNon, Renvoi, Texte, wrong


class DateRepere(Modele, title="Une date"):
    """A date of a text, or what the text says where it gives no date."""

    quoi: Texte = Field(description="Ce que la date marque, par exemple « Entrée en vigueur ».")
    jour: Jour | None = Field(default=None, description="La date, si le texte la donne.")
    precision: Texte | None = Field(default=None, description="Ce que le texte dit à la place d'une date.")
    article: Renvoi | None = Field(default=None, description="Article qui la fixe, si elle n'est pas dans l'en-tête.")
    premier_jour: OuiNon = Field(default=False, description="Est-ce le premier jour dont le site répond? Une seule date du registre le dit.")

    @model_validator(mode="after")
    def said_once(self) -> Self:
        """Refuse what says no day, and what says one twice: the page would show nothing, or both."""
        if not self.jour and not self.precision:
            raise wrong("cette date n'a ni « jour » ni « precision »", "donnez la date, ou ce que le texte dit à sa place")
        if self.jour and self.precision:
            raise wrong("cette date a « jour » et « precision »", "gardez l'un des deux")
        if self.premier_jour and not self.jour:
            raise wrong("le premier jour dont le site répond n'a pas de « jour »", "donnez la date, ou supprimez « premier_jour: oui »")
        return self

    @property
    def en_mots(self) -> str:
        """The day in words, or what the text says in its place."""
        return long_date(self.jour) if self.jour else str(self.precision)


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
    oblige_personnel: OuiNon = Field(description="Le texte oblige-t-il le personnel de l'organisation dont c'est le site?")
    couverture: OuiNon = Field(description="Chaque obligation, interdiction, demande et limite doit-elle avoir sa question d'autoévaluation?")
    delai_avis: Nombre | None = Field(
        default=None, description="Jours qui vont d'un avis de modification à son entrée en vigueur, si un texte le dit."
    )
    texte_adopte: AdresseWeb | None = Field(default=None, description="Adresse du texte adopté, si elle est connue.")
    reperes: list[Repere] = Field(default=[], description="Autres lignes de l'en-tête du texte.")

    @property
    def date_principale(self) -> DateRepere:
        """The date that tells its version: the first of the file."""
        return self.dates[0]


class FichierEncadrements(Modele, title="Les textes"):
    """The whole file."""

    encadrements: list[Encadrement] = Field(min_length=1, description="Les textes, dans l'ordre du menu.")
