"""Other engines on the same pages, as Markdown made them: Zensical; Hugo, where Debian has it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.browser import apt_install, may_install

# Hugo has no theme of its own: a page here is its title, the list of all pages, its content.
HUGO = """baseURL = "/"
title = "Les mêmes pages"
disableKinds = ["RSS", "sitemap", "taxonomy", "term", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
LAYOUT = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<nav>{{ range site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav><main>{{ .Content }}</main></body></html>
"""


def zensical(theme: Path) -> list[str]:
    """Return the command that builds with Zensical the project of the theme alone, from its folder."""
    return [sys.executable, "-m", "zensical", "build"]


def hugo(theme: Path) -> list[str] | None:
    """Lay out the pages of the theme alone for Hugo, in its folder; return the command, or None where there is no Hugo and none can be installed."""
    if shutil.which("hugo") is None and may_install():
        apt_install("hugo")
    if shutil.which("hugo") is None:
        return None
    for page in sorted((theme / "docs").rglob("*.md")):
        lay_out(page, theme / "content" / page.relative_to(theme / "docs"))
    (theme / "layouts" / "_default").mkdir(parents=True, exist_ok=True)
    for name in ("single", "list"):
        (theme / "layouts" / "_default" / f"{name}.html").write_text(LAYOUT, encoding="utf-8")
    (theme / "config.toml").write_text(HUGO, encoding="utf-8")
    return ["hugo", "--quiet", "--destination", "site"]


def lay_out(page: Path, place: Path) -> None:
    """Copy a page where Hugo reads it, with the header without which it takes it for bare HTML."""
    place = place.with_name("_index.md") if place.name == "index.md" else place
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"---\ntitle: {page.stem}\n---\n{page.read_text(encoding='utf-8')}", encoding="utf-8")


def hugo_version() -> str:
    """Return the version of Hugo, which is Debian's."""
    if shutil.which("hugo") is None:
        return "none here"
    said = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=False).stdout
    return found[1] if (found := re.search(r"v([\d.]+)", said)) else said


# Each engine by its name in the table.
OTHERS: dict[str, Callable[[Path], list[str] | None]] = {"Zensical, its theme, same pages": zensical, "Hugo, bare pages, same content": hugo}
