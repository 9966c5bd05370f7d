"""The macro that shows all the things of a kind: the component of the kind's overview, given them by id, as `choses`."""

from __future__ import annotations

from macros.model.kinds import KINDS, Kind
from macros.rendering.context import Context
from macros.rendering.registry import Macro, macro


def overview(kind: Kind) -> Macro:
    """Return the macro of a kind, named as its component."""

    def show(context: Context) -> str:
        return context.render(kind.overview, choses=context.project.all(kind.entry))

    show.__name__ = kind.overview
    return show


for described in KINDS:
    if described.overview:
        macro(overview(described))
