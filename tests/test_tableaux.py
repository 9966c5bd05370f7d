"""The answers as tables, each worked by hand: what is made one, what stays apart, and when the poster changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from macros.model.plateformes import Statut
from macros.model.regles import Condition, Quand, Regle
from macros.project import Project
from macros.rendering.answer_rows import dated, grouped
from macros.rendering.matrix_macros import by_verdict
from macros.rendering.poster import Line, Poster, lines, posters, reminded, runs
from macros.rules.facts import Combination
from macros.rules.table import Answer, Period

A, B, C, D = (date(2025, 9, day) for day in (1, 10, 20, 30))
INFO, PHOTO, PERSONAL = "information-generale", "realisation-ou-photo", "renseignement-personnel"
BEFORE = {B: date(2025, 9, 9), C: date(2025, 9, 19), D: date(2025, 9, 29)}
STATUS = Statut.model_construct(statut="approuvee", du=A)


def condition(id_: str) -> Condition:
    return Condition.model_construct(id=id_, etape="avant", texte=id_, articles=[], quand=Quand(), formulaires=[], echeances=[])


def answer(du: date, until: date | None, verdict: str, rule: str = "", *, content: str = INFO, conditions: str = "", platform: str = "p") -> Answer:
    """An answer to parents, up to the day before a day; the rule names its conditions in the order of the alphabet."""
    named = Regle.model_construct(id=rule or verdict, verdict=verdict, conditions=[*"abc"], points=[])
    held = tuple(condition(letter) for letter in conditions)
    return Answer(Combination(platform, "parents", content), du, BEFORE[until] if until else None, STATUS, named, (), held)


def days(answers: Iterable[Answer]) -> list[tuple[str, date, date | None]]:
    return [(a.regle.verdict, a.du, a.au) for a in answers]


def test_a_verdict_that_goes_on_is_one() -> None:
    found = [answer(A, B, "permis", "x"), answer(B, C, "permis", "y"), answer(C, None, "interdit")]
    assert days(by_verdict(found)) == [("permis", A, BEFORE[C]), ("interdit", C, None)]


def test_a_verdict_that_comes_back_is_another() -> None:
    found = [answer(A, B, "permis"), answer(B, C, "interdit"), answer(C, None, "permis")]
    assert days(by_verdict(found)) == days(found)


def test_another_question_is_never_made_one() -> None:
    found = [answer(A, None, "permis"), answer(A, None, "permis", content=PHOTO)]
    assert [a.combination.contenu for a in by_verdict(found)] == [INFO, PHOTO]


def test_a_period_is_that_of_the_rule() -> None:
    found = [answer(A, B, "permis", "x", conditions="a"), answer(B, C, "permis", "x"), answer(C, None, "permis", "y")]
    assert [period for _, period in dated(found)] == [Period(A, BEFORE[C]), Period(A, BEFORE[C]), Period(C, None)]


def test_contents_under_one_rule_share_a_row_that_says_which_conditions_are_whose() -> None:
    found = [answer(A, None, "autorisation", content=content, conditions=held) for content, held in ((INFO, "ac"), (PHOTO, "abc"), (PERSONAL, "ab"))]
    (group,) = grouped(list(dated(found)), B)
    assert group.contenus == [INFO, PHOTO, PERSONAL]
    (row,) = group.rangees
    assert [c.id for c in row.reponse.conditions] == ["a", "b", "c"]
    assert [row.cas(c) for c in row.reponse.conditions] == [[], [PHOTO, PERSONAL], [INFO, PHOTO]]


def test_contents_are_together_as_on_the_day_and_apart_on_the_days_when_they_differ() -> None:
    found = [
        answer(A, B, "permis"),
        answer(B, None, "interdit"),
        answer(A, B, "conditions", content=PHOTO),
        answer(B, None, "interdit", content=PHOTO),
        answer(A, None, "interdit", content=PERSONAL),
    ]
    before, after = (grouped(list(dated(found)), day) for day in (A, C))
    assert [g.contenus for g in before] == [[INFO], [PHOTO], [PERSONAL]]
    assert [g.contenus for g in after] == [[INFO, PHOTO], [PERSONAL]]
    assert [(row.contenus, row.reponse.du) for row in after[0].rangees] == [([INFO], A), ([PHOTO], A), ([INFO, PHOTO], B)]


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((("x", "x", "x"), ("x", "x", "x")), [("x", 6)]),
        ((("x", "x", "x"), ("y", "y", "y")), [("x", 3), ("y", 3)]),
        ((("x", "y", "y"), ("y", "y", "x")), [("x", 1), ("y", 2), ("y", 2), ("x", 1)]),
        ((("x", "y", "x"), ("x", "x", "y")), [("x", 1), ("y", 1), ("x", 1), ("x", 2), ("y", 1)]),
    ],
)
def test_the_same_verdict_side_by_side_is_written_once(verdicts: tuple[tuple[str, ...], ...], expected: list[tuple[str, int]]) -> None:
    assert list(runs(verdicts)) == expected


def test_platforms_with_the_same_verdicts_share_a_line_whatever_their_rules() -> None:
    verdicts = {"one": ("permis", "interdit"), "two": ("interdit", "interdit"), "three": ("permis", "interdit")}
    found = [
        answer(A, None, verdict, platform + verdict, content=content, platform=platform)
        for platform, pair in verdicts.items()
        for content, verdict in zip((INFO, PHOTO), pair, strict=True)
    ]
    assert lines(found) == [Line(["one", "three"], [("permis", 1), ("interdit", 1)]), Line(["two"], [("interdit", 2)])]


# The real poster.


def shown(sheet: Poster) -> dict[tuple[str, ...], list[tuple[str, int]]]:
    return {tuple(line.plateformes): line.verdicts for line in [*sheet.selon, *sheet.partout]}


def test_the_poster_changes_only_with_what_it_shows(project: Project) -> None:
    assert [(sheet.du, sheet.au) for sheet in posters(project)] == [
        (date(2025, 8, 22), date(2025, 8, 24)),
        (date(2025, 8, 25), date(2026, 6, 30)),
        (date(2026, 7, 1), None),
    ]


def test_the_poster_since_july_2026(project: Project) -> None:
    assert shown(posters(project)[-1]) == {
        ("mozaik", "portail-parents", "clic-ecole", "mparent"): [("permis", 1), ("conditions", 2), ("a-clarifier", 1), ("a-clarifier", 4)],
        ("teams", "classroom"): [("autorisation", 4), ("permis", 1), ("conditions", 1), ("a-clarifier", 2)],
        ("courriel",): [("permis", 1), ("a-clarifier", 1), ("conditions", 1), ("a-clarifier", 1), ("a-clarifier", 4)],
        ("telephone", "papier"): [("permis", 1), ("a-clarifier", 1), ("permis", 1), ("a-clarifier", 1)] * 2,
        ("page-facebook-ecole",): [("permis", 1), ("interdit", 3), ("permis", 1), ("interdit", 3)],
        ("autre-page-facebook", "autre"): [("autorisation", 8)],
        ("classdojo",): [("a-clarifier", 8)],
        ("facebook", "messenger", "texto", "courriel-personnel", "reseaux-sociaux-personnels"): [("interdit", 8)],
    }


def test_a_reminder_says_the_only_audience_of_a_platform_where_others_have_more(project: Project) -> None:
    """Teams asks for an authorization with parents alone: « Teams » without a word would say that pupils need it too."""
    today = [answer for answer in project.reponses if answer.au is None]
    (asked,) = reminded(today, "autorisation-ecrite")
    assert (asked.plateformes[:2], asked.publics) == (["teams", "classroom"], {"teams": "parents", "classroom": "parents"})
    (parents,) = reminded(today, "consentement-parent")
    assert (len(parents.plateformes) > 4, parents.publics) == (True, {})


def test_the_poster_recalls_what_holds_and_where(project: Project) -> None:
    first, _, last = posters(project)
    assert [r.condition.id for r in last.rappels] == ["moyen-securise", "consentement-classe", "consentement-parent", "destruction"]
    assert [r.plateformes for r in last.rappels] == [
        ["courriel"],
        ["mozaik", "portail-parents", "clic-ecole", "mparent", "teams", "classroom", "autre-page-facebook", "autre"],
        ["mozaik", "portail-parents", "clic-ecole", "mparent", "teams", "classroom", "autre-page-facebook", "autre"],
        ["teams", "classroom", "autre"],
    ]
    assert [c.id for c in last.contacts] == ["direction"]
    assert [[text.id for text in sheet.textes] for sheet in (first, last)] == [["directive"], ["directive", "note-de-service"]]
