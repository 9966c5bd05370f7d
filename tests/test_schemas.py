"""The schemas with which editors help one type: up to date, true to the data, wired, in French."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft7Validator

from macros.__main__ import stale as told
from macros.model.base import Modele
from macros.published.editing import FOLDER, SETTINGS, address, edited, files, stale, write
from macros.reading.draft import read
from macros.reading.tree import walk
from tests.schemas import ROOT, seen, wrong

SAMPLES = ROOT / "tests" / "erreurs" / "projet"
PLATFORM = "data/plateformes/teams.yml"


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield each mapping of a schema."""
    if isinstance(schema, list | dict):
        for item in schema.values() if isinstance(schema, dict) else schema:
            yield from nodes(item)
    if isinstance(schema, dict):
        yield schema


def test_the_reader_is_that_of_yaml_1_2() -> None:
    assert seen("[oui, non, no, on, 2026-06-30, 13:30, 06-30, 10, 1.5, true, ~]") == (
        ["oui", "non", "no", "on", "2026-06-30", "13:30", "06-30", 10, 1.5, True, None]
    )


def test_the_schemas_are_those_of_the_models() -> None:
    assert stale(ROOT) == [], "Remedy: run « make schemas », then commit what changed."


def test_a_stale_schema_is_told_and_written_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (FOLDER, str(PurePosixPath(SETTINGS).parent)):
        shutil.copytree(ROOT / name, tmp_path / name)
    assert told(tmp_path) == 0
    (tmp_path / FOLDER / "regles.json").write_text("{}\n", encoding="utf-8")
    (tmp_path / FOLDER / "ancien.json").write_text("{}\n", encoding="utf-8")
    (tmp_path / SETTINGS).unlink()
    assert stale(tmp_path) == [SETTINGS, f"{FOLDER}/ancien.json", f"{FOLDER}/regles.json"]
    assert told(tmp_path) == 1
    assert capsys.readouterr().out == (
        f"No longer what the models say: {SETTINGS}, {FOLDER}/ancien.json, {FOLDER}/regles.json."
        " Remedy: run « make schemas », then commit what changed.\n"
    )
    write(tmp_path)
    assert stale(tmp_path) == []
    assert {path.name for path in (tmp_path / FOLDER).iterdir()} == {path.name for path in (ROOT / FOLDER).iterdir()}


def test_the_command_says_that_nothing_is_stale() -> None:
    done = subprocess.run([sys.executable, "-m", "macros", "stale"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("file", sorted(path.relative_to(SAMPLES).as_posix() for path in (SAMPLES / "data").rglob("*.yml")))
def test_every_sample_is_right(file: str) -> None:
    assert wrong(file, (SAMPLES / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", edited())
def test_a_schema_is_sound_and_in_french(file: str) -> None:
    schema = json.loads(files()[address(file)])
    Draft7Validator.check_schema(schema)
    objects = [node for node in nodes(schema) if node.get("type") == "object"]
    assert all(node["title"] and node["additionalProperties"] is False for node in objects)
    assert all(key["description"] for node in objects for key in node["properties"].values())
    models = {model.__doc__ for model in every(Modele)}
    assert not {node.get("description") for node in nodes(schema)} & models


def every(model: type[Modele]) -> list[type[Modele]]:
    """Return the models that a model has begotten."""
    return [found for child in model.__subclasses__() for found in (child, *every(child))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("ordre: ", "ordre: dix # ", "ordre pattern"),
        ("ordre: ", "ordre: -", "ordre minimum"),
        ("ordre: ", "ordre: 1000000000", "ordre maximum"),
        ("nom: ", "nom:\n  - ", "nom type"),
        ("nom: ", "nom: ' ' # ", "nom pattern"),
        ("nom: ", "non: ", " additionalProperties"),
        ("resume: ", "# ", " required"),
        ("- statut: proscrite", "- statut: proscrit", "statuts/parents/0/statut enum"),
        ("du: 2025-08-22", "du: 22 août 2025", "statuts/parents/0/du pattern"),
        ("regle: ", "regle: oui # ", "destruction/regle enum"),
    ],
)
def test_a_mistake_shows_while_one_types(before: str, after: str, expected: str) -> None:
    text = (SAMPLES / PLATFORM).read_text(encoding="utf-8")
    assert before in text
    assert expected in wrong(PLATFORM, text.replace(before, after, 1))


@pytest.mark.parametrize(("value", "expected"), [("oui", []), ("non", []), ("Oui", ["enum"]), ("true", ["enum", "type"]), ('"non"', [])])
def test_yes_and_no_are_those_of_the_site(value: str, expected: list[str]) -> None:
    text = f"echeances:\n  - {{id: a, titre: b, moment: c, detail: d, roles: [e], articles: [f/1], jour_fixe: {value}}}\n"
    assert wrong("data/echeances.yml", text) == [f"echeances/0/jour_fixe {kind}" for kind in expected]


def test_what_looks_like_a_number_or_a_truth_is_text_where_the_site_reads_text(tmp_path: Path) -> None:
    text = "tout_le_personnel: 311\ngroupes:\n  - id: 7\n    nom: true\nroles:\n  - id: 311\n    nom: 12.5\n    groupe: 7\n"
    assert wrong("data/roles.yml", text) == []
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "roles.yml").write_text(text, encoding="utf-8")
    assert read(tmp_path, walk(tmp_path)).sources["data/roles.yml"].mistakes == []
