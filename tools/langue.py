"""Spelling and grammar of all that editors wrote, read by Grammalecte: advice, never a failure.

`tools/langue.sh` gets Grammalecte into the folder given as argument. Nothing of it is published.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from macros.checking.sentences import of_data, of_pages
from macros.reading.draft import read
from macros.reading.tree import walk

ROOT = Path(__file__).resolve().parent.parent
# What only says how to lay text out: the site sets its own spaces and apostrophes.
QUIET = {"typo", "apos", "esp", "nbsp", "tab", "liga", "unit", "num", "mapos", "mc", "virg"}
MARKDOWN = re.compile(r"^#+ [\d.)]*|[*`#>|]|^\s*-\s|\[|\]")


def texts() -> Iterator[tuple[str, int, str]]:
    """Yield each text of the data and each line of the pages, with its file and line."""
    draft = read(ROOT, walk(ROOT))
    yield from of_data(draft)
    yield from ((file, line, MARKDOWN.sub(" ", text)) for file, line, text in of_pages(draft))


def advice(checker: Any, text: str) -> Iterator[tuple[str, str]]:
    """Yield what Grammalecte says of a text, with the words in question."""
    grammar, spelling = checker.getParagraphErrors(text)
    for error in grammar:
        if error["sType"] not in QUIET:
            yield error["sMessage"], text[error["nStart"] : error["nEnd"]]
    for error in spelling:
        yield "mot inconnu", error["sValue"]


def main(folder: str) -> None:
    """Print the advice, one line for each; the same unknown word is told once, with its first place and how often it comes."""
    sys.path.insert(0, folder)
    checker = import_module("grammalecte").GrammarChecker("fr")
    found = [(file, line, *told) for file, line, text in texts() if text.strip() for told in advice(checker, text)]
    often = Counter((message, words) for _, _, message, words in found)
    first = {(message, words): (file, line) for file, line, message, words in reversed(found)}
    for (message, words), (file, line) in first.items():
        times = often[message, words]
        print(f"{file}:{line} : {message} (« {words} »{f', {times} fois' if times > 1 else ''})")
    print(f"{len(often)} avis. Ce sont des avis : rien n'échoue.")


if __name__ == "__main__":
    main(sys.argv[1])
