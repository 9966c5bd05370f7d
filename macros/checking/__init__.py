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
CODE = [check for module in ("codes", "declared", "overviews", "templates") for check in of_module(f"{__name__}.{module}")]
# Those of the books that follow the content: it is sound even where they are late.
BOOKS = [check for book in ("expected", "expected_sheets", "expected_texts", "rereading", "notices") for check in of_module(f"{__name__}.{book}")]


def check(draft: Draft, *, books: bool = True) -> list[Mistake]:
    """Return every mistake that shows only when the files are read together; without those of the books unless `books`.

    While the code does not hold together, nothing else can be told but the words that the data lack too. Raises RuntimeError if a
    check was skipped and nothing says why.
    """
    lacking = run(draft, CODE)
    held = of_module(vocabulary.__name__) if lacking else [one for one in CHECKS if books or one not in BOOKS]
    mistakes = whatever_is_chosen(draft, held, [*lacking, *run(draft, held)])
    if draft.skipped and not (mistakes or draft.mistakes):
        raise RuntimeError(f"Skipped without a mistake that says why: {', '.join(draft.skipped)}.")
    return mistakes


def whatever_is_chosen(draft: Draft, held: list[Check], known: list[Mistake]) -> list[Mistake]:
    """Return what some checks told, with what else they say of each of the values that a mistake leaves a choice of.

    What they said otherwise while the value was unknown, at the same place, is not said twice.
    """
    common: list[Mistake] | None = None
    told: set[Mistake] = set()
    for reading in draft.readings():
        found = run(reading, held)
        told |= {*found}
        common = [mistake for mistake in (found if common is None else common) if mistake in found and mistake not in known]
        if not common:
            break
    places = {(mistake.file, mistake.line) for mistake in common or ()}
    return [*(mistake for mistake in known if mistake in told or (mistake.file, mistake.line) not in places), *(common or ())]
