"""Edits as a communications office makes them: what the gate says of each, and what it is said to change for readers.

A case is an edit (`tests/erreurs/edits.py`), then the beginnings of lines that the gate says, then those that the comparison says;
a beginning after « ! » is one that nothing says.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.checking import rereading
from macros.incidences import bodies, sheets
from macros.incidences.command import PARTS, compare
from macros.incidences.shown import terminal
from macros.incidences.states import Both, State, state
from macros.loading import checked, load
from macros.mistakes import MistakesError, report
from macros.reading.draft import read
from macros.reading.tree import walk
from tests.copie import CONTENT, frozen
from tests.erreurs.edits import apply

CASES = sorted((Path(__file__).parent / "cas").glob("*.txt"))
SOUND = "Aucune erreur."
# What takes long is made for the cases that look at it.
SLOW = {sheets.sheets: "(PDF)", bodies.pages: "== Pages"}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> State:
    """The frozen site before each edit, with a line for each clause in the book of what was read again."""
    root = frozen(tmp_path_factory.mktemp("avant") / "projet", *CONTENT)
    (root / "data/relectures.yml").write_text(rereading.written(read(root, walk(root))), encoding="utf-8")
    return state(root)


def gate(found: State) -> str:
    """Return what the gate says of a content that was read: what it finds among the checks was found once for the comparison too."""
    try:
        load(found.draft.root) if found.draft.tree.mistakes else checked(found.draft)
    except MistakesError as error:
        return report(error.mistakes)
    return SOUND


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_an_edit_is_told(base: State, case: Path, tmp_path: Path) -> None:
    edits, said, changed = case.read_text(encoding="utf-8").split("\n===\n")
    root = Path(shutil.copytree(base.draft.root, tmp_path / "projet"))
    apply(edits, root)
    parts = [part for part in PARTS if part not in SLOW or SLOW[part] in changed]
    after = state(root)
    shown = terminal(compare(Both(base, after, root), parts))
    for beginnings, told in ((said, gate(after)), (changed, shown)):
        lines = told.replace("\u00a0", " ").splitlines()
        wrong = [one for one in beginnings.splitlines() if one.startswith("!") == any(line.startswith(one.removeprefix("!")) for line in lines)]
        assert wrong == [], told


def test_there_are_the_sixteen_and_thirteen_more() -> None:
    assert sorted({path.stem.partition("-")[0] for path in CASES}) == [f"{number:02}" for number in range(1, 30)]
