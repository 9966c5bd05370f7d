"""What of the texts is sure, for the checks that rest on it."""

from __future__ import annotations

from typing import NewType

from macros.checking.known import text_pages
from macros.checking.runner import part
from macros.clauses.parsing import Text
from macros.clauses.passages import Passage
from macros.reading.draft import Draft

# The texts without any mistake, by id; all that can be cited in them; what can be cited in those whose every number and letter could be read.
CleanTexts = NewType("CleanTexts", dict[str, Text])
Clean = NewType("Clean", dict[str, Passage])
Certain = NewType("Certain", dict[str, Passage])
# The ids of the other texts that have a page.
Unclean = NewType("Unclean", set[str])


@part
def clean_texts(draft: Draft) -> CleanTexts:
    """Return the texts without any mistake."""
    return CleanTexts({id_: text for id_, text in draft.texts.items() if not text.mistakes})


@part
def clean(draft: Draft, texts: CleanTexts) -> Clean:
    """Return all that can be cited in these: what their clauses say, and with which force, is known."""
    return Clean({reference: passage for reference, passage in draft.passages.items() if passage.clause.document in texts})


@part
def certain(draft: Draft) -> Certain:
    """Return what can be cited where nothing keeps one from telling a clause from the next."""
    return Certain({reference: passage for reference, passage in draft.passages.items() if not draft.texts[passage.clause.document].unsure})


@part
def unclean(draft: Draft, texts: CleanTexts) -> Unclean:
    """Return the ids of the texts that have mistakes."""
    return Unclean(text_pages(draft) - texts.keys())
