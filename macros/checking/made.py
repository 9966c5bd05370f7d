"""What builds make is no part of the repository: a cache that a proposal brings would be published as if it were made here."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.runner import checks
from macros.history import brought, tracked
from macros.mistakes import Mistake
from macros.reading.draft import Draft


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for the first file of each folder that builds make, if the repository has some."""
    for file in brought(tracked(draft.root)):
        problem = "ce fichier est fait par une construction, et n'a pas sa place dans le dépôt"
        yield Mistake(file, 1, problem, "retirez-le de la proposition, avec ce qui l'accompagne")
