"""What a proposal is told of what it changed: causes first, what it took away told once with all that rests on it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.__main__ import relectures
from macros.checking.reminders import reminders
from macros.history import base_of, changes, last_change
from macros.loading import load
from macros.mistakes import ANNOTATIONS, Mistake, MistakesError, annotate, report, typeset
from tests.conftest import small_project
from tests.erreurs.edits import apply

WITHOUT_B = """\
--- docs/encadrements/directive.md
-b) **Ménage.** Vous supprimez les données chaque année.
-
"""
REMOVED = """\
docs/encadrements/directive.md:13 : vous venez de retirer ou de renommer l'article « directive/2.b » ; annulez ce changement, ou corrigez \
ce qui en dépend : data/contradictions.yml, ligne 5 · data/echeances.yml, ligne 18 · data/formulaires/confirmation.yml, ligne 8 · \
data/listes/bilan.yml, ligne 29 · data/plateformes/teams.yml, ligne 35 · data/plateformes/texto.yml, ligne 27 · data/regles.yml, lignes 12 et 64
1 erreur à corriger."""
NOTICE = """\
--- data/avis.yml
-avis: []
+avis:
+  - id: une-seule
+    objet: Une seule plateforme
+    encadrement: directive
+    publie_le: 2026-12-01
+    en_vigueur: 2027-01-11
+    texte: Une seule plateforme suffira.
+    articles:
+      - article: directive/2.1
+        nouveau:
+          - Une seule plateforme.
"""
SEEN = """\
avis:
  - id: choix
    objet: Une seule plateforme
    encadrement: directive
    publie_le: 2026-11-20
    en_vigueur: 2027-08-25
    texte: Une seule plateforme suffira.
    articles:
      - article: directive/2.1
        nouveau:
          - Une seule plateforme.
"""
TODAY = date(2026, 11, 27)
RENUMBERED = """\
--- docs/encadrements/directive.md
-### 2.1 Une seule plateforme
+### 2.2 Une seule plateforme
"""


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """The small project, under git, as its main branch has it."""
    root = small_project(tmp_path / "projet")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


def asked(root: Path, today: date = TODAY) -> list[str]:
    """Return what may have been forgotten in a project, but that its book follows nothing."""
    return [str(one) for one in reminders(load(root), today) if one.file != "data/relectures.yml"]


def git(root: Path, *arguments: str) -> str:
    """Run a command of git that must succeed; return what it prints."""
    who = ["-c", "user.name=Essai", "-c", "user.email=essai@exemple.ca", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", "-C", str(root), *who, *arguments], capture_output=True, text=True, check=True).stdout.strip()


def commit(root: Path) -> None:
    """Record the files as they are."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Essai")


def told(root: Path) -> list[Mistake]:
    """Return the mistakes of a project that has some."""
    with pytest.raises(MistakesError) as caught:
        load(root)
    return caught.value.mistakes


@pytest.mark.parametrize("committed", [False, True])
def test_what_is_taken_away_is_told_once(proposal: Path, committed: bool) -> None:
    git(proposal, "checkout", "-q", "-b", "proposition")
    apply(WITHOUT_B, proposal)
    if committed:
        commit(proposal)
    assert report(told(proposal)) == REMOVED


def test_a_renumbered_clause_is_told_with_its_new_number(proposal: Path) -> None:
    apply(RENUMBERED, proposal)
    first = min(told(proposal), key=lambda mistake: mistake.rank)
    assert (first.file, first.line) == ("docs/encadrements/directive.md", 16)
    assert first.problem == "vous venez de renuméroter l'article « directive/2.1 » : c'est maintenant « directive/2.2 »"
    assert first.remedy.startswith("citez « directive/2.2 » dans ce qui en dépend : ")
    assert "docs/index.md, ligne 7" in first.remedy


def test_a_thing_of_the_data_is_told_where_it_was(proposal: Path) -> None:
    roles = proposal / "data/roles.yml"
    roles.write_text(roles.read_text(encoding="utf-8").replace("  - id: direction\n", "  - id: cadre\n"), encoding="utf-8")
    first = min(told(proposal), key=lambda mistake: mistake.rank)
    assert (first.file, first.problem) == ("data/roles.yml", "vous venez de renommer le rôle « direction » : c'est maintenant « cadre »")
    assert first.remedy.startswith("rétablissez « direction », ou écrivez « cadre » dans ce qui en dépend : ")
    assert "docs/encadrements/directive.md, ligne 17" in first.remedy


