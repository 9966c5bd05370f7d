"""What an answer to the staff rests on binds the staff."""

from __future__ import annotations

from macros.checking.runner import part
from macros.model.base import Renvoi
from macros.model.encadrements import FichierEncadrements


class Binding(dict[str, bool]):
    """Whether each text of the register binds the staff."""

    def unbinding(self, article: Renvoi) -> tuple[str, str] | None:
        """Return the problem and the remedy if a clause's text does not bind the staff, or None; a register in which none does is told elsewhere."""
        binding = sorted(id_ for id_, binds in self.items() if binds)
        if not binding or self.get(article.document, True):
            return None
        return f"« {article} » n'oblige pas le personnel", f"citez un article de : {', '.join(binding)}"


@part
def binding(register: FichierEncadrements) -> Binding:
    """Return which texts bind the staff."""
    return Binding({str(text.id): text.oblige_personnel for text in register.encadrements})
