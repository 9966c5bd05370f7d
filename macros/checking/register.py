"""The register and the pages name the same texts; each platform has its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.known import ids
from macros.mistakes import Mistake
from macros.model.base import Id
from macros.model.encadrements import FichierEncadrements
from macros.reading.draft import NOT_TEXTS, PAGES, PLATFORMS, TEXTS, Draft
from macros.reading.words import closest

PLATFORM_PAGES = f"{PAGES}/plateformes"
PUBLISHED = {".md", ".pdf", ".png", ".jpg", ".jpeg", ".webp"}
SHOWN = re.compile(r"""{{ *plateforme\( *["']([^"']*)["']""")


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each text without a page or not registered, each platform without a page."""
    register = draft.found(FichierEncadrements)
    if register:
        yield from texts(draft, register)
    for id_ in draft.platforms:
        yield from platform_page(draft, id_)
    yield from foreign_files(draft)


def foreign_files(draft: Draft) -> Iterator[Mistake]:
    """Refuse what would be published as it is without having been read, such as a page saved as HTML."""
    for path in sorted((draft.root / PAGES).rglob("*")):
        if path.is_file() and path.suffix.lower() not in PUBLISHED and not path.name.startswith("."):
            problem = f"un fichier « {path.suffix} » ne peut pas être publié ici"
            yield Mistake(path.relative_to(draft.root).as_posix(), 1, problem, "écrivez une page .md, ou déposez un PDF ou une image")


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


def platform_page(draft: Draft, id_: str) -> Iterator[Mistake]:
    """Check that a platform's file is well named, and that its page shows it."""
    file, call = f"{PLATFORMS}/{id_}.yml", f'{{{{ plateforme("{id_}") }}}}'
    page = draft.pages.get(f"{PLATFORM_PAGES}/{id_}.md")
    if not Id.forme.fullmatch(id_):
        yield Mistake(file, 1, f"le nom du fichier « {id_}.yml » n'a pas la bonne forme", Id.attendu)
    elif page is None:
        yield Mistake(file, 1, f"la plateforme « {id_} » n'a pas de page", f"créez {PLATFORM_PAGES}/{id_}.md avec la ligne {call}")
    elif page.readable and "plateforme" not in page.markdown:
        yield page.blame(1, f"la page ne montre pas la plateforme « {id_} »", f"écrivez {call}")
    elif (shown := SHOWN.search(page.markdown)) and shown[1] in draft.platforms and shown[1] != id_:
        yield page.blame(page.at(shown.start()), f"la page montre la plateforme « {shown[1]} »", f"écrivez {call}")


def absence_told(draft: Draft, file: str) -> bool:
    """Tell whether the absence of a page is told above: that of a platform's or of a registered text's."""
    folder, _, name = file.removesuffix(".md").rpartition("/")
    register = draft.found(FichierEncadrements)
    registered = ids(register.encadrements) if register else []
    return (folder == PLATFORM_PAGES and name in draft.platforms) or (folder == TEXTS and name in registered)
