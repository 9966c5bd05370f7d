"""What builds make is no part of the repository: a cache that a proposal brings would be published as if it were made here."""

from __future__ import annotations

from collections.abc import Iterator
from os import fsdecode

from macros.checking.runner import checks
from macros.history import git, has_history
from macros.mistakes import Mistake
from macros.reading.draft import Draft

MADE = (".cache", ".venv", "node_modules", "site", "site.zip")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for the first file of each folder that builds make, if the repository has some."""
    listed = git(draft.root, "ls-files", "-z", "--", *MADE) if has_history(draft.root) else None
    first = {file.split("/")[0]: file for file in reversed(fsdecode(listed or b"").split("\0")) if file}
    for file in first.values():
        problem = "ce fichier est fait par une construction, et n'a pas sa place dans le dépôt"
        yield Mistake(file, 1, problem, "retirez-le de la proposition, avec ce qui l'accompagne")
