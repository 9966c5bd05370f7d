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
from macros.clauses.spoken import ANOTHER, OF, spoken
from macros.dependants import names_of_texts, spoken_in_data
from macros.mistakes import Mistake
from macros.model.base import Renvoi
from macros.reading.draft import Draft
from macros.words import fold

# « annexe A », « tableaux A et B »: a letter, or a number.
LETTER = r"(?:[a-z]|[0-9]{1,2}|[ivx]{1,4})"
APART = rf"\b(annexe|tableau)[sx]? ({LETTER}(?:(?:, | et | ou ){LETTER})*)"
WORDS_APART = ("nnexe", "ableau", "NNEXE", "ABLEAU")


@checks
def check(draft: Draft, texts: CleanTexts) -> Iterator[Mistake]:
    """Yield a mistake for each number that no clause has, in the sentences of the data and of the pages."""
    names = names_of_texts(draft)
    named = {name: [texts[text] for text in of_this if text in texts] for name, of_this in names.items()}
    patterns = [(of_name(APART, name), of_this) for name, of_this in named.items() if of_this]
    prose = ((page.file, number, line) for page in draft.pages.values() for number, line in enumerate(page.prose, 1))
    for file, line, sentence in (*of_data(draft), *prose):
        for ids, number in spoken(sentence, names):
            yield from (Mistake(file, line, *wrong) for wrong in absent([texts[text] for text in ids if text in texts], number))
        if any(word in sentence for word in WORDS_APART):
            folded = fold(sentence)
            yield from (Mistake(file, line, *wrong) for said, of_this in patterns for wrong in unannexed(of_this, said, folded))


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


def of_name(said: str, name: str) -> re.Pattern[str]:
    """Return what finds what is said to be of a text, before its name or after it in parentheses."""
    return re.compile(rf"{said} {OF} ?{name}{ANOTHER}|\b{name} \({said}\)")


def absent(texts: list[Text], number: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a number, if no clause of the texts that a name may mean has it; nothing if there is no text."""
    numbers = [passage.number for text in texts for passage in passages(text.clauses)]
    if texts and number not in numbers:
        first = texts[0]
        yield f"« {first.document} » n'a pas d'article {number}", suggestion(Renvoi(f"{first.document}/{number}"), numbers, first.clauses)


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
