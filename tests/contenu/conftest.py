"""What guards the content looks at what is published, not at the frozen site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.loading import load
from macros.project import Project
from tests import lectures
from tests.lectures import ROOT


@pytest.fixture(autouse=True)
def content() -> Iterator[None]:
    """These tests read what is published."""
    yield
    lectures.taken()


@pytest.fixture(scope="session")
def project() -> Project:
    """The project's real data and clauses."""
    return load(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as it is published; `make test` has just built it."""
    if built := os.environ.get("BUILT_SITE"):
        return Path(built).resolve()
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
