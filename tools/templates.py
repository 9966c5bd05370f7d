"""Indent the templates by the nesting of their tags and of their blocks; nothing else changes: what is rendered has no retreat."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("overrides", "macros", "tools")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
OPENING, BETWEEN = {"if", "for", "macro", "block", "call", "filter", "set"}, {"else", "elif"}
# « {% set a = b %} » gives a value; « {% set a %} » holds lines, up to its end.
VALUED = re.compile(r"set[^=|]*=")
BLOCK, VALUE = r"{%.*?%}", r"{{.*?}}"
PIECE = re.compile(
    rf"{{#.*?#}}|{VALUE}|{{%-?\s*(?P<word>\w+).*?%}}|"
    rf"<(?P<slash>/?)(?P<tag>[a-zA-Z][\w-]*)(?:\"(?:{VALUE}|{BLOCK}|[^\"])*\"|{VALUE}|{BLOCK}|[^<>\"])*?(?P<alone>/?)>",
    re.S,
)


def indented(text: str) -> str:
    """Return a template, its blank lines left out, with two spaces for each element or block that holds a line, and for what goes on."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    depths = depths_of(lines)
    return "".join(f"{'  ' * depth}{line}\n" for line, depth in zip(lines, depths, strict=True))


def depths_of(lines: list[str]) -> list[int]:
    """Return how deep each line of a template stands."""
    net, lowest, inside = ([0] * len(lines) for _ in range(3))
    for first, last, opens, dips in pieces(lines):
        for line in range(first + 1, last + 1):
            inside[line] = 1
        at = last if opens > 0 else first
        net[at] += opens
        lowest[at] = min(lowest[at], net[at] - dips)
    found, depth = [], 0
    for line in range(len(lines)):
        found.append(depth + (1 if inside[line] else lowest[line]))
        depth += net[line]
    return found


def pieces(lines: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the tags and blocks: first and last lines, how many levels they open, and 1 for what stands between two parts of a block."""
    text = "\n".join(lines)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for piece in PIECE.finditer(text):
        first, last = (bisect_right(starts, place) - 1 for place in (piece.start(), piece.end() - 1))
        yield first, last, opened(piece), int(piece["word"] in BETWEEN)


def opened(piece: re.Match[str]) -> int:
    """Return 1 for what opens a level, -1 for what closes one, 0 for the rest."""
    if word := piece["word"]:
        opens = word in OPENING and not (word == "set" and VALUED.search(piece[0]))
        return int(opens) - int(word.startswith("end"))
    if piece["tag"] is None or piece["tag"].lower() in VOID or piece["alone"]:
        return 0
    return -1 if piece["slash"] else 1


def templates() -> list[Path]:
    """Return all the templates of HTML, those of the site and those of our tools."""
    return sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.html"))


def main() -> int:
    """Indent every template; return the exit code."""
    for path in templates():
        text = path.read_text(encoding="utf-8")
        if (new := indented(text)) != text:
            path.write_text(new, encoding="utf-8")
            print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
