"""What a build makes out of texts alone, kept for the next one: each result under the fingerprint of all that it is made from, the code included."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

# What makes the results, besides this package.
PACKAGES = ("jinja2", "markdown", "markupsafe", "mkdocs-material", "pydantic", "tinycss2")


class Kept:
    """Results kept in a file; without one, those of this build alone. What the build did not ask for is forgotten.

    A file that cannot be read or written is no file: each result is then made again.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.former = read(file) if file else {}
        self.results: dict[str, Any] = {}

    def of(self, parts: Iterable[str], make: Callable[[], T]) -> T:
        """Return the result for some texts, `make` being how one is made where none is kept. It is what JSON can hold, and is not to be changed."""
        key = fingerprint(parts)
        found: T = self.found(key) if key in self else self.keep(key, make())
        return found

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a result under a fingerprint."""
        return key in self.results or key in self.former

    def found(self, key: str) -> Any:
        """Return the result under a fingerprint, which stays for the next build. Raises KeyError if there is none."""
        return self.keep(key, self.results[key] if key in self.results else self.former[key])

    def keep(self, key: str, result: T) -> T:
        """Keep a result under a fingerprint, and return it."""
        self.results[key] = result
        return result

    def write(self) -> None:
        """Keep what this build asked for, and nothing else."""
        if self.file is None or self.results.keys() == self.former.keys():
            return
        text = json.dumps({"code": code(), "results": self.results}, ensure_ascii=False, separators=(",", ":"))
        part = self.file.with_suffix(f".{os.getpid()}")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8")
            part.replace(self.file)
        except OSError:
            return


def read(file: Path) -> dict[str, Any]:
    """Return the results that a file keeps, none if the same code did not make them."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return dict(kept["results"]) if kept["code"] == code() else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def fingerprint(parts: Iterable[str]) -> str:
    """Return the fingerprint of some texts, in their order."""
    digest = sha256()
    for part in parts:
        data = part.encode()
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


@cache
def code() -> str:
    """Return the fingerprint of the code that makes the results."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return fingerprint([*(path.read_text(encoding="utf-8") for path in files), *map(installed, PACKAGES)])


def installed(package: str) -> str:
    """Return the version of a package, empty where it is not there."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
