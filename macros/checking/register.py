"""The register and the pages name the same texts; each platform and each self-assessment has its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.checking.known import ids
from macros.mistakes import Mistake
from macros.model.base import Id
from macros.model.encadrements import FichierEncadrements
from macros.reading.draft import ASSESSMENTS, FOLDERS, NOT_TEXTS, PAGES_OF, PLATFORMS, SHEETS, TEXTS, Draft
from macros.reading.page import Page
from macros.words import closest


class Kind(NamedTuple):
    """Things of which each has a file and a page: the folders of both, the macro that makes the page, what one is called."""

    files: str
    pages: str
    macro: str
    name: str

    def named(self, draft: Draft) -> list[str]:
        """Return the names of the files, without their ending."""
        return list(draft.folder(self.files, FOLDERS[self.files]))


KINDS = (
    Kind(PLATFORMS, PAGES_OF[PLATFORMS], "plateforme", "la plateforme"),
    Kind(ASSESSMENTS, PAGES_OF[ASSESSMENTS], "liste", "la liste"),
    Kind(SHEETS, PAGES_OF[SHEETS], "formulaire", "le document"),
)


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each text without a page or not registered, each file that needs a page without one."""
    register = draft.found(FichierEncadrements)
    if register:
        yield from texts(draft, register)
    for kind in KINDS:
        for id_ in kind.named(draft):
            yield from own_page(draft, kind, id_)


def texts(draft: Draft, register: FichierEncadrements) -> Iterator[Mistake]:
    """Compare the register with the pages."""
    source = draft.sources["data/encadrements.yml"]
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
        yield Mistake(f"{TEXTS}/{id_}.md", 1, f"le texte « {id_} » n'est pas au registre", "ajoutez-le à data/encadrements.yml")


def own_page(draft: Draft, kind: Kind, id_: str) -> Iterator[Mistake]:
    """Check that a file is well named, and that its page shows what it holds."""
    file, call = f"{kind.files}/{id_}.yml", f'{{{{ {kind.macro}("{id_}") }}}}'
    page = draft.pages.get(f"{kind.pages}/{id_}.md")
    if not Id.forme.fullmatch(id_):
        yield Mistake(file, 1, f"le nom du fichier « {id_}.yml » n'a pas la bonne forme", Id.attendu)
    elif page is None:
        yield Mistake(file, 1, f"{kind.name} « {id_} » n'a pas de page", f"créez {kind.pages}/{id_}.md avec la ligne {call}")
    elif page.readable and not re.search(rf"{{ *{kind.macro}\b", page.markdown):
        yield page.blame(1, f"la page ne montre pas {kind.name} « {id_} »", f"écrivez {call}")
    elif (shown := shows(kind, page)) and shown[1] in kind.named(draft) and shown[1] != id_:
        yield page.blame(page.at(shown.start()), f"la page montre {kind.name} « {shown[1]} »", f"écrivez {call}")


def shows(kind: Kind, page: Page) -> re.Match[str] | None:
    """Return where a page shows a thing of a kind, and its id as the only group."""
    return re.search(rf"""{{{{ *{kind.macro}\( *["']([^"']*)["']""", page.markdown)


def absence_told(draft: Draft, file: str) -> bool:
    """Tell whether the absence of a page is told above: that of a file's or of a registered text's."""
    folder, _, name = file.removesuffix(".md").rpartition("/")
    register = draft.found(FichierEncadrements)
    registered = ids(register.encadrements) if register else []
    return any(folder == kind.pages and name in kind.named(draft) for kind in KINDS) or (folder == TEXTS and name in registered)
