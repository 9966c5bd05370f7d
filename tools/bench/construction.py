"""What a build costs, beside the theme as it comes on the same pages, by either engine and others, and with many times the documents, the platforms,
the texts.

Whole processes, in turn, in copies of the project: CPU time (user and system) and peak memory of the largest process, as the system counts them.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.export.sheets import CACHE as SHEETS
from tools.bench.others import OTHERS, hugo_version
from tools.bench.projects import copy, plain, with_documents, with_platforms, with_texts
from tools.bench.report import TIMES, spread, table
from tools.build import ENGINES, MKDOCS

TENFOLD = 10
PACKAGES = ("mkdocs", "properdocs", "zensical", "mkdocs-material", "mkdocs-macros-plugin", "markdown", "jinja2", "weasyprint")
LARGER: dict[str, Callable[[Path, int], None]] = {"lists and sheets": with_documents, "platforms": with_platforms, "texts": with_texts}
TITLES = ("build", "CPU, s", "peak, MiB", "pages", "CPU, of the theme", "peak, of the theme", "CPU a page, of 1 ×", "peak, of 1 ×")
MADE = """Medians of {times} (least–most), in turn; those of {tenfold} ×, once. « Of the theme »: beside the theme alone on the same pages;
« of 1 × »: beside the same build of the project as it is. Warm: what an earlier build kept is there; « sheets kept »: of it, the PDF files
alone. With {tenfold} × the platforms, those that a clause approves by name are single, and the others all the more. Of the other engines, a build
from nothing; Hugo: {hugo}.
"""
# What is there of an earlier build: all, its PDF files, nothing.
STATES = ("warm", "sheets kept", "cold")


@dataclass
class Runs:
    """What the builds of one kind cost: seconds of CPU, MiB at the peak; `pages` is how many they make."""

    name: str
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)
    pages: int = 0

    def row(self, theme: Runs, once: Runs | None = None) -> list[str]:
        """Return the cells of the table: beside the theme alone, and beside the project as it is, if this one is larger."""
        mine, others = statistics.median(self.cpu), [statistics.median(self.peak)]
        ratios = [mine / statistics.median(theme.cpu), others[0] / statistics.median(theme.peak)]
        if once:
            ratios += [mine / self.pages / (statistics.median(once.cpu) / once.pages), others[0] / statistics.median(once.peak)]
        cells = [f"{ratio:.2f}" for ratio in ratios]
        return [self.name, spread(self.cpu), spread(self.peak, 0), str(self.pages), *cells, *[""] * (4 - len(cells))]


def build(folder: Path, runs: Runs, *options: str, **environment: str) -> None:
    """Build the site of a folder by MkDocs and add what it costs. Raises SystemExit with what the build said, if it fails."""
    run(folder, runs, [sys.executable, "-m", MKDOCS, "build", "--site-dir", str(folder / "site"), *options], **environment)


def run(folder: Path, runs: Runs, command: list[str], **environment: str) -> None:
    """Run in a folder what leaves a site in `site/`, in a process of its own, and add what it costs. Raises SystemExit if it fails."""
    # Python keeps what it compiles of our code as of any package's, unless one's own machine says otherwise.
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**ours, "NO_MKDOCS_2_WARNING": "1", **environment}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read().decode() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{runs.name}: the build failed\n{said}")
    runs.cpu.append(usage.ru_utime + usage.ru_stime)
    runs.peak.append(usage.ru_maxrss / 1024)
    runs.pages = len([*(folder / "site").rglob("*.html")])


def alone(folder: Path, project: Path) -> Path:
    """Return a folder with the pages of a project, for the theme alone."""
    return plain(folder, project, lambda *options, **environment: build(options[0], Runs("pages"), *options[1:], **environment))


def as_it_is(work: Path) -> list[Runs]:
    """Build the project as it is, the theme alone and its pages by other engines, in turn.

    Return what they cost: the theme's first, then the warm build of each engine, those of the others last.
    """
    # One for each engine: a build keeps for the next one what it asked for, and they do not all ask for the same.
    projects = {engine: copy(work / engine) for engine in ENGINES}
    theme, bare = alone(work / "theme", projects[MKDOCS]), Runs("theme alone, same pages")
    found = {(engine, state): Runs(f"{engine}, {state}") for state in STATES for engine in ENGINES}
    others = {name: (command, Runs(name)) for name, lay_out in OTHERS.items() if (command := lay_out(theme))}
    for engine, project in projects.items():
        run(project, Runs(f"{engine}, first"), [sys.executable, "-m", "tools.build"], ENGINE=engine)
    for _ in range(TIMES):
        build(theme, bare)
        for (engine, state), runs in found.items():
            forget(projects[engine], state)
            run(projects[engine], runs, [sys.executable, "-m", "tools.build"], ENGINE=engine)
        for command, runs in others.values():
            shutil.rmtree(theme / "site")
            run(theme, runs, command)
    return [bare, *found.values(), *(runs for _, runs in others.values())]


def forget(project: Path, state: str) -> None:
    """Leave of what earlier builds of a project kept what a state has."""
    sheets = project / SHEETS
    kept = {"warm": {*sheets.parent.iterdir()}, "sheets kept": {sheets}, "cold": set()}[state]
    for path in {*sheets.parent.iterdir()} - kept:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def larger(work: Path, name: str, times: int) -> list[Runs]:
    """Build the theme alone and the project with many times some things of it; return what they cost."""
    project = copy(work / "plus")
    LARGER[name](project, times)
    theme = alone(work / "theme-plus", project)
    found = [Runs(f"theme alone, {times} × {name}"), Runs(f"{MKDOCS}, {times} × {name}, warm")]
    build(theme, found[0])
    build(project, found[1], "--strict")
    return found


def rows() -> Iterator[list[str]]:
    """Yield the rows of the table."""
    with tempfile.TemporaryDirectory() as work:
        bare, *ours = as_it_is(Path(work))
    yield bare.row(bare)
    yield from (runs.row(bare) for runs in ours)
    for name in LARGER:
        yield from larger_rows(name, TENFOLD, bare, ours[0])


def larger_rows(name: str, times: int, bare: Runs, ours: Runs) -> Iterator[list[str]]:
    """Yield the rows of a larger project, beside the theme alone and the warm build of the project as it is."""
    with tempfile.TemporaryDirectory() as work:
        theme, project = larger(Path(work), name, times)
    yield theme.row(theme, bare)
    yield project.row(theme, ours)


def section() -> str:
    """Return what builds cost, as the section of this part."""
    measured = table(TITLES, rows())
    return f"{MADE.format(times=TIMES, tenfold=TENFOLD, hugo=hugo_version())}\n{measured}"
