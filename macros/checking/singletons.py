"""What the data must give exactly once: the platform that stands for the unnamed ones, the deadline behind each proposed day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import get_args

from macros.mistakes import Mistake
from macros.model.echeances import FichierEcheances
from macros.model.formulaires import CodeLimite, Formulaire
from macros.model.kinds import of
from macros.model.plateformes import Plateforme
from macros.reading.draft import Draft


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for what is missing, and for what is given twice."""
    yield from stand_in(draft)
    yield from days(draft)


def stand_in(draft: Draft) -> Iterator[Mistake]:
    """Check that one platform stands for those that the texts do not name, if all platforms could be read."""
    found = [id_ for id_, platform in draft.platforms.items() if platform and platform.tient_lieu]
    for id_ in found[1:]:
        problem = f"la plateforme « {found[0]} » tient déjà lieu de celles que les textes ne nomment pas"
        yield draft.sources[of(Plateforme).file_of(id_)].blame(("tient_lieu",), problem, "gardez « tient_lieu: oui » pour une seule plateforme")
    if draft.platforms and not found and None not in draft.platforms.values():
        first = of(Plateforme).file_of(next(iter(draft.platforms)))
        problem = "aucune plateforme ne tient lieu de celles que les textes ne nomment pas"
        yield Mistake(first, 1, problem, "ajoutez la ligne « tient_lieu: oui » à celle qui en tient lieu, dans cette fiche ou dans une autre")


def days(draft: Draft) -> Iterator[Mistake]:
    """Check that one deadline at most, and one at least if a sheet needs it, gives each day that sheets propose."""
    file = draft.found(FichierEcheances)
    if file is None:
        return
    given: dict[str, str] = {}
    for index, deadline in enumerate(file.echeances):
        if deadline.propose and deadline.propose in given:
            problem = f"l'échéance « {given[deadline.propose]} » propose déjà « {deadline.propose} » aux feuilles"
            yield draft.source(FichierEcheances).blame(("echeances", index, "propose"), problem, "gardez cette ligne dans une seule échéance")
        elif deadline.propose:
            given[deadline.propose] = str(deadline.id)
    yield from unknown_days(draft, given)


def unknown_days(draft: Draft, given: Collection[str]) -> Iterator[Mistake]:
    """Check that a deadline gives each day that a field proposes."""
    for id_, form in draft.forms.items():
        for index, champ in enumerate(form.champs if form else ()):
            if champ.propose in get_args(CodeLimite) and champ.propose not in given:
                problem = f"aucune échéance ne propose « {champ.propose} »"
                remedy = f"ajoutez « propose: {champ.propose} » à l'échéance qui en donne le jour, dans data/echeances.yml, ou supprimez cette ligne"
                yield draft.sources[of(Formulaire).file_of(id_)].blame(("champs", index, "propose"), problem, remedy)
