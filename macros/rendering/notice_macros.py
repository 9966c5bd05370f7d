"""The notices: the page of all the changes, the banner of a text, both wordings of a clause that changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.clauses.clause import Clause
from macros.comparison import Segment, segments
from macros.model.avis import ArticleModifie, Avis
from macros.rendering.citations import Citation, cite, words
from macros.rendering.context import Context
from macros.rendering.markdown import plain_text
from macros.rendering.registry import macro

PAGE, FEED = "avis/", "avis.xml"


@dataclass(frozen=True)
class Wordings:
    """A clause that changes: its citation, and both wordings compared."""

    renvoi: Citation
    mots: list[Segment]


@dataclass(frozen=True)
class Pending:
    """A change of which the clause's page has one wording: `page_future` if it has the words to come; `autres` are the others."""

    avis: Avis
    page_future: bool
    autres: list[str]


@macro
def avis(context: Context) -> str:
    """List the notices, the most recent first, each with the words before and after."""
    every = sorted(context.project.all(Avis).values(), key=lambda notice: notice.publie_le, reverse=True)
    views = [(notice, [wordings(context, changed) for changed in notice.articles]) for notice in every]
    return context.render("avis", avis=views, flux=context.link(FEED))


def wordings(context: Context, changed: ArticleModifie) -> Wordings:
    """Return a clause that changes with its two wordings, one of which may be that of its page."""
    page = plain_text(str(words(context, changed.article))).split("\n")
    before, after = (" ".join(found or page) for found in (changed.ancien, changed.nouveau))
    return Wordings(cite(context, changed.article), segments(before, after))


def announced(context: Context, document: str) -> list[Avis]:
    """Return the notices about a text whose change is still to come for someone who reads what is built."""
    return [notice for notice in context.project.all(Avis).values() if notice.encadrement == document and notice.a_venir(context.first_day)]


def pending(context: Context, clause: Clause) -> Iterator[Pending]:
    """Yield the changes of a clause, or of one of its letters, that are to come or that its page does not have yet."""
    for notice in context.project.all(Avis).values():
        for changed in notice.articles:
            if clause.covers(changed.article) and (not changed.ancien or notice.a_venir(context.first_day)):
                yield Pending(notice, bool(changed.ancien), changed.ancien or changed.nouveau)
