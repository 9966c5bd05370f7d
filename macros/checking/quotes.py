"""Quotation marks are those of French, « and », which the page sets apart by spaces that do not break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from macros.checking.calls import without_braces
from macros.checking.foreign import OPENING
from macros.checking.runner import checks
from macros.checking.sentences import of_data, of_pages
from macros.memo import once
from macros.mistakes import Mistake
from macros.model.base import HTML
from macros.reading.draft import Draft

# Within « », those of English, closed, are French's own second level.
WITHIN = re.compile(r"«[^»]*»")
SECOND = re.compile("\u201c[^\u201c\u201d«»]*\u201d|\u2039[^\u2039\u203a«»]*\u203a")
# Curved signs, each of which quotes, and what is drawn as they are: a number's is of inches or of seconds.
CURVED = "\u201c\u201d\u201e\u201f\u275d\u275e\u301d\u301e\u301f\u2e42"
DRAWN = '"\u02ba\u2033\u2036\uff02'
ENGLISH = re.compile(
    f"(?<![0-9])[{CURVED}{DRAWN}]([^{CURVED}{DRAWN}«»\n]+)[{CURVED}{DRAWN}]|(?<!\\w)''([^'\n]+)''"
    "|(?<!\\w)\u2018([^\u2018\u2019\n]+)\u2019(?!\\w)|\u2039([^\u2039\u203a\n]+)\u203a"
)
# One of French and one of English around the same words; then one alone.
MIXED = re.compile(f"«([^«»{CURVED}\n]+)[{CURVED}]|[{CURVED}]([^«»{CURVED}\n]+)»")
ALONE = re.compile(f"[{CURVED}]")
# What none of these is without: most texts have nothing of it.
LIKELY = re.compile(f"[{CURVED}{DRAWN}\u2018\u2039`]")
TEX = re.compile(r"``([^`'\n]+)''(?!`)")
# A field of Word, which has such marks.
FIELD = re.compile(r"HYPERLINK|TOC \\")
LONE = ("le guillemet {} se trouve seul", "enlevez-le, ou mettez les mots cités entre « et »")
HEADER = re.compile(r"\A---\n.*?\n---\n", re.S)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each passage of the data or of a page between quotation marks that are not those of French.

    What has braces, HTML or the signs of another site was meant for a machine: other checks look at it.
    """
    headers = {page.file: page.typed.count("\n", 0, found.end()) for page in draft.pages.values() if (found := HEADER.match(page.typed))}
    uneven = {file for file, lines in quoting(draft) if file in draft.renderable and is_uneven(text_of(lines))}
    for file, line, text in (*of_data(draft), *of_pages(draft)):
        if "''" in text or LIKELY.search(text):
            wrong = english(text, file in draft.sources) or (unpaired(text) if file not in uneven else None)
            if wrong and line > headers.get(file, 0) and not without_braces(draft, text):
                yield Mistake(file, line, *wrong)
    for page in (page for page in draft.pages.values() if "``" in page.markdown):
        for number, line in enumerate(page.unfenced, 1):
            if found := TEX.search(line):
                yield page.blame(number, *in_english(found[0], found[1]))


@once
def english(text: str, is_value: bool = True) -> tuple[str, str] | None:
    """Return what is wrong with the first passage of a text between other quotation marks, or None; those of all of a value were meant for YAML."""
    if is_for_a_machine(text) or not (found := ENGLISH.search(WITHIN.sub("", HTML.sub("", text))) or TEX.search(text)):
        return None
    problem, remedy = in_english(found[0], next(filter(None, found.groups())))
    return problem, f"enlevez ces guillemets ou, s'ils font partie du texte, {remedy}" if is_value and found[0] == text else remedy


@once
def unpaired(text: str) -> tuple[str, str] | None:
    """Return what is wrong with the first sign of a text that has not its other, or another one than its own; or None."""
    if not ALONE.search(text) or is_for_a_machine(text):
        return None
    first_level = WITHIN.sub(lambda match: SECOND.sub("", match[0]), HTML.sub("", text))
    if found := MIXED.search(first_level):
        return f"{found[0]} ne se ferme pas par le guillemet qui l'ouvre", f"écrivez « {(found[1] or found[2]).strip()} »"
    found = ALONE.search(first_level)
    return (LONE[0].format(found[0]), LONE[1]) if found else None


def is_for_a_machine(text: str) -> bool:
    """Tell whether a text was meant for a machine: other checks look at it."""
    return "{" in text or FIELD.search(text) is not None or OPENING.match(text) is not None


def in_english(shown: str, words: str) -> tuple[str, str]:
    """Return what is wrong with words between quotation marks of English, and the remedy."""
    return f"{shown} est entre guillemets anglais", f"écrivez « {words.strip()} »"


@checks
def pairs(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each « or » of a page or of a data file that has not its other; a quotation may have several paragraphs."""
    for file, lines in quoting(draft):
        text = text_of(lines)
        for at in lone(text) if is_uneven(text) else ():
            number = lines[text.count("\n", 0, at)][0]
            yield Mistake(file, number, "un guillemet « ou » se trouve seul", "ajoutez celui qui manque, ou enlevez celui-ci")


def quoting(draft: Draft) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Yield the numbered lines of prose of each page, and the texts of each data file but those told as mixed, each on one line."""
    for page in draft.renderable.values():
        yield page.file, [*enumerate(page.prose, 1)]
    for file, found in groupby(of_data(draft), key=itemgetter(0)):
        yield file, [(line, text.replace("\n", " ")) for _, line, text in found if not ALONE.search(text)]


def text_of(lines: list[tuple[int, str]]) -> str:
    """Return the text that numbered lines make."""
    return "\n".join(line for _, line in lines)


def is_uneven(text: str) -> bool:
    """Tell whether a text has more « than », or fewer."""
    return text.count("«") != text.count("»")


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
