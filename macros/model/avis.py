"""`data/avis.yml`: the changes of the texts that are announced: what changes, from which day, in which words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from pydantic import Field, model_validator

from macros.model.base import Id, IdTexte, Jour, Modele, Renvoi, Texte, wrong


class ArticleModifie(Modele, title="Un article modifié"):
    """A clause that changes, with the words that its page does not have: those to come, or those of before."""

    article: Renvoi = Field(description="L'article.")
    ancien: list[Texte] = Field(default=[], description="Ses mots avant ce jour, un paragraphe par ligne; absent : ceux de sa page.")
    nouveau: list[Texte] = Field(default=[], description="Ses mots à partir de ce jour, un paragraphe par ligne; absent : ceux de sa page.")

    @model_validator(mode="after")
    def two_wordings(self) -> Self:
        """Refuse a change of which one wording alone is known."""
        if not self.ancien and not self.nouveau:
            raise wrong("cet article n'a ni « ancien » ni « nouveau »", "donnez les mots que sa page n'a pas : ceux d'avant, ou ceux à venir")
        return self

    def differs_from(self, former: ArticleModifie) -> bool:
        """Tell whether it is another clause, or has other words to come or of before."""
        words = ((self.ancien, former.ancien), (self.nouveau, former.nouveau))
        return self.article != former.article or any(now and then and now != then for now, then in words)


class Avis(Modele, title="Un avis"):
    """A change announced."""

    id: Id = Field(description="Identifiant, qui finit l'adresse de l'avis.")
    objet: Texte = Field(description="Objet général de la modification.")
    encadrement: IdTexte = Field(description="Le texte modifié.")
    publie_le: Jour = Field(description="Jour où l'avis paraît.")
    corrige_le: Jour | None = Field(default=None, description="Jour où l'avis paru a été corrigé, s'il l'a été; le dernier, s'il y en a plusieurs.")
    en_vigueur: Jour = Field(description="Premier jour de la modification.")
    texte: Texte = Field(description="Ce qui change, en quelques phrases.")
    delai_court: Texte | None = Field(default=None, description="Pourquoi le délai est plus court que ne le prévoit le texte, s'il l'est.")
    articles: list[ArticleModifie] = Field(min_length=1, description="Articles modifiés.")

    @model_validator(mode="after")
    def announced_before(self) -> Self:
        """Refuse a change that holds before it is announced, and a correction of what has not appeared."""
        if self.en_vigueur < self.publie_le:
            raise wrong(f"la modification vaut dès le {self.en_vigueur}, avant l'avis du {self.publie_le}", "corrigez l'un des deux jours")
        if self.corrige_le and self.corrige_le < self.publie_le:
            raise wrong(f"l'avis est corrigé le {self.corrige_le}, avant de paraître le {self.publie_le}", "corrigez l'un des deux jours")
        return self

    @property
    def said_on(self) -> date:
        """The day since which the notice says what it says."""
        return self.corrige_le or self.publie_le

    def differs_from(self, former: Avis) -> bool:
        """Tell whether the notice announces otherwise than it did, were it in the words to come alone; those that change places are no others."""
        same = all(getattr(self, key) == getattr(former, key) for key in ("objet", "encadrement", "publie_le", "en_vigueur", "texte", "delai_court"))
        pairs = zip(self.articles, former.articles, strict=False)
        return not same or len(self.articles) != len(former.articles) or any(now.differs_from(then) for now, then in pairs)

    @property
    def delai(self) -> int:
        """How many days go from the notice to the change."""
        return (self.en_vigueur - self.publie_le).days

    @property
    def veille(self) -> date:
        """The last day before the change."""
        return self.en_vigueur - timedelta(days=1)

    def a_venir(self, day: date) -> bool:
        """Tell whether the change is still to come on a day."""
        return day < self.en_vigueur


class FichierAvis(Modele, title="Les avis de modification"):
    """The whole file."""

    avis: list[Avis] = Field(description="Les avis, le plus récent en premier.")
