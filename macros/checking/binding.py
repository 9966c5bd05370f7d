"""What an answer to the staff rests on binds the staff."""

from __future__ import annotations

from macros.model.base import Renvoi
from macros.model.encadrements import FichierEncadrements
from macros.reading.draft import Draft


def unbinding(draft: Draft, article: Renvoi) -> tuple[str, str] | None:
    """Return the problem and the remedy if a clause's text does not bind the staff, or None; a register in which none does is told elsewhere."""
    register = draft.found(FichierEncadrements)
    registered = {str(t.id): t.oblige_personnel for t in register.encadrements} if register else {}
    if registered.get(article.document, True):
        return None
    binding = sorted(id_ for id_, binds in registered.items() if binds)
    if not binding:
        return None
    return f"« {article} » n'oblige pas le personnel", f"citez un article de : {', '.join(binding)}"
