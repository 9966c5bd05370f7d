"""Quotation marks are those of French, « and », which the page sets apart by spaces that do not break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.foreign import OPENING
from macros.checking.layout import passages
from macros.checking.runner import checks
from macros.checking.sentences import of_data, of_pages
from macros.mistakes import Mistake
from macros.model.base import HTML
from macros.reading.draft import Draft

# Within « », those of English are French's own second level.
WITHIN = re.compile(r"«[^»]*»")
ENGLISH = re.compile('[\u201c\u201e\u201f]([^\u201c\u201d\n]*)\u201d|"([^"\n]+)"')
HEADER = re.compile(r"\A---\n.*?\n---\n", re.S)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each passage of the data or of a page between quotation marks that are not those of French.

    What has braces, HTML or the signs of another site was meant for a machine: other checks look at it.
    """
    headers = {page.file: page.typed.count("\n", 0, found.end()) for page in draft.pages.values() if (found := HEADER.match(page.typed))}
    for file, line, text in (*of_data(draft), *of_pages(draft)):
        if line <= headers.get(file, 0) or "{" in text:
            continue
        if not OPENING.match(text) and (found := ENGLISH.search(WITHIN.sub("", HTML.sub("", text)))):
            words = (found[1] or found[2] or "").strip()
            yield Mistake(file, line, f"{found[0]} est entre guillemets anglais", f"écrivez « {words} »")


@checks
def pairs(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each passage of a page whose « and » do not go by two."""
    for page in draft.renderable.values():
        for first, passage in passages(page.prose):
            if passage.count("«") != passage.count("»"):
                line = first + next(at for at, text in enumerate(passage.split("\n")) if text.count("«") != text.count("»"))
                yield page.blame(line, "un guillemet « ou » se trouve seul", "ajoutez celui qui manque, ou enlevez celui-ci")
