"""Good files broken at random: the project loads, or every mistake is told clearly; never anything else.

`EXEMPLES=5000 pytest tests/test_proprietes.py` tries more of them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.constructions import PARTS
from tests.mutations import OPERATIONS, SNIPPETS, Change, broken, faults, mistakes
from tools.asked import number

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent
# The small site that is whole: it loads twenty times as fast as the frozen one, and has every kind of file.
FILES = ["mkdocs.yml", *sorted({p.relative_to(part).as_posix() for part in PARTS for p in part.rglob("*") if p.suffix in (".yml", ".md")})]
EXAMPLES = number("EXEMPLES", 300)

NUMBERS = st.integers(0, 100_000)
CHANGES = st.lists(st.tuples(st.sampled_from(OPERATIONS), NUMBERS, NUMBERS, st.sampled_from(SNIPPETS) | st.text(max_size=8)), min_size=1, max_size=3)
BYTES = st.none() | st.tuples(NUMBERS, st.sampled_from([b"\xe9", b"\xff\xfe", b"\xc3", b"\x80", b"\xed\xa0\x80"]))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small site."""
    root = tmp_path_factory.mktemp("projet")
    for part in PARTS:
        shutil.copytree(part, root, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, suppress_health_check=SLOW)
@given(file=st.sampled_from(FILES), changes=CHANGES, raw=BYTES)
def test_a_broken_file_is_explained(copy: Path, file: str, changes: list[Change], raw: tuple[int, bytes] | None) -> None:
    path = copy / file
    good = path.read_bytes()
    try:
        path.write_bytes(broken(good, changes, raw))
        told = mistakes(copy)
        assert told is None or told
        assert [(str(m), fault) for m in told or [] for fault in faults(copy, m)] == []
    finally:
        path.write_bytes(good)
