"""A defined word has its definition in the clause that the glossary names, and is there once for each text."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.quotes import english, unpaired
from macros.checking.runner import at, checks
from macros.checking.texts import Certain
from macros.clauses.definitions import definition
from macros.mistakes import Mistake
from macros.model.glossaire import FichierGlossaire
from macros.reading.draft import Draft
from macros.words import fold


@checks
def check(draft: Draft, glossary: FichierGlossaire, certain: Certain) -> Iterator[Mistake]:
    """Yield a mistake for each word whose clause does not define it."""
    for index, terme in enumerate(glossary.termes):
        for passage in at(certain, terme.article):
            # Quotation marks around a word are told for themselves.
            if definition(passage, terme.terme) is None and not (english(terme.terme) or unpaired(terme.terme)):
                problem = f"l'article « {terme.article} » ne définit pas « {terme.terme} »"
                remedy = "écrivez le terme comme dans l'article, ou citez l'article qui le définit"
                yield draft.source(FichierGlossaire).blame(("termes", index, "terme"), problem, remedy)


@checks
def once(draft: Draft, glossary: FichierGlossaire) -> Iterator[Mistake]:
    """Yield a mistake for each word, or other form of one, that the glossary already has from the same text."""
    given: dict[tuple[str, str], int] = {}
    for index, terme in enumerate(glossary.termes):
        path = ("termes", index, "terme")
        for folded, word in {fold(word): word for word in (terme.terme, *terme.variantes)}.items():
            key = (terme.article.document, folded)
            if key in given:
                line = draft.source(FichierGlossaire).line(("termes", given[key], "terme"))
                problem = f"le terme de la ligne {line} donne déjà « {word} » pour le texte « {terme.article.document} »"
                yield draft.source(FichierGlossaire).blame(path, problem, "gardez un seul des deux termes, avec toutes ses variantes")
                break
            given[key] = index
