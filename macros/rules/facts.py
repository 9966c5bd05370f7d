"""What the rules are evaluated against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product
from typing import NamedTuple, get_args

from macros.model.base import Renvoi
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.meanings import STATUSES
from macros.model.plateformes import Plateforme, Statut
from macros.model.regles import Appui, CodeContenu, CodePublic, Condition, FichierRegles, Quand, Regle


class Combination(NamedTuple):
    """A question: by which means, to whom, what."""

    plateforme: str
    destinataire: str
    contenu: str

    def __str__(self) -> str:
        return ", ".join(self)


@dataclass(frozen=True)
class Facts:
    """The rules, the platforms by id, the first day of each text (None: it gives none), and the first day that the site answers for."""

    fichier: FichierRegles
    plateformes: dict[str, Plateforme]
    textes: dict[str, date | None]
    debut: date

    @property
    def regles(self) -> list[Regle]:
        """The rules."""
        return self.fichier.regles

    @cached_property
    def named(self) -> dict[str, Condition]:
        """The conditions, by id."""
        return {str(condition.id): condition for condition in self.fichier.conditions}

    def reserve(self, platform: str, status: Statut | None = None) -> str | None:
        """Return what a yes of a platform supposes and the texts leave unsaid (that it is in place), in a few words; of a status, if it is one."""
        if status and not STATUSES[status.statut].open:
            return None
        return next((c.reserve for c in self.fichier.conditions if c.reserve and platform in (c.quand.plateformes or ())), None)

    def combinations(self) -> Iterator[Combination]:
        """Yield every question that can be asked, in the order of the platforms."""
        for question in product(self.plateformes, get_args(CodePublic), get_args(CodeContenu)):
            yield Combination(*question)

    def status(self, combination: Combination, day: date) -> Statut:
        """Return the platform's status for the audience on a day."""
        statuts: list[Statut] = getattr(self.plateformes[combination.plateforme].statuts, combination.destinataire)
        return next(s for s in statuts if s.en_vigueur(day))

    def values(self, combination: Combination, day: date) -> dict[str, str]:
        """Return a combination's own value for each list that « quand » may hold."""
        return {
            "plateformes": combination.plateforme,
            "destinataires": combination.destinataire,
            "contenus": combination.contenu,
            "destructions": self.plateformes[combination.plateforme].destruction.regle,
            "statuts": self.status(combination, day).statut,
        }

    def answering(self, combination: Combination, day: date) -> list[Regle]:
        """Return the rules that answer on a day; a sound table has exactly one."""
        own = self.values(combination, day)
        return [regle for regle in self.regles if holds(regle.quand, own, day)]

    def held(self, regle: Regle, day: date) -> list[Appui]:
        """Return the clauses of a rule whose text exists on a day."""
        return [appui for appui in regle.articles if self.exists(appui.article, day)]

    def exists(self, article: Renvoi, day: date) -> bool:
        """Tell whether a clause's text exists on a day."""
        first = self.textes.get(article.document)
        return first is None or first <= day

    def conditions(self, regle: Regle, combination: Combination, day: date) -> list[Condition]:
        """Return the conditions of a rule that concern a combination on a day, in its order, with their clauses whose text exists."""
        own = self.values(combination, day)
        mentioned = [self.named[id_] for id_ in regle.conditions]
        concerned = ((c, [a for a in c.articles if self.exists(a, day)]) for c in mentioned if holds(c.quand, own, day))
        return [c if articles == c.articles else c.model_copy(update={"articles": articles}) for c, articles in concerned if articles]


def holds(quand: Quand, own: Mapping[str, str], day: date) -> bool:
    """Tell whether each list of « quand » is absent or holds the question's `own` value, on a day when it counts, and not for a means set aside."""
    for key, value in own.items():
        wanted: list[str] | None = getattr(quand, key)
        if wanted is not None and value not in wanted:
            return False
    return own["plateformes"] not in quand.sauf and quand.en_vigueur(day)


def first_days(register: FichierEncadrements) -> dict[str, date | None]:
    """Return the first day of each text, or None where it gives no date."""
    return {text.id: min((d.jour for d in text.dates if d.jour), default=None) for text in register.encadrements}


class Opening(NamedTuple):
    """The first day that the site answers for: its path in the register, the text whose date it is, and the day."""

    path: tuple[str | int, ...]
    texte: Encadrement
    jour: date


def openings(register: FichierEncadrements) -> list[Opening]:
    """Return each date that the register calls the first day; a sound one has exactly one, in a text that binds the staff."""
    texts = enumerate(register.encadrements)
    dated = ((("encadrements", i, "dates", rank), text, d) for i, text in texts for rank, d in enumerate(text.dates))
    return [Opening(path, text, d.jour) for path, text, d in dated if d.premier_jour and d.jour]


def first_day(register: FichierEncadrements) -> date | None:
    """Return the first day that the site answers for, or None if the register says none, or several."""
    found = openings(register)
    return found[0].jour if len(found) == 1 else None
