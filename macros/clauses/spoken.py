"""The numbers of clauses that a sentence gives in words: « l'article 5.9 de la directive », « la directive (article 4) », « l'article 5.9 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.words import fold

NUMBER = r"[0-9]+(?:\.[0-9]+)*"
# What a clause is called; that of one or two figures is a section too.
CALLED = r"\b(?:articles?|art\.|sections?|clauses?)"
SAID = re.compile(rf"{CALLED} ({NUMBER}(?:(?:, | et | ou | a ){NUMBER})*)")
OF = "(?:de la|du|de l.)(?: presente?)?"
# What follows the name of another text, which begins as that of ours.
ANOTHER = r"(?![\w-]| (?:sur|du|de|des|relative|ministerielle)\b| d.)"
WORDS = re.compile(r"\b(?:art|section|clause)", re.I)
# « l'article 53.1 de la loi »: of a text, whichever it is.
OF_A_TEXT = re.compile(rf" {OF} ?|\)? (?:des|d.) ?\b")


def name_of(title: str) -> str:
    """Return what sentences call a text of a short title, as a regular expression: two versions of one (« Directive (2027) ») share their name."""
    return re.escape(fold(re.sub(r" *\(.*", "", title)))


def spoken(sentence: str, names: Mapping[str, list[str]]) -> Iterator[tuple[list[str], str]]:
    """Yield each number that a sentence gives, with the texts that it may be of; none where the sentence names no text.

    `names` gives the ids of the texts that each name may mean. A number of another text is not given.
    """
    if not WORDS.search(sentence):
        return
    folded = fold(sentence)
    for found in SAID.finditer(folded):
        texts = named(folded[: found.start()], folded[found.end() :], names)
        if texts is not None:
            yield from ((texts, number) for number in re.findall(NUMBER, found[1]))


def named(before: str, after: str, names: Mapping[str, list[str]]) -> list[str] | None:
    """Return the texts named around a number, none if no text is, or None if another text is."""
    for name, texts in names.items():
        if re.match(rf" {OF} ?{name}{ANOTHER}", after) or (after.startswith(")") and re.search(rf"\b{name} \($", before)):
            return texts
    return None if OF_A_TEXT.match(after) or re.search(r"\b(?:loi|reglement|code)\b[^.]*,? $", before) else []
