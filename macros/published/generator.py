"""What every JSON Schema of this site is made with: titles and descriptions in French alone, and the form of a text of a fixed form."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from macros.model.base import Mot


class Generator(GenerateJsonSchema):
    """Writes a model without what is for programmers."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a mapping without its docstring, which is for programmers, nor a title unless it has its own."""
        described = super().model_schema(schema)
        titles = {"title": title} if (title := schema["cls"].model_config.get("title")) else {}
        return titles | {key: value for key, value in described.items() if key not in ("title", "description")}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Give no key a title made of its name: without accents, it would be bad French."""
        return False


def fixed(schema: core_schema.AfterValidatorFunctionSchema) -> type[Mot] | None:
    """Return the kind of text of a fixed form that a schema reads, or None for another value."""
    kind = getattr(schema["function"]["function"], "__self__", None)
    return kind if isinstance(kind, type) and issubclass(kind, Mot) else None


def whole(form: re.Pattern[str]) -> str:
    """Return the regular expression of a value that has a form from its first sign to its last."""
    return f"^(?:{form.pattern})$"


def dumped(content: Any) -> str:
    """Return JSON readable by people too."""
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
