"""The « Puis-je? » helper: three questions; its answers are in a script of their own, read at the first touch."""

from __future__ import annotations

from macros.rendering.context import Context
from macros.rendering.helper_answers import FOLDER, SCRIPT
from macros.rendering.platform_macros import address
from macros.rendering.registry import macro


@macro
def puis_je(context: Context) -> str:
    """Ask three questions and answer at once, from every answer of the rules."""
    return context.render(
        "puis-je",
        fiches={id_: context.link(address(id_)) for id_ in context.project.plateformes},
        debut=context.project.facts.debut,
        dossier=context.link(FOLDER),
        script=context.link(SCRIPT),
    )
