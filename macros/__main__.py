"""The command `python -m macros check`."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.mistakes import MistakesError, annotate, report
from macros.project import load

ROOT = Path(__file__).resolve().parent.parent


def check() -> int:
    """Print every mistake of the data and the clauses, in French; return the exit code."""
    try:
        project = load(ROOT)
    except MistakesError as error:
        print("\n".join(filter(None, [annotate(error.mistakes), report(error.mistakes)])))
        return 1
    clauses = sum(len(found) for found in project.clauses.values())
    print(f"Aucune erreur : {len(project.draft.sources)} fichiers de données, {clauses} articles.")
    return 0


if __name__ == "__main__":
    sys.exit(check())
