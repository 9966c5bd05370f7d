"""`data/relectures.yml`: for each clause, the words against which what rests on it was last read."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import Field, model_validator

from macros.model.base import IdAvis, Modele, Mot, Renvoi, wrong

CodeSens = Literal["inchange", "change", "autre"]


class Empreinte(Mot):
    """The fingerprint of a clause's words."""

    forme = re.compile(r"[0-9a-f]{12}")
    attendu = "recopiez la ligne que donne la vérification"


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
    def announced(self) -> Self:
        """Ask for the notice of a meaning that changed, and for it alone."""
        if (self.sens == "change") != (self.avis is not None):
            raise wrong("« sens: change » et « avis » vont ensemble", "donnez l'identifiant de l'avis de data/avis.yml qui annonce ce changement")
        return self

    @model_validator(mode="after")
    def same_meaning_since(self) -> Self:
        """Ask for the first words of a meaning that did not change, and for them alone."""
        if (self.sens == "inchange") != (self.depuis is not None):
            raise wrong("« sens: inchange » et « depuis » vont ensemble", "recopiez la ligne que donne la vérification")
        return self


class FichierRelectures(Modele, title="Les relectures"):
    """The whole file."""

    relectures: list[Relecture] = Field(description="Une ligne par article, dans l'ordre des textes.")

    def sense(self, reference: str, words: str) -> str:
        """Return the mark of what a clause means, given that of its words: that of the first words that meant the same."""
        known = next((one for one in self.relectures if one.article == reference and one.mots == words), None)
        return str(known.depuis) if known and known.depuis else words
