"""Each code of a closed vocabulary has all that the code must know of it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.meanings import TABLES, Table
from macros.published.schema import FILES, CodeFichier
from macros.rendering.json_items import ITEMS

# Those of the models, then those of what is made of them.
EVERY = (
    *TABLES,
    Table(CodeFichier, FILES, "le fichier publié", "la forme de ce fichier", "FILES", "macros/published/schema.py"),
    Table(CodeFichier, ITEMS, "le fichier publié", "ce que ce fichier contient", "ITEMS", "macros/rendering/json_items.py"),
)


@checks
def check() -> Iterator[Mistake]:
    """Yield a mistake for each entry that a code lacks, wherever it must have one."""
    for table in EVERY:
        for code in table.lacking:
            yield Mistake(table.file, table.line, f"{table.called} « {code} » n'a pas d'entrée dans {table.name}", f"ajoutez-la : {table.says}")
