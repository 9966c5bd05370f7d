"""The register and the pages name the same texts; each platform and each self-assessment has its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.known import ids
from macros.mistakes import Mistake
from macros.model.base import Id
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import KINDS, Kind
from macros.reading.draft import NOT_TEXTS, TEXTS, Draft
from macros.reading.page import Page
from macros.words import closest


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each text without a page or not registered, each file that needs a page without one."""
    register = draft.found(FichierEncadrements)
    if register:
        yield from texts(draft, register)
    for kind in paged():
        for id_ in draft.folder(kind.entry):
            yield from own_page(draft, kind, id_)


def paged() -> list[Kind]:
    """Return the kinds of which each has a file and a page that shows it."""
    return [kind for kind in KINDS if kind.alone and kind.macro]


def texts(draft: Draft, register: FichierEncadrements) -> Iterator[Mistake]:
    """Compare the register with the pages."""
    source = draft.source(FichierEncadrements)
    registered = ids(register.encadrements)
    strangers = {*draft.texts, *draft.unread} - {*registered}
    for index, id_ in enumerate(registered):
        path = ("encadrements", index, "id")
        if id_ in NOT_TEXTS:
            yield source.blame(path, f"« {id_} » est le nom d'une autre page", "choisissez un autre identifiant")
        elif id_ not in draft.texts and id_ not in draft.unread:
            meant = closest(id_, strangers)
            strangers -= {meant or ""}
            yield source.blame(path, f"le texte « {id_} » n'a pas de page", f"écrivez « {meant} »" if meant else f"créez {TEXTS}/{id_}.md")
    for id_ in sorted(strangers):
        yield Mistake(f"{TEXTS}/{id_}.md", 1, f"le texte « {id_} » n'est pas au registre", f"ajoutez-le à {source.file}")


def own_page(draft: Draft, kind: Kind, id_: str) -> Iterator[Mistake]:
    """Check that a file is well named, and that its page shows what it holds."""
    file, call = kind.file_of(id_), f'{{{{ {kind.macro}("{id_}") }}}}'
    page = draft.pages.get(kind.page_of(id_))
    if not Id.forme.fullmatch(id_):
        yield Mistake(file, 1, f"le nom du fichier « {id_}.yml » n'a pas la bonne forme", Id.attendu)
    elif page is None:
        yield Mistake(file, 1, f"{kind.name} « {id_} » n'a pas de page", f"créez {kind.page_of(id_)} avec la ligne {call}")
    elif page.readable and not re.search(rf"{{ *{kind.macro}\b", page.markdown):
        yield page.blame(1, f"la page ne montre pas {kind.name} « {id_} »", f"écrivez {call}")
    elif (shown := shows(kind, page)) and shown[1] in draft.folder(kind.entry) and shown[1] != id_:
        yield page.blame(page.at(shown.start()), f"la page montre {kind.name} « {shown[1]} »", f"écrivez {call}")


def shows(kind: Kind, page: Page) -> re.Match[str] | None:
    """Return where a page shows a thing of a kind, and its id as the only group."""
    return re.search(rf"""{{{{ *{kind.macro}\( *["']([^"']*)["']""", page.markdown)


def absence_told(draft: Draft, file: str) -> bool:
    """Tell whether the absence of a page is told above: that of a file's or of a registered text's."""
    if not file.endswith(".md"):
        return False
    folder, _, name = file.removesuffix(".md").rpartition("/")
    register = draft.found(FichierEncadrements)
    registered = ids(register.encadrements) if register else []
    return any(folder == kind.pages and name in draft.folder(kind.entry) for kind in paged()) or (folder == TEXTS and name in registered)
