"""What the check costs on a page made to tire it: lines within the limits of size, of signs that a search would look through again from each."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.bench.projects import copy
from tools.bench.report import TIMES, spread, table

PACKAGES = ("markdown", "pydantic")
# What each line repeats, and how long it is: under the most that a line may have.
TIRING = {
    "a word": "a",
    "a word of signs": "-",
    "a rule": "_",
    "macros left open": "{{",
    "words within signs": "_a ",
    "brackets that close nothing": "a) ",
    "escapes": "\\\\",
    "an e-mail address": "1",
}
LENGTH, LINES = 4_800, 40
PROSE = "Écrivez aux parents par le courriel du Centre. "
TITLES = ["a page of 200 KB", "CPU of the whole check, s"]
MADE = """Medians of {times} (least–most): the project as it is, whose glossary ends with 40 lines of 4,800 characters; « nothing more »,
without them.
"""


def line(repeated: str) -> str:
    """Return a line that repeats something, about as long as a line may be."""
    return repeated * (LENGTH // len(repeated))


def cost(folder: Path) -> float:
    """Return the seconds of processor that a whole check of a folder takes, whatever it says."""
    process = subprocess.Popen([sys.executable, "-m", "macros", "check"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def costs(folder: Path, more: str) -> list[float]:
    """Return what the check costs, each time, where a page ends with some more Markdown."""
    page = folder / "docs" / "glossaire.md"
    former = page.read_text(encoding="utf-8")
    page.write_text(former + more, encoding="utf-8")
    try:
        return [cost(folder) for _ in range(TIMES)]
    finally:
        page.write_text(former, encoding="utf-8")


def rows() -> Iterator[list[str]]:
    """Yield the rows of the table."""
    with tempfile.TemporaryDirectory() as work:
        project = copy(Path(work) / "ici")
        yield ["nothing more", spread(costs(project, ""))]
        for name, repeated in {"prose": PROSE, **TIRING}.items():
            yield [name, spread(costs(project, "".join(f"\n{line(repeated)} {number}\n" for number in range(LINES))))]


def section() -> str:
    """Return what the check costs, as the section of this part."""
    return f"{MADE.format(times=TIMES)}\n{table(TITLES, rows())}"
