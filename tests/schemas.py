"""What an editor's tool sees in a data file, and what it shows as wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

import yaml
from jsonschema import Draft7Validator

from macros.published.editing import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
WIRED: dict[str, str] = json.loads((ROOT / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"]


class Core(yaml.SafeLoader):
    """Reads YAML as yaml-language-server does, by the core schema of YAML 1.2: neither `oui` nor a day is more than text."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for tag, form, first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})\Z"), [*first, *([""] if tag == "null" else [])])


def seen(text: str) -> Any:
    """Return what an editor sees in a text."""
    return yaml.load(text, Core)


def wrong(file: str, text: str) -> list[str]:
    """Return where an editor shows something wrong in a data file."""
    found = Draft7Validator(json.loads((ROOT / wired(file)).read_text(encoding="utf-8"))).iter_errors(seen(text))
    return sorted("/".join(map(str, error.absolute_path)) + f" {error.validator}" for error in found)


def wired(file: str) -> str:
    """Return the schema that the settings give to a data file."""
    (schema,) = [schema for schema, pattern in WIRED.items() if PurePosixPath(f"/{file}").match(pattern)]
    return schema
