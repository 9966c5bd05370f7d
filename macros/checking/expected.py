"""What `data/attendus.yml` expects of the content is still true; a change that is meant changes its line there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.checking.runner import Sound, at, checks
from macros.checking.texts import CleanTexts
from macros.clauses.clause import Clause
from macros.mistakes import Mistake
from macros.model.attendus import DocumentAttendu, FichierAttendus, ReponseAttendue, TexteAttendu
from macros.model.base import Modele, Renvoi
from macros.model.formulaires import Formulaire
from macros.model.kinds import of
from macros.model.regles import Regle
from macros.reading.draft import Draft
from macros.reading.models import walk
from macros.reading.nodes import Path_
from macros.rules.facts import Combination, Facts
from macros.typography import french

Wrong = tuple[Path_, str, str]
MEANT = "si ce changement est voulu,"


@checks
def answers(draft: Draft, file: FichierAttendus, facts: Facts) -> Iterator[Mistake]:
    """Ask each expected answer of the rules."""
    for index, expected in enumerate(file.reponses):
        if expected.plateforme in facts.plateformes:
            yield from blamed(draft, ("reponses", index), answer(facts, expected))


def blamed(draft: Draft, path: Path_, found: Iterable[Wrong]) -> Iterator[Mistake]:
    """Yield the mistakes of an expectation."""
    yield from (draft.source(FichierAttendus).blame((*path, *where), problem, remedy) for where, problem, remedy in found)


def answer(facts: Facts, expected: ReponseAttendue) -> Iterator[Wrong]:
    """Compare an expected answer with the only one that the rules give; none, or several, is told elsewhere."""
    question = Combination(expected.plateforme, expected.destinataire, expected.contenu)
    if expected.jour < facts.debut:
        yield ("jour",), f"aucune règle ne vaut avant le {facts.debut}", f"écrivez un jour à partir du {facts.debut}"
        return
    match facts.answering(question, expected.jour):
        case [rule]:
            yield from compared(rule, question, expected)
            yield from uncited(facts, rule, question, expected)


def compared(rule: Regle, question: Combination, expected: ReponseAttendue) -> Iterator[Wrong]:
    """Compare the verdicts."""
    if rule.verdict != expected.verdict:
        asked = f"pour {question}, le {expected.jour}"
        problem = f"la réponse attendue {asked} est « {expected.verdict} », et la règle « {rule.id} » répond « {rule.verdict} »"
        yield ("verdict",), problem, f"{MEANT} écrivez ici « verdict: {rule.verdict} » ; sinon, corrigez la règle ou le statut"


def uncited(facts: Facts, rule: Regle, question: Combination, expected: ReponseAttendue) -> Iterator[Wrong]:
    """Look for each expected clause among those of the rule and of its conditions."""
    conditions = facts.conditions(rule, question, expected.jour)
    cited = {appui.article for appui in facts.held(rule, expected.jour)} | {article for c in conditions for article in c.articles}
    for rank, article in enumerate(expected.articles):
        if article not in cited:
            problem = f"la règle « {rule.id} » ne cite plus « {article} » pour {question}, le {expected.jour}"
            yield ("articles", rank), problem, f"{MEANT} supprimez cette ligne ; sinon, rétablissez l'article dans la règle ou ses conditions"


@checks
def documents(draft: Draft, file: FichierAttendus, forms: Sound[Formulaire]) -> Iterator[Mistake]:
    """Look for the words that each document must keep."""
    for index, expected in enumerate(file.documents):
        for form in at(forms, str(expected.formulaire)):
            yield from blamed(draft, ("documents", index), forgotten(expected, form))


def forgotten(expected: DocumentAttendu, form: Formulaire) -> Iterator[Wrong]:
    """Yield the words that a document no longer says."""
    said, home = words(form), of(Formulaire).file_of(expected.formulaire)
    for rank, kept in enumerate(expected.garde):
        if folded(kept) not in said:
            problem = f"le document « {expected.formulaire} » ne dit plus « {kept} »"
            remedy = f"{MEANT} corrigez cette ligne ou supprimez-la ; sinon, rétablissez ces mots dans {home}"
            yield ("garde", rank), problem, remedy


def words(form: Modele) -> str:
    """Return all the texts of a form, on one line."""
    return folded(" ".join(str(value) for _, value in walk(form) if isinstance(value, str)))


def folded(text: str) -> str:
    """Return a text in lower case, its spaces alike."""
    return " ".join(french(text).casefold().split())


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
    number = sum(1 for cited in citations(draft) if old and old.covers(cited))
    if not old or not number:
        return problem, f"{remedy} ; sinon, rétablissez son numéro"
    others = f"{number} renvois" if number > 1 else "un renvoi"
    return f"{problem}, et {others} à « {old.reference} » ne le visent plus", f"{remedy} et revoyez ces renvois ; sinon, rétablissez son numéro"


def vanished(expected: TexteAttendu, title: str) -> tuple[str, str]:
    """Return what to say of a clause that is no longer there."""
    return f"l'article « {title} » de « {expected.texte} » n'est plus là", f"{MEANT} supprimez cette ligne ; sinon, rétablissez l'article"


def citations(draft: Draft) -> Iterator[Renvoi]:
    """Yield each citation of the data files."""
    for model in draft.sound.values():
        yield from (value for _, value in walk(model) if isinstance(value, Renvoi))


def line(clause: Clause) -> str:
    """Return the line that expects a clause."""
    return f'- "{clause.heading}"'
