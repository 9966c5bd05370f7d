"""The components and the theme can be rendered: their templates can be read, what they name exists, each style and script is loaded by one."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path

import yaml
from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from macros.checking.headers import TEMPLATES
from macros.checking.runner import checks, part
from macros.components import KEYS, Components
from macros.mistakes import Mistake
from macros.rendering.theme import escaping
from macros.template_errors import UNREADABLE
from macros.theme_package import THEME
from macros.words import nearest

ROOT = Path(__file__).resolve().parents[2]
OVERRIDES = ROOT / "overrides"
FOLDER = OVERRIDES / "composants"
MANIFEST, TEMPLATE = "composant.yml", "gabarit.html"
# What MkDocs gives to each template of the theme, and what the base of the theme sets; its filters. A test compares them with MkDocs.
GIVEN = ("base_url", "build_date_utc", "config", "extra_css", "extra_javascript", "lang", "mkdocs_version", "nav", "page", "pages")
FILTERS = ("script_tag", "url")
# The templates in the place of which, were they gone, engines would take the theme's, or none: those of pages, then what the theme includes.
SCRIPTS = ("javascripts/base", "javascripts/content")
PARTS = ("content", "footer", "header", *SCRIPTS, "languages/fr-CA", "nav", "palette", "search", "tabs", "toc", "toc-item")
NEEDED = ("main.html", "404.html", *TEMPLATES, *(f"partials/{name}.html" for name in PARTS))
# What the engine itself gives.
ENGINE = ("caller", "kwargs", "loop", "self", "super", "varargs")


class Ours(tuple[tuple[str, int], ...]):
    """The files of the components and of the theme, in order, each with the time of its last change."""


@part
def ours() -> Ours:
    """Return these files, as they are now."""
    return Ours(sorted(files(OVERRIDES)))


@checks
def missing(ours: Ours) -> Iterator[Mistake]:
    """Yield a mistake for each template of ours that is gone: pages would be those of the theme, without a word, or none."""
    there = {os.path.relpath(file, OVERRIDES) for file, _ in ours}
    for name in NEEDED:
        if name not in there:
            remedy = "rétablissez-le à partir de l'historique du dépôt"
            yield Mistake(named(OVERRIDES / name), 1, "ce gabarit manque, et le site n'est pas fait sans lui", remedy)


@checks
def check(ours: Ours) -> Iterator[Mistake]:
    """Yield every mistake of the components and of the theme; those of files that have not changed are not looked for again."""
    pages, top = (file for file in ours if file[0].endswith(".html")), str(OVERRIDES)
    yield from of_state(within(ours, FOLDER))
    yield from of_theme((*(page for page in pages if os.path.dirname(page[0]) == top), *within(ours, OVERRIDES / "partials")))


def within(ours: Ours, folder: Path) -> Ours:
    """Return those of these files that are below a folder."""
    beginning = f"{folder}{os.sep}"
    return Ours(file for file in ours if file[0].startswith(beginning))


def files(folder: str | Path) -> list[tuple[str, int]]:
    """Return the files below a folder, each with the time of its last change."""
    found, folders = [], [str(folder)]
    while folders:
        for entry in os.scandir(folders.pop()):
            if entry.is_dir():
                folders.append(entry.path)
            elif "." in entry.name:
                found.append((entry.path, entry.stat().st_mtime_ns))
    return found


@cache
def of_state(state: tuple[tuple[str, int], ...]) -> tuple[Mistake, ...]:
    """Return the mistakes of the components' files, each with the time of its last change."""
    components, paths = Components(FOLDER), sorted(Path(path) for path, _ in state)
    found = [mistake for path in paths if path.name == MANIFEST for mistake in of_manifest(path)]
    found += [mistake for path in paths if path.suffix == ".html" for mistake in of_template(components, path)]
    return tuple(found or [*unloaded(components, paths), *unrendered(components, paths), *unincluded(components, paths)])


@cache
def of_theme(state: tuple[tuple[str, int], ...]) -> tuple[Mistake, ...]:
    """Return the mistakes of our templates of the theme, each with the time of its last change."""
    environment, paths = theme(), [Path(path) for path, _ in state]
    given = {*GIVEN, *ENGINE, *environment.globals, *(name for path in paths for name in set_by(path))}
    return tuple(mistake for path in paths for mistake in (*of_reading(environment, path), *of_names(path, given)))


def theme() -> Environment:
    """Return what reads the templates of the theme."""
    environment = escaping(Environment(), "")
    environment.filters |= dict.fromkeys(FILTERS, str)
    return environment


def named(path: Path) -> str:
    """Return the name of a file, from the project's folder."""
    return path.relative_to(ROOT).as_posix()


def of_template(components: Components, path: Path) -> Iterator[Mistake]:
    """Check that a template of a component can be read and that those which it includes or imports are there."""
    yield from of_reading(components.environment, path)
    for other in components.references(path):
        if not (FOLDER / other).is_file():
            yield absent(path, other, templates())


def of_reading(environment: Environment, path: Path) -> Iterator[Mistake]:
    """Check that a template can be read, and that its filters and tests exist."""
    try:
        tree = read(path.read_text(encoding="utf-8"))
    except TemplateSyntaxError as error:
        yield Mistake(named(path), error.lineno, *UNREADABLE)
        return
    for used in tree.find_all((nodes.Filter, nodes.Test)):
        kind, known = ("le filtre", environment.filters) if isinstance(used, nodes.Filter) else ("le test", environment.tests)
        if used.name not in known:
            yield Mistake(named(path), used.lineno, f"{kind} « {used.name} » n'existe pas", nearest(used.name, known))


