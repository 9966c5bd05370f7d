"""How wide the fields of a sheet are: in a sentence, and on the lines of a block, which share columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from macros.model.formulaires import Champ

# Below these numbers of characters, a field in a sentence is short, then of middle length.
SHORT, MIDDLE = 20, 60
# A line of fields has twelve columns: how many a field takes, by the most characters that it holds; those of one that does not say.
COLUMNS = 12
BY_LENGTH = ((12, 3), (40, 4), (60, 5), (80, 6))
UNTOLD, BRIEF, SIGNATURE = 80, 3, 4
# How many characters of a label a column holds, and the narrowest field that takes a line if it is left alone on it.
LABEL_HOLDS, WIDE = 10, 5
# The fields of a line, each with its columns.
Row = list[tuple[Champ, int]]


def size(champ: Champ) -> str:
    """Return how wide a field is in a sentence: « court », « moyen » or « long »."""
    if champ.sens.brief:
        return "moyen"
    return "court" if (champ.longueur or MIDDLE) <= SHORT else "moyen" if (champ.longueur or MIDDLE) < MIDDLE else "long"


def spans(champs: Iterable[Champ]) -> dict[str, int]:
    """Return how many columns each field of a block takes, its lines filled from the left."""
    return {str(champ.id): span for row in rows(champs) for champ, span in stretched(row)}


def rows(champs: Iterable[Champ]) -> Iterator[Row]:
    """Yield the lines of fields of a block: each holds in the columns."""
    row: Row = []
    for champ in champs:
        if row and sum(span for _, span in row) + natural_span(champ) > COLUMNS:
            yield row
            row = []
        row.append((champ, natural_span(champ)))
    if row:
        yield row


def natural_span(champ: Champ) -> int:
    """Return how many columns a field asks for, so that its text and its label hold."""
    if champ.sens.signed:
        return SIGNATURE
    if champ.sens.several_lines or not champ.sens.written:
        return COLUMNS
    length = champ.longueur or UNTOLD
    wanted = BRIEF if champ.sens.brief else next((span for most, span in BY_LENGTH if length <= most), COLUMNS)
    return min(COLUMNS, max(wanted, ceil(len(champ.libelle) / LABEL_HOLDS)))


def stretched(row: Row) -> Row:
    """Return a line whose signatures, else its widest fields, share the columns that are left; a short field alone stays short."""
    most = max(span for _, span in row)
    if len(row) == 1 and most < WIDE and not signed(row):
        return row
    wider = [number for number, (champ, span) in enumerate(row) if (champ.sens.signed if signed(row) else span == most)]
    each, left = divmod(COLUMNS - sum(span for _, span in row), len(wider))
    more = {number: each + (rank < left) for rank, number in enumerate(wider)}
    return [(champ, span + more.get(number, 0)) for number, (champ, span) in enumerate(row)]


def signed(row: Row) -> bool:
    """Tell whether one signs on a line."""
    return any(champ.sens.signed for champ, _ in row)
