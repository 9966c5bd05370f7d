"""What the data must give exactly once: the platform that stands for the unnamed ones, the deadline behind each proposed day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from macros.checking.runner import Sound, Whole, checks
from macros.mistakes import Mistake
from macros.model.echeances import FichierEcheances
from macros.model.formulaires import CodeLimite, Formulaire
from macros.model.kinds import of
from macros.model.plateformes import Plateforme
from macros.reading.draft import Draft


@checks
def stand_ins(draft: Draft, platforms: Sound[Plateforme]) -> Iterator[Mistake]:
    """Check that one platform at most stands for those that the texts do not name."""
    found = [id_ for id_, platform in platforms.items() if platform.tient_lieu]
    for id_ in found[1:]:
        problem = f"la plateforme « {found[0]} » tient déjà lieu de celles que les textes ne nomment pas"
        yield draft.sources[of(Plateforme).file_of(id_)].blame(("tient_lieu",), problem, "gardez « tient_lieu: oui » pour une seule plateforme")


@checks
def stand_in(platforms: Whole[Plateforme]) -> Iterator[Mistake]:
    """Check that a platform stands for those that the texts do not name."""
    if platforms and not any(platform.tient_lieu for platform in platforms.values()):
        first = of(Plateforme).file_of(next(iter(platforms)))
        problem = "aucune plateforme ne tient lieu de celles que les textes ne nomment pas"
        yield Mistake(first, 1, problem, "ajoutez la ligne « tient_lieu: oui » à celle qui en tient lieu, dans cette fiche ou dans une autre")


@checks
def days(draft: Draft, file: FichierEcheances) -> Iterator[Mistake]:
    """Check that one deadline at most gives each day that sheets propose."""
    given: dict[str, str] = {}
    for index, deadline in enumerate(file.echeances):
        if deadline.propose and deadline.propose in given:
            problem = f"l'échéance « {given[deadline.propose]} » propose déjà « {deadline.propose} » aux feuilles"
            yield draft.source(FichierEcheances).blame(("echeances", index, "propose"), problem, "gardez cette ligne dans une seule échéance")
        elif deadline.propose:
            given[deadline.propose] = str(deadline.id)


@checks
def proposed(draft: Draft, file: FichierEcheances, forms: Sound[Formulaire]) -> Iterator[Mistake]:
    """Check that a deadline gives each day that a field proposes."""
    given = {deadline.propose for deadline in file.echeances}
    for id_, form in forms.items():
        for index, champ in enumerate(form.champs):
            if champ.propose in get_args(CodeLimite) and champ.propose not in given:
                problem = f"aucune échéance ne propose « {champ.propose} »"
                remedy = f"ajoutez « propose: {champ.propose} » à l'échéance qui en donne le jour, dans data/echeances.yml, ou supprimez cette ligne"
                yield draft.sources[of(Formulaire).file_of(id_)].blame(("champs", index, "propose"), problem, remedy)
