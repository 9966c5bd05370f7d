"""The files published as they are: images and PDF files that are what their names say, and nothing that a browser would run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from macros.checking import documents, pictures
from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.formulaires import Formulaire
from macros.model.kinds import PAGES
from macros.reading.astray import data_in_pages
from macros.reading.draft import Draft
from macros.reading.tree import PAGE
from macros.rendering.sheet_macros import address

# How each kind of file begins. A page saved as HTML, a script or an SVG drawing would run with the rights of the site.
BEGINNINGS = {
    ".pdf": re.compile(rb"%PDF-"),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.S),
}
# Pictures that not every browser shows, as telephones and programs save them, or that may do more than be seen.
OTHER_PICTURES = (".avif", ".bmp", ".gif", ".heic", ".heif", ".jfif", ".svg", ".tif", ".tiff")
PICTURES = [suffix for suffix in BEGINNINGS if suffix != ".pdf"]
# The heaviest file of each kind, in bytes: an image is downloaded with its page.
BEGINNING, HEAVIEST, HEAVIEST_IMAGE = 16, 10_000_000, 1_000_000
# How a PDF file ends, and within how many bytes: some programs write after it.
END, ENDING = b"%%EOF", 2048
CONVERT = "enregistrez l'image en .jpg, .png ou .webp et déposez-la à sa place, sous ce nouveau nom jusque dans les pages"
AGAIN = "enregistrez-le de nouveau sous ce format, puis déposez-le"


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each file of `docs/` that is neither a page nor one of these files, or whose place is that of a form's PDF."""
    data = data_in_pages(draft.tree)
    made = {f"{PAGES}/{address(id_).removesuffix('/')}.pdf" for id_ in draft.named(Formulaire)}
    for file in draft.tree.within(PAGES):
        suffix = PurePosixPath(file).suffix.lower()
        if PAGE.search(file):
            continue
        if file in data:
            problem = f"un fichier de données ne va pas dans {PAGES}/, mais dans data/"
            yield Mistake(file, 1, problem, astray(data[file], draft))
        elif suffix not in BEGINNINGS:
            kind = f"« {PurePosixPath(file).suffix} »" if suffix else "sans extension"
            problem = f"un fichier {kind} ne peut pas être publié ici"
            yield Mistake(file, 1, problem, CONVERT if suffix in OTHER_PICTURES else "écrivez une page .md, ou déposez un PDF ou une image")
        elif file in made:
            yield Mistake(file, 1, "le site fait déjà le PDF de ce nom, à partir du formulaire", "supprimez ce fichier, ou donnez-lui un autre nom")
        elif wrong := unlike(draft.root / file, suffix):
            yield Mistake(file, 1, *wrong)


def astray(name: str | None, draft: Draft) -> str:
    """Return the remedy for a data file that stands among the pages, given the name that it was meant to have, if that shows."""
    if name is None:
        return "déplacez-le dans le dossier de data/ qui tient des fichiers pareils"
    return f"{name} existe déjà : gardez un seul des deux, sous ce nom" if name in draft.tree.files else f"renommez-le {name}"


def unlike(path: Path, suffix: str) -> tuple[str, str] | None:
    """Return what is wrong with a file that is not of the kind that its name says or is too heavy, or None."""
    try:
        with path.open("rb") as opened:
            beginning, size = opened.read(BEGINNING), path.stat().st_size
    except OSError:
        return "le fichier ne peut pas être lu", AGAIN
    if not BEGINNINGS[suffix].match(beginning):
        return f"ce n'est pas un fichier « {suffix} »", AGAIN
    most = HEAVIEST if suffix == ".pdf" else HEAVIEST_IMAGE
    if size > most:
        return f"le fichier dépasse {most // 1_000_000} Mo", "allégez-le"
    data = path.read_bytes()
    return wrong_document(data) if suffix == ".pdf" else pictures.wrong(data)


def wrong_document(data: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a PDF file that readers open with difficulty, in part or not at all, or that acts by itself; or None."""
    # Loaded where there is such a file.
    from pikepdf import PasswordError, Pdf, PdfError

    try:
        with Pdf.open(BytesIO(data)) as document:
            if END in data[-ENDING:] and len(document.pages) > 0:
                return documents.wrong(document)
    except PasswordError:
        return "ce PDF demande un mot de passe", "enregistrez-le sans mot de passe, puis déposez-le"
    except PdfError:
        pass
    return "ce PDF est coupé ou abîmé", pictures.BROKEN[1]
