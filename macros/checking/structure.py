"""The skeleton of a page: one title, levels that follow one another, tables with their headings, and no Markdown of elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.layout import ITEM, passages
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.base import Id
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page
from macros.signs import DASHES as LONG

HEADING = re.compile(r"(#{1,6})(?!#) *\S")
CALL = re.compile(r"{{ *\w+\(")
# Number signs after a space, without words, or too many.
MISSHAPEN = re.compile(r" {1,3}#{1,6}(?!#)\s*\S.*|#{7,}.*|#+\s*$")
ROW = re.compile(r" {0,3}\|")
NO_ROW = re.compile(r" *[#>:]")
BAR = re.compile(r"(?<!\\)\|")
DASHES = re.compile(r"[ |:-]*-[ |:-]*")
OTHER_DASHES = re.compile(rf"[ |:{LONG}-]*[{LONG}][ |:{LONG}-]*")
# Signs drawn as a bar, two at least.
LIKE_BARS = re.compile(r" {0,3}([\u00a6\u2223\u2502\u2503\u2551\uff5c])(?=.*\1)")
# A heading that its author named.
NAMED = re.compile(r"^#.* { #([\w-]+) } *$")
BOX = re.compile(r" *(?P<mark>(?:[-+*]|[0-9]+\.) +)?\[[ xX]\](?!\s*[(\[:])")
FENCE = re.compile(r"```|~~~")

Wrong = tuple[int, str, str]


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each part of a page whose place in it would be lost to who reads it or hears it read."""
    for name, page in draft.pages.items():
        text = draft.texts.get(text_name(name) or "")
        told = {mistake.line for mistake in text.mistakes} if text else set()
        for part in (titles, headings, named, tables, bars, foreign):
            yield from (page.blame(*wrong) for wrong in part(page) if part not in (titles, headings) or wrong[0] not in told)


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


def headings(page: Page) -> Iterator[Wrong]:
    """Tell the number signs that make no heading, or one without words."""
    for number, line in enumerate(page.prose, 1):
        if found := MISSHAPEN.match(line):
            remedy = "écrivez un à six dièses au tout début de la ligne, puis une espace et les mots"
            yield number, f"« {found[0].strip()} » ne fait pas un intertitre", remedy


def named(page: Page) -> Iterator[Wrong]:
    """Tell each heading to which its author gave the name of another one, to which a link would lead, or a name that is no id.

    A browser gives scripts the parts of a page by their names: ours begin with a capital, which no id has.
    """
    first: dict[str, int] = {}
    for number, line in enumerate(page.prose, 1):
        name = found[1] if (found := NAMED.search(line)) else ""
        if name and first.setdefault(name, number) != number:
            yield number, f"le nom « {name} » est déjà celui de l'intertitre de la ligne {first[name]}", "donnez-lui un autre nom"
        elif name and not Id.forme.fullmatch(name):
            yield number, f"le nom « {name} » de cet intertitre n'a pas la bonne forme", Id.remede(name)


def tables(page: Page) -> Iterator[Wrong]:
    """Tell what keeps a table from being one, and the rows that have not as many cells as there are headings."""
    before, told = 0, {mistake.line for mistake in page.mistakes}
    for first, passage in () if page.excesses else passages(page.prose):
        lines = passage.split("\n")
        if before == first - 2 and ROW.match(lines[0]) and not is_dashed(lines):
            # There was a mark of conflict, which is told.
            yield from () if first - 1 in told else [(first - 1, "cette ligne vide coupe un tableau en deux", "supprimez-la")]
            continue
        before = first + len(lines) - 1 if ROW.match(lines[-1]) else 0
        start = next((at for at in range(len(lines)) if is_table(lines[at : at + 2])), None)
        if start is not None:
            yield from in_table(first, lines, start)
            yield from bare(page, first + start, lines[start:])


def is_table(lines: list[str]) -> bool:
    """Tell whether a table begins with some lines: a row, headings, or two rows without outer bars."""
    return ROW.match(lines[0]) is not None or is_headed(lines) or (len(lines) > 1 and bars_of(lines[0]) == bars_of(lines[1]) > 0)


def bars_of(line: str) -> int:
    """Return the number of bars of a line that is no item of a list, nor a heading."""
    return 0 if ITEM.match(line) or NO_ROW.match(line) else len(BAR.findall(line))


