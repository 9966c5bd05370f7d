"""The proof of the table, day by day: it supposes nothing about intervals, unlike the table itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.rules.facts import Combination, Facts
from macros.rules.table import DAY, Answer


@dataclass(frozen=True)
class Proof:
    """What was tried, from the site's first day to a last one, and what failed."""

    first: date
    last: date
    days: int
    combinations: int
    rules: int
    periods: int
    failures: list[str]

    @property
    def cases(self) -> int:
        """The number of questions asked: each combination on each day."""
        return self.days * self.combinations


def prove(facts: Facts, answers: list[Answer], last: date) -> Proof:
    """Ask every question on every day up to the last one, and compare with the table."""
    days = [facts.debut + n * DAY for n in range((last - facts.debut).days + 1)]
    combinations = [*facts.combinations()]
    failures = [failure for combination in combinations for failure in failing(facts, combination, days, answers)]
    used = {answer.regle.id for answer in answers}
    failures += [f"la règle « {regle.id} » ne s'applique jamais" for regle in facts.regles if regle.id not in used]
    return Proof(facts.debut, last, len(days), len(combinations), len(facts.regles), len(answers), failures)


def failing(facts: Facts, combination: Combination, days: list[date], answers: list[Answer]) -> Iterator[str]:
    """Yield a sentence for each day on which a question has not exactly one answer, or not that of the table."""
    own = [answer for answer in answers if answer.combination == combination]
    for day in days:
        found = [regle.id for regle in facts.answering(combination, day)]
        expected = [answer.regle.id for answer in own if answer.en_vigueur(day)]
        if len(found) != 1 or found != expected:
            yield f"{combination}, le {day} : {', '.join(found) or 'aucune règle'}"
