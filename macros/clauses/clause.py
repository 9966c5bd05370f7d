"""What a clause is: number, title, force, whom it binds, body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import get_args

from macros.model.listes import CodeForce

FORCES = get_args(CodeForce)

_ANNEX = re.compile(r"(Annexe|Tableau) (\w+)(?:, (\d+))?")


@dataclass(frozen=True)
class Mark:
    """A clause's force for some roles, with the words of the source that temper it, if any; `said` is the force as its page spells it."""

    force: str
    roles: tuple[str, ...]
    nuance: str | None = None
    said: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True)
class Letter:
    """A lettered item of a clause: its letter and the line (from 0) of the body where it starts."""

    letter: str
    line: int


@dataclass(frozen=True)
class Clause:
    """A clause as its author wrote it.

    `label` is the source's own number (« 4.0 », « Annexe A, 3 »), empty for a part without one;
    `number` its form in citations (`4`, `annexe-a-3`, `changements`); `body` its Markdown, which
    starts at line `body_line` of the file.
    """

    document: str
    label: str
    number: str
    title: str
    level: int
    line: int
    marks: tuple[Mark, ...]
    body: str
    body_line: int
    letters: tuple[Letter, ...]

    @property
    def reference(self) -> str:
        """The citation of the clause (`directive/5.5.3`)."""
        return f"{self.document}/{self.number}"

    @property
    def anchor(self) -> str:
        """The clause's id in its page (`art-5-5-3`, `annexe-a`)."""
        return anchor(self.number)

    def covers(self, reference: str) -> bool:
        """Tell whether a citation is the clause's or one of its letters'."""
        return reference == self.reference or reference in (f"{self.reference}.{letter.letter}" for letter in self.letters)

    @property
    def heading(self) -> str:
        """The number and the title, as shown."""
        separator = " : " if _ANNEX.match(self.label) else " "
        return f"{self.label}{separator}{self.title}" if self.label else self.title

    @property
    def forces(self) -> tuple[str, ...]:
        """Its forces, the main one first, without repetition."""
        return tuple(dict.fromkeys(mark.force for mark in self.marks))

    @property
    def roles(self) -> tuple[str, ...]:
        """All the roles it binds or benefits, without repetition."""
        return tuple(dict.fromkeys(role for mark in self.marks for role in mark.roles))


def anchor(number: str) -> str:
    """Return the anchor of a clause's number: `art-…` for digits, the number itself for the rest."""
    dashed = number.replace(".", "-")
    return f"art-{dashed}" if number[0].isdigit() else dashed


def normal_number(label: str) -> str:
    """Return the number used in citations for a number as printed (« 4.0 » is `4`, « 2) » is `2`)."""
    if match := _ANNEX.fullmatch(label):
        return "-".join(part.lower() for part in match.groups() if part)
    return re.sub(r"\.0$", "", label.rstrip(".)"))
