"""The macro calls of a text replaced by what they give."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from jinja2 import Environment, StrictUndefined

from macros.rendering.context import Context
from macros.rendering.registry import MACROS, Macro

ENVIRONMENT = Environment(undefined=StrictUndefined)
# The same passage is quoted on many pages: it is compiled once.
compiled = lru_cache(maxsize=4096)(ENVIRONMENT.from_string)
SIGNS = ("{{", "{%", "{#")


def expand(context: Context, markdown: str) -> str:
    """Return an editor's Markdown with its macro calls replaced by what they give in this context."""
    return called(context, context.fragments.clean(markdown))


def called(context: Context, markdown: str) -> str:
    """Return the same of Markdown of ours, which may hold tokens."""
    if not any(sign in markdown for sign in SIGNS):
        # As a template does, which leaves out the end of the last line.
        return markdown.removesuffix("\n")
    return compiled(markdown).render({name: partial(call, context, function) for name, function in MACROS.items()})


def call(context: Context, function: Macro, *args: Any, **kwargs: Any) -> str:
    """Return what a macro gives, as Markdown."""
    return context.markdown(function(context, *args, **kwargs))
