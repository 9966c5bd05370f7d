"""What « Puis-je ? » answers before and after, by period and means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from macros.comparison import Segment, segments
from macros.days import long_date
from macros.incidences.report import Item, Section
from macros.incidences.states import Both
from macros.model.plateformes import Plateforme
from macros.project import Project
from macros.rules.facts import Combination
from macros.rules.table import Answer
from macros.words import many

DAY = timedelta(days=1)


# What differs between two wordings, passage by passage.
Words = tuple[tuple[Segment, ...], ...]


class Change(NamedTuple):
    """An answer that is no longer the same: the means, the people, the days, what differs in its words."""

    plateforme: str
    destinataire: str
    du: date
    au: date | None
    words: Words


def answers(both: Both) -> Section:
    """Return the answers that are no longer the same, those for several contents as one."""
    old, new = both.before.answering, both.after.answering
    if old is None or new is None:
        return Section("Réponses de « Puis-je ? »", [])
    former = {renamed(both, question): found for question, found in old.by_question.items()}
    found: dict[Change, list[str]] = {}
    for question in {**dict.fromkeys(former), **dict.fromkeys(new.by_question)}:
        for change in changes(differences(old, former.get(question, []), new, new.by_question.get(question, [])), question):
            found.setdefault(change, []).append(question.contenu)
    return Section("Réponses de « Puis-je ? »", [item(new, old, change, contents) for change, contents in found.items()])


def renamed(both: Both, question: Combination) -> Combination:
    """Return a question of before under the id that its means has now."""
    return question._replace(plateforme=both.renamed_ids(Plateforme).get(question.plateforme, question.plateforme))


def item(new: Project, old: Project, change: Change, contents: list[str]) -> Item:
    """Return what is said of a change of answers."""
    means = (new.plateformes.get(change.plateforme) or old.plateformes[change.plateforme]).nom
    people = new.mentions["publics"][change.destinataire].nom
    every = len(contents) == len(new.mentions["contenus"])
    what = "tous les contenus" if every else ", ".join(new.mentions["contenus"][content].nom for content in contents)
    return Item(f"{means} · {people} · {what} · {period(change)}", tuple(map(list, change.words)))


def period(change: Change) -> str:
    """Return the days of a change in words."""
    if change.du == change.au:
        return f"le {long_date(change.du)}"
    return f"du {long_date(change.du)} au {long_date(change.au)}" if change.au else f"à partir du {long_date(change.du)}"


def changes(found: Iterable[tuple[date, date | None, Words]], question: Combination) -> Iterator[Change]:
    """Yield the periods over which a question is not answered as before; those that follow one another and differ alike are one."""
    for words, same in groupby(found, key=lambda period: period[2]):
        periods = [*same]
        if words:
            yield Change(question.plateforme, question.destinataire, periods[0][0], periods[-1][1], words)


def differences(old: Project, former: list[Answer], new: Project, now: list[Answer]) -> Iterator[tuple[date, date | None, Words]]:
    """Yield each period within which no answer changes, with what differs."""
    # By the name that each verdict has now: a new name alone is told where it is shown.
    names = {code: mention.nom for project in (old, new) for code, mention in project.mentions["verdicts"].items()}
    for start, end in spans([*former, *now]):
        yield start, end, differing(said(names, answer_on(former, start)), said(names, answer_on(now, start)))


def differing(before: list[str], after: list[str]) -> Words:
    """Return what differs between two answers, the parts that both have left out: one condition that changes is the same change in each answer."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(
        tuple(segments(" ".join(before[start:end]), " ".join(after[first:last]))) for kind, start, end, first, last in codes if kind != "equal"
    )


def spans(answers: list[Answer]) -> Iterator[tuple[date, date | None]]:
    """Yield the periods within which no answer changes."""
    days = sorted({answer.du for answer in answers})
    for start, after in zip(days, [*days[1:], None], strict=True):
        yield start, after - DAY if after else None


def answer_on(answers: list[Answer], day: date) -> Answer | None:
    """Return the answer of a day, if there is one."""
    return next((answer for answer in answers if answer.en_vigueur(day)), None)


def said(names: Mapping[str, str], answer: Answer | None) -> list[str]:
    """Return all that a reader is told, part by part."""
    if answer is None:
        return []
    cited = many(len(answer.cited), "article", "articles")
    told = f"{names[answer.regle.verdict]}. {answer.regle.reponse}"
    # In one order: a condition that goes, or comes, changes which clause is cited first, which changes nothing for the reader.
    return [told, *(condition.texte for condition in answer.conditions), f"({cited} : {', '.join(sorted(answer.cited))})"]
