"""The examples of CONTRIBUER.md make a small project that loads, before and after each change that it shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from macros.clauses.fingerprints import fingerprint
from macros.loading import load
from macros.mistakes import MistakesError, typeset
from macros.model.base import Modele
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.formulaires import (
    Bloc,
    Champ,
    CodeBloc,
    CodeGenre,
    CodeListe,
    CodeNature,
    CodePart,
    CodeRegistre,
    CodeValeur,
    Formulaire,
    Option,
    Partie,
)
from macros.model.kinds import FOLDERS, SINGLE_FILES
from macros.model.listes import CodeCote, Fait, Liste, Question, Si, Theme
from macros.model.meanings import ASKED
from macros.model.organisations import Determinant
from macros.model.plateformes import CodeDestruction, CodeStatut
from macros.model.regles import Appui, CodeDit, CodeEtape, CodeVerdict, Quand, Regle
from macros.model.vocabulaire import CodeTon
from macros.project import Project
from macros.rules.facts import Combination, first_day
from macros.sheets.basis import main_date

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "erreurs" / "projet"
COMMON = "  - titre: Le reste"
PAGES = [ROOT / "CONTRIBUER.md", *sorted((ROOT / "contribuer").glob("*.md"))]
GUIDE = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
# A fenced block whose first line names its file: as YAML's comment, or as HTML's for a page, which is not to be copied.
BLOCK = re.compile(
    r"^```(?:yaml|markdown)\n(?:# |<!-- )([\w./-]+\.(?:yml|md))(?: \(([\wè]+)\))?(?: : ne recopiez pas cette ligne)?(?: -->)?\n(.*?)^```$",
    re.S | re.M,
)
BLOCKS = {(file, moment): text for file, moment, text in BLOCK.findall(GUIDE)}
EXAMPLES = {file: text for (file, moment), text in BLOCKS.items() if moment in ("", "début")}
CHANGES = [file for file, moment in BLOCKS if moment == "avant"]
Make = Callable[..., Project]


def changed_as_shown(file: str) -> str:
    """Return an example after the change that the guide shows."""
    return EXAMPLES[file].replace(BLOCKS[file, "avant"], BLOCKS[file, "après"])


def from_small(file: str, first: str) -> str:
    """Return a file of the small project from its line `first` on."""
    text = (SMALL / file).read_text(encoding="utf-8")
    return text[text.index(first) :]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes the project of the examples, with some files changed, and loads it."""

    def load_with(**changed: str) -> Project:
        # What the guide need not show: the other words of the codes, the pages that every site has and their place in the menu.
        rest = {file: from_small(file, first) for file, first in (("data/vocabulaire.yml", "  - id: interdiction"), ("data/menu.yml", COMMON))}
        for page in re.findall(r"- (\S+\.md)", rest["data/menu.yml"]):
            (tmp_path / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(SMALL / "docs" / page, tmp_path / "docs" / page)
        for file, text in {**EXAMPLES, **changed}.items():
            (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file).write_text(text + rest.get(file, ""), encoding="utf-8")
        shutil.copy(ROOT / "mkdocs.yml", tmp_path)
        return load(tmp_path)

    return load_with


def test_every_block_is_understood() -> None:
    assert len(re.findall(r"^```(?:yaml|markdown)$", GUIDE, re.M)) == len(BLOCKS)
    assert {moment for _, moment in BLOCKS} == {"", "début", "avant", "après"}


def test_each_kind_of_file_has_an_example() -> None:
    names = ("index", "encadrements/exemple", "plateformes/exemple", "autoevaluation/exemple", "modeles/exemple", "situations/exemple")
    pages = {f"docs/{name}.md" for name in names}
    assert {*EXAMPLES} == {*SINGLE_FILES, *pages, *(f"{folder}/exemple.yml" for folder in FOLDERS)}


def test_the_examples_load(make: Make) -> None:
    project = make()
    assert list(project.passages) == [f"exemple/{n}" for n in ("1", "2", "2.1", "2.1.a", "2.1.b", "annexe-a", "questions")]
    assert project.plateformes["exemple"].nom == "Babillard"
    assert [q.id for q in project.listes["exemple"].questions] == ["messages-relus", "accord-demande", "noms-retires"]


def test_the_page_that_the_guide_shows_is_right_once_in_the_menu(make: Make) -> None:
    shown = re.search(r"^```text\n(# .*?)^```$", (ROOT / "contribuer/page.md").read_text(encoding="utf-8"), re.S | re.M)
    assert shown
    with pytest.raises(MistakesError, match=r"ajoutez la ligne « - rentree\.md » à une rubrique"):
        make(**{"docs/rentree.md": shown[1]})
    menu = EXAMPLES["data/menu.yml"] + "  - titre: Rentrée\n    pages:\n      - rentree.md\n"
    make(**{"docs/rentree.md": shown[1], "data/menu.yml": menu})


def test_a_new_version_keeps_the_first_day_of_the_text(make: Make) -> None:
    register = EXAMPLES["data/encadrements.yml"].replace("    dates:\n", "    dates:\n      - quoi: Modification\n        jour: 2027-08-25\n")
    text = make(**{"data/encadrements.yml": register}).documents["exemple"]
    assert first_day(FichierEncadrements(encadrements=[text])) == date(2026, 8, 24)
    assert main_date(text).replace("\u00a0", " ") == "modification : 25 août 2027"


@pytest.mark.parametrize("file", CHANGES)
def test_each_change_loads(make: Make, file: str) -> None:
    assert EXAMPLES[file].count(BLOCKS[file, "avant"]) == 1
    make(**{file: changed_as_shown(file)})


def test_the_status_changes_on_the_day(make: Make) -> None:
    file = "data/plateformes/exemple.yml"
    project = make(**{file: changed_as_shown(file)})
    statuts = project.plateformes["exemple"].statuts.parents
    held = [[s.statut for s in statuts if s.en_vigueur(day)] for day in (date(2028, 1, 14), date(2028, 1, 15))]
    assert held == [["autorisation"], ["proscrite"]]


def test_the_rule_answers_for_what_it_took(make: Make) -> None:
    file = "data/regles.yml"
    question, day = Combination("exemple", "parents", "renseignement-personnel"), date(2027, 7, 1)
    before, after = (make(**changed).facts for changed in ({}, {file: changed_as_shown(file)}))
    assert [regle.verdict for regle in before.answering(question, day)] == ["autorisation"]
    assert [regle.verdict for regle in after.answering(question, day)] == ["a-clarifier"]


def test_the_reworded_question_keeps_its_id(make: Make) -> None:
    file = "data/listes/exemple.yml"
    before, after = (make(**changed).listes["exemple"].questions for changed in ({}, {file: changed_as_shown(file)}))
    assert [q.id for q in before] == [q.id for q in after]
    assert [fingerprint(b.question) == fingerprint(a.question) for b, a in zip(before, after, strict=True)] == [False, True, True]


# What the guide says before a list that claims to give a whole vocabulary, and what follows it.
END = r"[.);]"
LISTS = [
    (get_args(CodeStatut), "Les statuts permis sont ", END),
    (get_args(CodeDestruction), "# Règles permises : ", END),
    (get_args(Encadrement.model_fields["genre"].annotation), "# Genres permis : ", END),
    (ASKED, "# Chaque ", " du texte"),
    (ASKED, "\nChaque ", " que le personnel"),
    (ASKED, "une question d'autoévaluation pour chaque ", " du personnel"),
    (get_args(Determinant), "le déterminant du nom et du sigle (", END),
    (get_args(CodeEtape), "# Étapes permises : ", END),
    (get_args(CodeVerdict), "# Réponses permises : ", END),
    (get_args(CodeDit), "ce que l'article, lu seul, dit du cas : ", END),
    (get_args(CodeCote), "**`cote`** (", END),
    (get_args(CodeNature), "# Natures permises : ", END),
    (get_args(CodePart), "# Qui le remplit : ", END),
    (get_args(CodeListe), "la colonne de la liste de classe qui le remplit (", END),
    (get_args(CodeValeur), "# Facultatif : ce que le site propose (", END),
    (get_args(CodeRegistre), "ce que le registre des retours d'une classe en rappelle (", END),
    (get_args(CodeGenre), "# Facultatif, ligne si rien n'est écrit : ", END),
    (get_args(CodeBloc), "# Chaque bloc est une seule chose : ", END),
    (get_args(CodeTon), "# Les couleurs : ", END),
]


@pytest.mark.parametrize(("codes", "before", "after"), LISTS, ids=[before.strip() for _, before, _ in LISTS])
def test_a_list_of_the_guide_gives_the_whole_vocabulary(codes: tuple[str, ...], before: str, after: str) -> None:
    (rest,) = [line for line in re.findall(f"{re.escape(before)}(.*)", GUIDE) if re.search(after, line)]
    listed = re.split(after, re.sub(r" \([^()]*\)|`", "", rest))[0]
    assert re.split(", | ou | et ", listed) == [*codes]


def test_the_guide_explains_every_step() -> None:
    (line,) = re.findall(r"\n- \*\*`etape`\*\*(.*)", GUIDE)
    assert {*re.findall("`([a-z-]+)`", line)} == {*get_args(CodeEtape), "marque"}


def test_the_guide_explains_every_key_of_a_list() -> None:
    lines = re.findall(r"^[ -]*(\w+):", EXAMPLES["data/listes/exemple.yml"], re.M)
    keys = [key for model in (Liste, Theme, Fait, Si, Question) for key in model.model_fields]
    assert [key for key in keys if key not in lines and f"`{key}`" not in GUIDE and f"`{key}: " not in GUIDE] == []


def test_the_message_about_an_obligation_is_the_one_that_an_editor_gets() -> None:
    report = (ROOT / "tests/erreurs/cas/obligation-sans-question.txt").read_text(encoding="utf-8").partition("\n===\n")[2]
    assert f"```text\n{typeset(report.splitlines()[0])}\n```" in GUIDE


def test_the_guide_explains_every_key_of_a_form() -> None:
    lines = re.findall(r"^[ -]*(\w+):", EXAMPLES["data/formulaires/exemple.yml"], re.M)
    keys = [key for model in (Formulaire, Champ, Option, Partie, Bloc) for key in model.model_fields]
    assert [key for key in keys if key not in lines and f"`{key}`" not in GUIDE and f"« {key}: »" not in GUIDE and f" {key}" not in GUIDE] == []


@pytest.mark.parametrize("model", [Quand, Appui, Regle])
def test_the_guide_explains_every_key_of_a_rule(model: type[Modele]) -> None:
    explained = {"id", "article", "articles", "reponse"}
    assert [key for key in model.model_fields if key not in explained and f"`{key}`" not in GUIDE] == []


WRONG_DATE = ("data/plateformes/exemple.yml", EXAMPLES["data/plateformes/exemple.yml"].replace("2027-06-30", "2027-06-31"))
FORGOTTEN_LINES = (
    "data/regles.yml",
    changed_as_shown("data/regles.yml").replace("      contenus:\n        - information-generale\n        - realisation-ou-photo\n", ""),
)
FORGOTTEN_RULE = ("data/regles.yml", EXAMPLES["data/regles.yml"].partition("  - id: proscrit\n")[0])


PREFILLED = (
    "data/formulaires/exemple.yml",
    EXAMPLES["data/formulaires/exemple.yml"].replace("    libelle: Nom du parent\n", "    libelle: Nom du parent\n    propose: annee-scolaire\n"),
)


UNEXPECTED = ("data/attendus.yml", EXAMPLES["data/attendus.yml"].replace("verdict: conditions", "verdict: permis"))


@pytest.mark.parametrize(("file", "text"), [WRONG_DATE, FORGOTTEN_LINES, FORGOTTEN_RULE, PREFILLED, UNEXPECTED])
def test_the_message_is_the_one_that_an_editor_gets(make: Make, file: str, text: str) -> None:
    with pytest.raises(MistakesError) as caught:
        make(**{file: f"# {file}\n{text}"})
    assert f"```text\n{typeset(str(caught.value.mistakes[0]))}\n```" in GUIDE
    assert len(caught.value.mistakes) == 1


def test_each_page_is_short_and_in_the_table() -> None:
    table = PAGES[0].read_text(encoding="utf-8")
    for page in PAGES[1:]:
        assert f"(contribuer/{page.name})" in table
        text = page.read_text(encoding="utf-8")
        assert "[Retour à la table](../CONTRIBUER.md)" in text
        assert len(re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M).splitlines()) <= 60, page.name


def test_each_link_of_the_guide_leads_somewhere() -> None:
    for page in PAGES:
        prose = re.sub(r"^```.*?^```$|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.S | re.M)
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)\)", prose):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"
