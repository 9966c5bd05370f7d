"""A mistake that leaves a choice: what its file says with each of the values that one may choose. What is wrong with all of them is wrong anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.model.base import Id, Modele, Mot
from macros.model.kinds import CITED
from macros.model.organisations import Couleur
from macros.reading.meant import as_meant, values_meant
from macros.reading.models import kinds_at, typed
from macros.reading.nodes import Path_, Source
from macros.reading.titled import of_kind, within

M = TypeVar("M", bound=Modele)

# Values between which a right one stands, so that what is said of both is not said for want of it.
BETWEEN: dict[type, list[str]] = {
    bool: ["oui", "non"],
    date: ["1900-01-01", "2199-12-31"],
    int: ["1", "999999999"],
    # White reads on both, as on any that is right.
    Couleur: ["#000000", "#242c72"],
}
# Ids that nothing names; the ids that are named and given to nothing, at most, for one that lacks to be any of them.
FRESH, MOST_NAMED = ["identifiant-a-donner", "autre-identifiant-a-donner"], 5
BRACKETED = re.compile(rf"\[({Mot.forme.pattern})\]")


def readings(model: type[M], source: Source, ids: Sequence[str]) -> list[M]:
    """Return the model of a source with each of the values that its mistakes leave a choice of, or nothing; `ids` are given to nothing."""
    most = max((len(options(ids, model, details)) for details in source.unsettled), default=0)
    read = [as_meant(model, source, source.unsettled, partial(option, ids, rank))[0] for rank in range(most)]
    found = [one for one in read if one]
    return found if len(found) > 1 else []


def option(ids: Sequence[str], rank: int, model: type[BaseModel], details: ErrorDetails) -> list[Any]:
    """Return the value of a rank among those that one may choose at the place of an error, if there is one."""
    values = options(ids, model, details)
    return [values[rank % len(values)]] if values else []


def options(ids: Sequence[str], model: type[BaseModel], details: ErrorDetails) -> list[Any]:
    """Return the values that one may choose at the place of an error: what its remedy says, or what its place takes."""
    return values_meant(model, details) or [*taken(ids, model, details["loc"])] if details["loc"] else []


def taken(ids: Sequence[str], model: type[BaseModel], path: Path_) -> Iterator[str]:
    """Yield what a place takes: each of its codes; an id that nothing has, named or not; days and numbers that all others stand between."""
    for kind in kinds_at(model, path):
        if get_origin(kind) is Literal:
            yield from get_args(kind)
        elif kind is Id and path[-1] == "id" and len(ids) <= MOST_NAMED:
            yield from (*FRESH, *ids)
        elif isinstance(kind, type):
            yield from BETWEEN.get(kind, ())


def ungiven(sources: Mapping[str, Source], models: Mapping[str, type[Modele]]) -> list[str]:
    """Return the ids that files name, in their keys or between brackets, and that nothing of the kind named has."""
    return [*dict.fromkeys(id_ for file, source in sources.items() for id_ in without_thing(models[file], source, sources))]


def without_thing(model: type[Modele], source: Source, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield the ids that a file names and that nothing has: of its own parts, or of the things of a kind."""
    own = {id_ for id_, _ in within(source.value)}
    named = [(word, CITED.get(type(word))) for path, word in typed(model, source.value) if path[-1] != "id" and isinstance(word, (Id, *CITED))]
    yield from (str(word) for word, kind in named if word not in ({id_ for id_, _ in of_kind(kind, sources)} if kind else own))
    yield from (found[1] for _, _, text in source.texts for found in BRACKETED.finditer(text) if found[1] not in own)
