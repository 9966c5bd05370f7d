"""Scripts without what a browser does not read: comments, spaces, the long names of what stays within."""

from __future__ import annotations

import os

try:
    import minify
except ImportError:  # Where no wheel is published (Mac with an Apple processor), scripts are published as they are written.
    minify = None

# While the lines that run are counted, scripts stay as they are written, each in its file.
COUNTED = "SCRIPT_COVERAGE"


def counted() -> bool:
    """Return whether `make couverture` counts the lines of the scripts that run."""
    return COUNTED in os.environ


def minified(code: str) -> str:
    """Return a script that does the same in fewer bytes. Raises ValueError for what is not a script."""
    if minify is None or counted():
        return code
    try:
        return str(minify.string("application/javascript", code))
    except minify.MinifyError as error:
        raise ValueError(f"not a script: {error}") from None
