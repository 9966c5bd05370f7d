"""The rules of « Puis-je ? », each answer worked by hand, on a small table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.checking.single_answers import gaps, listed
from macros.checking.single_answers import table as table_mistakes
from macros.clauses.extracts import extract, notes
from macros.loading import load
from macros.model.contradictions import Contradiction
from macros.model.regles import Quand, Regle
from macros.project import Project
from macros.rules.facts import Combination, Facts, holds
from macros.rules.points import points_of
from macros.rules.proof import prove
from macros.rules.survey import Gap, Survey
from macros.rules.table import Answer, Period, changes, periods, table
from macros.rules.verdicts import allowed, by_status, conflicting
from tests.schemas import seen

START, CHANGE = date(2025, 8, 22), date(2026, 7, 1)
MEMO = date(2025, 9, 1)
PHOTO = Combination("teams", "eleves", "realisation-ou-photo")
PARENTS = Combination("teams", "parents", "information-generale")


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture(scope="module")
def small(small_root: Path) -> Project:
    return load(small_root)


def ruled(facts: Facts, rules: list[Regle]) -> Facts:
    """Return the same facts with other rules."""
    return replace(facts, fichier=facts.fichier.model_copy(update={"regles": rules}))


def without(facts: Facts, id_: str) -> Facts:
    return ruled(facts, [regle for regle in facts.regles if regle.id != id_])


def changed(facts: Facts, id_: str, **fields: Any) -> Facts:
    """Return the same facts, the « quand » of a rule changed."""
    return ruled(facts, [r.model_copy(update={"quand": r.quand.model_copy(update=fields)}) if r.id == id_ else r for r in facts.regles])


# What the clauses, and the status, allow.


@pytest.mark.parametrize(
    ("sayings", "conflict", "verdicts"),
    [
        ([], False, ["a-clarifier"]),
        (["silence"], False, ["a-clarifier"]),
        (["permis"], False, ["permis"]),
        (["permis", "permis", "silence"], False, ["permis"]),
        (["conditions", "permis"], False, ["conditions"]),
        (["conditions", "autorisation"], False, ["conditions", "autorisation"]),
        (["autorisation", "silence"], False, ["autorisation"]),
        (["interdit", "silence"], False, ["interdit"]),
        (["permis", "autorisation"], True, ["a-clarifier"]),
        (["permis", "conditions", "autorisation"], True, ["a-clarifier"]),
        (["interdit", "permis"], True, ["a-clarifier"]),
        (["interdit", "conditions"], True, ["a-clarifier"]),
        (["interdit", "autorisation", "silence"], True, ["a-clarifier"]),
    ],
)
def test_what_clauses_allow_together(sayings: list[str], conflict: bool, verdicts: list[str]) -> None:
    assert conflicting(sayings) is conflict
    assert allowed(sayings) == verdicts


@pytest.mark.parametrize(
    ("status", "verdicts"),
    [
        ("approuvee", {"permis", "conditions", "a-clarifier"}),
        ("permise", {"permis", "conditions", "a-clarifier"}),
        ("autorisation", {"autorisation", "a-clarifier"}),
        ("toleree", {"conditions", "autorisation", "a-clarifier"}),
        ("proscrite", {"interdit"}),
        ("a-clarifier", {"a-clarifier"}),
        ("hors-champ", {"permis", "conditions", "a-clarifier"}),
    ],
)
def test_what_a_status_allows(status: Any, verdicts: set[str]) -> None:
    assert {*by_status(status, limited=False)} == verdicts
    assert {*by_status(status, limited=True)} == {*verdicts, "interdit"}


# Which rule applies.


@pytest.mark.parametrize(
    ("written", "applies"),
    [
        ({}, True),
        ({"plateformes": ["texto", "teams"]}, True),
        ({"plateformes": ["texto"]}, False),
        ({"sauf": ["texto"]}, True),
        ({"sauf": ["teams"]}, False),
        ({"plateformes": ["teams"], "sauf": ["teams"]}, False),
        ({"statuts": ["toleree", "proscrite"]}, True),
        ({"statuts": ["approuvee"]}, False),
        ({"destructions": ["obligatoire"]}, True),
        ({"destructions": ["hors-champ"]}, False),
        ({"destinataires": ["eleves"]}, True),
        ({"destinataires": ["parents"]}, False),
        ({"contenus": ["realisation-ou-photo"]}, True),
        ({"contenus": ["information-generale", "renseignement-personnel"]}, False),
        ({"du": "2026-06-30"}, True),
        ({"du": "2026-07-01"}, False),
        ({"au": "2026-06-30"}, True),
        ({"au": "2026-06-29"}, False),
        ({"statuts": ["toleree"], "contenus": ["information-generale"]}, False),
    ],
)
def test_when_it_applies(small: Project, written: dict[str, Any], applies: bool) -> None:
    # On 30 June 2026, Teams is still « toleree » for pupils, and its data are to be destroyed.
    last = day("2026-06-30")
    assert holds(Quand.model_validate(written), small.facts.values(PHOTO, last), last) is applies


def test_which_rule_answers(small: Project) -> None:
    def answering(combination: Combination, text: str) -> list[str]:
        return [regle.id for regle in small.facts.answering(combination, day(text))]

    assert answering(PHOTO, "2026-06-30") == ["teams-tolere"]
    assert answering(PHOTO, "2026-07-01") == ["teams-approuve"]
    assert answering(PHOTO._replace(contenu="renseignement-personnel"), "2026-07-01") == ["teams-renseignement"]
    assert answering(PARENTS, "2040-01-01") == ["proscrites"]


# Where time is cut.


def test_a_status_cuts_time(small: Project) -> None:
    assert [*periods(small.facts, PHOTO)] == [(START, day("2026-06-30")), (CHANGE, None)]
    assert [*periods(small.facts, PARENTS)] == [(START, None)]
    assert [str(period) for period in periods(small.facts, PHOTO)] == ["du 2025-08-22 au 2026-06-30", "à partir du 2026-07-01"]


def test_a_text_cuts_time(small: Project) -> None:
    facts = replace(small.facts, textes={"directive": START, "note": MEMO, "avant": day("2020-01-01"), "sans-date": None})
    assert [*periods(facts, PARENTS)] == [(START, day("2025-08-31")), (MEMO, None)]


def test_the_days_of_a_rule_and_of_a_condition_cut_time(small: Project) -> None:
    facts = changed(small.facts, "proscrites", du=day("2025-10-01"), au=day("2025-10-31"))
    assert [*periods(facts, PARENTS)] == [(START, day("2025-09-30")), (day("2025-10-01"), day("2025-10-31")), (day("2025-11-01"), None)]
    condition = small.facts.fichier.conditions[0].model_copy(update={"quand": Quand(au=day("2025-12-31"))})
    dated = replace(small.facts, fichier=small.facts.fichier.model_copy(update={"conditions": [condition, *small.facts.fichier.conditions[1:]]}))
    assert {*changes(dated, PARENTS)} == {START, day("2026-01-01")}


# The table.


def own(answers: list[Answer], combination: Combination) -> list[tuple[date, date | None, str]]:
    """Return the dates and the rule of each answer to a question."""
    return [(a.du, a.au, str(a.regle.id)) for a in answers if a.combination == combination]


def test_the_table_of_the_small_project(small: Project) -> None:
    assert own(small.reponses, PHOTO) == [(START, day("2026-06-30"), "teams-tolere"), (CHANGE, None, "teams-approuve")]
    assert own(small.reponses, PARENTS) == [(START, None, "proscrites")]
    assert len(small.reponses) == 4 * (2 + 1 + 1 + 1)
    first = next(a for a in small.reponses if a.combination == PHOTO)
    assert [c.id for c in first.conditions] == ["compte", "menage"]
    assert {step: [c.id for c in found] for step, found in first.par_etape().items()} == {"apres": ["menage"], "conseil": ["compte"]}
    assert (first.formulaires, first.echeances, first.cited) == (["confirmation"], ["menage"], ["directive/2", "directive/2.1", "directive/2.b"])


def test_periods_with_the_same_answer_are_one(small: Project) -> None:
    facts = replace(small.facts, textes={"directive": START, "note": MEMO})
    assert len([*periods(facts, PHOTO)]) == 3
    assert own(table(facts), PHOTO) == own(small.reponses, PHOTO)


def test_a_clause_counts_from_the_first_day_of_its_text(small: Project) -> None:
    (appui,) = next(r for r in small.facts.regles if r.id == "proscrites").articles
    both = [appui, appui.model_copy(update={"article": type(appui.article)("note/1")})]
    rules = [r.model_copy(update={"articles": both}) if r.id == "proscrites" else r for r in small.facts.regles]
    facts = ruled(replace(small.facts, textes={"directive": START, "note": MEMO}), rules)
    found = [(a.du, a.au, a.cited) for a in table(facts) if a.combination == PARENTS]
    assert found == [(START, day("2025-08-31"), ["directive/2"]), (MEMO, None, ["directive/2", "note/1"])]


def test_a_condition_shows_the_clauses_of_its_time(small: Project) -> None:
    compte, menage = small.facts.fichier.conditions
    both = compte.model_copy(update={"articles": [*compte.articles, type(compte.articles[0])("note/1")]})
    alone = menage.model_copy(update={"articles": [type(compte.articles[0])("note/1")]})
    fichier = small.facts.fichier.model_copy(update={"conditions": [both, alone]})
    facts = replace(small.facts, fichier=fichier, textes={"directive": START, "note": MEMO})
    tolere = next(r for r in facts.regles if r.id == "teams-tolere")
    shown = [[(c.id, [*c.articles]) for c in facts.conditions(tolere, PHOTO, on)] for on in (day("2025-08-31"), MEMO)]
    assert shown == [[("compte", ["directive/2.1"])], [("compte", ["directive/2.1", "note/1"]), ("menage", ["note/1"])]]


def test_what_a_yes_supposes_is_said_beside_each_yes_of_its_means_alone(project: Project) -> None:
    said = {(a.combination.plateforme, a.regle.verdict): a.reserve for a in project.reponses}
    assert said["clic-ecole", "permis"] == said["clic-ecole", "conditions"] == project.facts.reserve("clic-ecole") == "si elle est implantée"
    assert said["clic-ecole", "a-clarifier"] is said["portail-parents", "permis"] is project.facts.reserve("portail-parents") is None


@pytest.mark.parametrize(
    "place",
    [
        "index.html",
        "plateformes/index.html",
        "plateformes/clic-ecole/index.html",
        # What to use in its place.
        "plateformes/texto/index.html",
        "puis-je/index.html",
        "puis-je/reponses.js",
        "puis-je/affiche/index.html",
        "situations/telephone-et-sorties/index.html",
        "search/moteur.js",
        "donnees/regles.json",
    ],
)
def test_no_yes_stands_alone_that_supposes_what_no_text_says(place: str, site: Path) -> None:
    assert "si elle est implantée" in (site / place).read_text(encoding="utf-8")


# What the survey finds.


def test_gaps_are_joined(small: Project) -> None:
    # The text's date cuts the period, but the gap is one; its four contents are one gap too.
    facts = without(replace(small.facts, textes={"note": MEMO}), "teams-tolere")
    every = ("information-generale", "realisation-ou-photo", "renseignement-personnel", "renseignement-a-d-autres")
    assert Survey(facts).gaps() == [(Gap("teams", "eleves", "toleree", every), Period(START, day("2026-06-30")))]


def test_gaps_of_two_statuses_are_two(small: Project) -> None:
    found = Survey(without(without(small.facts, "teams-tolere"), "teams-renseignement")).gaps()
    assert [(gap.statut, len(gap.contenus), period.du) for gap, period in found] == [("toleree", 4, START), ("approuvee", 2, CHANGE)]


def test_a_gap_in_time(small: Project) -> None:
    facts = changed(small.facts, "teams-tolere", au=day("2026-05-31"))
    assert [period for _, period in Survey(facts).gaps()] == [(day("2026-06-01"), day("2026-06-30"))]


def test_the_remedy_of_a_gap_is_pasted_as_it_is(small: Project) -> None:
    tolerated = next(rule for rule in small.facts.regles if rule.id == "teams-tolere")
    for facts in (without(small.facts, "teams-tolere"), changed(small.facts, "teams-tolere", au=day("2026-05-31"))):
        ((_, _, remedy),) = gaps(Survey(facts))
        when = Quand(**seen(remedy[remedy.index("quand:") :])["quand"])
        mended = ruled(facts, [*facts.regles, tolerated.model_copy(update={"id": "neuve", "quand": when})])
        assert [*table_mistakes(Survey(mended))] == []


def test_rivals_and_use(small: Project) -> None:
    facts = changed(small.facts, "teams-tolere", statuts=["toleree", "approuvee"])
    survey = Survey(facts)
    assert {pair: len(cases) for pair, cases in survey.rivals.items()} == {
        ("teams-tolere", "teams-approuve"): 2,
        ("teams-tolere", "teams-renseignement"): 2,
    }
    assert survey.gaps() == []
    assert {*survey.used} == {str(regle.id) for regle in facts.regles}
    assert {*survey.conditions} == {"compte", "menage"}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("a", "a"),
        ("ab", "a et b"),
        ("abc", "a, b et c"),
        ("abcdefg", "a, b, c, d, e, f et g"),
        ("abcdefgh", "a, b, c, d, e, f et 2 autres"),
    ],
)
def test_a_long_list_is_cut(names: str, said: str) -> None:
    assert listed(names) == said


# The points to clarify.


def point(id_: str, *articles: str, **about: list[str]) -> Contradiction:
    positions = [{"article": article, "dit": "Ce qu'il dit."} for article in articles]
    return Contradiction.model_validate(
        {"id": id_, "titre": id_, "positions": positions, "entre_temps": "Rien.", "demander_a": ["secretariat"], **about}
    )


@pytest.mark.parametrize(
    ("opposed", "about", "shown"),
    [
        # The answer rests on directive/2; its conditions, on directive/2.1 and 2.b.
        (["directive/2", "directive/2.1"], {}, True),
        (["directive/2.1", "directive/2.b", "directive/1"], {}, True),
        (["directive/2"], {}, False),
        (["directive/2", "directive/1"], {}, False),
        (["directive/2", "directive/2.1"], {"plateformes": ["teams"]}, True),
        (["directive/2", "directive/2.1"], {"plateformes": ["texto"]}, False),
        (["directive/2", "directive/2.1"], {"destinataires": ["parents"]}, False),
        (["directive/2", "directive/2.1"], {"destinataires": ["eleves"], "contenus": ["realisation-ou-photo"]}, True),
        (["directive/2", "directive/2.1"], {"contenus": ["information-generale"]}, False),
    ],
)
def test_the_points_that_clauses_bring(small: Project, opposed: list[str], about: dict[str, list[str]], shown: bool) -> None:
    answer = next(a for a in small.reponses if a.combination == PHOTO)
    assert points_of(answer, [point("oppose", *opposed, **about)]) == ([point("oppose", *opposed, **about)] if shown else [])


def test_a_named_point_comes_first_whatever_it_is_about(small: Project) -> None:
    answer = next(a for a in small.reponses if a.combination == PHOTO)
    named = replace(answer, regle=answer.regle.model_copy(update={"points": ["nomme"]}))
    by_status = replace(named, statut=named.statut.model_copy(update={"point": "du-statut"}))
    register = [
        point("oppose", "directive/2", "directive/2.1"),
        point("du-statut", "directive/1"),
        point("nomme", "directive/1", plateformes=["texto"]),
    ]
    assert [p.id for p in points_of(by_status, register)] == ["du-statut", "nomme", "oppose"]
    assert [p.id for p in points_of(named, register)] == ["nomme", "oppose"]


# The paragraph to quote.

CLAUSE = """Voici **les règles** :

