"""The files of the letters and forms, published beside their pages: `modeles/<id>.pdf` and, for letters, `modeles/<id>.docx`.

A file is made once for a content: `.cache/feuilles/` keeps it under the fingerprint of all that it is made from, followed by a
checksum. One that was cut, emptied or replaced is made again; a cache that cannot be used costs time, never a file.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread

from macros.components import Components
from macros.refusals import phrase
from macros.rendering.context import Context
from macros.sheets.sheet import Sheet, sheet

FOLDER = "modeles"
CACHE = ".cache/feuilles"
# What makes the files, besides the definitions: our code and templates, and the libraries.
CODE = Path(__file__).resolve().parents[1]
INGREDIENTS = (
    CODE / "sheets",
    CODE / "model",
    *(CODE / name for name in ("typography.py", "components.py", "days.py", "words.py")),
)
LIBRARIES = ("weasyprint", "pydyf", "pikepdf", "fonttools", "jinja2")
# From so many files on, several processes make them sooner than one.
MANY = 4
KEPT_SECONDS = 30 * 24 * 3600
CHECKSUM = sha256().digest_size


@dataclass(frozen=True)
class Wanted:
    """A file to publish: what its sheet is called, its format, how to find the sheet that it is made from, its place in the cache."""

    id: str
    format: str
    sheet: Callable[[], Sheet]
    cached: Path

    @property
    def name(self) -> str:
        """Its name."""
        return f"{self.id}.{self.format}"


def write(context: Context, site: Path, root: Path) -> list[Path]:
    """Write the files below the built site's folder and return their paths; `root` is the project's folder."""
    wanted = [*files_of(context, root / CACHE)]
    contents = {file.cached: content for file in wanted if (content := kept(file.cached)) is not None}
    contents |= make([file for file in wanted if file.cached not in contents], context.components)
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    for file in wanted:
        (site / FOLDER / file.name).write_bytes(contents[file.cached])
    forget(root / CACHE)
    return [site / FOLDER / file.name for file in wanted]


def files_of(context: Context, cache: Path) -> Iterator[Wanted]:
    """Yield the files to publish, the PDF files first. A sheet is found when a file is made of it: its fingerprint lasts."""
    recipe = fingerprint_of_recipe(context.components)
    known = json.loads(context.lasting(f"feuilles {recipe}", lambda: json.dumps([*fingerprints(context, recipe)])))
    for id_, format_, mark in known:
        yield Wanted(id_, format_, partial(sheet, context.project, id_, context.today), cache / f"{mark}.{format_}")


def fingerprints(context: Context, recipe: str) -> Iterator[tuple[str, str, str]]:
    """Yield the id of the sheet of each file, its format and its fingerprint."""
    sheets = [sheet(context.project, id_, context.today) for id_ in context.project.formulaires]
    for format_, of_format in (("pdf", sheets), ("docx", [found for found in sheets if found.nature.word])):
        yield from ((found.id, format_, fingerprint(found, recipe)) for found in of_format)


def fingerprint_of_recipe(components: Components) -> str:
    """Return what changes with the code, the templates, the fonts or the libraries."""
    found = sha256("".join(f"{name} {version(name)}\n" for name in LIBRARIES).encode())
    for path in ingredients(components):
        found.update(f"{path.name}\n".encode() + path.read_bytes())
    return found.hexdigest()


def ingredients(components: Components) -> list[Path]:
    """Return the files of code, templates and fonts, in a fixed order. Raises FileNotFoundError for one that has moved."""
    folders = [*INGREDIENTS, components.folder / "feuille-pdf"]
    if gone := [folder.name for folder in folders if not folder.exists()]:
        raise FileNotFoundError(f"what makes the sheets is not where it was: {', '.join(gone)}")
    inside = [path for folder in folders for path in ([folder] if folder.is_file() else folder.rglob("*"))]
    return sorted(path for path in inside if path.is_file() and path.suffix != ".pyc")


def fingerprint(found: Sheet, recipe: str) -> str:
    """Return what changes with the content of a sheet, or with what makes its files."""
    return sha256(f"{recipe}\n{found!r}".encode()).hexdigest()[:32]


def make(missing: list[Wanted], components: Components) -> dict[Path, bytes]:
    """Make files, say how far it is, and keep them in the cache if it can be used; return their contents, by place in the cache."""
    made: dict[Path, bytes] = {}
    for format_, title in (("pdf", "PDF"), ("docx", "Word")):
        files = [file for file in missing if file.format == format_]
        for number, (file, content) in enumerate(zip(files, made_of(format_, files, components.folder), strict=True), start=1):
            print(f"{title} : {number} sur {len(files)}, {file.id}", flush=True)
            made[file.cached] = content
    keep_all(made)
    return made


def made_of(format_: str, files: list[Wanted], components: Path) -> Iterator[bytes]:
    """Yield the contents of files of a format, in order: made on all the cores where they are many, since a process takes a second to start."""
    maker, sheets = maker_of(format_, components), [file.sheet() for file in files]
    if format_ != "pdf" or len(sheets) < MANY or os.cpu_count() == 1:
        yield from map(maker, sheets)
        return
    # A fork would copy what other threads hold. The processes of a pool end with the one that started it, however it ends.
    with uninterrupted():
        pool = get_context("spawn").Pool(min(len(sheets), os.cpu_count() or 1))
    with pool:
        yield from pool.imap(maker, sheets)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Start processes that an interruption from the keyboard leaves to the one that started them, and to its sentence."""
    if current_thread() is not main_thread():
        yield
        return
    former = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, former)


def maker_of(format_: str, components: Path) -> Callable[[Sheet], bytes]:
    """Return what makes a format from the folder of the components, in any process."""
    return word_file if format_ == "docx" else partial(pdf_file, components)


def word_file(found: Sheet) -> bytes:
    """Return the Word file of a sheet; its library, which takes time to load, is imported when there is something to make."""
    from macros.sheets.docx import docx

    return docx(found)


def pdf_file(components: Path, found: Sheet) -> bytes:
    """Return the PDF file of a sheet; its libraries, which take time to load, are imported when there is something to make."""
    from macros.sheets.pdf import pdf

    return pdf(found, templates(components))


# Templates are compiled once in a process.
templates = cache(Components)


def keep_all(made: dict[Path, bytes]) -> None:
    """Put files in the cache; say in a sentence if it cannot be used."""
    try:
        for path, content in made.items():
            keep(path, content)
    except OSError as error:
        print(f"Les feuilles seront refaites à chaque fois. {phrase(error)}", flush=True)


def checksum(path: Path, content: bytes) -> bytes:
    """Return what follows a content in the cache: it changes with any of its bytes, and with its place."""
    return sha256(path.name.encode() + content).digest()


def kept(path: Path) -> bytes | None:
    """Return what the cache has under a name, if it is as it was made, and note that it serves; or None."""
    with suppress(OSError):
        stored = path.read_bytes()
        content = stored[:-CHECKSUM]
        if stored[-CHECKSUM:] == checksum(path, content):
            with suppress(OSError):
                os.utime(path)
            return content
    return None


def keep(path: Path, content: bytes) -> None:
    """Put a file in the cache, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    try:
        part.write_bytes(content + checksum(path, content))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def forget(cache: Path) -> None:
    """Remove from the cache what has not served for a month, if it can be used. Another build may remove it first."""
    limit = time.time() - KEPT_SECONDS
    with suppress(OSError):
        for path in [*cache.iterdir()]:
            with suppress(OSError):
                if path.stat().st_mtime < limit:
                    path.unlink()
