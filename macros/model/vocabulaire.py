"""`data/vocabulaire.yml`: the name, the icon, the tone and the meaning of each code used in the data."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from macros.model.base import Id, Modele, Mot, Texte

# The colours of what is shown: one may, one must ask first, with care, one may not, nothing is said.
CodeTon = Literal["bon", "demande", "prudence", "arret", "neutre"]


class MotSeul(Mot):
    """A word alone, as one types it."""

    forme = re.compile(r"[^\W_]+")
    attendu = "écrivez un seul mot, sans blanc ni autre signe"


class Mention(Modele, title="Ce qui est montré pour un code"):
    """What is shown for a code."""

    id: Id = Field(description="Code employé dans les données.")
    nom: Texte = Field(description="Nom affiché.")
    icone: Id = Field(description="Nom d'une icône Material Design (voir pictogrammers.com).")
    sens: Texte = Field(description="Ce que la mention veut dire, en une phrase.")


class MentionDeForce(Mention, title="Ce qui est montré pour une force"):
    """What is shown for a force."""

    pluriel: Texte | None = Field(default=None, description="Nom au pluriel, pour compter les manques à une force qui oblige.")
    ton: CodeTon | None = Field(default=None, description="Ton, qui donne ses couleurs; absent : celle des liens.")
    mots: list[Texte] = Field(default=[], description="Mots qui disent cette force : une feuille ne les emploie que si l'un de ses articles l'a.")


class MentionColoree(Mention, title="Ce qui est montré pour un jugement"):
    """What is shown for a code that is a judgement."""

    ton: CodeTon = Field(description="Ton, qui donne ses couleurs : bon, demande, prudence, arret ou neutre.")


class FichierVocabulaire(Modele, title="Les mots et les icônes des codes"):
    """The whole file."""

    forces: list[MentionDeForce] = Field(min_length=1, description="Forces des articles.")
    statuts: list[MentionColoree] = Field(min_length=1, description="Statuts des plateformes.")
    destructions: list[MentionColoree] = Field(min_length=1, description="Règles de destruction des données.")
    verdicts: list[MentionColoree] = Field(min_length=1, description="Réponses de la page « Puis-je? ».")
    etapes: list[Mention] = Field(min_length=1, description="Quand remplir une condition.")
    contenus: list[Mention] = Field(min_length=1, description="Ce que l'on communique.")
    publics: list[Mention] = Field(min_length=1, description="À qui l'on s'adresse.")
    synonymes: list[list[MotSeul]] = Field(default=[], description="Mots que l'on tape l'un pour l'autre dans la recherche, par groupes.")
