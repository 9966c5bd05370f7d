"""The table of the rules gives exactly one answer to each question, and the one that the clauses allow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import get_args

from macros.model.kinds import of
from macros.model.plateformes import Plateforme
from macros.model.regles import CodeContenu, CodePublic, Quand, Regle
from macros.reading.nodes import Path_
from macros.rules.facts import holds
from macros.rules.survey import Case, Survey
from macros.rules.table import Period
from macros.rules.verdicts import allowed, by_status, conflicting
from macros.words import enumerated

Wrong = tuple[Path_, str, str]

# The names listed in a message, at most.
MOST_SHOWN = 6
# How many values a list of « quand » that has them all would have: it is left out.
EVERY = {"destinataires": len(get_args(CodePublic)), "contenus": len(get_args(CodeContenu))}


def table(survey: Survey) -> Iterator[Wrong]:
    """Yield what keeps the table from giving exactly one answer each time."""
    yield from gaps(survey)
    yield from overlaps(survey)
    for index, regle in enumerate(survey.facts.regles):
        yield from ((("regles", index, *path), problem, remedy) for path, problem, remedy in unfounded(survey, regle))


def useless(survey: Survey) -> Iterator[Wrong]:
    """Yield what serves nothing, if the survey is of all the platforms."""
    for index, regle in enumerate(survey.facts.regles):
        yield from ((("regles", index, *path), problem, remedy) for path, problem, remedy in idle(survey, regle))
    yield from useless_conditions(survey)


def useless_conditions(survey: Survey) -> Iterator[Wrong]:
    """Yield the conditions, and the values of their « quand », that never serve."""
    # A rule that is missing, or that never applies, is why its conditions do not serve either.
    idling = {str(id_) for regle in survey.facts.regles if regle.id not in survey.used for id_ in regle.conditions}
    for index, condition in enumerate(() if survey.unanswered else survey.facts.fichier.conditions):
        if condition.id in survey.conditions:
            useless = unserved(survey, condition.quand, survey.conditions[condition.id], f"la condition « {condition.id} »")
            yield from ((("conditions", index, *path), problem, remedy) for path, problem, remedy in useless)
        elif str(condition.id) not in idling:
            problem = f"la condition « {condition.id} » ne s'applique jamais"
            yield ("conditions", index, "id"), problem, "nommez-la dans une règle, corrigez son « quand », ou supprimez-la"


def gaps(survey: Survey) -> Iterator[Wrong]:
    """Yield the questions without an answer, those of the same status, contents and period together."""
    who: dict[tuple[str, tuple[str, ...], Period], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for gap, period in survey.gaps():
        who[gap.statut, gap.contenus, period][gap.plateforme].append(gap.destinataire)
    for (statut, contents, period), platforms in who.items():
        asked = listed(f"{platform} ({' et '.join(audiences)})" for platform, audiences in platforms.items())
        what = "tous les contenus" if len(contents) == EVERY["contenus"] else ", ".join(contents)
        problem = f"aucune règle ne répond pour {asked}, statut « {statut} », {what}, {period}"
        alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for platform, audiences in platforms.items():
            alike[tuple(audiences)].append(platform)
        whens = [awaited(survey, (names, audiences, statut, contents), period) for audiences, names in alike.items()]
        one = "ajoutez-en une qui a ceci" if len(whens) == 1 else "ajoutez-en une pour chacun de ces cas"
        yield ("regles",), problem, f"élargissez le « quand » de la règle qui convient, ou {one} : {' et '.join(whens)}"


def awaited(survey: Survey, asked: tuple[list[str], tuple[str, ...], str, tuple[str, ...]], period: Period) -> str:
    """Return the « quand » of a rule that would answer what is asked and nothing else, as it is to be pasted."""
    names, audiences, statut, contents = asked
    lists = {"plateformes": names, "destinataires": audiences, "statuts": [statut], "contenus": contents}
    kept = {key: values for key, values in lists.items() if len(values) < EVERY.get(key, len(values) + 1)}
    written = [f"{key}: [{', '.join(values)}]" for key, values in kept.items()]
    # The days of the status are its own, unless a rule answers on some of them.
    if answered(survey, Quand(**kept)):
        written += [f"{key}: {day}" for key, day in zip(("du", "au"), period, strict=True) if day]
    return f"quand: {{{', '.join(written)}}}"


def answered(survey: Survey, quand: Quand) -> bool:
    """Tell whether a rule answers some of what a « quand » takes."""
    cases = (case for found in survey.used.values() for case in found)
    return any(holds(quand, survey.facts.values(case.combination, case.period.du), case.period.du) for case in cases)


def overlaps(survey: Survey) -> Iterator[Wrong]:
    """Yield the rules that answer the same questions, the one with the most rivals first: a rule too wide is told once."""
    rank = {str(regle.id): index for index, regle in enumerate(survey.facts.regles)}
    left = dict(survey.rivals)
    count = Counter(chain.from_iterable(left))
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in left:
        for id_ in pair:
            pairs[id_].append(pair)
    while left:
        widest = max(count, key=lambda id_: (count[id_], rank[id_]))
        told = [pair for pair in pairs[widest] if pair in left]
        others = [id_ for pair in told for id_ in pair if id_ != widest]
        verdicts = [survey.facts.regles[rank[id_]].verdict for id_ in told[0]]
        cases = left[told[0]]
        yield ("regles", rank[widest], "id"), *(both_answer(told[0], verdicts, cases) if len(others) == 1 else too_wide(widest, others, cases))
        for pair in told:
            del left[pair]
            count.subtract(pair)


def both_answer(pair: tuple[str, str], verdicts: Iterable[str], cases: list[Case]) -> tuple[str, str]:
    """Return what is wrong with two rules that answer the same questions, and the remedy."""
    said = listed(dict.fromkeys(f"« {verdict} »" for verdict in verdicts))
    problem = f"les règles « {pair[0]} » et « {pair[1]} » répondent toutes deux ({said}) pour {shown(cases)}"
    return problem, "précisez le « quand » de l'une d'elles, ou supprimez-la : une seule règle doit répondre"


def too_wide(widest: str, others: Iterable[str], cases: list[Case]) -> tuple[str, str]:
    """Return what is wrong with a rule that answers what several others do, and the remedy."""
    problem = f"la règle « {widest} » répond en même temps que {listed(f'« {id_} »' for id_ in others)}, par exemple pour {cases[0]}"
    return problem, f"précisez le « quand » de « {widest} », ou supprimez cette règle : une seule règle doit répondre"


def idle(survey: Survey, regle: Regle) -> Iterator[Wrong]:
    """Yield a mistake for a rule that never applies, or for each value of its « quand » that never serves."""
    cases = survey.used.get(regle.id)
    if not cases:
        yield ("id",), f"la règle « {regle.id} » ne s'applique jamais", "corrigez son « quand », ou supprimez-la"
        return
    yield from unserved(survey, regle.quand, cases, f"la règle « {regle.id} »")


def unserved(survey: Survey, quand: Quand, cases: list[Case], where: str) -> Iterator[Wrong]:
    """Yield a mistake for each value of a « quand » that none of the cases in which it applies has."""
    served = [survey.facts.values(combination, period.du) for combination, period in cases]
    for key in served[0]:
        for index, value in enumerate(getattr(quand, key) or ()):
            if all(values[key] != value for values in served):
                problem = f"« {value} » ne sert jamais dans {where}"
                yield ("quand", key, index), problem, "supprimez cette ligne, ou corrigez le reste du « quand »"


def unfounded(survey: Survey, regle: Regle) -> Iterator[Wrong]:
    """Yield the first case in which a rule does not answer as its clauses, or the platform's status, say."""
    alone = (case for case in survey.used.get(regle.id, ()) if case not in survey.disputed)
    found = (wrong for case in alone if (wrong := against_clauses(survey, regle, case) or against_status(survey, regle, case)))
    if wrong := next(found, None):
        yield wrong


