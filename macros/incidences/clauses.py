"""Clauses that changed, that came, that went, and that have another number; with all that rests on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.checking.moved_clauses import astray, moved
from macros.clauses.fingerprints import bare
from macros.clauses.passages import Passage
from macros.dependants import Dependant, grouped, resting
from macros.incidences.report import Item, Section, compared
from macros.incidences.states import Both
from macros.mistakes import Mistake, places
from macros.reading.draft import Draft
from macros.typography import french
from macros.words import many

# A clause named within another.
CALL = re.compile(r"""{{\s*\w+\(\s*["']?([^"'{}]*?)["']?\s*\)\s*}}""")
# How binding a clause is, in its words.
BINDING = re.compile(
    r"\b(?:doit|doivent|devez|devra|devront|devrai\w*|peut|peuvent|pouvez|pourr\w+|recommand\w+|privilégi\w+|interdi\w+|proscri\w+|permis\w*"
    r"|lorsque possible)\b",
    re.I,
)
# The names shown of each kind of dependant.
SHOWN = 3


def changed(both: Both) -> Section:
    """Return the clauses whose words, force or title changed, those that came and those that went."""
    old, new = both.before.draft, both.after.draft
    moves = moved(old, new)
    return Section("Articles changés", [*edited(old, new, moves), *come_and_gone(old, new, moves)])


def edited(old: Draft, new: Draft, moves: dict[str, str]) -> Iterator[Item]:
    """Yield the clauses that kept their number, or have another one, with other words; of a letter, only its clause is told."""
    for reference, passage in clauses(old):
        now = new.passages.get(moves.get(reference, reference))
        if now and written(passage) != written(now):
            brief, more = on(new, now.reference)
            yield compared(titled(new, now), written(passage), written(now), [*unmoved(passage, now), *brief], more)


def unmoved(before: Passage, after: Passage) -> Iterator[str]:
    """Ask whether the forces of a clause still hold, where the words that say how binding it is changed and they did not."""
    tell = [Counter(word.lower() for word in BINDING.findall(bare(passage.markdown))) for passage in (before, after)]
    if tell[0] != tell[1] and before.clause.marks == after.clause.marks:
        words = ", ".join(f"«\u00a0{word}\u00a0»" for word in sorted({*(tell[0] - tell[1]), *(tell[1] - tell[0])}))
        yield f"Des mots qui disent la force ont changé ({words}), pas la ligne sous le titre ({forces(after)}) : est-elle encore juste?"


def clauses(draft: Draft) -> Iterator[tuple[str, Passage]]:
    """Yield the clauses, without their letters, by citation."""
    yield from ((reference, passage) for reference, passage in draft.passages.items() if passage.number == passage.clause.number)


def written(passage: Passage) -> str:
    """Return what a clause is: its title, its forces and its words, on one line."""
    words = CALL.sub(r"\1", passage.markdown.replace("**", ""))
    return " ".join(french(f"{passage.title}. {forces(passage)}. {words}").split())


def forces(passage: Passage) -> str:
    """Return the forces of a clause with the roles that each binds, on one line."""
    return " · ".join(f"{mark.said}{f' ({mark.nuance})' if mark.nuance else ''} : {', '.join(mark.roles)}" for mark in passage.clause.marks)


def come_and_gone(old: Draft, new: Draft, moves: dict[str, str]) -> Iterator[Item]:
    """Yield the clauses that have no counterpart in the other state."""
    for reference, passage in clauses(new):
        if reference not in moves.values() and (reference not in old.passages or reference in moves):
            yield compared(f"Nouvel article : {titled(new, passage)}", "", written(passage))
    for reference, passage in clauses(old):
        if moves.get(reference, reference) not in new.passages:
            yield compared(f"Article retiré : {titled(old, passage)}", written(passage), "", *on(old, reference))


def titled(draft: Draft, passage: Passage) -> str:
    """Return a clause's citation and title."""
    return f"{passage.reference} · {french(passage.title)}" if passage.title else passage.reference


def on(draft: Draft, reference: str) -> tuple[list[str], list[str]]:
    """Return what rests on a clause, by kinds in few words, then place by place."""
    kinds = grouped(resting(draft, reference))
    if not kinds:
        return ["Rien ne repose sur cet article."], []
    brief = ["Reposent sur cet article : " + " · ".join(in_brief(kind, found) for kind, found in kinds.items())]
    return brief, [f"{kind[0]} « {one.name} » ({one.file}:{one.line})" for kind, found in kinds.items() for one in found]


def in_brief(kind: tuple[str, str], found: list[Dependant]) -> str:
    """Return how many things of a kind there are, and the names of the first."""
    names = ", ".join(one.name for one in found[:SHOWN])
    return f"{many(len(found), *kind)} ({names}{'…' if len(found) > SHOWN else ''})"


def renumbered(both: Both) -> Section:
    """Return the clauses whose words are under another number, and the citations that now point elsewhere: these must be settled."""
    old, new = both.before.draft, both.after.draft
    moves = moved(old, new)
    left = astray(old, new, moves)
    items = [move(new, reference, now, [one for one in left if one.cited == reference]) for reference, now in moves.items()]
    return Section("Articles renumérotés ou déplacés", items, SETTLE if left else "", [*unsettled(moves, left)])


SETTLE = (
    "Un renvoi qui n'a pas changé vise maintenant un autre article. Pour chacun : citez le nouveau numéro dans cette proposition ; ou, si le renvoi "
    "doit viser l'article qui porte maintenant ce numéro, écrivez « sens: autre » à la ligne de celui-ci dans data/relectures.yml. Vous pouvez aussi "
    "donner au nouvel article un numéro qui n'en déplace aucun."
)


def move(new: Draft, reference: str, now: str, left: list[Dependant]) -> Item:
    """Return what is said of a clause that moved."""
    title = (
        f"{reference} est maintenant {now} · {french(new.passages[now].title)}" if now else f"{reference} est retiré, et un autre a pris son numéro"
    )
    if not left:
        return Item(title, notes=("Aucun renvoi à l'ancien numéro n'est resté sans réponse.",))
    kinds = grouped(left)
    note = f"Ne visent plus le même article : {' · '.join(in_brief(kind, found) for kind, found in kinds.items())}"
    return Item(title, notes=(note,), more=tuple(f"{one.kind[0]} « {one.name} » ({one.file}:{one.line})" for one in left))


def unsettled(moves: dict[str, str], left: list[Dependant]) -> Iterator[Mistake]:
    """Yield a mistake for each clause that moved while citations stayed."""
    for reference, now in moves.items():
        if rest := [Mistake(one.file, one.line, "", "") for one in left if one.cited == reference]:
            first, total = min(rest), many(len(rest), "renvoi", "renvois")
            became, cite = (f"est maintenant « {now} »", f"« {now} »") if now else ("est maintenant un autre article", "un autre article")
            remedy = f"citez {cite}, ou écrivez « sens: autre » à la ligne de « {reference} » dans data/relectures.yml ; voyez {places(rest)}"
            yield Mistake(first.file, first.line, f"l'article « {reference} » {became} : {total} à revoir", remedy)
