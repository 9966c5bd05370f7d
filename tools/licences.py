"""Print the licence of every locked package, as the package states it."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
LOCKED = re.compile(r"^([\w.-]+)==(\S+)", re.M)


def licence(found: Distribution) -> str:
    """Return the licence of an installed package: its expression, its classifiers, or the first line of its text."""
    classified = [value.rpartition(" :: ")[2] for value in found.metadata.get_all("Classifier", []) if value.startswith("License ::")]
    return found.metadata["License-Expression"] or ", ".join(classified) or (found.metadata["License"] or "not stated").split("\n")[0]


def main() -> int:
    """Print a line for each package of the lock; return the exit code."""
    for name, version in sorted({*LOCKED.findall(LOCK.read_text(encoding="utf-8"))}):
        try:
            print(f"{name:28}{version:18}{licence(distribution(name))}")
        except PackageNotFoundError:
            print(f"{name:28}{version:18}not installed for this system")
    return 0


if __name__ == "__main__":
    sys.exit(main())