def test_a_file_that_is_gone_is_told_where_it_is_cited(proposal: Path) -> None:
    (proposal / "data/plateformes/teams.yml").unlink()
    (proposal / "docs/plateformes/teams.md").unlink()
    first = next(mistake for mistake in told(proposal) if "vous venez de retirer" in mistake.problem)
    assert first.problem == "vous venez de retirer ou de renommer la plateforme « teams »"
    assert (proposal / first.file).is_file()


def test_what_never_existed_is_told_as_before(proposal: Path) -> None:
    apply(
        '--- docs/index.md\n-Lisez la [directive](encadrements/directive.md#art-2-1), surtout {{ art("directive/2.1") }}.\n+{{ art("directive/9") }}',
        proposal,
    )
    assert [mistake.problem for mistake in told(proposal)] == ["l'article « directive/9 » n'existe pas"]


def test_a_changed_line_comes_first(proposal: Path) -> None:
    page = proposal / "docs/plateformes/teams.md"
    page.write_text("– premier\n" + page.read_text(encoding="utf-8"), encoding="utf-8")
    commit(proposal)
    apply('--- docs/plateformes/texto.md\n+– second\n+\n {{ plateforme("texto") }}', proposal)
    assert [(mistake.file, mistake.rank) for mistake in sorted(told(proposal), key=lambda mistake: mistake.rank)] == [
        ("docs/plateformes/texto.md", -1),
        ("docs/plateformes/teams.md", 1),
    ]


def test_the_rank_to_change_is_that_of_the_file_that_the_proposal_adds(proposal: Path) -> None:
    theirs = next((proposal / "data/plateformes").glob("teams.yml")).read_text(encoding="utf-8")
    (proposal / "data/plateformes/babillard.yml").write_text(theirs.replace("nom: Teams", "nom: Babillard"), encoding="utf-8")
    ranks = [(mistake.file, mistake.problem) for mistake in told(proposal) if "rang" in mistake.problem]
    assert ranks == [("data/plateformes/babillard.yml", "le rang 10 est déjà celui de data/plateformes/teams.yml")]


def test_without_a_history_nothing_is_compared(tmp_path: Path) -> None:
    root = small_project(tmp_path / "projet")
    assert base_of(root) is None
    assert changes(root, "HEAD") == {}
    assert last_change(root).timestamp() > 0
    git(tmp_path, "init", "-q")
    assert base_of(root) is None


