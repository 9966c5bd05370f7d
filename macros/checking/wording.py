"""The words of the site line by line; those of the texts, and what quotes them, are sources and keep the slips of who adopted them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from macros.checking.foreign import ADDRESSES
from macros.checking.runner import given, part
from macros.model.attendus import FichierAttendus
from macros.model.kinds import PLACES
from macros.model.relectures import FichierRelectures
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page

# A file, a line and what stands there.
Line = tuple[str, int, str]

# What has the words of a text, or a part of them, which may end anywhere: keys, and whole files.
QUOTING = {"extrait", "ancien", "nouveau"}
BOOKS = (PLACES[FichierAttendus], PLACES[FichierRelectures])
WEB = re.compile(r"\b[a-z]+://\S*")
# What the header of a page says to its readers.
SAID = re.compile(r"(?:title|description): +(.+)")


class Ours(list[Line]):
    """Each text of the data and each line of the pages whose words are the site's own."""


@part
def words(draft: Draft) -> Ours:
    """Return the words of the site."""
    pages = (line for page in draft.pages.values() if text_name(page.file) is None for line in lines(page))
    texts = ((file, *text) for file, told in draft.worded.items() if file not in BOOKS for text in told)
    return Ours([*pages, *((file, line, filled(WEB, text)) for file, path, line, text in texts if QUOTING.isdisjoint(path))])


def ours(draft: Draft) -> Ours:
    """Return the words of the site, found once on a draft."""
    return cast(Ours, given(draft, Ours))


def theirs(draft: Draft) -> Iterator[Line]:
    """Yield each line of the texts."""
    for page in draft.pages.values():
        if text_name(page.file) is not None:
            yield from lines(page)


def lines(page: Page) -> Iterator[Line]:
    """Yield each line of a page with what its header says, signs standing for what is no words: code, addresses."""
    for number, line in enumerate(page.prose, 1):
        said = None if line.strip() else SAID.match(page.lines[number - 1])
        yield page.file, number, filled(WEB, said[1] if said else filled(ADDRESSES, line))


def filled(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with « ] » in the place of each sign of what a pattern finds, its lines kept."""
    if pattern is WEB and "://" not in text:
        return text
    return pattern.sub(lambda found: re.sub(r"[^\n]", "]", found[0]), text)
