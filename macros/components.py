"""The components: `overrides/composants/<nom>/`, each with its template, its styles and its scripts.

A folder whose style and script bear its own name needs to say nothing. Where there are more, `composant.yml` names them in the order in
which a page loads them (`styles`, `scripts`); a name with a slash is another component's file.
"""

from __future__ import annotations

import os
import re
import shutil
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from markupsafe import Markup

from macros.days import long_date
from macros.mistakes import Mistake, MistakesError
from macros.typography import french, french_html
from macros.words import counted

# What a component's manifest calls the files of a suffix.
REFERENCE = re.compile(r'\{%-?\s*(?:extends|include|import|from)\s+"([^"]+)"')
# What computes the constants of a compiled template, as it is when it is loaded.
CODE = sha256(b"".join((Path(__file__).parent / f"{name}.py").read_bytes() for name in ("components", "days", "typography", "words"))).hexdigest()[
    :16
]
MONTH = 30 * 24 * 3600
# A name in the messages of the templates' engine.
QUOTED = re.compile(r"'([^']*)'")
KEYS = {"css": "styles", "js": "scripts"}


class NoIconError(Exception):
    """The theme has no icon of a name."""


class Components:
    """Renders components from a folder; everything is escaped, a missing value is an error.

    What is compiled is kept in the folder `kept`, if there is one, for the next build.
    """

    def __init__(self, folder: Path, kept: Path | None = None) -> None:
        self.folder = folder
        self.environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=compiled(kept) if kept else None,
        )
        self.environment.globals["icone"] = icon
        self.environment.filters["date_longue"] = long_date
        self.environment.filters["les"] = counted
        self.environment.filters["majuscule"] = capitalized
        self.environment.filters["francais"] = french

    def render(self, name: str, **values: object) -> Markup:
        """Return a component's HTML on lines without retreat, none of them blank, with French typography.

        Raises MistakesError for a template that is not there, or that names what is not.
        """
        with self.told():
            return finished(self.environment.get_template(f"{name}/gabarit.html").render(**values))

    @contextmanager
    def told(self) -> Iterator[None]:
        """Have what a template names in vain told in French, with the line of the template."""
        try:
            yield
        except (TemplateError, NoIconError) as error:
            raise MistakesError([self.mistake(error)]) from error

    def mistake(self, error: Exception) -> Mistake:
        """Return what is wrong in a template, at the line that was being rendered; that of a component without one, if none was."""
        places = [place for place in traceback.extract_tb(error.__traceback__) if Path(place.filename).is_relative_to(self.folder)]
        if isinstance(error, TemplateNotFound) and not places:
            return Mistake(self.named(self.folder / str(error.name)), 1, "le gabarit manque", "ajoutez-le, ou corrigez le nom que donne la macro")
        file, line = (places[-1].filename, places[-1].lineno or 1) if places else (self.folder, 1)
        # The name that a template does not find ends the message of its engine, but for another template.
        words = [error.name] if isinstance(error, TemplateNotFound) else QUOTED.findall(str(error))
        problem = f"ce gabarit demande « {words[-1]} », qui n'existe pas" if words else "ce gabarit ne peut pas être rendu"
        return Mistake(self.named(Path(file)), line, problem, "écrivez un nom que la macro lui donne, une clé du modèle ou une icône qui existe")

    def named(self, path: Path) -> str:
        """Return the name of a file of a component, from the project's folder."""
        return path.relative_to(self.folder.parents[1]).as_posix()

    def piece(self, text: str, **values: object) -> Markup:
        """Return the HTML of a piece of template, which may import components."""
        return finished(self.environment.from_string(text).render(**values))

    def assets(self, names: Iterable[str], suffix: str) -> list[str]:
        """Return the files of a suffix (`css`, `js`) that the named components need, each once, as paths in the site."""
        needed = dict.fromkeys(found for name in names for found in self.with_parts(name))
        return [f"composants/{path}" for path in dict.fromkeys(path for name in needed for path in self.own(name, suffix))]

    def own(self, name: str, suffix: str) -> list[str]:
        """Return the files of a suffix that a component names, in order, as paths from the components' folder."""
        if (named := self.manifest(name)) is None:
            alone = f"{name}/{name}.{suffix}"
            return [alone] if (self.folder / alone).is_file() else []
        return [file if "/" in file else f"{name}/{file}" for file in named.get(KEYS[suffix], [])]

    @cache  # noqa: B019 - one instance lives as long as the build
    def manifest(self, name: str) -> dict[str, list[str]] | None:
        """Return what a component's `composant.yml` says, or None without one."""
        path = self.folder / name / "composant.yml"
        return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None

    @cache  # noqa: B019 - one instance lives as long as the build
    def with_parts(self, name: str) -> tuple[str, ...]:
        """Return a component after those that its templates import or include."""
        parts = dict.fromkeys(part.partition("/")[0] for template in self.templates(name) for part in self.references(template))
        return (*(inner for part in parts if part != name for inner in self.with_parts(part)), name)

    def templates(self, name: str) -> list[Path]:
        """Return a component's templates: the one that a page asks for, then those that it is made of."""
        return sorted((self.folder / name).glob("*.html"), key=lambda path: (path.name != "gabarit.html", path.name))

    def references(self, template: Path) -> list[str]:
        """Return the templates that one imports or includes, as paths from the components' folder."""
        return list(dict.fromkeys(REFERENCE.findall(template.read_text(encoding="utf-8"))))


def compiled(folder: Path) -> FileSystemBytecodeCache | None:
    """Return what keeps compiled templates in a folder, apart from those of other code, which go after a month; None if it cannot be used."""
    try:
        (folder / CODE).mkdir(parents=True, exist_ok=True)
        os.utime(folder / CODE)
    except OSError:
        return None
    for other in folder.iterdir():
        if time.time() - other.stat().st_mtime > MONTH:
            shutil.rmtree(other, ignore_errors=True)
    return FileSystemBytecodeCache(str(folder / CODE))


def finished(html: str) -> Markup:
    """Return the HTML of a template on lines without retreat, none of them blank, with French typography."""
    return Markup(french_html("\n".join(line.strip() for line in html.split("\n") if line.strip())))  # noqa: S704


def capitalized(text: str) -> str:
    """Return a text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


@cache
def icon(name: str) -> Markup:
    """Return a Material Design icon as inline SVG, hidden from assistive technology. Raises NoIconError."""
    file = files("material").joinpath(f"templates/.icons/material/{name}.svg")
    if not file.is_file():
        raise NoIconError(f"'{name}'")
    svg = file.read_text(encoding="utf-8")
    return Markup(svg.replace("<svg ", '<svg class="icone" aria-hidden="true" focusable="false" ', 1))  # noqa: S704
