"""The floors of the code: no import goes back up, none makes a circle, and MkDocs is loaded by the adapter alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
MODULES = sorted(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in (ROOT / "macros").rglob("*.py"))
LOADED = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({name.partition(".")[0] for name in sys.modules if name.startswith(("mkdocs", "material."))}))
"""


def run(folder: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the code and of its contracts, to be spoilt."""
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_contracts_hold() -> None:
    done = run(ROOT, CONTRACTS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("macros/days.py", "from macros.export import csp", "macros.days is not allowed to import macros.export"),
        ("macros/project.py", "from macros.checking import check", "macros.project is not allowed to import macros.checking"),
        ("macros/checking/known.py", "from macros.checking import references", "macros.checking"),
        ("macros/nouveau.py", "", "macros.nouveau"),
    ],
)
def test_an_arrow_back_up_a_circle_and_a_module_without_a_floor_are_refused(copy: Path, file: str, line: str, told: str) -> None:
    with (copy / file).open("a", encoding="utf-8") as text:
        text.write(f"\n{line}\n")
    done = run(copy, CONTRACTS)
    assert done.returncode == 1, done.stdout
    assert told in done.stdout


def test_nothing_but_the_adapter_loads_mkdocs() -> None:
    done = run(ROOT, LOADED, *(name for name in MODULES if not name.startswith("macros.adapter")))
    assert (done.returncode, done.stdout.split()) == (0, []), done.stderr


def test_the_adapter_loads_mkdocs() -> None:
    assert run(ROOT, LOADED, "macros.adapter.hooks").stdout.split() == ["mkdocs"]
