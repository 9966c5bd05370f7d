"""The folds whose content comes when one opens them: a script of data for each page that has some.

A template marks such a fold `data-a-part`, and gives it a link `data-repli` that says where to read the same without a script; all that
follows this link is taken out of the page. `cadre/a-part.js` puts it back.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = "assets/plis"
FOLD = re.compile(r"(<details\b[^>]*) data-a-part([^>]*>)")
EDGE = re.compile(r"<(/?)details\b[^>]*>")
INSTEAD = re.compile(r"<a data-repli [^>]*>[^<]*</a>\s*", re.S)
BODY = re.compile(r"<body\b")
NAMED = re.compile(r'<[^>]*\sid="([^"]*)"')


class Fold(NamedTuple):
    """A fold of a page: where its content starts and ends."""

    start: int
    end: int


def folds(html: str) -> Iterator[Fold]:
    """Yield the marked folds of a page, none within another. Raises ValueError for one that says nothing in the place of its content."""
    at = 0
    while opening := FOLD.search(html, at):
        end = closing(html, opening.end())
        instead = INSTEAD.search(html, opening.end(), end)
        if instead is None:
            raise ValueError(f"a fold says nothing in the place of its content: {opening[0]}")
        yield Fold(instead.end(), end)
        at = end


def closing(html: str, at: int) -> int:
    """Return where the fold that opened before `at` closes. Raises ValueError if it does not."""
    depth = 1
    for edge in EDGE.finditer(html, at):
        depth += -1 if edge[1] else 1
        if not depth:
            return edge.start()
    raise ValueError("a fold does not close")


def emptied(html: str, site: Path, root: str) -> str:
    """Return a page without the content of its marked folds, which is written as a script of the site; `root` is the address of the site's
    folder from the page. Raises ValueError if what is taken out holds an id: a link to it would lead nowhere.
    """
    found = [*folds(html)]
    if not found:
        return html
    contents = [html[fold.start : fold.end].strip() for fold in found]
    if named := NAMED.search("".join(contents)):
        raise ValueError(f"what comes with a fold is named: « {named[1]} »")
    address = f"{root}{written(contents, site)}"
    return numbered(BODY.sub(lambda _: f'<body data-plis="{address}"', without(html, found), count=1))


def without(html: str, found: list[Fold]) -> str:
    """Return a page without the content of some folds."""
    for fold in reversed(found):
        html = html[: fold.start] + html[fold.end :]
    return html


def numbered(html: str) -> str:
    """Return a page where each marked fold has its number."""
    numbers = iter(range(html.count(" data-a-part")))
    return FOLD.sub(lambda fold: f'{fold[1]} data-a-part="{next(numbers)}"{fold[2]}', html)


def written(contents: list[str], site: Path) -> str:
    """Write the content of a page's folds under the name that it gives; return its path in the site."""
    text = f"window.Plis = {json.dumps(contents, ensure_ascii=False, separators=(',', ':'))};\n"
    path = f"{FOLDER}/{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")
    return path
