"""The macros that a page may call, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Macro = Callable[..., str]
Tool = TypeVar("Tool", bound=Callable[..., object])

MACROS: dict[str, Macro] = {}
# What a component may call, by the name that its template gives it; the first parameter is the context.
TOOLS: dict[str, Callable[..., object]] = {}
# What took a name that another macro, or another tool, has already: the name, the one that keeps it, the other.
TAKEN: list[tuple[str, Callable[..., object], Callable[..., object]]] = []


def macro(function: Macro) -> Macro:
    """Register a function as a macro: its first parameter is the context, the others are what the editor writes.

    It returns HTML (`Markup`), which goes as it is in the page, or Markdown.
    """
    enter(MACROS, function.__name__, function)
    return function


def tool(name: str) -> Callable[[Tool], Tool]:
    """Register a function that components may call by a name."""

    def register(function: Tool) -> Tool:
        enter(TOOLS, name, function)
        return function

    return register


def enter(register: dict[str, Any], name: str, function: Callable[..., object]) -> None:
    """Give a function a name in a register; note a name that is taken, which the check tells."""
    if register.setdefault(name, function) is not function:
        TAKEN.append((name, register[name], function))
