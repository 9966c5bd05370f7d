"""The register and the pages name the same texts; each platform and each self-assessment has its page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from macros.checking.known import called, ids, paged, text_pages
from macros.checking.named_pages import is_named
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.base import Id
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import FOLDERS, Kind
from macros.reading.astray import is_one_of
from macros.reading.draft import NOT_TEXTS, OUT_OF_PLACE, TEXTS, Draft
from macros.reading.page import Page
from macros.words import closest, fold

MISSING = "rétablissez {0} à partir de l'historique du dépôt ou, si le texte est nouveau, créez cette page"


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each file that needs a page without one."""
    for kind in paged():
        for id_ in draft.named(kind.entry):
            yield from own_page(draft, kind, id_)
        for file, page in draft.pages.items():
            if (shown := shows(kind, page)) and (wrong := other(draft, kind, file, shown[1])):
                yield page.blame(page.at(shown.start()), *wrong)


@checks
def texts(draft: Draft, register: FichierEncadrements) -> Iterator[Mistake]:
    """Compare the register with the pages."""
    source, there = draft.source(FichierEncadrements), text_pages(draft)
    registered = ids(register.encadrements)
    strangers = there - {*registered}
    for index, id_ in enumerate(registered):
        path = ("encadrements", index, "id")
        if id_ in NOT_TEXTS:
            yield source.blame(path, f"« {id_} » est le nom d'une autre page", "choisissez un autre identifiant")
        elif id_ not in there:
            meant = closest(id_, strangers)
            strangers -= {meant or ""}
            yield source.blame(path, f"le texte « {id_} » n'a pas de page", f"écrivez « {meant} »" if meant else MISSING.format(f"{TEXTS}/{id_}.md"))
    for id_ in sorted(strangers):
        yield Mistake(f"{TEXTS}/{id_}.md", 1, f"le texte « {id_} » n'est pas au registre", f"ajoutez-le à {source.file}")


@checks
def short_titles(draft: Draft, register: FichierEncadrements) -> Iterator[Mistake]:
    """Check that no two texts have the same short title: a citation would not say which one it means."""
    first: dict[str, str] = {}
    for index, text in enumerate(register.encadrements):
        name = fold(text.titre_court)
        if name in first:
            remedy = f"ajoutez à l'un ou à l'autre ce qui l'en distingue, par exemple « {text.titre_court} (2027) »"
            problem = f"le titre court « {text.titre_court} » est déjà celui de « {first[name]} »"
            yield draft.source(FichierEncadrements).blame(("encadrements", index, "titre_court"), problem, remedy)
        first.setdefault(name, str(text.id))


def own_page(draft: Draft, kind: Kind, id_: str) -> Iterator[Mistake]:
    """Check that a file is well named, and that its page shows what it holds."""
    file, call = kind.file_of(id_), f'{{{{ {kind.macro}("{id_}") }}}}'
    page = draft.pages.get(kind.page_of(id_))
    if (name := draft.sources[file].file) != file and is_one_of(name, posixpath.dirname(name)) and posixpath.dirname(name) in FOLDERS:
        wrong = f"le nom du fichier « {posixpath.basename(name)} » n'a pas la bonne forme" if name.startswith(kind.where) else OUT_OF_PLACE
        yield Mistake(name, 1, wrong, f"renommez-le {file}")
    if not Id.forme.fullmatch(id_):
        yield Mistake(file, 1, f"le nom du fichier « {id_}.yml » n'a pas la bonne forme", Id.attendu)
    elif unkept := Id.unkept(id_):
        yield Mistake(file, 1, *unkept)
    elif posixpath.basename(kind.page_of(id_)) == "index.md" or is_named(draft, kind.page_of(id_)):
        yield Mistake(file, 1, f"{kind.page_of(id_)} est la page d'autre chose", f"donnez un autre nom que « {id_} » à ce fichier")
    elif page is None:
        yield Mistake(file, 1, f"{kind.name} « {id_} » n'a pas de page", f"créez {kind.page_of(id_)} avec la ligne {call}")
    elif page.file in draft.legible and kind.macro not in called(page, draft):
        yield page.blame(1, f"la page ne montre pas {kind.name} « {id_} »", f"écrivez {call}")
    elif (shown := shows(kind, page)) and shown[1] in draft.named(kind.entry) and shown[1] != id_:
        yield page.blame(page.at(shown.start()), f"la page montre {kind.name} « {shown[1]} »", f"écrivez {call}")


def other(draft: Draft, kind: Kind, file: str, id_: str) -> tuple[str, str] | None:
    """Return what is wrong with a page that shows a thing which has its own page, or None."""
    own = kind.page_of(id_)
    if file == own or own not in draft.pages or file in map(kind.page_of, draft.named(kind.entry)):
        return None
    return f"{kind.name} « {id_} » a déjà sa page, {own}", "supprimez cette ligne ou la page, et menez à l'autre par un lien"


def shows(kind: Kind, page: Page) -> re.Match[str] | None:
    """Return where a page shows a thing of a kind, and its id as the only group."""
    return re.search(rf"""{{{{ *{kind.macro}\( *["']([^"']*)["']""", page.markdown)
