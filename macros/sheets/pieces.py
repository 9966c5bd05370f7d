"""What a sheet is made of: parts, blocks, and lines cut where a field stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from macros.model.formulaires import BLANC, Champ, CodeBloc, CodePart, Formulaire, Partie
from macros.model.meanings import BLOCKS, BlockMeaning

# What may not begin a line.
CLOSING = re.compile(r"[,.;:)\u00a0]+")


@dataclass(frozen=True)
class Repeat:
    """A place where the value of a field filled elsewhere on the sheet shows again."""

    champ: Champ


# A sentence is cut where a field stands in it. In a sentence as in a block of fields, a `Champ` is the one place where
# it is filled.
Piece = str | Champ | Repeat
Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Block:
    """A piece of a part.

    By its meaning, it has one line, or a line for each item of a list, or a line for each field, made of that field alone.
    """

    genre: CodeBloc
    lines: tuple[Line, ...]

    @property
    def meaning(self) -> BlockMeaning:
        """What it is."""
        return BLOCKS[self.genre]

    @property
    def champs(self) -> list[Champ]:
        """The fields that stand here alone, each on its own."""
        return [piece for line in self.lines for piece in line if isinstance(piece, Champ)] if self.meaning.fields else []


@dataclass(frozen=True)
class Part:
    """A part of the sheet, with its title if it has one; `qui` fills or signs it; made once for all copies if `une_fois`."""

    titre: str | None
    qui: CodePart
    blocks: tuple[Block, ...]
    une_fois: bool = False


def glued(line: Line) -> Iterator[tuple[Piece, str]]:
    """Yield the pieces of a line, each with the punctuation that follows it and may not begin a line of paper."""
    taken = 0
    for piece, after in zip_longest(line, line[1:], fillvalue=""):
        own = piece[taken:] if isinstance(piece, str) else piece
        mark = CLOSING.match(after) if isinstance(after, str) and not isinstance(piece, str) else None
        taken = mark.end() if mark else 0
        yield own, mark[0] if mark else ""


class Cutter:
    """Cuts the sentences of a form at its blanks; a field is filled where its block stands, else where it is read first."""

    def __init__(self, form: Formulaire) -> None:
        self.fields = form.par_id
        self.placed = {id_ for partie in form.parties for bloc in partie.blocs if BLOCKS[bloc.genre].fields for id_ in bloc.lignes}

    def part(self, partie: Partie) -> Part:
        """Return a part, its blocks cut."""
        blocks = tuple(Block(bloc.genre, tuple(self.of_block(bloc.genre, line) for line in bloc.lignes)) for bloc in partie.blocs)
        return Part(partie.titre, partie.qui, blocks, partie.une_fois)

    def of_block(self, genre: CodeBloc, line: str) -> Line:
        """Return a line of a block: a field, or a sentence cut."""
        return (self.fields[line],) if BLOCKS[genre].fields else self.line(line)

    def line(self, sentence: str) -> Line:
        """Return a sentence cut at its blanks, without empty pieces."""
        parts = BLANC.split(sentence)
        return tuple(self.blank(part) if i % 2 else part for i, part in enumerate(parts) if part)

    def blank(self, id_: str) -> Champ | Repeat:
        """Return the field of a blank the first time it is read, then its repetition."""
        champ = self.fields[id_]
        if id_ in self.placed:
            return Repeat(champ)
        self.placed.add(id_)
        return champ
