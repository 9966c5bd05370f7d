"""The files of the letters and forms, published beside their pages: `modeles/<id>.pdf` and, for letters, `modeles/<id>.docx`.

A file is made once for a content: `.cache/feuilles/` keeps it under the fingerprint of all that it is made from.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from macros.rendering.components import Components
from macros.rendering.context import Context
from macros.sheets.sheet import Sheet, sheet

FOLDER = "modeles"
CACHE = ".cache/feuilles"
# What makes the files, besides the definitions: our code and templates, and the libraries.
CODE = Path(__file__).resolve().parents[1]
INGREDIENTS = (CODE / "sheets", CODE / "typography.py", CODE / "rendering" / "components.py")
LIBRARIES = ("weasyprint", "pydyf", "pikepdf", "fonttools", "jinja2")
KEPT_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True)
class Wanted:
    """A file to publish: its name, what it is made of and from."""

    name: str
    format: str
    sheet: Sheet
    cached: Path


def write(context: Context, site: Path, root: Path) -> list[Path]:
    """Write the files below the built site's folder and return their paths; `root` is the project's folder."""
    wanted = [*files_of(context, root / CACHE)]
    make(wanted, context.components)
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    written = [site / FOLDER / file.name for file in wanted]
    for path, file in zip(written, wanted, strict=True):
        path.write_bytes(file.cached.read_bytes())
    forget(root / CACHE)
    return written


def files_of(context: Context, cache: Path) -> Iterator[Wanted]:
    """Yield the files to publish, the PDF files first."""
    sheets = [sheet(context.project, id_, context.today) for id_ in context.project.formulaires]
    recipe = fingerprint_of_recipe(context.components)
    for format_, of_format in (("pdf", sheets), ("docx", [found for found in sheets if found.form.nature == "lettre"])):
        for found in of_format:
            yield Wanted(f"{found.id}.{format_}", format_, found, cache / f"{fingerprint(found, recipe)}.{format_}")


def fingerprint_of_recipe(components: Components) -> str:
    """Return what changes with the code, the templates, the fonts or the libraries."""
    found = sha256("".join(f"{name} {version(name)}\n" for name in LIBRARIES).encode())
    for path in ingredients(components):
        found.update(f"{path.name}\n".encode() + path.read_bytes())
    return found.hexdigest()


def ingredients(components: Components) -> list[Path]:
    """Return the files of code, templates and fonts, in a fixed order."""
    folders = [*INGREDIENTS, components.folder / "feuille-pdf"]
    inside = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*"))]
    return sorted(path for path in inside if path.is_file() and path.suffix != ".pyc")


def fingerprint(found: Sheet, recipe: str) -> str:
    """Return what changes with the content of a sheet, or with what makes its files."""
    return sha256(f"{recipe}\n{found!r}".encode()).hexdigest()[:32]


def make(wanted: list[Wanted], components: Components) -> None:
    """Make the files that the cache lacks, and say how far it is."""
    for format_, title in (("pdf", "PDF"), ("docx", "Word")):
        missing = [file for file in wanted if file.format == format_ and not kept(file.cached)]
        maker = maker_of(format_, components) if missing else None
        for number, file in enumerate(missing, start=1):
            print(f"{title} : {number} sur {len(missing)}, {file.sheet.id}", flush=True)
            assert maker
            keep(file.cached, maker(file.sheet))


def maker_of(format_: str, components: Components) -> Callable[[Sheet], bytes]:
    """Return what makes a format; imported when there is something to make, because its libraries take time to load."""
    if format_ == "docx":
        from macros.sheets.docx import docx

        return docx
    from macros.sheets.pdf import pdf

    return lambda found: pdf(found, components)


def kept(path: Path) -> bool:
    """Tell whether the cache has a file, and note that it serves."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True


def keep(path: Path, content: bytes) -> None:
    """Put a file in the cache, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(content)
    part.replace(path)


def forget(cache: Path) -> None:
    """Remove from the cache what has not served for a month."""
    limit = time.time() - KEPT_SECONDS
    for path in [*cache.iterdir()]:
        if path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
