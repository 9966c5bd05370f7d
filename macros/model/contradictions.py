"""`data/contradictions.yml`: where the texts conflict, are silent or surprise; the site never chooses."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, IdContact, IdPlateforme, Modele, Renvoi, Texte
from macros.model.regles import CodeContenu, CodePublic


class Position(Modele, title="Ce que dit un article"):
    """What one clause says, or does not say."""

    article: Renvoi = Field(description="Article en cause.")
    dit: Texte = Field(description="Ce que l'article dit, en une phrase.")


class Contradiction(Modele, title="Un point à clarifier"):
    """One conflict or silence."""

    id: Id = Field(description="Identifiant.")
    titre: Texte = Field(description="Le point en cause, en quelques mots.")
    positions: list[Position] = Field(min_length=1, description="Ce que dit chaque texte.")
    entre_temps: Texte = Field(description="Ce que montre le site en attendant une réponse.")
    demander_a: list[IdContact] = Field(min_length=1, description="À qui poser la question.")
    plateformes: list[IdPlateforme] = Field(default=[], description="Plateformes concernées.")
    destinataires: list[CodePublic] = Field(default=[], description="Destinataires concernés; absent : tous.")
    contenus: list[CodeContenu] = Field(default=[], description="Contenus concernés; absent : tous.")


class FichierContradictions(Modele, title="Les points à clarifier"):
    """The whole file."""

    contradictions: list[Contradiction] = Field(description="Les points à clarifier.")
