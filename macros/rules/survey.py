"""All the questions on all the days, asked once: which go unanswered, which are answered twice, what serves."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

from macros.rules.facts import Combination, Facts
from macros.rules.table import DAY, Period, periods


class Case(NamedTuple):
    """A question over a period."""

    combination: Combination
    period: Period

    def __str__(self) -> str:
        return f"{self.combination}, {self.period}"


class Gap(NamedTuple):
    """Contents for which a platform and an audience have no answer while the platform has a status."""

    plateforme: str
    destinataire: str
    statut: str
    contenus: tuple[str, ...]


class Survey:
    """What asking every question found: `gaps`, `rivals` (two rules for one question, `disputed`), `used` (by rule), `conditions` (by condition)."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.rivals: dict[tuple[str, str], list[Case]] = defaultdict(list)
        self.disputed: set[Case] = set()
        self.used: dict[str, list[Case]] = defaultdict(list)
        self.conditions: dict[str, list[Case]] = defaultdict(list)
        self.unanswered: list[Case] = []
        for combination in facts.combinations():
            for period in periods(facts, combination):
                self.note(Case(combination, period))

    def note(self, case: Case) -> None:
        """Note what answers a question over a period."""
        combination, day = case.combination, case.period.du
        rules = self.facts.answering(combination, day)
        if not rules:
            self.unanswered.append(case)
        if len(rules) > 1:
            self.disputed.add(case)
        for first, second in combinations(rules, 2):
            self.rivals[first.id, second.id].append(case)
        for rule in rules:
            self.used[rule.id].append(case)
            for condition in self.facts.conditions(rule, combination, day):
                self.conditions[condition.id].append(case)

    def gaps(self) -> list[tuple[Gap, Period]]:
        """Return the questions without an answer, contents put together and periods that follow one another made one."""
        contents: dict[tuple[str, str, Period], list[str]] = defaultdict(list)
        for (platform, audience, content), period in self.unanswered:
            contents[platform, audience, period].append(content)
        found: dict[Gap, list[Period]] = defaultdict(list)
        for (platform, audience, period), missing in contents.items():
            statut = self.facts.status(Combination(platform, audience, missing[0]), period.du).statut
            runs = found[Gap(platform, audience, statut, tuple(missing))]
            if runs and runs[-1].au and runs[-1].au + DAY == period.du:
                runs[-1] = Period(runs[-1].du, period.au)
            else:
                runs.append(period)
        return [(gap, period) for gap, runs in found.items() for period in runs]
