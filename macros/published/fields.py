"""The documentation of the published fields, read from the models."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from macros.published.schema import (
    CollecteJson,
    EcheancesJson,
    EncadrementsJson,
    FormulairesJson,
    ListesJson,
    PlateformesJson,
    ReglesJson,
    ReponseJson,
)

FILES: dict[str, type[BaseModel]] = {
    "encadrements": EncadrementsJson,
    "plateformes": PlateformesJson,
    "regles": ReglesJson,
    "echeances": EcheancesJson,
    "formulaires": FormulairesJson,
    "listes": ListesJson,
    "collecte": CollecteJson,
}
NAMES = {"str": "texte", "bool": "vrai ou faux", "int": "nombre", "date": "date (AAAA-MM-JJ)"}


@dataclass(frozen=True)
class FieldDoc:
    """A field: its path from the root (`encadrements[].articles[].force`), its type in words, its meaning."""

    path: str
    type: str
    description: str


def fields(file: str) -> list[FieldDoc]:
    """Return the fields of a published file, in order, nested ones included."""
    return list(walk(ReponseJson, "[].") if file == "regles" else walk(FILES[file], ""))


def walk(model: type[BaseModel], prefix: str) -> Iterator[FieldDoc]:
    """Yield the fields of a model, then those of the models they hold."""
    for name, info in model.model_fields.items():
        inner, is_list = unwrap(info.annotation)
        path = f"{prefix}{name}{'[]' if is_list else ''}"
        yield FieldDoc(path, type_name(info.annotation), info.description or "")
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from walk(inner, f"{path}.")


def unwrap(annotation: Any) -> tuple[Any, bool]:
    """Return the type of a list's items and True, or the type itself, were it optional, and False."""
    if get_origin(annotation) is list:
        return get_args(annotation)[0], True
    present = [a for a in get_args(annotation) if a is not type(None)]
    return (present[0] if is_union(annotation) and len(present) == 1 else annotation), False


def is_union(annotation: Any) -> bool:
    """Tell whether a type is a choice between several."""
    return get_origin(annotation) in (Union, types.UnionType)


def type_name(annotation: Any) -> str:
    """Return a type in French words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if is_union(annotation):
        return " ou ".join("null" if a is type(None) else type_name(a) for a in arguments)
    if hasattr(annotation, "__metadata__"):
        return type_name(arguments[0])
    if origin is list:
        return f"liste ({type_name(arguments[0])})"
    return "objet" if is_object(annotation) else NAMES.get(getattr(annotation, "__name__", ""), "texte")


def is_object(annotation: Any) -> bool:
    """Tell whether a type is written as a JSON object."""
    return get_origin(annotation) is dict or (isinstance(annotation, type) and issubclass(annotation, BaseModel))
