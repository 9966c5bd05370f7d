"""The two states that are compared: the content that a proposal starts from, and the content as it is now."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from macros.checking import check, torn
from macros.checking.removed import renamed
from macros.checking.rules import WholeSurvey
from macros.checking.runner import UnsoundError, given
from macros.checking.single_answers import gaps, overlaps
from macros.dependants import BOOKS
from macros.history import code_changed, take_out
from macros.mistakes import Mistake
from macros.model.base import Modele
from macros.model.kinds import KINDS, of
from macros.project import Project
from macros.reading.draft import Draft, read
from macros.reading.marks import Marks
from macros.reading.tree import walk
from macros.rendering.catalogue import MACROS

SETTINGS = "mkdocs.yml"


@dataclass(frozen=True)
class State:
    """The content at one moment: what was read, and the mistakes found in it."""

    draft: Draft

    @cached_property
    def mistakes(self) -> list[Mistake]:
        """The mistakes, found when something asks for them: what is compared by its words alone does not."""
        return torn.sure(self.draft, [*self.draft.tree.mistakes, *self.draft.mistakes, *check(self.draft, books=False)])

    @cached_property
    def project(self) -> Project | None:
        """The content as a whole, or None while mistakes keep it from being one; the books that follow the content may be late."""
        late = all(mistake.file in BOOKS for mistake in self.mistakes)
        return Project(self.draft) if late and all(self.draft.models.values()) else None

    @cached_property
    def answering(self) -> Project | None:
        """The content as what answers each question once, or None if it does not."""
        if not all(self.draft.models.values()):
            return None
        try:
            survey = given(self.draft, WholeSurvey)
        except UnsoundError:
            return None
        return None if [*gaps(survey), *overlaps(survey)] else Project(self.draft)


@dataclass(frozen=True)
class Both:
    """The state before and the state after, both read with the code as it is now; `newer` says that it changed; `root` is the project's folder."""

    before: State
    after: State
    root: Path
    newer: bool = False

    @cached_property
    def renamed(self) -> Both:
        """The same, the state before having the names and the counts of the state after: what is left is what changes besides."""
        marks, former = self.after.draft.marks, self.before.draft
        if marks == former.marks or not marks.values:
            return self
        return replace(self, before=state(former.root, marks))

    def renamed_ids(self, kind: type[Modele]) -> dict[str, str]:
        """Return the ids of the things of a kind that seem to have been renamed, each with the new one: nearly all that they say is the same."""
        cited = of(kind).cited
        gone = [id_ for id_ in self.before.draft.named(kind) if id_ not in self.after.draft.named(kind)]
        found = {id_: renamed(self.after.draft, self.before.draft, cited(id_)) for id_ in gone} if cited else {}
        return {id_: now for id_, now in found.items() if now}

    @cached_property
    def renamed_files(self) -> dict[str, str]:
        """The files of these things and their pages, each with the one that it has become."""
        ids = [(kind, pair) for kind in KINDS if kind.alone for pair in self.renamed_ids(kind.entry).items()]
        return {place(old): place(new) for kind, (old, new) in ids for place in (kind.file_of, kind.page_of)}

    @property
    def whole(self) -> tuple[Project, Project] | None:
        """Both states as projects, or None if one is not sound."""
        return (self.before.project, self.after.project) if self.before.project and self.after.project else None


def state(root: Path, named: Marks | None = None) -> State:
    """Read the content below a folder, without raising what is wrong; `named` says what marks stand for, if not what it says."""
    return State(read(root, walk(root), MACROS, named))


def both(root: Path, commit: str, folder: Path) -> Both | None:
    """Return the content of a commit, written below a folder, and the content below `root`; None if the commit has none."""
    if not take_out(root, commit, folder):
        return None
    shutil.copy(root / SETTINGS, folder)
    return Both(state(folder.resolve()), state(root.resolve()), root, code_changed(root, commit))