def test_what_readers_never_see_is_no_change_of_the_content(proposal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = small_project(tmp_path / "sans-histoire")
    for root in (proposal, bare):
        before = last_change(root)
        schema = root / "data/.schemas/roles.json"
        schema.parent.mkdir(exist_ok=True)
        schema.write_text("{}", encoding="utf-8")
        os.utime(schema, (before.timestamp() + 60, before.timestamp() + 60))
        assert last_change(root) == before
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2040-01-01T00:00:00Z")
    git(proposal, "add", "--force", "data/.schemas")
    git(proposal, "commit", "-q", "-m", "Essai")
    assert last_change(proposal).year < 2040


def test_the_base_is_the_one_that_is_said(proposal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = git(proposal, "rev-parse", "HEAD")
    git(proposal, "checkout", "-q", "-b", "proposition")
    apply(RENUMBERED, proposal)
    commit(proposal)
    second = git(proposal, "rev-parse", "HEAD")
    assert base_of(proposal) == first
    monkeypatch.setenv("BASE", "HEAD")
    assert base_of(proposal) == second
    monkeypatch.setenv("BASE", "rien")
    assert base_of(proposal) == first


def test_statuses_that_change_for_one_audience_alone_are_asked_about(proposal: Path) -> None:
    assert asked(proposal) == []
    apply("--- data/plateformes/teams.yml\n-      au: 2026-06-30\n+      au: 2026-08-30\n@@\n-      du: 2026-07-01\n+      du: 2026-08-31", proposal)
    assert asked(proposal) == [
        "data/plateformes/teams.yml:6 : les statuts changent pour « eleves », et rien ne change pour « parents » ; vérifiez que c'est voulu"
    ]
    commit(proposal)
    assert asked(proposal) == []


def test_a_notice_before_its_day_is_asked_about(proposal: Path) -> None:
    apply(NOTICE, proposal)
    assert asked(proposal, date(2026, 12, 1)) == []
    assert asked(proposal, date(2026, 11, 30)) == [
        "data/avis.yml:6 : cet avis dit paraître le 2026-12-01, et le site le montre dès qu'il y est ; "
        "ne l'ajoutez que ce jour-là, ou corrigez le jour"
    ]


def test_a_correction_before_its_day_is_asked_about(proposal: Path) -> None:
    corrected = SEEN.replace("    en_vigueur", "    corrige_le: 2026-11-28\n    en_vigueur")
    (proposal / "data/avis.yml").write_text(corrected, encoding="utf-8")
    assert asked(proposal, date(2026, 11, 28)) == []
    assert asked(proposal, date(2026, 11, 27)) == [
        "data/avis.yml:6 : cet avis dit être corrigé le 2026-11-28, et le site le montre dès qu'il y est ; "
        "ne l'ajoutez que ce jour-là, ou corrigez le jour"
    ]


def test_a_new_wording_that_holds_is_asked_into_its_page(proposal: Path) -> None:
    apply(NOTICE, proposal)
    assert asked(proposal, date(2027, 1, 10)) == []
    assert asked(proposal, date(2027, 1, 11)) == [
        "data/avis.yml:11 : « directive/2.1 » a ces nouveaux mots depuis le 2027-01-11, et sa page garde les anciens ; "
        "recopiez-les dans docs/encadrements/directive.md, et gardez ici les anciens sous « ancien: »"
    ]


def test_the_name_and_the_address_of_a_person_are_asked_about(proposal: Path) -> None:
    apply("--- docs/contacts.md\n # Contacts\n \n+Demandez à Mme Jeanne Unetelle.\n+\n {{ contacts() }}", proposal)
    for address in ("jeanne.unetelle@ecole.example", "secretariat.general@ecole.example", "info.questions@ecole.example"):
        apply(f"--- data/organisations.yml\n     pour: Poser une question\n+    courriel: {address}", proposal)
        told = asked(proposal)
        apply(f"--- data/organisations.yml\n-    courriel: {address}", proposal)
        own = "data/organisations.yml:16 : « jeanne.unetelle@ecole.example » ressemble à l'adresse d'une personne ; "
        assert [line for line in told if "organisations" in line] == (
            [f"{own}donnez celle de la fonction ou du service, qui reste quand les personnes changent, si c'en est une"]
            if "jeanne" in address
            else []
        )
        assert (
            "docs/contacts.md:3 : « Mme Jeanne Unetelle » ressemble au nom d'une personne ; écrivez la fonction ou le service si c'en est un" in told
        )


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Écrivez à Mme Unetelle. Elle répond.", "Mme Unetelle"),
        ("Voyez M. J.-P. Untel.", "M. J.-P. Untel"),
        ("Voyez Mme D. avant.", "Mme D."),
    ],
)
def test_the_name_that_is_asked_about_ends_where_its_sentence_does(sentence: str, name: str, proposal: Path) -> None:
    apply(f"--- docs/contacts.md\n # Contacts\n \n+{sentence}\n+\n {{{{ contacts() }}}}", proposal)
    assert [line for line in asked(proposal) if f"« {name} » ressemble au nom d'une personne" in line]


def test_links_whose_words_say_nothing_are_asked_about(proposal: Path) -> None:
    apply(
        "--- docs/contacts.md\n # Contacts\n \n+Lisez ceci [ici](glossaire.md), [le lien](glossaire.md), [le glossaire d'ici](glossaire.md) "
        "ou `[ici](a)`.\n+\n {{ contacts() }}",
        proposal,
    )
    assert asked(proposal) == [
        "docs/contacts.md:3 : « ici » ne dit pas où mène ce lien ; dites où mène le lien : "
        "un lecteur d'écran peut lire les liens seuls, l'un après l'autre",
    ]
    apply("--- docs/contacts.md\n # Contacts\n \n+Lisez [Cliquez ici](glossaire.md).\n+", proposal)
    assert [line.split(" :")[0] for line in asked(proposal)] == ["docs/contacts.md:3", "docs/contacts.md:5"]


