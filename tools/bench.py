"""`make bench`: what a build costs, beside the theme as it comes on the same pages, and with ten times the self-assessments and the sheets.

Whole processes, in turn, in copies of the project: CPU time (user and system) and peak memory as the system counts them, medians with the
least and the most. Writes `bench/RESULTS.md`. Nothing here decides a test.
"""

from __future__ import annotations

import os
import platform as machine
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "RESULTS.md"
PARTS = ("data", "docs", "macros", "overrides", "tools")
TIMES = int(os.environ.get("FOIS", "3"))
TENFOLD = 10
COPIED = {"listes": "autoevaluation", "formulaires": "modeles"}
# Where the pages are left as Markdown made them, for the theme alone to publish.
DUMP = "BENCH_PAGES"
HOOK = f'''import os
from pathlib import Path


def on_page_content(html, page, **_):
    target = Path(os.environ["{DUMP}"]) / page.file.src_uri
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(html, encoding="utf-8")
'''
PLAIN = """site_name: Les mêmes pages
theme: {name: material, language: fr, features: [navigation.tabs, navigation.indexes]}
plugins: [{search: {lang: fr}}]
"""
HEAD = "| build | CPU, s | peak, MiB | pages | CPU, ratio | peak, ratio |\n|---|---|---|---|---|---|\n"
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "markdown", "jinja2", "weasyprint")


@dataclass
class Runs:
    """What the builds of one kind cost: seconds of CPU, MiB at the peak; `pages` is how many they make."""

    name: str
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)
    pages: int = 0

    def row(self, other: Runs) -> str:
        """Return the line of the table, beside other builds."""
        ratios = (statistics.median(mine) / statistics.median(theirs) for mine, theirs in ((self.cpu, other.cpu), (self.peak, other.peak)))
        return f"| {self.name} | {spread(self.cpu)} | {spread(self.peak, 0)} | {self.pages} | {' | '.join(f'{ratio:.2f}' for ratio in ratios)} |\n"


def spread(values: list[float], digits: int = 1) -> str:
    """Return the median of some values, with the least and the most."""
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def build(folder: Path, runs: Runs, *options: str, **environment: str) -> None:
    """Build the site of a folder in a process of its own and add what it costs. Raises SystemExit with what the build said, if it fails."""
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site), *options]
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    said = process.stdout.read().decode() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{runs.name}: the build failed\n{said}")
    runs.cpu.append(usage.ru_utime + usage.ru_stime)
    runs.peak.append(usage.ru_maxrss / 1024)
    runs.pages = len([*site.rglob("*.html")])


def copy(folder: Path) -> Path:
    """Copy the project to a folder that does not exist; return it."""
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def multiply(folder: Path, times: int) -> None:
    """Give a project as many times its self-assessments and its sheets, each copy under an id, a rank, a title and a page of its own."""
    for data, pages in COPIED.items():
        for path in sorted((folder / "data" / data).glob("*.yml")):
            for number in range(2, times + 1):
                id_ = f"{path.stem}-{number}"
                (path.parent / f"{id_}.yml").write_text(renumbered(path.read_text(encoding="utf-8"), number), encoding="utf-8")
                page = folder / "docs" / pages / f"{path.stem}.md"
                page.with_stem(id_).write_text(page.read_text(encoding="utf-8").replace(f'"{path.stem}"', f'"{id_}"'), encoding="utf-8")
    expect(folder / "data" / "attendus.yml", times)


def expect(book: Path, times: int) -> None:
    """Expect of the content the copies of its documents, after these, in their order."""

    def again(found: re.Match[str]) -> str:
        return found[0] + "".join(f"{line}-{number}\n" for number in range(2, times + 1) for line in found[1].splitlines())

    book.write_text(re.sub(r"^ordre:\n((?:  - .+\n)+)", again, book.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")


def renumbered(text: str, number: int) -> str:
    """Return a datum with another rank and another title."""
    ranked = re.sub(r"^ordre: (\d+)$", lambda found: f"ordre: {int(found[1]) + 1000 * number}", text, count=1, flags=re.M)
    return re.sub(r"^(titre): (.+)$", rf"\1: \2 {number}", ranked, count=1, flags=re.M)


def plain(folder: Path, project: Path) -> Path:
    """Return a folder with the pages of a project as Markdown made them, for the theme alone."""
    (folder / "docs").mkdir(parents=True)
    (project / "crochet.py").write_text(HOOK, encoding="utf-8")
    (project / "bench.yml").write_text("INHERIT: mkdocs.yml\nhooks: [crochet.py]\n", encoding="utf-8")
    build(project, Runs("pages"), "-f", "bench.yml", **{DUMP: str(folder / "docs")})
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    return folder


def compared(work: Path) -> list[Runs]:
    """Build each project in turn, as many times as asked; return what they cost."""
    here, tenfold = copy(work / "ici"), copy(work / "dix")
    multiply(tenfold, TENFOLD)
    theme, theme_tenfold = plain(work / "theme", here), plain(work / "theme-dix", tenfold)
    found = [
        Runs("theme alone, same pages"),
        Runs("here, warm"),
        Runs("here, cold"),
        Runs("theme alone, 10 × lists and sheets"),
        Runs("here, 10 × lists and sheets, warm"),
    ]
    for _ in range(TIMES):
        build(theme, found[0])
        build(here, found[1])
        shutil.rmtree(here / ".cache")
        build(here, found[2])
    build(theme_tenfold, found[3])
    build(tenfold, found[4])
    return found


def main() -> int:
    """Measure and write the results; return 0."""
    with tempfile.TemporaryDirectory() as work:
        found = compared(Path(work))
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    rows = "".join(runs.row(found[3 if "10" in runs.name else 0]) for runs in found)
    RESULTS.parent.mkdir(exist_ok=True)
    here = f"{os.cpu_count()} processors, {machine.system()}, Python {machine.python_version()}"
    RESULTS.write_text(
        f"# What a build costs\n\n`make bench`, {date.today()}; {here}; {versions}.\n\n"
        f"Medians of {TIMES} (least–most), in turn; those of 10 × the lists and the sheets, once.\n"
        f"Ratios are to the theme alone on the same pages.\n\n{HEAD}{rows}",
        encoding="utf-8",
    )
    print(RESULTS.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
