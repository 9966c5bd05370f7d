"""What « Puis-je ? » answers before and after, by period and means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from macros.days import long_date
from macros.incidences.report import Item, Section, compared
from macros.incidences.states import Both
from macros.project import Project
from macros.rules.facts import Combination
from macros.rules.table import Answer
from macros.words import many

DAY = timedelta(days=1)


class Change(NamedTuple):
    """An answer that is no longer the same: the means, the people, the days, what was answered and what is."""

    plateforme: str
    destinataire: str
    du: date
    au: date | None
    before: str
    after: str


def answers(both: Both) -> Section:
    """Return the answers that are no longer the same, those for several contents as one."""
    old, new = both.before.answering, both.after.answering
    if old is None or new is None:
        return Section("Réponses de « Puis-je ? »", [])
    found: dict[Change, list[str]] = {}
    for question in {**dict.fromkeys(old.by_question), **dict.fromkeys(new.by_question)}:
        for change in changes(old, new, question):
            found.setdefault(change, []).append(question.contenu)
    return Section("Réponses de « Puis-je ? »", [item(new, old, change, contents) for change, contents in found.items()])


def item(new: Project, old: Project, change: Change, contents: list[str]) -> Item:
    """Return what is said of a change of answers."""
    means = (new.plateformes.get(change.plateforme) or old.plateformes[change.plateforme]).nom
    people = new.mentions["publics"][change.destinataire].nom
    every = len(contents) == len(new.mentions["contenus"])
    what = "tous les contenus" if every else ", ".join(new.mentions["contenus"][content].nom for content in contents)
    return compared(f"{means} · {people} · {what} · {period(change)}", change.before, change.after)


def period(change: Change) -> str:
    """Return the days of a change in words."""
    if change.du == change.au:
        return f"le {long_date(change.du)}"
    return f"du {long_date(change.du)} au {long_date(change.au)}" if change.au else f"à partir du {long_date(change.du)}"


def changes(old: Project, new: Project, question: Combination) -> Iterator[Change]:
    """Yield the periods over which a question is not answered as before; those that follow one another unchanged are one."""
    former, now = old.by_question.get(question, []), new.by_question.get(question, [])
    last: Change | None = None
    for start, end in spans([*former, *now]):
        before, after = (said(project, answer_on(answers, start)) for project, answers in ((old, former), (new, now)))
        change = Change(question.plateforme, question.destinataire, start, end, before, after)
        if last and last.au and last[4:] == change[4:] and last.au + DAY == start:
            last = last._replace(au=end)
            continue
        if last and last.before != last.after:
            yield last
        last = change
    if last and last.before != last.after:
        yield last


def spans(answers: list[Answer]) -> Iterator[tuple[date, date | None]]:
    """Yield the periods within which no answer changes."""
    days = sorted({answer.du for answer in answers})
    for start, after in zip(days, [*days[1:], None], strict=True):
        yield start, after - DAY if after else None


def answer_on(answers: list[Answer], day: date) -> Answer | None:
    """Return the answer of a day, if there is one."""
    return next((answer for answer in answers if answer.en_vigueur(day)), None)


def said(project: Project, answer: Answer | None) -> str:
    """Return all that a reader is told, on one line."""
    if answer is None:
        return ""
    conditions = " ".join(condition.texte for condition in answer.conditions)
    cited = many(len(answer.cited), "article", "articles")
    told = f"{project.mentions['verdicts'][answer.regle.verdict].nom}. {answer.regle.reponse} {conditions}".strip()
    return f"{told} ({cited} : {', '.join(answer.cited)})"
