"""A sheet as the HTML that is laid out into a PDF file: its places to fill are named, and empty."""

from __future__ import annotations

from typing import Any

from macros.components import Components
from macros.model.formulaires import Champ
from macros.sheets.columns import COLUMNS, size
from macros.sheets.pieces import Block, Line, Part, Piece, glued
from macros.sheets.questions import answers, line_place, lines, place
from macros.sheets.sheet import Sheet

COMPONENT = "feuille-pdf"


def html(sheet: Sheet, components: Components) -> str:
    """Return the HTML of a sheet."""
    writer = Writer(sheet)
    return components.render(
        COMPONENT,
        titre=sheet.titre,
        organisation=sheet.organisation,
        contenu=sheet.form.contenu,
        mention=sheet.mention,
        avis=sheet.preamble,
        nature=sheet.nature.look,
        ecole=writer.field(sheet.heading) if sheet.heading else None,
        parties=[writer.part(part) for part in sheet.copied],
        a_part=[writer.part(part) for part in sheet.once],
        retour=writer.phrase(sheet.retour) if sheet.retour else None,
        notes=sheet.notes,
        base=sheet.basis,
    )


class Writer:
    """Says for the template what a sheet holds."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def part(self, part: Part) -> dict[str, Any]:
        """Return a part."""
        return {"titre": part.titre, "blocs": [self.block(block, part) for block in part.blocks]}

    def block(self, block: Block, part: Part) -> dict[str, Any]:
        """Return a block."""
        champs = [self.field(champ) for champ in block.champs if champ != self.sheet.heading]
        lines = [] if block.meaning.fields else [self.phrase(line, part) for line in block.lines]
        alone = all(champ["colonnes"] == COLUMNS for champ in champs)
        return {"genre": block.genre, "champs": champs, "seuls": alone, "liste": block.meaning.list, "lignes": lines}

    def phrase(self, line: Line, part: Part | None = None) -> list[tuple[str | dict[str, Any], str]]:
        """Return a sentence: its pieces, each with the punctuation that holds to it."""
        return [(self.piece(piece, part), mark) for piece, mark in glued(line)]

    def piece(self, piece: Piece, part: Part | None) -> str | dict[str, Any]:
        """Return a piece of a sentence: a field filled elsewhere is said in words, or is a line to fill by hand on another sheet.

        A reader that is on one page may leave a field that shows on another as it was.
        """
        if isinstance(piece, str | Champ):
            return piece if isinstance(piece, str) else self.field(piece)
        if piece.champ.rappel:
            return piece.champ.rappel
        return self.field(piece.champ) | ({"nom": None} if self.sheet.filled_apart(piece.champ, part) else {})

    def field(self, champ: Champ) -> dict[str, Any]:
        """Return a field; what helps to fill it is printed for whom the sheet is given to only."""
        options = [{"nom": place(champ, option), "libelle": option.libelle} for option in answers(champ)]
        return {
            "nom": place(champ),
            "intitule": champ.libelle,
            "aide": champ.aide_sur_papier,
            "numero": self.sheet.numbers.get(str(champ.id)),
            "taille": size(champ),
            "colonnes": self.sheet.spans.get(str(champ.id), 0),
            "haut": str(champ.id) in self.sheet.tall,
            "lignes": [line_place(champ, number + 1) for number in range(lines(champ))],
            "options": options,
        }
