"""Every value of the data and of the pages' headers that changes, whatever shows it: what no other part of the comparison knows is told here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import yaml

from macros.comparison import one_side, segments, trimmed
from macros.incidences.report import Item, Section
from macros.incidences.states import Both
from macros.incidences.trees import differing
from macros.reading.draft import Draft
from macros.reading.files import read_text
from macros.reading.nodes import Source, compose
from macros.reading.rendered import FRONT_MATTER
from macros.reading.tree import Tree
from macros.words import many

INTRO = "Chaque valeur changée, par fichier. Ce qui la montre aux lecteurs est dit plus haut, quand cette comparaison le sait."
# What follows the content and shows nothing by itself.
FOLLOWED = {"data/attendus.yml", "data/relectures.yml"}
LONGEST = 60
# The words shown on each side of what differs in a long value.
AROUND = 3
MOST = 12


def values(found: Both) -> Section:
    """Return the values that change, by file: their key, then what they were and what they are."""
    drafts = (found.before.draft, found.after.draft)
    former = {now: name for name, now in found.renamed_files.items()}
    names = sorted({name for draft in drafts for name in files(draft.tree)} - FOLLOWED - {*former.values()})
    texts = {name: [written(drafts[0], former.get(name, name)), written(drafts[1], name)] for name in names}
    pairs = {name: [content(name, text) for text in both] for name, both in texts.items() if both[0] != both[1]}
    changed = {name: changes(before, after) for name, (before, after) in pairs.items() if before is not None and after is not None}
    return Section("Valeurs changées", [item(name, told) for name, told in changed.items() if told], INTRO)


def item(name: str, told: list[str]) -> Item:
    """Return what changes in a file, the first values at once, the others folded where a page can fold them."""
    rest = len(told) - MOST
    return Item(name, notes=(*told[:MOST], *([f"… et {many(rest, 'autre valeur', 'autres valeurs')}"] if rest > 0 else [])), more=tuple(told[MOST:]))


def files(tree: Tree) -> Iterator[str]:
    """Yield the files of the data and the pages, among those that may be opened."""
    yield from (name for folder, suffix in (("data", ".yml"), ("docs", ".md")) for name in tree.within(folder) if name.endswith(suffix))


def written(draft: Draft, name: str) -> str:
    """Return the YAML of a file; none for a file that is not there or cannot be read, within the limits of any other (the check says so)."""
    text = read_text(draft.root / name, name)[0] if name in draft.tree.files else None
    return (text or "") if name.endswith(".yml") else header(text or "")


class Loader(yaml.CSafeLoader):
    """Reads dates as they are written: one that does not exist is a value too."""

    yaml_implicit_resolvers: ClassVar = {  # type: ignore[misc]
        sign: [(tag, form) for tag, form in found if tag != "tag:yaml.org,2002:timestamp"]
        for sign, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def content(name: str, text: str) -> Any:
    """Return what a file holds, no key for a file that is not there; None for a text that is no YAML, which is not compared."""
    try:
        if not text.strip():
            return {}
        return yaml.load(text, Loader) if compose(text, Source(name)) else None  # noqa: S506
    except (ValueError, yaml.YAMLError):
        return None


def header(text: str) -> str:
    """Return the YAML that a page begins with; empty if it has none."""
    found = FRONT_MATTER.match(text)
    return found[1] if found else ""


def changes(before: Any, after: Any) -> list[str]:
    """Return what changes between what a file holds before and after, one line each."""
    found = [(key, *near(old, new)) for key, old, new in differing(before, after)]
    return [f"{key} : {short(old)} → {short(new)}" for key, old, new in found]


def near(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Return two values; if both are long, the words around what differs, which the first ones may not show."""
    if before is None or after is None or min(len(before), len(after)) <= LONGEST:
        return before, after
    found = trimmed(segments(before, after), AROUND)
    return one_side(found, "new"), one_side(found, "gone")


def short(text: str | None) -> str:
    """Return a value on one line, cut if it is long."""
    if text is None:
        return "absent"
    return f"« {text[:LONGEST]}{'…' if len(text) > LONGEST else ''} »" if text else "vide"
