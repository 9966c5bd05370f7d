"""`data/organisations.yml`: the bodies that adopted the texts, and who to ask."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import AdresseWeb, Courriel, Id, IdOrganisation, Modele, Renvoi, Texte


class Organisation(Modele, title="Une organisation"):
    """A body that adopted a text."""

    id: Id = Field(description="Identifiant de l'organisation.")
    nom: Texte = Field(description="Nom complet.")
    sigle: Texte = Field(description="Sigle.")
    article: Renvoi = Field(description="Article qui la nomme.")


class Contact(Modele, title="Un contact"):
    """A person or department that answers a kind of question."""

    id: Id = Field(description="Identifiant du contact.")
    nom: Texte = Field(description="Fonction ou service, jamais le nom d'une personne.")
    organisation: IdOrganisation = Field(description="Organisation dont il fait partie.")
    pour: Texte = Field(description="Ce qu'on peut lui demander.")
    courriel: Courriel | None = Field(default=None, description="Adresse de courriel, si un texte la donne.")
    article: Renvoi = Field(description="Article qui lui confie ce rôle.")


class FichierOrganisations(Modele, title="Les organisations et les contacts"):
    """The whole file."""

    site: IdOrganisation = Field(description="Organisation à qui appartient le site.")
    forge: AdresseWeb | None = Field(
        default=None, description="Adresse où la forge ouvre un fichier pour le modifier, jusqu'à son nom exclu ; absente : aucun lien ne le propose."
    )
    organisations: list[Organisation] = Field(min_length=1, description="Organisations qui ont adopté les textes.")
    contacts: list[Contact] = Field(min_length=1, description="À qui poser une question.")
