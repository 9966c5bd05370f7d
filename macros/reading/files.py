"""A file's text, read within limits: nothing is looked for in what is too large to be looked through."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from macros.mistakes import Mistake
from macros.reading.characters import decode, lines_ended
from macros.reading.conflicts import conflicts, joined, one_version
from macros.words import grouped

# In bytes, in lines, in characters. The largest file of the site has 31,000 bytes and 956 lines; its longest line, 610 characters.
LARGEST, MOST_LINES, LONGEST_LINE = 1_000_000, 10_000, 5_000
SPLIT = "partagez-le en plusieurs, ou supprimez ce qui est de trop"
SHORTEN = "partagez-la en plusieurs, ou supprimez ce qui est de trop"
# What a browser saves where a forge shows a file.
WEB_PAGE = re.compile(r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.I)
SAVED = (
    "ce fichier est une page web enregistrée",
    "reprenez le fichier lui-même (sur GitHub, le bouton « Download raw file »), ou remettez son texte d'avant",
)


def read_text(path: Path, file: str) -> tuple[str | None, list[Mistake]]:
    """Return a file's text and the mistakes of its characters.

    The text is None, with a mistake, if it cannot be read, is no text or is too large. Of a passage in two versions, it has the first, and no mark.
    """
    try:
        with path.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError:
        return None, [Mistake(file, 1, "le fichier ne peut pas être lu", "rendez-le lisible, ou supprimez-le et déposez-le de nouveau")]
    text, mistakes = understood(data, file)
    return text, [*mistakes]


@lru_cache(maxsize=512)
def understood(data: bytes, file: str) -> tuple[str | None, tuple[Mistake, ...]]:
    """Return the text that bytes make and the mistakes of its characters; those of a file that did not change are not looked at again."""
    if mistake := too_large(data, file):
        return None, (mistake,)
    text, mistakes = decode(data, file)
    if WEB_PAGE.match(text or ""):
        return None, (Mistake(file, 1, *SAVED),)
    unsettled = [*conflicts(text or "", file)]
    return (one_version(text) if text and unsettled else text), (*mistakes, *unsettled, *joined(text or "", file))


def too_large(data: bytes, file: str) -> Mistake | None:
    """Return the mistake of a file that is beyond the limits, or None."""
    if len(data) > LARGEST:
        return Mistake(file, 1, f"le fichier dépasse {LARGEST // 1_000_000} Mo", SPLIT)
    lines = lines_ended(data.decode("utf-8", "replace")).split("\n")
    if len(lines) > MOST_LINES:
        return Mistake(file, MOST_LINES + 1, f"le fichier dépasse {grouped(MOST_LINES)} lignes", SPLIT)
    too_long = (number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE)
    return next((Mistake(file, number, f"la ligne dépasse {grouped(LONGEST_LINE)} caractères", SHORTEN) for number in too_long), None)


def overlong(value: str) -> tuple[str, str] | None:
    """Return what is wrong with a value that folded lines make longer than one may be, or None."""
    wrong = f"ce texte dépasse {grouped(LONGEST_LINE)} caractères"
    return (wrong, "raccourcissez-le") if len(value) > LONGEST_LINE else None
