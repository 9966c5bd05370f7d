"""The clause, the annex or the table that a sentence gives with the name of its text (« l'article 5.9 de la directive ») is one of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.known import suggestion
from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.checking.texts import CleanTexts
from macros.clauses.parsing import Text
from macros.clauses.passages import passages
from macros.clauses.spoken import ANOTHER, NUMBER, OF, SEVERAL, WORDS, name_of
from macros.dependants import spoken_in_data
from macros.mistakes import Mistake
from macros.model.base import Renvoi
from macros.model.encadrements import FichierEncadrements
from macros.reading.draft import Draft
from macros.words import fold

# « annexe A », « tableaux A et B »: a letter, or a number.
LETTER = r"(?:[a-z]|[0-9]{1,2}|[ivx]{1,4})"
APART = rf"\b(annexe|tableau)[sx]? ({LETTER}(?:(?:, | et | ou ){LETTER})*)"
WORDS_APART = ("nnexe", "ableau", "NNEXE", "ABLEAU")


@checks
def check(draft: Draft, register: FichierEncadrements, texts: CleanTexts) -> Iterator[Mistake]:
    """Yield a mistake for each number that no clause has, in the sentences of the data and of the pages."""
    named = by_name(register, texts)
    patterns = [(of_name(SEVERAL, name), of_name(APART, name), of_this) for name, of_this in named.items()]
    prose = ((page.file, number, line) for page in draft.pages.values() for number, line in enumerate(page.prose, 1))
    for file, line, sentence in (*of_data(draft), *prose):
        if WORDS.search(sentence):
            folded = fold(sentence)
            yield from (Mistake(file, line, *wrong) for said, _, of_this in patterns for wrong in absent(of_this, said, folded))
        if any(word in sentence for word in WORDS_APART):
            folded = fold(sentence)
            yield from (Mistake(file, line, *wrong) for _, said, of_this in patterns for wrong in unannexed(of_this, said, folded))


@checks
def unnamed(draft: Draft, texts: CleanTexts) -> Iterator[Mistake]:
    """Yield a mistake for each number that a sentence of the data gives without naming its text, and that none of those cited around it has."""
    for one in spoken_in_data(draft):
        around = [text for text in one.texts if text in texts] if not one.sure else []
        if around and len(around) == len(one.texts) and not any(f"{text}/{one.number}" in draft.passages for text in around):
            text = texts[around[0]]
            remedy = suggestion(Renvoi(f"{around[0]}/{one.number}"), [passage.number for passage in passages(text.clauses)], text.clauses)
            told = f"aucun texte cité ici n'a d'article {one.number}"
            yield Mistake(one.file, one.line, told, f"{remedy} ; ou nommez le texte (« l'article {one.number} de la loi »)")


def by_name(register: FichierEncadrements, texts: CleanTexts) -> dict[str, list[Text]]:
    """Return the texts that a sentence may mean by a name: two versions of one share theirs (« Directive », « Directive (2027) »)."""
    found: dict[str, list[Text]] = {}
    for text in register.encadrements:
        if str(text.id) in texts:
            found.setdefault(name_of(text.titre_court), []).append(texts[str(text.id)])
    return found


def of_name(said: str, name: str) -> re.Pattern[str]:
    """Return what finds what is said to be of a text, before its name or after it in parentheses."""
    return re.compile(rf"{said} {OF} ?{name}{ANOTHER}|\b{name} \({said}\)")


def absent(texts: list[Text], pattern: re.Pattern[str], folded: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each number of a sentence, without its accents, that no clause of the texts of a name has."""
    said = [number for found in pattern.finditer(folded) for number in re.findall(NUMBER, found[1] or found[2])]
    numbers = [passage.number for text in texts for passage in passages(text.clauses)] if said else []
    text = texts[0]
    for number in said:
        if number not in numbers:
            remedy = suggestion(Renvoi(f"{text.document}/{number}"), numbers, text.clauses)
            yield f"« {text.document} » n'a pas d'article {number}", remedy


def unannexed(texts: list[Text], pattern: re.Pattern[str], folded: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each annex or table of a sentence that the texts of a name do not have, if they have others."""
    for found in pattern.finditer(folded):
        kind, letters = (found[1], found[2]) if found[1] else (found[3], found[4])
        there = [label[1] for text in texts for clause in text.clauses if (label := re.match(rf"{kind} (\w+)", clause.label, re.I))]
        known = {letter.lower() for letter in there}
        one, lacking = ("une annexe", "d'annexe") if kind == "annexe" else ("un tableau", "de tableau")
        for letter in (letter for letter in re.findall(rf"\b{LETTER}\b", letters) if known and letter not in known):
            problem = f"« {texts[0].document} » n'a pas {lacking} {letter.upper()}"
            yield problem, f"nommez {one} de ce texte : {', '.join(dict.fromkeys(there))}"
