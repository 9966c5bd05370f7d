"""The rows of the memo's two tables."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.runner import Sound, at, checks
from macros.mistakes import Mistake
from macros.model.kinds import of
from macros.model.plateformes import Plateforme, RangeeTableau
from macros.reading.draft import Draft
from macros.reading.nodes import Path_


@checks
def check(draft: Draft, platforms: Sound[Plateforme]) -> Iterator[Mistake]:
    """Check that a row has its own content, or shares that of a platform that has it."""
    for id_, platform in platforms.items():
        if platform.tableau and (wrong := in_row(platform.tableau, platforms, draft)):
            yield draft.sources[of(Plateforme).file_of(id_)].blame(*wrong)


def in_row(row: RangeeTableau, platforms: Sound[Plateforme], draft: Draft) -> tuple[Path_, str, str] | None:
    """Return what is wrong with a row, or None; a clause that does not exist is told for itself, and its table is not known."""
    for other in at(platforms, row.partage or ""):
        table = other.tableau
        if not table or table.partage or (table.article != row.article and {table.article, row.article} <= draft.passages.keys()):
            problem = f"« {row.partage} » n'a pas de rangée à partager dans ce tableau"
            return ("tableau", "partage"), problem, "nommez une plateforme qui en a une"
    if not (row.partage or row.enjeux or row.avantages):
        return ("tableau",), "la rangée du tableau est vide", "ajoutez la liste « enjeux » ou la liste « avantages »"
    return None
