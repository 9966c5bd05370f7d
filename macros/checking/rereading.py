"""A clause whose words changed is read again by all that rests on it; `data/relectures.yml` says against which words each was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.checking.former import former_state
from macros.checking.known import unknown
from macros.checking.moved_clauses import behind, stayed_behind
from macros.checking.runner import checks
from macros.checking.texts import Clean
from macros.clauses.fingerprints import EMPHASIS, clause_fingerprint
from macros.clauses.passages import Passage
from macros.comparison import one_side, segments, trimmed
from macros.dependants import BOOKS, CLAUSE, Dependant, dependants, grouped
from macros.mistakes import Mistake, places
from macros.model.avis import FichierAvis
from macros.model.base import IdRole
from macros.model.kinds import PLACES
from macros.model.relectures import FichierRelectures, Relecture
from macros.reading.draft import Draft
from macros.typography import french

# A number that is now that of another clause.
DISPLACED = re.compile(r"« (\S+) » est maintenant ")
# The words shown around a difference, and of a wording in all, at most.
AROUND, LONGEST = 3, 200
WORDS_GONE, ELSEWHERE = "ses mots d'avant ne sont plus là", "citez un autre article, ou retirez ce qui y reposait"
LINE = "- {{ article: {}, mots: {}{} }}"


@checks
def check(draft: Draft, book: FichierRelectures, clean: Clean) -> Iterator[Mistake]:
    """Yield a mistake for each clause that something rests on, and whose words are not those that were read; an empty book follows nothing."""
    lines = {str(one.article): (rank, one) for rank, one in enumerate(book.relectures)}
    for reference, resting in needing(draft, clean).items() if lines else ():
        passage = clean[reference]
        known = lines.get(reference)
        if known is None:
            yield missing(draft, passage, resting)
        elif known[1].mots != clause_fingerprint(passage) and has_known_roles(draft, passage):
            read = {reference: one.mots for reference, (_, one) in lines.items()}
            at = draft.source(FichierRelectures).line(("relectures", known[0]))
            other = another(draft, passage, known[1], read)
            yield renumbered(draft, passage, other, at, resting) if other else changed(draft, passage, known[1], at, resting)


def has_known_roles(draft: Draft, passage: Passage) -> bool:
    """Tell whether each role under a clause's title exists: the force that another one leaves is no new wording."""
    return not any(unknown(IdRole(role), draft) for mark in passage.clause.marks for role in mark.roles)


def needing(draft: Draft, clean: Clean) -> dict[str, list[Dependant]]:
    """Return what rests on each clause, but for the texts and the books that follow the content."""
    found: dict[str, list[Dependant]] = {}
    for one in dependants(draft):
        if one.file not in BOOKS and one.kind != CLAUSE:
            for reference in filter(clean.__contains__, (one.cited, *one.parts(clean))):
                found.setdefault(reference, []).append(one)
    return found


def missing(draft: Draft, passage: Passage, resting: list[Dependant]) -> Mistake:
    """Return the mistake of a clause that the book does not follow; it may have taken a number that is still cited for another."""
    now, left = stayed_behind(draft, passage.reference)
    if left:
        other = (words_at(now), f"citez « {now} »") if now else (WORDS_GONE, ELSEWHERE)
        return of_another(draft, passage, other, left, f"ajoutez la ligne {line(passage, ', sens: autre')}")
    problem = f"l'article « {passage.reference} » n'a pas de ligne ici, et {in_brief(resting)} en {depend(resting)}"
    return draft.source(FichierRelectures).blame(("relectures",), problem, f"ajoutez la ligne {line(passage, '')}")


def changed(draft: Draft, passage: Passage, known: Relecture, at: int, resting: list[Dependant]) -> Mistake:
    """Return the mistake of a clause whose words changed since it was read."""
    problem = f"les mots de « {passage.reference} » ont changé{wordings(draft, passage)} ; en {depend(resting)} {in_brief(resting)}"
    where = places(Mistake(one.file, one.line, "", "") for one in resting)
    same = line(passage, f", sens: inchange, depuis: {known.depuis or known.mots}")
    notice = announced(draft, passage, known)
    other = line(passage, f", sens: change, avis: {notice or slug(passage.reference)}")
    choice = f"par {same} si le sens reste le même, ou sinon par {other}{'' if notice else ' et ajoutez cet avis à data/avis.yml'}"
    remedy = f"relisez {where} ; puis, dans data/relectures.yml, remplacez la ligne {at} {choice}"
    return Mistake(draft.texts[passage.clause.document].file, start(passage), problem, remedy)


def announced(draft: Draft, passage: Passage, known: Relecture) -> str | None:
    """Return the notice that tells the change of a clause, if there is one besides that of the words that were read."""
    book = draft.sound.get(PLACES[FichierAvis])
    notices = book.avis if isinstance(book, FichierAvis) else ()
    about = (str(one.id) for one in notices if any(str(part.article) == passage.reference for part in one.articles))
    return next((id_ for id_ in about if id_ != known.avis), None)


def depend(resting: list[Dependant]) -> str:
    """Return the verb of what rests on a clause."""
    return "dépendent" if len(resting) > 1 else "dépend"


