"""Every id and every citation leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.known import meant_roles, unknown
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.base import IdRole
from macros.reading.draft import Draft


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each reference that leads nowhere, in the data and under the clauses' titles."""
    yield from in_data(draft)
    yield from in_marks(draft)


def in_data(draft: Draft) -> Iterator[Mistake]:
    """Check the references of the data files, those of a file with other mistakes too; on the lines that have one, what its remedy says to write."""
    for file, source in draft.sources.items():
        told = source.lines_told
        written = {path: text for path, line, text in source.texts if line in told}
        for path, value in draft.references(file):
            if (source.line(path) not in told or written.get(path, value) != value) and (wrong := unknown(value, draft)):
                yield source.blame(path, *wrong)


def in_marks(draft: Draft) -> Iterator[Mistake]:
    """Check the roles named under the titles of the clauses."""
    for text in draft.texts.values():
        for clause in text.clauses:
            for line, mark in enumerate(clause.marks, clause.line + 1):
                for role in mark.roles:
                    if not role:
                        yield Mistake(text.file, line, "une virgule ou un rôle est de trop", "séparez les rôles par une seule virgule")
                    elif wrong := unknown(IdRole(role), draft):
                        yield Mistake(text.file, line, wrong[0], meant_roles(role, draft) or wrong[1])
