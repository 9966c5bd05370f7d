"""The parts of a page that a link may name."""

from __future__ import annotations

import re
from pathlib import Path

from macros.checking.known import known_ids
from macros.model.contradictions import Contradiction
from macros.model.kinds import KINDS, of
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page
from macros.words import closest, one_of

# The macros that leave a page without ids of their own; after any other, the ids are not known here.
WITHOUT_IDS = {"art", "comparatif", "matrice", "points_a_clarifier", "tableau"}
# The parts that a remedy names, at most.
MOST_SHOWN = 12
# The number of a clause in the place of its anchor: « #5.9 », « #article-5.9 ».
NUMBER = re.compile(r"(?:art(?:icle)?)?[-_. ]?([0-9]+(?:[.-][0-9a-z]+)*)", re.I)


def anchor(draft: Draft, page: Page, fragment: str) -> tuple[str, str] | None:
    """Return what is wrong with the anchor of a link to a page, or None."""
    anchors = anchors_of(draft, page)
    return None if anchors is None else lost(page, fragment, anchors)


def lost(page: Page, fragment: str, anchors: list[str]) -> tuple[str, str] | None:
    """Return what is wrong with the anchor of a link to a page that has some, or None."""
    if fragment in anchors:
        return None
    return f"l'ancre « #{fragment} » n'existe pas dans {page.file}", anchor_remedy(fragment, anchors)


def anchor_remedy(fragment: str, anchors: list[str]) -> str:
    """Return the remedy for an anchor that does not exist: that of the clause whose number it is, the nearest one, or some that do."""
    numbered = f"art-{found[1].replace('.', '-')}" if (found := NUMBER.fullmatch(fragment)) else ""
    if meant := numbered if numbered in anchors else closest(fragment, anchors):
        return f"écrivez « #{meant} »"
    shown = [f"#{a}" for a in anchors[:MOST_SHOWN]]
    return one_of(shown, "…" if len(anchors) > MOST_SHOWN else "") if anchors else "enlevez-la de l'adresse"


def anchors_of(draft: Draft, page: Page) -> list[str] | None:
    """Return the anchors of a page, or None if they cannot be known before it is made."""
    if name := text_name(page.file):
        text = draft.texts.get(name)
        return [p.anchor for p in draft.passages.values() if p.clause.document == name] if text and not text.unsure else None
    macros = set(re.findall(r"{{ *(\w+)", page.markdown))
    points = known_ids(of(Contradiction), draft) if "points_a_clarifier" in macros else ()
    lost = made_by(draft, page) - macros
    if not page.readable or page.rendered is None or not macros <= WITHOUT_IDS or points is None or lost:
        return None
    return [*page.rendered.ids, *points]


def made_by(draft: Draft, page: Page) -> set[str]:
    """Return the macro that makes the page of a thing, or that has its name: without it, which is told, the page lacks parts that it will have."""
    own = Path(page.file.removesuffix("/index.md")).stem.replace("-", "_")
    things = {kind.macro for kind in KINDS if kind.alone and kind.macro and page.file in map(kind.page_of, draft.named(kind.entry))}
    return things | ({own} & draft.macros.keys())
