"""What verdict the clauses of a rule allow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import get_args

from macros.model.plateformes import CodeStatut
from macros.model.regles import CodeVerdict

# What may be answered where a platform has a status: an answer never allows what the status forbids.
BY_STATUS: dict[CodeStatut, Collection[CodeVerdict]] = {
    "approuvee": ("permis", "conditions", "a-clarifier"),
    "autorisation": ("autorisation", "a-clarifier"),
    "toleree": ("conditions", "autorisation", "a-clarifier"),
    "proscrite": ("interdit", "a-clarifier"),
    "hors-champ": ("permis", "conditions", "a-clarifier"),
}


def conflicting(sayings: Iterable[str]) -> bool:
    """Tell whether what clauses say cannot hold together; « silence » contradicts nothing."""
    said = {*sayings} - {"silence"}
    return ("interdit" in said and len(said) > 1) or {"permis", "autorisation"} <= said


def disputed(sayings: Iterable[str]) -> bool:
    """Tell whether clauses ask for different things, even if one can do both: the register must say so."""
    said = {*sayings}
    return conflicting(said) or {"conditions", "autorisation"} <= said


def allowed(sayings: Iterable[str]) -> list[str]:
    """Return the verdicts that clauses allow together.

    All silent, or in conflict: only « a-clarifier ». Otherwise one that a clause says, and « permis » only when
    none sets a condition.
    """
    said = {*sayings} - {"silence"}
    if not said or conflicting(said):
        return ["a-clarifier"]
    return [verdict for verdict in get_args(CodeVerdict) if verdict in said and (verdict != "permis" or len(said) == 1)]


def by_status(status: CodeStatut, limited: bool) -> Collection[CodeVerdict]:
    """Return the verdicts that a status allows; a status with a limited scope (`portee`) forbids what is beyond it."""
    return [*BY_STATUS[status], "interdit"] if limited else BY_STATUS[status]
