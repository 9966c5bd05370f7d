"""`data/collecte.yml` and `data/logiciels.yml`: what the privacy policy lists."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, Modele, OuiNon, Renvoi, Texte


class Moyen(Modele, title="Un moyen de collecte"):
    """A technological means by which personal information is collected."""

    id: Id = Field(description="Identifiant du moyen.")
    moyen: Texte = Field(description="Nom du moyen.")
    article: Renvoi = Field(description="Article qui le décrit.")
    automatique: OuiNon = Field(description="Les renseignements sont-ils recueillis automatiquement?")
    precisions: list[Texte] = Field(default=[], description="Exemples d'appareils ou de logiciels nommés par la politique.")
    renseignements: list[Texte] = Field(min_length=1, description="Renseignements recueillis.")
    exhaustif: OuiNon = Field(description="La liste des renseignements est-elle complète?")
    fins: Texte | None = Field(default=None, description="À quoi ils servent, si la politique le dit.")
    acces: list[Texte] = Field(min_length=1, description="Qui peut y avoir accès.")
    condition_acces: Texte | None = Field(default=None, description="À quelle condition.")
    demande: Texte | None = Field(default=None, description="Comment demander l'accès, si la politique le dit.")


class FichierCollecte(Modele, title="Les renseignements recueillis"):
    """The whole file."""

    moyens: list[Moyen] = Field(description="Les moyens, dans l'ordre de la politique.")


class Logiciel(Modele, title="Un logiciel"):
    """A piece of software."""

    nom: Texte = Field(description="Nom du logiciel.")
    remarque: Texte | None = Field(default=None, description="Ce qu'il faut savoir de cette ligne.")


class Famille(Modele, title="Une famille de logiciels"):
    """A group of software."""

    nom: Texte = Field(description="Nom de la famille.")
    logiciels: list[Logiciel] = Field(min_length=1, description="Logiciels de la famille.")


class FichierLogiciels(Modele, title="Les logiciels"):
    """The whole file."""

    article: Renvoi = Field(description="Annexe qui donne la liste.")
    familles: list[Famille] = Field(description="Les familles, dans l'ordre de la politique.")
