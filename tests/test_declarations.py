"""What a programmer declares halfway is told in French at its line, by the check or by the build: never a traceback, never a page that is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme
from mkdocs.utils.templates import TemplateContext

from macros import days, template_errors
from macros.checking import declared, glossary, templates
from macros.components import Components
from macros.loading import load
from macros.mistakes import MistakesError
from macros.model.organisations import Contact
from macros.reading.draft import Draft
from macros.rendering import platform_macros, site_macros
from macros.rendering.context import NAMES, Context
from macros.rendering.registry import TOOLS
from macros.theme_package import THEME
from tests.copie import build, copied, write
from tests.test_codes import add, check

WRITTEN_OR_CHOSEN = "il faut soit écrire, soit choisir une réponse, soit signer; "
WRITTEN_OR_CHOSEN += "donnez à son entrée une seule de « written=True », « offered=True », « stated=True » et « signed=True »"
KINDS, MEANINGS, GENRES = "macros/model/kinds.py", "macros/model/meanings.py", "macros/model/genres.py"
COMPONENTS = "overrides/composants"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small project and of our code, that the tests of this file change one after the other."""
    return copied(tmp_path_factory.mktemp("declarations") / "projet", {})


@pytest.fixture
def told(root: Path) -> Callable[..., list[str]]:
    """Says what the check tells of changes to some files, then takes these back."""

    def lines(*changes: tuple[str, str, str]) -> list[str]:
        former = {file: (root / file).read_text(encoding="utf-8") for file, _, _ in changes}
        for change in changes:
            add(root / change[0], *change[1:])
        found = check(root)
        for file, text in former.items():
            (root / file).write_text(text, encoding="utf-8")
        return found

    return lines


def test_a_line_of_the_table_of_kinds_says_what_is_there(told: Callable[..., list[str]]) -> None:
    found = told(
        (KINDS, r'"contacts", IdContact, overview="contacts"', '"contact", IdContact, overview="a-demander"'),
        (KINDS, r'"le terme", "termes"', '"le terme", pages="docs/termes"'),
        (KINDS, r'"le moyen", "moyens", IdMoyen', '"le moyen", "moyens", IdMoyen, overview="moyens"'),
        (KINDS, r'"la famille", "familles", shown="transparence/logiciels/"', '"la famille", "familles", IdMoyen'),
        (KINDS, r'"plateforme"\),$', '"plateform"),'),
        (KINDS, r'"data/avis.yml"', '"avis.yml"'),
        (KINDS, r'Formulaire, "data/formulaires"', 'Formulaire, "data/formulaires.yml"'),
        ("macros/model/base.py", r"^class IdTheme\(Mot\):$", 'class IdFamille(Mot):\n    """The id of a family."""\n\n\nclass IdTheme(Mot):'),
    )
    assert [line.partition(" : ")[2] for line in found if line.startswith("macros/")] == [
        "« IdFamille » ne mène à rien; nommez-le à la ligne de ce qu'il cite, dans macros/model/kinds.py, ou supprimez-le",
        "« IdMoyen » mène à deux genres de choses; donnez à l'un d'eux son propre type, dans macros/model/base.py",
        "« FichierOrganisations » n'a pas de clé « contact » de type list[Contact]; écrivez la clé « contacts »",
        "« a-demander » ne peut pas nommer une macro; renommez ce composant : des lettres minuscules, sans trait d'union",
        "la clé qui liste « Terme » n'est pas dite; écrivez la clé « termes »",
        "rien ne fait les pages de docs/termes/; nommez la macro de chacune, ou enlevez ce dossier",
        "le composant « moyens » n'a pas de gabarit; ajoutez overrides/composants/moyens/gabarit.html",
        "rien ne dit où le site montre « Famille »; donnez l'adresse de sa page à « shown »",
        "« avis.yml » n'est ni un fichier ni un dossier de data/; écrivez « data/nom.yml », ou « data/nom » pour un dossier",
        "la macro « plateform » n'existe pas; écrivez « plateforme »",
        "« data/formulaires.yml » ne va pas avec le modèle « Formulaire »; pour un fichier, donnez son modèle et celui d'une chose; pour un "
        "dossier, deux fois celui d'une chose",
    ]


