"""Each bad file is told in the exact words expected.

A case is a text of `erreurs/cas/`: short edits of the project of `erreurs/projet/`, then, after « === », the report expected
(`erreurs/edits.py` says how an edit is written).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading import load
from macros.mistakes import MistakesError, report
from tests.erreurs.edits import apply

FOLDER = Path(__file__).parent / "erreurs"
CASES = sorted(path.stem for path in (FOLDER / "cas").glob("*.txt"))


def test_the_project_of_the_cases_is_right(small_root: Path) -> None:
    project = load(small_root)
    assert list(project.formulaires) == ["confirmation"]
    assert list(project.documents) == ["directive", "politique"]
    assert list(project.plateformes) == ["teams", "texto"]
    assert list(project.listes) == ["bilan"]


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told(case: str, small: Path) -> None:
    edits, _, expected = (FOLDER / "cas" / f"{case}.txt").read_bytes().decode().partition("\n===\n")
    apply(edits, small)
    with pytest.raises(MistakesError) as caught:
        load(small)
    assert report(caught.value.mistakes) + "\n" == expected
