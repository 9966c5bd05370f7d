"""Copies of the project, changed and built apart: what a proposal would make of the site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PARTS = ("data", "docs", "macros", "overrides", "mkdocs.yml")
# The sheets as PDF and Word, made once for a content.
SHEETS = ".cache/feuilles"
NO_CHECK = '"""No check: what the build alone makes of the pages."""\n\n\ndef check(draft: object) -> list[object]:\n    return []\n'


def copied(root: Path, folder: Path, changes: Mapping[str, str], *, checked: bool = True) -> Path:
    """Copy the project to a folder, with other files in place of its own; without the checks of `macros/checking/` unless `checked`."""
    for part in PARTS:
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy
        copy(root / part, folder / part)
    if (root / SHEETS).is_dir():
        shutil.copytree(root / SHEETS, folder / SHEETS)
    for name, text in {**changes, **({} if checked else {"macros/checking/__init__.py": NO_CHECK})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def changed(root: Path, name: str, *pairs: tuple[str, str]) -> dict[str, str]:
    """Return a file of the project with some of its text replaced, as a change for `copied`."""
    text = (root / name).read_text(encoding="utf-8")
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
