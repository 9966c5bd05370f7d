"""The macros that a page may call, by name."""

from __future__ import annotations

from collections.abc import Callable

Macro = Callable[..., str]

MACROS: dict[str, Macro] = {}


def macro(function: Macro) -> Macro:
    """Register a function as a macro: its first parameter is the context, the others are what the editor writes.

    It returns HTML (`Markup`), which goes as it is in the page, or Markdown.
    """
    MACROS[function.__name__] = function
    return function
