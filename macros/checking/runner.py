"""Gives each check the sound parts that it takes; a check of which one is not sound is skipped.

A check, or what finds a part, says by the types of its parameters what it takes: the draft, as it was read; the model of a single file;
`Sound[Plateforme]`, the platforms without a mistake; `Whole[Plateforme]`, all of them, when none has one; what a function marked `part`
returns; or `Annotated[list[Mistake], check]`, the mistakes of another check. Each is found once on a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from macros.mistakes import Mistake
from macros.model.base import Modele
from macros.model.kinds import PLACES, of
from macros.reading.draft import Draft

K = TypeVar("K")
V = TypeVar("V")
M = TypeVar("M", bound=Modele)
Check = Callable[..., Iterator[Mistake]]
Part = TypeVar("Part", bound=Callable[..., Any])

CHECKS: list[Check] = []
PARTS: dict[Any, Callable[..., Any]] = {}


class UnsoundError(Exception):
    """A part cannot be had: what keeps one from it is a mistake of its own."""


class Sound(dict[str, M]):
    """The things of a kind of which each has its file, those that have no mistake, by id."""


class Whole(Sound[M]):
    """All the things of such a kind, by id: none has a mistake."""


def checks(function: Check) -> Check:
    """Have a function called on each draft for the mistakes that it yields."""
    CHECKS.append(function)
    return function


def part(function: Part) -> Part:
    """Have a function give what it returns to whatever takes a part of that type."""
    PARTS[taken(function)["return"]] = function
    return function


def run(draft: Draft, functions: Iterable[Check]) -> list[Mistake]:
    """Return the mistakes of some checks; those that are skipped are named in `draft.skipped`."""
    found = []
    for function in functions:
        try:
            found += given(draft, Annotated[list[Mistake], function])
        except UnsoundError:
            draft.skipped.append(f"{function.__module__}.{function.__name__}")
    return found


def call(draft: Draft, function: Callable[..., V]) -> V:
    """Call a function with the parts that it takes. Raises UnsoundError if one is not sound."""
    return function(**{name: given(draft, kind) for name, kind in taken(function).items() if name != "return"})


@cache
def taken(function: Callable[..., Any]) -> dict[str, Any]:
    """Return the type of each parameter of a function, and of what it returns."""
    return get_type_hints(function, include_extras=True)


def given(draft: Draft, kind: Any) -> Any:
    """Return a part of a draft, found once. Raises UnsoundError, each time, if it is not sound."""
    if kind not in draft.memo:
        try:
            draft.memo[kind] = found(draft, kind)
        except UnsoundError as error:
            draft.memo[kind] = error
    part = draft.memo[kind]
    if isinstance(part, UnsoundError):
        raise part
    return part


def found(draft: Draft, kind: Any) -> Any:
    """Return a part of a draft. Raises UnsoundError if it is not sound."""
    if kind is Draft:
        return draft
    if get_origin(kind) is Annotated:
        return [*call(draft, get_args(kind)[1])]
    if get_origin(kind) is Sound:
        return sound(draft, *get_args(kind))
    if get_origin(kind) is Whole:
        return whole(draft, *get_args(kind))
    if kind in PLACES:
        return sole(draft.sound.get(PLACES[kind]))
    return call(draft, PARTS[kind])


def sole(part: V | None) -> V:
    """Return a part that is there. Raises UnsoundError if it is not."""
    if part is None:
        raise UnsoundError
    return part


def need(sound: bool) -> None:
    """Go on if what a part rests on is sound. Raises UnsoundError if it is not."""
    if not sound:
        raise UnsoundError


def sound(draft: Draft, kind: type[M]) -> Sound[M]:
    """Return the things of a kind that have no mistake."""
    files = ((id_, draft.sound.get(of(kind).file_of(id_))) for id_ in draft.named(kind))
    return Sound({id_: model for id_, model in files if isinstance(model, kind)})


def whole(draft: Draft, kind: type[M]) -> Whole[M]:
    """Return all the things of a kind. Raises UnsoundError if one has a mistake, or if the name of a file in their folder is wrong."""
    things = sound(draft, kind)
    need(len(things) == len(draft.named(kind)) and not any(mistake.file.startswith(of(kind).where) for mistake in draft.file_mistakes))
    return Whole(things)


def at(things: Mapping[K, V], id_: K) -> Iterator[V]:
    """Yield the thing that an id names, if there is one: that an id leads nowhere is told for itself (`references.py`)."""
    if id_ in things:
        yield things[id_]
