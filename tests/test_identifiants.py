"""No id of the data is written in Python, in the templates or in the scripts; and one that is renamed is followed everywhere."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

import macros.model
from macros.loading import load
from macros.mistakes import MistakesError
from macros.model.base import Modele, Mot, Renvoi
from macros.model.collecte import Moyen
from macros.model.contradictions import Contradiction
from macros.model.echeances import Echeance
from macros.model.encadrements import Encadrement
from macros.model.formulaires import Formulaire
from macros.model.kinds import of
from macros.model.listes import Liste
from macros.model.menu import Rubrique
from macros.model.organisations import Contact, Organisation
from macros.model.plateformes import Plateforme
from macros.model.regles import Condition
from macros.model.roles import Role
from macros.project import Project
from macros.reading.draft import read
from macros.reading.models import walk
from macros.reading.tree import walk as tree
from macros.rendering.catalogue import MACROS
from tests.copie import CONTENT, built, changed, frozen, unbuilt, write

ROOT = Path(__file__).resolve().parent.parent
QUOTED = re.compile(r"""(["'`])([a-z0-9]+(?:-[a-z0-9]+)*)\1""")
# What a selector names: a class, an id, the value of an attribute, at its end or after a hyphen (« .statut-approuvee »).
SELECTED = re.compile(r"""[.#=]["']?([a-zA-Z_][\w-]*)""")
SEEN = [path for suffix in ("html", "js") for path in sorted((ROOT / "overrides").rglob(f"*.{suffix}")) if ".min." not in path.name]
STYLES = sorted((ROOT / "overrides").rglob("*.css"))
PYTHON = sorted([*(ROOT / "macros").rglob("*.py"), *(ROOT / "tools").rglob("*.py")])


# ---- What is written in code


def published_ids(project: Project) -> set[str]:
    """Return the ids of all the things that the data describe."""
    return {str(id_) for things in project.draft.things.values() for id_ in things or ()}


def codes() -> set[str]:
    """Return the codes of the closed vocabularies: the literals of the models, which no editor adds to."""
    modules = [importlib.import_module(f"macros.model.{found.name}") for found in pkgutil.iter_modules(macros.model.__path__)]
    aliases = [value for module in modules for value in vars(module).values()]
    models = {value for value in aliases if isinstance(value, type) and issubclass(value, Modele)}
    fields = [field.annotation for model in models for field in model.model_fields.values()]
    return {code for annotation in [*aliases, *fields] for code in literals(annotation)}


def literals(annotation: Any) -> Iterator[str]:
    """Yield the literals of a type, however wrapped."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif not isinstance(annotation, (str, tuple)):
        for inner in get_args(annotation):
            yield from literals(inner)


@cache
def constants(path: Path) -> list[tuple[int, str]]:
    """Return the texts of a Python file with their lines, those that document it apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone)
    return [(node.lineno, node.value) for node in texts if isinstance(node.value, str)]


def written(project: Project, wanted: set[str], texts: set[str]) -> list[str]:
    """Return where code writes one of some ids as a word, or a clause of one of some texts."""
    citation = re.compile(rf"(?<![\w/-])(?:{'|'.join(sorted(texts))})/[a-z0-9]")
    found = [(path, line, text) for path in PYTHON for line, text in constants(path) if text in wanted or citation.search(text)]
    for path in SEEN:
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found += [(path, line, word) for _, word in QUOTED.findall(text) if word in wanted]
            found += [(path, line, match[0]) for match in citation.finditer(text)]
    for path in STYLES:
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found += [(path, line, word) for name in SELECTED.findall(text) for word in parts(name) if word in wanted]
    return [f"{path.relative_to(ROOT)}:{line} {text}" for path, line, text in found]


def parts(name: str) -> set[str]:
    """Return what a selector's name may hold an id as: itself, and what follows each of its hyphens."""
    return {name, *(name[match.end() :] for match in re.finditer("-+", name))}


def own_words() -> set[str]:
    """Return the words that are the code's own: the closed vocabularies, the components, the macros, the keys of the examples."""
    keys = {
        key for path in (ROOT / "overrides/composants").glob("*/exemples.yml") for key in re.findall(r"{([a-z]+): ", path.read_text(encoding="utf-8"))
    }
    return codes() | keys | {path.name for path in (ROOT / "overrides/composants").iterdir()} | {*MACROS}


def test_no_id_is_written_in_code(project: Project) -> None:
    assert written(project, published_ids(project) - own_words(), {*project.documents}) == []


def test_an_id_written_in_code_would_be_found(project: Project) -> None:
    known = {"obligation", "interdiction"}
    assert known <= codes()
    assert any(place.startswith("macros/model/meanings.py") for place in written(project, known, {"sans-objet"}))
    assert any(place.startswith("overrides/composants/classe/classe.js") for place in written(project, {"nom-prenom"}, {"sans-objet"}))


# ---- What follows a rename

# In a page, an id stands in a macro call, in a link to a page, or among the roles under a title.
LINKS = re.compile(r"\]\(([^)#\n]*)[^)\n]*\)")
MARK = re.compile(r"^(?:Obligation|Interdiction|Demande|Limite|Préférence|Recommandation|Permission|Droit|Information)\b.*$", re.M)

# All of them at once, each with a name of its own: things of several kinds have the same one.
RENAMED: list[tuple[type[Modele], str]] = [
    (Plateforme, "autre"),
    (Plateforme, "classdojo"),
    (Role, "personnel"),
    (Encadrement, "directive"),
    (Encadrement, "note-de-service"),
    (Echeance, "destruction"),
    (Contact, "direction"),
    (Organisation, "csspb"),
    (Formulaire, "consentement"),
    (Liste, "classe"),
    (Contradiction, "classdojo"),
    (Condition, "destruction"),
    (Moyen, "cameras"),
]
# Things of the small project, pages of its site once built, and what each shows only if the new name is followed.
BUILT: list[tuple[type[Modele], str, str, str]] = [
    (Encadrement, "directive", "encadrements/nouveau-encadrement-directive", 'id="art-2-1"'),
    (Echeance, "menage", "modeles/confirmation", '-06-30"'),
    (Plateforme, "texto", "puis-je", 'value="nouveau-plateforme-texto" data-autre'),
]


