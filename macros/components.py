"""The components: `overrides/composants/<nom>/`, each with its template, its styles and its scripts.

A folder whose style and script bear its own name needs to say nothing. Where there are more, `composant.yml` names them in the order in
which a page loads them (`styles`, `scripts`); a name with a slash is another component's file.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType

import yaml
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from macros.days import BOUNDS, long_date
from macros.template_errors import OF_COMPONENT, NoIconError, told
from macros.theme_package import ICONS
from macros.typography import NBSP, french, french_html
from macros.words import capitalized, counted, enumerated, many, stop, uncapitalized

# What a component's manifest calls the files of a suffix.
REFERENCE = re.compile(r'\{%-?\s*(?:extends|include|import|from)\s+"([^"]+)"')
# What computes the constants of a compiled template, as it is when it is loaded.
CODE = sha256(b"".join((Path(__file__).parent / f"{name}.py").read_bytes() for name in ("components", "days", "typography", "words"))).hexdigest()[
    :16
]
MONTH = 30 * 24 * 3600
KEYS = {"css": "styles", "js": "scripts"}


class InProcess(BytecodeCache):
    """Keeps the compiled templates of a process, each under its path and its text: one that changes is compiled anew."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled of the template, if it was."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled of the template."""
        self.codes[bucket.key, bucket.checksum] = bucket.code


IN_PROCESS = InProcess()


def on_one_line(number: int, one: str, several: str = "") -> str:
    """Return how many things there are, with their noun, which no end of line parts."""
    return many(number, one, several).replace(" ", NBSP, 1)


FILTERS = {
    "date_longue": long_date,
    "les": counted,
    "compte": on_one_line,
    "enumere": enumerated,
    "fin": stop,
    "majuscule": capitalized,
    "minuscule": uncapitalized,
    "francais": french,
}


class Components:
    """Renders components from a folder; everything is escaped, a missing value is an error.

    What is compiled is kept in the folder `kept`, if there is one, for the next build; else for the next ones of this process.
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
            bytecode_cache=compiled(kept) if kept else IN_PROCESS,
        )
        # Data are words as the page has them, which take less once sent; what HTML or an attribute between apostrophes would read stays escaped.
        self.environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
        self.environment.globals["icone"] = icon
        self.environment.globals["bornes"] = BOUNDS
        self.environment.filters |= FILTERS

    def render(self, name: str, **values: object) -> Markup:
        """Return a component's HTML on lines without retreat, none of them blank, with French typography.

        Raises MistakesError for a template that is not there, that names what is not, or that a filter stops.
        """
        with self.told():
            return finished(self.environment.get_template(f"{name}/gabarit.html").render(**values))

    def told(self) -> AbstractContextManager[None]:
        """Have what stops a template told in French, with its line."""
        return told(self.folder, self.folder.parents[1], OF_COMPONENT)

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


@cache
def icon(name: str) -> Markup:
    """Return a Material Design icon as inline SVG, hidden from assistive technology. Raises NoIconError."""
    file = Path(f"{ICONS}/{name}.svg")
    if not file.is_file():
        raise NoIconError(f"'{name}'")
    return silent(file.read_text(encoding="utf-8").replace("<svg ", '<svg class="icone" ', 1))


def silent(html: str) -> Markup:
    """Return HTML that is trusted, its drawings hidden from assistive technology; within a page, they need no namespace."""
    return Markup(str(html).replace(' xmlns="http://www.w3.org/2000/svg"', ' aria-hidden="true"'))  # noqa: S704
