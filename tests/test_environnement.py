"""The environment is made apart: a set-up that fails leaves the former one, and says why in a sentence."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

# What the script of the set-up calls, and nothing that installs packages of the system.
TOOLS = ("bash", "cat", "dirname", "id", "mkdir", "mv", "rm")
# A Python whose environments have the pip of the first one: made anew, its files would be the same, and it takes all of the time.
QUICK = f"""#!{sys.executable}
import os, shutil, sys
from pathlib import Path
command = ["{sys.executable}", *sys.argv[1:]]
if command[1:3] != ["-m", "venv"]:
    os.execv(command[0], command)
if code := os.spawnv(os.P_WAIT, command[0], [*command[:3], "--without-pip", *command[3:]]):
    sys.exit(code)
for pip in Path(".venv").glob("lib/*/site-packages/pip*"):
    shutil.copytree(pip, Path(command[-1]) / pip.relative_to(".venv"))
"""
PACKAGE = "weasyprint-70.0-py3-none-any.whl"
FILES = {
    "weasyprint/__init__.py": "",
    "weasyprint/text/__init__.py": "",
    "weasyprint/text/ffi.py": "harfbuzz_subset = True\n",
    "weasyprint-70.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: weasyprint\nVersion: 70.0\n",
    "weasyprint-70.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "weasyprint-70.0.dist-info/entry_points.txt": "[console_scripts]\nweasy = weasyprint.text:main\n",
}


def wheel(folder: Path) -> str:
    """Write a package that stands for all those of the lock; return its hash."""
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},{len(text)}\n"
        for name, text in FILES.items()
    )
    with zipfile.ZipFile(folder / PACKAGE, "w") as file:
        for name, text in {**FILES, "weasyprint-70.0.dist-info/RECORD": record}.items():
            file.writestr(name, text)
    return hashlib.sha256((folder / PACKAGE).read_bytes()).hexdigest()


def set_up(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up of a project, without a network: packages come from its folder."""
    given = {"PATH": str(project / "outils"), "PYTHON": "python-vite", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project / "paquets")}
    command = ["bash", "tools/environment.sh"]
    return subprocess.run(command, cwd=project, env={**given, **environment}, capture_output=True, text=True, check=False)


def runs(project: Path) -> bool:
    """Tell whether the environment runs and has what the lock asks for."""
    code = "import weasyprint.text.ffi, sys; print(sys.prefix)"
    done = subprocess.run([".venv/bin/python", "-c", code], cwd=project, capture_output=True, text=True, check=False)
    return done.stdout == f"{project / '.venv'}\n"


def left(project: Path) -> list[str]:
    """Return what set-ups left in the cache."""
    return sorted(path.name for path in (project / ".cache").iterdir())


@pytest.fixture(scope="module")
def ready(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has set itself up, from a package that stands for all the others."""
    folder = tmp_path_factory.mktemp("pret")
    for name in ("tools", "paquets", "outils"):
        (folder / name).mkdir()
    for tool in TOOLS:
        (folder / "outils" / tool).symlink_to(shutil.which(tool) or "")
    shutil.copy(root / "tools" / "environment.sh", folder / "tools")
    shutil.copy(root / "Makefile", folder)
    (folder / "requirements.lock").write_text(f"weasyprint==70.0 --hash=sha256:{wheel(folder / 'paquets')}\n", encoding="utf-8")
    done = set_up(folder, PYTHON=sys.executable)
    assert done.returncode == 0, done.stderr
    program(folder, "python-vite", QUICK)
    return folder


def program(project: Path, name: str, text: str) -> None:
    """Put a program among those that the set-up finds."""
    path = project / "outils" / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def refused(project: Path, done: subprocess.CompletedProcess[str]) -> str:
    """Return the sentence of a set-up that failed, and left the former environment."""
    assert done.returncode == 1
    assert runs(project)
    assert left(project) in ([], ["environment.log"])
    assert re.fullmatch(r".+ Remedy: .+\n", done.stderr)
    return done.stderr


def test_an_environment_runs_where_it_is_put(ready: Path) -> None:
    assert runs(ready)
    assert (ready / ".venv" / "ready").exists()
    assert left(ready) == []
    for script in ("pip", "weasy", "activate"):
        text = (ready / ".venv" / "bin" / script).read_text(encoding="utf-8")
        assert f"{ready}/.venv" in text
        assert "venv-" not in text
    assert subprocess.run([ready / ".venv/bin/pip", "--version"], check=False, capture_output=True).returncode == 0


def test_a_wrong_hash_leaves_the_former_environment(ready: Path) -> None:
    lock = ready / "requirements.lock"
    right = lock.read_text(encoding="utf-8")
    lock.write_text(re.sub(r"[0-9a-f]{64}", "0" * 64, right), encoding="utf-8")
    told = refused(ready, set_up(ready))
    lock.write_text(right, encoding="utf-8")
    assert "a package is not the one that requirements.lock names by its hash. Remedy: do not use it" in told
    assert "0" * 64 in (ready / ".cache" / "environment.log").read_text(encoding="utf-8")


def test_no_network_leaves_the_former_environment_even_half_moved_by_a_killed_set_up(ready: Path) -> None:
    (ready / ".venv").rename(ready / ".cache" / "venv-former-1")
    (ready / ".cache" / "venv-999999999").mkdir()
    told = refused(ready, set_up(ready, PIP_FIND_LINKS=str(ready / "tools")))
    assert "the locked packages could not be installed. Remedy: check the access to the package index" in told


def test_without_the_libraries_of_the_system_the_former_environment_stays(ready: Path, tmp_path: Path) -> None:
    folder = tmp_path / "weasyprint" / "text"
    folder.mkdir(parents=True)
    for path in (folder.parent / "__init__.py", folder / "__init__.py"):
        path.touch()
    (folder / "ffi.py").write_text("harfbuzz_subset = None\n", encoding="utf-8")
    assert "Pango or HarfBuzz is missing" in refused(ready, set_up(ready, PYTHONPATH=str(tmp_path)))


def test_a_missing_interpreter_is_told(ready: Path) -> None:
    assert "Python 3.11 or later is missing (python9)" in refused(ready, set_up(ready, PYTHON="python9"))


def test_an_interpreter_too_old_is_told(ready: Path) -> None:
    program(ready, "ancien", '#!/usr/bin/env bash\n[ "$1" != --version ] || echo "Python 2.7.18" >&2\nexit 1\n')
    assert refused(ready, set_up(ready, PYTHON="ancien")).startswith("Python 2.7.18 is too old. Remedy: ")


def test_a_cache_that_cannot_be_written_is_told(ready: Path) -> None:
    shutil.rmtree(ready / ".cache")
    (ready / ".cache").touch()
    done = set_up(ready)
    (ready / ".cache").unlink()
    (ready / ".cache").mkdir()
    assert refused(ready, done).startswith(".cache cannot be written here. Remedy: ")


@pytest.mark.skipif(shutil.which("make") is None, reason="make is missing")
def test_make_sets_up_again_what_has_lost_its_interpreter(ready: Path) -> None:
    def planned() -> str:
        return subprocess.run(["make", "-n", "check"], cwd=ready, env=dict(os.environ), capture_output=True, text=True, check=True).stdout

    (ready / ".venv" / "ready").touch()
    assert "environment.sh" not in planned()
    interpreter = ready / ".venv" / "bin" / "python"
    target = interpreter.readlink()
    interpreter.unlink()
    interpreter.symlink_to("/nowhere/python3")
    said = planned()
    interpreter.unlink()
    interpreter.symlink_to(target)
    assert "environment.sh" in said
