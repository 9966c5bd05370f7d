"""Whether a build stays linear: what a page costs with fifty times the documents, the platforms, the texts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.bench.construction import PACKAGES, TITLES, Runs, alone, build, larger_rows
from tools.bench.projects import copy
from tools.bench.report import table
from tools.build import ENGINES

__all__ = ["PACKAGES", "section"]

FIFTYFOLD = 50
MADE = f"""Once each, as for the builds above: the project as it is, then with {FIFTYFOLD} × some things of it.
"""


def rows() -> Iterator[list[str]]:
    """Yield the rows of the table."""
    with tempfile.TemporaryDirectory() as work:
        project = copy(Path(work) / "ici")
        theme = alone(Path(work) / "theme", project)
        bare, ours = Runs("theme alone, same pages"), Runs(f"{ENGINES[0]}, warm")
        build(theme, bare)
        build(project, ours, "--strict")
    yield from (bare.row(bare), ours.row(bare))
    yield from larger_rows(FIFTYFOLD, bare, ours)


def section() -> str:
    """Return what a larger content costs, as the section of this part."""
    return f"{MADE}\n{table(TITLES, rows())}"
