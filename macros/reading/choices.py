"""A mistake that leaves a choice: what its file says with each of the values that one may choose. What is wrong with all of them is wrong anyway."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.model.base import Modele
from macros.reading.meant import as_meant, values_meant
from macros.reading.models import kinds_at
from macros.reading.nodes import Source

M = TypeVar("M", bound=Modele)

# Values between which a right one stands, so that what is said of both is not said for want of it.
BETWEEN: dict[type, list[str]] = {bool: ["oui", "non"], date: ["1900-01-01", "2199-12-31"], int: ["1", "999999999"]}


def readings(model: type[M], source: Source, found: list[ErrorDetails]) -> list[M]:
    """Return the model of a source with each of the values that its mistakes leave a choice of; nothing if these are not known."""
    most = max(len(options(model, details)) for details in found)
    read = [as_meant(model, source, found, partial(option, rank))[0] for rank in range(most)]
    return [one for one in read if one]


def option(rank: int, model: type[BaseModel], details: ErrorDetails) -> list[Any]:
    """Return the value of a rank among those that one may choose at the place of an error, if there is one."""
    values = options(model, details)
    return [values[rank % len(values)]] if values else []


def options(model: type[BaseModel], details: ErrorDetails) -> list[Any]:
    """Return the values that one may choose at the place of an error: what its remedy says, or what its place takes."""
    return values_meant(model, details) or [*taken(model, details)] if details["loc"] else []


def taken(model: type[BaseModel], details: ErrorDetails) -> Iterator[str]:
    """Yield what the place of an error takes: each of its codes; days and numbers between which any other one stands."""
    for kind in kinds_at(model, details["loc"]):
        if get_origin(kind) is Literal:
            yield from get_args(kind)
        elif isinstance(kind, type):
            yield from BETWEEN.get(kind, ())
