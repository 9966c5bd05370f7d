"""A list whose key was lost: YAML reads its elements as the end of the list above, of which they have not the keys."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from pydantic import BaseModel

from macros.model.kinds import is_list
from macros.reading.models import given, inner_models, model_at
from macros.reading.nodes import Path_, Source

Lists = dict[str, type[BaseModel] | None]


def reunite(model: type[BaseModel], source: Source) -> None:
    """Give back its key to each list of a source that lost it, and tell where the key is to be written."""
    if source.unsure or source.value is None or not any(lost(model, source)):
        return
    # What a parsed file shares is not changed.
    source.value, source.lines, source.told = deepcopy(source.value), {**source.lines}, {*source.told}
    while found := next(lost(model, source), None):
        part(source, *found)
    source.texts = source.texts_of(source.value)


def lost(model: type[BaseModel], source: Source) -> Iterator[tuple[Path_, int, str]]:
    """Yield the path of each list that goes on with the elements of another, the rank of the first of these, and the key of that other list."""
    for path in mappings(source.value):
        keys, lists = given(source, path), lists_of(model_at(model, path))
        for key in lists.keys() & keys:
            absent: Lists = {name: inner for name, inner in lists.items() if name not in keys and inner}
            yield from (((*path, key), *found) for found in absorbed(source, (*path, key), lists[key], absent))


def absorbed(source: Source, path: Path_, own: type[BaseModel] | None, absent: Lists) -> Iterator[tuple[int, str]]:
    """Yield from which rank the elements of a list are those of another one, if they are of only one of those that are absent."""
    elements: Any = given(source, path[:-1])
    elements = elements[path[-1]] if isinstance(elements[path[-1]], list) else []
    begun = [(rank, key) for key, other in absent.items() if (rank := first_of(elements, other, own))]
    yield from begun if len(begun) == 1 else ()


def first_of(elements: list[Any], other: type[BaseModel] | None, own: type[BaseModel] | None) -> int:
    """Return the rank of the first element that another list asks for, if so do all those after it and none before; or zero."""
    others = [nearer(one, other, own) for one in elements]
    rank = others.index(True) if any(others) else 0
    return rank if all(others[rank:]) else 0


def nearer(element: Any, other: type[BaseModel] | None, own: type[BaseModel] | None) -> bool:
    """Tell whether an element has most of the keys that another list asks for, and fewer of those of its own (no model if that is of texts)."""
    if not isinstance(element, dict) or other is None:
        return False
    musts = {name for name, field in other.model_fields.items() if field.is_required()}
    here = element.keys() & own.model_fields.keys() if own else set()
    return 2 * len(musts & element.keys()) > len(musts) and len(here) < len(element.keys() & other.model_fields.keys())


def part(source: Source, path: Path_, rank: int, key: str) -> None:
    """Put the elements of a list, from a rank, under a key beside it; tell that this key is missing above the first."""
    first = source.line((*path, rank))
    source.note(first, f"la clé « {key} » manque au-dessus de cet élément", f"écrivez « {key}: » sur une ligne à part, juste avant")
    holder: Any = source.value
    for step in path[:-1]:
        holder = holder[step]
    holder[key] = holder[path[-1]][rank:]
    del holder[path[-1]][rank:]
    source.lines = {moved(at, path, rank, key): line for at, line in source.lines.items()} | {(*path[:-1], key): first}
    source.told = {moved(at, path, rank, key) for at in source.told}


def moved(at: Path_, path: Path_, rank: int, key: str) -> Path_:
    """Return a path of a source once the elements of a list, from a rank, are under a key beside it."""
    own, *inside = at[len(path) :] if at[: len(path)] == path and len(at) > len(path) else (-1,)
    return (*path[:-1], key, int(own) - rank, *inside) if int(own) >= rank else at


def mappings(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of each group of keys of plain values."""
    if isinstance(value, dict):
        yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from mappings(inner, (*path, key))


@cache
def lists_of(model: type[BaseModel]) -> Lists:
    """Return the keys of a model that hold lists, each with the model of its elements, or None if they are texts."""
    return {key: next(inner_models(field), None) for key, field in model.model_fields.items() if is_list(field.annotation)}
