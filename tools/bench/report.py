"""The results: one section for each part, kept until this part is measured again."""

from __future__ import annotations

import os
import platform as machine
import re
import statistics
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tools.asked import number

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "bench" / "RESULTS.md"
# Each part, by the name that PARTIE takes, in the order of the sections; its module.
PARTS = {"construction": "construction", "echelle": "scale", "controle": "check", "gestes": "gestures", "lighthouse": "lighthouse"}
# How many times each thing is measured.
TIMES = number("FOIS", 3)
HEAD = """# What the site costs

Written by `make bench`; `make bench PARTIE=lighthouse` measures one section again and keeps the others. Nothing here decides a test.
"""
SECTION = re.compile(r"^## (\w+)\n\n", re.M)


def spread(values: list[float], digits: int = 1) -> str:
    """Return the median of some values, with the least and the most if there are several."""
    middle = f"{statistics.median(values):.{digits}f}"
    return middle if len(values) == 1 else f"{middle} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def table(titles: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table in Markdown; what would end a cell is escaped."""
    titles = [*titles]
    lines = [titles, ["---"] * len(titles), *rows]
    return "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def dated(text: str, packages: Iterable[str]) -> str:
    """Return a section that says its day, its machine and the versions of the packages that it measures."""
    system = f"{os.cpu_count()} processors, {machine.system()} {machine.machine()}, Python {machine.python_version()}"
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    return f"{date.today()}; {system}, load of {os.getloadavg()[1]:.1f} from all that runs; {versions}.\n\n{text}"


def sections(text: str) -> dict[str, str]:
    """Return the sections of some results, by the name of their part."""
    pieces = SECTION.split(text)
    return {name: body.strip() + "\n" for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}


def merged(text: str, part: str, section: str) -> str:
    """Return results where a part has a new section; the others stay as they are, and one of a part that is gone goes."""
    known = sections(text) | {part: section.strip() + "\n"}
    return HEAD + "".join(f"\n## {name}\n\n{known[name]}" for name in PARTS if name in known)


def write(part: str, section: str) -> None:
    """Put a new section in the results."""
    former = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(merged(former, part, section), encoding="utf-8")
