"""What carries out each clause, as a table for spreadsheets: `donnees/tracabilite.csv`, a line for each thing, or one for a clause without any."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from macros.export.json_files import FOLDER
from macros.rendering.context import Context
from macros.rendering.traceability import Trace, traces
from macros.typography import french

FILE = f"{FOLDER}/tracabilite.csv"
TITLES = ("renvoi", "titre", "exige", "oblige_personnel", "genre", "nom", "adresse")
# A spreadsheet reads a cell that begins so as a formula; one that is set in English parts cells by commas (`exports.js`).
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
WITHIN = re.compile(r"""([,;][\s"]*)(?=[=+@＝＋＠]|[-－](?! [^(|]*$))""")


def write(context: Context, site: Path) -> Path:
    """Write the table below the built site's folder and return its path; spreadsheets know its letters by its first mark."""
    path = site / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(context.lasting(FILE, lambda: table(context)), encoding="utf-8-sig", newline="")
    return path


def table(context: Context) -> str:
    """Return the table as CSV, with the sign between columns that a spreadsheet in French expects."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([TITLES, *rows(context)])
    return text.getvalue()


def rows(context: Context) -> Iterator[list[str]]:
    """Yield the lines of the table."""
    for text in context.project.documents.values():
        for trace in traces(context, text):
            yield from ([*map(cell, row)] for row in of_clause(trace))


def of_clause(trace: Trace) -> Iterator[list[str]]:
    """Yield the lines of a clause."""
    clause = [trace.clause.reference, french(trace.clause.title), *("oui" if told else "non" for told in (trace.exige, trace.renvoi.binding))]
    yield from ([*clause, carried.genre, carried.nom, carried.adresse] for carried in trace.mise_en_oeuvre)
    if not trace.mise_en_oeuvre:
        yield [*clause, "", "", ""]


def cell(text: str) -> str:
    """Return a text that a spreadsheet reads as text."""
    told = WITHIN.sub(r"\1'", text)
    return f"'{told}" if FORMULA.match(text) else told
