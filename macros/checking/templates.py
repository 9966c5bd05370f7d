"""The components can be rendered: their templates can be read, what they name exists, each style and script is loaded by one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from jinja2 import TemplateSyntaxError

from macros.checking.runner import checks
from macros.components import KEYS, Components
from macros.mistakes import Mistake
from macros.words import nearest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "overrides" / "composants"
MANIFEST = "composant.yml"


@checks
def check() -> Iterator[Mistake]:
    """Yield every mistake of the components; those of files that have not changed are not looked for again."""
    yield from of_state(tuple(sorted(files(FOLDER))))


def files(folder: str | Path) -> Iterator[tuple[str, int]]:
    """Yield each file below a folder, with the time of its last change."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from files(entry.path)
        elif "." in entry.name:
            yield entry.path, entry.stat().st_mtime_ns


@cache
def of_state(state: tuple[tuple[str, int], ...]) -> tuple[Mistake, ...]:
    """Return the mistakes of the components' files, each with the time of its last change."""
    components, paths = Components(FOLDER), sorted(Path(path) for path, _ in state)
    found = [mistake for path in paths if path.name == MANIFEST for mistake in of_manifest(path)]
    found += [mistake for path in paths if path.suffix == ".html" for mistake in of_template(components, path)]
    return tuple(found or unloaded(components, paths))


def named(path: Path) -> str:
    """Return the name of a file, from the project's folder."""
    return path.relative_to(ROOT).as_posix()


def of_template(components: Components, path: Path) -> Iterator[Mistake]:
    """Check that a template can be read and that those which it includes or imports are there."""
    text = path.read_text(encoding="utf-8")
    try:
        components.environment.parse(text)
    except TemplateSyntaxError as error:
        yield Mistake(named(path), error.lineno, "le gabarit ne se lit pas", "vérifiez les accolades et les blocs « {% … %} » jusqu'à cette ligne")
    for other in components.references(path):
        if not (FOLDER / other).is_file():
            line = next(number for number, line in enumerate(text.splitlines(), 1) if f'"{other}"' in line)
            yield Mistake(named(path), line, f"le gabarit « {other} » n'existe pas", nearest(other, templates()))


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