def test_an_address_nearly_at_the_host_of_others_is_asked_about(proposal: Path) -> None:
    known = "Voyez <https://www.abcde.gouv.qc.ca/a> et <https://abcde.gouv.qc.ca/b>."
    near = "À <a@abced.gouv.qc.ca>, <a@abxcde.gouv.qc.ca>, <a@acbxde.gouv.qc.ca>, <a@abcde.gouv.qc.ca>, <a@abxxe.gouv.qc.ca> ou <a@autre.ca>."
    apply(f"--- docs/contacts.md\n # Contacts\n \n+{known}\n+\n+{near}\n+\n {{{{ contacts() }}}}", proposal)
    assert asked(proposal) == [
        f"docs/contacts.md:5 : le domaine de « a@{host} » ressemble à « abcde.gouv.qc.ca », que le site nomme plus souvent ; "
        "écrivez « a@abcde.gouv.qc.ca » si c'est lui"
        for host in ("abced.gouv.qc.ca", "abxcde.gouv.qc.ca", "acbxde.gouv.qc.ca")
    ]
    apply("--- data/organisations.yml\n-    sigle: CS\n+    sigle: ABCED\n", proposal)
    assert "abced.gouv" not in " ".join(asked(proposal))


@pytest.mark.parametrize("host", ["abcde.gouv.qc.ca.exemple.com", "abcde-gouv-qc.ca", "abcde.g0uv.qc.ca"])
def test_an_address_that_passes_for_the_one_of_an_organisation_is_asked_about(host: str, proposal: Path) -> None:
    known = "Voyez <https://www.abcde.gouv.qc.ca/a>, <https://abcde.gouv.qc.ca/b> et <https://aide.abcde.gouv.qc.ca/b>."
    apply("--- data/organisations.yml\n-    sigle: CS\n+    sigle: ABCDE\n", proposal)
    apply(f"--- docs/contacts.md\n # Contacts\n \n+{known}\n+\n+Voyez [la page](https://{host}/b).\n+\n {{{{ contacts() }}}}", proposal)
    assert asked(proposal) == [
        f"docs/contacts.md:5 : le domaine de « https://{host} » ressemble à « abcde.gouv.qc.ca », que le site nomme plus souvent ; "
        "écrivez « https://abcde.gouv.qc.ca » si c'est lui"
    ]


def test_a_contact_whose_address_is_not_that_of_its_clauses_is_asked_about(proposal: Path) -> None:
    apply("--- docs/encadrements/politique.md\n-Ce texte n'oblige personne ici.\n+À <Plaintes@ecole.example> ou <info@ecole.example>.", proposal)
    for address in ("plaintes@ecole.example", "info@ecole.example", "plaintes@ecoles.example"):
        own = f"     article: directive/2\n+    courriel: {address}\n+    autres_articles:\n+      - politique/1"
        apply(f"--- data/organisations.yml\n     pour: Poser une question\n{own}", proposal)
        told = [line for line in asked(proposal) if "organisations" in line]
        apply("--- data/organisations.yml\n" + own.replace("+", "-"), proposal)
        said = f"« {address} » n'est pas l'adresse que donne l'article « politique/1 » : « Plaintes@ecole.example »"
        remedy = "comparez-les au texte adopté ; si l'adresse a changé, corrigez aussi l'article"
        assert told == ([f"data/organisations.yml:17 : {said} ; {remedy}"] if "ecoles" in address else [])


def test_what_may_have_been_pasted_or_named_a_person_is_asked_about(proposal: Path) -> None:
    passages = ("Certainement! Vous pouvez écrire.", "Puis-je écrire ? Oui ; bien sûr.", "Bien sûr, oui.", "**Un titre**", "À 14h30, 25%, $5.")
    apply("--- docs/contacts.md\n # Contacts\n \n" + "".join(f"+{passage}\n+\n" for passage in passages) + " {{ contacts() }}", proposal)
    apply("--- data/organisations.yml\n-    nom: Secrétariat général\n+    nom: Jeanne Unetelle, directrice\n", proposal)
    assert asked(proposal) == [
        "docs/contacts.md:9 : « **Un titre** » est en gras, seul sur sa ligne ; si c'est un intertitre, écrivez-le après « ## »",
        "docs/contacts.md:5 : « écrire ? » ne s'écrit pas ainsi au Québec ; écrivez plutôt « écrire? »",
        "docs/contacts.md:5 : « Oui ; » ne s'écrit pas ainsi au Québec ; écrivez plutôt « Oui; »",
        *(
            f"docs/contacts.md:11 : « {typed} » ne s'écrit pas ainsi au Québec ; écrivez plutôt « {right} »"
            for typed, right in (("25%", "25 %"), ("$5", "5 $"), ("14h30", "14 h 30"))
        ),
        "docs/contacts.md:3 : « Certainement! » ressemble au début de la réponse d'un assistant ; enlevez-le s'il a été collé avec le texte",
        "data/organisations.yml:13 : « Jeanne Unetelle » ressemble au nom d'une personne ; écrivez la fonction ou le service si c'en est un",
    ]


