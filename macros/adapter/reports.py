"""How mistakes stop a build of MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import Abort

from macros.mistakes import MistakesError, annotate


@contextmanager
def told() -> Iterator[None]:
    """Stop the build with the report of the mistakes that are raised within. Raises Abort with it."""
    try:
        yield
    except MistakesError as error:
        if notes := annotate(error.mistakes):
            print(notes)
        raise Abort(str(error)) from None