def test_a_name_that_is_taken_is_told(told: Callable[..., list[str]]) -> None:
    found = told(
        (KINDS, r'"contacts", IdContact, overview="contacts"', '"contacts", IdContact, overview="accueil"'),
        (KINDS, r'"le moyen", "moyens", IdMoyen', '"le moyen", "moyens", IdMoyen, overview="point"'),
        (KINDS, r'"la famille", "familles"', '"la famille", "familles", overview="point"'),
        ("macros/rendering/list_macros.py", r"^def comparer\(", "def matrice("),
    )
    home, matrix = line_of(site_macros.accueil), line_of(platform_macros.matrice)
    assert [line.partition(" : ")[2] for line in found if line.startswith("macros/")] == [
        f"« accueil » est déjà le nom de la macro à la ligne {home} de macros/rendering/site_macros.py; renommez ce composant, ou cette macro",
        "le composant « point » montre déjà un autre genre de choses; donnez à celui-ci son propre composant",
        f"« matrice » est déjà le nom de ce que déclare la ligne {matrix} de macros/rendering/platform_macros.py; donnez-lui un autre nom",
    ]


def line_of(function: Callable[..., object]) -> int:
    """Return the line where a function begins, its decorators included."""
    return function.__code__.co_firstlineno


def test_what_no_page_reads_or_shows_is_told_at_its_file(told: Callable[..., list[str]], root: Path) -> None:
    model = '"""`data/formations.yml`: the trainings."""\n'
    write(root, {"macros/model/formations.py": model, "data/formations.yml": "formations: []\n", "data/formation.yml": "formations: []\n"})
    found = told(("docs/contacts.md", r"\{\{ contacts\(\) \}\}", '{{ art("directive/1") }}'))
    for file in ("macros/model/formations.py", "data/formations.yml", "data/formation.yml"):
        (root / file).unlink()
    assert found == [
        "data/formation.yml:1 : aucune page ne lit ce fichier; donnez-lui le nom d'un fichier prévu (il finit par .yml) ou supprimez-le",
        "data/formations.yml:1 : aucune page ne lit ce fichier; donnez à son modèle sa ligne dans macros/model/kinds.py",
        "docs/contacts.md:1 : il manque à cette page ce que le site y montre; remettez la ligne « {{ contacts() }} »",
        "3 erreurs à corriger.",
    ]


# One check of all that the tables of codes declare halfway: each sentence is of one of them.
def test_what_a_code_means_is_whole(told: Callable[..., list[str]]) -> None:
    found = told(
        # A kind of field can be filled, by a control that scripts and browsers know.
        (GENRES, r'^    "date": FieldMeaning\(written=True, in_sentence=True, brief=True', '    "date": FieldMeaning(in_sentence=True, brief=True'),
        (GENRES, r'^    "cases": FieldMeaning\(offered=True', '    "cases": FieldMeaning(offered=True, written=True'),
        (GENRES, r'control="email"', 'control="emaill"'),
        (GENRES, r"^(CodeControle = Literal\[.*)\]$", r'\1, "url"]'),
        # A proposed value comes from somewhere.
        (MEANINGS, r'^    "destruction": ProposedMeaning\("date", "limite"\)', '    "destruction": ProposedMeaning("date", "jour")'),
        (MEANINGS, r'^    "mon-ecole": ProposedMeaning\("ligne", "ecole", \("nom",\)\)', '    "mon-ecole": ProposedMeaning("ligne", "ecole")'),
        (
            MEANINGS,
            r'^    "mon-nom": ProposedMeaning\("ligne", "ecole", \("expediteur",\)\)',
            '    "mon-nom": ProposedMeaning("ligne", "ecole", ("expediteurs",))',
        ),
        # A tone has its colours, and a model one line.
        ("macros/model/vocabulaire.py", r"^(CodeTon = Literal\[.*)\]$", r'\1, "vif"]'),
        ("overrides/assets/site/site.css", r'^\[data-ton="arret"\]', '[data-ton="vif"] {\n  --ton: #000;\n}\n\\g<0>'),
        (KINDS, r"^    Kind\(Terme, .*$", r"\g<0>\n\g<0>"),
    )
    assert [line.partition(" : ")[2] for line in found[:-1]] == [
        "les scripts ne savent pas ce qui est faux dans un champ de page « url »; ajoutez-le à CONTROLS, dans overrides/composants/commun/saisies.js",
        f"dans un champ « date », {WRITTEN_OR_CHOSEN}",
        "« emaill » n'est pas le type d'un champ de page; écrivez « email »",
        f"dans un champ « cases », {WRITTEN_OR_CHOSEN}",
        "« Terme » a deux lignes dans cette table; gardez-en une",
        "« destruction » est à moitié le dernier jour d'une échéance; mettez ce code dans CodeLimite et donnez-lui la source « limite », ou ni l'un "
        "ni l'autre",
        "« mon-ecole » est à moitié ce que garde « Mon école »; donnez-lui la source « ecole » et des clés, ou ni l'un ni l'autre",
        "« Mon école » ne demande pas « expediteurs »; écrivez « expediteur »",
        "le ton « vif » n'a pas de couleurs; ajoutez dans "
        'overrides/assets/site/site.css une règle [data-ton="vif"] qui donne --ton, puis --ton-fond',
    ]


