"""The names and the counts that change where they are said once, and follow in all that has their mark."""

from __future__ import annotations

from collections.abc import Iterator

from macros.incidences.report import Item, Section, compared
from macros.incidences.states import Both
from macros.reading.draft import Draft
from macros.reading.marks import MARK
from macros.reading.nodes import Source
from macros.words import many


def names(both: Both) -> Section:
    """Return what each mark that is used stood for and stands for, where that changed, with the places that have it."""
    before, after = (state.draft.marks.values for state in (both.before, both.after))
    changed = [name for name in before if name in after and before[name] != after[name]]
    where = list(typed(both.after.draft)) if changed else []
    changed = [name for name in changed if any(mark == name for _, mark in where)]
    return Section("Noms et comptes dits une fois", [item(name, before[name], after[name], where) for name in changed], INTRO if changed else "")


INTRO = "Chaque page, chaque réponse et chaque document qui a la marque suit : plus bas, le changement du nom n'est pas répété."


def item(name: str, before: str, after: str, where: list[tuple[str, str]]) -> Item:
    """Return what is said of a mark; `where` are the files and the marks that they have."""
    files = [file for file, mark in where if mark == name]
    note = f"La marque est à {many(len(files), 'endroit', 'endroits')}, dans {many(len({*files}), 'fichier', 'fichiers')}."
    return compared(f"{{{{ {name} }}}}", before, after, [note], [f"{file} : {files.count(file)}" for file in dict.fromkeys(files)])


def typed(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield each mark that a file has, with the file."""
    for file, source in draft.sources.items():
        yield from ((file, name) for name in of_source(source))
    for file, page in draft.pages.items():
        yield from ((file, match["name"]) for match in MARK.finditer(page.typed))


def of_source(source: Source) -> Iterator[str]:
    """Yield each mark that a data file has."""
    for *_, text in source.texts:
        yield from (match["name"] for match in MARK.finditer(text))
