"""Measure each part of the bench, or the one that PARTIE names, and write `bench/RESULTS.md`."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from tools.bench.report import PARTS, RESULTS, dated, write

UNKNOWN = "PARTIE={}: the parts are " + ", ".join(PARTS) + "."


def asked() -> list[str]:
    """Return the parts to measure. Raises SystemExit if there is none of that name."""
    name = os.environ.get("PARTIE", "")
    if name and name not in PARTS:
        raise SystemExit(UNKNOWN.format(name))
    return [name] if name else [*PARTS]


def main() -> int:
    """Measure, write each section as soon as it is known, print the results; return 0."""
    for part in asked():
        measured = import_module(f"tools.bench.{PARTS[part]}")
        write(part, dated(measured.section(), measured.PACKAGES))
    print(RESULTS.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