def against_clauses(survey: Survey, regle: Regle, case: Case) -> Wrong | None:
    """Return what is wrong if the clauses that hold over a case's period do not say what the rule answers."""
    held = survey.facts.held(regle, case.period.du)
    said = [appui.dit for appui in held]
    if not held:
        problem = f"aucun article de la règle « {regle.id} » n'est encore en vigueur pour {case}"
        return ("articles",), problem, "citez aussi un article d'un texte plus ancien, ou faites commencer la règle plus tard, dans son « quand »"
    possible = allowed(said)
    if regle.verdict in possible:
        return None
    saying = enumerated([f"{appui.article} dit « {appui.dit} »" for appui in held])
    answers = listed((f"« {verdict} »" for verdict in possible), "ou")
    besides = " et nommez le point à clarifier" if conflicting(said) else ""
    problem = f"la règle « {regle.id} » répond « {regle.verdict} » pour {case}, alors que {saying}"
    return ("verdict",), problem, f"répondez {answers}{besides}, ou corrigez ce que dit chaque article"


def against_status(survey: Survey, regle: Regle, case: Case) -> Wrong | None:
    """Return what is wrong if the platform's status does not allow what the rule answers."""
    statut = survey.facts.status(case.combination, case.period.du)
    possible = [*by_status(statut.statut, statut.portee is not None)]
    if regle.verdict in possible:
        return None
    problem = f"la règle « {regle.id} » répond « {regle.verdict} » pour {case}, alors que la fiche de la plateforme dit « {statut.statut} »"
    answers = listed((f"« {verdict} »" for verdict in possible), "ou")
    file = of(Plateforme).file_of(case.combination.plateforme)
    if elsewhere := right_under(survey, regle):
        kept = listed(f"« {code} »" for code in elsewhere)
        remedy = f"pour que la règle garde ce qu'elle répond ailleurs, écrivez dans son « quand », sous « statuts: », {kept} seulement"
        return ("verdict",), problem, f"{remedy}, ou corrigez le statut dans {file}"
    return ("verdict",), problem, f"répondez {answers}, précisez le « quand », ou corrigez le statut dans {file}"


def right_under(survey: Survey, regle: Regle) -> tuple[str, ...]:
    """Return the statuses, in order, under which a rule's answer is allowed wherever it answers."""
    found: dict[str, bool] = {}
    for case in survey.used[regle.id]:
        statut = survey.facts.status(case.combination, case.period.du)
        found[statut.statut] = found.get(statut.statut, True) and regle.verdict in by_status(statut.statut, statut.portee is not None)
    return tuple(code for code, right in found.items() if right)


def listed(names: Iterable[str], last: str = "et") -> str:
    """Return some names as a sentence enumerates them; beyond a few, how many others there are."""
    every = [*names]
    others = len(every) - MOST_SHOWN
    shown = [*every[:MOST_SHOWN], f"{others} autres"] if others > 1 else every
    return enumerated(shown, last)


def shown(cases: list[Case]) -> str:
    """Return the first of some cases, and how many other questions they are about."""
    others = len({case.combination for case in cases}) - 1
    return str(cases[0]) + {0: "", 1: " (et 1 autre combinaison)"}.get(others, f" (et {others} autres combinaisons)")