def test_a_check_takes_what_the_runner_gives(told: Callable[..., list[str]]) -> None:
    found = told(("macros/checking/glossary.py", r"^def check\(draft: Draft, glossary: FichierGlossaire", "def check(draft: Draft, glossary: list"))
    assert found[0] == (
        "macros/checking/glossary.py:17 : la vérification « check » ne peut pas recevoir « glossary »; donnez à ce paramètre l'un des types que dit "
        "macros/checking/runner.py"
    )


def test_a_check_that_nothing_runs_is_told(told: Callable[..., list[str]], root: Path) -> None:
    head = "from collections.abc import Iterator\n\nfrom macros.mistakes import Mistake\n\n\n"
    write(root, {"macros/checking/essai.py": f'{head}def check() -> Iterator[Mistake]:\n    yield Mistake("a", 1, "b", "c")\n'})
    found = told(("macros/checking/glossary.py", r"^@checks\n(?=def once)", ""))
    (root / "macros/checking/essai.py").unlink()
    remedy = "qui ne vérifie donc rien; écrivez « @checks » sur la ligne d'avant, ou supprimez cette fonction"
    assert found[:-1] == [
        f"macros/checking/essai.py:6 : rien n'appelle « check », {remedy}",
        f"macros/checking/glossary.py:{line_of(glossary.once)} : rien n'appelle « once », {remedy}",
    ]


def test_one_thing_of_a_file_is_no_part_of_a_project() -> None:
    assert [declared.known(kind) for kind in (Draft, Contact, None)] == [True, False, False]


def test_what_nothing_shows_is_told(told: Callable[..., list[str]], root: Path) -> None:
    write(root, {f"{COMPONENTS}/essai-de-vue/gabarit.html": "<p>Essai</p>\n"})
    found = told(
        (KINDS, r'IdOrganisation, shown="contacts/"', "IdOrganisation"),
        (KINDS, r'overview="contacts", shown="contacts/"', 'overview="contacts"'),
    )
    shutil.rmtree(root / COMPONENTS / "essai-de-vue")
    assert [line.partition(" : ")[2] for line in found[:-1]] == [
        "rien ne dit où le site montre « Organisation »; donnez l'adresse de sa page à « shown »",
        "rien ne dit où le site montre « Contact »; donnez l'adresse de sa page à « shown »",
        "rien ne montre ce composant; appelez-le d'une macro de macros/rendering/ ou d'un autre gabarit, ou supprimez ce dossier",
    ]


def test_what_a_component_names_is_there(told: Callable[..., list[str]], root: Path) -> None:
    (root / COMPONENTS / "contacts" / "contact.css").write_text(".a {}\n", encoding="utf-8")
    (root / COMPONENTS / "contacts" / "ligne.html").write_text("<p>\n", encoding="utf-8")
    assert told() == [
        "overrides/composants/contacts/contact.css:1 : aucune page ne charge ce fichier; renommez-le « contacts.css », ou nommez-le dans "
        "contacts/composant.yml",
        "overrides/composants/contacts/ligne.html:1 : aucun gabarit n'inclut celui-ci; incluez-le là où il sert, ou supprimez-le",
        "2 erreurs à corriger.",
    ]
    (root / COMPONENTS / "contacts" / "contact.css").unlink()
    (root / COMPONENTS / "contacts" / "ligne.html").unlink()
    found = told(
        (f"{COMPONENTS}/contacts/gabarit.html", r"\{% endfor %\}", ""),
        (f"{COMPONENTS}/affiche/gabarit.html", r"\A", '{% include "modifier/lin.html" %}\n'),
        (f"{COMPONENTS}/avis-mots/composant.yml", r"avis-mots\.css", "avis-mot.css"),
        (f"{COMPONENTS}/avis-annonce/composant.yml", r"^styles: ", "style: "),
        (f"{COMPONENTS}/avis-bandeau/composant.yml", r"^styles: \[avis-bandeau.css\]", "styles: [avis-bandeau.css"),
    )
    assert [line.removeprefix(f"{COMPONENTS}/") for line in found] == [
        "affiche/gabarit.html:1 : le gabarit « modifier/lin.html » n'existe pas; écrivez « modifier/lien.html »",
        "avis-annonce/composant.yml:1 : le fichier dit autre chose que des styles et des scripts; gardez-y deux listes au plus : styles et scripts",
        "avis-bandeau/composant.yml:2 : le fichier ne se lit pas; vérifiez les crochets, les retraits et les deux-points",
        "avis-mots/composant.yml:1 : le fichier « avis-mot.css » n'existe pas; corrigez son nom, ou supprimez-le de cette liste",
        "contacts/gabarit.html:19 : le gabarit ne se lit pas; vérifiez les accolades et les blocs « {% … %} » jusqu'à cette ligne",
        "5 erreurs à corriger.",
    ]


