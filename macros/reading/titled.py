"""An id typed by the title of what it names: that title is known once all is read, and the remedy is then the id itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from macros.mistakes import Mistake
from macros.model.base import Id, Modele, Mot
from macros.model.kinds import CITED, Kind
from macros.reading.models import words_of
from macros.reading.nodes import Path_, Source
from macros.words import plain

# The keys that hold what a thing is called.
TITLES = ("titre", "nom", "titre_court", "question", "sigle")


def name_by_id(sources: Mapping[str, Source], models: Mapping[str, type[Modele]]) -> set[str]:
    """Give the right id as the remedy of each value that is the title, or the id but for its form, of what its place asks for.

    `models` are those of the files. Return the files in which such a value leaves no choice any more.
    """
    settled = set[str]()
    for name, source in sources.items():
        for path, kind, text in words_of(models[name], source.value) if source.mistakes else ():
            if path[-1] != "id" and not kind.forme.fullmatch(text) and (meant := ids_of(text, kind, source, sources)):
                source.mistakes = [reworded(mistake, source.line(path), text, meant) for mistake in source.mistakes]
                settled |= {name} if settle(source, path, meant) else set()
    return settled


def settle(source: Source, path: Path_, meant: list[str]) -> bool:
    """Give the error of a place the only id that was meant there, and tell whether it left a choice until then."""
    choices = [details for details in source.unsettled if details["loc"] == path and not details.get("ctx", {}).get("meant")]
    for details in choices if len(meant) == 1 else ():
        details["ctx"] = {**details.get("ctx", {}), "meant": meant[0]}
    return bool(choices) and len(meant) == 1


def reworded(mistake: Mistake, line: int, text: str, meant: list[str]) -> Mistake:
    """Return a mistake with the ids that were meant as its remedy, if it is the one of a value's form."""
    named = mistake.problem.startswith((f"« {text} » n'a pas la bonne forme", "cet identifiant a "))
    return replace(mistake, remedy=f"écrivez {' ou '.join(f'« {id_} »' for id_ in meant)}") if named and mistake.line == line else mistake


def ids_of(title: str, asked: type[Mot], source: Source, sources: Mapping[str, Source]) -> list[str]:
    """Return the ids of the things that have a title, or that it makes, of the kind that is asked for, or else of the same file."""
    things = of_kind(CITED[asked], sources) if asked in CITED else within(source.value) if asked is Id else ()
    return sorted({id_ for id_, thing in things if id_ == Mot.made(title) or is_called(thing, title)})


def is_called(thing: dict[str, Any], title: str) -> bool:
    """Tell whether a thing has a title."""
    return any(isinstance(thing.get(key), str) and plain(thing[key]) == plain(title) for key in TITLES)


def of_kind(kind: Kind, sources: Mapping[str, Source]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the things of a kind as their files have them, each with its id."""
    held = sources[kind.place].value if kind.place in sources else None
    yield from within(held.get(kind.key) if isinstance(held, dict) else None)
    for name, source in sources.items() if kind.alone else ():
        if name.startswith(kind.where) and isinstance(source.value, dict):
            yield PurePosixPath(name).stem, source.value


def within(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the things that have an id within plain values."""
    if isinstance(value, dict) and isinstance(value.get("id"), str):
        yield value["id"], value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from within(inner)
