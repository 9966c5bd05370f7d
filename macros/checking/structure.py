"""The skeleton of a page: one title, levels that follow one another, tables with their headings, and no Markdown of elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.reading.draft import Draft
from macros.reading.page import Page

HEADING = re.compile(r"(#{1,6})(?!#) *\S")
CALL = re.compile(r"{{ *\w+\(")
ROW = re.compile(r" {0,3}\|")
DASHES = re.compile(r"[ |:-]*-[ |:-]*")
BOX = re.compile(r" *(?:[-+*]|[0-9]+\.) +\[[ xX]\]")
FENCE = re.compile(r"```|~~~")

Wrong = tuple[int, str, str]


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each part of a page whose place in it would be lost to who reads it or hears it read."""
    for page in draft.pages.values():
        for part in (titles, tables, foreign):
            yield from (page.blame(*wrong) for wrong in part(page))


def titles(page: Page) -> Iterator[Wrong]:
    """Tell each title of the page after the first, and each heading below one that is not there."""
    above, seen = 1, False
    for number, line in enumerate(page.prose, 1):
        if CALL.search(page.lines[number - 1]):
            # What a macro shows may have headings.
            above = max(above, 3)
        if not (found := HEADING.match(line)):
            continue
        level = len(found[1])
        if level == 1 and seen:
            yield number, "la page a déjà un titre", "commencez cette ligne par deux dièses (##), qui font un intertitre"
        elif level > above + 1:
            problem = f"cet intertitre a {level} dièses, sous un titre qui en a {above}"
            yield number, problem, f"mettez-en {above + 1} : un lecteur d'écran cherche le niveau qui manque"
        seen = seen or level == 1
        above = level


def tables(page: Page) -> Iterator[Wrong]:
    """Tell each table without a line of dashes below its headings: its rows would run together."""
    for is_row, group in groupby(enumerate(page.prose, 1), key=lambda numbered: bool(ROW.match(numbered[1]))):
        rows = [*group] if is_row else []
        if rows and not (len(rows) > 1 and DASHES.fullmatch(rows[1][1].strip())):
            columns = max(rows[0][1].strip().strip("|").count("|") + 1, 1)
            remedy = f"ajoutez sous sa première ligne : |{' --- |' * columns}"
            yield rows[0][0], "ce tableau n'a pas de ligne de tirets sous ses titres", remedy


def foreign(page: Page) -> Iterator[Wrong]:
    """Tell what other sites make of Markdown, and this one does not: boxes to tick, code that nothing ends."""
    for number, line in enumerate(page.unfenced, 1):
        if BOX.match(line):
            yield (
                number,
                "« [ ] » ne fait pas une case à cocher",
                "enlevez ces crochets, ou faites de la liste une autoévaluation (contribuer/liste.md)",
            )
        if found := FENCE.match(line):
            yield number, f"« {found[0]} » ouvre un passage de code qui ne se ferme pas", "enlevez ces signes, ou mettez-les aussi après le passage"
