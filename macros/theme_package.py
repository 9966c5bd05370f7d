"""The files of the theme, in whichever package has them: Material for MkDocs, or Zensical, which continues it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("material", "zensical")


def templates() -> Path:
    """Return the folder of the theme's templates, with its styles and its icons. Raises ModuleNotFoundError where neither package is installed."""
    for package in PACKAGES:
        if (found := find_spec(package)) and found.origin:
            return Path(found.origin).parent / "templates"
    raise ModuleNotFoundError(f"None of {', '.join(PACKAGES)} is installed: the theme's templates are missing.")


THEME = templates()
ICONS = THEME / ".icons" / "material"
