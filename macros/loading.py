"""A project read and checked: the only way to get one."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

from macros.dependants import dependants
from macros.mistakes import Mistake, MistakesError
from macros.project import Project
from macros.reading.draft import Draft, read
from macros.reading.tree import Tree, walk
from macros.rendering.catalogue import MACROS
from macros.sound import Sound, State

# How many objects are made between two searches for what nothing holds any more: nearly all of a project stays, and each search goes through it.
SELDOM = 5_000


def load(root: Path) -> Project:
    """Read and check all of a project's data and clauses; `root` holds `data/` and `docs/`.

    Raises MistakesError with every mistake found; nothing is read while there is something else than files.
    """
    tree = readable(root := root.resolve())
    return checked(read(root, tree, MACROS))


def load_known(root: Path, sound: Sound, *, again: bool) -> Project:
    """Read a project and note that it is sound, once it is checked as `load` does; if it is noted already, here, only `again` has it checked.

    What changes while it is read is checked, and not noted.
    """
    gc.set_threshold(SELDOM)
    tree = readable(root := root.resolve())
    state = State(root, tree)
    moment, fingerprint = state.moment(), state.fingerprint()
    draft = read(root, tree, MACROS)
    unchanged = state.moment() == moment
    if unchanged and not again and state.is_ours() and sound.holds(fingerprint):
        return Project(draft)
    project = checked(draft)
    if unchanged:
        sound.note(fingerprint)
    return project


def readable(root: Path) -> Tree:
    """Return the files of a project. Raises MistakesError while there is something else than files."""
    tree = walk(root)
    if tree.mistakes:
        raise MistakesError(tree.mistakes)
    return tree


def checked(draft: Draft) -> Project:
    """Check what was read. Raises MistakesError with every mistake found."""
    # Loaded where they are needed: a build of what is known to be sound does without.
    from macros.checking import anchors, check, consequences, torn
    from macros.checking.removed import settled

    told = torn.sure(draft, [*(replace(mistake, rank=0) for mistake in draft.mistakes), *check(draft)])
    mistakes = consequences.sure(draft, told)
    if mistakes:
        raise MistakesError(where_they_stand(draft, settled(draft, [*mistakes, *anchors.beside(draft, mistakes)])))
    project = Project(draft)
    if lost := [*anchors.check(project)]:
        raise MistakesError(settled(draft, lost))
    # Pages say what carries out each clause.
    draft.forget(dependants)
    return project


def where_they_stand(draft: Draft, mistakes: list[Mistake]) -> list[Mistake]:
    """Return mistakes with the files that an editor has: a page or a data file out of its place, or misnamed, is read as if it were there."""
    moved = draft.moved | {name: source.file for name, source in draft.sources.items()}
    return [replace(mistake, file=moved.get(mistake.file, mistake.file)) for mistake in mistakes]
