"""`mkdocs.yml` holds what was agreed on: any other line is told before it can run; the menu comes from the data and the pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from macros.loading import load
from macros.mistakes import MistakesError
from macros.model.situations import ThemeSituations
from macros.project import Project
from tests.copie import SMALL, UNDER_WAY, frozen
from tests.processus import python

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
LINES = SETTINGS.count("\n")
RESTORE = "rétablissez le fichier à partir de l'historique du dépôt : il règle la construction du site ; le menu est dans data/menu.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the data and the texts of the small project."""
    for folder in ("data", "docs"):
        shutil.copytree(SMALL / folder, tmp_path / folder)
    return tmp_path


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A copy of the frozen project, which has all the pages."""
    return frozen(tmp_path, "data", "docs")


def told(root: Path) -> list[str]:
    """Return the mistakes of a project."""
    with pytest.raises(MistakesError) as caught:
        load(root)
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    ("added", "key"),
    [
        ("hooks: [piece.py]", "hooks"),
        ("INHERIT: ailleurs.yml", "INHERIT"),
        ("extra_javascript: [https://exemple.test/a.js]", "extra_javascript"),
        ("nav: [{'</title><script>': index.md}]", "nav"),
        ("exclude_docs: '!.*'", "exclude_docs"),
        ("autre: !!python/object/apply:os.system ['touch piege']", "autre"),
    ],
)
def test_a_line_that_is_not_foreseen_is_told(copy: Path, added: str, key: str) -> None:
    (copy / "mkdocs.yml").write_text(f"{SETTINGS}{added}\n", encoding="utf-8")
    assert told(copy) == [f"mkdocs.yml:{LINES + 1} : la clé « {key} » n'est pas prévue ; {RESTORE}"]
    assert not Path("piege").exists()


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("  - macros:\n", "  - exec:\n  - macros:\n", "plugins"),
        ("module_name: macros", "module_name: piece", "plugins"),
        ("custom_dir: overrides", "custom_dir: docs", "theme"),
        ("custom_dir: overrides", "custom_dir: !!python/name:os.system", "theme"),
        ("strict: true", 'strict: "true"', "strict"),
        ("docs_dir: docs", "docs_dir: /etc", "docs_dir"),
        ("!ENV [SITE_URL", "!ENV [HOME", "site_url"),
    ],
)
def test_a_value_that_changes_is_told(copy: Path, before: str, after: str, key: str) -> None:
    assert SETTINGS.count(before) == 1
    (copy / "mkdocs.yml").write_text(SETTINGS.replace(before, after), encoding="utf-8")
    line = next(number for number, text in enumerate(SETTINGS.splitlines(), 1) if text.startswith(f"{key}:"))
    assert told(copy) == [f"mkdocs.yml:{line} : ce que dit « {key} » n'est pas ce qui est prévu ; {RESTORE}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SETTINGS.replace("strict: true\n", ""), "mkdocs.yml:1 : la clé « strict » manque"),
        (f"{SETTINGS}strict: true\n", f"mkdocs.yml:{LINES + 1} : la clé « strict » est déjà donnée à la ligne 9"),
        (f"{SETTINGS}x: &a b\n", f"mkdocs.yml:{LINES + 1} : une valeur commence par un signe réservé (& ou *)"),
        ("- a\n", "mkdocs.yml:1 : le fichier n'est pas fait de clés"),
        ("", "mkdocs.yml:1 : le fichier est vide"),
    ],
)
def test_settings_that_cannot_be_compared_are_told(copy: Path, text: str, message: str) -> None:
    (copy / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert told(copy) == [f"{message} ; {RESTORE}"]


def test_settings_that_are_gone_are_told(copy: Path) -> None:
    assert told(copy) == [f"mkdocs.yml:1 : le fichier manque ; {RESTORE}"]


def test_the_layout_and_the_comments_may_change(copy: Path) -> None:
    (copy / "mkdocs.yml").write_text("# Un mot.\n" + SETTINGS.replace("[data, overrides]", "\n  - data\n  - overrides"), encoding="utf-8")
    load(copy)


def test_programmers_agree_on_a_change_by_command(copy: Path) -> None:
    for folder in ("macros", "overrides", "tools"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=UNDER_WAY)
    (copy / "mkdocs.yml").write_text(f"{SETTINGS}copyright: Centre\n", encoding="utf-8")
    done = [python(copy, "-m", *module.split()).returncode for module in ("macros check", "tools.settings", "macros check")]
    assert done == [1, 0, 0]


def test_the_menu_follows_from_the_pages(project: Project) -> None:
    menu = {title: pages for section in project.menu for title, pages in section.items()}
    assert list(menu) == [
        *("Accueil", "Puis-je?", "Moyens et plateformes", "Documents et calendrier", "Où en suis-je?"),
        *("Les textes", "À qui demander"),
    ]
    assert menu["Accueil"] == "index.md"
    assert menu["Moyens et plateformes"] == ["plateformes/index.md", *(f"plateformes/{id_}.md" for id_ in project.plateformes)]
    assert menu["Où en suis-je?"] == [
        "autoevaluation/index.md",
        *(f"autoevaluation/{id_}.md" for id_ in project.listes),
        "autoevaluation/comparer.md",
    ]
    forms = ["modeles/index.md", *(f"modeles/{id_}.md" for id_ in project.formulaires), "modeles/classe.md"]
    assert menu["Documents et calendrier"] == [*forms, "calendrier.md"]
    themes = [f"situations/{id_}.md" for id_ in project.all(ThemeSituations)]
    assert menu["Puis-je?"] == ["puis-je/index.md", "puis-je/affiche.md", "situations/index.md", *themes]
    texts = [{text.titre_court: f"encadrements/{id_}.md"} for id_, text in project.documents.items()]
    others = ["avis.md", "points-a-clarifier.md", "glossaire.md", "transparence/index.md", "transparence/logiciels.md"]
    others += ["transparence/tracabilite.md", "donnees/index.md"]
    assert menu["Les textes"] == ["encadrements/index.md", *texts, "encadrements/articles.md", *others]
    assert menu["À qui demander"] == "contacts.md"


def test_a_page_that_is_added_finds_its_place(whole: Path) -> None:
    (whole / "docs/puis-je/foire.md").write_text("# Foire aux questions\n\nTexte.\n", encoding="utf-8")
    menu = {title: pages for section in load(whole).menu for title, pages in section.items()}
    assert menu["Puis-je?"][:4] == ["puis-je/index.md", "puis-je/affiche.md", "puis-je/foire.md", "situations/index.md"]


def test_a_page_that_the_menu_names_leaves_its_folder(whole: Path) -> None:
    text = (whole / "data/menu.yml").read_text(encoding="utf-8").replace("      - contacts.md\n", "      - contacts.md\n      - puis-je/affiche.md\n")
    (whole / "data/menu.yml").write_text(text, encoding="utf-8")
    menu = {title: pages for section in load(whole).menu for title, pages in section.items()}
    assert menu["Puis-je?"][:2] == ["puis-je/index.md", "situations/index.md"]
    assert menu["À qui demander"] == ["contacts.md", "puis-je/affiche.md"]


def test_mkdocs_has_no_menu_of_its_own() -> None:
    assert "nav:\n" not in SETTINGS
    assert "nav" not in yaml.safe_load(SETTINGS.replace("!ENV", ""))
