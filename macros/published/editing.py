"""The JSON Schemas of the data files, from the models: with them, an editor that knows YAML completes and explains while one types.

They say what a key may hold, not what exists: an id is known by its form alone, so that no change of the data makes them stale. The checks
say the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from macros.model.base import DAY, MAIL, WEB, Modele, as_day, as_mail_address, as_number, as_text, as_web_address, as_yes_no
from macros.model.kinds import FOLDERS, SINGLE_FILES
from macros.published.generator import Generator, dumped, fixed, whole
from macros.reading.models import EXPECTED
from macros.words import capitalized

FOLDER = "data/.schemas"
SETTINGS = ".vscode/settings.json"
DIALECT = "http://json-schema.org/draft-07/schema#"
NOTE = "Made from macros/model/ by: make schemas. Do not edit."


def sentence(text: str) -> str:
    """Return a remedy as a sentence."""
    return f"{capitalized(text)}."


# What an editor's YAML 1.2 makes of the scalars, which the site reads as text: `10` and a text like « 311 » are numbers there, « true » is
# neither, `oui` and days are text. By the validator that reads them; what an editor says of a wrong one is what the site says.
SCALARS: dict[Callable[..., Any], JsonSchemaValue] = {
    as_text: {"type": ["string", "number", "boolean"], "pattern": r"\S", "errorMessage": sentence(EXPECTED["string_type"][1])},
    as_day: {"type": "string", "pattern": whole(DAY), "patternErrorMessage": sentence(EXPECTED["date_type"][1])},
    as_yes_no: {"type": "string", "enum": ["oui", "non"], "errorMessage": sentence(EXPECTED["bool_type"][1])},
    as_number: {
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": 999999999,
        "pattern": "^[0-9]{1,9}$",
        "errorMessage": sentence(EXPECTED["int_type"][1]),
    },
    as_web_address: {"type": "string", "pattern": whole(WEB)},
    as_mail_address: {"type": "string", "pattern": whole(MAIL)},
}


class Describer(Generator):
    """Writes a model as what an editor reads: an absent key left out rather than null."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Return the schema of a scalar by the validator that reads it."""
        return SCALARS.get(schema["function"]["function"]) or super().function_before_schema(schema)

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """Return the schema of a text of a fixed form: an id may look like a number."""
        if kind := fixed(schema):
            return {"type": ["string", "integer", "boolean"], "pattern": whole(kind.forme), "patternErrorMessage": sentence(kind.attendu)}
        return super().function_after_schema(schema)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the schema of a value that may be left out: a key with nothing after it says nothing."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema of a value that has a default, which its description says if it matters."""
        return self.generate_inner(schema["schema"])


def files() -> dict[str, str]:
    """Return the text of each file that helps editors, by its path from the project's root."""
    schemas = {address(data): dumped(schema(model)) for data, model in edited().items()}
    return {**schemas, SETTINGS: dumped({"yaml.schemas": {f"./{address(data)}": f"/{data}" for data in edited()}})}


def edited() -> dict[str, type[Modele]]:
    """Return the model of each data file, or of each file that a pattern names."""
    return {**SINGLE_FILES, **{f"{folder}/*.yml": model for folder, model in FOLDERS.items()}}


def address(data: str) -> str:
    """Return the path of the schema of a data file, or of the files that a pattern names: it has the file's or the folder's name."""
    path = PurePosixPath(data)
    return f"{FOLDER}/{path.parent.name if '*' in path.name else path.stem}.json"


def schema(model: type[Modele]) -> JsonSchemaValue:
    """Return the schema of a data file, each part written where it stands."""
    described = model.model_json_schema(schema_generator=Describer)
    parts = described.pop("$defs", {})
    return {"$schema": DIALECT, "$comment": NOTE, **inlined(described, parts)}


def inlined(value: Any, parts: dict[str, Any]) -> Any:
    """Return a schema with each of its parts in the place of the reference to it."""
    if isinstance(value, list):
        return [inlined(item, parts) for item in value]
    if not isinstance(value, dict):
        return value
    part = parts[value["$ref"].rpartition("/")[2]] if "$ref" in value else {}
    return {key: inlined(item, parts) for key, item in {**part, **value}.items() if key != "$ref"}


def stale(root: Path) -> list[str]:
    """Return the files below a project's root that are no longer those that the models give, and those that no model gives."""
    made = files()
    strangers = {path.relative_to(root).as_posix() for path in (root / FOLDER).glob("*")} - {*made}
    return sorted(
        {name for name, text in made.items() if not (root / name).is_file() or (root / name).read_text(encoding="utf-8") != text} | strangers
    )


def write(root: Path) -> None:
    """Write the files below a project's root, and remove from their folder those that no model gives."""
    for name in stale(root):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if text := files().get(name):
            (root / name).write_text(text, encoding="utf-8", newline="\n")
        else:
            (root / name).unlink()
