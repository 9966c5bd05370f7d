"""The menu: the pages of each section of `data/menu.yml`, in order. Pages are named from `docs/`."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from posixpath import basename, dirname

from macros.model.base import Fiche
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.kinds import KINDS, PAGES, Kind, of
from macros.model.menu import FichierMenu, Rubrique
from macros.reading.draft import Draft

# As MkDocs reads it: the title of a section, then its page or its pages; a page has a title where the menu gives it one.
Menu = list[dict[str, str | list[str | dict[str, str]]]]


def navigation(draft: Draft) -> Menu:
    """Return the menu of a checked project."""
    menu, pages, titles = draft.model(FichierMenu), ordered(draft), short_titles(draft)
    sections: Menu = []
    for rubrique in menu.rubriques:
        found = pages_of(rubrique, menu, pages)
        sections.append({rubrique.titre: found[0] if len(found) == 1 else [{titles[page]: page} if page in titles else page for page in found]})
    return sections


def pages_of(rubrique: Rubrique, menu: FichierMenu, pages: Sequence[str]) -> list[str]:
    """Return the pages of a section, in order; a folder brings those, of all the site's, that the menu does not name by themselves."""
    named = {str(place) for section in menu.rubriques for place in section.pages}
    return [page for place in rubrique.pages for page in pages if page == place or (page not in named and f"{dirname(page)}/" == place)]


def ordered(draft: Draft) -> list[str]:
    """Return the pages in the order of a folder: its home page, what has a rank, then the others by their names."""
    known = ranks(draft)
    pages = [file.removeprefix(f"{PAGES}/") for file in draft.pages]
    return sorted(pages, key=lambda page: (basename(page) != "index.md", known.get(page, inf), page))


def ranks(draft: Draft) -> dict[str, int]:
    """Return the rank of each page that shows a text, or a thing that has its own file."""
    register = draft.found(FichierEncadrements)
    found = {page_of(of(Encadrement), text.id): rank for rank, text in enumerate(register.encadrements if register else ())}
    for kind in KINDS:
        things = (draft.things[kind.entry] or {}) if kind.alone else {}
        found |= {page_of(kind, id_): thing.ordre for id_, thing in things.items() if isinstance(thing, Fiche)}
    return found


def short_titles(draft: Draft) -> dict[str, str]:
    """Return the title in the menu of each text's page."""
    return {page_of(of(Encadrement), text.id): text.titre_court for text in draft.model(FichierEncadrements).encadrements}


def page_of(kind: Kind, id_: str) -> str:
    """Return the page of a thing of a kind, from `docs/`."""
    return kind.page_of(id_).removeprefix(f"{PAGES}/")
