"""Lighthouse, at the versions of `tools/bench/npm/package-lock.json`, installed in `.cache/bench/`: nothing else of the project needs it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tools.bench.report import ROOT

LOCKED = ROOT / "tools" / "bench" / "npm"
FOLDER = ROOT / ".cache" / "bench" / "npm"
OLDEST = (18, 18)
NO_NODE = "Lighthouse needs Node.js {}.{} or later with npm, and {}. Remedy: install it, then run the command again."
NO_LIGHTHOUSE = "Lighthouse could not be installed. Remedy: check the access to the npm registry, then run the command again."


def lighthouse() -> list[str]:
    """Return the command that runs Lighthouse."""
    return ["node", str(FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js")]


def prepare() -> None:
    """Install what is locked, unless it is there. Raises SystemExit with the remedy."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise SystemExit(NO_NODE.format(*OLDEST, "it is missing"))
    if (said := node_version()) and numbers(said) < OLDEST:
        raise SystemExit(NO_NODE.format(*OLDEST, f"this is {said}"))
    if not same(LOCKED / "package-lock.json", FOLDER / "package-lock.json"):
        install()


def install() -> None:
    """Install what is locked. Raises SystemExit with the remedy."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    shutil.copy(LOCKED / "package.json", FOLDER)
    # The lock comes last to stay: its presence says that all is there.
    shutil.copy(LOCKED / "package-lock.json", FOLDER)
    done = subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=FOLDER, check=False)
    if done.returncode:
        shutil.rmtree(FOLDER)
        raise SystemExit(NO_LIGHTHOUSE)


def node_version() -> str:
    """Return the version of Node.js, as it says it."""
    return subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout.strip()


def numbers(said: str) -> tuple[int, ...]:
    """Return the first two numbers of a version."""
    return tuple(int(number) for number in said.removeprefix("v").split(".")[:2])


def same(one: Path, other: Path) -> bool:
    """Tell whether two files are there and hold the same."""
    return other.exists() and one.read_bytes() == other.read_bytes()
