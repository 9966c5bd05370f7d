"""A project read and checked: the only way to get one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.checking import anchors, check
from macros.checking.removed import settled
from macros.mistakes import MistakesError
from macros.project import Project
from macros.reading.draft import Draft, read
from macros.reading.tree import walk
from macros.rendering.catalogue import MACROS


def load(root: Path) -> Project:
    """Read and check all of a project's data and clauses; `root` holds `data/` and `docs/`.

    Raises MistakesError with every mistake found; nothing is read while there is something else than files.
    """
    root = root.resolve()
    tree = walk(root)
    if tree.mistakes:
        raise MistakesError(tree.mistakes)
    return checked(read(root, tree, MACROS))


def checked(draft: Draft) -> Project:
    """Check what was read. Raises MistakesError with every mistake found."""
    mistakes = [*(replace(mistake, rank=0) for mistake in draft.mistakes), *check(draft)]
    if mistakes:
        raise MistakesError(settled(draft, mistakes))
    project = Project(draft)
    if lost := [*anchors.check(project)]:
        raise MistakesError(settled(draft, lost))
    draft.forget()
    return project
