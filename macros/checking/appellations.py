"""A name under which people look for a means is that of one means, unless each says that it is shared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations

from macros.checking.known import unknown
from macros.checking.runner import Sound, checks
from macros.mistakes import Mistake
from macros.model.base import Id, IdPlateforme
from macros.model.kinds import of
from macros.model.plateformes import Plateforme
from macros.reading.draft import Draft
from macros.reading.nodes import Path_

# Two platforms that share as many names are one for its author, or one is the copy of the other.
MANY = 3
# A platform, where it gives a name, and the name.
Given = tuple[str, Path_, str]


@checks
def check(draft: Draft, platforms: Sound[Plateforme]) -> Iterator[Mistake]:
    """Yield a mistake for each name that two means have without saying so, that one has twice, or that is shared with none."""
    groups = by_name(platforms).values()
    # A name that none shares may be that of a platform that could not be read, or that is gone and still named.
    whole = len(platforms) == len(draft.named(Plateforme)) and not any(unknown(platform, draft) for platform in cited(draft))
    alike = Counter(pair for given in groups for pair in permutations({platform for platform, path, _ in given if path[0] != "noms_partages"}, 2))
    told: set[tuple[str, str]] = set()
    for given in groups:
        for platform, path, name in given:
            if wrong := what_is_wrong(platform, path, name, given, whole):
                other = next((other for other, _, _ in given if alike[platform, other] >= MANY), None)
                if other and (platform, other) not in told:
                    problem = f"« {name} » et {alike[platform, other] - 1} autres noms sont aussi ceux de « {other} »"
                    yield draft.sources[of(Plateforme).file_of(platform)].blame(path, problem, "gardez chaque nom à une seule des deux plateformes")
                elif not other:
                    yield draft.sources[of(Plateforme).file_of(platform)].blame(path, *wrong)
                told.add((platform, other or ""))


def cited(draft: Draft) -> Iterator[IdPlateforme]:
    """Yield the platforms that the data name."""
    yield from (value for file in draft.sources for _, value in draft.references(file) if isinstance(value, IdPlateforme))


def by_name(platforms: Sound[Plateforme]) -> dict[str, list[Given]]:
    """Return where each name is given, names that differ by accents, capitals or signs being one."""
    found: dict[str, list[Given]] = defaultdict(list)
    for id_, platform in platforms.items():
        # A file wrongly named is told elsewhere, and may be the double of another.
        for path, name in names(platform) if Id.forme.fullmatch(id_) else ():
            found[bare(name)].append((id_, path, name))
    return found


def names(platform: Plateforme) -> Iterator[tuple[Path_, str]]:
    """Yield the names of a means, each with its place; its usual name first, which may repeat its name."""
    if platform.nom_usuel and bare(platform.nom_usuel) != bare(platform.nom):
        yield ("nom_usuel",), platform.nom_usuel
    yield ("nom",), platform.nom
    for key in ("aussi_appelee", "noms_partages"):
        yield from (((key, index), name) for index, name in enumerate(getattr(platform, key)))


def bare(name: str) -> str:
    """Return a name without accents, capitals, spaces nor signs."""
    letters = unicodedata.normalize("NFD", name.replace("œ", "oe")).lower()
    return re.sub(r"[^a-z0-9]", "", letters)


def what_is_wrong(platform: str, path: Path_, name: str, given: list[Given], whole: bool) -> tuple[str, str] | None:
    """Return what is wrong with a name where it is given, or None; `whole` says that all platforms could be read."""
    before = [(place, same) for other, place, same in given[: given.index((platform, path, name))] if other == platform and place != path]
    if any(place[0] == path[0] and same == name for place, same in before):
        # That a list says the same twice is told wherever it does.
        return None
    if before:
        return f"« {name} » est déjà un nom de cette plateforme", "supprimez cette ligne"
    others = [other for other, _, _ in given if other != platform]
    shared = path[0] == "noms_partages"
    if shared and not others and whole:
        return f"« {name} » n'est le nom d'aucune autre plateforme", "déplacez cette ligne sous « aussi_appelee: »"
    if others and not shared:
        return f"« {name} » est aussi un nom de « {others[0]} »", "gardez-le à une seule ou, s'il désigne les deux, mettez-le sous « noms_partages: »"
    return None
