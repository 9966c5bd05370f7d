"""Other engines on the same pages, as Markdown made them: Zensical, installed in `.cache/bench/` as it is locked; Hugo, where Debian has it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.bench.node import same
from tools.bench.report import ROOT
from tools.browser import apt_install, may_install

LOCKED = ROOT / "tools" / "bench" / "zensical.txt"
FOLDER = ROOT / ".cache" / "bench" / "zensical"
PROGRAMS = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")
NO_ZENSICAL = "Zensical could not be installed. Remedy: check the access to the package index, then run the command again.\n{}"
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
    """Return the command that builds with Zensical the project of the theme alone, from its folder. Raises SystemExit if it cannot be installed."""
    if not same(LOCKED, FOLDER / LOCKED.name):
        install()
    return [str(PROGRAMS / "zensical"), "build"]


def install() -> None:
    """Install Zensical, as it is locked. Raises SystemExit with what pip said."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)
    done = subprocess.run(
        [str(PROGRAMS / "python"), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCKED)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(NO_ZENSICAL.format(done.stderr))
    # Comes last: its presence says that all is there.
    shutil.copy(LOCKED, FOLDER)


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


def versions() -> str:
    """Return the versions of the engines that are there."""
    found = [re.search(r"^zensical==(\S+)", LOCKED.read_text(encoding="utf-8"), re.M)]
    if shutil.which("hugo"):
        found.append(re.search(r"v([\d.]+)", subprocess.run(["hugo", "version"], capture_output=True, text=True, check=False).stdout))
    return ", ".join(f"{name} {version[1]}" for name, version in zip(("Zensical", "Hugo"), found, strict=False) if version)


# Each engine by its name in the table.
OTHERS: dict[str, Callable[[Path], list[str] | None]] = {"Zensical, its theme, same pages": zensical, "Hugo, bare pages, same content": hugo}
