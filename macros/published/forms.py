"""Published forms: what is published of a model, said by naming its keys, in order, and those that are added or reshaped."""

from __future__ import annotations

from copy import copy
from types import GenericAlias
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, RootModel, create_model
from pydantic.fields import FieldInfo

# A key: its type, and what it holds.
Key = tuple[Any, FieldInfo]


class Published(BaseModel):
    """A published object: filled from anything that has its keys as attributes."""

    model_config = ConfigDict(from_attributes=True)


def form(model: type[BaseModel], keys: str = "", **own: Key) -> type[Published]:
    """Return the published form of a model.

    It has `keys`, separated by spaces, in their order (if none is named, all of the model's), each as the model has it unless it is
    among `own`, and always with a description. Raises KeyError for a key that neither has.
    """
    fields: Any = {key: own[key] if key in own else like(model, key) for key in keys.split() or model.model_fields}
    for key, (kind, info) in fields.items():
        fields[key] = (kind, info if info.description else Field(description=model.model_fields[key].description))
    return create_model(f"{model.__name__}Json", __base__=Published, **fields)


def own(kind: Any, description: str | None = None) -> Key:
    """Return a key that the model lacks, or has in another shape; without a description, the model's stays."""
    return kind, Field(description=description)


def like(model: type[BaseModel], key: str) -> Key:
    """Return a key as a model has it. Raises KeyError if it has none of that name."""
    info = model.model_fields[key]
    return info.annotation, copy(info)


def many(kind: type[BaseModel], description: str | None = None) -> Key:
    """Return a key that holds a list of objects of a form; without a description, the model's stays."""
    return own(GenericAlias(list, (kind,)), description)


def listed(kind: type[BaseModel]) -> type[BaseModel]:
    """Return the form of a file that is a list of objects of a form, without a key."""
    root: Any = many(kind)
    return create_model(f"{kind.__name__}s", __base__=RootModel[Any], root=root)


def publish(shape: type[Published], source: object = None, **own: Any) -> Published:
    """Return a form filled with the attributes of a source, and with `own` for the keys that it adds or reshapes."""
    taken = {key: getattr(source, key) for key in shape.model_fields if key not in own}
    return shape.model_validate({**taken, **own})
