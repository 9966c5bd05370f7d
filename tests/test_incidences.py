"""What a proposal is said to change: real repositories, real edits, exact sentences."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.checking import rereading
from macros.checking.texts import Clean
from macros.comparison import one_side, segments, trimmed
from macros.dependants import resting
from macros.incidences import bodies, dated, remains, saved, values
from macros.incidences.command import NO_BASE, PAGE, UNKNOWN, incidences
from macros.incidences.report import Section, compared
from macros.incidences.shown import summary
from macros.incidences.states import Both, State, state
from macros.loading import load
from macros.mistakes import MistakesError, typeset
from macros.project import Project
from macros.reading.draft import Draft, read
from macros.reading.tree import walk
from tests.conftest import small_project
from tests.erreurs.edits import apply
from tests.test_avis import NOTICE
from tests.test_fichiers import document
from tests.test_proposition import commit, git

INSERTED = """\
--- docs/encadrements/directive.md
-### 2.1 Une seule plateforme
+### 2.1 Tenir un registre
+Recommandation : direction
+
+La direction tient un registre.
+
+### 2.2 Une seule plateforme
"""
REWORDED = """\
--- docs/encadrements/directive.md
-a) **Choix.** Vous choisissez une plateforme approuvée.
+a) **Choix.** Vous prenez une plateforme approuvée.
"""


@pytest.fixture
def proposal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, whose clauses are all followed, under git, on a branch of its own."""
    monkeypatch.delenv("BASE", raising=False)
    root = small_project(tmp_path / "projet")
    (root / "data/relectures.yml").write_text(rereading.written(read(root, walk(root))), encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    git(root, "checkout", "-q", "-b", "proposition")
    return root


def told(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Return the exit code and the lines that are printed."""
    capsys.readouterr()
    code = incidences(root)
    return code, capsys.readouterr().out.splitlines()


def test_nothing_changes(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(proposal, capsys) == (0, ["Rien ne change pour les lecteurs."])
    assert not (proposal / PAGE).exists()


def test_a_value_that_no_other_part_knows_is_told(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = proposal / "data/glossaire.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("    terme:", "    variantes: [un autre mot]\n    terme:", 1), encoding="utf-8")
    page = proposal / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("---\n", "---\ndescription: Neuve\n", 1), encoding="utf-8")
    code, lines = told(proposal, capsys)
    assert code == 0
    at = lines.index("== Valeurs changées (2)")
    assert lines[at + 3] == "    termes.plateforme.variantes.1 : absent → « un autre mot »"
    assert [lines[at + 2], *lines[at + 4 : at + 6]] == ["- data/glossaire.yml", "- docs/index.md", "    description : absent → « Neuve »"]


def test_a_summary_that_the_forge_would_not_show_says_where_to_read_it() -> None:
    short, long = (summary([Section("Articles changés", [compared("directive/2", "", "mot " * count)])]) for count in (1_000, 400_000))
    assert "mot mot" in short
    assert len(long.encode()) < 2**20
    assert "<p>Articles changés : 1</p>" in long
    assert "ouvrez la page des incidences" in long


# A content before and after, by file: what changes of each is told, or nothing.
LONG = "x" * values.LONGEST
VALUES = {
    "data/attendus.yml": ("a: 1", "a: 2"),
    "data/entrees.yml": ("l: [{id: un, a: 1}, {id: deux, a: 1}]", "l: [{id: neuf, a: 1}, {id: un, a: 1}, {id: deux, a: 2}]"),
    "data/enleve.yml": ("l: [un, deux, trois, quatre]", "l: [deux, trois, cinq]"),
    "data/insere.yml": ("l: [{a: 1}, {a: 2}]", "l: [{a: 0}, {a: 1}, {a: 2, b: [oui, x]}]"),
    "data/nature.yml": ("a: [un, deux]\nb: 1\nd: [1]", "a: un\nb: {c: 1}\nd: [true]"),
    "data/genres.yml": ("{a: true, b: 2026-06-30, c: '', d: 3}", "{a: false, b: 2026-06-31, c: }"),
    "data/illisible.yml": ("a: 1", "a: ["),
    "data/long.yml": (f"{{a: {LONG}, b: 1}}", f"{{a: {LONG}y, b: {LONG}}}"),
    "data/douze.yml": ("{}", "".join(f"a{number}: 1\n" for number in range(values.MOST))),
    "data/treize.yml": ("{}", "".join(f"a{number}: 1\n" for number in range(values.MOST + 1))),
    "docs/entete.md": ("\ufeff--- \na: 1\n---\nb: 1\n", "---\na: 2\n---\nb: 2\n"),
    "docs/prose.md": ("a: 1", "a: 2"),
    "docs/sans.md": ("Prose.\n\n---\na: 1\n---\n", "Prose.\n\n---\na: 2\n---\n"),
}
TOLD = {
    "data/douze.yml": [f"a{number} : absent → « 1 »" for number in range(values.MOST)],
    "data/entrees.yml": ["l.deux.a : « 1 » → « 2 »", "l.neuf.id : absent → « neuf »", "l.neuf.a : absent → « 1 »"],
    "data/enleve.yml": ["l.1 : « un » → absent", "l.3 : « quatre » → « cinq »"],
    "data/insere.yml": ["l.1.a : absent → « 0 »", "l.3.b.1 : absent → « oui »", "l.3.b.2 : absent → « x »"],
    "data/nature.yml": [
        "a.1 : « un » → absent",
        "a.2 : « deux » → absent",
        "a : absent → « un »",
        "b : « 1 » → absent",
        "b.c : absent → « 1 »",
        "d.1 : « 1 » → « oui »",
    ],
    "data/genres.yml": ["a : « oui » → « non »", "b : « 2026-06-30 » → « 2026-06-31 »", "c : vide → « rien »", "d : « 3 » → absent"],
    "data/long.yml": [f"a : « {LONG} » → « {LONG}… »", f"b : « 1 » → « {LONG} »"],
    "data/treize.yml": [*(f"a{number} : absent → « 1 »" for number in range(values.MOST)), "… et 1 autre valeur"],
    "docs/entete.md": ["a : « 1 » → « 2 »"],
}


def test_each_value_that_changes_is_told_by_its_key(tmp_path: Path) -> None:
    for name, texts in VALUES.items():
        for moment, text in zip(("avant", "apres"), texts, strict=True):
            path = tmp_path / moment / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    before, after = (State(Draft(tmp_path / state, walk(tmp_path / state))) for state in ("avant", "apres"))
    items = values.values(Both(before, after, tmp_path)).items
    assert {item.title: [*item.notes] for item in items} == TOLD
    assert [(item.title, item.more) for item in items if item.more] == [("data/treize.yml", (f"a{values.MOST} : absent → « 1 »",))]


# Each is opened as any other file of a proposal is: not through a link, nor beyond the limits.
NEVER_WHOLE = {
    "data/rond.yml": "a: &a [*a]\n",
    "data/profond.yml": f"a: {'[' * 2000}{']' * 2000}\n",
    "docs/multiplie.md": f"---\na: &a {'x' * 40}\nb: [*a, *a]\n---\n",
    "data/long.yml": f"a: {'b' * 1_000_000}\n",
}


def test_a_value_is_read_neither_through_a_link_nor_without_end(proposal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "secret.yml").write_text("cle: zorblax\n", encoding="utf-8")
    (tmp_path / "secret.md").write_text("---\ncle: zorblax\n---\n", encoding="utf-8")
    for name in ("data/lien.yml", "docs/lien.md"):
        (proposal / name).symlink_to(tmp_path / f"secret.{name.rpartition('.')[2]}")
    for name, text in NEVER_WHOLE.items():
        (proposal / name).write_text(text, encoding="utf-8")
    apply(REWORDED, proposal)
    _, lines = told(proposal, capsys)
    assert "- directive/2 · Règles" in lines
    assert not [line for line in lines if "zorblax" in line or "lien.md" in line or "lien.yml" in line]
    assert not [line for line in lines for name in NEVER_WHOLE if name in line]
    assert "zorblax" not in (proposal / PAGE).read_text(encoding="utf-8")


def test_a_platform_under_another_id_is_told_as_renamed(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in [*(proposal / "data").rglob("*.yml"), *(proposal / "docs").rglob("*.md")]:
        path.write_text(re.sub(r"(?<![\w-])texto(?![\w-])", "sms", path.read_text(encoding="utf-8")), encoding="utf-8")
        if path.stem == "texto":
            path.rename(path.with_stem("sms"))
    code, lines = told(proposal, capsys)
    assert code == 0
    at = lines.index("== Statuts des plateformes (1)")
    assert lines[at + 1] == "- Texto · renommée"
    assert lines[at + 2].startswith("    « texto » semble être devenue « sms » : ")
    assert lines[lines.index("- plateformes/sms/") + 1].startswith("    Page qui change d'adresse : elle était à plateformes/texto/. ")
    assert not [line for line in lines if line.startswith("== Réponses") or "etirée" in line or "absent" in line]


def test_without_a_history_there_is_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(small_project(tmp_path / "projet"), capsys) == (0, [NO_BASE])


def test_a_base_that_is_not_there_is_told_rather_than_replaced(
    proposal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(REWORDED, proposal)
    monkeypatch.setenv("BASE", "nulle-part")
    code, (said,) = told(proposal, capsys)
    assert (code, said) == (1, typeset(UNKNOWN.format("nulle-part")))
    monkeypatch.setenv("BASE", "main")
    assert "- directive/2 · Règles" in told(proposal, capsys)[1]


def test_words_that_say_another_force_than_the_line_under_the_title_are_asked_about(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply(REWORDED.replace("Vous prenez", "Vous pouvez prendre"), proposal)
    line = "Obligation : personnel"
    asked = f"Des mots qui disent la force ont changé («\u00a0pouvez\u00a0»), pas la ligne sous le titre ({line}) : est-elle encore juste?"
    assert told(proposal, capsys)[1].count(f"    {asked}") == 1
    apply("--- docs/encadrements/directive.md\n-Obligation : personnel\n+Permission : personnel\n", proposal)
    assert "Des mots qui disent la force" not in "\n".join(told(proposal, capsys)[1])


@pytest.mark.parametrize("committed", [False, True])
def test_a_clause_is_told_with_all_that_rests_on_it(proposal: Path, capsys: pytest.CaptureFixture[str], committed: bool) -> None:
    apply(REWORDED, proposal)
    if committed:
        commit(proposal)
    code, lines = told(proposal, capsys)
    assert code == 0
    at = lines.index("== Articles changés (1)")
    assert lines[at + 1] == "- directive/2 · Règles"
    assert lines[at + 2].startswith("    Reposent sur cet article : ")
    for kind in ("règles (", "condition", "d'autoévaluation", "plateformes (", "échéance", "document", "point à clarifier"):
        assert kind in lines[at + 2], kind
    assert lines[at + 3 : at + 5] == [
        "    avant : … les règles : a) Choix. Vous choisissez une plateforme approuvée. b) Ménage. Vous …",
        "    après : … les règles : a) Choix. Vous prenez une plateforme approuvée. b) Ménage. Vous …",
    ]
    assert "== Réponses enregistrées par les lecteurs (1)" in lines
    assert any(re.fullmatch(r"    \d questions? se rouvre(nt)? : .+", line) for line in lines)
    assert any(line.startswith("- ") and "encadrements/directive/" in line for line in lines)


def test_a_form_that_gives_an_annex_rests_on_each_of_its_parts(project: Project) -> None:
    """Who changes a point of an agreement has its sheet to read again; what only speaks of the annex rests on no point of it."""
    part, form = "plateformes-apprentissage/annexe-a-2", "data/formulaires/entente-utilisation.yml"
    assert [one.file for one in resting(project.draft, part)] == [form]
    assert [one.file for one in rereading.needing(project.draft, Clean(project.passages))[part]] == [form]
    assert {form, "data/contradictions.yml"} <= {one.file for one in resting(project.draft, part.removesuffix("-2"))}


def test_a_fact_asked_in_other_words_reopens(project: Project) -> None:
    liste = next(liste for liste in project.listes.values() if liste.faits)
    first, *others = liste.faits
    other = liste.model_copy(update={"faits": [first.model_copy(update={"question": "Un tout autre fait?"}), *others]})
    found = saved.told(project, project, liste, other)
    assert found
    assert found.notes == (f"1 question sur la situation se rouvre : {first.id}",)
    assert saved.told(project, project, liste, liste) is None


def test_a_typo_whose_meaning_is_the_same_reopens_nothing(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply(REWORDED, proposal)
    settle(proposal, "inchange")
    assert "== Réponses enregistrées par les lecteurs (1)" not in told(proposal, capsys)[1]
    assert load(proposal).sense("directive/2.a") == former(proposal, "directive/2.a")


def settle(root: Path, sense: str) -> None:
    """Write in the book each line that the check gives, for a sense, as an editor pastes them."""
    book = root / "data/relectures.yml"
    for mistake in mistakes(root):
        line = re.findall(r"- { [^}]*sens: (\w+)[^}]* }", mistake)
        given = {found[1]: found[0] for found in re.findall(r"(- { [^}]*sens: (\w+)[^}]* })", mistake)}
        assert sense in line, mistake
        reference = re.search(r"article: (\S+),", given[sense])
        assert reference
        text = re.sub(rf"- {{ article: {re.escape(reference[1])}, .*}}", given[sense], book.read_text(encoding="utf-8"))
        book.write_text(text, encoding="utf-8")


def mistakes(root: Path) -> list[str]:
    """Return the mistakes of a project, as they are told."""
    with pytest.raises(MistakesError) as caught:
        load(root)
    return [str(mistake) for mistake in caught.value.mistakes]


def former(root: Path, reference: str) -> str:
    """Return the fingerprint of a clause's words on the main branch."""
    found = re.search(rf"article: {re.escape(reference)}, mots: (\w+)", git(root, "show", "main:data/relectures.yml"))
    assert found
    return found[1]


def test_a_changed_clause_is_read_again(proposal: Path) -> None:
    apply(REWORDED, proposal)
    said = next(mistake for mistake in mistakes(proposal) if "« directive/2.a »" in mistake)
    assert said.startswith("docs/encadrements/directive.md:12 : les mots de « directive/2.a » ont changé (avant : ")
    assert "avant : Vous choisissez une plateforme approuvée. · maintenant : Vous prenez une plateforme approuvée." in said
    assert re.search(r"remplacez la ligne \d+ par - { article: directive/2\.a, mots: \w{12}, sens: inchange, depuis: \w{12} }", said)
    assert re.search(r"ou sinon par - { article: directive/2\.a, mots: \w{12}, sens: change, avis: directive-2-a } et ajoutez cet avis à", said)
    settle(proposal, "change")
    (proposal / "data/avis.yml").write_text(NOTICE, encoding="utf-8")
    assert sum("l'avis « directive-2" in mistake for mistake in mistakes(proposal)) == 2
    book = proposal / "data/relectures.yml"
    book.write_text(re.sub(r"avis: [\w-]+", "avis: choix", book.read_text(encoding="utf-8")), encoding="utf-8")
    assert load(proposal).sense("directive/2.a") != former(proposal, "directive/2.a")


def test_a_change_that_is_announced_is_given_its_notice(proposal: Path) -> None:
    (proposal / "data/avis.yml").write_text(NOTICE.replace("nouveau", "ancien"), encoding="utf-8")
    apply(REWORDED, proposal)
    said = next(mistake for mistake in mistakes(proposal) if "les mots de « directive/2.a »" in mistake)
    assert re.search(r"ou sinon par - { article: directive/2\.a, mots: \w{12}, sens: change, avis: choix }$", said)
    settle(proposal, "change")
    book = proposal / "data/relectures.yml"
    book.write_text(book.read_text(encoding="utf-8").replace("avis: directive-2 ", "avis: choix "), encoding="utf-8")
    assert load(proposal).sense("directive/2.a") != former(proposal, "directive/2.a")
    apply(REWORDED.replace("choisissez", "prenez").replace("+a) **Choix.** Vous prenez", "+a) **Choix.** Vous trouvez"), proposal)
    again = next(mistake for mistake in mistakes(proposal) if "les mots de « directive/2.a »" in mistake)
    assert "avis: directive-2-a } et ajoutez cet avis" in again


def test_the_book_is_stable_and_asks_for_nothing_that_nothing_rests_on(proposal: Path) -> None:
    book = proposal / "data/relectures.yml"
    before = book.read_text(encoding="utf-8")
    assert rereading.written(read(proposal, walk(proposal))) == before
    book.write_text(before.replace(next(line for line in before.splitlines(keepends=True) if "directive/1," in line), ""), encoding="utf-8")
    cited = any("directive/1" in text.read_text(encoding="utf-8") for text in (proposal / "data").rglob("*.yml"))
    assert not cited or "l'article « directive/1 » n'a pas de ligne ici" in mistakes(proposal)[0]


def test_a_renumbered_clause_stops_the_proposal_until_each_citation_is_settled(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply(INSERTED, proposal)
    code, lines = told(proposal, capsys)
    assert code == 1
    at = lines.index("== Articles renumérotés ou déplacés (1)")
    assert lines[at + 2].startswith("À RÉGLER\u00a0: ")
    assert "l'article «\u00a0directive/2.1\u00a0» est maintenant «\u00a0directive/2.2\u00a0»" in lines[at + 2]
    assert lines[at + 3] == "- directive/2.1 est maintenant directive/2.2 · Une seule plateforme"
    cite_as(proposal, "directive/2.1", "directive/2.2")
    code, lines = told(proposal, capsys)
    assert (code, [line for line in lines if line.startswith("À RÉGLER")]) == (0, [])
    assert "    Aucun renvoi à l'ancien numéro n'est resté sans réponse." in lines


SENTENCES = """\
--- data/plateformes/teams.yml
-  consigne: Supprimez tout au plus tard le 30 juin.
+  consigne: L'article 2.1 de la directive vaut ici aussi.
--- data/listes/bilan.yml
-    aide: Toutes, même les brouillons.
+    aide: Toutes, même les brouillons. L'article 2.1 ne dit rien d'autre.
--- docs/glossaire.md
-{{ glossaire() }}
+{{ glossaire() }}
+
+Voyez aussi l'article 2.1 de la directive.
"""


@pytest.mark.parametrize("book", ["replace the line", "add a line"])
def test_a_sentence_that_keeps_the_number_of_a_renumbered_clause_is_told(proposal: Path, book: str) -> None:
    git(proposal, "checkout", "-q", "main")
    apply(SENTENCES, proposal)
    commit(proposal)
    git(proposal, "checkout", "-q", "-B", "proposition")
    apply(INSERTED, proposal)
    cite_as(proposal, "directive/2.1", "directive/2.2")
    if book == "add a line":
        path = proposal / "data/relectures.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("directive/2.1,", "directive/2.2,"), encoding="utf-8")
    (said,) = [one for one in mistakes(proposal) if "« directive/2.1 » est maintenant un autre article" in one]
    assert "le citent 1 plateforme, 1 question d'autoévaluation, 1 page ; citez « directive/2.2 », ou son numéro dans une phrase : " in said
    assert "phrase : data/listes/bilan.yml, ligne 27 · data/plateformes/teams.yml, ligne 33 · docs/glossaire.md, ligne 5 ; si ce qui reste" in said
    assert ("ajoutez la ligne" in said) == (book == "add a line")
    apply(
        """--- data/plateformes/teams.yml
-  consigne: L'article 2.1 de la directive vaut ici aussi.
+  consigne: L'article 2.2 de la directive vaut ici aussi.
--- data/listes/bilan.yml
-    aide: Toutes, même les brouillons. L'article 2.1 ne dit rien d'autre.
+    aide: Toutes, même les brouillons. L'article 2.2 ne dit rien d'autre.
--- docs/glossaire.md
-Voyez aussi l'article 2.1 de la directive.
+Voyez aussi l'article 2.2 de la directive.""",
        proposal,
    )
    if book == "add a line":
        load(proposal)
    else:
        assert not [one for one in mistakes(proposal) if "citez « directive/2.2 »" in one]


def test_what_cites_the_new_clause_on_purpose_is_not_sent_back_to_the_former(proposal: Path) -> None:
    apply(INSERTED, proposal)
    cite_as(proposal, "directive/2.1", "directive/2.2")
    apply("--- data/echeances.yml\n-      - directive/2.b\n+      - directive/2.1", proposal)
    (said,) = [one for one in mistakes(proposal) if "sens: autre" in one]
    assert "« directive/2.1 » est maintenant un autre article, et ses mots sont à « directive/2.2 » ; tout ce qui le cite a été revu" in said
    assert " ; remplacez la ligne " in said
    assert "citez" not in said


def cite_as(proposal: Path, before: str, after: str) -> None:
    anchors = [f"#art-{reference.rpartition('/')[2].replace('.', '-')}" for reference in (before, after)]
    for file in [*(proposal / "data").rglob("*.yml"), proposal / "docs/index.md"]:
        if file.name != "relectures.yml":
            file.write_text(file.read_text(encoding="utf-8").replace(before, after).replace(*anchors), encoding="utf-8")


def test_a_citation_that_stays_on_a_number_may_be_meant(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply(INSERTED, proposal)
    given = next(mistake for mistake in mistakes(proposal) if "« directive/2.1 » est maintenant un autre article" in mistake)
    line = re.search(r"- { article: directive/2\.1, mots: \w{12}, sens: autre }", given)
    assert line
    book = proposal / "data/relectures.yml"
    book.write_text(re.sub(r"- { article: directive/2\.1, .*}", line[0], book.read_text(encoding="utf-8")), encoding="utf-8")
    assert told(proposal, capsys)[0] == 0


def test_a_number_taken_by_the_next_clause_is_not_said_to_have_other_words(proposal: Path) -> None:
    page = proposal / "docs/encadrements/directive.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n### 2.2 Une autre\nObligation : direction\n\nLa direction répond.\n", encoding="utf-8")
    (proposal / "data/relectures.yml").write_text(rereading.written(read(proposal, walk(proposal))), encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    gone = text[text.index("### 2.1") : text.index("### 2.2")]
    page.write_text(text.replace(gone, "").replace("### 2.2", "### 2.1"), encoding="utf-8")
    (said,) = [one for one in mistakes(proposal) if "sens: autre" in one]
    assert "« directive/2.1 » est maintenant l'article qui était « directive/2.2 », et ses mots d'avant ne sont plus là ; le citent " in said
    assert " ; citez un autre article, ou retirez ce qui y reposait : data/" in said


def test_what_does_not_suit_the_clause_that_took_a_number_waits_for_the_citations(proposal: Path) -> None:
    apply(INSERTED.replace("Recommandation : direction", "Information : direction"), proposal)
    (said,) = mistakes(proposal)
    assert "« directive/2.1 » est maintenant un autre article" in said


def test_a_call_badly_typed_in_a_clause_is_told_alone(proposal: Path) -> None:
    typed = 'Une seule plateforme suffit ({{ art("directive/2.a") }}).'
    unquoted = typed.replace('"', "")
    apply(f"--- docs/encadrements/directive.md\n-{typed}\n+{unquoted}", proposal)
    (said,) = mistakes(proposal)
    assert said.startswith("docs/encadrements/directive.md:19 : les valeurs données à la macro « art » ne conviennent pas")


def test_what_remains_of_the_old_is_told(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    teams = proposal / "data/plateformes/teams.yml"
    teams.write_text(teams.read_text(encoding="utf-8").replace("nom: Teams", "nom: Équipes"), encoding="utf-8")
    lines = told(proposal, capsys)[1]
    at = lines.index("- Le nom « Teams »")
    assert re.match(r"    reste à \d+ endroits?, dans \d+ fichiers? : ", lines[at + 1])


def test_the_page_and_the_summary_escape_what_they_quote(
    proposal: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "resume.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    apply(
        '--- docs/encadrements/directive.md\n-Une seule plateforme suffit ({{ art("directive/2.a") }}).\n'
        '+Une seule plateforme suffit si 1 < 2 & 3 > 2 ({{ art("directive/2.a") }}).',
        proposal,
    )
    told(proposal, capsys)
    page = (proposal / PAGE).read_text(encoding="utf-8")
    for text in (page, summary.read_text(encoding="utf-8")):
        assert "1 &lt; 2 &amp; 3 &gt; 2" in text
        assert "1 < 2" not in text
    assert "\n\n" not in summary.read_text(encoding="utf-8").strip()
    assert addresses(page) == []


def addresses(html: str) -> list[str]:
    """Return what a page would ask of a host."""
    found: list[str] = []

    class Asked(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(
                value or "" for name, value in attrs if name in ("src", "href", "srcset", "action") and not (value or "").startswith("data:")
            )

    Asked().feed(html)
    return found


def test_a_sheet_that_changes_is_shown_before_and_after(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = proposal / "data/formulaires/confirmation.yml"
    text = form.read_text(encoding="utf-8")
    title = re.search(r"^titre: (.+)$", text, re.M)
    assert title
    form.write_text(text.replace(title[0], f"{title[0]} signée"), encoding="utf-8")
    lines = told(proposal, capsys)[1]
    assert "== Lettres et formulaires (PDF) (1)" in lines
    page = (proposal / PAGE).read_text(encoding="utf-8")
    assert len(re.findall(r'<img alt="[^"]+, (?:avant|après)" src="data:image/png;base64,iVBOR', page)) >= 2


def test_an_answer_is_told_before_and_after(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = proposal / "data/regles.yml"
    text = rules.read_text(encoding="utf-8")
    reply = re.search(r"^    reponse: (.+)$", text, re.M)
    assert reply
    rules.write_text(text.replace(reply[0], "    reponse: Oui, mais lentement.", 1), encoding="utf-8")
    lines = told(proposal, capsys)[1]
    at = next(index for index, line in enumerate(lines) if line.startswith("== Réponses de « Puis-je ? » ("))
    assert re.match(r"- \w.* · \w.* · .* · (du|à partir du) (\d+|1er)\xa0\w+\xa0\d{4}", lines[at + 1])
    assert lines[at + 2].startswith("    avant : ")
    assert "Oui, mais lentement." in lines[at + 3]


def test_while_something_is_wrong_the_rest_is_compared(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply(REWORDED, proposal)
    (proposal / "data/glossaire.yml").write_text("termes: rien\n", encoding="utf-8")
    code, lines = told(proposal, capsys)
    assert (code, lines[0]) == (0, "== Ce qui ne peut pas être comparé (1)")
    assert "== Articles changés (1)" in lines


def test_what_a_file_with_a_mistake_holds_is_not_told_as_gone(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deadlines = proposal / "data/echeances.yml"
    text = deadlines.read_text(encoding="utf-8")
    day = re.search(r'    du: "(\d\d-\d\d)"', text)
    assert day
    deadlines.write_text(text.replace(day[0], '    du: "02-29"'), encoding="utf-8")
    lines = told(proposal, capsys)[1]
    assert lines[0] == "== Ce qui ne peut pas être comparé (1)"
    assert not any(line.startswith("== Échéances") for line in lines)
    assert not any("il y en a maintenant 0" in line for line in lines)
    assert f"« {day[1]} » → « 02-29 »" in "\n".join(lines)
    with pytest.raises(MistakesError) as wrong:
        load(proposal)
    assert f"- La proposition : {str(wrong.value).splitlines()[-1].split(' ')[0]} à corriger d'abord (make check)" in lines


def test_a_base_that_lacks_what_the_code_newly_asks_has_nothing_to_correct(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = proposal / "data/vocabulaire.yml"
    text = words.read_text(encoding="utf-8")
    words.write_text(re.sub(r"  - id: toleree\n(?:    .*\n)+", "", text), encoding="utf-8")
    git(proposal, "checkout", "-q", "main")
    commit(proposal)
    git(proposal, "checkout", "-q", "-B", "proposition")
    words.write_text(text, encoding="utf-8")
    assert "- La base : 1 à corriger d'abord (make check)" in told(proposal, capsys)[1]
    (proposal / "macros").mkdir()
    (proposal / "macros/neuf.py").touch()
    git(proposal, "add", "macros")
    lines = told(proposal, capsys)[1]
    assert "- La base : 1 selon le code de la proposition, qui a changé (ce qu'il est seul à demander n'y est pas à corriger)" in lines
    assert not any(line.startswith("- La proposition") for line in lines)


def test_wordings_are_compared_by_words() -> None:
    found = segments("un deux trois quatre", "un deux 3 quatre")
    assert [(part.kind, part.text.strip()) for part in found] == [("same", "un deux"), ("gone", "trois"), ("new", "3"), ("same", "quatre")]
    assert (one_side(found, "new"), one_side(found, "gone")) == ("un deux trois quatre", "un deux 3 quatre")
    long = segments(" ".join("abcdefghijklmnop"), " ".join("abcdefghijklmnop") + " q")
    assert one_side(trimmed(long, 2), "gone") == "… o p q"


def test_a_day_of_each_year_that_remains_is_told() -> None:
    old = {
        "docs/a.md": ["au plus tard le 30 juin"],
        "data/b.yml": ['jour: "06-30"', "le 30 juin 2027, le 1er mai"],
        "data/c.yml": ["2027-06-30, dossier 06-30-12, le 31-02"],
    }
    new = {**old, "docs/a.md": ["au plus tard le 15 juin"]}
    finder = remains.FINDERS["Le jour"]
    assert remains.replaced(old, new, finder) == ["06-30"]
    item = remains.left("Le jour", "06-30", finder, new)
    assert item is not None
    assert (item.title, item.notes) == ("Le jour « 30\u00a0juin »", ("reste à 1 endroit, dans 1 fichier : data/b.yml:1",))
    assert [*finder("le 1er mai, le 31 juin")] == ["05-01"]


def test_a_deadline_is_told_in_words(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply('--- data/echeances.yml\n-    du: "06-15"\n+    du: "05-31"\n', proposal)
    lines = [line.replace("\u00a0", " ") for line in told(proposal, capsys)[1]]
    at = lines.index("== Échéances (1)")
    assert lines[at + 1].startswith("Qui a déjà ajouté le calendrier (.ics) à son agenda y garde l'ancienne version")
    assert lines[at + 3].endswith("personnel · chaque année scolaire, du 15 au 30 juin (aucun texte ne …")
    assert lines[at + 4].endswith("personnel · chaque année scolaire, du 31 mai au 30 juin (aucun texte ne …")
    apply("--- data/echeances.yml\n-    moment: Avant de communiquer\n+    moment: Dès que vous communiquez\n", proposal)
    apply('--- data/echeances.yml\n-    du: "05-31"\n+    du: "06-15"\n', proposal)
    lines = told(proposal, capsys)[1]
    # What has no day is in no calendar.
    assert lines[lines.index("== Échéances (1)") + 1] == "- Choisir une plateforme"


def test_all_that_a_deadline_names_is_said_as_readers_know_it(proposal: Path) -> None:
    both = Both(state(small_project(proposal.parent / "base")), state(proposal), proposal)
    told = {id_: dated.said_of(both, both.after, deadline).replace("\u00a0", " ") for id_, deadline in dated.readable(both.after).items()}
    assert "sans jour connu d'avance" in told["choix"]
    assert "une seule fois, le 30 juin 2026" in told["fin-de-teams"]
    assert "documents : Confirmation écrite · à clarifier : " in told["menage"]
    assert told["menage"].endswith("son dernier jour est proposé dans les documents")


def test_a_file_that_takes_the_place_of_another_is_told(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept, gone, new = (proposal / f"docs/{name}.pdf" for name in ("politique", "ancienne", "neuve"))
    kept.write_bytes(document())
    gone.write_bytes(document())
    git(proposal, "checkout", "-q", "main")
    commit(proposal)
    git(proposal, "checkout", "-q", "-B", "proposition")
    kept.write_bytes(document(pages=2))
    gone.unlink()
    new.write_bytes(document())
    lines = told(proposal, capsys)[1]
    at = lines.index("== Images et fichiers joints (3)")
    assert lines[at + 1 : at + 7 : 2] == ["- docs/ancienne.pdf", "- docs/neuve.pdf", "- docs/politique.pdf"]
    assert [line.split()[1] for line in lines[at + 2 : at + 8 : 2]] == ["retiré", "fichier.", "remplacé"]


def test_a_sheet_that_is_the_same_on_paper_is_told_as_such(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = proposal / "data/formulaires/confirmation.yml"
    form.write_text(re.sub(r"(id: |- )messages\b", r"\1envois", form.read_text(encoding="utf-8")), encoding="utf-8")
    lines = told(proposal, capsys)[1]
    at = lines.index("== Lettres et formulaires (PDF) (1)")
    assert lines[at + 2].startswith("    Sur papier, rien ne change")


def test_two_long_values_show_where_they_differ(tmp_path: Path) -> None:
    before, after = (" ".join(["mot"] * 30 + [last]) for last in ("ancien", "nouveau"))
    assert values.changes({"a": before}, {"a": after}) == ["a : « … mot mot mot ancien » → « … mot mot mot nouveau »"]


def test_the_rank_of_a_question_is_no_change(proposal: Path) -> None:
    before = ["1. Une?", "2. Deux?", "3. Trois?"]
    (words,) = bodies.blocks(before, ["1. Deux?", "2. Trois?"])
    assert one_side(words, "new") == "Une?"
    assert bodies.blocks(["1. Une?"], ["2. Une?"]) == []
    assert bodies.blocks(["1. Une?"], ["1. Deux?"]) == bodies.blocks(["Une?"], ["Deux?"])


def test_the_same_words_put_for_others_in_many_places_are_told_once() -> None:
    renamed = [([segments(f"{word} Note de service,", f"{word} Note du jour,")], [f"{word}/"]) for word in ("a", "b", "c", "d")]
    added = [([segments(word, f"{word} ici")], [f"{word}/"]) for word in ("a", "b", "c", "d")]
    assert [len(change[1]) for change in bodies.together([*renamed, *added])] == [4, 1, 1, 1, 1]
    item = bodies.passage(*next(bodies.together(renamed)))
    assert (item.title, item.notes) == ("a/, b/, c/ et 1 autre page", ("Les mêmes mots changent dans 4 passages.",))


def test_a_count_that_nothing_shows_is_not_told(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = proposal / "data/echeances.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + re.sub("id: choix", "id: choix-deux", text[text.index("  - id: choix") : text.index("  - id: menage")]), encoding="utf-8")
    assert not any("nombre échéances" in line for line in told(proposal, capsys)[1])


def test_a_platform_that_cannot_be_read_stops_nothing(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apply("--- data/plateformes/teams.yml\n-nom: Teams\n", proposal)
    code, lines = told(proposal, capsys)
    assert (code, lines[0]) == (0, "== Ce qui ne peut pas être comparé (1)")
    assert not any(line.startswith("== Échéances") for line in lines)
    assert "    nom : « Teams » → absent" in lines


def test_a_text_that_is_put_in_a_list_does_not_make_those_below_it_change() -> None:
    before, after = ({"champs": list(texts)} for texts in ("abcd", "xabyd"))
    assert values.changes(before, after) == ["champs.1 : absent → « x »", "champs.4 : « c » → « y »"]
    assert values.changes(after, before) == ["champs.1 : « x » → absent", "champs.3 : « y » → « c »"]
