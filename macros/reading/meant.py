"""A file's value as the remedies of its mistakes have it: the checks then find what else is wrong in it, at once rather than once it is corrected."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from html import unescape
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.model.attendus import FichierAttendus
from macros.model.avis import FichierAvis
from macros.model.base import EMPHASIS, ENTITY, HTML
from macros.reading.models import given, in_quotes, key_meant, literals, missing, model_at, of_text, told
from macros.reading.models import replaced as taken_for
from macros.reading.nodes import Path_, Source
from macros.words import meant_by

M = TypeVar("M", bound=BaseModel)
Values = Callable[[type[BaseModel], ErrorDetails], list[Any]]

# Stands for a text that is yet to be written: what is said of it is not told (`checking/consequences.py`).
UNWRITTEN = "Texteàvenir"
# The files whose texts are compared with those of others, as the items of a list often are: one to be written would be told apart from each.
COMPARED = (FichierAttendus, FichierAvis)
# What a sentence has at least, in words, and an id, a code or a date has not; what parts the ids that stand on one line.
SENTENCE, DIGIT, SEPARATED = 5, re.compile("[0-9]"), re.compile(r"\s*[,;]\s*|\s+et\s+")
LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")


def values_meant(model: type[BaseModel], details: ErrorDetails) -> list[Any]:
    """Return what may be meant at the place of an error, as its remedy has it."""
    context, value = details.get("ctx", {}), details["input"]
    if quoted := in_quotes(details, model):
        return [quoted]
    if details["type"] == "literal_error":
        return meant_by(value, literals(context["expected"])) if isinstance(value, str) else []
    if details["type"] == "list_type":
        return [SEPARATED.split(value)] if isinstance(value, str) and not of_text(model, (*details["loc"], 0)) else []
    if context.get("meant"):
        return [context["meant"]]
    return text_meant(model, details["loc"], None if details["type"] == "missing" else value)


def as_meant(model: type[M], source: Source, found: list[ErrorDetails], values: Values = values_meant) -> tuple[M | None, list[ErrorDetails]]:
    """Return the model of a source with each error as its remedy has it, or None if a remedy leaves a choice; and the errors that show only then.

    `values` gives what may stand in the place of an error.
    """
    # What a parsed file shares is not changed.
    source.lines = {**source.lines}
    meant = Source(source.file, deepcopy(source.value), lines=source.lines)
    if not all(mended(model, meant, details, found, values) for details in sorted(found, key=lambda d: -len(d["loc"]))):
        return None, []
    try:
        return model.model_validate(meant.value), []
    except ValidationError as error:
        return None, [details for details in error.errors(include_url=False) if not explained(details["loc"], source, found)]


def explained(path: Path_, source: Source, found: list[ErrorDetails]) -> bool:
    """Tell whether an error that shows once others are mended is of what they are about, or may be for want of a key that is there unknown."""
    known = source.told | {details["loc"] for details in found}
    return path in [d["loc"][:-1] for d in found if d["type"] == "extra_forbidden"] or any(
        path[:length] in known for length in range(1, len(path) + 1)
    )


def mended(model: type[BaseModel], source: Source, details: ErrorDetails, found: list[ErrorDetails], values: Values) -> bool:
    """Put what was meant in the place of an error, and tell whether it is known."""
    path = details["loc"]
    match details["type"]:
        case "missing" if told(details, found):
            return True
        case "extra_forbidden" if path[-1] not in {d["loc"][-1] for d in missing(found) if d["loc"][:-1] != path[:-1]}:
            key = key_meant(str(path[-1]), [*model_at(model, path[:-1]).model_fields], given(source, path[:-1])) or taken_for(details, found)
            return renamed(source, path, key) or left_out(source, path)
        case "extra_forbidden":
            return False
    return replaced(source, path, values(model, details)) if path else False


def text_meant(model: type[BaseModel], path: Path_, value: Any) -> list[str]:
    """Return what stands for a wrong value where a model asks for a text: its words, or what is to be written; nothing where it asks for else."""
    text = bare(words(value)).strip() or UNWRITTEN * (model not in COMPARED and isinstance(path[-1], str))
    return [text] * (of_text(model, path) and bool(text))


def words(value: Any) -> str:
    """Return what a value says: a colon, a dash or brackets have made keys or a list of a text."""
    if isinstance(value, dict):
        return " ".join(f"{key} : {words(inner)}" for key, inner in value.items())
    return " ".join(map(words, value)) if isinstance(value, list) else value or ""


def bare(text: str) -> str:
    """Return a text without the codes of another language that it has."""
    text = LINK.sub(r"\1", HTML.sub("", ENTITY.sub(lambda found: unescape(found[0]), text)))
    return re.sub(r"[{}]|(?<=\])(?=\()", " ", EMPHASIS.sub(lambda found: found[0].strip("*_`# "), text))


def renamed(source: Source, path: Path_, key: str | None) -> bool:
    """Give a key of a source, and the lines of what it holds, its right name, and tell whether that is known."""
    keys = given(source, path[:-1])
    if key is None or not isinstance(keys, dict):
        return False
    keys[key] = keys.pop(str(path[-1]))
    source.lines |= {(*path[:-1], key, *at[len(path) :]): line for at, line in source.lines.items() if at[: len(path)] == path}
    return True


def left_out(source: Source, path: Path_) -> bool:
    """Take an unknown key from an element of a source, and tell whether it can be: it holds a whole sentence, which nothing else looks for."""
    keys = given(source, path[:-1])
    text = keys[str(path[-1])] if isinstance(keys, dict) and len(path) > 1 else None
    if not isinstance(keys, dict) or not isinstance(text, str) or len(text.split()) < SENTENCE or DIGIT.search(text):
        return False
    del keys[str(path[-1])]
    return True


def replaced(source: Source, path: Path_, meant: list[Any]) -> bool:
    """Put the word that was meant at a place of a source, and tell whether it is known."""
    holder: Any = source.value
    for part in path[:-1]:
        holder = holder[part]
    if len(meant) == 1:
        holder[path[-1]] = meant[0]
    return len(meant) == 1
