"""The French search: its source files, joined in one script under the name by which the theme's search worker loads it."""

from __future__ import annotations

import shutil
from pathlib import Path

# Numbered in the order in which they are joined. The build copies them like any file of the theme.
SOURCES = "assets/recherche"
PUBLISHED = "assets/javascripts/lunr/min/lunr.fr.min.js"


def write(site: Path) -> Path:
    """Replace the sources that the build copied below the site's folder with the one script, and return its path."""
    published = site / PUBLISHED
    published.write_text(joined(site / SOURCES), encoding="utf-8")
    shutil.rmtree(site / SOURCES)
    return published


def joined(folder: Path) -> str:
    """Return the files of a folder as one classic script, whose names stay its own."""
    parts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))]
    return '(() => {\n"use strict";\n\n' + "\n".join(parts) + "})();\n"
