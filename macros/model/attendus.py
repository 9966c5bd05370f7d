"""`data/attendus.yml`: what must stay true of the content, whoever changes it."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import (
    Id,
    IdCondition,
    IdContradiction,
    IdEcheance,
    IdFormulaire,
    IdPlateforme,
    IdTexte,
    Jour,
    Modele,
    Nombre,
    OuiNon,
    Renvoi,
    Texte,
)
from macros.model.formulaires import CodePart
from macros.model.genres import CodeGenre
from macros.model.listes import CodeForce
from macros.model.plateformes import CodeStatut
from macros.model.regles import CodeContenu, CodePublic, CodeVerdict


class ReponseAttendue(Modele, title="Une réponse attendue"):
    """The answer that the rules must give to a question on a day."""

    plateforme: IdPlateforme = Field(description="Par quel moyen.")
    destinataire: CodePublic = Field(description="À qui l'on s'adresse.")
    contenu: CodeContenu = Field(description="Ce que l'on communique.")
    jour: Jour = Field(description="Le jour où la question est posée.")
    verdict: CodeVerdict = Field(description="La réponse attendue ce jour-là.")
    articles: list[Renvoi] = Field(default=[], description="Articles que la réponse doit citer; elle peut en citer d'autres.")
    sans_articles: list[Renvoi] = Field(default=[], description="Articles qu'elle ne doit pas citer.")
    conditions: list[IdCondition] = Field(default=[], description="Conditions qu'elle doit avoir.")
    formulaires: list[IdFormulaire] = Field(default=[], description="Documents qu'elle doit demander.")
    echeances: list[IdEcheance] = Field(default=[], description="Échéances qu'elle doit rappeler.")
    points: list[IdContradiction] = Field(default=[], description="Points à clarifier dont elle doit dépendre.")


class StatutAttendu(Modele, title="Un statut attendu"):
    """The status that a platform must have on a day."""

    plateforme: IdPlateforme = Field(description="La plateforme.")
    destinataire: CodePublic = Field(description="À qui l'on s'adresse.")
    jour: Jour = Field(description="Le jour.")
    statut: CodeStatut = Field(description="Le statut attendu ce jour-là.")


class ChampAttendu(Modele, title="Un champ attendu"):
    """What a field of a letter or form must stay."""

    id: Id = Field(description="Le champ.")
    qui: CodePart | None = Field(default=None, description="Qui doit le remplir.")
    genre: CodeGenre | None = Field(default=None, description="Ce qu'on doit y écrire.")
    libelle: Texte | None = Field(default=None, description="Son nom, comme il se lit.")
    options: list[Texte] = Field(default=[], description="Toutes les réponses qu'il doit offrir, dans l'ordre.")


class DocumentAttendu(Modele, title="Ce qu'un document doit rester"):
    """What a letter or form must keep, and what it must never say."""

    formulaire: IdFormulaire = Field(description="Le document.")
    garde: list[Texte] = Field(default=[], description="Mots que le document doit garder, chacun écrit comme il s'y lit.")
    evite: list[Texte] = Field(default=[], description="Mots qu'il ne doit pas employer.")
    numeros: Nombre | None = Field(default=None, description="Nombre de points de ses listes numérotées.")
    champs: list[ChampAttendu] = Field(default=[], description="Champs qu'il doit garder.")
    champs_seuls: OuiNon = Field(default=False, description="Ne doit-il avoir aucun autre champ?")


class TexteAttendu(Modele, title="Les articles d'un texte"):
    """The clauses that a text must have."""

    texte: IdTexte = Field(description="Le texte.")
    articles: list[Texte] = Field(min_length=1, description="Ses articles, dans l'ordre : numéro et titre, comme ils paraissent.")


class ForceAttendue(Modele, title="Les forces d'un article"):
    """The forces that a clause must have."""

    article: Renvoi = Field(description="L'article.")
    forces: list[CodeForce] = Field(min_length=1, description="Ses forces, dans l'ordre des lignes sous son titre.")


class FichierAttendus(Modele, title="Ce qui doit rester vrai"):
    """The whole file."""

    reponses: list[ReponseAttendue] = Field(description="Réponses que les règles doivent donner.")
    statuts: list[StatutAttendu] = Field(default=[], description="Statuts que les plateformes doivent avoir.")
    documents: list[DocumentAttendu] = Field(description="Ce que les lettres et les formulaires doivent rester.")
    ordre: list[IdFormulaire] = Field(default=[], description="Tous les documents, dans l'ordre de leur liste.")
    textes: list[TexteAttendu] = Field(description="Articles que les textes doivent avoir.")
    forces: list[ForceAttendue] = Field(default=[], description="Forces que des articles doivent avoir.")
