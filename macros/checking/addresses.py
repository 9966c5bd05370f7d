"""Each address of another site can be read: what MkDocs cannot read would stop the build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.reading.draft import Draft

ELSEWHERE = re.compile(r"(?:https?:)?//[^\s<>()\"']+", re.I)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each address of a page whose host is no host (`https://[exemple`)."""
    for page in draft.pages.values():
        for match in ELSEWHERE.finditer(page.markdown):
            address = match[0] if "[" in match[0] else match[0].partition("]")[0]
            if not readable(address):
                problem = f"l'adresse « {address} » est mal écrite"
                yield page.blame(page.at(match.start()), problem, "copiez-la de nouveau dans la barre d'adresse du navigateur")


def readable(address: str) -> bool:
    """Tell whether an address has parts that can be told apart."""
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True
