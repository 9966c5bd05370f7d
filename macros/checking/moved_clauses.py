"""The clauses that a proposal puts under another number, and the citations that it leaves behind."""

from __future__ import annotations

from collections import Counter

from macros.checking.former import former_state
from macros.clauses.fingerprints import bare, clause_fingerprint
from macros.clauses.passages import Passage
from macros.comparison import likeness
from macros.dependants import Dependant, dependants
from macros.model.kinds import PLACES
from macros.model.relectures import SENSES, FichierRelectures
from macros.reading.draft import Draft

# How alike two wordings must be to be those of one clause.
ALIKE = 0.7


def moved(old: Draft, new: Draft) -> dict[str, str]:
    """Return the number under which the words of each clause or letter now are, if it is another; nothing if they are gone and it is another's."""
    free = {reference: passage for reference, passage in new.passages.items() if differs(old, reference, passage)}
    found: dict[str, str] = {}
    for reference, passage in old.passages.items():
        if differs(new, reference, passage) and (now := counterpart(reference, passage, new, free)):
            found[reference] = now
    return {**found, **{reference: "" for reference in found.values() if reference in old.passages and reference not in found}}


def differs(other: Draft, reference: str, passage: Passage) -> bool:
    """Tell whether the other state has other words, or none, under a number."""
    there = other.passages.get(reference)
    return there is None or bare(there.markdown) != bare(passage.markdown)


def counterpart(reference: str, passage: Passage, new: Draft, free: dict[str, Passage]) -> str | None:
    """Return the number under which the words of a clause now are: the same words, or nearly and nowhere else; None if they did not move."""
    there = new.passages.get(reference)
    here = likeness(bare(passage.markdown), bare(there.markdown)) if there else 0.0
    near = {
        other: alike
        for other, candidate in free.items()
        if other != reference and same_sort(passage, candidate) and (alike := closeness(passage, candidate)) >= ALIKE
    }
    best = max(near, key=lambda other: near[other], default=None)
    return best if best and near[best] > here and [*near.values()].count(near[best]) == 1 else None


def same_sort(passage: Passage, other: Passage) -> bool:
    """Tell whether both are clauses, or letters, of one text."""
    letters = [one.number != one.clause.number for one in (passage, other)]
    return passage.clause.document == other.clause.document and letters[0] == letters[1]


def closeness(passage: Passage, other: Passage) -> float:
    """Return how alike two clauses are, by their titles and their words."""
    return likeness(f"{passage.title} {bare(passage.markdown)}", f"{other.title} {bare(other.markdown)}")


def astray(old: Draft, new: Draft, moves: dict[str, str]) -> list[Dependant]:
    """Return the citations of a number that lost its clause, which the proposal neither changed nor settled."""
    settled, before, after = confirmed(new), by_owner(old), by_owner(new)
    left = {owner: stayed(before.get(owner, Counter()), found, moves) for owner, found in after.items()}
    found: list[Dependant] = []
    for one in citing(new):
        if one.cited not in settled and left[one.owner][one.cited] > 0:
            left[one.owner][one.cited] -= 1
            found.append(one)
    return found


def stayed(before: Counter[str], after: Counter[str], moves: dict[str, str]) -> Counter[str]:
    """Return how many citations of each number that lost its clause a thing has kept, those that followed a clause to that number put apart."""
    followed: Counter[str] = Counter()
    for reference, now in moves.items():
        followed[now] += max(0, before[reference] - after[reference])
    return Counter({reference: min(before[reference], after[reference] - followed[reference]) for reference in moves})


def by_owner(draft: Draft) -> dict[tuple[str, ...], Counter[str]]:
    """Return what each thing cites, and how often."""
    found: dict[tuple[str, ...], Counter[str]] = {}
    for one in citing(draft):
        found.setdefault(one.owner, Counter())[one.cited] += 1
    return found


def citing(draft: Draft) -> list[Dependant]:
    """Return all that cites a clause, but for the book that says which words were read: its line follows the number."""
    return [one for one in dependants(draft) if one.file != PLACES[FichierRelectures]]


def confirmed(draft: Draft) -> set[str]:
    """Return the numbers whose new clause is meant by the citations that stay (« sens: autre »)."""
    file = draft.found(FichierRelectures)
    read_again = file.relectures if file else []
    return {str(one.article) for one in read_again if one.sens and SENSES[one.sens].moved and now_reads(draft, str(one.article), one.mots)}


def now_reads(draft: Draft, reference: str, words: str) -> bool:
    """Tell whether a clause has the words of a fingerprint."""
    return reference in draft.passages and clause_fingerprint(draft.passages[reference]) == words


def behind(draft: Draft, reference: str, resting: list[Dependant]) -> list[Dependant]:
    """Return what still cites a number that is now another clause's, without what the proposal has it cite; all of it if what was is not known."""
    moves, left = left_behind(draft)
    return [one for one in resting if one in left] if reference in moves else resting


def stayed_behind(draft: Draft, reference: str) -> tuple[str, list[Dependant]]:
    """Return the number of the words that a number had, and what a proposal leaves citing it; nothing if they did not move, or if none is known."""
    moves, left = left_behind(draft)
    return moves.get(reference, ""), [one for one in citing(draft) if one in left and one.cited == reference]


def left_behind(draft: Draft) -> tuple[dict[str, str], set[Dependant]]:
    """Return the clauses that moved since the base, and the citations that did not follow; none without a history; found once on a draft."""
    if left_behind not in draft.memo:
        former = former_state(draft)
        moves = moved(former, draft) if former else {}
        draft.memo[left_behind] = moves, {*astray(former, draft, moves)} if former else set()
    return draft.memo[left_behind]  # type: ignore[no-any-return]
