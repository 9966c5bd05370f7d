"""All the macros, and the expansion of a text that calls them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined

from macros.rendering import (
    calendar_macros,
    class_macros,
    clause_macros,
    data_macros,
    helper_macros,
    list_macros,
    matrix_macros,
    platform_macros,
    sheet_macros,
    site_macros,
)
from macros.rendering.registry import MACROS, Macro

if TYPE_CHECKING:
    from macros.rendering.context import Context

__all__ = [
    "MACROS",
    "calendar_macros",
    "call",
    "class_macros",
    "clause_macros",
    "data_macros",
    "expand",
    "helper_macros",
    "list_macros",
    "matrix_macros",
    "platform_macros",
    "sheet_macros",
    "site_macros",
]


def expand(context: Context, markdown: str) -> str:
    """Return an editor's Markdown with its macro calls replaced by what they give in this context."""
    environment = Environment(undefined=StrictUndefined)
    environment.globals.update({name: partial(call, context, function) for name, function in MACROS.items()})
    return environment.from_string(context.fragments.clean(markdown)).render()


def call(context: Context, function: Macro, *args: Any, **kwargs: Any) -> str:
    """Return what a macro gives, as Markdown."""
    return context.markdown(function(context, *args, **kwargs))
