"""The JSON Schemas of the published files, from their forms: with them, a program checks what it takes of the site."""

from __future__ import annotations

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from macros.published.fields import description
from macros.published.generator import Generator, dumped, fixed, whole
from macros.published.schema import FILES, CodeFichier
from macros.typography import french

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Validator(Generator):
    """Writes a form as what is published of it: every key is there, and holds what the page of the files says of it."""

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """Return the schema of a text of a fixed form."""
        made = super().function_after_schema(schema)
        kind = fixed(schema)
        return {**made, "pattern": whole(kind.forme)} if kind else made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema of a value that a data file may leave out: a published file never does."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of an object, whose keys are all there and say what they hold; one may be added to it some day."""
        made = super().model_schema(schema)
        keys, fields = made.get("properties", {}), schema["cls"].model_fields
        for name, key in keys.items():
            key["description"] = french(description(fields[name]))
        own = {"required": [*keys]} if keys else {}
        return {name: french(value) if name == "title" else value for name, value in made.items() if name != "additionalProperties"} | own


def text_of(file: CodeFichier) -> str:
    """Return the schema of a published file."""
    made = FILES[file].model_json_schema(mode="serialization", schema_generator=Validator)
    return dumped({"$schema": DIALECT, "title": f"{file}.json", **made})
