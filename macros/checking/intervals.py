"""The statuses of a platform cover every day once, from the first day that the site answers for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated, NewType

from macros.checking.binding import Binding
from macros.checking.runner import Sound, checks, part, sole
from macros.mistakes import Mistake
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import of
from macros.model.plateformes import Plateforme, Statut, Statuts
from macros.reading.draft import Draft
from macros.reading.nodes import Path_, Source
from macros.rules.facts import first_day

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Runs:
    """The lists of statuses of the platforms: what is wrong with the order of some, and those that are in order, each with its place."""

    disorder: list[Mistake]
    ordered: list[tuple[Source, Path_, list[Statut]]]


# What has statuses that follow one another, and what has a status on each day that the site answers for, which rests on texts that bind the staff.
Continuous = NewType("Continuous", dict[str, Plateforme])
Covered = NewType("Covered", dict[str, Plateforme])
Start = NewType("Start", date)


@part
def runs(draft: Draft, platforms: Sound[Plateforme]) -> Runs:
    """Part the lists of statuses that are in order from the others."""
    found = Runs([], [])
    for source, path, statuts in lists(draft, platforms):
        disorder = [*check_order(source, path, statuts)]
        found.disorder.extend(disorder)
        if not disorder:
            found.ordered.append((source, path, statuts))
    return found


def lists(draft: Draft, platforms: Sound[Plateforme]) -> Iterator[tuple[Source, Path_, list[Statut]]]:
    """Yield each list of statuses with its place."""
    for id_, platform in platforms.items():
        for audience in Statuts.model_fields:
            yield draft.sources[of(Plateforme).file_of(id_)], ("statuts", audience), getattr(platform.statuts, audience)


@checks
def cover(runs: Runs) -> Iterator[Mistake]:
    """Yield a mistake for each gap, overlap and reversed interval."""
    yield from runs.disorder
    for source, path, statuts in runs.ordered:
        if end := statuts[-1].au:
            remedy = f"ajoutez le statut qui commence le {end + DAY}, ou supprimez cette ligne « au »"
            yield source.blame((*path, len(statuts) - 1, "au"), f"aucun statut ne suit le {end}", remedy)
        for index, (before, after) in enumerate(pairwise(statuts), 1):
            yield from check_joint(source, (*path, index - 1, "du"), (*path, index, "du"), before, after)


@checks
def beginnings(runs: Runs, start: Start) -> Iterator[Mistake]:
    """Check that the first status begins on the first day that the site answers for."""
    for source, path, statuts in runs.ordered:
        if statuts[0].du != start:
            yield source.blame((*path, 0, "du"), f"le premier statut commence le {statuts[0].du}", sooner(statuts[0].du, start))


def sooner(first: date, start: date) -> str:
    """Return what to do about a first status that begins on another day than the site's: until then, another one may have held."""
    if first < start:
        return f"faites-le commencer le {start}, premier jour dont le site répond"
    held = f"s'il valait déjà le {start}, premier jour dont le site répond, faites-le commencer ce jour-là"
    return f"{held} ; sinon, ajoutez avant lui le statut qui valait jusqu'au {first - DAY}"


@checks
def grounds(draft: Draft, platforms: Sound[Plateforme], binding: Binding) -> Iterator[Mistake]:
    """Check that each status rests on texts that bind the staff."""
    for source, path, statuts in lists(draft, platforms):
        for index, statut in enumerate(statuts):
            for rank, article in enumerate(statut.articles):
                if wrong := binding.unbinding(article):
                    yield source.blame((*path, index, "articles", rank), *wrong)


@part
def continuous(draft: Draft, platforms: Sound[Plateforme], told: Annotated[list[Mistake], cover]) -> Continuous:
    """Return the platforms whose statuses follow one another."""
    return Continuous(apart_from(draft, platforms, told))


@part
def covered(draft: Draft, platforms: Continuous, begun: Annotated[list[Mistake], beginnings], grounded: Annotated[list[Mistake], grounds]) -> Covered:
    """Return the platforms of which the statuses are those of the site's days, and rest on what binds the staff."""
    return Covered(apart_from(draft, platforms, [*begun, *grounded]))


def apart_from(draft: Draft, platforms: dict[str, Plateforme], told: list[Mistake]) -> dict[str, Plateforme]:
    """Return the platforms whose files have none of some mistakes."""
    files = {mistake.file for mistake in told}
    return {id_: platform for id_, platform in platforms.items() if draft.sources[of(Plateforme).file_of(id_)].file not in files}


@part
def start(register: FichierEncadrements) -> Start:
    """Return the first day that the site answers for. Raises UnsoundError if the register does not tell, which the rules do (`rules.py`)."""
    return Start(sole(first_day(register)))


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
        first, last = before.au + DAY, after.du - DAY
        days = f"le {first}" if first == last else f"la période du {first} au {last}"
        yield source.blame(next_path, f"aucun statut ne couvre {days}", f"écrivez « du: {first} », ou ajoutez le statut qui manque")