def of_names(path: Path, given: Collection[str]) -> Iterator[Mistake]:
    """Check that the templates and the variables that a template of the theme names exist, and its blocks; one that cannot be read has none."""
    tree = parsed(path)
    for other in dict.fromkeys(find_referenced_templates(tree)):
        if other and not (OVERRIDES / other).is_file() and not (THEME / other).is_file():
            yield absent(path, other, sorted(name.relative_to(OVERRIDES).as_posix() for name in (OVERRIDES / "partials").rglob("*.html")))
    blocks = [block.name for block in tree.find_all(nodes.Block)]
    for rank, block in enumerate(tree.find_all(nodes.Block)):
        if block.name in blocks[:rank]:
            yield Mistake(named(path), block.lineno, f"le bloc « {block.name} » est là deux fois", "gardez-en un")
    lines = {found.name: found.lineno for found in reversed([*tree.find_all(nodes.Name)]) if found.ctx == "load"}
    for name in sorted(lines.keys() - {*given}):
        yield Mistake(named(path), lines[name], f"ce gabarit demande « {name} », que rien ne lui donne", nearest(name, sorted({*given} - {*ENGINE})))


def parsed(path: Path) -> nodes.Template:
    """Return the tree of a template, an empty one for what cannot be read."""
    try:
        return read(path.read_text(encoding="utf-8"))
    except TemplateSyntaxError:
        return read("")


@lru_cache(maxsize=256)
def read(text: str) -> nodes.Template:
    """Return the tree of a template, the same whichever environment renders it; several checks look at each. Raises TemplateSyntaxError."""
    return Environment().parse(text)


def set_by(path: Path) -> Iterator[str]:
    """Yield the names that a template sets, which those that it includes may read."""
    tree = parsed(path)
    yield from (found.name for found in tree.find_all(nodes.Name) if found.ctx != "load")
    yield from (found.name for found in tree.find_all(nodes.Macro))
    yield from (found.target for found in tree.find_all(nodes.Import))
    yield from (name if isinstance(name, str) else name[1] for found in tree.find_all(nodes.FromImport) for name in found.names)


def absent(path: Path, other: str, known: Collection[str]) -> Mistake:
    """Return the mistake of a template that names another one that is not there."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    line = next((number for number, line in lines if f'"{other}"' in line or f"'{other}'" in line), 1)
    return Mistake(named(path), line, f"le gabarit « {other} » n'existe pas", nearest(other, known))


def templates() -> list[str]:
    """Return the templates that one may include or import."""
    return sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))


def of_manifest(path: Path) -> Iterator[Mistake]:
    """Check that what a component says of its files can be read, and that these are there."""
    text = path.read_text(encoding="utf-8")
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield Mistake(named(path), mark.line + 1 if mark else 1, "le fichier ne se lit pas", "vérifiez les crochets, les retraits et les deux-points")
        return
    if not isinstance(said, dict) or not all(key in KEYS.values() and isinstance(files, list) for key, files in said.items()):
        yield Mistake(named(path), 1, "le fichier dit autre chose que des styles et des scripts", "gardez-y deux listes au plus : styles et scripts")
        return
    for name in (str(name) for files in said.values() for name in files):
        if not (FOLDER / name if "/" in name else path.parent / name).is_file():
            line = next((number for number, line in enumerate(text.splitlines(), 1) if name in line), 1)
            yield Mistake(named(path), line, f"le fichier « {name} » n'existe pas", "corrigez son nom, ou supprimez-le de cette liste")


def unloaded(components: Components, paths: list[Path]) -> Iterator[Mistake]:
    """Yield a mistake for each style and script that no component loads."""
    names = sorted({path.relative_to(FOLDER).parts[0] for path in paths})
    loaded = {file for name in names for suffix in KEYS for file in components.own(name, suffix)}
    for path in paths:
        name = path.relative_to(FOLDER)
        if path.suffix[1:] in KEYS and name.as_posix() not in loaded:
            remedy = f"renommez-le « {name.parts[0]}{path.suffix} », ou nommez-le dans {name.parts[0]}/{MANIFEST}"
            yield Mistake(named(path), 1, "aucune page ne charge ce fichier", remedy)


def unrendered(components: Components, paths: list[Path]) -> Iterator[Mistake]:
    """Yield a mistake for each component that no macro renders and that no template imports or includes."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "macros").rglob("*.py"))
    others = [(path.parent.name, other.partition("/")[0]) for path in OVERRIDES.rglob("*.html") for other in components.references(path)]
    shown = {name for own, name in others if name != own}
    for path in paths:
        name = path.parent.name
        if path.name == TEMPLATE and f'"{name}"' not in code and name not in shown:
            remedy = "appelez-le d'une macro de macros/rendering/ ou d'un autre gabarit, ou supprimez ce dossier"
            yield Mistake(named(path), 1, "rien ne montre ce composant", remedy)


def unincluded(components: Components, paths: list[Path]) -> Iterator[Mistake]:
    """Yield a mistake for each template beside that of a component which no other one imports or includes."""
    named_by = {other for path in OVERRIDES.rglob("*.html") for other in components.references(path)}
    for path in paths:
        if path.suffix == ".html" and path.name != TEMPLATE and path.relative_to(FOLDER).as_posix() not in named_by:
            yield Mistake(named(path), 1, "aucun gabarit n'inclut celui-ci", "incluez-le là où il sert, ou supprimez-le")
