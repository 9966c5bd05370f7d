"""What a build makes out of texts alone, kept for the next one: each result under the fingerprint of all that it is made from, the code included."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from macros.aside import Aside, Place

T = TypeVar("T")

# What makes the results, besides this package.
PACKAGES = ("icalendar", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-macros-plugin", "mkdocs-material", "pydantic", "pyyaml", "tinycss2")


class Kept:
    """Results kept in a file (SQLite); without one, those of this build alone. What the build did not ask for is forgotten.

    A file that cannot be read or written is no file: each result is then made again.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.store = opened(file) if file else None
        self.aside = Aside(file.parent if file else None)
        self.made: dict[str, Place] = {}
        self.asked: set[str] = set()

    def of(self, parts: Iterable[str], make: Callable[[], T]) -> T:
        """Return the result for some texts, `make` being how one is made where none is kept. It is what JSON can hold, and is not to be changed."""
        key = fingerprint(parts)
        found: T | None = self.get(key)
        return self.keep(key, make()) if found is None else found

    def pieces(self, parts: Iterable[str], make: Callable[[], Iterable[str]]) -> Iterator[str]:
        """Yield the pieces of a long text, which is never whole in memory; `make` yields them, the same each time, where they are not all kept."""
        key, told = fingerprint(parts), 0
        total = self.get(key)
        while told != total and total and (piece := self.get(f"{key} {told}")) is not None:
            yield piece
            told += 1
        if told != total:
            yield from islice(self.made_pieces(key, make), told, None)

    def made_pieces(self, key: str, make: Callable[[], Iterable[str]]) -> Iterator[str]:
        """Yield the pieces of a text that is made, each once it is kept; their number is kept last."""
        total = 0
        for piece in make():
            yield self.keep(f"{key} {total}", piece)
            total += 1
        self.keep(key, total)

    def get(self, key: str) -> Any:
        """Return the result under a fingerprint, which stays for the next build; None if there is none."""
        self.asked.add(key)
        return json.loads(self.aside.get(self.made[key])) if key in self.made else self.stored(key)

    def keep(self, key: str, result: T) -> T:
        """Keep a result under a fingerprint, and return it."""
        self.asked.add(key)
        self.made[key] = self.aside.put(json.dumps(result, ensure_ascii=False))
        return result

    def stored(self, key: str) -> Any:
        """Return what the file holds under a fingerprint; None if it holds nothing there, or something else than what was kept."""
        with suppress(sqlite3.Error, ValueError):
            row = self.store.execute("SELECT result FROM results WHERE key = ?", (key,)).fetchone() if self.store else None
            digest, _, text = str(row[0]).partition(" ") if row else ("", "", "")
            return json.loads(text) if digest == fingerprint([key, text]) else None
        return None

    def write(self) -> None:
        """Keep what this build asked for, and nothing else; nothing is read after this."""
        if self.store is not None:
            with suppress(sqlite3.Error), self.store:
                gone = [row for row in self.store.execute("SELECT key FROM results") if row[0] not in self.asked]
                made = ((key, signed(key, self.aside.get(place))) for key, place in self.made.items())
                self.store.executemany("DELETE FROM results WHERE key = ?", gone)
                self.store.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", made)
            self.store.close()
        self.aside.close()


def opened(file: Path) -> sqlite3.Connection | None:
    """Return the file of the results that the same code made, made anew if it is another's or no such file; None if it cannot be."""
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            return prepared(sqlite3.connect(file))
        except (OSError, sqlite3.OperationalError):
            # It cannot be written, or another build is writing it.
            return None
        except sqlite3.DatabaseError:
            with suppress(OSError):
                file.unlink()
    return None


def prepared(store: sqlite3.Connection) -> sqlite3.Connection:
    """Return a file of results that is empty unless the same code wrote it. Raises sqlite3.DatabaseError for what is no such file."""
    with store:
        store.execute("CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, result TEXT) WITHOUT ROWID")
        store.execute("CREATE TABLE IF NOT EXISTS code (fingerprint TEXT)")
        if store.execute("SELECT fingerprint FROM code").fetchall() != [(code(),)]:
            store.execute("DELETE FROM results")
            store.execute("DELETE FROM code")
            store.execute("INSERT INTO code VALUES (?)", (code(),))
    return store


def signed(key: str, result: str) -> str:
    """Return a result as the file holds it: after its fingerprint, with which one that was changed since is no result."""
    return f"{fingerprint([key, result])} {result}"


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
