"""Scripts as they are published."""

from __future__ import annotations

import os
import re
from pathlib import Path

COUNTED = "SCRIPT_COVERAGE"
# Lines that hold nothing else, or a type before an expression.
COMMENT = re.compile(r"^[ ]*(?://[^\n]*|/\*(?!!)(?:(?!\*/).)*\*/[ ]*)\n|/\*\* @type (?:(?!\*/)[^\n])*\*/[ ]?", re.M | re.S)
INDENT = re.compile(r"^[ \t]+|^\n", re.M)


def counted() -> bool:
    """Return whether `make couverture` counts the lines of the scripts that run: then, each stays in its file."""
    return COUNTED in os.environ


def bare(code: str) -> str:
    """Return a script without its comments, but for licences and for those in a line of code that are no types, and without its indents; one where
    a text goes on to another line stays as it is.
    """
    return code if any(line.count("`") % 2 or line.endswith("\\") for line in code.split("\n")) else INDENT.sub("", COMMENT.sub("", code))


def published(path: Path) -> str:
    """Return the text of a script as one that joins it publishes it."""
    code = path.read_text(encoding="utf-8")
    return code if counted() else bare(code)
