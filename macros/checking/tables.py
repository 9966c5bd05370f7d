"""The rows of the memo's two tables."""

from __future__ import annotations

from collections.abc import Iterator

from macros.mistakes import Mistake
from macros.model.plateformes import Plateforme
from macros.reading.draft import Draft


def check(draft: Draft) -> Iterator[Mistake]:
    """Check that a row has its own content, or shares that of a platform that has it."""
    for file, model in draft.models.items():
        row = model.tableau if isinstance(model, Plateforme) else None
        if row is None:
            continue
        if row.partage:
            other = draft.platforms.get(row.partage)
            if other and (not other.tableau or other.tableau.partage or other.tableau.article != row.article):
                yield draft.sources[file].blame(
                    ("tableau", "partage"), f"« {row.partage} » n'a pas de rangée à partager dans ce tableau", "nommez une plateforme qui en a une"
                )
        elif not row.enjeux and not row.avantages:
            yield draft.sources[file].blame(("tableau",), "la rangée du tableau est vide", "ajoutez la liste « enjeux » ou la liste « avantages »")
