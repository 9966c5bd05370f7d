"""The documentation of the published fields, read from their forms and, through these, from the models."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.base import Id, JourAnnee, Mot, Renvoi
from macros.published.schema import FILES, CodeFichier

NAMES = {
    bool: "vrai ou faux",
    int: "nombre",
    date: "date (AAAA-MM-JJ)",
    JourAnnee: "jour (MM-JJ)",
    Renvoi: "citation d'un article",
}
# What a model says of a key that its file leaves out.
ABSENT = re.compile(r"; absent : ([^.]+)")


@dataclass(frozen=True)
class FieldDoc:
    """A field: its path from the root (`encadrements[].articles[].force`), its type in words, its meaning."""

    path: str
    type: str
    description: str


def fields(file: CodeFichier) -> list[FieldDoc]:
    """Return the fields of a published file, in order, nested ones included."""
    model = FILES[file]
    return list(walk(unwrap(model.model_fields["root"].annotation)[0], "[].") if "root" in model.model_fields else walk(model, ""))


def walk(model: type[BaseModel], prefix: str) -> Iterator[FieldDoc]:
    """Yield the fields of a model, then those of the models they hold."""
    for name, info in model.model_fields.items():
        if info.exclude:
            continue
        inner, is_list = unwrap(info.annotation)
        path = f"{prefix}{name}{'[]' if is_list else ''}"
        yield FieldDoc(path, "identifiant" if name == "id" else type_name(info.annotation), description(info))
        if is_object(inner):
            yield from walk(inner, f"{path}.")


def description(info: FieldInfo) -> str:
    """Return what a field holds: as its model says it, with what stands for an absent value, and the codes that it may have."""
    stands = {"None": r"; null : \1", "[]": r"; vide : \1"}.get(str(info.default), "")
    text = ABSENT.sub(stands, info.description or "")
    values = codes(info.annotation)
    told = all(value in text.lower() for value in values)
    return text if told else f"{text} Valeurs : {', '.join(values[:-1])} ou {values[-1]}."


def codes(annotation: Any) -> tuple[str, ...]:
    """Return the codes that a value, or each item of a list, may have; none if it is free."""
    inner, _ = unwrap(annotation)
    return get_args(inner) if get_origin(inner) is Literal else ()


def unwrap(annotation: Any) -> tuple[Any, bool]:
    """Return the type of a list's items and True, or the type itself, were it optional, and False."""
    if get_origin(annotation) is list:
        return get_args(annotation)[0], True
    present = [a for a in get_args(annotation) if a is not type(None)]
    return (present[0] if is_union(annotation) and len(present) == 1 else annotation), False


def is_union(annotation: Any) -> bool:
    """Tell whether a type is a choice between several."""
    return get_origin(annotation) in (Union, types.UnionType)


def is_object(annotation: Any) -> bool:
    """Tell whether a type is written as a JSON object."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def type_name(annotation: Any) -> str:
    """Return a type in French words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if is_union(annotation):
        return " ou ".join("null" if a is type(None) else type_name(a) for a in arguments)
    if hasattr(annotation, "__metadata__"):
        return type_name(arguments[0])
    if origin is list:
        return f"liste ({type_name(arguments[0])})"
    return "objet" if is_object(annotation) else NAMES.get(annotation) or identifier(annotation) or "texte"


def identifier(annotation: Any) -> str | None:
    """Return « identifiant » and the published file whose things it names, if there is one; None for what is no identifier."""
    if not (isinstance(annotation, type) and issubclass(annotation, Mot)):
        return None
    return f"identifiant dans {homes()[annotation]}.json" if annotation in homes() else "identifiant"


@cache
def homes() -> dict[Any, str]:
    """Return the published file of each kind of id: that whose things have such an id."""
    items = {file: unwrap(info.annotation)[0] for file, model in FILES.items() for info in model.model_fields.values()}
    ids = {file: item.model_fields["id"].annotation for file, item in items.items() if "id" in item.model_fields}
    return {kind: file for file, kind in ids.items() if kind is not Id}
