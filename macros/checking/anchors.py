"""Each link to a part of a page that macros make leads to a part that they make.

What is wrong elsewhere does not hide it, unless the page is made from it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TypeVar

from markdown import Markdown

from macros.checking import (
    addresses as hosts,
)
from macros.checking import (
    broken_links,
    columns,
    dates,
    escapes,
    footnotes,
    foreign,
    forge,
    layout,
    links,
    nesting,
    pages,
    punctuation,
    quotes,
    repeated,
    sentences,
    spoken_clauses,
    structure,
    telephones,
    typed_names,
    unfinished,
    written_days,
)
from macros.checking.former import former_state
from macros.checking.links import addresses
from macros.checking.runner import Check, UnsoundError, need, run
from macros.checking.targets import anchors_of, lost
from macros.clauses.passages import Passage
from macros.components import Components
from macros.mistakes import Mistake
from macros.model.base import Modele
from macros.model.kinds import PAGES, PLACES, of
from macros.project import Project
from macros.reading.draft import TEXTS, Draft, text_name
from macros.reading.files import read_text
from macros.reading.markup import of_page
from macros.reading.page import Page
from macros.reading.rendered import FRONT_MATTER
from macros.rendering.context import Context
from macros.rendering.expansion import expand
from macros.words import fold

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "composants"
ID = re.compile(r'<[^<>]* id="([^"]+)"')
# The part that a link names, which gives no part its id.
NAMED = re.compile(r"(?<=[\w(/])#[\w-]+")
# In a quotation, an item or a meaning too, with or without a space after its signs.
HEADING = re.compile(r"[\s>:*+\d.-]*#")
# What is wrong in words alone: whatever a page is made from, it has the same parts.
OF_WORDS = (links.check, dates.check, written_days.check, punctuation.check, typed_names.check)
# What is wrong in the form of a passage: a page has the same parts, but for those that its own words may make.
OF_FORM = (
    *(broken_links.check, columns.check, escapes.check, footnotes.check, foreign.check, forge.check, hosts.check, layout.check, nesting.check),
    *(pages.check, punctuation.brackets, quotes.check, quotes.pairs, repeated.check, sentences.check, spoken_clauses.check, structure.check),
    *(telephones.check, unfinished.check, unfinished.hosts),
)

K = TypeVar("K")
V = TypeVar("V")
M = TypeVar("M", bound=Modele)


class Sure(dict[K, V]):
    """What is sound, by a key: UnsoundError comes of asking for anything else."""

    def __missing__(self, key: K) -> V:
        raise UnsoundError


@dataclass
class SureDraft(Draft):
    """What was read, but for what has a mistake: UnsoundError comes of asking for it.

    `wrong` are the files of these; `unmade`, those of which a mistake may change the parts of their own page.
    """

    wrong: set[str] = field(default_factory=set)
    unmade: set[str] = field(default_factory=set)

    def is_sound(self, place: str) -> bool:
        """Tell whether a file, or each of a folder's, is sound."""
        return not any(file == place or file.startswith(f"{place}/") for file in self.wrong)

    @cached_property
    def things(self) -> dict[type[Modele], dict[str, Modele | None] | None]:
        """What was read of each kind of which nothing is wrong, by id."""
        return Sure({kind: found for kind, found in super().things.items() if self.is_sound(of(kind).place)})

    def found(self, kind: type[M]) -> M | None:
        """Return the model of a single file."""
        need(self.is_sound(PLACES[kind]))
        return super().found(kind)

    @cached_property
    def sound(self) -> dict[str, Modele]:
        """The models, by file."""
        need(self.is_sound("data"))
        return super().sound

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All that can be cited in the texts, by citation."""
        need(self.is_sound(TEXTS))
        return super().passages


def check(project: Project) -> Iterator[Mistake]:
    """Yield a mistake for each link to a part that its page lacks, and for each heading that has the name of another part of its page."""
    parts_of = partial(ids, project, Components(COMPONENTS))
    yield from (mistake for _, mistake in astray(project.draft, parts_of))
    yield from named_again(project.draft, parts_of)


def named_again(draft: Draft, parts_of: Callable[[Page], list[str] | None]) -> Iterator[Mistake]:
    """Yield a mistake for each heading whose name is that of a part that macros make, or of what every page has around its words.

    That of two headings is told elsewhere. A page is not made for its title alone, which the build would tell: it takes as long as all else.
    """
    for page in draft.pages.values():
        if page.rendered and page.rendered.ids and text_name(page.file) is None:
            made = len(page.rendered.ids) > 1 and anchors_of(draft, page) is None
            parts = (parts_of(page) if made else None) or []
            lines = [number for number, line in enumerate(page.prose, 1) if HEADING.match(line)]
            own = page.rendered.ids
            for number, id_ in zip(lines, own, strict=False):
                if parts.count(id_) > own.count(id_) or id_ in around():
                    problem = f"le nom « {id_} » est déjà celui d'une autre partie de la page"
                    yield page.blame(number, problem, "donnez au titre un autre nom, par { #nom } à sa fin")


@cache
def around() -> frozenset[str]:
    """Return the ids of what every page has around its words."""
    files = [*COMPONENTS.parent.glob("*.html"), *COMPONENTS.parent.glob("partials/*.html")]
    return frozenset(id_ for file in files for id_ in ID.findall(file.read_text(encoding="utf-8")) if "{" not in id_)


def beside(draft: Draft, mistakes: list[Mistake]) -> list[Mistake]:
    """Return the same mistakes while there are others, of the pages that can be made without what these are about.

    A part that another mistake names may come back with what it says is gone; one that a file with mistakes names may come with that file.
    """
    wrong, unmade = touched(draft, mistakes, OF_WORDS), touched(draft, mistakes, (*OF_WORDS, *OF_FORM))
    told = " ".join(mistake.problem for mistake in mistakes)
    words = "-".join(slug(NAMED.sub("", read_text(draft.root / file, file)[0] or "")) for file in wrong if (draft.root / file).is_file())
    parts_of = partial(parts, Project(replace(sure(draft, wrong), unmade=unmade)), Components(COMPONENTS))
    lost = [mistake for fragment, mistake in astray(draft, parts_of) if f"« {fragment} »" not in told and not made_of(fragment, words)]
    # While our own code does not hold together, nothing is known of what macros make.
    of_content = all(mistake.file.startswith(("data/", f"{PAGES}/")) for mistake in mistakes)
    return [*lost, *(named_again(draft, parts_of) if of_content else ())]


def slug(text: str) -> str:
    """Return a text as ids are made of words: without accents, the words joined by hyphens."""
    return f"-{re.sub('[^a-z0-9]+', '-', fold(text))}-"


def made_of(fragment: str, words: str) -> bool:
    """Tell whether some words may give a part its id, whatever it begins with (« q- », « statut- »)."""
    names = fragment.split("-")
    return any(f"-{'-'.join(names[start:])}-" in words for start in range(len(names)))


def astray(draft: Draft, parts_of: Callable[[Page], list[str] | None]) -> Iterator[tuple[str, Mistake]]:
    """Yield each part that its page lacks, with the mistake of the link to it; a page that is linked to so is rendered, the others are not."""
    known: dict[str, list[str] | None] = {}
    for page in draft.pages.values():
        for line, _, address in addresses(page):
            if (target := led_to(draft, page, address)) is None:
                continue
            if target.file not in known:
                known[target.file] = (parts := parts_of(target)) and list(dict.fromkeys(parts))
            found, fragment = known[target.file], address.partition("#")[2]
            if found is not None and (wrong := lost(target, fragment, found)):
                yield fragment, page.blame(line, *wrong)


def touched(draft: Draft, mistakes: list[Mistake], harmless: Iterable[Check]) -> set[str]:
    """Return the files with a mistake that is none of some checks'."""
    left_out = {*run(draft, harmless)}
    return {mistake.file for mistake in mistakes if mistake not in left_out} | {file for file, model in draft.models.items() if model is None}


