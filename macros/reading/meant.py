"""A file's value as the remedies of its mistakes have it: the checks then find what else is wrong in it, at once rather than once it is corrected."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.reading.models import given, key_meant, literals, missing, model_at, told
from macros.reading.nodes import Path_, Source
from macros.words import meant_by

M = TypeVar("M", bound=BaseModel)


def as_meant(model: type[M], source: Source, found: list[ErrorDetails]) -> M | None:
    """Return the model of a source with each error as its remedy has it, or None if a remedy leaves a choice."""
    meant = Source(source.file, deepcopy(source.value), lines=source.lines)
    if not all(mended(model, meant, details, found) for details in sorted(found, key=lambda d: -len(d["loc"]))):
        return None
    try:
        return model.model_validate(meant.value)
    except ValidationError:
        return None


def mended(model: type[BaseModel], source: Source, details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Put what was meant in the place of an error, and tell whether it is known."""
    path, context = details["loc"], details.get("ctx", {})
    match details["type"]:
        case "missing":
            return told(details, found)
        case "extra_forbidden" if path[-1] not in {d["loc"][-1] for d in missing(found) if d["loc"][:-1] != path[:-1]}:
            return renamed(source, path, key_meant(str(path[-1]), [*model_at(model, path[:-1]).model_fields], given(source, path[:-1])))
        case "literal_error" if isinstance(details["input"], str):
            return replaced(source, path, meant_by(details["input"], literals(context["expected"])))
        case "francais":
            return replaced(source, path, [context["meant"]] if context["meant"] else [])
    return False


def renamed(source: Source, path: Path_, key: str | None) -> bool:
    """Give a key of a source, and the lines of what it holds, its right name, and tell whether that is known."""
    keys = given(source, path[:-1])
    if key is None or not isinstance(keys, dict):
        return False
    keys[key] = keys.pop(str(path[-1]))
    source.lines |= {(*path[:-1], key, *at[len(path) :]): line for at, line in source.lines.items() if at[: len(path)] == path}
    return True


def replaced(source: Source, path: Path_, meant: list[str]) -> bool:
    """Put the word that was meant at a place of a source, and tell whether it is known."""
    holder: Any = source.value
    for part in path[:-1]:
        holder = holder[part]
    if len(meant) == 1:
        holder[path[-1]] = meant[0]
    return len(meant) == 1
