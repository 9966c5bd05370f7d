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
# What lets any text through, so that the build alone is tried: what is replaced in our code, and by what.
UNCHECKED = {
    "macros/loading.py": ("mistakes = [*draft.mistakes, *check(draft)]", "mistakes: list[object] = []"),
    "macros/model/base.py": ("Texte = Annotated[str, BeforeValidator(as_text)]", "Texte = str"),
    "macros/reading/models.py": ("return None if source.mistakes else built", "return built"),
}


def copied(folder: Path, changes: Mapping[str, str], *, content: Path = SMALL, checked: bool = True) -> Path:
    """Copy a project to a folder, with other files in place of its own; with any text let through unless `checked`."""
    for source, parts in ((content, ("data", "docs")), (ROOT, CODE)):
        for part in parts:
            shutil.copytree(source / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write(folder, changes)
    if not checked:
        for name, (former, new) in UNCHECKED.items():
            text = (folder / name).read_text(encoding="utf-8")
            assert former in text, name
            write(folder, {name: text.replace(former, new)})
    return folder


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder, by their names."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def changed(name: str, *pairs: tuple[str, str], content: Path = SMALL) -> dict[str, str]:
    """Return a file of a content with some of its text replaced, as a change for `copied`."""
    text = ((ROOT if name == "mkdocs.yml" else content) / name).read_text(encoding="utf-8")
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
