"""What a conversational program says to who asked it for a text, and the signs of its sources, copied with that text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import checks
from macros.checking.wording import ours
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.draft import Draft

AGREED = r"(?:Bien sûr|Bien entendu|Certainement|Absolument|Avec plaisir|Volontiers|Parfait|Excellente question|Sure|Certainly|Of course)"
REWRITES = (
    r"(?:reformule|raccourcisse|abrège|simplifie|adapte|ajuste|réécrive|rédige|développe|traduise|transforme|génère"
    r"|(?:vous |te )?(?:prépare|propose|fasse) (?:aussi |également )?une? (?:version|résumé|tableau|modèle))"
)
SPEAKING = (
    re.compile(rf"^[ >*_#]*{AGREED}[ \u00a0]?[!,.][ \u00a0*]*(?:Voici|Voilà|Here)\b"),
    re.compile(rf"\b(?:[Ss]ouhaitez|[Vv]oulez|[Aa]imeriez)-vous (?:aussi |également )?que je (?:le |la |les |l['’])?{REWRITES}", re.I),
    re.compile(rf"\bsi vous (?:souhaitez|voulez|désirez) que je (?:le |la |les |l['’])?{REWRITES}", re.I),
    re.compile(r"\b[Ss]i vous (?:le )?(?:souhaitez|voulez|désirez), je peux\b"),
    re.compile(r"\b[Ee]n tant (?:que modèle|qu['’](?:IA|intelligence artificielle|assistant (?:virtuel|IA)))\b|\bAs an AI\b"),
)
# The numbers of its sources, as the program itself would have shown them.
SOURCES = re.compile(
    r"(?:cite|navlist|image_group)?turn[0-9]+(?:search|view|news|image|file|fetch|reddit|academia)[0-9]+\S*"
    r"|\[?(?:oaicite|oai_citation)[:\]][^\]\s]*\]?|\boaicite\b|\bgrok_card\b|<(?:/?)(?:grok|think)[^>]*>"
)
AGREES = re.compile(rf"^[ >*_#]*{AGREED}[ \u00a0]?!(?=[ \u00a0*]*\S)|^[ >*_#]*Voici une? (?:version|reformulation|proposition) [^.]*[:.]$", re.I)
REMEDY = "enlevez ce qui s'adresse à vous, et gardez le texte lui-même"


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for what such a program says to who asked, and for each sign of its sources."""
    for file, line, text in ours(draft):
        yield from (Mistake(file, line, *wrong) for wrong in pasted(text))


@all_once
def pasted(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a text that such a program gave."""
    if found := next((match for said in SPEAKING if (match := said.search(text))), None):
        yield f"« {found[0].strip()} » est la réponse d'un assistant, collée avec le texte", REMEDY
    if found := SOURCES.search(text):
        yield f"« {found[0]} » est resté d'un assistant", "enlevez ces signes"


def perhaps_assistant(draft: Draft) -> Iterator[Mistake]:
    """Yield each beginning that an assistant often gives to an answer, and that a page may have too."""
    for file, line, text in ours(draft):
        if (found := AGREES.search(text)) and not any(said.search(text) for said in SPEAKING):
            yield Mistake(
                file, line, f"« {found[0].strip()} » ressemble au début de la réponse d'un assistant", "enlevez-le s'il a été collé avec le texte"
            )
