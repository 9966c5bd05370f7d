"""Every published data file is right for the schema with which an editor's tool checks it."""

from __future__ import annotations

import pytest

from macros.reading.draft import strangers
from macros.reading.tree import walk
from tests.schemas import ROOT, wrong

DATA = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yml"))


@pytest.mark.parametrize("file", DATA)
def test_every_data_file_is_right(file: str) -> None:
    assert wrong(file, (ROOT / file).read_text(encoding="utf-8")) == []


def test_nothing_takes_the_schemas_for_data() -> None:
    assert strangers(walk(ROOT)) == []