def test_a_page_and_data_beside_their_folders_are_asked_about(proposal: Path) -> None:
    for name in ("aide.md", "nouvelle.yml", "README.md", ".forge.yml"):
        (proposal / name).write_text("# Aide\n", encoding="utf-8")
    remedy = "personne ne lit ce fichier ; déplacez-le dans docs si c'est une page, dans data si ce sont des données"
    assert asked(proposal) == [f"aide.md:1 : {remedy}", f"nouvelle.yml:1 : {remedy}"]


def test_what_is_written_as_a_shout_is_asked_about(proposal: Path) -> None:
    passages = (
        "AVIS IMPORTANT À TOUS : remettez VOTRE CONSENTEMENT ÉCRIT.",
        "Le CSSPB, la CSC CSSRDN MEQ ou GPI; INTERDIT, SANS DÉLAI, à L'ÉCOLE, par la PLATEFORME MOZAÏK.",
        "Écrivez à <A-B.NOM@EXEMPLE.CA>, [ici](https://exemple.ca/UN/ÉCOLE-DES-BLEUETS).",
    )
    apply("--- docs/contacts.md\n # Contacts\n \n" + "".join(f"+{passage}\n+\n" for passage in passages) + " {{ contacts() }}", proposal)
    apply("--- data/plateformes/teams.yml\n-resume: Plateforme de collaboration\n+resume: NE PAS UTILISER\n", proposal)
    remedy = "écrivez ces mots en minuscules : ils se lisent mieux, et s'entendent mieux"
    assert {said for said in asked(proposal) if remedy in said} == {
        f"docs/contacts.md:3 : « AVIS IMPORTANT À TOUS » est en majuscules ; {remedy}",
        f"docs/contacts.md:3 : « VOTRE CONSENTEMENT ÉCRIT » est en majuscules ; {remedy}",
        f"data/plateformes/teams.yml:4 : « NE PAS UTILISER » est en majuscules ; {remedy}",
    }


def test_an_address_that_some_alone_may_open_is_asked_about(proposal: Path) -> None:
    addresses = ("https://1drv.ms/w/s!a", "https://serveur.local/a", "https://ecole.sharepoint.com/sites/a", "https://192.168.1.4/a")
    right = ("https://exemple.ca/sharepoint.com", "https://local.exemple.ca", "https://microsoft.com")
    links = ", ".join(f"[lien {rank}]({address})" for rank, address in enumerate((*addresses, *right)))
    (proposal / "docs/contacts.md").write_text(f"# Contacts\n\n{links}\n\n{{{{ contacts() }}}}\n", encoding="utf-8")
    apply("--- data/plateformes/teams.yml\n-resume: Plateforme de collaboration\n+resume: Voyez https://drive.google.com/a.\n", proposal)
    said = [one for one in asked(proposal) if "compte" in one]
    assert [one.split("«")[1].split("»")[0].strip() for one in said] == [*addresses, "https://drive.google.com/a"]


def test_a_document_that_says_what_another_says_is_asked_about(proposal: Path) -> None:
    form, page = proposal / "data/formulaires/confirmation.yml", proposal / "docs/modeles/confirmation.md"
    words = [f"Les données de la {rank} année sont supprimées par vous, et par personne d'autre." for rank in ("première", "deuxième", "troisième")]
    first, _, rest = form.read_text(encoding="utf-8").partition("      - champs:\n")
    form.write_text(first + "".join(f"      - texte: {sentence}\n" for sentence in words) + "      - champs:\n" + rest, encoding="utf-8")
    copy = form.with_name("confirmation-2.yml")
    copied = form.read_text(encoding="utf-8").replace("ordre: 10", "ordre: 20").replace("Confirmation écrite", "Autre confirmation")
    copy.write_text(copied, encoding="utf-8")
    page.with_name("confirmation-2.md").write_text(page.read_text(encoding="utf-8").replace("confirmation", "confirmation-2"), encoding="utf-8")
    apply("--- data/menu.yml\n       - modeles/confirmation.md\n+      - modeles/confirmation-2.md\n", proposal)
    problem = "passages de ce document sont aussi ceux du document « confirmation » ; s'il en est la copie, adaptez-le ou supprimez-le"
    assert [said for said in asked(proposal) if "confirmation-2" in said] == [f"data/formulaires/confirmation-2.yml:35 : 4 des 4 {problem}"]
    for sentence in words[:2]:
        copied = copied.replace(sentence, f"Sachez-le. {sentence}")
    copy.write_text(copied, encoding="utf-8")
    assert not any("confirmation-2" in said for said in asked(proposal))


