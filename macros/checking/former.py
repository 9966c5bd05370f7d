"""The content that a proposal starts from, and what it changes of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from macros.history import Hunk, base_of, changes, take_out
from macros.reading.draft import Draft, read
from macros.reading.tree import walk


def former_state(draft: Draft) -> Draft | None:
    """Return the content that the proposal starts from, under the names of now, or None without a history; found once on a draft."""
    if former_state not in draft.memo:
        base = base_of(draft.root)
        with TemporaryDirectory() as folder:
            taken = base and take_out(draft.root, base, Path(folder))
            draft.memo[former_state] = read(Path(folder), walk(Path(folder)), draft.macros, draft.marks) if taken else None
    return draft.memo[former_state]  # type: ignore[no-any-return]


def touched(draft: Draft) -> dict[str, list[Hunk]]:
    """Return the files of the content that a proposal changes, with their lines; none without a history."""
    base = base_of(draft.root)
    return changes(draft.root, base) if base else {}
