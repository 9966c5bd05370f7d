"""The whole numbers that a command is given in its environment."""

from __future__ import annotations

import os


def number(name: str, default: int, least: int = 1) -> int:
    """Return the number that a variable names, `default` if it names none. Raises SystemExit if it is not one, or under `least`."""
    asked = os.environ.get(name) or str(default)
    if not (asked.isascii() and asked.isdecimal() and int(asked) >= least):
        raise SystemExit(f"{name}={asked}: a whole number is expected, {least} or more, as {name}={default}.")
    return int(asked)
