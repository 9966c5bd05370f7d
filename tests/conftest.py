"""What all the tests share: the project's root, and the site built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.loading import load
from macros.project import Project
from tools.serving import serving

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "erreurs" / "projet"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


def small_project(folder: Path) -> Path:
    """Copy the small project of the cases to a folder that does not exist; the settings of MkDocs are those of the site."""
    shutil.copytree(SMALL, folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project of the cases, which no test changes."""
    return small_project(tmp_path_factory.mktemp("petit") / "projet")


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


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serving(site) as url:
        yield url
