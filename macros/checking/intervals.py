"""The statuses of a platform cover every day once, from the directive's first day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from macros.checking.binding import unbinding
from macros.mistakes import Mistake
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import of
from macros.model.plateformes import Plateforme, Statut, Statuts
from macros.reading.draft import Draft, once
from macros.reading.nodes import Path_, Source
from macros.rules.facts import first_day

DAY = timedelta(days=1)


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each gap, overlap, reversed interval, and clause that binds nobody here."""
    for found in of_platforms(draft).values():
        yield from found


@once
def of_platforms(draft: Draft) -> dict[str, list[Mistake]]:
    """Return the mistakes of the statuses of each platform that could be read, by id."""
    start = start_of(draft)
    return {id_: [*of_platform(draft, id_, platform, start)] for id_, platform in draft.platforms.items() if platform}


def of_platform(draft: Draft, id_: str, platform: Plateforme, start: date | None) -> Iterator[Mistake]:
    """Yield the mistakes of the statuses of a platform."""
    source = draft.sources[of(Plateforme).file_of(id_)]
    for audience in Statuts.model_fields:
        statuts: list[Statut] = getattr(platform.statuts, audience)
        yield from check_cover(source, ("statuts", audience), statuts, start)
        yield from check_binding(draft, source, ("statuts", audience), statuts)


def check_cover(source: Source, path: Path_, statuts: list[Statut], start: date | None) -> Iterator[Mistake]:
    """Check the order of a list of statuses, then its first day, its last and all its joints."""
    if disorder := list(check_order(source, path, statuts)):
        yield from disorder
        return
    first, last = statuts[0], statuts[-1]
    if start and first.du != start:
        yield source.blame(
            (*path, 0, "du"), f"le premier statut commence le {first.du}", f"faites-le commencer le {start}, premier jour de la directive"
        )
    if last.au:
        at = (*path, len(statuts) - 1, "au")
        yield source.blame(
            at, f"aucun statut ne suit le {last.au}", f"ajoutez le statut qui commence le {last.au + DAY}, ou supprimez cette ligne « au »"
        )
    for index, (before, after) in enumerate(pairwise(statuts), 1):
        yield from check_joint(source, (*path, index - 1, "du"), (*path, index, "du"), before, after)


def check_order(source: Source, path: Path_, statuts: list[Statut]) -> Iterator[Mistake]:
    """Check that each status ends after it begins, and begins after the one before it."""
    for index, statut in enumerate(statuts):
        if statut.au and statut.au < statut.du:
            problem = f"le statut finit le {statut.au}, avant de commencer le {statut.du}"
            yield source.blame((*path, index, "au"), problem, "corrigez l'une des deux dates")
            return
    for index, (before, after) in enumerate(pairwise(statuts), 1):
        if after.du < before.du:
            problem = f"ce statut commence le {after.du}, avant celui qui le précède dans la liste"
            yield source.blame((*path, index, "du"), problem, "rangez les statuts par date, le plus ancien en premier, ou corrigez la date")
            return


def check_joint(source: Source, path: Path_, next_path: Path_, before: Statut, after: Statut) -> Iterator[Mistake]:
    """Check that one status begins on the day after the one before it ends."""
    if before.au is None:
        problem = f"ce statut n'a pas de fin, mais un autre commence le {after.du}"
        yield source.blame(path, problem, f"ajoutez la ligne « au: {after.du - DAY} »")
    elif after.du <= before.au:
        problem = f"ce statut chevauche le précédent, qui finit le {before.au}"
        yield source.blame(next_path, problem, f"écrivez « du: {before.au + DAY} », ou changez la fin du précédent")
    elif after.du != before.au + DAY:
        days = f"du {before.au + DAY} au {after.du - DAY}"
        yield source.blame(
            next_path, f"aucun statut ne couvre la période {days}", f"écrivez « du: {before.au + DAY} », ou ajoutez le statut qui manque"
        )


def check_binding(draft: Draft, source: Source, path: Path_, statuts: list[Statut]) -> Iterator[Mistake]:
    """Check that each status rests on texts that bind the staff."""
    for index, statut in enumerate(statuts):
        for rank, article in enumerate(statut.articles):
            if wrong := unbinding(draft, article):
                yield source.blame((*path, index, "articles", rank), *wrong)


def start_of(draft: Draft) -> date | None:
    """Return the first day on which the directive holds, or None if the register cannot tell."""
    register = draft.found(FichierEncadrements)
    return first_day(register) if register else None
