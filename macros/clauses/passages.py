"""What can be cited: each clause, and each lettered item of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.clauses.clause import Clause, anchor

LEAD = re.compile(r"\*\*(.+?)\.?\*\*\s*")


@dataclass(frozen=True)
class Passage:
    """A clause or one of its letters. `label` is its number as printed, `markdown` its words."""

    clause: Clause
    number: str
    label: str
    title: str
    markdown: str

    @property
    def reference(self) -> str:
        """Its citation (`plateformes-apprentissage/2.2.a`)."""
        return f"{self.clause.document}/{self.number}"

    @property
    def anchor(self) -> str:
        """Its id in its page (`art-2-2-a`)."""
        return anchor(self.number)

    @property
    def address(self) -> str:
        """Its address from the site's root."""
        return f"encadrements/{self.clause.document}/#{self.anchor}"


def passages(clauses: Iterable[Clause]) -> Iterator[Passage]:
    """Yield what can be cited in the clauses, in order."""
    for clause in clauses:
        yield Passage(clause, clause.number, clause.label.rstrip("."), clause.title, clause.body.strip())
        yield from lettered(clause)


def lettered(clause: Clause) -> Iterator[Passage]:
    """Yield the lettered items of a clause."""
    for letter, _, _, item in items(clause):
        lead = LEAD.match(item)
        label = f"{clause.label.rstrip('.')} {letter})"
        yield Passage(clause, f"{clause.number}.{letter}", label, lead[1] if lead else clause.title, item[lead.end() :] if lead else item)


def items(clause: Clause) -> Iterator[tuple[str, int, int, str]]:
    """Yield each letter, the lines of the body that its item takes (end excluded), and its Markdown.

    An item ends before the next line that is neither blank nor indented.
    """
    lines = clause.body.splitlines()
    for letter in clause.letters:
        end = letter.line + 1
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" ")):
            end += 1
        yield letter.letter, letter.line, end, unindented(lines[letter.line : end])


def unindented(lines: list[str]) -> str:
    """Return an item's Markdown without its letter and its retreat."""
    first, *rest = lines
    return "\n".join([first[3:], *(line.removeprefix("    ") for line in rest)]).strip()
