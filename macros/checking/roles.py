"""A role is a part of a wider one, never of itself nor of its own part: clauses of the wider one would be lost, or hold for all."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.roles import FichierRoles
from macros.reading.draft import Draft


@checks
def check(draft: Draft, file: FichierRoles) -> Iterator[Mistake]:
    """Yield a mistake for each role that is a part of itself, and for each two that are parts of each other."""
    wider = {str(role.id): [*map(str, role.fait_partie_de)] for role in file.roles}
    given = [str(role.id) for role in file.roles]
    for index, id_ in enumerate(given):
        # An id given twice is told for itself.
        for rank, other in enumerate(wider[id_] if given.count(id_) == 1 else ()):
            path = ("roles", index, "fait_partie_de", rank)
            if other == id_:
                remedy = "nommez le rôle plus large, ou supprimez la ligne"
                yield draft.source(FichierRoles).blame(path, "un rôle ne fait pas partie de lui-même", remedy)
            elif id_ > other and id_ in wider.get(other, ()):
                problem = f"« {other} » et « {id_} » font chacun partie de l'autre"
                yield draft.source(FichierRoles).blame(path, problem, "gardez cette ligne sous le rôle le plus étroit des deux")
