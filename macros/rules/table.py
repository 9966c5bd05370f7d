"""The table of all the answers: for each combination, periods that follow one another from the site's first day on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple, get_args

from macros.model.meanings import VERDICTS
from macros.model.plateformes import Statut
from macros.model.regles import Appui, CodeEtape, Condition, Quand, Regle
from macros.rules.facts import Combination, Facts

DAY = timedelta(days=1)


class Period(NamedTuple):
    """Days that follow one another, both ends included; without `au`, for ever."""

    du: date
    au: date | None

    def __str__(self) -> str:
        if self.du == self.au:
            return f"le {self.du}"
        return f"du {self.du} au {self.au}" if self.au else f"à partir du {self.du}"


@dataclass(frozen=True)
class Answer:
    """What holds for a combination over a period: the rule, its clauses and conditions of that time."""

    combination: Combination
    du: date
    au: date | None
    statut: Statut
    regle: Regle
    articles: tuple[Appui, ...]
    conditions: tuple[Condition, ...]

    @property
    def formulaires(self) -> list[str]:
        """The documents to employ, without repetition."""
        return list(dict.fromkeys(str(form) for condition in self.conditions for form in condition.formulaires))

    @property
    def echeances(self) -> list[str]:
        """The deadlines to meet, without repetition."""
        return list(dict.fromkeys(str(deadline) for condition in self.conditions for deadline in condition.echeances))

    @property
    def reserve(self) -> str | None:
        """What it supposes if it is a yes, in a few words: what its conditions say beside it."""
        said = (condition.reserve for condition in self.conditions if condition.reserve)
        return next(said, None) if VERDICTS[self.regle.verdict].sure else None

    @cached_property
    def cited(self) -> list[str]:
        """All the clauses on which the answer and its conditions rest, without repetition."""
        own = [str(appui.article) for appui in self.articles]
        return list(dict.fromkeys([*own, *(str(article) for condition in self.conditions for article in condition.articles)]))

    def par_etape(self) -> dict[CodeEtape, list[Condition]]:
        """Return the conditions by step, in the order of the steps, those of the rule within each."""
        steps: dict[CodeEtape, list[Condition]] = {step: [c for c in self.conditions if c.etape == step] for step in get_args(CodeEtape)}
        return {step: conditions for step, conditions in steps.items() if conditions}

    def en_vigueur(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.du <= day and not self.ended(day)

    def ended(self, day: date) -> bool:
        """Tell whether it holds no longer on a day: what is built on it shows it to no reader."""
        return self.au is not None and self.au < day

    def same(self, other: Answer) -> bool:
        """Tell whether another period has the same answer."""
        return replace(self, du=other.du, au=other.au) == other


def periods(facts: Facts, combination: Combination) -> Iterator[Period]:
    """Yield the periods within which nothing that the rules depend on changes, for a combination."""
    days = sorted(day for day in {facts.debut, *changes(facts, combination)} if day >= facts.debut)
    for start, after in zip(days, [*days[1:], None], strict=True):
        yield Period(start, after - DAY if after else None)


def changes(facts: Facts, combination: Combination) -> Iterator[date]:
    """Yield the days on which something may change."""
    statuts: list[Statut] = getattr(facts.plateformes[combination.plateforme].statuts, combination.destinataire)
    whens: list[Quand] = [*(rule.quand for rule in facts.regles), *(condition.quand for condition in facts.fichier.conditions)]
    spans = [(s.du, s.au) for s in statuts] + [(q.du, q.au) for q in whens]
    yield from (du for du, _ in spans if du)
    yield from (au + DAY for _, au in spans if au)
    yield from (day for day in facts.textes.values() if day)


def table(facts: Facts) -> list[Answer]:
    """Return the answers of a sound table; periods with the same answer are one."""
    return [answer for combination in facts.combinations() for answer in merged(answers(facts, combination))]


def answers(facts: Facts, combination: Combination) -> Iterator[Answer]:
    """Yield the answers for a combination, in order of date."""
    for du, au in periods(facts, combination):
        (regle,) = facts.answering(combination, du)
        held, conditions = facts.held(regle, du), facts.conditions(regle, combination, du)
        yield Answer(combination, du, au, facts.status(combination, du), regle, tuple(held), tuple(conditions))


def merged(answers: Iterator[Answer]) -> list[Answer]:
    """Return the answers, those that follow one another unchanged made one."""
    found: list[Answer] = []
    for answer in answers:
        if found and found[-1].same(answer):
            found[-1] = replace(found[-1], au=answer.au)
        else:
            found.append(answer)
    return found
