"""What a proposal has taken away while other things still rest on it: told once, where it was, with all that rests on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from macros.checking.former import former_state, touched
from macros.checking.known import known_ids, unknown
from macros.clauses.fingerprints import clause_fingerprint
from macros.comparison import likeness
from macros.history import Hunk
from macros.mistakes import Mistake, places
from macros.model.base import Modele, Mot, Renvoi
from macros.model.kinds import CITED
from macros.reading.draft import Draft
from macros.reading.models import walk as walk_leaves

# How alike two things must be to be the same one under another id.
ALIKE = 0.8


def settled(draft: Draft, mistakes: list[Mistake]) -> list[Mistake]:
    """Return the mistakes as the editor of a proposal needs them: what it took away told once, and what it changed told first.

    Without a history, or without any change since the base, the mistakes come back as they are.
    """
    changed = touched(draft) if mistakes else {}
    if not changed:
        return mistakes
    former = former_state(draft)
    told = gathered_by_removal(draft, former, mistakes, changed) if former else mistakes
    return [replace(mistake, rank=-1) if touches(changed, mistake) else mistake for mistake in told]


def touches(changed: Mapping[str, list[Hunk]], mistake: Mistake) -> bool:
    """Tell whether a mistake stands on a line that the proposal changed, or just after one that it took away."""
    return any(mistake.line in after or (not after and mistake.line in (after.start, after.start + 1)) for _, after in changed.get(mistake.file, ()))


def gathered_by_removal(draft: Draft, before: Draft, mistakes: list[Mistake], changed: Mapping[str, list[Hunk]]) -> list[Mistake]:
    """Return the mistakes, those that name something which the base had as one for each such thing."""
    gone = {wrong[0]: value for value in every(before) if (wrong := unknown(value, draft))}
    resting: dict[str, list[Mistake]] = {}
    for mistake in mistakes:
        if mistake.problem in gone:
            resting.setdefault(mistake.problem, []).append(mistake)
    kept = [mistake for mistake in mistakes if mistake.problem not in gone]
    return [*kept, *(removal(draft, before, gone[problem], found, changed) for problem, found in resting.items())]


def every(before: Draft) -> Iterator[Mot]:
    """Yield all that the base had and that may be cited."""
    yield from map(Renvoi, before.passages)
    for cited, kind in CITED.items():
        yield from map(cited, known_ids(kind, before) or ())


def removal(draft: Draft, before: Draft, value: Mot, resting: list[Mistake], changed: Mapping[str, list[Hunk]]) -> Mistake:
    """Return the mistake of something that is gone, where it was, with what still rests on it."""
    name = called(draft, value)
    at = place(before, value, changed, draft.tree.files) or (min(resting).file, min(resting).line)
    rests = f"ce qui en dépend : {places(resting)}"
    if now := moved(draft, before, value):
        problem = f"vous venez de renuméroter {name} : c'est maintenant « {now} »"
        return Mistake(*at, problem, f"citez « {now} » dans ce qui en dépend : {places(resting)}", rank=-1)
    if now := renamed(draft, before, value):
        problem = f"vous venez de renommer {name} : c'est maintenant « {now} »"
        return Mistake(*at, problem, f"rétablissez « {value} », ou écrivez « {now} » dans ce qui en dépend : {places(resting)}", rank=-1)
    return Mistake(*at, f"vous venez de retirer ou de renommer {name}", f"annulez ce changement, ou corrigez {rests}", rank=-1)


def called(draft: Draft, value: Mot) -> str:
    """Return what a message calls something that is gone: a clause, all its text, or a thing of the data."""
    if not isinstance(value, Renvoi):
        return f"{CITED[type(value)].name} « {value} »"
    return f"l'article « {value} »" if value.document in draft.texts else f"le texte « {value.document} »"


def moved(draft: Draft, before: Draft, value: Mot) -> str | None:
    """Return the clause whose words are now those that another one had, if there is one, and one only."""
    if value not in before.passages:
        return None
    words = clause_fingerprint(before.passages[value])
    found = [
        reference
        for reference, passage in draft.passages.items()
        if reference not in before.passages or passage.clause != before.passages[reference].clause
    ]
    same = [reference for reference in found if clause_fingerprint(draft.passages[reference]) == words]
    return same[0] if len(same) == 1 else None


def renamed(draft: Draft, before: Draft, value: Mot) -> str | None:
    """Return the id under which a thing of the data now is, with the same words or nearly, if there is one, and one only."""
    kind = CITED.get(type(value))
    former = (before.things[kind.entry] or {}).get(value) if kind else None
    if kind is None or former is None:
        return None
    fresh = {id_: thing for id_, thing in (draft.things[kind.entry] or {}).items() if thing and id_ not in (before.things[kind.entry] or {})}
    near = [id_ for id_, thing in fresh.items() if likeness(said(former), said(thing)) >= ALIKE]
    return near[0] if len(near) == 1 else None


def said(thing: Modele) -> str:
    """Return all that is said of a thing but its id."""
    return " ".join(str(value) for path, value in walk_leaves(thing) if path != ("id",))


def place(before: Draft, value: Mot, changed: Mapping[str, list[Hunk]], present: Collection[str]) -> tuple[str, int] | None:
    """Return the file and the line, as they are now, where something was described; None if its file is gone."""
    file, line = described(before, value)
    hunk = next((after for lines, after in changed.get(file, ()) if line in lines), None)
    return (file, max(hunk.start, 1)) if hunk is not None and file in present else None


def described(before: Draft, value: Mot) -> tuple[str, int]:
    """Return the file and the line where the base described something."""
    if isinstance(value, Renvoi):
        clause = before.passages[value].clause
        letter = next((found.line for found in clause.letters if value == f"{clause.reference}.{found.letter}"), None)
        return before.texts[clause.document].file, clause.line if letter is None else clause.body_line + letter
    kind = CITED[type(value)]
    file = kind.file_of(value)
    rank = next((index for index, id_ in enumerate(known_ids(kind, before) or ()) if id_ == value), 0)
    return file, 1 if kind.alone else before.sources[file].line((kind.key, rank, "id"))
