"""The pages to which our templates and macros link, whatever the content is, are there, with the parts that links name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from inspect import signature
from itertools import chain
from pathlib import Path

from jinja2 import nodes

from macros.checking.former import former_state
from macros.checking.headers import FENCE, HOME, opening
from macros.checking.runner import checks, given, part
from macros.checking.templates import Ours, parsed
from macros.mistakes import Mistake
from macros.model.kinds import KINDS, PAGES
from macros.reading.draft import Draft
from macros.reading.page import Page
from macros.rendering.traceability import ADDRESS
from macros.words import closest

# An address that our templates write: that of a page, or the site's root, then perhaps a part of it, whose name may be left to the data.
WRITTEN = re.compile(r"((?:[a-z0-9-]+/)+|\.)(#[a-z-]*)?")
# Those that macros write.
OF_MACROS = (f"{ADDRESS}#", *(kind.shown.removesuffix("{}") for kind in KINDS if kind.shown))
RESTORE = "rétablissez-la, et sa ligne du menu, à partir de l'historique du dépôt"


@checks
def check(draft: Draft, written: Written) -> Iterator[Mistake]:
    """Yield a mistake for each such page that is not there, that lacks what makes its parts, or that shows nothing of the data any more."""
    right = legible(draft)
    for address in sorted(written):
        path, hash_, part = address.partition("#")
        pages = [draft.pages[file] for file in dict.fromkeys(makers(path)) if file in draft.pages]
        if not pages:
            file = restored(path, written)
            yield Mistake(file, 1, "la page manque, et le site y mène", moved(draft, file) or RESTORE)
        elif all(page.file in right for page in pages) and (lines := [lacked(draft, page, part if hash_ else None) for page in pages]) and all(lines):
            yield pages[0].blame(1, "il manque à cette page ce que le site y montre", f"remettez la ligne {lines[0]}")


def moved(draft: Draft, file: str) -> str | None:
    """Return the remedy for a page that stands in another folder under its own name, or under another one; or None."""
    found = astray(draft, file)
    return f"renommez {found} en {file}" if found else None


def astray(draft: Draft, file: str) -> str | None:
    """Return the page that stands in another folder under the name of one, where nothing waits for it; or None."""
    kinds = {kind.pages for kind in KINDS}
    same = (page.file for page in draft.pages.values() if Path(page.file).name == Path(file).name != "index.md")
    found = [other for other in same if not is_named(draft, other) and Path(other).parent.as_posix() not in kinds]
    found = found or renamed(draft, file)
    return found[0] if len(found) == 1 else None


def renamed(draft: Draft, file: str) -> list[str]:
    """Return the pages that a proposal adds with the very words of one that it took away."""
    former = former_state(draft)
    before = former.pages.get(file) if former else None
    if former is None or before is None:
        return []
    return [page.file for page in draft.pages.values() if page.file not in former.pages and page.markdown == before.markdown]


def to_move(draft: Draft) -> set[str]:
    """Return the pages that a remedy says to move."""
    written = given(draft, Written)
    paths = {address.partition("#")[0] for address in written}
    absent = [restored(path, written) for path in paths if draft.pages.keys().isdisjoint(makers(path))]
    return {found for file in absent if (found := astray(draft, file))}


def legible(draft: Draft) -> set[str]:
    """Return the pages with words, read without a mistake, under a header that is one: what is wrong with the others is told first."""
    sound = (page for page in draft.renderable.values() if page.markdown.strip() and not page.mistakes)
    return {page.file for page in sound if page.lines[0].rstrip() == FENCE or not opening(page.markdown)}


def is_named(draft: Draft, file: str) -> bool:
    """Tell whether a file makes, or may make, a page to which templates or macros link."""
    return file in given(draft, Makers)


class Written(frozenset[str]):
    """The addresses that templates and macros write."""


class Makers(frozenset[str]):
    """The files that make, or may make, the pages of these addresses."""


@part
def written(ours: Ours) -> Written:
    """Return these addresses, as they are now."""
    return Written(addresses(ours))


@part
def named(written: Written) -> Makers:
    """Return these files."""
    return Makers(file for address in written for file in makers(address.partition("#")[0]))


def makers(path: str) -> tuple[str, str]:
    """Return the files of which one makes the page of an address."""
    return (HOME, HOME) if path == "." else (f"{PAGES}/{path}index.md", f"{PAGES}/{path.removesuffix('/')}.md")


def restored(path: str, written: Written) -> str:
    """Return the file that lacks: that of a folder where pages are of a kind, or where other addresses lead."""
    folder, file = makers(path)
    is_folder = any(f"{kind.pages}/" == f"{PAGES}/{path}" for kind in KINDS) or any(re.match(rf"{path}\w", other) for other in written)
    return folder if is_folder else file


def lacked(draft: Draft, page: Page, part: str | None) -> str | None:
    """Return the line that a page lacks, or None: the title of a part; else the call of the macro that shows all of a kind; else that of the
    macro of its name, which makes parts; else any call.
    """
    if part:
        return None if f"{{ #{part} }}" in page.markdown else f"« ## … {{ #{part} }} »"
    overview = next((kind.overview for kind in KINDS if kind.overview and page.file in makers(kind.shown.partition("#")[0])), "")
    macro = overview or Path(page.file.removesuffix("/index.md")).stem.replace("-", "_")
    typed = re.findall(r"{{\s*(\w+)", page.markdown)
    # A name that is misspelt is told where it is.
    calls = [call if call in draft.macros else closest(call, draft.macros) for call in typed]
    if (calls or page.file == HOME) if part is None and not overview else (macro in calls or macro not in draft.macros):
        return None
    return f"« {{{{ {macro}() }}}} »" if takes_nothing(draft, macro) else "qui appelait une macro, à partir de l'historique du dépôt"


def takes_nothing(draft: Draft, macro: str) -> bool:
    """Tell whether there is a macro of a name, which may be called without a value."""
    given = [*signature(draft.macros[macro]).parameters.values()][1:] if macro in draft.macros else None
    return given is not None and all(parameter.default is not parameter.empty for parameter in given)


@cache
def addresses(state: tuple[tuple[str, int], ...]) -> frozenset[str]:
    """Return the addresses that templates, each with the time of its last change, and macros write."""
    trees = (parsed(Path(path)) for path, _ in state if path.endswith(".html"))
    return frozenset(address for address in chain(OF_MACROS, *map(linked, trees)) if WRITTEN.fullmatch(address))


def linked(template: nodes.Template) -> Iterator[str]:
    """Yield the addresses of a template's links, up to what the data add to them after « # »; those that the data alone make are left out."""
    for target in [found.node for found in template.find_all(nodes.Filter) if found.name == "url"] + [
        call.args[0] for call in template.find_all(nodes.Call) if isinstance(call.node, nodes.Name) and call.node.name == "lien"
    ]:
        first = target.nodes[0] if isinstance(target, nodes.Concat) else target
        if isinstance(first, nodes.Const) and (first is target or "#" in first.value):
            yield first.value
