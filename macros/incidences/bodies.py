"""The pages whose body changes, each with what one read and what one reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from markdown import Markdown

from macros.checking.anchors import COMPONENTS
from macros.comparison import Segment, segments, trimmed
from macros.components import Components
from macros.incidences.report import Item, Section
from macros.incidences.states import Both
from macros.project import Project
from macros.reading.draft import text_name
from macros.reading.markup import of_page
from macros.reading.page import Page
from macros.reading.rendered import FRONT_MATTER
from macros.rendering.clause_page import clause_page
from macros.rendering.context import Context
from macros.rendering.expansion import called
from macros.rendering.markdown import plain_text
from macros.typography import french_markdown
from macros.words import many

UNSEEN = re.compile(r"""<(script|template|style)\b.*?</\1>|<svg\b.*?</svg>|<a class="headerlink".*?</a>""", re.S)
DOCS, HOME = "docs/", "accueil"
TITLE = "Pages dont le contenu change"
# The words around a change that make it another one, and the pages named for one.
NEAR, FEW = 2, 3
# The rank of a question, which changes with what comes before it.
NUMBER = re.compile(r"^\d+\. ")
# What touches a word.
BESIDE = re.compile(r"^\W+|\W+$")
INDEX = "index.md"
GONE = "Page retirée : qui a gardé son adresse, ou la suit depuis un autre site, ne la trouve plus."
MOVED = "Page qui change d'adresse : elle était à {}. Qui a gardé l'ancienne, ou la suit depuis un autre site, ne la trouve plus."

Change = tuple[list[list[Segment]], list[str]]


def pages(both: Both) -> Section:
    """Return what changes in the words of the pages: each change once, with the pages where it shows, the commonest first."""
    if both.whole is None:
        return Section(TITLE, [])
    moved = both.renamed_files
    former, new = (bodies(project) for project in both.whole)
    old = {moved.get(file, file): lines for file, lines in former.items()}
    differing = [file for file in {**dict.fromkeys(new), **dict.fromkeys(old)} if old.get(file) != new.get(file)]
    changes: dict[str, Change] = {}
    for file in differing:
        for found in blocks(old.get(file, []), new.get(file, [])) if file in old and file in new else ():
            changes.setdefault(repr(trimmed(found, NEAR)), ([found], []))[1].append(address(file) or HOME)
    shown = sorted(together([*changes.values()]), key=lambda change: -len({*change[1]}))
    whole = [page(file, file in new) for file in differing if not (file in old and file in new)]
    gone = [file for file in moved if file in former]
    whole += [Item(address(moved[file]), notes=(MOVED.format(address(file)),)) for file in gone]
    count = len({*differing, *(moved[file] for file in gone)})
    return Section(TITLE, [*whole, *(passage(*change) for change in shown)], f"{many(count, 'page change', 'pages changent')}.")


def page(file: str, new: bool) -> Item:
    """Return what is said of a page that comes or goes."""
    return Item(address(file), notes=("Nouvelle page." if new else GONE,))


def together(changes: list[Change]) -> Iterator[Change]:
    """Yield the changes, as one those that put the same words for the same others in many places, as a new name does."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(replaced(change[0][0]) or repr(change[0]), []).append(change)
    for same in found.values():
        yield from [([words for change in same for words in change[0]], [file for change in same for file in change[1]])] if len(same) > FEW else same


def replaced(words: list[Segment]) -> str:
    """Return the words that a change puts for others, each once and without their signs; nothing if it adds some or takes some away."""
    pairs = {kind: [BESIDE.sub("", part.text) for part in words if part.kind == kind] for kind in ("gone", "new")}
    return repr(sorted({*zip(pairs["gone"], pairs["new"], strict=True)})) if len(pairs["gone"]) == len(pairs["new"]) else ""


def passage(words: list[list[Segment]], where: list[str]) -> Item:
    """Return a change and the pages where it shows."""
    names = [*dict.fromkeys(where)]
    more = f" et {many(len(names) - FEW, 'autre page', 'autres pages')}" if len(names) > FEW else ""
    notes = (f"Les mêmes mots changent dans {len(words)} passages.",) if len(words) > 1 else ()
    return Item(f"{', '.join(names[:FEW])}{more}", tuple(words), notes, more=tuple(names) if more else ())


def blocks(before: list[str], after: list[str]) -> list[list[Segment]]:
    """Return the lines of a page that changed, each compared with the one that it was."""
    found = []
    old, new = ([NUMBER.sub("", line) for line in lines] for lines in (before, after))
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(segments(" ¶ ".join(old[start:end]), " ¶ ".join(new[first:last])))
    return found


def bodies(project: Project) -> dict[str, list[str]]:
    """Return the words of each page, line by line, by the page's file."""
    components = Components(COMPONENTS)
    return {file: body(project, components, page) for file, page in project.draft.pages.items()}


def body(project: Project, components: Components, page: Page) -> list[str]:
    """Return what one reads in a page, line by line."""
    context = Context(project, components, address(page.file))
    text = text_name(page.file)
    source = FRONT_MATTER.sub("", page.markdown)
    markdown = clause_page(context, text) if text in project.documents else french_markdown(context.fragments.clean(source))
    html = Markdown(extensions=of_page(context.fragments)).convert(called(context, markdown))
    return plain_text(UNSEEN.sub("", html)).splitlines()


def address(file: str) -> str:
    """Return the address of a page, from the site's root; nothing for the home page."""
    name = file.removeprefix(DOCS)
    return name.removesuffix(INDEX) if name.endswith(INDEX) else f"{name.removesuffix('.md')}/"
