"""Short edits of a project's files, written as lines:

    --- data/roles.yml          this file is edited: below, lines kept (« », a space before), taken away (-) and added (+)
    @@                          between two edits of one file
    +++ data/nouveau.yml        this file holds exactly the lines added below
    xxx data/roles.yml          this file is removed

Lines kept and taken away must be found once, and once only, in the file; « [latin-1] » after a name saves it in that encoding.
"""

from __future__ import annotations

import re
from pathlib import Path

HEADER = re.compile(r"^(---|\+\+\+|xxx) (\S.*?)(?: \[([\w-]+)\])?$", re.M)


def apply(edits: str, root: Path) -> None:
    """Apply edits to the files below `root`. Raises ValueError for an edit whose lines are not found once."""
    headers = [*HEADER.finditer(edits)]
    ends = [*(header.start() - 1 for header in headers[1:]), len(edits)]
    for header, end in zip(headers, ends, strict=True):
        path, body = root / header[2], edits[header.end() + 1 : end]
        if header[1] == "xxx":
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        text = added(body) if header[1] == "+++" else edited(path.read_bytes().decode(), body, header[2])
        path.write_bytes(text.encode(header[3] or "utf-8"))


def added(body: str) -> str:
    """Return the text made of the lines added."""
    return "\n".join(line[1:] for line in body.split("\n"))


def edited(text: str, body: str, name: str) -> str:
    """Return a text after its edits; without any, only its encoding changes."""
    lines = text.split("\n")
    hunks = [hunk.removesuffix("\n").split("\n") for hunk in re.split(r"^@@\n", body, flags=re.M)] if body else []
    places = [(place(lines, side(hunk, "+"), name), side(hunk, "+"), side(hunk, "-")) for hunk in hunks]
    for at, before, after in sorted(places, reverse=True):
        lines[at : at + len(before)] = after
    return "\n".join(lines)


def side(hunk: list[str], other: str) -> list[str]:
    """Return the lines of one side of an edit: all but those of the other sign."""
    return [line[1:] for line in hunk if line[0] != other]


def place(lines: list[str], wanted: list[str], name: str) -> int:
    """Return where some lines stand in a file that must hold them once."""
    found = [at for at in range(len(lines) - len(wanted) + 1) if lines[at : at + len(wanted)] == wanted]
    if len(found) != 1:
        raise ValueError(f"{name}: these lines are there {len(found)} times: {wanted}")
    return found[0]
