"""A defined word has its definition in the clause that the glossary names."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.runner import at, checks
from macros.checking.texts import Certain
from macros.clauses.definitions import definition
from macros.mistakes import Mistake
from macros.model.glossaire import FichierGlossaire
from macros.reading.draft import Draft


@checks
def check(draft: Draft, glossary: FichierGlossaire, certain: Certain) -> Iterator[Mistake]:
    """Yield a mistake for each word whose clause does not define it."""
    for index, terme in enumerate(glossary.termes):
        for passage in at(certain, terme.article):
            if definition(passage, terme.terme) is None:
                problem = f"l'article « {terme.article} » ne définit pas « {terme.terme} »"
                remedy = "écrivez le terme comme dans l'article, ou citez l'article qui le définit"
                yield draft.source(FichierGlossaire).blame(("termes", index, "terme"), problem, remedy)
