"""Which tests look at what: the mirror of each module and of each component."""

from __future__ import annotations

from pathlib import Path

from tests.copie import ROOT

# By the path of a module of `macros/`, or of its folder: the tests to run when it changes, its own first.
MODULES = {
    "aside": "gardes",
    "__main__": "annotations montage",
    "adapter": "echappement constructions",
    "adapter/address": "montage",
    "adapter/zensical": "moteurs",
    "calendar": "calendrier navigateur/annee_scolaire",
    "checking": "erreurs proprietes runner",
    "checking/hosts": "proposition",
    "checking/agreement": "regles erreurs",
    "checking/codes": "codes",
    "checking/declared": "declarations",
    "checking/links": "pages erreurs",
    "checking/former": "proposition",
    "checking/identity": "erreurs nouveau",
    "checking/moved_clauses": "incidences",
    "checking/notices": "avis",
    "checking/standing": "plateformes_dites",
    "checking/made": "fichiers",
    "checking/names": "fichiers erreurs",
    "checking/overviews": "declarations",
    "checking/printed": "polices erreurs",
    "checking/reminders": "proposition annotations",
    "checking/removed": "proposition",
    "checking/rules": "regles erreurs",
    "checking/runner": "runner",
    "checking/settings": "reglages",
    "checking/sheets": "formulaires erreurs",
    "checking/single_answers": "regles erreurs",
    "checking/templates": "declarations",
    "checking/typed_names": "erreurs nouveau",
    "checking/documents": "fichiers",
    "checking/pictures": "fichiers",
    "checking/remainders": "fichiers",
    "checking/uploads": "fichiers erreurs",
    "clauses": "clauses erreurs contenu/textes",
    "clauses/extracts": "regles",
    "clauses/fingerprints": "listes",
    "components": "composants declarations navigateur/galerie echappement",
    "comparison": "incidences",
    "days": "calendrier",
    "dependants": "incidences",
    "export": "csp garde visite",
    "export/calendars": "calendrier",
    "export/colours": "nouveau",
    "export/csp": "csp navigateur/serveurs",
    "export/folds": "plis_a_part navigateur/a_part",
    "export/guard": "garde",
    "export/helper": "navigateur/puis_je",
    "export/json_files": "json",
    "export/parts": "declarations",
    "export/search": "navigateur/search",
    "export/sheets": "pdf word",
    "export/tags": "garde",
    "french_log": "journal annotations",
    "history": "proposition calendrier",
    "incidences": "incidences",
    "kept": "gardes",
    "lists": "listes contenu/couverture",
    "loading": "erreurs sain",
    "memo": "runner erreurs",
    "mistakes": "annotations journal",
    "model": "contribuer erreurs",
    "model/base": "valeurs",
    "model/formulaires": "formulaires",
    "model/kinds": "identifiants",
    "model/genres": "declarations",
    "model/meanings": "codes",
    "model/vocabulaire": "codes",
    "navigation": "reglages erreurs",
    "project": "identifiants",
    "published": "json",
    "published/editing": "schemas contenu/donnees",
    "published/generator": "json schemas",
    "reading": "fichiers erreurs",
    "reading/alignment": "erreurs",
    "reading/blocks": "erreurs",
    "reading/characters": "valeurs",
    "reading/excess": "pages",
    "reading/headless": "erreurs",
    "reading/keyless_lists": "erreurs",
    "reading/lookalikes": "valeurs",
    "reading/markup": "markup",
    "reading/nodes": "valeurs",
    "reading/page": "pages",
    "reading/rendered": "pages",
    "reading/repairs": "erreurs",
    "reading/stray": "erreurs",
    "refusals": "montage",
    "rendering": "markup echappement",
    "rendering/answer_rows": "tableaux",
    "rendering/answers": "navigateur/puis_je",
    "rendering/assessments": "listes navigateur/autoevaluation",
    "rendering/calendar_macros": "calendrier navigateur/annee_scolaire",
    "rendering/citations": "citations",
    "rendering/class_macros": "classe_communs navigateur/classe",
    "rendering/clause_macros": "clauses",
    "rendering/clause_page": "clauses",
    "rendering/data_macros": "json",
    "rendering/helper_answers": "navigateur/puis_je",
    "rendering/helper_macros": "navigateur/puis_je",
    "rendering/json_items": "json",
    "rendering/kept_pages": "gardes",
    "rendering/list_macros": "navigateur/autoevaluation",
    "rendering/materials": "gardes",
    "rendering/matrix_macros": "tableaux navigateur/matrice",
    "rendering/platform_macros": "statuts navigateur/lecture",
    "rendering/poster": "tableaux",
    "rendering/sheet_macros": "formulaires navigateur/feuilles",
    "rendering/situation_macros": "situations contenu/questions",
    "rendering/theme": "csp navigateur/textes_hostiles",
    "rendering/timeline": "statuts",
    "rules": "regles verdicts contenu/reponses",
    "school_year": "statuts formulaires",
    "sheets": "formulaires pdf word",
    "sheets/acroform": "pdf",
    "sheets/docx": "word",
    "sheets/fonts": "polices",
    "sheets/glyphs": "polices",
    "signs": "erreurs",
    "sound": "sain",
    "theme_package": "moteurs navigateur/theme",
    "template_errors": "declarations",
    "typography": "typography",
    "words": "erreurs navigateur/commun",
}
# By the beginning of the name of a component, its longest entry.
COMPONENTS = {
    "": "galerie accessibilite lecture",
    "affiche": "matrice impression",
    "autoevaluation": "autoevaluation autoevaluation_calcul autoevaluation_dossiers autoevaluation_exports",
    "cadre": "lecture accessibilite textes_hostiles search mouvement",
    "calendrier": "annee_scolaire",
    "classe": "classe classe_lecture classe_papier noms",
    "commun": "commun classe_lecture",
    "comparer-evaluations": "comparer",
    "dessin-annee": "annee_scolaire",
    "ecole": "mon_ecole",
    "feuille": "feuilles noms impression",
    "filtre-echeances": "annee_scolaire",
    "introuvable": "serveurs",
    "matrice": "matrice",
    "panne": "panne",
    "puis-je": "puis_je",
    "reponse": "puis_je",
    "saisie": "feuilles noms",
}


