"""Each address of another site leads where it says and can be read: what MkDocs cannot read would stop the build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.mistakes import Mistake
from macros.model.addresses import carried
from macros.model.base import host_error
from macros.reading.draft import Draft

# Three oblique bars begin none: they are a mark of another site.
ELSEWHERE = re.compile(r"(?:https?://|(?<![:\[/])//(?!/))[^\s<>()\"']+", re.I)
# What ends a sentence or marks its words, and is no part of an address.
AROUND = ".,;:!?*_`»|"


@checks
def typed(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each address amid the words of a text of the data that was copied with more than itself."""
    for file, line, text in of_data(draft):
        for match in ELSEWHERE.finditer(text) if ":" in text or "/" in text else ():
            if wrong := carried(match[0].rstrip(AROUND)):
                yield Mistake(file, line, *wrong)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each address of a page whose host is no host (`https://[exemple`) or hides behind another name."""
    for page in draft.pages.values():
        for match in ELSEWHERE.finditer(page.markdown):
            address = (match[0] if "[" in match[0] else match[0].partition("]")[0]).rstrip(AROUND)
            if wrong := host_error(address):
                yield page.blame(page.at(match.start()), *wrong)
