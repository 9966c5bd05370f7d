"""SECURITY.md names, for each promise, tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
POLICY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted({*re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", POLICY)})
ROWS = [line for line in POLICY.splitlines() if line.startswith("| ") and not line.startswith(("| promise |", "|---"))]


def test_each_promise_has_a_test() -> None:
    assert len(ROWS) > 10
    assert [row for row in ROWS if "::test_" not in row] == []


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_named_test_exists(file: str, test: str) -> None:
    assert re.search(rf"^(?:async )?def {test}\(", (ROOT / file).read_text(encoding="utf-8"), re.M)


def test_every_test_is_named_in_full() -> None:
    assert len(re.findall(r"::test_", POLICY)) == len(re.findall(r"`tests/[\w/]+\.py::\w+`", POLICY))
