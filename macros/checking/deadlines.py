"""A deadline rests on what binds the staff; its day, fixed by a text or by a status, is what that text or that status says."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    """Check that a day said to be fixed by a text is in the words of a clause that the deadline cites."""
    for index, deadline in enumerate(file.echeances):
        if deadline.jour_fixe and deadline.au and {*deadline.articles} <= clean.keys():
            last = deadline.au.de(2025)
            words = re.compile(rf"\b{number(last)}\s+{MONTHS[last.month - 1]}\b", re.I)
            if not any(words.search(clean[article].markdown) for article in deadline.articles):
                problem = f"aucun des articles cités ne dit « {number(last)} {MONTHS[last.month - 1]} »"
                remedy = "citez celui qui fixe ce jour, corrigez « au: », ou écrivez « jour_fixe: non »"
                yield draft.source(FichierEcheances).blame(("echeances", index, "jour_fixe"), problem, remedy)


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
