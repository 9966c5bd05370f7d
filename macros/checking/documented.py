"""Each published JSON file is described to its readers, beside the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.published.schema import CodeFichier
from macros.reading.draft import Draft
from macros.reading.page import Page

CALL = re.compile(r"{{ *champs\( *[\"'](\w+)[\"'] *\) *}}")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each file that no page describes, after the last of those that are; a site may describe none."""
    described = [found for page in draft.pages.values() for found in descriptions(page)]
    for file in get_args(CodeFichier):
        if described and file not in {name for _, _, name in described}:
            page, line, _ = described[-1]
            problem = f"aucune page ne décrit donnees/{file}.json, que le site publie"
            yield page.blame(line, problem, f'ajoutez à cette page, sous un titre : {{{{ champs("{file}") }}}}')


def descriptions(page: Page) -> Iterator[tuple[Page, int, str]]:
    """Yield the files that a page describes, each with its line."""
    for number, line in enumerate(page.markdown.split("\n"), 1):
        yield from ((page, number, name) for name in CALL.findall(line))