def slug(reference: str) -> str:
    """Return an id that names a clause."""
    return reference.replace("/", "-").replace(".", "-")


def another(draft: Draft, passage: Passage, known: Relecture, read: Mapping[str, str]) -> tuple[str, str] | None:
    """Return how to say that a number is now that of another clause, and what to do with what cites it; None if only its words changed."""
    if now := moved(draft, known, read):
        return words_at(now), f"citez « {now} »"
    if before := taken(draft, passage, read):
        return f"l'article qui était « {before} », et {WORDS_GONE}", ELSEWHERE
    return None


def words_at(now: str) -> str:
    """Return how to say that a number is that of another clause, whose words are now under a number."""
    return f"un autre article, et ses mots sont à « {now} »"


def taken(draft: Draft, passage: Passage, read: Mapping[str, str]) -> str | None:
    """Return the number under which were read the words that a clause now has, if it is another one, and only one, that no longer has them."""
    words = clause_fingerprint(passage)
    kept = {reference for reference, now in draft.passages.items() if clause_fingerprint(now) == words}
    lost = [reference for reference, mots in read.items() if mots == words and reference not in kept]
    return lost[0] if len(lost) == 1 else None


def moved(draft: Draft, known: Relecture, read: Mapping[str, str]) -> str | None:
    """Return the number under which the words that were read now are, if it is another one, and only one."""
    same = [
        reference for reference, passage in draft.passages.items() if clause_fingerprint(passage) == known.mots and read.get(reference) != known.mots
    ]
    return same[0] if len(same) == 1 else None


def renumbered(draft: Draft, passage: Passage, other: tuple[str, str], at: int, resting: list[Dependant]) -> Mistake:
    """Return the mistake of a number whose clause went under another one, or is gone."""
    confirm = f"remplacez la ligne {at} de data/relectures.yml par {line(passage, ', sens: autre')}"
    return of_another(draft, passage, other, behind(draft, passage.reference, resting), confirm)


def of_another(draft: Draft, passage: Passage, other: tuple[str, str], left: list[Dependant], confirm: str) -> Mistake:
    """Return the mistake of a number that is another clause's, with what still cites it and the line that says that this is meant."""
    said, to_do = other
    cited, remedy = "tout ce qui le cite a été revu", confirm
    if left:
        where = places(Mistake(one.file, one.line, "", "") for one in left)
        in_words = ", ou son numéro dans une phrase" if any(one.spoken for one in left) else ""
        cited, remedy = f"le citent {in_brief(left)}", f"{to_do}{in_words} : {where} ; si ce qui reste vise ce nouvel article, {confirm}"
    return Mistake(draft.texts[passage.clause.document].file, start(passage), f"« {passage.reference} » est maintenant {said} ; {cited}", remedy)


def start(passage: Passage) -> int:
    """Return the line where a clause or a letter begins."""
    clause = passage.clause
    letter = next((found.line for found in clause.letters if passage.number == f"{clause.number}.{found.letter}"), None)
    return clause.line if letter is None else clause.body_line + letter


def line(passage: Passage, rest: str) -> str:
    """Return the line of the book for the words that a clause has."""
    return LINE.format(passage.reference, clause_fingerprint(passage), rest)


def in_brief(resting: list[Dependant]) -> str:
    """Return how many things of each kind rest on a clause."""
    return ", ".join(f"{len(found)} {kind[len(found) > 1]}" for kind, found in grouped(resting).items())


def wordings(draft: Draft, passage: Passage) -> str:
    """Return both wordings of a clause around what differs, or nothing if the former is not known."""
    base = former_state(draft)
    former = base.passages.get(passage.reference) if base else None
    if former is None:
        return ""
    found = trimmed(segments(*(plain(one.markdown) for one in (former, passage))), AROUND)
    sides = [one_side(found, other)[:LONGEST] for other in ("new", "gone")]
    return f" (avant : {sides[0]} · maintenant : {sides[1]})" if sides[0] != sides[1] else " (la force ou les rôles)"


def plain(text: str) -> str:
    """Return the words of a clause on one line, as one reads them."""
    return " ".join(EMPHASIS.sub("", french(text)).split())


HEADER = """\
# Les mots de chaque article contre lesquels ce qui en dépend a été relu. Quand un article change, la vérification donne
# la ligne à mettre à la place de la sienne : « sens: inchange » pour une coquille, « sens: change » sinon.
relectures:
"""


def written(draft: Draft) -> str:
    """Return the book with a line for each clause and letter, in the order of the texts: its own if there is one, else that of its words."""
    book = draft.sound.get(PLACES[FichierRelectures])
    own = {str(one.article): one for one in book.relectures} if isinstance(book, FichierRelectures) else {}
    lines = [f"  {kept(own[reference]) if reference in own else line(passage, '')}\n" for reference, passage in draft.passages.items()]
    return HEADER + "".join(lines)


def kept(one: Relecture) -> str:
    """Return a line of the book as it is."""
    values = {"sens": one.sens, "depuis": one.depuis, "avis": one.avis}
    rest = "".join(f", {key}: {value}" for key, value in values.items() if value)
    return LINE.format(one.article, one.mots, rest)
