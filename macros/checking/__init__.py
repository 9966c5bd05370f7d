"""What spans files. Each module of this folder holds checks: functions that `runner.py` gives what they take, and that yield mistakes."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from macros.checking import vocabulary
from macros.checking.runner import CHECKS, Check, run
from macros.mistakes import Mistake
from macros.reading.draft import Draft

for module in iter_modules(__path__, f"{__name__}."):
    import_module(module.name)


def of_module(name: str) -> list[Check]:
    """Return the checks of a module."""
    return [function for function in CHECKS if function.__module__ == name]


# Those of our own code, which know nothing of the content.
CODE = [check for module in ("codes", "declared", "templates") for check in of_module(f"{__name__}.{module}")]
# Those of the books that follow the content: it is sound even where they are late.
BOOKS = [check for book in ("expected", "expected_sheets", "expected_texts", "rereading", "notices") for check in of_module(f"{__name__}.{book}")]


def check(draft: Draft, *, books: bool = True) -> list[Mistake]:
    """Return every mistake that shows only when the files are read together; without those of the books unless `books`.

    While the code does not hold together, nothing else can be told but the words that the data lack too. Raises RuntimeError if a
    check was skipped and nothing says why.
    """
    lacking = run(draft, CODE)
    held = of_module(vocabulary.__name__) if lacking else [one for one in CHECKS if books or one not in BOOKS]
    mistakes = [*lacking, *run(draft, held)]
    mistakes += whatever_is_chosen(draft, held, mistakes)
    if draft.skipped and not (mistakes or draft.mistakes):
        raise RuntimeError(f"Skipped without a mistake that says why: {', '.join(draft.skipped)}.")
    return mistakes


def whatever_is_chosen(draft: Draft, held: list[Check], known: list[Mistake]) -> list[Mistake]:
    """Return what else some checks say of each of the values that a mistake leaves a choice of."""
    common: list[Mistake] | None = None
    for reading in draft.readings():
        told = {*run(reading, held)}
        common = [mistake for mistake in (told - {*known} if common is None else common) if mistake in told]
        if not common:
            break
    return common or []
