"""What verdict the clauses of a rule allow, by what each verdict means (`macros/model/meanings.py`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from macros.model.meanings import STATUSES, VERDICTS
from macros.model.plateformes import CodeStatut
from macros.model.regles import CodeVerdict


def spoken(sayings: Iterable[str]) -> list[CodeVerdict]:
    """Return what clauses say, each thing once; a silent one says nothing."""
    said = {*sayings}
    return [verdict for verdict in VERDICTS if verdict in said]


def conflicting(sayings: Iterable[str]) -> bool:
    """Tell whether what clauses say cannot hold together; « silence » contradicts nothing."""
    said = spoken(sayings)
    return any(other in VERDICTS[verdict].against for verdict in said for other in said)


def disputed(sayings: Iterable[str]) -> bool:
    """Tell whether clauses ask for different things, even if one can do both: the register must say so."""
    said = spoken(sayings)
    return conflicting(said) or any(other in VERDICTS[verdict].apart for verdict in said for other in said)


def allowed(sayings: Iterable[str]) -> list[CodeVerdict]:
    """Return the verdicts that clauses allow together.

    All silent, or in conflict: only « a-clarifier ». Otherwise one that a clause says, and « permis » only when
    none sets a condition.
    """
    said = spoken(sayings)
    if not said or conflicting(said):
        return [verdict for verdict, meaning in VERDICTS.items() if not meaning.settled]
    return [verdict for verdict in said if not VERDICTS[verdict].alone or len(said) == 1]


def by_status(status: CodeStatut, limited: bool) -> Collection[CodeVerdict]:
    """Return the verdicts that a status allows; a status with a limited scope (`portee`) forbids what is beyond it."""
    beyond = [verdict for verdict, meaning in VERDICTS.items() if meaning.refuses and limited]
    return [*STATUSES[status].allows, *beyond]
