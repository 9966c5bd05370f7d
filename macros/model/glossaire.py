"""`data/glossaire.yml`: which words are defined, and by which clause; the definition stays in the clause."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, Modele, Renvoi, Texte


class Terme(Modele, title="Un terme"):
    """A defined word."""

    id: Id = Field(description="Identifiant du terme.")
    terme: Texte = Field(description="Le terme, comme l'article le définit.")
    variantes: list[Texte] = Field(default=[], description="Autres formes à reconnaître dans les textes (pluriel, sigle).")
    pas_devant: list[Texte] = Field(default=[], description="Mots qui, juste après le terme, lui donnent un autre sens.")
    article: Renvoi = Field(description="Article qui le définit; sa définition est lue dans cet article.")


class FichierGlossaire(Modele, title="Le glossaire"):
    """The whole file."""

    termes: list[Terme] = Field(description="Les termes définis.")
