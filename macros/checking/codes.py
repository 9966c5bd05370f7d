"""Each code of a closed vocabulary has all that the code must know of it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.meanings import TABLES


@checks
def check() -> Iterator[Mistake]:
    """Yield a mistake for each entry that a code lacks, wherever it must have one."""
    for table in TABLES:
        for code in table.lacking:
            yield Mistake(table.file, table.line, f"{table.called} « {code} » n'a pas d'entrée dans {table.name}", f"ajoutez-la : {table.says}")
