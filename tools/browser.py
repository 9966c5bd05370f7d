"""Find a browser that is installed; failing that, install one; failing that, say so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The headless shell is the same engine without the windows: a page opens three times as fast.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
NO_BROWSER = (
    "No browser: the tests need Chromium, Chrome or Edge and none could be installed. "
    "Remedy: install one (Debian: apt-get install chromium), or set CHROMIUM=/path/to/it, then run the command again."
)
FIREFOX_NAMES = ("firefox-esr", "firefox")
FIREFOX_PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe")
NO_FIREFOX = (
    "No Firefox: a test prints the sheets in it, and none could be installed. "
    "Remedy: install it (Debian: apt-get install firefox-esr), or set FIREFOX=/path/to/it, then run the command again."
)
NO_DRIVER = (
    "Playwright's driver does not start. Remedy: install the library libatomic (Debian: apt-get install libatomic1), then run the command again."
)
# Without these, Chromium looks for hosts of its own at start. (With --disable-threaded-compositing, pages open in two thirds of the time, but no
# frame ever comes.)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A page that follows another in a tab takes its place in the frame that is there: it opens with a sixth less work. Not for what is measured:
# readers' browsers make another frame. (Of this switch the last one counts alone: the two other features are those that Playwright enables.)
SAME_FRAME = "--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies,RenderDocument:level/crashed-frame"


def named(variable: str) -> list[str]:
    """Return the path of the browser that a variable names, if it is set. Raises SystemExit if there is no such program."""
    if not (asked := os.environ.get(variable)):
        return []
    if not (path := shutil.which(asked)):
        raise SystemExit(f"{variable}={asked}: there is no such program. Remedy: give its path, or unset {variable}, then run the command again.")
    return [path]


def installed() -> Iterator[str]:
    """Yield the paths of the browsers found, the one named by CHROMIUM first, Playwright's own last. Raises SystemExit if that is none."""
    yield from named("CHROMIUM")
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (place for place in PLACES if Path(place).exists())
    yield from playwright_own()


def playwright_own() -> Iterator[str]:
    """Yield the browser that Playwright downloaded, if it did."""
    from playwright.sync_api import sync_playwright

    if not driver_starts():
        return
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists():
        yield path


def driver_starts() -> bool:
    """Tell whether Playwright's own driver runs here: it needs a library that a bare system lacks."""
    done = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False)
    return done.returncode == 0


def may_install() -> bool:
    """Tell whether Debian's packages may be installed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    """Install Debian's packages; a failure is left to the caller to see."""
    print(f"Installing {', '.join(packages)}…", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)


def install(package: str) -> str | None:
    """Install a browser from Debian and return its path, or None."""
    apt_install(package)
    return next(installed(), None)


def prepare_driver() -> None:
    """Make sure that Playwright's driver runs. Raises SystemExit with the remedy."""
    if not driver_starts() and may_install():
        apt_install("libatomic1")
    if not driver_starts():
        raise SystemExit(NO_DRIVER)


def find() -> str:
    """Return the path of a browser that Playwright can drive, installed if need be. Raises SystemExit with the remedy."""
    prepare_driver()
    path = next(installed(), None)
    if path is None and may_install():
        # One at a time: an older Debian has no headless shell.
        for package in ("chromium-headless-shell", "chromium"):
            path = path or install(package)
    if path is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
        path = next(installed(), None)
    if path is None:
        raise SystemExit(NO_BROWSER)
    return path


@contextmanager
def launched(*more: str) -> Iterator[Browser]:
    """Start an installed browser, with more arguments if need be, and stop it at the end; one at a time in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS, *more])
        yield browser
        browser.close()


def firefox() -> str | None:
    """Return the path of a Firefox that is installed, the one named by FIREFOX first, or None. Raises SystemExit if that is none."""
    found = [path for name in FIREFOX_NAMES if (path := shutil.which(name))]
    return next(iter([*named("FIREFOX"), *found, *(place for place in FIREFOX_PLACES if Path(place).exists())]), None)


def find_firefox() -> str:
    """Return the path of a Firefox, installed if need be. Raises SystemExit with the remedy."""
    if firefox() is None and may_install():
        apt_install("firefox-esr")
    if path := firefox():
        return path
    raise SystemExit(NO_FIREFOX)


if __name__ == "__main__":
    print(find())
