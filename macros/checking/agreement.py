"""The answers agree: with the register, with the platforms' statuses, with the clauses that go together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from macros.checking.binding import Binding
from macros.checking.runner import at
from macros.checking.texts import Clean
from macros.model.meanings import STATUSES, STEPS, VERDICTS
from macros.model.regles import Condition, Ensemble, FichierRegles, Regle
from macros.reading.nodes import Path_
from macros.rules.facts import Facts
from macros.rules.survey import Case, Survey
from macros.rules.table import Period
from macros.words import enumerated, one_of

Wrong = tuple[Path_, str, str]

# What an answer says of a platform that the texts approve, or do not.
APPROVED = re.compile(r"\bapprouv", re.I)

# What mends two answers that one point settles; and where the platform has a status for the parents and another one for the pupils.
ALIKE = "donnez la même réponse aux deux, ou nommez un autre point"
BOTH_SIDES = " ; si le statut de la plateforme devait changer pour les parents et pour les élèves, changez aussi celui qui n'a pas bougé"


def agreeing(survey: Survey) -> Iterator[Wrong]:
    """Yield what does not agree, once each question has one answer."""
    rules = survey.facts.regles
    yield from one_verdict(survey)
    yield from unsettled(survey)
    for index, regle in enumerate(rules):
        for case in survey.used.get(regle.id, ())[:1]:
            yield from unsupported(survey.facts, index, regle, case)
        yield from parted(survey, index, regle)


def one_verdict(survey: Survey) -> Iterator[Wrong]:
    """Yield the rules that name the same point of the register and do not answer alike on the same day."""
    named = [(index, regle, str(point)) for index, regle in enumerate(survey.facts.regles) for point in regle.points]
    for (_, first, point), (index, second, other) in combinations(named, 2):
        if point == other and first.verdict != second.verdict and (case := meeting(survey, first, second)):
            problem = f"« {first.id} » et « {second.id} » dépendent du point « {point} » et répondent « {first.verdict} » et « {second.verdict} »"
            remedy = ALIKE + (BOTH_SIDES if one_side(survey, first, case) else "")
            yield ("regles", index, "verdict"), f"{problem}, par exemple pour {case}", remedy


def meeting(survey: Survey, first: Regle, second: Regle) -> Case | None:
    """Return a case of the second rule during which the first one answers too, for another question."""
    spans = [case.period for case in survey.used.get(first.id, ())]
    return next((c for c in survey.used.get(second.id, ()) for p in spans if meet(c.period, p)), None)


def meet(one: Period, other: Period) -> bool:
    """Tell whether two periods have a day in common."""
    return one.du <= (other.au or one.du) and other.du <= (one.au or other.du)


def one_side(survey: Survey, rule: Regle, case: Case) -> bool:
    """Tell whether a rule answers of the platform of a case to the other audience meanwhile, under another status."""
    platform, audience, _ = case.combination
    others = [c for c in survey.used.get(rule.id, ()) if c.combination.plateforme == platform and c.combination.destinataire != audience]
    met = ((c, max(c.period.du, case.period.du)) for c in others if meet(c.period, case.period))
    status = survey.facts.status
    return any(status(other.combination, day).statut != status(case.combination, day).statut for other, day in met)


def unsettled(survey: Survey) -> Iterator[Wrong]:
    """Yield a mistake where no answer about a platform is settled while its status says that the texts settle it."""
    answered: dict[tuple[str, str, object], list[tuple[int, Case]]] = {}
    for index, regle in enumerate(survey.facts.regles):
        for case in survey.used.get(regle.id, ()):
            key = (case.combination.plateforme, case.combination.destinataire, case.period)
            answered.setdefault(key, []).append((index, case))
    for found in answered.values():
        index, case = found[0]
        status = survey.facts.status(case.combination, case.period.du).statut
        if STATUSES[status].settled and not any(VERDICTS[survey.facts.regles[i].verdict].settled for i, _ in found):
            codes = ", ".join(code for code, meaning in STATUSES.items() if not meaning.settled)
            given = " ou ".join(f"« {code} »" for code, meaning in VERDICTS.items() if not meaning.settled)
            problem = f"toutes les réponses sont {given} pour {case}, alors que la fiche de la plateforme dit « {status} »"
            yield ("regles", index, "verdict"), problem, f"donnez à la plateforme l'un de ces statuts : {codes}"


def unsupported(facts: Facts, index: int, regle: Regle, case: Case) -> Iterator[Wrong]:
    """Yield a mistake if an answer speaks of approval without citing a clause on which the platform's status rests."""
    status = facts.status(case.combination, case.period.du)
    if APPROVED.search(regle.reponse) and not {*status.articles} & {appui.article for appui in regle.articles}:
        problem = f"la réponse de « {regle.id} » parle d'approbation sans citer l'article qui la donne"
        yield ("regles", index, "reponse"), problem, f"citez aussi l'un de ceux du statut : {', '.join(map(str, status.articles))}"


