"""Find a browser that is installed; failing that, install one; failing that, say so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
MISSING = (
    "No browser: the tests need Chromium, Chrome or Edge and none could be installed. "
    "Remedy: install one (Debian: apt-get install chromium), or set CHROMIUM=/path/to/it, then run the command again."
)
# Without these, Chromium looks for hosts of its own at start.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def installed() -> Iterator[str]:
    """Yield the paths of the browsers found, the one named by CHROMIUM first, Playwright's own last."""
    yield from (path for path in [os.environ.get("CHROMIUM", "")] if path and Path(path).exists())
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (place for place in PLACES if Path(place).exists())
    yield from playwright_own()


def playwright_own() -> Iterator[str]:
    """Yield the browser that Playwright downloaded, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists():
        yield path


def install() -> None:
    """Try Debian's package where that is allowed, then Playwright's download; failures are left to the caller."""
    if os.name == "posix" and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("No browser found: installing Debian's chromium…", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
        done = subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], env=quiet, check=False)
        if done.returncode == 0:
            return
    print("No browser found: trying Playwright's download…", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def find() -> str:
    """Return the path of a browser, installed if need be. Raises SystemExit with the remedy if there is none."""
    path = next(installed(), None)
    if path is None:
        install()
        path = next(installed(), None)
    if path is None:
        raise SystemExit(MISSING)
    return path


if __name__ == "__main__":
    print(find())
