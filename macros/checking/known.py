"""What exists to be referred to; None where a mistake elsewhere keeps one from knowing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from macros.clauses.clause import Clause
from macros.model.base import Mot, Renvoi
from macros.model.encadrements import FichierEncadrements
from macros.model.kinds import CITED, Kind
from macros.reading.draft import Draft
from macros.words import nearest

Known = Collection[str] | None

# The numbers of clauses named in a remedy, at most.
MOST_SHOWN = 12


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...  # noqa: D102


def ids(items: Iterable[Named]) -> list[str]:
    """Return the items' ids as plain text."""
    return [str(item.id) for item in items]


def known_ids(kind: Kind, draft: Draft) -> Known:
    """Return the known ids of a kind; a platform's file with mistakes counts, so that one mistake is not told twice."""
    return draft.things[kind.entry]


def unknown(value: Mot, draft: Draft) -> tuple[str, str] | None:
    """Return the problem and the remedy if the value refers to nothing, or None."""
    if isinstance(value, Renvoi):
        return unknown_clause(value, draft)
    kind = CITED.get(type(value))
    known = known_ids(kind, draft) if kind else None
    if kind is None or known is None or value in known:
        return None
    return f"{kind.name} « {value} » n'existe pas", f"{nearest(value, list(known))} (voir {kind.where})"


def unknown_clause(value: Renvoi, draft: Draft) -> tuple[str, str] | None:
    """Return what is wrong with a citation, or None; what another mistake explains is not told again."""
    if value in draft.passages or told(value.document, draft):
        return None
    text = draft.texts.get(value.document)
    if text is None:
        return f"le texte « {value.document} » n'existe pas", nearest(value.document, list(draft.texts))
    numbers = [p.number for p in draft.passages.values() if p.clause.document == value.document]
    return f"l'article « {value} » n'existe pas", suggestion(value, numbers, text.clauses)


def told(document: str, draft: Draft) -> bool:
    """Tell whether a text's page has, or lacks, what keeps one from knowing its clauses."""
    text = draft.texts.get(document)
    if text:
        return text.unsure
    register = draft.found(FichierEncadrements)
    return document in draft.unread or (register is not None and document in ids(register.encadrements))


def suggestion(value: Renvoi, numbers: list[str], clauses: list[Clause]) -> str:
    """Return the remedy for a citation that leads nowhere."""
    parent = value.numero.rpartition(".")[0]
    siblings = [n for n in numbers if n.rpartition(".")[0] == parent] or [c.number for c in clauses]
    shown = ", ".join(siblings[:MOST_SHOWN]) + ("…" if len(siblings) > MOST_SHOWN else "")
    return f"citez un article qui existe dans ce texte, par exemple : {shown}"
