"""What macros write from: as long as it is the same, so is what they write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from macros.kept import fingerprint
from macros.project import Project
from macros.reading.draft import TEXTS

READ = (".html", ".md", ".yml")


def materials(project: Project, components: Path, today: date) -> str:
    """Return the fingerprint of all that macros write from, besides their code and their page: the data, the texts, the templates, the day."""
    return fingerprint([today.isoformat(), *files(project, components)])


def files(project: Project, components: Path) -> Iterator[str]:
    """Yield the names and the contents of the files that macros write from, in a fixed order; the names alone of styles and scripts."""
    root = project.draft.root
    read = [*(root / file for file in project.draft.sources), *(root / TEXTS).glob("*.md")]
    for path in sorted([*read, *(path for path in components.rglob("*") if path.is_file())]):
        yield path.as_posix().removeprefix(root.as_posix())
        yield path.read_text(encoding="utf-8-sig") if path.suffix in READ else ""