def test_the_slips_of_a_text_are_asked_about_since_it_keeps_its_words(proposal: Path) -> None:
    wrong = "Une seule plateforme ,dès le 22/08/2025, au 418.555.1234, suffit"
    apply(f'--- docs/encadrements/directive.md\n-Une seule plateforme suffit ({{{{ art("directive/2.a") }}}}).\n+{wrong}.\n', proposal)
    assert [said.removeprefix("docs/encadrements/directive.md:19 : ") for said in asked(proposal)] == [
        f"{problem}, sauf si le texte adopté le dit ainsi"
        for problem in (
            "« plateforme ,dès » : ce signe n'est pas à sa place, ou n'a pas son espace ; écrivez « plateforme, dès »",
            "« 22/08/2025 » n'est pas écrit comme une date ; écrivez « 22 août 2025 »",
            "le numéro « 418.555.1234 » n'est pas écrit comme un numéro de téléphone ; écrivez « 418 555-1234 »",
        )
    ]


@pytest.mark.parametrize(
    ("former", "new", "told"),
    [
        ("en_vigueur: 2027-08-25", "en_vigueur: 2027-09-01", True),
        ("- Une seule plateforme.", "- Une seule plateforme, par groupe.", True),
        ("texte: Une seule plateforme suffira.", "texte: Une seule suffira.", True),
        ("en_vigueur: 2027-08-25", "corrige_le: 2026-11-27\n    en_vigueur: 2027-09-01", False),
        ("        nouveau:\n          - Une seule plateforme.", "        ancien:\n          - Plusieurs plateformes.", False),
    ],
)
def test_a_notice_that_says_something_else_says_when(former: str, new: str, told: bool, proposal: Path) -> None:
    notice = proposal / "data/avis.yml"
    notice.write_text(SEEN, encoding="utf-8")
    commit(proposal)
    git(proposal, "checkout", "-q", "-b", "correction")
    assert asked(proposal) == []
    assert former in SEEN
    notice.write_text(SEEN.replace(former, new), encoding="utf-8")
    assert (
        asked(proposal)
        == [
            "data/avis.yml:2 : cet avis, paru le 2026-11-20, dit maintenant autre chose, et ceux qui l'ont lu ne le sauront pas ; "
            "écrivez « corrige_le: 2026-11-27 » sous son jour de parution, sauf si seule une faute de frappe change"
        ]
        * told
    )


