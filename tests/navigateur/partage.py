"""What costs much and that no test changes, made once for all the processes of a run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.build import alone


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of the run, made by the first process that asks for it; the others wait."""
    base = factory.getbasetemp()
    # The folder of a process of pytest-xdist is in that of the run.
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = run / name
    with alone(run / f"{name}.verrou"):
        if not folder.is_dir():
            make(unfinished := run / f"{name}.neuf")
            unfinished.rename(folder)
    return folder
