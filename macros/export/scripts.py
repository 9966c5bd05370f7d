"""Scripts as they are published."""

from __future__ import annotations

import re

# Lines that hold nothing else, or a type before an expression.
COMMENT = re.compile(r"^[ ]*(?://[^\n]*|/\*(?!!)(?:(?!\*/).)*\*/[ ]*)\n|/\*\* @type (?:(?!\*/)[^\n])*\*/[ ]?", re.M | re.S)


def uncommented(code: str) -> str:
    """Return a script without its comments, but for those in a line of code and licences; one where a text goes on to another line stays as it is."""
    return code if any(line.count("`") % 2 for line in code.split("\n")) else COMMENT.sub("", code)
