"""The site's own code, in plain Python.

mkdocs-macros takes its hooks from this package; `adapter/`, which has them, is the only folder that knows MkDocs, and is
imported when they are asked for, so that nothing else here loads MkDocs.
"""

from __future__ import annotations

from importlib import import_module

HOOKS = ("define_env", "on_post_build", "on_post_page_macros", "on_pre_page_macros")


def __getattr__(name: str) -> object:
    """Return a hook of the adapter. Raises AttributeError for any other name."""
    if name in HOOKS:
        return getattr(import_module("macros.adapter.hooks"), name)
    raise AttributeError(name)