def parted(survey: Survey, index: int, regle: Regle) -> Iterator[Wrong]:
    """Yield a mistake for each pair of clauses of which an answer cites one alone."""
    for pair in survey.facts.fichier.ensemble:
        for case in survey.used.get(regle.id, ()):
            if wrong := alone(pair, cited(survey.facts, regle, case)):
                problem, other = wrong
                remedy = f"ajoutez une condition qui cite « {other} », ou retirez l'autre"
                yield ("regles", index, "id"), f"la règle « {regle.id} » {problem}, par exemple pour {case}", remedy
                break


def cited(facts: Facts, regle: Regle, case: Case) -> set[str]:
    """Return the clauses of an answer and of its conditions."""
    conditions = facts.conditions(regle, case.combination, case.period.du)
    return {str(appui.article) for appui in regle.articles} | {str(article) for c in conditions for article in c.articles}


def alone(pair: Ensemble, articles: set[str]) -> tuple[str, str] | None:
    """Return what is wrong if only one of two clauses that go together is among some, with the one that is missing; else None."""
    found = [str(a) for a in (pair.premier, pair.second) if str(a) in articles]
    if len(found) != 1:
        return None
    other = next(str(a) for a in (pair.premier, pair.second) if str(a) != found[0])
    return f"cite « {found[0]} » sans « {other} », qui va avec lui", other


def asked(file: FichierRegles, clean: Clean, binding: Binding) -> Iterator[Wrong]:
    """Check that each condition asks what its first clause asks, in a step that suits its force."""
    for index, condition in enumerate(file.conditions):
        for passage in at(clean, condition.articles[0]):
            if not binding.unbinding(condition.articles[0]):
                yield from ((("conditions", index, *key), problem, remedy) for key, problem, remedy in weighed(condition, passage.clause.forces))


def weighed(condition: Condition, forces: tuple[str, ...]) -> Iterator[Wrong]:
    """Yield what is wrong with the force of a condition, given those of its first clause."""
    article, several = condition.articles[0], ", ".join(forces)
    suits = STEPS[condition.etape].forces
    if condition.marque and condition.marque not in forces:
        yield ("marque",), f"l'article « {article} » n'a pas la force « {condition.marque} »", one_of(forces)
    elif condition.marque is None and len({force in suits for force in forces}) > 1:
        yield ("articles", 0), f"l'article « {article} » a plusieurs forces", f"ajoutez la ligne « marque: » avec celle qui est en cause : {several}"
    elif (condition.marque or forces[0]) not in suits:
        problem = f"une condition de l'étape « {condition.etape} » demande ce que « {article} » ne demande pas ({condition.marque or several})"
        yield ("etape",), problem, f"écrivez {', '.join([*fitting(condition.marque or forces[0])])}"


def fitting(force: str) -> Iterator[str]:
    """Yield the steps that suit a force, each with when to write it."""
    steps = {code: step for code, step in STEPS.items() if force in step.forces}
    if must := [f"« etape: {code} »" for code, step in steps.items() if step.must]:
        yield f"{enumerated(must, 'ou')} si le texte l'exige"
    yield from (f"« etape: {code} » si le texte le recommande" for code, step in steps.items() if step.advises)
    yield from (f"« etape: {code} » s'il se tait" for code, step in steps.items() if not (step.must or step.advises))
