"""What two values of the data differ by, key by key: an entry of a list is compared with the one that it was, wherever it stands now."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

# What stands for a value that is not there, which is not the empty value of YAML.
ABSENT: Any = object()
WORDS = {True: "oui", False: "non", None: "rien"}
# A key, then its value before and after; None where it is not there.
Difference = tuple[str, str | None, str | None]


def differing(before: Any, after: Any, key: str = "") -> Iterator[Difference]:
    """Yield what differs between two values, under this key."""
    if isinstance(before, dict) and isinstance(after, dict):
        pairs = [(name, before.get(name, ABSENT), after.get(name, ABSENT)) for name in dict.fromkeys([*before, *after])]
    elif isinstance(before, list) and isinstance(after, list):
        pairs = [*named_pairs(before, after), *numbered_pairs(before, after)]
    else:
        yield from replaced(key, before, after)
        return
    for name, old, new in pairs:
        yield from differing(old, new, f"{key}.{name}".lstrip("."))


def replaced(key: str, before: Any, after: Any) -> Iterator[Difference]:
    """Yield all that two values say, if they are not both lists or both keys."""
    old, new = dict(leaves(key, before)), dict(leaves(key, after))
    yield from ((name, old.get(name), new.get(name)) for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name))


def named_pairs(before: list[Any], after: list[Any]) -> list[tuple[object, Any, Any]]:
    """Return the entries of two lists that have an id, by it."""
    old, new = ({own: entry for entry in entries if (own := id_of(entry))} for entries in (before, after))
    return [(own, old.get(own, ABSENT), new.get(own, ABSENT)) for own in dict.fromkeys([*old, *new])]


def numbered_pairs(before: list[Any], after: list[Any]) -> Iterator[tuple[object, Any, Any]]:
    """Yield the entries of two lists that have none and are not in both, in pairs, by their number."""
    old, new = ([(number, entry) for number, entry in enumerate(entries, 1) if not id_of(entry)] for entries in (before, after))
    for kind, start, end, first, last in SequenceMatcher(None, written(old), written(new), autojunk=False).get_opcodes():
        if kind != "equal":
            for was, now in zip_longest(old[start:end], new[first:last], fillvalue=(0, ABSENT)):
                yield now[0] or was[0], was[1], now[1]


def written(entries: list[tuple[int, Any]]) -> list[str]:
    """Return the entries of a list as what may be compared."""
    return [repr(entry) for _, entry in entries]


def leaves(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the values within a value, each under its path: an entry of a list by its id, failing that by its number."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(f"{key}.{name}".lstrip("."), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from leaves(f"{key}.{id_of(inner) or number}".lstrip("."), inner)
    elif value is not ABSENT:
        yield key, said(value)


def id_of(entry: Any) -> object:
    """Return the id of an entry of a list, if it has one."""
    own = entry.get("id") if isinstance(entry, dict) else None
    return own if isinstance(own, str | int) else None


def said(value: Any) -> str:
    """Return a value as an editor writes it."""
    if value is None or isinstance(value, bool):
        return WORDS[value]
    return " ".join(str(value).split())
