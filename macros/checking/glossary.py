"""A defined word has its definition in the clause that the glossary names."""

from __future__ import annotations

from collections.abc import Iterator

from macros.clauses.definitions import definition
from macros.mistakes import Mistake
from macros.model.glossaire import FichierGlossaire
from macros.reading.draft import Draft


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each word whose clause does not define it."""
    glossary = draft.found(FichierGlossaire)
    for index, terme in enumerate(glossary.termes if glossary else []):
        text = draft.texts.get(terme.article.document)
        passage = draft.passages.get(terme.article) if text and not text.unsure else None
        if passage and definition(passage, terme.terme) is None:
            yield draft.source(FichierGlossaire).blame(
                ("termes", index, "terme"),
                f"l'article « {terme.article} » ne définit pas « {terme.terme} »",
                "écrivez le terme comme dans l'article, ou citez l'article qui le définit",
            )
