"""The number of a clause that a sentence gives with the name of its text (« l'article 5.9 de la directive ») is that of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.known import suggestion
from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.checking.texts import CleanTexts
from macros.clauses.parsing import Text
from macros.clauses.passages import passages
from macros.mistakes import Mistake
from macros.model.base import Renvoi
from macros.model.encadrements import FichierEncadrements
from macros.reading.draft import Draft
from macros.words import fold

NUMBER = r"[0-9]+(?:\.[0-9]+)*"
# What a clause is called; that of one or two figures is a section too.
CALLED = r"\b(?:articles?|art\.|sections?|clauses?)"
SEVERAL = rf"{CALLED} ({NUMBER}(?:(?:, | et | ou | a ){NUMBER})*)"
OF = "(?:de la|du|de l.)(?: presente?)?"
WORDS = re.compile(r"\b(?:art|section|clause)", re.I)
# What follows the name of another text, which begins as that of ours.
ANOTHER = r"(?![\w-]| (?:sur|du|de|des|relative|ministerielle)\b| d.)"


@checks
def check(draft: Draft, register: FichierEncadrements, texts: CleanTexts) -> Iterator[Mistake]:
    """Yield a mistake for each number that no clause has, in the sentences of the data and of the pages."""
    known = (text for text in register.encadrements if str(text.id) in texts)
    named = {str(text.id): re.escape(fold(re.sub(r" *\(.*", "", text.titre_court))) for text in known}
    patterns = {id_: re.compile(rf"{SEVERAL} {OF} ?{name}{ANOTHER}|\b{name} \({SEVERAL}\)") for id_, name in named.items()}
    prose = ((page.file, number, line) for page in draft.pages.values() for number, line in enumerate(page.prose, 1))
    for file, line, sentence in (*of_data(draft), *prose):
        if WORDS.search(sentence):
            folded = fold(sentence)
            yield from (Mistake(file, line, *wrong) for id_, pattern in patterns.items() for wrong in absent(texts[id_], pattern, folded))


def absent(text: Text, pattern: re.Pattern[str], folded: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each number of a sentence, without its accents, that no clause of a text has."""
    said = [number for found in pattern.finditer(folded) for number in re.findall(NUMBER, found[1] or found[2])]
    numbers = [passage.number for passage in passages(text.clauses)] if said else []
    for number in said:
        if number not in numbers:
            remedy = suggestion(Renvoi(f"{text.document}/{number}"), numbers, text.clauses)
            yield f"« {text.document} » n'a pas d'article {number}", remedy
