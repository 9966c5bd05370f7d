"""`data/accueil.yml`: what the home page recalls of the school year."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Modele, Renvois, Texte


class Etape(Modele):
    """A moment of the year and the clauses to read then."""

    moment: Texte = Field(description="Le moment, par exemple « Au plus tard le 30 juin ».")
    articles: Renvois = Field(description="Articles à lire à ce moment.")


class FichierAccueil(Modele):
    """The whole file."""

    etapes: list[Etape] = Field(min_length=1, description="Les moments, dans l'ordre de l'année.")
