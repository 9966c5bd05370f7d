"""What the tests of a process open of what is published: those of the code must open nothing of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = tuple(f"{ROOT / name}{os.sep}" for name in ("data", "docs"))
# Schemas are made from the models: they hold nothing of what is published.
SCHEMAS = str(ROOT / "data" / ".schemas")
opened: list[str] = []


def note(event: str, arguments: tuple[object, ...]) -> None:
    """Note a file or a folder of what is published that is opened."""
    if event in ("open", "os.listdir", "os.scandir") and arguments and isinstance(arguments[0], str | os.PathLike):
        path = os.path.join(os.fspath(arguments[0]), "")
        if isinstance(path, str) and path.startswith(PUBLISHED) and not path.startswith(SCHEMAS):
            opened.append(path.rstrip(os.sep))


def taken() -> list[str]:
    """Return what was opened since the last time, and forget it."""
    found = sorted({*opened})
    opened.clear()
    return found


sys.addaudithook(note)
