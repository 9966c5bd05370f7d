"""Copies of a project, changed and built apart: what a proposal would make of the site.

The project of the cases (`erreurs/projet/`) with our code and theme builds in a few seconds; the frozen site (`site_fige/`), which has
one of each thing and does not change with what is published, takes longer. No test of the code reads what is published.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.processus import python

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "erreurs" / "projet"
FROZEN = ROOT / "tests" / "site_fige"
CONTENT = ("data", "docs")
CODE = ("macros", "overrides", "tools")
# What the build of the frozen site keeps for the next one, of which a result is found by all that it is made from, the code included.
KEPT = ROOT / ".cache" / "essais" / "gardes"
# A copy takes what is compiled of our code, but what another process is writing of it.
UNDER_WAY = shutil.ignore_patterns("*.pyc.*")
# What lets any text through, so that the build alone is tried: what is replaced in our code, and by what.
UNCHECKED = {
    "macros/loading.py": ("    if mistakes:\n", "    mistakes = []\n    if mistakes:\n"),
    "macros/model/base.py": ("Texte = Annotated[str, BeforeValidator(as_text)]", "Texte = str"),
    "macros/reading/validation.py": ("    if source.lost or empty:\n        return None\n", ""),
}


def part(name: str) -> Path:
    """Return a folder or a file of the frozen project: its content, or our code."""
    return (FROZEN if name.split("/", maxsplit=1)[0] in CONTENT else ROOT) / name


def frozen(folder: Path, *names: str) -> Path:
    """Copy parts of the frozen project to a folder, with the settings of MkDocs; all that makes the site unless some are named."""
    for name in names or (*CONTENT, *CODE):
        shutil.copytree(part(name), folder / name, ignore=UNDER_WAY)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return with_kept(folder)


def with_kept(project: Path) -> Path:
    """Give a copy that can be built what the build of the frozen site kept, if it was built: what nothing changes is not made again.

    While lines are counted (`make couverture`), all is made again: those that make it count too.
    """
    if KEPT.is_dir() and (project / "overrides").is_dir() and "COVERAGE_FILE" not in os.environ:
        shutil.copytree(KEPT, project / ".cache")
    return project


def copied(folder: Path, changes: Mapping[str, str], *, content: Path = SMALL, checked: bool = True) -> Path:
    """Copy a project to a folder, with other files in place of its own; with any text let through unless `checked`."""
    for source, parts in ((content, CONTENT), (ROOT, CODE)):
        for part in parts:
            shutil.copytree(source / part, folder / part, ignore=UNDER_WAY)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write(with_kept(folder), changes)
    if not checked:
        for name, (former, new) in UNCHECKED.items():
            text = (folder / name).read_text(encoding="utf-8")
            assert former in text, name
            write(folder, {name: text.replace(former, new)})
    return folder


def unbuilt(built: Path, folder: Path) -> Path:
    """Copy a project that was built to a folder, without its site: what its build kept serves the next one."""
    shutil.copytree(built, folder)
    shutil.rmtree(folder / "site")
    return folder


def held(folder: Path) -> dict[Path, bytes]:
    """Return what the files below a folder hold."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def restore(folder: Path, former: Mapping[Path, bytes]) -> None:
    """Leave below a folder the files that it held, as they were, and no other: to copy them again would take longer."""
    now = held(folder)
    for path in now.keys() - former.keys():
        path.unlink()
        while not any((path := path.parent).iterdir()):
            path.rmdir()
    for path, data in former.items():
        if now.get(path) != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


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


def build(folder: Path, site: Path | None = None, engine: str = "mkdocs", *, alone: bool = False, **env: str) -> tuple[Path, int, str]:
    """Build a copy, with an environment of its own if need be; return its site, the exit code and all that was said."""
    site = site or folder / "site"
    command = ["-m", engine, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", site]
    done = python(folder, *command, env={**os.environ, **env}, alone=alone)
    return site, done.returncode, done.stdout + done.stderr


def built(folder: Path) -> Path:
    """Build a copy and return its site; fails with what was said if it does not build."""
    site, code, said = build(folder)
    assert code == 0, said
    return site
