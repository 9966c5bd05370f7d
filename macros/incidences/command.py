"""`python -m macros incidences`: says what the content changes for readers since a base, and whether all is settled."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.checking.removed import settled
from macros.history import base_of, of_content, unknown_base
from macros.incidences import bodies, clauses, dated, files, names, remains, replies, saved, sheets, values
from macros.incidences.report import Item, Section
from macros.incidences.shown import page, summary, terminal
from macros.incidences.states import Both, both
from macros.mistakes import Mistake, annotate, gathered, typeset

PAGE = ".cache/incidences.html"
PARTS = (
    clauses.renumbered,
    names.names,
    replies.answers,
    dated.statuses,
    dated.deadlines,
    clauses.changed,
    remains.remains,
    saved.reopened,
    sheets.sheets,
    bodies.pages,
    files.files,
    values.values,
)
# What shows a name wherever it stands: these are compared with the names of the proposal on both sides.
BESIDES_NAMES = {replies.answers, dated.statuses, dated.deadlines, bodies.pages}
NO_BASE = "Rien à comparer : ce dossier n'a pas d'historique git."
UNKNOWN = (
    "Rien n'est comparé : « {} » n'est pas dans l'historique de ce dossier, ou n'a rien de commun avec la proposition ; "
    "donnez une branche ou une révision qui y est : make incidences BASE=main"
)

# What keeps a state from being compared. Both are read with the code of the proposal: the base may lack what that code newly asks.
BASE = "La base : {} à corriger d'abord (make check)"
BASE_SINCE = "La base : {} selon le code de la proposition, qui a changé (ce qu'il est seul à demander n'y est pas à corriger)"
PROPOSAL = "La proposition : {} à corriger d'abord (make check)"


def incidences(root: Path) -> int:
    """Compare the content with that of the base, and print what changes; return 1 if something must be settled."""
    if unknown := unknown_base(root):
        print(typeset(UNKNOWN.format(unknown)))
        return 1
    base = base_of(root)
    with TemporaryDirectory() as folder:
        found = both(root, base, Path(folder)) if base else None
        sections = compare(found) if found and differ(Path(folder), root) else []
    if not sections:
        print("Rien ne change pour les lecteurs." if found else NO_BASE)
        return 0
    told(root, sections)
    return 1 if any(section.mistakes for section in sections) else 0


def differ(base: Path, root: Path) -> bool:
    """Tell whether the files of the content are not the same below two folders."""
    files = [{file: (folder / file).read_bytes() for file in of_content(folder)} for folder in (base, root)]
    return files[0] != files[1]


def compare(found: Both, parts: Sequence[Callable[[Both], Section]] = PARTS) -> list[Section]:
    """Return the parts of a comparison in which something changes, and what could not be compared."""
    sections = [section for part in parts if (section := part(found.renamed if part in BESIDES_NAMES else found)).items]
    return [*unsound(found), *sections]


def unsound(found: Both) -> list[Section]:
    """Return what keeps answers and pages from being compared, if anything does."""
    states = ((BASE_SINCE if found.newer else BASE, found.before), (PROPOSAL, found.after))
    items = [wrong(title, gathered(settled(state.draft, state.mistakes))) for title, state in states if not state.project]
    intro = "Tant qu'il reste des erreurs, les feuilles, les pages et ce qui vient d'un fichier en erreur ne sont pas comparés."
    return [Section("Ce qui ne peut pas être comparé", items, intro)] if items else []


def wrong(title: str, mistakes: list[Mistake]) -> Item:
    """Return how much is wrong in a state, as `make check` counts it but for the books that follow the content, with the first mistakes."""
    return Item(title.format(len(mistakes)), more=tuple(map(typeset, map(str, mistakes[:20]))))


def told(root: Path, sections: list[Section]) -> None:
    """Print the comparison, add it to the forge's summary, and leave its page."""
    print(terminal(sections))
    if notes := annotate([mistake for section in sections for mistake in section.mistakes]):
        print(notes)
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(summary(sections))
    (root / PAGE).parent.mkdir(parents=True, exist_ok=True)
    (root / PAGE).write_text(page(sections), encoding="utf-8")
    print(f"Tout, avec les feuilles en images : {PAGE}")
