"""`data/relectures.yml`: for each clause, the words against which what rests on it was last read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field, model_validator

from macros.model.base import IdAvis, Modele, Mot, Renvoi, wrong

# Of a line that is not as it was given: the check gives none while there is one.
AGAIN = "rétablissez la ligne à partir de l'historique du dépôt, ou supprimez-la : la vérification donnera alors celle à écrire"

CodeSens = Literal["inchange", "change", "autre"]


@dataclass(frozen=True)
class SenseMeaning:
    """What goes with what became of a meaning: a key, and what to write there; `moved` says that the number is another clause's."""

    key: Literal["", "avis", "depuis"] = ""
    remedy: str = ""
    moved: bool = False


SENSES: Mapping[CodeSens, SenseMeaning] = {
    "change": SenseMeaning("avis", "donnez l'identifiant de l'avis de data/avis.yml qui annonce ce changement"),
    "inchange": SenseMeaning("depuis", AGAIN),
    "autre": SenseMeaning(moved=True),
}


class Empreinte(Mot):
    """The fingerprint of a clause's words."""

    forme = re.compile(r"[0-9a-f]{12}")
    attendu = AGAIN

    @classmethod
    def meant(cls, value: str) -> str | None:
        """Return a mark in small letters, if that is all that it lacks."""
        return found if cls.forme.fullmatch(found := value.lower()) else None

    @classmethod
    def remede(cls, value: str) -> str:
        """Return this mark, or where the line is found."""
        return f"écrivez « {found} »" if (found := cls.meant(value)) else cls.attendu


class Relecture(Modele, title="Une relecture"):
    """The words of a clause against which what rests on it was last read, and what became then of its meaning."""

    article: Renvoi = Field(description="L'article.")
    mots: Empreinte = Field(description="Marque des mots relus : elle change avec eux.")
    sens: CodeSens | None = Field(
        default=None, description="Ce que devient le sens : « inchange », « change », ou « autre » si le numéro est celui d'un autre article."
    )
    depuis: Empreinte | None = Field(default=None, description="Marque des premiers mots qui avaient ce sens, s'il est inchangé.")
    avis: IdAvis | None = Field(default=None, description="L'avis de data/avis.yml qui annonce le changement, si le sens a changé.")

    @model_validator(mode="after")
    def with_its_key(self) -> Self:
        """Ask for the key that goes with what became of the meaning, and for it alone."""
        for sens, meaning in SENSES.items():
            if meaning.key and (self.sens == sens) != (getattr(self, meaning.key) is not None):
                raise wrong(f"« sens: {sens} » et « {meaning.key} » vont ensemble", meaning.remedy)
        return self


class FichierRelectures(Modele, title="Les relectures"):
    """The whole file."""

    relectures: list[Relecture] = Field(description="Une ligne par article, dans l'ordre des textes.")

    def sense(self, reference: str, words: str) -> str:
        """Return the mark of what a clause means, given that of its words: that of the first words that meant the same."""
        known = next((one for one in self.relectures if one.article == reference and one.mots == words), None)
        return str(known.depuis) if known and known.depuis else words
