"""What a PDF file does besides showing its pages, which its reader's viewer may do as soon as it is opened."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

# As qpdf writes a file again: one space between a key and its value, which no address has, and no name with a sign written otherwise.
ACTS = (
    (re.compile(rb"/S /JavaScript\b|/JS (?:[(<]|\d+ 0 R)"), "contient un programme (JavaScript)"),
    (re.compile(rb"/S /Launch\b|/S /GoToR\b|/URI \((?:file:|\\)", re.I), "ouvre un fichier ou un programme de l'ordinateur"),
    (re.compile(rb"/S /(?:SubmitForm|ImportData)\b"), "envoie ailleurs ce qu'on y écrit"),
    (re.compile(rb"/(?:EmbeddedFiles|EF) (?:<<|\d+ 0 R)|/S /GoToE\b"), "contient un autre fichier"),
    (re.compile(rb"/XFA (?:[(<\[]|\d+ 0 R)"), "contient un formulaire que les navigateurs ne montrent pas (XFA)"),
    (re.compile(rb"/Subtype /(?:RichMedia|Movie|Sound|Screen|3D)\b"), "contient un son, une vidéo ou un objet animé"),
    (re.compile(rb"/AA (?:<<|\d+ 0 R)"), "fait quelque chose sans qu'on le demande"),
)
OPENING = "fait quelque chose dès qu'on l'ouvre"
PAGES_ALONE = "faites-en un PDF qui n'en garde que les pages (« Imprimer », puis « Enregistrer au format PDF »), et déposez celui-ci"


def wrong(document: Pdf) -> tuple[str, str] | None:
    """Return what a PDF file does besides showing its pages, with the remedy; or None."""
    written = rewritten(document)
    act = next((said for pattern, said in ACTS if pattern.search(written)), OPENING if begins(document) else None)
    return (f"ce PDF {act}", PAGES_ALONE) if act else None


def rewritten(document: Pdf) -> bytes:
    """Return the file written plainly; what its streams hold is neither read nor changed."""
    from pikepdf import ObjectStreamMode, StreamDecodeLevel

    out = BytesIO()
    document.save(out, object_stream_mode=ObjectStreamMode.disable, stream_decode_level=StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


def begins(document: Pdf) -> bool:
    """Tell whether opening the file does more than show one of its pages."""
    from pikepdf import Dictionary

    action = document.Root.get("/OpenAction")
    return isinstance(action, Dictionary) and action.get("/S") != "/GoTo"
