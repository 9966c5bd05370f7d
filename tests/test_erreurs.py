"""Each bad file is told in the exact words of its `attendu.txt`.

A case is a folder of `erreurs/cas/`: files that replace those of `erreurs/projet/`, a list of files to remove
(`retirer.txt`) if there are any, and the report expected.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.mistakes import MistakesError, report
from macros.project import load
from tests.conftest import small_project

FOLDER = Path(__file__).parent / "erreurs"
CASES = sorted(path.name for path in (FOLDER / "cas").iterdir())


def make(root: Path, case: str | None = None) -> None:
    """Make the project of a case, or the right one; the settings of MkDocs are those of the site."""
    small_project(root)
    if case is None:
        return
    shutil.copytree(FOLDER / "cas" / case, root, dirs_exist_ok=True)
    removed = root / "retirer.txt"
    for file in removed.read_text(encoding="utf-8").split() if removed.exists() else []:
        (root / file).unlink()


def test_the_project_of_the_cases_is_right(tmp_path: Path) -> None:
    make(tmp_path / "projet")
    project = load(tmp_path / "projet")
    assert list(project.formulaires) == ["confirmation"]
    assert list(project.documents) == ["directive", "politique"]
    assert list(project.plateformes) == ["teams", "texto"]
    assert list(project.listes) == ["bilan"]


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told(case: str, tmp_path: Path) -> None:
    make(tmp_path / "projet", case)
    with pytest.raises(MistakesError) as caught:
        load(tmp_path / "projet")
    expected = (FOLDER / "cas" / case / "attendu.txt").read_text(encoding="utf-8")
    assert report(caught.value.mistakes) + "\n" == expected