def modules() -> list[str]:
    return sorted(path.relative_to(ROOT / "macros").with_suffix("").as_posix() for path in (ROOT / "macros").rglob("*.py") if path.stem != "__init__")


def components() -> list[str]:
    return sorted(path.name for path in (ROOT / "overrides" / "composants").iterdir() if path.is_dir())


def files_of_tests() -> set[str]:
    """Return the files of tests, by their paths without what each name begins with."""
    found = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")]
    return {(path.parent / path.stem.removeprefix("test_")).as_posix() for path in found}


def closest(name: str, table: dict[str, str]) -> str | None:
    """Return the entry of a module: its own, or that of its folder."""
    return next((entry for entry in (name, Path(name).parent.as_posix()) if entry in table), None)


def component_entry(name: str) -> str:
    return max((entry for entry in COMPONENTS if name.startswith(entry)), key=len)


def test_each_module_and_each_component_has_its_mirror() -> None:
    assert [name for name in modules() if closest(name, MODULES) is None] == []
    named = {f"navigateur/{test}" for mirrors in COMPONENTS.values() for test in mirrors.split()}
    named |= {test for mirrors in MODULES.values() for test in mirrors.split()}
    assert named - files_of_tests() == set()


def test_no_entry_is_left_of_what_is_gone() -> None:
    folders = {Path(name).parent.as_posix() for name in modules()}
    assert {*MODULES} <= {*modules()} | folders
    assert {*COMPONENTS} - {component_entry(name) for name in components()} == set()
