"""Every value of the data and of the pages' headers that changes, whatever shows it: what no other part of the comparison knows is told here."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, ClassVar

import yaml

from macros.comparison import one_side, segments, trimmed
from macros.incidences.report import Item, Section
from macros.incidences.states import Both
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
WORDS = {True: "oui", False: "non", None: "rien"}


def values(found: Both) -> Section:
    """Return the values that change, by file: their key, then what they were and what they are."""
    drafts = (found.before.draft, found.after.draft)
    former = {now: name for name, now in found.renamed_files.items()}
    names = sorted({name for draft in drafts for name in files(draft.tree)} - FOLLOWED - {*former.values()})
    texts = {name: [written(drafts[0], former.get(name, name)), written(drafts[1], name)] for name in names}
    pairs = {name: [flat(name, text) for text in both] for name, both in texts.items() if both[0] != both[1]}
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


def flat(name: str, text: str) -> dict[str, str] | None:
    """Return the values of a file by their keys, none for a file that is not there; None for a text that is no YAML, which is not compared."""
    try:
        if not text.strip():
            return {}
        return dict(leaves("", yaml.load(text, Loader))) if compose(text, Source(name)) else None  # noqa: S506
    except (ValueError, yaml.YAMLError):
        return None


def header(text: str) -> str:
    """Return the YAML that a page begins with; empty if it has none."""
    found = FRONT_MATTER.match(text)
    return found[1] if found else ""


def leaves(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the values within a value, each under its path: an entry of a list by its id, failing that by its number."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(f"{key}.{name}".lstrip("."), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            own = inner.get("id") if isinstance(inner, dict) else None
            yield from leaves(f"{key}.{own or number}".lstrip("."), inner)
    else:
        yield key, said(value)


def said(value: Any) -> str:
    """Return a value as an editor writes it."""
    if value is None or isinstance(value, bool):
        return WORDS[value]
    return " ".join(str(value).split())


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return what changes between the values of a file, one line each."""
    keys = dict.fromkeys(list_of(key) or key for key in (*before, *after))
    found = (in_list(key, before, after) if key.endswith(".") else [(key, before.get(key), after.get(key))] for key in keys)
    return [line(name, old, new) for told in found for name, old, new in told if old != new]


def list_of(key: str) -> str:
    """Return what begins the key of each text of the list that a key is in, or nothing."""
    above, stop, last = key.rpartition(".")
    return above + stop if last.isdigit() else ""


def line(key: str, before: str | None, after: str | None) -> str:
    """Return the line of a value that changes."""
    old, new = near(before, after)
    return f"{key} : {short(old)} → {short(new)}"


def in_list(above: str, before: dict[str, str], after: dict[str, str]) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the texts of a list that change, each under its number: one that is put in or taken out does not make those below it change."""
    old, new = (listed(above, values) for values in (before, after))
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        pairs = zip_longest(old[start:end], new[first:last]) if kind != "equal" else ()
        for rank, (was, now) in enumerate(pairs, 1):
            yield f"{above}{(start if now is None else first) + rank}", was, now


def listed(above: str, values: dict[str, str]) -> list[str]:
    """Return the texts of a list, in order, given what begins their keys."""
    return [value for number in range(1, len(values) + 1) if (value := values.get(f"{above}{number}")) is not None]


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
