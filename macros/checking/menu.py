"""The menu of `data/menu.yml` and the pages of `docs/` name each other."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname

from macros.checking.known import absence_told, paged
from macros.checking.named_pages import to_move
from macros.checking.names import wrongly_named
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.kinds import PAGES, PLACES
from macros.model.menu import FichierMenu
from macros.navigation import ordered, pages_of
from macros.reading.draft import Draft
from macros.reading.nodes import Path_
from macros.words import closest, fold

FILE = PLACES[FichierMenu]
SUPERFLUOUS = "supprimez cette ligne"


@checks
def check(draft: Draft, menu: FichierMenu) -> Iterator[Mistake]:
    """Yield a mistake for each page that is not in the menu, each line that leads to no page, each given twice."""
    pages = ordered(draft)
    shown = {page for rubrique in menu.rubriques for page in pages_of(rubrique, menu, pages)}
    absent = {*pages} - shown
    for wrong in lines(draft, menu, absent):
        yield draft.sources[FILE].blame(*wrong)
    for page in sorted(absent):
        source = draft.pages[f"{PAGES}/{page}"]
        if not wrongly_named(source.file) and source.file not in to_move(draft):
            yield source.blame(1, "la page n'est pas au menu", f"ajoutez la ligne « - {page} » à une rubrique de {FILE}")


def lines(draft: Draft, menu: FichierMenu, absent: set[str]) -> Iterator[tuple[Path_, str, str]]:
    """Yield what is wrong with the lines of the menu; a page meant by one, or by its folder, is no longer absent."""
    first: dict[str, int] = {}
    titles: dict[str, int] = {}
    for section, rubrique in enumerate(menu.rubriques):
        at = draft.sources[FILE].line(("rubriques", section))
        if (before := titles.setdefault(fold(rubrique.titre), at)) != at:
            yield (
                ("rubriques", section),
                f"la rubrique « {rubrique.titre} » est déjà à la ligne {before}",
                "réunissez leurs pages, ou changez l'un des titres",
            )
        for index, place in enumerate(rubrique.pages):
            path = ("rubriques", section, "pages", index)
            if place in first:
                yield path, f"« {place} » est déjà au menu, à la ligne {first[place]}", SUPERFLUOUS
            elif not leads(draft, place):
                folders = {f"{folder}/" for page in absent if (folder := dirname(page))}
                meant = closest(place.removeprefix(f"{PAGES}/"), absent | folders)
                absent -= {page for page in absent if meant in (page, f"{dirname(page)}/")}
                remedy = f"écrivez « {meant} »" if meant else f"créez « {PAGES}/{place} », ou {SUPERFLUOUS}"
                yield path, f"le menu nomme « {place} », qui n'existe pas", remedy
            first.setdefault(place, draft.sources[FILE].line(path))


def leads(draft: Draft, place: str) -> bool:
    """Tell whether a line of the menu leads to a page, or to one whose absence is told elsewhere."""
    file = f"{PAGES}/{place}"
    filled = [f"{kind.pages}/" for kind in paged() if draft.named(kind.entry)]
    return file in draft.pages or absence_told(draft, file) or file in filled or any(f"{dirname(page)}/" == file for page in draft.pages)