- la première;

- la seconde.

¹ Il est toujours permis d’écrire.

Voici autre chose."""


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("Voici les règles", "Voici **les règles** :\n\n- la première;\n\n- la seconde."),
        ("¹ Il est toujours permis d'écrire", "¹ Il est toujours permis d’écrire."),
        ("Voici autre chose.", "Voici autre chose."),
        ("- la seconde", "- la seconde."),
        ("Voici", None),
        ("voici les règles", None),
        ("autre chose", None),
    ],
)
def test_the_paragraph_to_quote(start: str, found: str | None) -> None:
    assert extract(CLAUSE, start) == found


@pytest.mark.parametrize(
    ("excerpts", "found"),
    [
        (["Voici **les règles**¹ :"], ["¹ Il est toujours permis d’écrire."]),
        (["Voici autre chose."], []),
        # A note that is quoted itself is not given again.
        (["Voici **les règles**¹ :", "¹ Il est toujours permis d’écrire."], []),
    ],
)
def test_the_notes_that_a_quotation_calls(excerpts: list[str], found: list[str]) -> None:
    assert notes(CLAUSE, excerpts) == found


# The proof.


def test_the_proof_of_the_small_table(small: Project) -> None:
    done = prove(small.facts, small.reponses, day("2025-08-31"))
    assert (done.first, done.days, done.combinations, done.cases, done.rules, done.failures) == (START, 10, 16, 160, 4, [])


Break = Callable[[Facts, list[Answer]], tuple[Facts, list[Answer]]]
BREAKS: list[tuple[Break, int, str]] = [
    (lambda f, a: (without(f, "teams-tolere"), a), 40, "teams, eleves, information-generale, le 2025-08-22 : aucune règle"),
    (lambda f, a: (ruled(f, [*f.regles, f.regles[-1]]), a), 120, "teams, parents, information-generale, le 2025-08-22 : proscrites, proscrites"),
    (lambda f, a: (changed(f, "teams-tolere", au=day("2025-08-30")), a), 4, "teams, eleves, information-generale, le 2025-08-31 : aucune règle"),
    (lambda f, a: (f, a[1:]), 10, "teams, parents, information-generale, le 2025-08-22 : proscrites"),
    (lambda f, a: (f, [replace(a[0], au=day("2025-08-30")), *a[1:]]), 1, "teams, parents, information-generale, le 2025-08-31 : proscrites"),
    (lambda f, a: (f, [a[0], *a]), 10, "teams, parents, information-generale, le 2025-08-22 : proscrites"),
    (
        lambda f, a: (ruled(f, [*f.regles, f.regles[0].model_copy(update={"id": "oisive", "quand": Quand(au=day("2020-01-01"))})]), a),
        1,
        "la règle « oisive » ne s'applique jamais",
    ),
]


@pytest.mark.parametrize(("break_", "count", "failure"), BREAKS)
def test_the_proof_finds_what_is_broken(small: Project, break_: Break, count: int, failure: str) -> None:
    done = prove(*break_(small.facts, small.reponses), day("2025-08-31"))
    assert len(done.failures) == count
    assert done.failures[0] == failure
