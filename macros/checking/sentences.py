"""No sentence is too long to be understood at once, on a page, in the data, or in what a parent signs.

They are counted as they were typed: the name of an organisation, which a mark stands for, makes none too long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from macros.checking.runner import checks, given, part
from macros.memo import once
from macros.mistakes import Mistake
from macros.model.formulaires import Formulaire
from macros.model.kinds import of
from macros.reading.draft import Draft
from macros.reading.page import masked

# The words of a sentence, at most; an elided word counts for one.
LONGEST = 30
WORD = re.compile(r"\w[\w-]*")
# Where a sentence ends: a full stop, or what stands for it, then a space.
END = re.compile(r"(?<=[.!?…])[*»\u00a0]* +")
SENTENCE = re.compile(r"[.!?…:;][»\u00a0 ]*\Z")
# The title of a work and the target of a link are nobody's sentence.
TITLE = re.compile(r"\*[^*\n]+\*(?!\*)|\]\([^)\n]*\)|^description: ", re.M)
REMEDY = "faites-en deux phrases"


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each sentence of the data and of the pages that has too many words."""
    for file, line, text in (*of_data(draft), *of_pages(draft)):
        if words := too_long(text, named=not file.startswith(of(Formulaire).where)):
            yield Mistake(file, line, f"cette phrase a {words} mots, au lieu de {LONGEST} au plus", REMEDY)


@once
def too_long(text: str, named: bool = True) -> int:
    """Return the number of words of the longest sentence of a text if it has too many, else 0; `named`, it may be a name, which is no sentence."""
    if len(text) < 2 * LONGEST or (named and not SENTENCE.search(text)):
        return 0
    most = max(len(WORD.findall(sentence)) for sentence in END.split(text))
    return most if most > LONGEST else 0


class OfData(list[tuple[str, int, str]]):
    """Each text of the data files that were read as they were meant, with its file and line."""


@part
def texts(draft: Draft) -> OfData:
    """Return the texts of the data."""
    return OfData((file, line, text) for file, told in draft.worded.items() for _, line, text in told)


def of_data(draft: Draft) -> OfData:
    """Return the texts of the data, found once on a draft."""
    return cast(OfData, given(draft, OfData))


def of_pages(draft: Draft) -> Iterator[tuple[str, int, str]]:
    """Yield each line of prose of the pages, with its file and number."""
    for page in draft.pages.values():
        prose = TITLE.sub(" ", masked(page.typed, " "))
        yield from ((page.file, number, line) for number, line in enumerate(prose.split("\n"), 1))
