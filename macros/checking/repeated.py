"""What was typed or pasted twice: a word, a sentence within a text, a paragraph within a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.layout import passages
from macros.checking.runner import checks
from macros.checking.sentences import END, WORD, of_data
from macros.memo import all_once, once
from macros.mistakes import Mistake
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page

# Short words that only announce another one: none follows itself, but for a pronoun after a hyphen (« Prenez-la la veille ») or a name
# (« de De Gaulle »). Other short words may: adverbs (« si si ») and what is a noun too (« son », « ton »).
ANNOUNCING = (
    *("le", "la", "les", "un", "une", "des", "du", "au", "aux", "ce", "cet", "cette", "ces", "ses", "notre", "nos", "votre", "vos"),
    *("à", "de", "dans", "par", "pour", "avec", "sans", "chez", "entre", "et", "ou", "mais", "que", "dont", "ne"),
)
# The longer words that are said twice in a sound sentence: « vous vous servez », « faire faire », « très très »; and what stands for code or a macro.
TOLD_AGAIN = ("nous", "vous", "elle", "elles", "faire", "tout", "toute", "très", "bien", "plus", "moins", "encore", "tant")
LONGER = rf"(?!(?:x+|{'|'.join(TOLD_AGAIN)})\b)[^\W\d_]{{4,}}"
TWICE = re.compile(rf"(?<![\w'’-])({'|'.join(ANNOUNCING)}|{LONGER})\s+\1(?![\w'’-])", re.I)
# The words of a sentence below which it may be said again.
LEAST = 8
HEADING = re.compile(r"#{1,6} ")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each word and each passage that a text of the data, or a page, has twice."""
    for file, line, text in of_data(draft):
        yield from (Mistake(file, line, *wrong) for wrong in words(text))
        if again := said_again(text):
            yield Mistake(file, line, f"« {again} » se trouve deux fois dans ce texte", "gardez-le une seule fois")
    for page in draft.pages.values():
        yield from (page.blame(*wrong) for part in (doubled, paragraphs) for wrong in part(page))


@all_once
def words(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each word that follows itself."""
    for found in TWICE.finditer(text):
        if (said := found[0].split())[1].islower():
            yield f"« {' '.join(said)} » : le même mot se trouve deux fois de suite", "gardez-en un"


@all_once
def doubled(page: Page) -> Iterator[tuple[int, str, str]]:
    """Tell each word of a page that follows itself, on its line or on the next."""
    for first, passage in () if page.excesses else passages(page.prose):
        for found in TWICE.finditer(passage):
            yield from ((first + passage.count("\n", 0, found.start()), *wrong) for wrong in words(found[0]))


@all_once
def paragraphs(page: Page) -> Iterator[tuple[int, str, str]]:
    """Tell each paragraph of a page that is there already; in a text, which may say the same of two things, under the same title."""
    seen: dict[str, int] = {}
    for first, passage in () if page.excesses else passages(page.prose):
        if HEADING.match(passage) and text_name(page.file) is not None:
            seen = {}
        said = " ".join(passage.split())
        if len(WORD.findall(said)) < LEAST or HEADING.match(passage):
            continue
        if seen.setdefault(said, first) != first:
            yield first, f"ce passage est déjà à la ligne {seen[said]}", "supprimez l'un des deux"


@once
def said_again(text: str) -> str | None:
    """Return the first sentence of a text that is there already, or None."""
    return next(repeated(END.split(text)), None)


def repeated(sentences: list[str]) -> Iterator[str]:
    """Yield each sentence that is there already, if it is long enough to have been pasted."""
    seen: set[str] = set()
    for sentence in sentences:
        said = " ".join(sentence.split())
        if said in seen and len(WORD.findall(said)) >= LEAST:
            yield said
        seen.add(said)