def test_a_book_that_follows_nothing_is_said(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (said,) = map(str, reminders(load(proposal), TODAY))
    assert said.startswith("data/relectures.yml:2 : aucun article n'est suivi : si ses mots changent, rien ne dira quoi relire ; rétablissez")
    capsys.readouterr()
    assert relectures(proposal) == 0
    written = len((proposal / "data/relectures.yml").read_text(encoding="utf-8").splitlines()) - 3
    assert capsys.readouterr().out == f"data/relectures.yml\u00a0: {written} lignes, dont {written} de plus.\n"
    assert reminders(load(proposal), TODAY) == []


@pytest.mark.parametrize("wrong", ["data/relectures.yml", "docs/encadrements/directive.md"])
def test_what_was_read_again_is_not_forgotten_for_a_mistake(wrong: str, proposal: Path) -> None:
    book, file = proposal / "data/relectures.yml", proposal / wrong
    relectures(proposal)
    followed = book.read_text(encoding="utf-8")
    book.write_text(followed.replace("mots: ", "motz: ", 1) if file == book else followed, encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("Obligation : ", "Obligations : ", 1), encoding="utf-8")
    before = book.read_text(encoding="utf-8")
    with pytest.raises(MistakesError) as told:
        relectures(proposal)
    assert {mistake.file for mistake in told.value.mistakes} == {wrong}
    assert book.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("spoilt", [lambda text: text.encode("cp1252", "replace"), lambda text: f">>>>>>> autre\n{text}".encode()])
def test_what_was_read_again_is_not_forgotten_for_a_text_that_cannot_be_read(spoilt: Callable[[str], bytes], proposal: Path) -> None:
    book, file = proposal / "data/relectures.yml", proposal / "docs/encadrements/directive.md"
    relectures(proposal)
    before = book.read_text(encoding="utf-8")
    file.write_bytes(spoilt(file.read_text(encoding="utf-8")))
    with pytest.raises(MistakesError):
        relectures(proposal)
    assert book.read_text(encoding="utf-8") == before


def test_what_may_be_forgotten_stops_nothing_and_shows_on_its_line(proposal: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    summary = tmp_path / "resume.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    found = [Mistake("data/avis.yml", 11, "à revoir", "relisez")]
    assert annotate(found, mild=True) == "::warning file=data/avis.yml,line=11::à revoir; relisez"
    assert summary.read_text(encoding="utf-8") == f"### À vérifier\n\n{'`' * 12}text\n{typeset(str(found[0]))}\n{'`' * 12}\n"


def test_many_places_of_one_mistake_are_one_message() -> None:
    same = [Mistake(f"data/{file}.yml", line, "rien ne va", "corrigez") for file in "ab" for line in (3, 8, 12)]
    assert report(same) == (
        "data/a.yml:3 : rien ne va (6 endroits : data/a.yml, lignes 3, 8 et 12 · data/b.yml, lignes 3, 8 et 12) ; corrigez\n1 erreur à corriger."
    )
    assert report(same[:3]).count("rien ne va") == 3


def test_the_first_annotations_are_the_causes_and_the_summary_has_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "resume.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    mistakes = [Mistake("data/a.yml", line, f"erreur {line}", "corrigez") for line in range(1, 30)]
    mistakes.append(Mistake("data/z.yml", 7, "la cause", "corrigez", rank=0))
    lines = annotate(mistakes).split("\n")
    assert len(lines) == ANNOTATIONS == 10
    assert lines[0] == "::error file=data/z.yml,line=7::la cause; corrigez"
    written = summary.read_text(encoding="utf-8")
    assert typeset(report(mistakes)) in written
    assert "data/a.yml:29\u00a0: erreur 29" in written


LOST_PARTS = """\
--- data/echeances.yml
   - id: choix
-    titre: Choisir une plateforme
+    titer: Choisir une plateforme
@@
   - id: menage
+    titre: Balayer
+    moment: Chaque soir
+    detail: Balayez.
+    roles:
+      - personnel
+    articles:
+      - directive/2.b
+  - id: rangement
     titre: Supprimer les données
--- docs/index.md
-Lisez la [directive](encadrements/directive.md#art-2-1), surtout {{ art("directive/2.1") }}.
+Lisez [ceci](calendrier.md#choi), [cela](calendrier.md#rangement) et [le reste](calendrier.md#menage), [ici](contacts.md#personne).
"""


def test_a_lost_part_is_told_beside_a_mistake_of_what_makes_its_page_but_not_one_that_this_may_bring(proposal: Path) -> None:
    git(proposal, "checkout", "-q", "-b", "proposition")
    apply(LOST_PARTS, proposal)
    with pytest.raises(MistakesError) as caught:
        load(proposal)
    assert [(mistake.file, mistake.problem) for mistake in caught.value.mistakes] == [
        ("data/echeances.yml", "la clé « titer » est inconnue"),
        ("docs/index.md", "l'ancre « #choi » n'existe pas dans docs/calendrier.md"),
        ("docs/index.md", "l'ancre « #personne » n'existe pas dans docs/contacts.md"),
    ]


@pytest.mark.parametrize("name", ["a-qui-demander.md", "À qui demander.md"])
def test_a_page_that_must_keep_its_name_is_sent_back_to_it(proposal: Path, name: str) -> None:
    (proposal / "docs/contacts.md").rename(proposal / "docs" / name)
    said = [str(one) for one in told(proposal)]
    assert f"docs/contacts.md:1 : la page manque, et le site y mène ; renommez docs/{name} en docs/contacts.md" in said
    assert [one for one in said if one.startswith(f"docs/{name}")] == []
