"""The state of the project that was last found without a mistake, so that a build does not look again at what `make check` has just found sound.

A check that is asked for always looks at everything; only a build, which comes after one, goes by what is noted here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from macros.history import brought, tracked
from macros.kept import code
from macros.reading.tree import Tree
from macros.rendering.context import build_day

FILE = ".cache/sain"
OURS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Sound:
    """The fingerprint of that state, in a file; one that cannot be read or written is none."""

    file: Path

    def holds(self, state: str) -> bool:
        """Tell whether a state is that one."""
        with suppress(OSError, ValueError):
            return self.file.read_text(encoding="ascii") == state
        return False

    def note(self, state: str) -> None:
        """Keep a state in its place."""
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(state, encoding="ascii")


@dataclass(frozen=True)
class State:
    """All that the checks look at: the files of a project, those of our code, its packages, what git has, the day."""

    root: Path
    tree: Tree

    @cached_property
    def tracked(self) -> bytes:
        """What git has, by name."""
        return tracked(self.root)

    def is_ours(self) -> bool:
        """Tell whether what is noted was noted here: no proposal brings what builds make."""
        return not brought(self.tracked)

    def fingerprint(self) -> str:
        """Return what changes with any of it."""
        digest = sha256()
        names = "\n".join(self.tree.left).encode("utf-8", "surrogateescape")
        for part in (code().encode(), self.tracked, build_day().isoformat().encode(), names, *self.contents()):
            digest.update(b"%d:" % len(part))
            digest.update(part)
        return digest.hexdigest()

    def contents(self) -> Iterator[bytes]:
        """Yield the names and the contents of the files, in order; one that cannot be read has none, and reading the project tells it."""
        for path in self.files():
            # A copy of a project, elsewhere, is the same project.
            base = self.root if path.is_relative_to(self.root) else OURS
            yield path.relative_to(base).as_posix().encode("utf-8", "surrogateescape")
            with suppress(OSError):
                yield path.read_bytes()

    def files(self) -> list[Path]:
        """Return the files, in order."""
        return sorted({*(self.root / file for file in self.tree.files), *ours()})

    def moment(self) -> list[tuple[str, int, int]]:
        """Return when each file was written, and its size: what changes while the project is read shows by it; nothing of one that is gone."""
        return [(str(path), *written(path)) for path in self.files()]


def ours() -> Iterator[Path]:
    """Yield the files of our code, but for what Python makes of them."""
    for top in ("macros", "overrides"):
        for folder, folders, names in os.walk(OURS / top):
            folders[:] = (name for name in folders if name != "__pycache__")
            yield from (Path(folder, name) for name in names)


def written(path: Path) -> tuple[int, int]:
    """Return when a file was written, and its size."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
