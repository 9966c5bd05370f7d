"""Words as such: the known one that an unknown one probably meant, numbers in words, first letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from macros.memo import once

# A word longer than this is no misspelling; comparing it would take long.
LONGEST = 80
# The letters that a slip may change, by the length of the longer word; the words that a remedy lists.
SLIP = ((6, 2), (3, 1))
MOST_LISTED = 20
# The numbers that one writes in words.
IN_WORDS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze"),
    *("quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt"),
)
# What tells apart things of one family, « art-5-1 » and « art-5-2 », « tableau-a » and « tableau-b »: no slip changes it.
MARK = re.compile(r"(?<![^\W_])[^\W_](?![^\W_])|[0-9]+")

# What editors type in the place of a code, by its meaning, where no slip links the two, or where one would lead to another code.
SAID = {
    "obligation": ("doit", "devez", "doivent", "devoir", "obligatoire"),
    "interdiction": ("interdit", "interdite", "defense", "ne-doit-pas", "ne-peut-pas", "ne-peut"),
    "preference": ("privilegie", "privilegiee", "a-privilegier", "doit-etre-privilegiee"),
    "recommandation": ("recommande", "recommandee", "il-est-recommande", "devrait"),
    "permission": ("peut", "pouvez", "peuvent", "permis"),
    "proscrite": ("interdite", "interdit", "defendue"),
    "interdit": ("proscrit", "proscrite", "defendu", "interdite", "non"),
    "permis": ("oui", "permise", "autorise", "autorisee"),
    "ligne": ("texte", "text", "texte-court"),
    "bloc": ("texte-long", "paragraphe", "textarea"),
    "cases": ("cases-a-cocher", "case-a-cocher", "checkbox"),
    "choix": ("liste-deroulante", "menu-deroulant", "choix-unique", "radio"),
    "courriel": ("email", "e-mail", "mail"),
    "enseignant": ("prof", "professeur", "enseignante"),
}


def nearest(word: str, known: Collection[str]) -> str:
    """Return the remedy for an unknown word: the one that it says otherwise or that a slip of a letter or two has made of it, or all those known."""
    if close := meant_by(word, known):
        return "écrivez " + " ou ".join(f"« {found} »" for found in close)
    if not known:
        return "aucun mot n'est encore connu ici"
    if len(known) == 1:
        return f"le seul mot connu ici est « {next(iter(known))} »"
    more = len(known) - MOST_LISTED
    shown = [*known][:MOST_LISTED] if more > 1 else [*known]
    return "les mots connus ici sont : " + ", ".join(shown) + (f" et {more} autres" if more > 1 else "")


def meant_by(word: str, known: Collection[str]) -> list[str]:
    """Return the known words that an unknown one says otherwise or that a slip of a letter or two has made of it."""
    return [code for code, said in SAID.items() if code in known and plain(word) in said] or slips(word, known)


def one_of(things: Sequence[str], more: str = "") -> str:
    """Return the remedy for what is none of some feminine things: the only one, or those that one may write."""
    return f"écrivez « {things[0]} »" if len(things) == 1 else f"écrivez l'une de celles-ci : {', '.join(things)}{more}"


def closest(word: str, known: Collection[str]) -> str | None:
    """Return the only known word that a slip may have made another one of, accents and capitals apart, or None."""
    close = slips(word, known)
    return close[0] if len(close) == 1 else None


def slips(word: str, known: Collection[str]) -> list[str]:
    """Return the known words that are nearest to another one, if a slip of a letter or two is all that parts them."""
    written = plain(word)
    if len(word) > LONGEST:
        return []
    found = {other: distance(written, plain(other)) for other in known if may_be(written, plain(other))}
    least = min(found.values(), default=0)
    return [other for other, far in found.items() if far == least and far <= allowed(written, plain(other))]


def may_be(word: str, other: str) -> bool:
    """Tell whether a word may be a slip for another one, before they are compared letter by letter."""
    return abs(len(word) - len(other)) <= allowed(word, other) and MARK.findall(word) == MARK.findall(other)


def allowed(word: str, other: str) -> int:
    """Return how many letters may part a word and the one that it was meant for."""
    return next((letters for length, letters in SLIP if max(len(word), len(other)) >= length), 0)


def distance(word: str, other: str) -> int:
    """Return how many letters are added, left out, changed or exchanged with their neighbour from a word to another."""
    before: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for i in range(len(word)):
        before, row = row, next_row(word, other, i, before, row)
    return row[-1]


def next_row(word: str, other: str, i: int, before: list[int], last: list[int]) -> list[int]:
    """Return how far a word up to a letter is from each beginning of another; `last` and `before` say it of one and two letters less."""
    row = [i + 1]
    for j, letter in enumerate(other):
        row.append(min(last[j + 1] + 1, row[-1] + 1, last[j] + (word[i] != letter)))
        if i and j and word[i] == other[j - 1] and word[i - 1] == letter:
            row[-1] = min(row[-1], before[j - 1] + 1)
    return row


def capitalized(text: str) -> str:
    """Return a text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


def uncapitalized(text: str) -> str:
    """Return a text with a small first letter, the others as they are: within a sentence. An acronym keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def plain(text: str) -> str:
    """Return a word as slips are looked for: without accents or capitals, its parts joined by hyphens."""
    return re.sub(r"[_ ’']", "-", fold(text))


@once
def fold(text: str) -> str:
    """Return a text without its accents, in lower case."""
    lower = text.lower()
    return lower if lower.isascii() else "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))


def grouped(number: int) -> str:
    """Return a number in digits, its thousands apart."""
    return f"{number:,}".replace(",", "\u00a0")


def in_words(number: int, feminine: bool = False) -> str:
    """Return a small number in words, a larger one in digits."""
    if number == 1 and feminine:
        return "une"
    return IN_WORDS[number] if number < len(IN_WORDS) else grouped(number)


def many(number: int, one: str, several: str = "") -> str:
    """Return how many things there are, in digits, with their noun: « 1 article », « 2 articles »; `several` if more than its end changes."""
    return f"{grouped(number)} {one if number < 2 else several or one + 's'}"


def enumerated(names: Sequence[str], last: str = "et") -> str:
    """Return some names as a sentence enumerates them."""
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)


def stop(text: str) -> str:
    """Return what ends a sentence after its last words: nothing if they have their own stop."""
    return "" if text.endswith((".", "!", "?", "…")) else "."


def counted(things: Collection[object], noun: str) -> str:
    """Return how many things there are, with their noun: « les cinq textes », « le texte » for one that is masculine."""
    return f"le {noun}" if len(things) == 1 else f"les {in_words(len(things))} {noun}s"
