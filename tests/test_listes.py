"""The self-assessments: the force of a question, the fingerprints, the conditions, what all the lists carry out together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.__main__ import covered
from macros.clauses.clause import Clause, Mark
from macros.clauses.fingerprints import clause_fingerprint, fingerprint
from macros.clauses.parsing import parse
from macros.clauses.passages import Passage, passages
from macros.lists.conditions import earlier, needed, opposed, shown
from macros.lists.coverage import coverage
from macros.lists.forces import force_of, nuance_of
from macros.model.base import Renvoi
from macros.model.listes import Liste, Question
from macros.model.meanings import ASKED
from macros.project import Project
from macros.typography import french
from tests.publie import searched

TEXT = """\
## 1.0 Choisir
Obligation : personnel
Interdiction (sans accord) : direction

Vous choisissez une **plateforme** approuvée :

a) avant de communiquer;

b) pour toute l'année.

## 2.0 Se taire
Recommandation : personnel

Taisez-vous.
"""


@pytest.fixture
def cited() -> dict[str, Passage]:
    """What can be cited in a small text."""
    return {p.reference: p for p in passages(parse("directive", "directive.md", TEXT).clauses)}


def question(id_: str, *articles: str, **rest: object) -> dict[str, object]:
    """Return a question as its file holds it."""
    return {"id": id_, "theme": "un", "question": f"Et {id_}?", "articles": articles or ("directive/1",), "remede": "Faites-le.", **rest}


def made(*questions: dict[str, object], themes: tuple[str, ...] = ("un",), **more: object) -> Liste:
    """Return a list with some questions, and more of its keys."""
    named = [{"id": id_, "titre": id_} for id_ in themes]
    facts = [{"id": "fait", "question": "Est-ce un fait?"}]
    head = {"ordre": "1", "titre": "Liste", "resume": "Pour voir.", "roles": ["personnel"], "themes": named, "faits": facts}
    return Liste.model_validate({**head, "questions": [*questions], **more})


def when(**subject: str) -> list[dict[str, str]]:
    """Return conditions as a file holds them, from the answer that each subject must have."""
    return [{"fait" if name == "fait" else "question": name, "reponse": answer} for name, answer in subject.items()]


def model(*articles: str, **rest: object) -> Question:
    """Return a question."""
    return Question.model_validate(question("une", *articles, **rest))


def test_the_force_is_that_of_the_first_clause(cited: dict[str, Passage]) -> None:
    assert force_of(model("directive/2", "directive/1"), cited) == "recommandation"
    assert force_of(model("directive/1"), cited) == "obligation"
    assert force_of(model("directive/1.a", "directive/2"), cited) == "obligation"


def test_a_question_may_name_another_force_of_its_clause(cited: dict[str, Passage]) -> None:
    assert force_of(model("directive/1", marque="interdiction"), cited) == "interdiction"


def test_words_that_temper_one_line_of_a_clause_are_not_those_of_another(cited: dict[str, Passage]) -> None:
    twice = {"directive/1": tempered(cited["directive/1"], "lorsque possible", "il l'appartient")}
    assert nuance_of(model("directive/1", marque="obligation"), twice) is None
    assert nuance_of(model("directive/1", marque="obligation", nuance="il l'appartient"), twice) == "il l’appartient"
    once = {"directive/1": tempered(cited["directive/1"], "lorsque possible")}
    assert nuance_of(model("directive/1", marque="obligation"), once) == "lorsque possible"


def tempered(passage: Passage, *nuances: str) -> Passage:
    """Return a passage whose clause says an obligation once for each of some words."""
    return replace(passage, clause=replace(passage.clause, marks=tuple(Mark("obligation", ("personnel",), words) for words in nuances)))


SAME = ["Avez-vous vérifié ?", "Avez-vous vérifié?", "Avez-vous  vérifié\u00a0?", "\nAvez-vous\n vérifié?\n", "Avez-vous **vérifié**?"]


@pytest.mark.parametrize("text", SAME)
def test_layout_and_typography_leave_a_fingerprint_as_it_is(text: str) -> None:
    assert fingerprint(text) == fingerprint("Avez-vous vérifié?")


@pytest.mark.parametrize("text", ["Avez-vous bien vérifié?", "Avez-vous verifié?", "avez-vous vérifié?", "Avez-vous vérifié", ""])
def test_a_word_changes_a_fingerprint(text: str) -> None:
    assert fingerprint(text) != fingerprint("Avez-vous vérifié?")


def test_a_fingerprint_is_short_and_tells_texts_apart() -> None:
    assert len(fingerprint("a")) == 12
    assert fingerprint("a", "b") != fingerprint("a b")


def test_the_quotation_marks_and_the_apostrophes_do_not_count() -> None:
    assert fingerprint("L'élève dit « oui »") == fingerprint("L’élève dit «\u00a0oui\u00a0»")


def test_the_fingerprint_of_a_clause_is_that_of_its_words_and_its_force(cited: dict[str, Passage]) -> None:
    passage = cited["directive/2"]
    told = clause_fingerprint(passage)
    retitled = replace(passage, title="Garder le silence", clause=replace(passage.clause, title="Garder le silence", line=99))
    assert clause_fingerprint(retitled) == told
    assert clause_fingerprint(replace(passage, markdown="Taisez-vous tous.")) != told
    for mark in (Mark("obligation", ("personnel",)), Mark("recommandation", ("direction",)), Mark("recommandation", ("personnel",), "si possible")):
        assert clause_fingerprint(replace(passage, clause=replace(passage.clause, marks=(mark,)))) != told


def test_the_questions_are_shown_theme_by_theme() -> None:
    liste = made(question("a", theme="deux"), question("b"), question("c", theme="deux"), question("d"), themes=("un", "deux"))
    assert [q.id for q in shown(liste)] == ["b", "d", "a", "c"]
    assert [q.id for q in earlier(liste, liste.questions[0])] == ["b", "d"]


def test_a_question_needs_what_those_that_it_depends_on_need() -> None:
    liste = made(question("a", si=when(fait="oui")), question("b", si=when(a="non")), question("c", si=when(b="oui", fait="non")))
    assert needed(liste)["b"] == {("a", False), ("fait", True)}
    assert [opposed(liste, needs) for needs in needed(liste).values()] == [None, None, "oui et non à « fait »"]


def test_a_question_may_not_need_what_contradicts_itself() -> None:
    facts = [{"id": id_, "question": f"Est-ce {id_}?"} for id_ in ("fait", "autre")]
    both = [{"reponses": [{"fait": "fait", "reponse": "oui"}, {"fait": "autre", "reponse": "non"}], "pourquoi": "L'un dit l'autre."}]
    asked = [{"fait": "fait", "reponse": "oui"}, {"fait": "autre", "reponse": "non"}]
    liste = made(question("a", si=asked), question("b", si=asked[:1]), faits=facts, incompatibles=both)
    assert [opposed(liste, needs) for needs in needed(liste).values()] == ["oui à « fait » et non à « autre », ce que « incompatibles » exclut", None]


def test_conditions_in_a_circle_are_read_to_their_end() -> None:
    liste = made(question("a", si=when(b="oui")), question("b", si=when(a="oui")))
    assert needed(liste) == {"a": {("b", True)}, "b": {("a", True), ("b", True)}}


def test_a_clause_is_carried_out_by_what_cites_it_or_its_letters_with_its_force(cited: dict[str, Passage]) -> None:
    clauses = list({id(p.clause): p.clause for p in cited.values()}.values())
    asked = (question("a", "directive/1.b"), question("b", "directive/2", "directive/1"))
    lists = {"l": made(*asked), "m": made(question("c", "directive/1", marque="obligation"))}
    found = [(carried.clause.number, carried.force, carried.questions) for carried in coverage(clauses, lists, cited, {"personnel", "direction"})]
    assert found == [("1", "obligation", ["l/a", "m/c"]), ("1", "interdiction", [])]


def to_cover(project: Project) -> list[Clause]:
    """Return the clauses of the texts whose obligations the questions must carry out."""
    return [clause for text in project.documents.values() if text.couverture for clause in project.clauses[text.id]]


def test_the_command_prints_which_question_carries_out_what(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert covered(project) == 0
    rows = capsys.readouterr().out.splitlines()
    known = {f"{id_}/{q.id}" for id_, liste in project.listes.items() for q in liste.questions}
    marks = [(clause.reference, mark) for clause in to_cover(project) for mark in clause.marks]
    asked = [(reference, m.force) for reference, m in marks if m.force in ASKED and project.personnel.intersection(m.roles)]
    split = [row.split(maxsplit=2) for row in rows]
    assert [(Renvoi(reference), force) for reference, force, _ in split] == list(dict.fromkeys(asked))
    assert all({*questions.split(", ")} <= known for _, _, questions in split)


def test_the_command_says_that_no_text_is_to_cover(project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    bare = {id_: text.model_copy(update={"couverture": False}) for id_, text in project.documents.items()}
    monkeypatch.setattr(Project, "documents", bare)
    assert covered(project) == 0
    assert capsys.readouterr().out.startswith("Aucun texte n'est à couvrir\u00a0: ")


def test_a_list_answers_to_ids_that_nothing_else_has(project: Project) -> None:
    for liste in project.listes.values():
        subjects = [thing.id for thing in [*liste.faits, *liste.questions]]
        assert len(subjects) == len({*subjects})


def test_the_search_finds_a_list_by_its_name_and_leaves_its_questions_out(site: Path, project: Project) -> None:
    index = searched(site)
    for id_, liste in project.listes.items():
        [(_, title, text)] = [found for found in index if found[0].startswith(f"autoevaluation/{id_}/")]
        assert title == french(liste.titre)
        assert len(text.splitlines()) == 1
