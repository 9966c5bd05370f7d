"""`data/attendus.yml`: what must stay true of the content, whoever changes it."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import IdFormulaire, IdPlateforme, IdTexte, Jour, Modele, Renvoi, Texte, Textes
from macros.model.regles import CodeContenu, CodePublic, CodeVerdict


class ReponseAttendue(Modele, title="Une réponse attendue"):
    """The answer that the rules must give to a question on a day."""

    plateforme: IdPlateforme = Field(description="Par quel moyen.")
    destinataire: CodePublic = Field(description="À qui l'on s'adresse.")
    contenu: CodeContenu = Field(description="Ce que l'on communique.")
    jour: Jour = Field(description="Le jour où la question est posée.")
    verdict: CodeVerdict = Field(description="La réponse attendue ce jour-là.")
    articles: list[Renvoi] = Field(default=[], description="Articles que la réponse doit citer ; elle peut en citer d'autres.")


class DocumentAttendu(Modele, title="Les mots d'un document"):
    """The words that a letter or form must keep."""

    formulaire: IdFormulaire = Field(description="Le document.")
    garde: Textes = Field(description="Mots que le document doit garder, chacun écrit comme il s'y lit.")


class TexteAttendu(Modele, title="Les articles d'un texte"):
    """The clauses that a text must have."""

    texte: IdTexte = Field(description="Le texte.")
    articles: list[Texte] = Field(min_length=1, description="Ses articles, dans l'ordre : numéro et titre, comme ils paraissent.")


class FichierAttendus(Modele, title="Ce qui doit rester vrai"):
    """The whole file."""

    reponses: list[ReponseAttendue] = Field(description="Réponses que les règles doivent donner.")
    documents: list[DocumentAttendu] = Field(description="Mots que les lettres et les formulaires doivent garder.")
    textes: list[TexteAttendu] = Field(description="Articles que les textes doivent avoir.")