def is_headed(lines: list[str]) -> bool:
    """Tell whether a line has another one of dashes below it, as the headings of a table without outer bars do."""
    return len(lines) > 1 and "|" in lines[0] and "|" in lines[1] and DASHES.fullmatch(lines[1].strip()) is not None


def in_table(first: int, lines: list[str], start: int) -> Iterator[Wrong]:
    """Tell what is wrong with the table that begins at a rank among the lines of a passage, whose first one has a number."""
    columns = cells(lines[start])
    if not is_dashed(lines[start:]):
        dashes = f"|{' --- |' * columns}" if ROW.match(lines[start]) else " | ".join(["---"] * columns)
        yield undashed(first + start, lines[start:], dashes)
        return
    if start and not HEADING.match(lines[start - 1]):
        yield first + start, "ce tableau touche la ligne qui le précède, et serait publié avec ses barres", "laissez une ligne vide avant le tableau"
    for number, line in enumerate(lines[start + 1 :], first + start + 1):
        if "|" not in line and cells(line) != columns:
            yield number, "cette ligne touche le tableau qui la précède, et en serait une rangée", "laissez une ligne vide après le tableau"
            return
        if cells(line) != columns:
            problem = f"cette rangée du tableau a {several(cells(line))}, et ses titres en font {columns}"
            yield number, problem, f"mettez {several(columns)}, entre des barres « | » ; une barre dans le texte s'écrit \\|"


def bare(page: Page, number: int, lines: list[str]) -> Iterator[Wrong]:
    """Tell a table without words above its columns or without rows, unless a blank line parts it from them; `number` is that of its first line."""
    if not is_dashed(lines):
        return
    if not lines[0].strip(" |"):
        yield number, "les titres de ce tableau sont vides", "écrivez un titre au-dessus de chaque colonne : un lecteur d'écran les annonce"
    if len(lines) == 2 and not ROW.match(next(filter(str.strip, page.prose[number + 1 :]), "")):
        yield number, "ce tableau n'a que des titres", "ajoutez ses rangées, ou supprimez-le"


def is_dashed(lines: list[str]) -> bool:
    """Tell whether the second of some lines is made of dashes, as that below the headings of a table is."""
    return len(lines) > 1 and DASHES.fullmatch(lines[1].strip()) is not None


def undashed(number: int, lines: list[str], dashes: str) -> Wrong:
    """Return what is wrong with a table whose headings have no line of dashes below them, and the remedy; `number` is that of its first line."""
    if DASHES.fullmatch(lines[0].strip()):
        return number, "ce tableau n'a pas de titres au-dessus de sa ligne de tirets", "écrivez-les sur la ligne d'avant, entre des barres « | »"
    if len(lines) > 1 and OTHER_DASHES.fullmatch(lines[1].strip()):
        return number + 1, "les tirets de cette ligne ne sont pas ceux du clavier", f"remplacez la ligne par : {dashes}"
    return number, "ce tableau n'a pas de ligne de tirets sous ses titres", f"ajoutez sous sa première ligne : {dashes}"


def several(number: int) -> str:
    """Return a number of cells in words."""
    return "une case" if number == 1 else f"{number} cases"


def cells(row: str) -> int:
    """Return the number of cells of a row."""
    return len(BAR.findall(row.strip().removeprefix("|").removesuffix("|"))) + 1


def bars(page: Page) -> Iterator[Wrong]:
    """Tell the first line of each table whose bars are not those of the keyboard, which would run together."""
    before = False
    for number, line in enumerate(page.prose, 1):
        found = LIKE_BARS.match(line)
        if found and not before:
            yield number, f"« {found[1]} » ne fait pas un tableau", "remplacez ce signe, dans tout le tableau, par la barre du clavier : |"
        before = found is not None


def foreign(page: Page) -> Iterator[Wrong]:
    """Tell what other sites make of Markdown, and this one does not: boxes to tick, code that nothing ends."""
    for number, line in enumerate(page.unfenced, 1):
        if found := BOX.match(line):
            instead = "enlevez ces crochets" if found["mark"] else "remplacez ces crochets par un trait d'union (-)"
            yield number, "« [ ] » ne fait pas une case à cocher", f"{instead}, ou faites de la liste une autoévaluation (contribuer/liste.md)"
        if found := FENCE.match(line):
            yield number, f"« {found[0]} » ouvre un passage de code qui ne se ferme pas", "enlevez ces signes, ou mettez-les aussi après le passage"
