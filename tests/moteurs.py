"""Builds by another engine, where packages may not be installed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection
from pathlib import Path

from tests.copie import ROOT
from tests.processus import python

# What hides packages from a process, by their names, before it does something else.
HIDDEN = "import sys; [sys.modules.pop(name) for name in [*sys.modules] if name.partition('.')[0] in {0!r}]; sys.modules |= dict.fromkeys({0!r}); "
MKDOCS = ("mkdocs", "mkdocs_macros", "properdocs")
MATERIAL = ("material",)


def without(hidden: Collection[str], code: str, folder: Path = ROOT, *, alone: bool = False, **more: str) -> subprocess.CompletedProcess[str]:
    """Run some code in a folder without packages."""
    return python(folder, "-c", HIDDEN.format(hidden) + code, env={**os.environ, **more}, alone=alone)


def by(name: str, project: Path, hidden: Collection[str] = (), *, alone: bool = False) -> subprocess.CompletedProcess[str]:
    """Build a project as `make build` does by an engine, without packages; without MkDocs, if it is Zensical."""
    gone = (*hidden, *(MKDOCS if name == "zensical" else ()))
    return without(gone, "from tools.build import main; sys.exit(main())", project, alone=alone, ENGINE=name)
