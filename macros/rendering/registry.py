"""The macros that a page may call, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Macro = Callable[..., str]
Tool = TypeVar("Tool", bound=Callable[..., object])

MACROS: dict[str, Macro] = {}
# What a component may call, by the name that its template gives it; the first parameter is the context.
TOOLS: dict[str, Callable[..., object]] = {}


def macro(function: Macro) -> Macro:
    """Register a function as a macro: its first parameter is the context, the others are what the editor writes.

    It returns HTML (`Markup`), which goes as it is in the page, or Markdown.
    """
    MACROS[function.__name__] = function
    return function


def tool(name: str) -> Callable[[Tool], Tool]:
    """Register a function that components may call by a name."""

    def register(function: Tool) -> Tool:
        TOOLS[name] = function
        return function

    return register
