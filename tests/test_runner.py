"""The runner of the checks: each takes sound parts, found once, or is skipped for a mistake that is told; none looks for what is absent."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any

import pytest

from macros import checking
from macros.checking import check, runner
from macros.checking.intervals import Start
from macros.checking.runner import CHECKS, PARTS, Check, Sound, UnsoundError, Whole, given, run, taken
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.model.encadrements import FichierEncadrements
from macros.model.menu import FichierMenu
from macros.model.plateformes import Plateforme
from macros.reading.draft import Draft, read
from macros.reading.tree import walk
from macros.rendering.catalogue import MACROS
from tests.conftest import small_project
from tests.erreurs.edits import apply

FOLDER = Path(__file__).parent / "erreurs" / "cas"
# What of a draft is None, or away, when it has mistakes: the runner alone looks at it.
PERHAPS = {"found", "models", "things", "unread", "unsure", "readable", "rendered", "file_mistakes", "memo", "skipped"}
# The checks that no case of one file shows, with the tests that show them; then a case that shows each of the others.
ELSEWHERE = {
    "codes.check": "test_codes.py",
    "declared.citations": "test_declarations.py",
    "declared.controls": "test_declarations.py",
    "declared.fields": "test_declarations.py",
    "declared.names": "test_declarations.py",
    "declared.kinds": "test_declarations.py",
    "declared.tones": "test_declarations.py",
    "declared.parts": "test_declarations.py",
    "declared.unmarked": "test_declarations.py",
    "overviews.check": "test_declarations.py",
    "templates.missing": "test_declarations.py",
    "declared.proposals": "test_declarations.py",
    "made.check": "test_fichiers.py",
    "notices.announced": "test_avis.py",
    "notices.clauses": "test_avis.py",
    "notices.days": "test_avis.py",
    "notices.wordings": "test_avis.py",
    "rereading.check": "test_incidences.py",
    "settings.check": "test_reglages.py",
    "standing.named": "test_plateformes_dites.py",
    "standing.replaced": "test_plateformes_dites.py",
    "templates.check": "test_declarations.py",
}
SHOWN = {
    "addresses.check": "adresse-mal-ecrite",
    "appellations.check": "appellation-de-deux-plateformes",
    "broken_links.check": "adresse-sans-lien",
    "calls.alone": "macro-pas-seule",
    "calls.bare": "macro-sans-accolades",
    "calls.check": "accolade-simple",
    "calls.introduced": "renvoi-mal-introduit",
    "documented.check": "fichier-publie-sans-description",
    "dates.check": "jour-de-la-semaine",
    "deadlines.check": "fin-d-un-statut-absent",
    "deadlines.fixed": "echeance-jour-que-l-article-ne-dit-pas",
    "deadlines.grounds": "echeance-sans-force-ici",
    "expected.answers": "attendus-reponses",
    "expected.statuses": "attendus-statuts",
    "expected_sheets.documents": "attendus-documents",
    "expected_sheets.order": "attendus-ordre",
    "expected_texts.forces": "attendus-forces",
    "expected_texts.texts": "attendus-article-insere",
    "foreign.check": "signes-d-ailleurs",
    "glossary.check": "terme-non-defini",
    "glossary.once": "glossaire-terme-deux-fois",
    "headers.check": "en-tete-apres-une-ligne-vide",
    "headers.home": "accueil-sans-son-modele",
    "ids.check": "echeance-identifiant-deux-fois",
    "identity.colours": "couleur-trop-claire",
    "identity.logo": "couleur-trop-claire",
    "intervals.beginnings": "premier-statut-tardif",
    "intervals.cover": "chevauchement",
    "intervals.grounds": "statut-sans-force-ici",
    "kept_words.check": "mots-d-un-article-perdus",
    "layout.check": "ligne-vide-insecable",
    "quotes.check": "guillemets-anglais",
    "quotes.pairs": "signes-pour-d-autres",
    "structure.check": "page-mal-construite",
    "links.check": "image-d-un-autre-site",
    "lists.check": "liste-condition-sur-une-cote",
    "lists.forces": "liste-marque-d-un-autre-article",
    "lists.tempered": "liste-question-sans-ce-qui-tempere",
    "lists.uncovered": "force-sans-question",
    "menu.check": "menu-mal-ecrit",
    "named_pages.check": "page-que-le-site-nomme",
    "nesting.check": "elements-d-un-autre-rang",
    "names.check": "page-de-meme-adresse",
    "pairs.check": "liste-articles-separes",
    "pages.check": "conflit-dans-une-page",
    "pages.content": "page-vide",
    "printed.of_clauses": "signe-d-un-titre-hors-de-la-police",
    "printed.of_forms": "signe-hors-de-la-police",
    "printed.of_organisations": "signe-hors-de-la-police",
    "printed.of_texts": "signe-hors-de-la-police",
    "references.check": "groupe-inconnu",
    "register.check": "formulaire-sans-page",
    "register.short_titles": "titre-court-de-deux-textes",
    "register.texts": "texte-au-nom-reserve",
    "repeated.check": "mots-et-passages-en-double",
    "rules.agreement": "approuvee-sans-article",
    "rules.answers": "article-pas-encore-en-vigueur",
    "rules.first_day_given": "premier-jour-absent",
    "roles.check": "role-qui-fait-partie-de-lui-meme",
    "rules.form": "periode-inversee-dans-une-regle",
    "rules.grounds": "condition-marque-absente",
    "rules.idleness": "condition-ecartee-partout",
    "rules.platform_described": "aucune-plateforme",
    "rules.points": "a-clarifier-sans-point",
    "rules.quotations": "extrait-deux-fois",
    "sentences.check": "phrase-trop-longue",
    "sheets.bases": "formulaire-ecrit-absent-des-articles",
    "sheets.check": "formulaire-deux-moments",
    "sheets.forces": "formulaire-force-que-l-article-n-a-pas",
    "sheets.grounds": "formulaire-d-un-autre-texte",
    "sheets.others": "formulaire-enonces-d-un-autre",
    "sheets.proposals": "formulaire-aucune-plateforme-a-proposer",
    "sheets.writings": "formulaire-ecrit-que-rien-ne-demande",
    "singletons.days": "valeur-proposee-deux-fois",
    "singletons.proposed": "valeur-proposee-par-aucune-echeance",
    "singletons.stand_in": "tient-lieu-absent",
    "singletons.stand_ins": "tient-lieu-deux-fois",
    "situations.addresses": "situation-dans-deux-themes",
    "situations.answered": "situation-reponse-ecrite",
    "situations.cases": "situation-nom-de-trop",
    "situations.clauses": "situation-article-de-reference",
    "situations.together": "situation-articles-separes",
    "standing.in_circles": "plateforme-qui-se-remplace",
    "tables.check": "rangee-partagee-inexistante",
    "titles.check": "titres-de-pages",
    "uploads.check": "page-html",
    "vocabulary.check": "code-sans-nom",
    "vocabulary.plurals": "force-pluriel",
    "vocabulary.synonyms": "synonymes-mal-remplis",
    "typed_names.check": "nom-ecrit-a-la-main",
    "escapes.check": "signes-mis-en-echappement",
    "footnotes.check": "note-sans-appel",
    "spoken_clauses.check": "article-inexistant-dans-une-phrase",
    "spoken_clauses.unnamed": "article-absent-sans-nom-de-texte",
    "unfinished.check": "mots-en-attente",
    "unfinished.nothing": "jours-et-textes-en-attente",
    "unfinished.hosts": "domaine-de-courriel-mal-ecrit",
    "unfinished.commas": "signe-de-liste-au-bord",
    "unfinished.unasked": "question-sans-point-d-interrogation",
    "addresses.typed": "reponse-d-un-assistant",
    "assistants.check": "reponse-d-un-assistant",
    "columns.check": "colonnes-d-espaces",
    "forge.check": "lien-vers-la-forge",
    "forge.opening": "forge-sans-sa-page",
    "messages.check": "message-colle",
    "persons.check": "nom-de-personne",
    "punctuation.brackets": "signes-mal-places",
    "punctuation.check": "signes-mal-places",
    "telephones.check": "telephone-mal-ecrit",
    "twins.check": "liste-copiee",
    "written_days.check": "dates-mal-ecrites",
}


def name(function: Check) -> str:
    return f"{function.__module__.rpartition('.')[2]}.{function.__name__}"


def draft(root: Path) -> Draft:
    return read(root, walk(root), MACROS)


def mistakes_of(read: Draft, function: Check) -> list[Mistake]:
    return list(given(read, Annotated[list[Mistake], function]))


def test_a_case_shows_each_check() -> None:
    assert {name(function) for function in CHECKS} == SHOWN.keys() | ELSEWHERE.keys()
    assert all((FOLDER.parents[1] / file).is_file() for file in ELSEWHERE.values())


@pytest.mark.parametrize("function", [function for function in CHECKS if name(function) in SHOWN], ids=name)
def test_each_check_is_reached(function: Check, small: Path) -> None:
    apply((FOLDER / f"{SHOWN[name(function)]}.txt").read_bytes().decode().partition("\n===\n")[0], small)
    broken = draft(small)
    assert mistakes_of(broken, function), "the case no longer shows this check: name another one"
    assert {*mistakes_of(broken, function)} <= {*check(broken)}


def test_every_check_is_marked() -> None:
    modules = [module.name for module in iter_modules(checking.__path__)]
    # The anchors are looked for once there is a project.
    unmarked = {module for module in modules if inspect.isfunction(getattr(getattr(checking, module), "check", None))} - {"anchors"}
    assert {module for module in unmarked if getattr(checking, module).check not in CHECKS} == set()


@pytest.mark.parametrize("root", ["small_root", "frozen_root"])
def test_nothing_is_skipped_nor_found_twice_on_a_sound_project(root: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    called = runner.call

    def counted(draft: Draft, function: Any) -> Any:
        calls[f"{function.__module__}.{function.__name__}"] += 1
        return called(draft, function)

    monkeypatch.setattr(runner, "call", counted)
    sound = draft(request.getfixturevalue(root))
    assert (check(sound), sound.skipped) == ([], [])
    assert calls == dict.fromkeys((f"{f.__module__}.{f.__name__}" for f in (*CHECKS, *PARTS.values())), 1)


def test_a_check_whose_part_has_mistakes_is_skipped_and_the_others_run(tmp_path: Path) -> None:
    root = small_project(tmp_path / "projet")
    (root / "data" / "encadrements.yml").write_text("encadrements: []\n", encoding="utf-8")
    broken = draft(root)
    check(broken)
    assert {mistake.file for mistake in broken.mistakes} == {"data/encadrements.yml"}
    takers = {f"{f.__module__}.{f.__name__}" for f in CHECKS if FichierEncadrements in taken(f).values() or Start in taken(f).values()}
    assert takers <= {*broken.skipped} < {f"{f.__module__}.{f.__name__}" for f in CHECKS}
    with pytest.raises(UnsoundError):
        given(broken, FichierEncadrements)


def test_a_folder_gives_its_sound_things_or_all_of_them(tmp_path: Path) -> None:
    root = small_project(tmp_path / "projet")
    (root / "data" / "plateformes" / "texto.yml").write_text("nom: Texto\n", encoding="utf-8")
    broken = draft(root)
    assert list(given(broken, Sound[Plateforme])) == ["teams"]
    with pytest.raises(UnsoundError):
        given(broken, Whole[Plateforme])
    sound = draft(small_project(tmp_path / "sain"))
    assert list(given(sound, Whole[Plateforme])) == ["teams", "texto"]


def test_a_check_is_never_skipped_in_silence(tmp_path: Path) -> None:
    silent = draft(small_project(tmp_path / "projet"))
    silent.models["data/menu.yml"] = None
    with pytest.raises(RuntimeError, match=r"macros\.checking\.menu\.check"):
        check(silent)


def test_what_a_skipped_check_takes_is_told_whichever_comes_first(tmp_path: Path) -> None:
    broken = draft(small_project(tmp_path / "projet"))
    broken.models["data/menu.yml"] = None
    takers = [function for function in CHECKS if FichierMenu in taken(function).values()]
    assert [name(function) for function in takers] == ["menu.check"]
    assert run(broken, takers) == run(broken, takers) == []
    assert len(broken.skipped) == 2 * len(takers)


def test_what_is_found_in_a_text_is_found_once_for_each() -> None:
    looked: list[str] = []

    @all_once
    def letters(text: str, capitals: bool = False) -> Iterator[str]:
        looked.append(text)
        yield from text.upper() if capitals else text

    assert [letters("ab"), letters("ab"), letters("ba"), letters("ab", capitals=True)] == [("a", "b"), ("a", "b"), ("b", "a"), ("A", "B")]
    assert looked == ["ab", "ba", "ab"]


def absences(module: Path) -> list[str]:
    """Return where a module looks at what may be absent, or takes a part that may be None."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    looks = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in PERHAPS]
    marked = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and {*map(ast.unparse, node.decorator_list)} & {"checks", "part"}]
    takes = [argument for node in marked for argument in node.args.args if "None" in ast.unparse(argument.annotation or node)]
    return [f"{module.name}:{node.lineno}" for node in (*looks, *takes)]


def test_no_check_tests_for_absence(tmp_path: Path) -> None:
    modules = {Path(inspect.getfile(function)) for function in CHECKS}
    assert len(modules) > 25
    assert [where for module in sorted(modules) for where in absences(module)] == []
    wrong = tmp_path / "faux.py"
    wrong.write_text("@checks\ndef check(draft: Draft, menu: FichierMenu | None):\n    if draft.found(FichierMenu) is None:\n        return\n")
    assert absences(wrong) == ["faux.py:3", "faux.py:2"]
