"""Whether a build stays linear: what a page costs with many times the documents, the platforms, the texts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.bench.construction import PACKAGES, TITLES, Runs, alone, build, larger_rows
from tools.bench.projects import copy
from tools.bench.report import table
from tools.build import MKDOCS

__all__ = ["PACKAGES", "section"]

# A file of data has 10,000 lines at most, and each clause of a text has two in that of the readings.
TIMES = {"lists and sheets": 50, "platforms": 50, "texts": 25}
MADE = """Once each, as for the builds above: the project as it is, then with many times some things of it, the texts as many as a file may hold.
"""


def rows() -> Iterator[list[str]]:
    """Yield the rows of the table."""
    with tempfile.TemporaryDirectory() as work:
        project = copy(Path(work) / "ici")
        theme = alone(Path(work) / "theme", project)
        bare, ours = Runs("theme alone, same pages"), Runs(f"{MKDOCS}, warm")
        build(theme, bare)
        build(project, ours, "--strict")
    yield from (bare.row(bare), ours.row(bare))
    for name, times in TIMES.items():
        yield from larger_rows(name, times, bare, ours)


def section() -> str:
    """Return what a larger content costs, as the section of this part."""
    return f"{MADE}\n{table(TITLES, rows())}"
