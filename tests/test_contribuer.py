"""The examples of CONTRIBUER.md make a small project that loads, before and after each change that it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.mistakes import MistakesError
from macros.project import Project, load
from macros.reading.draft import SINGLE_FILES

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "CONTRIBUER.md").read_text(encoding="utf-8")
# A fenced block whose first line names its file: as YAML's comment, or as HTML's for a page, which is not to be copied.
BLOCK = re.compile(
    r"^```(?:yaml|markdown)\n(?:# |<!-- )([\w./-]+\.(?:yml|md))(?: \(([\wè]+)\))?(?: : ne recopiez pas cette ligne)?(?: -->)?\n(.*?)^```$",
    re.S | re.M,
)
BLOCKS = {(file, moment): text for file, moment, text in BLOCK.findall(GUIDE)}
EXAMPLES = {file: text for (file, moment), text in BLOCKS.items() if moment in ("", "début")}
CHANGES = [file for file, moment in BLOCKS if moment == "avant"]
Make = Callable[..., Project]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes the project of the examples, with some files changed, and loads it."""

    def load_with(**changed: str) -> Project:
        vocabulary = (ROOT / "tests/erreurs/projet/data/vocabulaire.yml").read_text(encoding="utf-8")
        rest = vocabulary[vocabulary.index("  - id: interdiction") :]
        for file, text in {**EXAMPLES, **changed}.items():
            (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file).write_text(text + rest * (file == "data/vocabulaire.yml"), encoding="utf-8")
        return load(tmp_path)

    return load_with


def test_every_block_is_understood() -> None:
    assert len(re.findall(r"^```(?:yaml|markdown)$", GUIDE, re.M)) == len(BLOCKS)
    assert {moment for _, moment in BLOCKS} == {"", "début", "avant", "après"}


def test_each_kind_of_file_has_an_example() -> None:
    pages = {"docs/index.md", "docs/encadrements/exemple.md", "docs/plateformes/exemple.md"}
    assert {*EXAMPLES} == {*SINGLE_FILES, *pages, "data/plateformes/exemple.yml", "mkdocs.yml"}


def test_the_examples_load(make: Make) -> None:
    project = make()
    assert list(project.passages) == [f"exemple/{n}" for n in ("1", "2", "2.1", "2.1.a", "2.1.b", "annexe-a", "questions")]
    assert project.plateformes["exemple"].nom == "Babillard"


@pytest.mark.parametrize("file", CHANGES)
def test_each_change_loads(make: Make, file: str) -> None:
    before, after = BLOCKS[file, "avant"], BLOCKS[file, "après"]
    assert EXAMPLES[file].count(before) == 1
    make(**{file: EXAMPLES[file].replace(before, after)})


def test_the_status_changes_on_the_day(make: Make) -> None:
    file = "data/plateformes/exemple.yml"
    project = make(**{file: EXAMPLES[file].replace(BLOCKS[file, "avant"], BLOCKS[file, "après"])})
    statuts = project.plateformes["exemple"].statuts.parents
    held = [[s.statut for s in statuts if s.en_vigueur(day)] for day in (date(2028, 1, 14), date(2028, 1, 15))]
    assert held == [["autorisation"], ["proscrite"]]


def test_the_message_is_the_one_that_an_editor_gets(make: Make) -> None:
    file = "data/plateformes/exemple.yml"
    with pytest.raises(MistakesError) as caught:
        make(**{file: f"# {file}\n" + EXAMPLES[file].replace("2027-06-30", "2027-06-31")})
    assert f"```text\n{caught.value.mistakes[0]}\n```" in GUIDE
    assert len(caught.value.mistakes) == 1
