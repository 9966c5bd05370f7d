"""Which lines of the scripts the tests ran, from what V8 says of it: in the browser, and in Node.js for the search.

`make couverture` gathers these files of V8 in a folder: `{"result": [{"url", "functions": [{"ranges": [{startOffset, endOffset, count}]}]}]}`,
where places are counted in UTF-16 units.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from macros.components import Components
from macros.export.helper import tool
from macros.export.search import DRAWN, PAGE
from macros.rendering.helper_answers import SCRIPT

OVERRIDES = Path(__file__).resolve().parent.parent / "overrides"
HELPER = tool(Components(OVERRIDES / "composants"))
SEARCH = OVERRIDES / "assets" / "recherche"
# The name and the first words of the search when the tests run it in Node.js (tests/recherche/sources.mjs), and what joins its files.
JOINED, BEFORE, BETWEEN = "recherche-assemblee.js", '"use strict";', "\n"
VENDORED = "assets/javascripts/"
# A line that a reader counts as code: not a comment, not a closing brace alone.
CODE = re.compile(r"^\s*(?!//|/?\*)[^\s})\];,]")

Ranges = list[dict[str, int]]


def painted(functions: Iterable[dict[str, Any]]) -> bytearray:
    """Return for each place of a script 1 if it ran: an inner range says better than the one around it."""
    ranges = sorted((r for function in functions for r in function["ranges"]), key=lambda r: (r["startOffset"], -r["endOffset"]))
    ran = bytearray(max((r["endOffset"] for r in ranges), default=0))
    for r in ranges:
        ran[r["startOffset"] : r["endOffset"]] = bytes([min(r["count"], 1)]) * (r["endOffset"] - r["startOffset"])
    return ran


def united(one: bytearray, other: bytearray) -> bytearray:
    """Return what ran in one or the other."""
    size = max(len(one), len(other))
    return bytearray(a | b for a, b in zip(one.ljust(size, b"\0"), other.ljust(size, b"\0"), strict=True))


def ranges(ran: bytearray) -> Ranges:
    """Return what ran as ranges of V8."""
    return [{"startOffset": m.start(), "endOffset": m.end(), "count": 1} for m in re.finditer(b"\x01+", bytes(ran))]


def scripts() -> list[str]:
    """Return our scripts by their addresses in the site, those of the search by their places."""
    found = (path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.js"))
    return sorted(name for name in found if not name.startswith(VENDORED))


def address(url: str) -> str:
    """Return the address of a script in the site."""
    return re.sub(r"^(https?|file)://[^/]*/", "", url).partition("?")[0]


def files(names: Iterable[str]) -> list[Path]:
    """Return our scripts of these addresses."""
    return [OVERRIDES / name for name in names]


def parts(url: str, ran: bytearray) -> Iterator[tuple[str, bytearray]]:
    """Yield what ran of each file that a script joins, from what ran of it; of any other, the script itself."""
    joined = {JOINED: sorted(SEARCH.glob("*.js")), DRAWN: files(PAGE), SCRIPT: files(HELPER)}
    found = next((paths for name, paths in joined.items() if address(url).endswith(name)), [])
    texts = [path.read_text(encoding="utf-8") for path in found]
    at = len(BEFORE) if url.endswith(JOINED) else len(ran) - len(units(BETWEEN.join(texts)))
    for path, text in zip(found, texts, strict=True):
        size = len(units(text))
        yield path.relative_to(OVERRIDES).as_posix(), ran[at : at + size]
        at += size + len(BETWEEN)
    if not found:
        yield address(url), ran


def units(text: str) -> list[int]:
    """Return the number of the line of each UTF-16 unit of a text, from 0."""
    return [n for n, line in enumerate(text.splitlines(keepends=True)) for _ in range(len(line.encode("utf-16-le")) // 2)]


def gathered(folder: Path) -> dict[str, bytearray]:
    """Return what ran of each script, from all the files of a folder."""
    total: defaultdict[str, bytearray] = defaultdict(bytearray)
    for file in folder.rglob("*.json"):
        for script in json.loads(file.read_text(encoding="utf-8"))["result"]:
            ran = painted(script["functions"])
            for name, part in parts(script["url"], ran):
                total[name] = united(total[name], part)
    return total


def lines(text: str, ran: bytearray) -> tuple[list[int], list[int]]:
    """Return the numbers of the lines of code of a script, and those of which some part never ran."""
    written = text.splitlines()
    code = [n for n, line in enumerate(written) if CODE.match(line)]
    idle = {n for place, n in enumerate(units(text)) if place >= len(ran) or not ran[place]}
    return [n + 1 for n in code], [n + 1 for n in code if n in idle]


def spans(numbers: list[int]) -> str:
    """Return numbers as « 3-5, 9 »."""
    groups: list[list[int]] = []
    for n in numbers:
        if groups and n == groups[-1][-1] + 1:
            groups[-1].append(n)
        else:
            groups.append([n])
    return ", ".join(f"{g[0]}-{g[-1]}" if len(g) > 1 else str(g[0]) for g in groups)


def main(folder: str) -> None:
    """Print, for each script, how many of its lines ran and which did not."""
    total = gathered(Path(folder))
    every, never = 0, 0
    for name in scripts():
        code, idle = lines((OVERRIDES / name).read_text(encoding="utf-8"), total.get(name, bytearray()))
        every, never = every + len(code), never + len(idle)
        print(f"{name:<70} {len(code):>5} {len(idle):>5} {share(code, idle):>4}   {spans(idle)}")
    print(f"{'TOTAL':<70} {every:>5} {never:>5} {100 * (every - never) // max(every, 1):>3}%")


def share(code: list[int], idle: list[int]) -> str:
    """Return the share of the lines that ran, as a percentage."""
    return f"{100 * (len(code) - len(idle)) // max(len(code), 1)}%"


if __name__ == "__main__":
    main(sys.argv[1])
