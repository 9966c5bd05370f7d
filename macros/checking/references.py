"""Every id and every citation leads somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from macros.checking.known import unknown
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.base import IdRole, Mot
from macros.model.kinds import FOLDERS, SINGLE_FILES
from macros.reading.draft import Draft
from macros.reading.models import typed
from macros.reading.nodes import Path_


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each reference that leads nowhere, in the data and under the clauses' titles."""
    yield from in_data(draft)
    yield from in_marks(draft)


def in_data(draft: Draft) -> Iterator[Mistake]:
    """Check the references of the data files, those of a file with other mistakes too, but on the lines that have one."""
    for file, source in draft.sources.items():
        told = {mistake.line for mistake in source.mistakes}
        for path, value in draft.values.get(file) or read_anyway(draft, file):
            if isinstance(value, Mot) and source.line(path) not in told and (wrong := unknown(value, draft)):
                yield source.blame(path, *wrong)


def read_anyway(draft: Draft, file: str) -> Iterator[tuple[Path_, Mot]]:
    """Yield the references of a file that makes no model, if its keys and its lists were read as they were meant."""
    source = draft.sources[file]
    if not source.unsure and source.value is not None:
        yield from typed(SINGLE_FILES.get(file) or FOLDERS[posixpath.dirname(file)], source.value)


def in_marks(draft: Draft) -> Iterator[Mistake]:
    """Check the roles named under the titles of the clauses."""
    for text in draft.texts.values():
        for clause in text.clauses:
            for line, mark in enumerate(clause.marks, clause.line + 1):
                for role in mark.roles:
                    if not role:
                        yield Mistake(text.file, line, "une virgule ou un rôle est de trop", "séparez les rôles par une seule virgule")
                    elif wrong := unknown(IdRole(role), draft):
                        yield Mistake(text.file, line, *wrong)
