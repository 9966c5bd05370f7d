"""Copies of a project, changed and built apart: what a proposal would make of the site.

The project of the cases (`erreurs/projet/`) with our code and theme builds in a few seconds; the whole project takes a minute.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "erreurs" / "projet"
CODE = ("macros", "overrides", "tools")
NO_CHECK = '"""No check: what the build alone makes of the pages."""\n\n\ndef check(draft: object) -> list[object]:\n    return []\n'


def copied(folder: Path, changes: Mapping[str, str], *, content: Path = SMALL, checked: bool = True) -> Path:
    """Copy a project to a folder, with other files in place of its own; without the checks of `macros/checking/` unless `checked`."""
    for source, parts in ((content, ("data", "docs")), (ROOT, CODE)):
        for part in parts:
            shutil.copytree(source / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    write(folder, {"mkdocs.yml": settings(content), **changes})
    if not checked:
        write(folder, {"macros/checking/__init__.py": NO_CHECK})
    return folder


def settings(content: Path) -> str:
    """Return the project's settings with the menu of a content."""
    ours, menu = ((path / "mkdocs.yml").read_text(encoding="utf-8") for path in (ROOT, content))
    return ours[: ours.index("\nnav:") + 1] + menu[menu.index("nav:") :]


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder, by their names."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def changed(name: str, *pairs: tuple[str, str], content: Path = SMALL) -> dict[str, str]:
    """Return a file of a content with some of its text replaced, as a change for `copied`."""
    text = settings(content) if name == "mkdocs.yml" else (content / name).read_text(encoding="utf-8")
    for former, new in pairs:
        assert former in text, f"{name}: {former}"
        text = text.replace(former, new, 1)
    return {name: text}


def build(folder: Path) -> tuple[Path, int, str]:
    """Build a copy; return its site, the exit code and all that was said."""
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    return site, done.returncode, done.stdout + done.stderr


def built(folder: Path) -> Path:
    """Build a copy and return its site; fails with what was said if it does not build."""
    site, code, said = build(folder)
    assert code == 0, said
    return site
