"""A deadline that is a status's last day names a status that the platform has, and that ends."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.intervals import Continuous
from macros.checking.runner import at, checks
from macros.mistakes import Mistake
from macros.model.echeances import FichierEcheances
from macros.model.kinds import of
from macros.model.plateformes import Plateforme, Statut, Statuts
from macros.reading.draft import Draft
from macros.words import nearest


@checks
def check(draft: Draft, file: FichierEcheances, platforms: Continuous) -> Iterator[Mistake]:
    """Yield a mistake for each deadline that would never fall."""
    for index, deadline in enumerate(file.echeances):
        if end := deadline.fin_de_statut:
            for platform in at(platforms, str(end.plateforme)):
                if wrong := endless(platform, end.plateforme, end.statut):
                    yield draft.source(FichierEcheances).blame(("echeances", index, "fin_de_statut", "statut"), *wrong)


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
