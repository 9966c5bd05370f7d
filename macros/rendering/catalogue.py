"""All the macros: importing this module registers those of each module of its folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from macros import rendering
from macros.rendering.registry import MACROS

for module in iter_modules(rendering.__path__, f"{rendering.__name__}."):
    import_module(module.name)

__all__ = ["MACROS"]
