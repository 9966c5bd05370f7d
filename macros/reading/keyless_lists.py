"""A list or a group whose key was lost: YAML reads what it holds as the end of the list or group above, of which it has not the keys."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from pydantic import BaseModel

from macros.model.kinds import groups_of, is_list, musts_of
from macros.reading.headless import GROUP, before
from macros.reading.models import given, inner_models, model_at
from macros.reading.nodes import Path_, Source

Lists = dict[str, type[BaseModel] | None]


def reunite(model: type[BaseModel], source: Source) -> None:
    """Give back its key to each list and group of a source that lost it, and tell where the key is to be written."""
    if source.unsure or source.value is None or not any((*lost(model, source), *lost_groups(model, source))):
        return
    # What a parsed file shares is not changed.
    source.value, source.lines, source.told = deepcopy(source.value), {**source.lines}, {*source.told}
    while found := next(lost(model, source), None):
        part(source, *found)
    while group := next(lost_groups(model, source), None):
        part_group(source, *group)
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
    musts = musts_of(other)
    here = element.keys() & own.model_fields.keys() if own else set()
    return 2 * len(musts & element.keys()) > len(musts) and len(here) < len(element.keys() & other.model_fields.keys())


def part(source: Source, path: Path_, rank: int, key: str) -> None:
    """Put the elements of a list, from a rank, under a key beside it; tell that this key is missing above the first."""
    first = source.line((*path, rank))
    source.note(first, f"la clé « {key} » manque au-dessus de cet élément", before(key))
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


def lost_groups(model: type[BaseModel], source: Source) -> Iterator[tuple[Path_, list[str], str]]:
    """Yield the path of each group that goes on with the keys of another, these keys, and the key of that other group."""
    for path in mappings(source.value):
        here, groups = given(source, path), groups_of(model_at(model, path))
        absent = {name: inner for name, inner in groups.items() if name not in here}
        for key in here & groups.keys() if absent else ():
            keys = [*given(source, (*path, key))]
            begun = [(end, name) for name, inner in absent.items() if (end := ending(keys, groups[key], inner))]
            yield from [((*path, key), *begun[0])] if len(begun) == 1 else ()


def ending(keys: list[str], own: type[BaseModel], other: type[BaseModel]) -> list[str]:
    """Return the last keys of a group, from the first that it may not have, if they are those that another asks for; or nothing."""
    first = next((rank for rank, key in enumerate(keys) if key not in own.model_fields), len(keys))
    return keys[first:] if first and musts_of(other) <= {*keys[first:]} <= other.model_fields.keys() else []


def part_group(source: Source, path: Path_, keys: list[str], name: str) -> None:
    """Put the last keys of a group under a key beside it; tell that this key is missing above the first."""
    first = source.line((*path, keys[0]))
    source.note(first, GROUP, before(name))
    holder: Any = source.value
    for step in path[:-1]:
        holder = holder[step]
    holder[name] = {key: holder[path[-1]].pop(key) for key in keys}
    heads = {(*path, key): (*path[:-1], name, key) for key in keys}
    source.lines = {beside(at, heads): line for at, line in source.lines.items()} | {(*path[:-1], name): first}
    source.told = {beside(at, heads) for at in source.told}


def beside(at: Path_, heads: dict[Path_, Path_]) -> Path_:
    """Return a path of a source once some others are elsewhere."""
    return next(((*new, *at[len(old) :]) for old, new in heads.items() if at[: len(old)] == old), at)
