"""What `data/attendus.yml` expects of the answers and of the statuses is still true; a change that is meant changes its line there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from macros.checking.intervals import Continuous
from macros.checking.runner import at, checks
from macros.mistakes import Mistake
from macros.model.attendus import FichierAttendus, ReponseAttendue, StatutAttendu
from macros.model.base import Mot
from macros.model.kinds import CITED, of
from macros.model.plateformes import Plateforme, Statut
from macros.model.regles import Condition, Regle
from macros.reading.draft import Draft
from macros.reading.nodes import Path_
from macros.rules.facts import Combination, Facts

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
            conditions = facts.conditions(rule, question, expected.jour)
            cited = {appui.article for appui in facts.held(rule, expected.jour)} | {article for c in conditions for article in c.articles}
            yield from compared(rule, question, expected)
            yield from uncited(rule, cited, question, expected)
            yield from uncalled(rule, conditions, question, expected)


def compared(rule: Regle, question: Combination, expected: ReponseAttendue) -> Iterator[Wrong]:
    """Compare the verdicts."""
    if rule.verdict != expected.verdict:
        asked = f"pour {question}, le {expected.jour}"
        problem = f"la réponse attendue {asked}, est « {expected.verdict} », et la règle « {rule.id} » répond « {rule.verdict} »"
        yield ("verdict",), problem, f"{MEANT} écrivez ici « verdict: {rule.verdict} » ; sinon, corrigez la règle ou le statut"


def uncited(rule: Regle, cited: Collection[str], question: Combination, expected: ReponseAttendue) -> Iterator[Wrong]:
    """Look for each expected clause, and for each that is not, among those of the rule and of its conditions."""
    asked = f"pour {question}, le {expected.jour}"
    for rank, article in enumerate(expected.articles):
        if article not in cited:
            problem = f"la règle « {rule.id} » ne cite plus « {article} » {asked}"
            yield ("articles", rank), problem, f"{MEANT} supprimez cette ligne ; sinon, rétablissez l'article dans la règle ou ses conditions"
    for rank, article in enumerate(expected.sans_articles):
        if article in cited:
            problem = f"la règle « {rule.id} » cite maintenant « {article} » {asked}"
            yield ("sans_articles", rank), problem, f"{MEANT} supprimez cette ligne ; sinon, retirez l'article de la règle ou de ses conditions"


def uncalled(rule: Regle, conditions: Sequence[Condition], question: Combination, expected: ReponseAttendue) -> Iterator[Wrong]:
    """Look for what the answer must call for: conditions, documents, deadlines, points to clarify."""
    called: dict[str, set[Mot]] = {
        "conditions": {condition.id for condition in conditions},
        "formulaires": {form for condition in conditions for form in condition.formulaires},
        "echeances": {deadline for condition in conditions for deadline in condition.echeances},
        "points": {*rule.points},
    }
    for key, found in called.items():
        wanted: list[Mot] = getattr(expected, key)
        for rank, value in enumerate(wanted):
            if value not in found:
                problem = f"la réponse à {question}, le {expected.jour}, n'appelle plus {CITED[type(value)].name} « {value} »"
                remedy = f"{MEANT} supprimez cette ligne ; sinon, rétablissez ce lien dans la règle « {rule.id} » ou ses conditions"
                yield (key, rank), problem, remedy


@checks
def statuses(draft: Draft, file: FichierAttendus, platforms: Continuous) -> Iterator[Mistake]:
    """Compare each expected status with that of the platform's file."""
    for index, expected in enumerate(file.statuts):
        for platform in at(platforms, str(expected.plateforme)):
            yield from blamed(draft, ("statuts", index), status(platform, expected))


def status(platform: Plateforme, expected: StatutAttendu) -> Iterator[Wrong]:
    """Compare the status of a day with the one expected."""
    statuts: list[Statut] = getattr(platform.statuts, expected.destinataire)
    home, found = of(Plateforme).file_of(expected.plateforme), [statut.statut for statut in statuts if statut.en_vigueur(expected.jour)]
    if not found:
        problem = f"« {expected.plateforme} » n'a pas encore de statut le {expected.jour}"
        yield ("jour",), problem, f"écrivez un jour à partir du {statuts[0].du}"
    elif found != [expected.statut]:
        problem = f"le statut attendu de « {expected.plateforme} » ({expected.destinataire}), le {expected.jour}, est « {expected.statut} »"
        yield ("statut",), f"{problem}, et sa fiche dit « {found[0]} »", f"{MEANT} écrivez ici « statut: {found[0]} » ; sinon, corrigez {home}"
