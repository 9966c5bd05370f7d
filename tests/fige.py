"""The frozen site, built once for each state of the code: what the tests of the code look at.

`python -m tests.fige` builds it ahead, beside something else.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.copie import CODE, CONTENT, KEPT, ROOT, build, frozen, part
from tools.build import alone

WORK = ROOT / ".cache" / "essais"
# Those of the last states stay: a change that is undone costs nothing.
MOST = 3


def sources() -> Iterator[Path]:
    """Yield the files from which the site is made, in order."""
    for name in (*CONTENT, *CODE):
        yield from sorted(path for path in part(name).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    yield from (ROOT / "mkdocs.yml", ROOT / "requirements.lock")


def state() -> str:
    """Return the fingerprint of what makes the site, and of the day that it shows.

    While lines are counted (`make couverture`), no former site serves: those that build it count too.
    """
    digest = hashlib.sha256(f"{date.today()} {os.environ.get('COVERAGE_FILE', '')}".encode())
    for path in sources():
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def built() -> Path:
    """Return the frozen site as of today, built if it is not; one builds, the others wait."""
    WORK.mkdir(parents=True, exist_ok=True)
    site = WORK / state()
    with alone(WORK / "verrou"):
        if not site.is_dir():
            make(site)
            forget()
        os.utime(site)
    return site


def make(site: Path) -> None:
    """Build the site apart, then give it its name."""
    with tempfile.TemporaryDirectory() as folder:
        copy = frozen(Path(folder) / "projet")
        made, code, said = build(copy, alone=True)
        assert code == 0, f"The frozen site (tests/site_fige/) is not built: what the code now asks of data/ and docs/ is asked of it too.\n{said}"
        shutil.rmtree(KEPT, ignore_errors=True)
        shutil.copytree(copy / ".cache", KEPT)
        leave_former(KEPT)
        shutil.copytree(made, site.with_suffix(".neuf"), dirs_exist_ok=True)
    site.with_suffix(".neuf").rename(site)


def leave_former(kept: Path) -> None:
    """Delete what builds of former code compiled of the templates: each copy would take it along."""
    for compiled in ("composants", "theme"):
        for former in sorted((kept / compiled).iterdir(), key=lambda path: path.stat().st_mtime)[:-1]:
            shutil.rmtree(former)


def forget() -> None:
    """Delete the sites that were not used for the longest."""
    sites = sorted((path for path in WORK.iterdir() if path.is_dir() and path != KEPT), key=lambda path: path.stat().st_mtime)
    for site in sites[:-MOST]:
        shutil.rmtree(site, ignore_errors=True)


if __name__ == "__main__":
    built()
