"""The questions of the self-assessments that reopen in what readers saved."""

from __future__ import annotations

from collections.abc import Sequence

from macros.clauses.fingerprints import fingerprint
from macros.incidences.report import Item, Section
from macros.incidences.states import Both
from macros.model.listes import Fait, Liste, Question
from macros.project import Project
from macros.words import many

MOST_NAMED = 6


def reopened(both: Both) -> Section:
    """Return, by list, the questions of which a saved answer is to be given again, those that are gone and those that are new."""
    if both.whole is None:
        return Section("Réponses enregistrées par les lecteurs", [])
    old, new = both.whole
    found = [item for id_, liste in new.listes.items() if (item := told(old, new, old.listes.get(id_), liste))]
    gone = [
        Item(f"{liste.titre} · retirée", notes=("Les réponses enregistrées ne paraissent plus.",))
        for id_, liste in old.listes.items()
        if id_ not in new.listes
    ]
    return Section("Réponses enregistrées par les lecteurs", [*found, *gone])


def told(old: Project, new: Project, former: Liste | None, liste: Liste) -> Item | None:
    """Return what a list changes for who answered it, or None."""
    if former is None:
        return Item(liste.titre, notes=(f"Nouvelle liste : {many(len(liste.questions), 'question', 'questions')}.",))
    before = {question.id: question for question in former.questions}
    now = {question.id for question in liste.questions}
    changed = [question for question in liste.questions if question.id in before and marks(old, before[question.id]) != marks(new, question)]
    notes = [
        counted(reworded(former, liste), "sur la situation se rouvre", "sur la situation se rouvrent"),
        counted(changed, "se rouvre", "se rouvrent"),
        counted(
            [question for question in former.questions if question.id not in now],
            "est retirée (la réponse paraît à part)",
            "sont retirées (les réponses paraissent à part)",
        ),
        counted([question for question in liste.questions if question.id not in before], "est nouvelle", "sont nouvelles"),
    ]
    said = tuple(filter(None, notes))
    return Item(liste.titre, notes=said, more=tuple(why(old, new, before[question.id], question) for question in changed)) if said else None


def reworded(former: Liste, liste: Liste) -> list[Fait]:
    """Return the facts of a list that are asked in other words: what was answered no longer counts."""
    before = {fait.id: fingerprint(fait.question) for fait in former.faits}
    return [fait for fait in liste.faits if before.get(fait.id, fingerprint(fait.question)) != fingerprint(fait.question)]


def counted(questions: Sequence[Question | Fait], one: str, several: str) -> str:
    """Return how many questions something happens to, and which; nothing for none."""
    if not questions:
        return ""
    names = ", ".join(question.id for question in questions[:MOST_NAMED])
    return f"{many(len(questions), f'question {one}', f'questions {several}')} : {names}{'…' if len(questions) > MOST_NAMED else ''}"


def marks(project: Project, question: Question) -> dict[str, str]:
    """Return what a saved answer remembers of a question: the fingerprints of its words and of what its clauses mean."""
    return {"": fingerprint(question.question), **{str(article): project.sense(article) for article in question.articles}}


def why(old: Project, new: Project, former: Question, question: Question) -> str:
    """Return what reopens a question."""
    before, after = marks(old, former), marks(new, question)
    changed = [article for article in after if before.get(article) != after[article]]
    return f"{question.id} : {', '.join('ses mots' if article == '' else article for article in changed)}"
