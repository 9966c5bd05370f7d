"""The macro calls of a text replaced by what they give."""

from __future__ import annotations

from functools import partial
from typing import Any

from jinja2 import Environment, StrictUndefined

from macros.rendering.context import Context
from macros.rendering.registry import MACROS, Macro


def expand(context: Context, markdown: str) -> str:
    """Return an editor's Markdown with its macro calls replaced by what they give in this context."""
    return called(context, context.fragments.clean(markdown))


def called(context: Context, markdown: str) -> str:
    """Return the same of Markdown of ours, which may hold tokens."""
    environment = Environment(undefined=StrictUndefined)
    environment.globals.update({name: partial(call, context, function) for name, function in MACROS.items()})
    return environment.from_string(markdown).render()


def call(context: Context, function: Macro, *args: Any, **kwargs: Any) -> str:
    """Return what a macro gives, as Markdown."""
    return context.markdown(function(context, *args, **kwargs))
