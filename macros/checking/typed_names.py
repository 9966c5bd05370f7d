"""What `data/organisations.yml` says once, or what the data count, is not typed again elsewhere: a mark stands for it.

The texts are sources, and keep their words; so does what is quoted from them, between « and », or compared with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from macros.checking.runner import checks
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.model.attendus import FichierAttendus
from macros.model.avis import FichierAvis
from macros.model.glossaire import FichierGlossaire
from macros.model.kinds import PLACES
from macros.model.organisations import FichierOrganisations
from macros.model.relectures import FichierRelectures
from macros.reading.draft import Draft, model_of, text_name
from macros.reading.marks import COUNT, TITLE
from macros.reading.models import words_of
from macros.reading.nodes import Path_
from macros.words import IN_WORDS

# What keeps its words: a quotation, an address of the Web.
KEPT = re.compile(r"«[^»]*»|https?://\S+")
# A count below this one is seldom that of all the things of a kind: « les deux textes » are those that one speaks of.
LEAST = 3
# Where names are given, and what has the texts' own words: a file, the first key of what it holds there, the keys below it; or all of them.
HOMES = (
    (PLACES[FichierOrganisations], "organisations", ("nom", "sigle")),
    (PLACES[FichierOrganisations], "contacts", ("courriel",)),
    (PLACES[FichierAttendus], "textes", ()),
    (PLACES[FichierGlossaire], "termes", ("terme",)),
    (PLACES[FichierRelectures], "relectures", ()),
    (PLACES[FichierAvis], "avis", ("ancien", "nouveau")),
)


@dataclass(frozen=True)
class Known:
    """What one might type, and what is written in its place."""

    typed: str
    mark: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it as a word, whether a sentence begins with it or not."""
        first, rest = self.typed[0], self.typed[1:]
        return re.compile(rf"(?<![\w.@-])[{re.escape(first + first.upper())}]{re.escape(rest)}(?![\w@-])")


@checks
def check(draft: Draft, organisations: FichierOrganisations) -> Iterator[Mistake]:
    """Yield a mistake for each name, address or count typed where a mark stands for it."""
    found = finder(tuple(sorted(typable(draft.marks.values), key=lambda one: -len(one.typed))))
    for file, line, text in (*of_data(draft), *of_pages(draft)):
        for one in found(text):
            yield Mistake(file, line, f"« {one.typed} » est écrit à la main", f"écrivez « {one.mark} », qui se tient à jour")


def typable(values: Mapping[str, str]) -> Iterator[Known]:
    """Yield what each mark stands for, as one would type it; a count goes with what it counts, and the site's title may be an ordinary phrase."""
    for name, value in values.items():
        kind, _, things = name.partition(" ")
        if kind not in (COUNT, TITLE):
            yield Known(value, f"{{{{ {name} }}}}")
        elif kind == COUNT and value not in IN_WORDS[:LEAST]:
            yield Known(f"{value} {things}", f"{{{{ {name} }}}} {things}")


@lru_cache(maxsize=2)
def finder(known: tuple[Known, ...]) -> Callable[[str], tuple[Known, ...]]:
    """Return what finds what is typed by hand in a text, once each; nothing of what was found is looked at again."""

    @all_once
    def found(text: str) -> Iterator[Known]:
        text = KEPT.sub(" ", text)
        for one in known:
            # Most texts hold none: to look for its end first is ten times as fast.
            text, times = one.pattern.subn(" ", text) if one.typed[1:] in text else (text, 0)
            if times:
                yield one

    return found


def of_data(draft: Draft) -> Iterator[tuple[str, int, str]]:
    """Yield each text of the data files as it was typed, with its file and line, but for what stands in the place of an id: no mark goes there."""
    for file, source in draft.sources.items():
        homes = [(first, {*last}) for home, first, last in HOMES if home == file]
        ids = {path for path, _, _ in words_of(model_of(file), source.value)} if source.mistakes else set[Path_]()
        yield from ((file, line, text) for path, line, text in source.texts if path not in ids and not (homes and at_home(homes, path)))


def at_home(homes: Sequence[tuple[str, Set[str]]], path: Path_) -> bool:
    """Tell whether a value is where a name is given, or is compared with a text's own words; `homes` are those of its file."""
    return any(path[:1] == (first,) and (not last or not last.isdisjoint(path)) for first, last in homes)


def of_pages(draft: Draft) -> Iterator[tuple[str, int, str]]:
    """Yield each line of the pages but the texts as it was typed, with its file and number."""
    for name, page in draft.pages.items():
        if text_name(name) is None:
            yield from ((page.file, number, line) for number, line in enumerate(page.typed.split("\n"), 1))
