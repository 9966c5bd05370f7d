"""A deadline rests on what binds the staff; its day, fixed by a text or by a status, is what that text or that status says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.checking.binding import Binding
from macros.checking.intervals import Continuous
from macros.checking.runner import at, checks
from macros.checking.texts import Clean
from macros.days import number
from macros.mistakes import Mistake
from macros.model.echeances import FichierEcheances
from macros.model.kinds import of
from macros.model.plateformes import Plateforme, Statut, Statuts
from macros.reading.draft import Draft
from macros.typography import MONTHS
from macros.words import nearest

# A day in words, and what to do about one that no clause names, by the key that says it.
DAY = re.compile(rf"\b(?:1er|[0-9]{{1,2}})\s+(?:{'|'.join(MONTHS)})\b", re.I)
UNSAID = {
    "jour_fixe": "citez celui qui fixe ce jour, corrigez « au: », ou écrivez « jour_fixe: non »",
    "moment": "écrivez ce moment comme le texte le dit, ou citez l'article qui nomme ce jour",
}


@checks
def check(draft: Draft, file: FichierEcheances, platforms: Continuous) -> Iterator[Mistake]:
    """Yield a mistake for each deadline that would never fall."""
    for index, deadline in enumerate(file.echeances):
        if end := deadline.fin_de_statut:
            for platform in at(platforms, str(end.plateforme)):
                if wrong := endless(platform, end.plateforme, end.statut):
                    yield draft.source(FichierEcheances).blame(("echeances", index, "fin_de_statut", "statut"), *wrong)


@checks
def grounds(draft: Draft, file: FichierEcheances, binding: Binding) -> Iterator[Mistake]:
    """Check that each deadline rests on texts that bind the staff."""
    for index, deadline in enumerate(file.echeances):
        for rank, article in enumerate(deadline.articles):
            if wrong := binding.unbinding(article):
                yield draft.source(FichierEcheances).blame(("echeances", index, "articles", rank), *wrong)


@checks
def fixed(draft: Draft, file: FichierEcheances, clean: Clean) -> Iterator[Mistake]:
    """Check that a day said to be fixed by a text, and each day that the words of the moment name, is in the words of a clause that is cited."""
    for index, deadline in enumerate(file.echeances):
        if not deadline.fin_de_statut and {*deadline.articles} <= clean.keys():
            named = [" ".join(found[0].split()) for found in DAY.finditer(deadline.moment)]
            of_text = [in_words(deadline.au.de(2025))] if deadline.jour_fixe and deadline.au else []
            for key, day in (*(("jour_fixe", day) for day in of_text), *(("moment", day) for day in named if day not in of_text)):
                if not any(is_said(day, clean[article].markdown) for article in deadline.articles):
                    yield draft.source(FichierEcheances).blame(("echeances", index, key), f"aucun des articles cités ne dit « {day} »", UNSAID[key])


def in_words(day: date) -> str:
    """Return a day of any year in words."""
    return f"{number(day)} {MONTHS[day.month - 1]}"


def is_said(day: str, words: str) -> bool:
    """Tell whether words name a day."""
    apart = r"\s+".join(map(re.escape, day.split()))
    return bool(re.search(rf"\b{apart}\b", words, re.I))


def endless(platform: Plateforme, id_: str, code: str) -> tuple[str, str] | None:
    """Return what is wrong if a platform has no status of this code, or one without a last day."""
    every: list[Statut] = [statut for audience in Statuts.model_fields for statut in getattr(platform.statuts, audience)]
    own = [statut for statut in every if statut.statut == code]
    if not own:
        ending = dict.fromkeys(str(statut.statut) for statut in every if statut.au)
        return f"« {id_} » n'a jamais le statut « {code} »", nearest(code, list(ending))
    if any(statut.au is None for statut in own):
        remedy = f"ajoutez la ligne « au: » à ce statut dans {of(Plateforme).file_of(id_)}"
        return f"le statut « {code} » de « {id_} » n'a pas de dernier jour", remedy
    return None