# The field that shows the deadline.
FIELD = "  - id: limite\n    qui: enseignant\n    genre: date\n    libelle: Date limite\n    propose: destruction\n"
FORM = changed(
    "data/formulaires/confirmation.yml", ("parties:\n", f"{FIELD}parties:\n"), ("          - moyens\n", "          - moyens\n          - limite\n")
)


def new_name(entry: type[Modele], old: str) -> str:
    """Return the other name of a thing, which no other thing has."""
    return f"nouveau-{entry.__name__.lower()}-{old}"


def renamed(root: Path, entry: type[Modele], old: str) -> None:
    """Rename a thing throughout a project: where it is described, where it is cited, its files."""
    kind, draft, new = of(entry), read(root, tree(root), MACROS), new_name(entry, old)
    for file, model in draft.models.items():
        lines = (root / file).read_text(encoding="utf-8").split("\n")
        for path, value in walk(model):
            if is_named(value, entry, old, file, path):
                line = draft.sources[file].line(path) - 1
                lines[line] = word(lines[line], old, new)
        (root / file).write_text("\n".join(lines), encoding="utf-8")
    for page in root.glob("docs/**/*.md"):
        page.write_text(in_page(page, root, entry, old), encoding="utf-8")
    menu = root / of(Rubrique).place
    if kind.pages:
        address = kind.page_of("").removeprefix("docs/").removesuffix(".md")
        menu.write_text(menu.read_text(encoding="utf-8").replace(f"{address}{old}.md", f"{address}{new}.md"), encoding="utf-8")
        (root / kind.page_of(old)).rename(root / kind.page_of(new))
    if kind.alone:
        (root / kind.file_of(old)).rename(root / kind.file_of(new))


def is_named(value: object, entry: type[Modele], old: str, file: str, path: tuple[str | int, ...]) -> bool:
    """Tell whether a value of a data file is the id of a thing, where it is described or cited."""
    kind = of(entry)
    if isinstance(value, Renvoi):
        return entry is Encadrement and value.document == old
    described = not kind.alone and file == kind.place and path[0] == kind.key and path[2:] == ("id",)
    return isinstance(value, Mot) and value == old and (described or type(value) is kind.cited)


def in_page(page: Path, root: Path, entry: type[Modele], old: str) -> str:
    """Return the text of a page in which a thing has another name."""
    kind, text, new = of(entry), page.read_text(encoding="utf-8"), new_name(entry, old)
    if entry is Role:
        return MARK.sub(lambda found: word(found[0], old, new), text)
    takers = [name for name, macro in MACROS.items() for hint in get_type_hints(macro).values() if hint is kind.cited or takes_clauses(entry, hint)]
    calls = re.compile(rf"(?<={{{{ )(?:{'|'.join(takers) or '(?!)'})\([^)\n]*")

    def link(found: re.Match[str]) -> str:
        address = posixpath.normpath(posixpath.join(page.parent.relative_to(root).as_posix(), found[1]))
        return word(found[0], old, new) if kind.pages and address == kind.page_of(old) else found[0]

    return LINKS.sub(link, calls.sub(lambda found: word(found[0], old, new), text))


def takes_clauses(entry: type[Modele], hint: object) -> bool:
    """Tell whether a macro's value may cite a clause of the text that is renamed."""
    return entry is Encadrement and hint is Renvoi


def word(text: str, old: str, new: str) -> str:
    """Return a text in which an id has another name."""
    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)


def test_what_is_renamed_is_followed(project: Project, tmp_path: Path) -> None:
    root = frozen(tmp_path, *CONTENT)
    for entry, old in RENAMED:
        renamed(root, entry, old)
    after = load(root)
    for entry in {entry for entry, _ in RENAMED}:
        expected = [new_name(entry, str(id_)) if (entry, id_) in RENAMED else id_ for id_ in project.all(entry)]
        assert list(after.all(entry)) == expected, entry
    assert [len(liste.questions) for liste in after.listes.values()] == [len(liste.questions) for liste in project.listes.values()]
    assert [answer.regle.verdict for answer in after.reponses] == [answer.regle.verdict for answer in project.reponses]


@pytest.mark.long
def test_the_site_of_what_is_renamed_is_built(small_built: Path, tmp_path: Path) -> None:
    root = unbuilt(small_built, tmp_path / "projet")
    write(root, FORM)
    for entry, old, _, _ in BUILT:
        renamed(root, entry, old)
    site = built(root)
    for _, _, page, shown in BUILT:
        assert shown in (site / page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("data/roles.yml", "tout_le_personnel: personnel", "la clé « tout_le_personnel » manque"),
        ("data/plateformes/autre.yml", "tient_lieu: oui", "aucune plateforme ne tient lieu de celles que les textes ne nomment pas"),
        ("data/echeances.yml", "    propose: destruction", "aucune échéance ne propose « destruction »"),
    ],
)
def test_what_the_code_needs_is_told_when_it_is_missing(tmp_path: Path, file: str, line: str, told: str) -> None:
    root = frozen(tmp_path, *CONTENT)
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(f"{line}\n") == 1
    (root / file).write_text(text.replace(f"{line}\n", ""), encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        load(root)
    assert {mistake.problem for mistake in caught.value.mistakes} == {told}
