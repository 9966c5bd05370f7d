"""An id is given once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from pydantic import BaseModel

from macros.checking.former import former_state
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.base import Fiche
from macros.model.kinds import KINDS, Kind
from macros.reading.draft import Draft
from macros.reading.nodes import Path_, Source

# The lists in which a thing given twice is told with the other places that it has: fields on a sheet, pages in the menu.
TOLD = ("champs", "pages")

Said = dict[str, object] | None


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each id, code or text given twice in a list, and each rank given to two files of a folder."""
    for file, model in draft.sound.items():
        yield from repeated(draft.sources[file], model, ())
    for kind in KINDS:
        if kind.alone:
            yield from ranks(draft, kind)


def repeated(source: Source, value: object, path: Path_) -> Iterator[Mistake]:
    """Check the lists below a value."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if isinstance(inner, (BaseModel, list)):
                yield from repeated(source, inner, (*path, name))
    elif isinstance(value, list):
        first: dict[str, int] = {}
        said = [without_id(item) for item in value]
        for index, item in enumerate(value):
            if isinstance(item, (BaseModel, list)):
                yield from repeated(source, item, (*path, index))
            if wrong := again(source, said[:index], said[index], path):
                yield source.blame((*path, index), *wrong)
            elif id_ := getattr(item, "id", None):
                where = (*path, index, "id")
                if id_ in first:
                    yield source.blame(where, f"l'identifiant « {id_} » est déjà donné à la ligne {first[id_]}", "choisissez-en un autre")
                first.setdefault(id_, source.line(where))
            elif isinstance(item, str) and path[-1] not in TOLD:
                if item in first:
                    yield source.blame((*path, index), f"« {item} » est déjà donné à la ligne {first[item]}", "supprimez-le, ou corrigez-le")
                first.setdefault(item, source.line((*path, index)))


def again(source: Source, before: list[Said], said: Said, path: Path_) -> tuple[str, str] | None:
    """Return what is wrong with a thing of a list that says what one before it says; or None."""
    if said is None or said not in before or path[-1] in TOLD:
        return None
    same = before.index(said)
    return f"cet élément dit la même chose que celui de la ligne {source.line((*path, same))}", "changez ce qui les distingue, ou supprimez-le"


def without_id(thing: object) -> Said:
    """Return what a thing says besides its id; None for what is no thing."""
    return {key: value for key, value in thing if key != "id"} if isinstance(thing, BaseModel) else None


def ranks(draft: Draft, kind: Kind) -> Iterator[Mistake]:
    """Check that no two files of a kind have the same rank."""
    first: dict[int, str] = {}
    found = {file: model.ordre for file, model in draft.sound.items() if isinstance(model, kind.entry) and isinstance(model, Fiche)}
    for file, rank in found.items():
        if rank in first:
            old, new = by_age(draft, first[rank], file)
            free = next(number for number in count(rank + 1) if number not in found.values())
            problem = f"le rang {rank} est déjà celui de {old}"
            yield draft.sources[new].blame(("ordre",), problem, f"choisissez un rang libre, par exemple {free}")
        first.setdefault(rank, file)


def by_age(draft: Draft, first: str, second: str) -> tuple[str, str]:
    """Return two files of the same rank, the one that had it before the proposal first."""
    before = former_state(draft)
    former = before.sound if before else {}
    had = [getattr(former.get(file), "ordre", None) == getattr(draft.sound[file], "ordre", None) for file in (first, second)]
    return (second, first) if had == [False, True] else (first, second)
