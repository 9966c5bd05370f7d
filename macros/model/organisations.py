"""`data/organisations.yml`: the bodies that adopted the texts, and who to ask."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from macros.model.base import AdresseWeb, Courriel, Id, IdOrganisation, Modele, Mot, Renvoi, Texte

Determinant = Literal["le", "la", "l'"]
# A masculine determiner, and what it becomes before a name whose own is « la » or « l' ».
AGREEMENTS: Mapping[str, Mapping[Determinant, str]] = {
    "le": {"le": "le ", "la": "la ", "l'": "l’"},
    "du": {"le": "du ", "la": "de la ", "l'": "de l’"},
    "au": {"le": "au ", "la": "à la ", "l'": "à l’"},
}


def with_determinant(masculine: str, determinant: Determinant, name: str) -> str:
    """Return a name after « le », « du » or « au », with or without a capital, as it agrees with the name's own determiner."""
    agreed = AGREEMENTS[masculine.lower()][determinant]
    return (agreed if masculine.islower() else agreed.capitalize()) + name


class Couleur(Mot):
    """A colour, written `#242c72`."""

    forme = re.compile(r"#[0-9a-fA-F]{6}")
    attendu = 'écrivez un dièse et six chiffres ou lettres de a à f, entre guillemets, sous la forme "#242c72"'


class Image(Mot):
    """A picture of `docs/`, or one of the theme's (`assets/site/`)."""

    forme = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.(?:svg|png|webp)")
    attendu = "donnez le chemin d'une image à partir de docs/, par exemple images/logo.png"


class Couleurs(Modele, title="Les couleurs de l'en-tête et du pied de page"):
    """The colours of the organisation; white is written on each."""

    principale: Couleur = Field(description="Couleur de l'en-tête.")
    foncee: Couleur = Field(description="Couleur du pied de page et du début de l'accueil, plus foncée.")
    claire: Couleur = Field(description="Couleur du milieu de l'accueil.")
    vive: Couleur = Field(description="Couleur de la fin de l'accueil.")


class Organisation(Modele, title="Une organisation"):
    """A body that adopted a text."""

    id: Id = Field(description="Identifiant de l'organisation.")
    nom: Texte = Field(description="Nom complet.")
    sigle: Texte = Field(description="Sigle.")
    determinant: Determinant = Field(default="le", description="Déterminant du nom et du sigle (le, la, l'); absent : le.")
    article: Renvoi = Field(description="Article qui la nomme.")

    @property
    def nom_et_sigle(self) -> str:
        """The name, then the acronym."""
        return f"{self.nom} ({self.sigle})"

    @property
    def le(self) -> str:
        """The acronym after « le »."""
        return with_determinant("le", self.determinant, self.sigle)

    @property
    def du(self) -> str:
        """The acronym after « du »."""
        return with_determinant("du", self.determinant, self.sigle)


class Contact(Modele, title="Un contact"):
    """A person or department that answers a kind of question."""

    id: Id = Field(description="Identifiant du contact.")
    nom: Texte = Field(description="Fonction ou service, jamais le nom d'une personne.")
    organisation: IdOrganisation = Field(description="Organisation dont il fait partie.")
    pour: Texte = Field(description="Ce qu'on peut lui demander.")
    courriel: Courriel | None = Field(default=None, description="Adresse de courriel, si un texte la donne.")
    article: Renvoi = Field(description="Article qui lui confie ce rôle.")
    autres_articles: list[Renvoi] = Field(default=[], description="Autres articles qui disent ce qu'on peut lui demander.")


class FichierOrganisations(Modele, title="Les organisations et les contacts"):
    """The whole file."""

    site: IdOrganisation = Field(description="Organisation à qui appartient le site.")
    titre: Texte = Field(description="Nom du site.")
    resume: Texte = Field(description="Ce que le site contient, en une phrase, pour les moteurs de recherche.")
    logo: Image | None = Field(default=None, description="Logo du site : une image de docs/ ou du thème; absent : un dessin neutre.")
    couleurs: Couleurs | None = Field(default=None, description="Couleurs du site; absentes : celles du thème.")
    forge: AdresseWeb | None = Field(
        default=None, description="Adresse où la forge ouvre un fichier pour le modifier, jusqu'à son nom exclu; absente : aucun lien ne le propose."
    )
    organisations: list[Organisation] = Field(min_length=1, description="Organisations qui ont adopté les textes.")
    contacts: list[Contact] = Field(min_length=1, description="À qui poser une question.")