def sure(draft: Draft, wrong: set[str]) -> SureDraft:
    """Return what was read, but for some files: in the place of each stands what the proposal started from, if that is known."""
    former = former_state(draft) or Draft(draft.root, draft.tree)
    lent = {file: model for file, model in former.models.items() if file in wrong and model}
    whole = {name: text for name, text in draft.texts.items() if text.file not in wrong and not text.unsure}
    texts = {name: text for name, text in former.texts.items() if name in draft.texts and text.file in wrong and not text.unsure}
    left = wrong - lent.keys() - {text.file for text in texts.values()}
    held = {
        "models": draft.models | lent,
        "sources": draft.sources | {file: former.sources[file] for file in lent},
        "texts": Sure(whole | texts),
        "memo": {},
        "wrong": left,
    }
    return SureDraft(**{one.name: getattr(draft, one.name) for one in fields(draft)} | held)


def parts(project: Project, components: Components, page: Page) -> list[str] | None:
    """Return the ids of the parts of a page, or None if what it is made from is not sound."""
    draft = project.draft
    assert isinstance(draft, SureDraft)
    try:
        need(page.file not in draft.unmade and is_made(page) and text_name(page.file) is None)
        return ids(project, components, page)
    except Exception:  # What a mistake may bring about is not foreseen: it is told, and the page made once it is mended.
        return None


def is_made(page: Page) -> bool:
    """Tell whether a page, whatever the form of its words, calls all the macros that it means to."""
    return page.readable and not page.excesses and not any(found.kind in ("code", "braces") for _, found in page.findings)


def led_to(draft: Draft, page: Page, address: str) -> Page | None:
    """Return the page of which a link names a part, if its parts are not known before it is made; or None."""
    path, _, fragment = address.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), path)) if path else page.file
    target = draft.pages.get(file) if fragment else None
    return target if target and anchors_of(draft, target) is None else None


def ids(project: Project, components: Components, page: Page) -> list[str]:
    """Return the ids of the parts of a page once its macros are called, in their order; one given twice is there twice."""
    context = Context(project, components, page.file.removeprefix(f"{PAGES}/"))
    source = expand(context, FRONT_MATTER.sub("", page.markdown))
    return ID.findall(Markdown(extensions=of_page(context.fragments)).convert(source))
