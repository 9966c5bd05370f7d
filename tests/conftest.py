"""What all the tests share: the project's root, the frozen site built once, and that no test of the code reads what is published."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.loading import load
from macros.project import Project
from tests import fige, lectures
from tests.copie import copied, frozen, held, restore
from tests.navigateur.partage import once
from tools.browser import SAME_FRAME, launched
from tools.serving import serving

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "erreurs" / "projet"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: one core would end it while the others have nothing left."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Forget what the tests of the content listed."""
    lectures.taken()


@pytest.fixture(autouse=True)
def content() -> Iterator[None]:
    """A test of the code reads nothing of what is published; those of tests/contenu/ do."""
    yield
    assert lectures.taken() == [], "this test reads what is published: use the frozen site (tests/site_fige/), or move it to tests/contenu/"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root: its code."""
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
def small_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project of the cases with our code, built as `make build` does, with what that build keeps; a test changes a copy."""
    return once(tmp_path_factory, "petit", lambda folder: make_build(copied(folder, {})))


def make_build(project: Path) -> None:
    """Leave the site of a project in its folder."""
    done = subprocess.run([sys.executable, "-m", "tools.build"], cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def small_copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Path, bytes]]:
    """The small project of the cases, and what its files hold."""
    root = small_project(tmp_path_factory.mktemp("copie") / "projet")
    return root, held(root)


@pytest.fixture
def small(small_copy: tuple[Path, dict[Path, bytes]]) -> Iterator[Path]:
    """The small project of the cases, which a test may change: the next one finds it as it was."""
    root, former = small_copy
    yield root
    restore(root, former)


@pytest.fixture(scope="session")
def frozen_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen project, with our code, which no test changes."""
    return frozen(tmp_path_factory.mktemp("fige") / "projet")


@pytest.fixture(scope="session")
def project(frozen_root: Path) -> Project:
    """The data and clauses of the frozen site."""
    return load(frozen_root)


@pytest.fixture(scope="session")
def site() -> Path:
    """The frozen site, built as the site is published."""
    return fige.built()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed browser."""
    with launched(SAME_FRAME) as browser:
        yield browser
