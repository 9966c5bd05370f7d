"""The menu of `mkdocs.yml` and the pages of `docs/` name each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.checking.register import absence_told
from macros.mistakes import Mistake
from macros.reading.characters import decode, indentation
from macros.reading.draft import PAGES, Draft
from macros.reading.nodes import Source, compose
from macros.reading.words import closest

FILE = "mkdocs.yml"


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each page that is not in the menu, each entry without a page, each page given twice."""
    source = Source(FILE)
    menu = entries(draft.root / FILE, source)
    yield from source.mistakes
    if menu is not None:
        yield from compare(draft, menu)


def compare(draft: Draft, menu: list[tuple[str, int]]) -> Iterator[Mistake]:
    """Compare the menu, as pages and lines, with the pages that exist."""
    pages = {file.removeprefix(f"{PAGES}/") for file in draft.pages}
    absent = pages - {page for page, _ in menu}
    named: set[str] = set()
    for page, line in menu:
        if page in named:
            yield Mistake(FILE, line, f"la page « {page} » est déjà au menu", "supprimez cette ligne")
        elif page not in pages and not absence_told(draft, f"{PAGES}/{page}"):
            meant = closest(page, absent)
            absent -= {meant or ""}
            remedy = f"écrivez « {meant} »" if meant else f"créez « {PAGES}/{page} », ou supprimez cette ligne"
            yield Mistake(FILE, line, f"le menu nomme « {page} », qui n'existe pas", remedy)
        named.add(page)
    for page in sorted(absent):
        yield Mistake(f"{PAGES}/{page}", 1, "la page n'est pas au menu", f"ajoutez la ligne « - {page} » au menu (« nav: ») de {FILE}")


def entries(path: Path, source: Source) -> list[tuple[str, int]] | None:
    """Return the pages of the menu with their lines, or None after adding to the source what keeps one from reading it."""
    if not path.is_file():
        source.note(1, "le fichier manque", "rétablissez-le à partir de l'historique du dépôt")
        return None
    text, found = decode(path.read_bytes(), FILE)
    source.mistakes += [*found, *indentation(text or "", FILE, "deux")]
    root = compose(text, source, tags=True) if text is not None and not source.mistakes else None
    menus = [value for key, value in root.value if key.value == "nav"] if isinstance(root, yaml.MappingNode) else []
    if not menus and not source.mistakes:
        source.note(1, "la clé « nav » manque", "rétablissez le menu à partir de l'historique du dépôt")
    found_pages = list(leaves(menus[0])) if menus else []
    for page, line in found_pages:
        if " - " in page:
            problem = "ce tiret est lu comme la suite de la ligne précédente"
            source.note(line + 1, problem, "alignez les tirets du menu, ou ajoutez un deux-points à la fin de la ligne précédente")
    return None if source.mistakes else found_pages


def leaves(node: yaml.Node) -> Iterator[tuple[str, int]]:
    """Yield the pages named below a node of the menu, with their lines."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from leaves(value)
    elif isinstance(node, yaml.ScalarNode) and node.value.endswith(".md"):
        yield node.value, node.start_mark.line + 1
