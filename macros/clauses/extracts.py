"""A paragraph of a clause, found by its first words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.typography import french

# The words that make a paragraph known, at least.
SHOWN = 4
# How a note of a clause begins: the sign that calls it, then its words.
NOTE = re.compile(r"([¹²³⁴-⁹ⁱ])\s")


def extract(markdown: str, start: str) -> str | None:
    """Return the paragraph of a clause that starts with some words, with the list that it introduces; None if none or several do."""
    blocks = paragraphs(markdown)
    found = beginning(blocks, start)
    if len(found) != 1:
        return None
    first = found[0]
    last = first + 1
    while last < len(blocks) and blocks[first].rstrip().endswith(":") and blocks[last].startswith("- "):
        last += 1
    return "\n\n".join(blocks[first:last])


def notes(markdown: str, excerpts: Iterable[str]) -> list[str]:
    """Return the notes of a clause that some of its paragraphs call, but those that are among these paragraphs."""
    quoted = {block for excerpt in excerpts for block in paragraphs(excerpt)}
    called = "".join(block for block in quoted if not NOTE.match(block))
    return [block for block in paragraphs(markdown) if (note := NOTE.match(block)) and note[1] in called and block not in quoted]


def paragraphs(markdown: str) -> list[str]:
    """Return the paragraphs of a clause."""
    return re.split(r"\n{2,}", markdown.strip())


def beginning(blocks: list[str], start: str) -> list[int]:
    """Return which paragraphs start with some words."""
    return [index for index, block in enumerate(blocks) if bare(block).startswith(bare(start))]


def starts(markdown: str, start: str) -> list[str]:
    """Return first words, each of one paragraph alone: of those that begin with the words given or, if none does, of all."""
    blocks = paragraphs(markdown)
    meant = beginning(blocks, start) or range(len(blocks))
    return [words for index in meant if (words := apart(blocks, blocks[index]))]


def apart(blocks: list[str], own: str) -> str | None:
    """Return the first words that tell a paragraph from the others, without a macro call; None if none do."""
    words = bare(own.partition("{{")[0]).split(" ")
    tries = (" ".join(words[:count]) for count in range(min(SHOWN, len(words)), len(words) + 1))
    return next((words for words in tries if len(beginning(blocks, words)) == 1), None)


def bare(text: str) -> str:
    """Return a text without emphasis, its spaces and apostrophes made alike."""
    return re.sub(r"\s+", " ", french(text).replace("*", "")).strip()
