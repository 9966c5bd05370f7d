"""A paragraph of a clause, found by its first words."""

from __future__ import annotations

import re

from macros.typography import french


def extract(markdown: str, start: str) -> str | None:
    """Return the paragraph of a clause that starts with some words, with the list that it introduces; None if none or several do."""
    blocks = re.split(r"\n{2,}", markdown.strip())
    found = [index for index, block in enumerate(blocks) if bare(block).startswith(bare(start))]
    if len(found) != 1:
        return None
    first = found[0]
    last = first + 1
    while last < len(blocks) and blocks[first].rstrip().endswith(":") and blocks[last].startswith("- "):
        last += 1
    return "\n\n".join(blocks[first:last])


def bare(text: str) -> str:
    """Return a text without emphasis, its spaces and apostrophes made alike."""
    return re.sub(r"\s+", " ", french(text).replace("*", "")).strip()
