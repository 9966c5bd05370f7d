"""The files that readers see or download as they are (images, PDF): those that come, go or are replaced."""

from __future__ import annotations

from macros.incidences.report import Item, Section
from macros.incidences.states import Both, State

NEW, GONE = "Nouveau fichier.", "Fichier retiré : qui a gardé son adresse, ou la suit depuis un autre site, ne le trouve plus."
REPLACED = "Fichier remplacé par un autre de même nom : ouvrez-le pour voir ce qui y change."


def files(both: Both) -> Section:
    """Return the files beside the pages that are not the same before and after."""
    old, new = given(both.before), given(both.after)
    changed = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
    notes = {name: NEW if name not in old else GONE if name not in new else REPLACED for name in changed}
    return Section("Images et fichiers joints", [Item(name, notes=(note,)) for name, note in notes.items()])


def given(state: State) -> dict[str, bytes]:
    """Return what each file beside the pages holds."""
    return {name: (state.draft.root / name).read_bytes() for name in state.draft.tree.within("docs") if not name.endswith(".md")}
