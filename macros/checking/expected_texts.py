"""What `data/attendus.yml` expects of the texts is still true: the number, the title and the forces of their clauses."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checking.expected import MEANT, Wrong, blamed
from macros.checking.moved_clauses import behind, citing
from macros.checking.runner import at, checks
from macros.checking.texts import Clean, CleanTexts
from macros.clauses.clause import Clause
from macros.mistakes import Mistake
from macros.model.attendus import FichierAttendus, TexteAttendu
from macros.model.base import Renvoi
from macros.reading.draft import Draft
from macros.typography import french


@checks
def forces(draft: Draft, file: FichierAttendus, clean: Clean) -> Iterator[Mistake]:
    """Compare the forces of clauses."""
    for index, expected in enumerate(file.forces):
        for passage in at(clean, expected.article):
            found = [mark.force for mark in passage.clause.marks]
            if found != [*expected.forces]:
                told, written = ("pour force", "écrivez-la") if len(found) == 1 else ("pour forces", "écrivez-les")
                problem = f"l'article « {expected.article} » a maintenant {told} : {', '.join(found)}"
                remedy = f"{MEANT} {written} ici ; sinon, corrigez les lignes sous son titre dans {draft.texts[passage.clause.document].file}"
                yield from blamed(draft, ("forces", index), [(("forces",), problem, remedy)])


@checks
def texts(draft: Draft, file: FichierAttendus, clean: CleanTexts) -> Iterator[Mistake]:
    """Compare the titles of each text."""
    for index, expected in enumerate(file.textes):
        for text in at(clean, str(expected.texte)):
            yield from blamed(draft, ("textes", index), titles(draft, expected, text.clauses))


def titles(draft: Draft, expected: TexteAttendu, clauses: list[Clause]) -> Iterator[Wrong]:
    """Compare the expected clauses of a text with those that it has."""
    new = [clause for clause in clauses if french(clause.heading) not in expected.articles]
    gone = [(rank, title) for rank, title in enumerate(expected.articles) if title not in {french(clause.heading) for clause in clauses}]
    explained = set()
    for rank, title in gone:
        now = moved(title, new) or renamed(title, new)
        explained.add(now)
        yield ("articles", rank), *(changed(draft, title, now, clauses) if now else vanished(expected, title))
    for clause in new:
        if clause not in explained:
            problem = f"l'article « {clause.heading} » de « {expected.texte} » n'est pas attendu"
            yield ("articles",), problem, f"{MEANT} ajoutez la ligne « {line(clause)} » à sa place ; sinon, retirez l'article"
    yield from () if gone or new else out_of_order(expected, [french(clause.heading) for clause in clauses])


def out_of_order(expected: TexteAttendu, headings: list[str]) -> Iterator[Wrong]:
    """Tell the first clause of a text that stands in the place of another one."""
    for rank, (title, heading) in enumerate(zip(expected.articles, headings, strict=False)):
        if title != heading:
            problem = f"dans « {expected.texte} », l'article « {heading} » vient à la place de « {title} »"
            yield ("articles", rank), problem, f"{MEANT} mettez ces lignes dans l'ordre du texte ; sinon, remettez l'article à sa place"
            return


def moved(title: str, new: list[Clause]) -> Clause | None:
    """Return the clause that has the words of a title under another number, or None."""
    return next((clause for clause in new if clause.title and title.endswith(f" {french(clause.title)}")), None)


def renamed(title: str, new: list[Clause]) -> Clause | None:
    """Return the clause that has the number of a title with other words, or None."""
    return next((clause for clause in new if clause.label and title.startswith(f"{french(clause.label)} ")), None)


def changed(draft: Draft, title: str, now: Clause, clauses: list[Clause]) -> tuple[str, str]:
    """Return what to say of a clause that has another number, or another title."""
    old = next((c for c in clauses if c.label and title.startswith(f"{french(c.label)} ")), None)
    problem = f"l'article attendu « {title} » est maintenant « {now.heading} »"
    remedy = f"{MEANT} écrivez ici « {line(now)} »"
    if now == old:
        return problem, f"{remedy} ; sinon, rétablissez son titre"
    number = len(behind(draft, old.reference, [one for one in citing(draft) if old.covers(Renvoi(one.cited))])) if old else 0
    if not old or not number:
        return problem, f"{remedy} ; sinon, rétablissez son numéro"
    others = f"{number} renvois" if number > 1 else "un renvoi"
    return f"{problem}, et {others} à « {old.reference} » ne le visent plus", f"{remedy} et revoyez ces renvois ; sinon, rétablissez son numéro"


def vanished(expected: TexteAttendu, title: str) -> tuple[str, str]:
    """Return what to say of a clause that is no longer there."""
    return f"l'article « {title} » de « {expected.texte} » n'est plus là", f"{MEANT} supprimez cette ligne ; sinon, rétablissez l'article"


def line(clause: Clause) -> str:
    """Return the line that expects a clause."""
    return f'- "{clause.heading}"'
