"""Builds by another engine, where packages may not be installed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from tests.copie import ROOT

# What hides packages from a process, by their names, before it does something else.
HIDDEN = "import sys; sys.modules |= dict.fromkeys({!r}); "
MKDOCS = ("mkdocs", "mkdocs_macros", "properdocs")
MATERIAL = ("material",)


def without(hidden: Collection[str], code: str, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run some code in a folder without packages."""
    command = [sys.executable, "-c", HIDDEN.format(hidden) + code]
    env = {**os.environ, "PYTHONUTF8": "1", **more}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def by(name: str, project: Path, hidden: Collection[str] = ()) -> subprocess.CompletedProcess[str]:
    """Build a project as `make build` does by an engine, without packages; without MkDocs, if it is Zensical."""
    gone = (*hidden, *(MKDOCS if name == "zensical" else ()))
    return without(gone, "from tools.build import main; sys.exit(main())", project, ENGINE=name)
