"""A sheet as the HTML that is laid out into a PDF file: its places to fill are named, and empty."""

from __future__ import annotations

from math import ceil
from typing import Any

from macros.components import Components
from macros.model.formulaires import TIERS, Champ
from macros.model.meanings import FIELDS
from macros.sheets.questions import answers, field_of, opening, place
from macros.sheets.sheet import Block, Line, Piece, Sheet

COMPONENT = "feuille-pdf"
LISTS = {"puces": "ul", "numeros": "ol"}
# The most characters that a place of a width holds.
SIZES = ((12, "bref"), (24, "court"), (50, "moyen"))
ROWS, ROW_HOLDS = 10, 150
# In characters: a label that leaves room for another field on its line, an answer that takes a line for itself, a line.
SHORT_LABEL, LONG_ANSWER, ROW = 28, 34, 84
# The smallest characters still legible that a line holds, and how many of them one of a label takes.
LINE_HOLDS, LABEL_TAKES = 165, 1.7


def html(sheet: Sheet, components: Components) -> str:
    """Return the HTML of a sheet."""
    return components.render(
        COMPONENT,
        titre=sheet.titre,
        organisation=sheet.organisation,
        contenu=sheet.form.contenu,
        mention=sheet.mention,
        avis=sheet.notice,
        parties=[{"titre": part.titre, "blocs": [block(b) for b in part.blocks]} for part in sheet.parts],
        retour=phrase(sheet.retour) if sheet.retour else None,
        notes=sheet.notes,
        base=sheet.basis,
        reference=sheet.reference,
    )


def block(found: Block) -> dict[str, Any]:
    """Return a block for the template."""
    if found.genre == "champs":
        return {"genre": "champs", "champs": [piece(part) for line in found.lines for part in line]}
    return {"genre": found.genre, "liste": LISTS.get(found.genre), "lignes": [phrase(line) for line in found.lines]}


def phrase(line: Line) -> list[str | dict[str, Any]]:
    """Return a sentence for the template."""
    return [piece(part) for part in line]


def piece(part: Piece) -> str | dict[str, Any]:
    """Return a piece of a sentence for the template."""
    return part if isinstance(part, str) else field(field_of(part))


def field(champ: Champ) -> dict[str, Any]:
    """Return a field for the template; what helps to fill it is printed for whom the sheet is given to only."""
    return {
        "nom": place(champ),
        "genre": champ.genre,
        "intitule": opening(champ),
        "aide": champ.aide if champ.qui in TIERS else None,
        "taille": size(champ),
        "disposition": arrangement(champ),
        "lignes": rows(champ) if champ.genre == "bloc" else 0,
        "options": [{"nom": place(champ, option), "libelle": option.libelle} for option in answers(champ)],
    }


def size(champ: Champ) -> str:
    """Return the width of a place to write in."""
    if FIELDS[champ.genre].brief:
        return "court"
    length = champ.longueur or 0
    return next((name for most, name in SIZES if 0 < length <= most), "long")


def rows(champ: Champ) -> int:
    """Return the height of a box, in lines: what its definition says, and no less than its longest text needs to stay legible."""
    return min(max(champ.lignes or 3, ceil((champ.longueur or 0) / ROW_HOLDS)), ROWS)


def arrangement(champ: Champ) -> str:
    """Return how a field and its label share the page."""
    if answers(champ):
        return arrangement_of_answers(champ)
    if len(champ.libelle) * LABEL_TAKES + (champ.longueur or 0) > LINE_HOLDS:
        return "dessous"
    return "demi" if size(champ) in ("bref", "court") and len(champ.libelle) <= SHORT_LABEL else "entiere"


def arrangement_of_answers(champ: Champ) -> str:
    """Return how answers stand: beside the question, after it in its line, one under the other, or in a row of their own."""
    lengths = [len(option.libelle) + 6 for option in answers(champ)]
    if champ.genre == "oui-non":
        return "cote"
    if len(champ.libelle) + sum(lengths) <= ROW:
        return "rangee"
    return "liste" if max(lengths) > LONG_ANSWER else "suite"