def test_what_a_template_of_the_theme_names_is_there(told: Callable[..., list[str]]) -> None:
    found = told(
        ("overrides/main.html", r"\{\{ super\(\) \}\}", "{{ super() | texet }}"),
        ("overrides/404.html", r"'plateformes/' \| url", "'plateformes/' | urll"),
        ("overrides/accueil.html", r"page\.meta\.description", "pagee.meta.description"),
        ("overrides/partials/impression.html", r"\A", '{% include "partials/toc-itme.html" %}\n'),
        ("overrides/partials/toc.html", r"\A", "{% if %}\n"),
        ("overrides/partials/search.html", r"\A", "{% block content %}{% endblock %}\n{% block content %}{% endblock %}\n"),
        (f"{COMPONENTS}/saisie/champ.html", r"\A", "{{ 'a' is definde }}\n"),
    )
    assert [line.removeprefix("overrides/") for line in found] == [
        "404.html:10 : le filtre « urll » n'existe pas; écrivez « url »",
        "accueil.html:9 : ce gabarit demande « pagee », que rien ne lui donne; écrivez « page » ou « pages »",
        "composants/saisie/champ.html:1 : le test « definde » n'existe pas; écrivez « defined »",
        "main.html:23 : le filtre « texet » n'existe pas; écrivez « texte »",
        "partials/impression.html:1 : le gabarit « partials/toc-itme.html » n'existe pas; écrivez « partials/toc-item.html »",
        "partials/search.html:2 : le bloc « content » est là deux fois; gardez-en un",
        "partials/toc.html:1 : le gabarit ne se lit pas; vérifiez les accolades et les blocs « {% … %} » jusqu'à cette ligne",
        "7 erreurs à corriger.",
    ]


def test_what_the_template_of_an_overview_asks_for_is_told_at_once(told: Callable[..., list[str]]) -> None:
    file = f"{COMPONENTS}/contacts/gabarit.html"
    found = told((file, r"contact\.pour\b", "contact.pourr"), (file, r"\[contact\.article\] \+", "[contact.artcle] + lein +"))
    assert [line.removeprefix(f"{file}:").partition(" : ")[2] for line in found[:-1]] == [
        "ce gabarit demande « pourr », que le modèle « Contact » n'a pas; écrivez « pour »",
        "ce gabarit demande « artcle », que le modèle « Contact » n'a pas; écrivez « article »",
        "ce gabarit demande « lein », que rien ne lui donne; écrivez « lien »",
    ]


def test_what_every_template_may_use_is_named(root: Path) -> None:
    tools = Context(load(root), Components(root / COMPONENTS)).tools()
    assert {*tools} == {*NAMES, *TOOLS}


def test_a_template_that_is_gone_is_told(root: Path) -> None:
    held = root / "held"
    for name in templates.NEEDED:
        (root / "overrides" / name).rename(held)
        found = check(root)
        held.rename(root / "overrides" / name)
        remedy = "rétablissez-le à partir de l'historique du dépôt"
        assert f"overrides/{name}:1 : ce gabarit manque, et le site n'est pas fait sans lui; {remedy}" in found


def test_no_template_takes_the_place_of_the_theme_without_being_needed() -> None:
    ours = {path.relative_to(templates.OVERRIDES).as_posix() for path in templates.OVERRIDES.rglob("*.html")}
    assert {name for name in ours if (THEME / name).is_file()} == {name for name in templates.NEEDED if (THEME / name).is_file()}


