"""Plain values to models: what a file says, its mistakes told, or what it was meant to say."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.mistakes import Mistake
from macros.model.base import Modele
from macros.reading.headless import GROUP
from macros.reading.headless import PROBLEM as HEADLESS
from macros.reading.meant import as_meant
from macros.reading.models import explain, model_at, told
from macros.reading.nodes import Path_, Source
from macros.reading.yaml_errors import KEYLESS

M = TypeVar("M", bound=Modele)

# Beyond, a file was not written for the site: comparing its errors with each other would take long.
MOST_TOLD = 200


def build(model: type[M], source: Source) -> M | None:
    """Return the source's value as a model, as its mistakes' remedies have it, after adding each to the source.

    If a remedy leaves a choice, None; the source then has the errors.
    """
    if source.unsure or (source.value is None and source.mistakes):
        return None
    built, found = None, list[ErrorDetails]()
    try:
        built = model.model_validate(source.value)
    except ValidationError as error:
        found = error.errors(include_url=False)[:MOST_TOLD]
        new = [d for d in found if d["loc"] not in source.told and not told(d, found) and not unnamed(d, source)]
        source.mistakes += [explain(details, model, source, found) for details in new]
        if error.error_count() > MOST_TOLD:
            source.mistakes.append(source.blame(found[-1]["loc"], "la suite du fichier contient d'autres erreurs", "corrigez d'abord celles-ci"))
        else:
            built = built_as_meant(model, source, found)
    empty = [*valueless(model, source, {d["loc"] for d in found})]
    source.mistakes += empty
    if source.lost or empty:
        return None
    source.unsettled = [] if built else found
    return built


def built_as_meant(model: type[M], source: Source, found: list[ErrorDetails]) -> M | None:
    """Return the model of a source with each error as its remedy has it, after adding to the source those that show only then; or None."""
    built, more = as_meant(model, source, found)
    source.mistakes += [explain(details, model, source, more) for details in more[:MOST_TOLD]]
    return built


def settled(model: type[M], source: Source) -> M | None:
    """Return the model of a source, now that it is known what some of the errors that left a choice are about; None if one still leaves one."""
    built = built_as_meant(model, source, source.unsettled)
    source.unsettled = [] if built else source.unsettled
    return built


def unnamed(details: ErrorDetails, source: Source) -> bool:
    """Tell whether a missing key may be that of words which are told to have none, where they stand."""
    at = [line for problem, line in ((mistake.problem, mistake.line) for mistake in source.mistakes) if problem in (KEYLESS[0], HEADLESS, GROUP)]
    parent = details["loc"][:-1]
    return details["type"] == "missing" and any(source.holder(line)[: len(parent)] == parent for line in at)


def valueless(model: type[BaseModel], source: Source, told: Collection[Path_]) -> Iterator[Mistake]:
    """Yield a mistake for each known key that nothing follows, but where something is told: it would be read as absent."""
    for path in empty_keys(source.value):
        known = path[-1] in model_at(model, path[:-1]).model_fields
        if known and path not in source.told and not any(path[:length] in told for length in range(1, len(path) + 1)):
            yield source.blame(path, f"rien ne suit la clé « {path[-1]} »", "complétez-la, ou supprimez la ligne")


def empty_keys(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of each key of plain values that nothing follows."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        if inner is None and isinstance(key, str):
            yield (*path, key)
        yield from empty_keys(inner, (*path, key))
