"""Each page has a title of its own: it is what the menu, the search and a tab of the browser show of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.headers import coded, of_page
from macros.checking.known import called, paged
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.kinds import PAGES
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page
from macros.reading.rendered import FRONT_MATTER
from macros.words import fold

GIVEN = re.compile(r"^title: *(\S.*?) *$", re.M)
HEADING = re.compile(r"# *(?!#)(\S.*?)(?: { #[\w-]+ })? *#* *$")

TO_THE_TOP = "mettez-le au-dessus de tout le reste"


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each page without a title, and for each that has that of another one; what macros and texts title is left out."""
    seen: dict[str, str] = {}
    for page in draft.renderable.values():
        if text_name(page.file) is not None or not page.markdown.strip() or is_titled_by_macro(page, draft):
            continue
        line, title = titled(page)
        key = fold(title)
        if coded(page.lines):
            continue
        if not title:
            yield page.blame(1, "la page n'a pas de titre", "écrivez-le sur sa première ligne, après un dièse : # Titre de la page")
        elif key in seen:
            yield page.blame(line, f"la page {seen[key]} a le même titre, « {title} »", "donnez à l'une des deux un titre qui la distingue")
        elif comes_late(page, line) and not [*of_page(draft, page)]:
            yield page.blame(line, "le titre de la page n'est pas à son début : le menu montrerait le nom de son fichier", TO_THE_TOP)
        seen.setdefault(key, page.file)


def titled(page: Page) -> tuple[int, str]:
    """Return the line and the words of the title of a page: that of its header, or its first heading; no words if it has none."""
    header = FRONT_MATTER.match(page.markdown)
    if header and (found := GIVEN.search(header[0])):
        return page.at(found.start()), found[1].strip("\"'")
    headings = ((number, found[1]) for number, line in enumerate(page.prose, 1) if (found := HEADING.match(line)))
    return next(headings, (1, ""))


def comes_late(page: Page, line: int) -> bool:
    """Tell whether the title of a page, on a line, is a heading with something above it."""
    header = FRONT_MATTER.match(page.markdown)
    above = page.lines[header[0].count("\n") if header else 0 : line - 1]
    return HEADING.match(page.lines[line - 1]) is not None and any(one.strip() for one in above)


def is_titled_by_macro(page: Page, draft: Draft) -> bool:
    """Tell whether a page gets its title from what it shows."""
    return page.file.startswith(f"{PAGES}/") and not called(page, draft).isdisjoint(kind.macro for kind in paged())