def test_a_thing_without_its_place_on_its_page_is_told_by_the_build(root: Path) -> None:
    file = root / COMPONENTS / "glossaire" / "gabarit.html"
    former = file.read_text(encoding="utf-8")
    file.write_text(former.replace('id="{{ terme.id }}"', ""), encoding="utf-8")
    _, code, said = build(root)
    file.write_text(former, encoding="utf-8")
    remedy = "donnez à chacune l'id « {} » dans le gabarit qui les montre, « {} » étant le sien, ou corrigez « shown »"
    assert (code, f"le site mène à « glossaire/#plateforme », qui n'est pas dans sa page ; {remedy}" in said) == (1, True), said


def test_what_the_theme_is_given_is_what_mkdocs_gives() -> None:
    assert {*templates.GIVEN} == {*TemplateContext.__annotations__, "lang"}
    assert {*Theme("material").get_env().filters} - {*Environment().filters} == {*templates.FILTERS}


def test_what_stops_a_template_is_a_sentence_of_each_build(root: Path) -> None:
    files = [f"{COMPONENTS}/fiche-resume/gabarit.html", f"{COMPONENTS}/contacts/gabarit.html", "overrides/partials/nav.html"]
    former = [(root / file).read_text(encoding="utf-8") for file in files]
    add(root / files[0], r"\A", "{{ plateforme.nom | date_longue }}\n")
    add(root / files[1], r"\Z", "{{ projet.site.titre }}\n")
    sentence, remedy = "une erreur de programme arrête le rendu", "corrigez ce que cette ligne donne à ce qu'elle appelle, ou ce programme"
    place = f"à la ligne {line_of(days.long_date) + 2} de macros/days.py"
    asked = "écrivez un nom que la macro lui donne, une clé du modèle ou une icône qui existe"
    told = [
        f"{files[0]}:1 : {sentence} {place} (AttributeError) ; {remedy}\n",
        f"{files[1]}:{former[1].count(chr(10)) + 1} : ce gabarit demande « titre », qui n'existe pas ; {asked}\n",
        f"{files[2]}:1 : {sentence} (TypeError) ; {remedy}\n",
    ]
    first = build(root)
    # What a page lacked is not kept for the next build, which would then pass.
    add(root / files[2], r"lang\.t\('nav'\)", "lang.t('nav', rang=1)")
    for (_, code, said), of_the_theme in ((first, 0), (build(root), 1)):
        assert (code, [said.count(line) for line in told]) == (1, [1, 1, of_the_theme]), said
        assert "Traceback" not in said
        assert "ERROR" not in said
    for file, text in zip(files, former, strict=True):
        (root / file).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<p>\n{{ rien }}", "a/gabarit.html:2 : ce gabarit demande « rien », qui n'existe pas"),
        ("<p>\n\n{{ icone('clokc') }}", "a/gabarit.html:3 : ce gabarit demande « clokc », qui n'existe pas"),
        ("{% include 'b/gabarit.html' %}", "a/gabarit.html:1 : ce gabarit demande « b/gabarit.html », qui n'existe pas"),
        (None, "a/gabarit.html:1 : le gabarit manque"),
    ],
)
def test_a_template_says_its_line(tmp_path: Path, text: str | None, problem: str) -> None:
    folder = tmp_path / "overrides" / "composants"
    (folder / "a").mkdir(parents=True)
    if text:
        (folder / "a" / "gabarit.html").write_text(text, encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        Components(folder).render("a")
    assert str(caught.value).startswith(f"overrides/composants/{problem} ; ")


def test_a_template_of_ours_prints_nothing_that_is_not_there(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "overrides", tmp_path / "theme"
    for folder in (ours, theirs):
        folder.mkdir()
        (folder / f"{folder.name}.html").write_text("{% if page.absent %}non{% endif %}\n{{ page.absent }}", encoding="utf-8")
    environment = Environment(loader=FileSystemLoader([ours, theirs]), undefined=template_errors.unprinted(ours), autoescape=True)
    assert environment.get_template("theme.html").render(page={}) == "\n"
    with pytest.raises(MistakesError) as caught, template_errors.told(ours, tmp_path):
        environment.get_template("overrides.html").render(page={})
    assert str(caught.value).startswith("overrides/overrides.html:2 : ce gabarit demande « absent », qui n'existe pas ; ")
