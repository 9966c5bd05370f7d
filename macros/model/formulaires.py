"""`data/formulaires.yml`: the documents that the texts call for, and whether a text gives their wording."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, Modele, Renvoi, Renvois, Texte


class Formulaire(Modele):
    """A document to fill in, to write or to have signed."""

    id: Id = Field(description="Identifiant du document.")
    titre: Texte = Field(description="Nom du document, avec une majuscule.")
    articles: Renvois = Field(description="Articles qui le demandent.")
    modele: Renvoi | None = Field(default=None, description="Article qui en donne le texte, s'il y en a un.")
    contenu: Texte = Field(description="Ce qu'il contient, en une phrase.")


class FichierFormulaires(Modele):
    """The whole file."""

    formulaires: list[Formulaire] = Field(min_length=1, description="Les documents, dans l'ordre où on les emploie.")
