"""Quotation marks are those of French, « and », which the page sets apart by spaces that do not break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.calls import without_braces
from macros.checking.foreign import OPENING
from macros.checking.runner import checks
from macros.checking.sentences import of_data, of_pages
from macros.memo import once
from macros.mistakes import Mistake
from macros.model.base import HTML
from macros.reading.draft import Draft

# Within « », those of English are French's own second level.
WITHIN = re.compile(r"«[^»]*»")
ENGLISH = re.compile(
    "[\u201c\u201e\u201f]([^\u201c\u201d\n]*)\u201d|\"([^\"\n]+)\"|(?<!\\w)''([^'\n]+)''|(?<!\\w)\u2018([^\u2018\u2019\n]+)\u2019(?!\\w)"
)
HEADER = re.compile(r"\A---\n.*?\n---\n", re.S)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each passage of the data or of a page between quotation marks that are not those of French.

    What has braces, HTML or the signs of another site was meant for a machine: other checks look at it.
    """
    headers = {page.file: page.typed.count("\n", 0, found.end()) for page in draft.pages.values() if (found := HEADER.match(page.typed))}
    for file, line, text in (*of_data(draft), *of_pages(draft)):
        if line > headers.get(file, 0) and (wrong := english(text)) and not without_braces(draft, text):
            yield Mistake(file, line, *wrong)


@once
def english(text: str) -> tuple[str, str] | None:
    """Return what is wrong with the first passage of a text between other quotation marks, or None."""
    if "{" in text or OPENING.match(text) or not (found := ENGLISH.search(WITHIN.sub("", HTML.sub("", text)))):
        return None
    words = (found[1] or found[2] or found[3] or found[4] or "").strip()
    return f"{found[0]} est entre guillemets anglais", f"écrivez « {words} »"


@checks
def pairs(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each « or » of a page that has not its other; a quotation may have several paragraphs."""
    for page in draft.renderable.values():
        text = "\n".join(page.prose)
        if text.count("«") != text.count("»"):
            problem, remedy = "un guillemet « ou » se trouve seul", "ajoutez celui qui manque, ou enlevez celui-ci"
            yield from (page.blame(text.count("\n", 0, at) + 1, problem, remedy) for at in lone(text))


def lone(text: str) -> Iterator[int]:
    """Yield where a « has no » before the next «, or a » no « before it."""
    opened: int | None = None
    for found in re.finditer("[«»]", text):
        if found[0] == "«":
            if opened is not None:
                yield opened
            opened = found.start()
        elif opened is None:
            yield found.start()
        else:
            opened = None
    if opened is not None:
        yield opened
