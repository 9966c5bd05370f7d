"""What a PDF file does besides showing its pages, which its reader's viewer may do as soon as it is opened."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

# What a thing is, beside its key or in an object of its own.
IS = rb"(?:/S|/Subtype|\bobj)\s/"
# As qpdf writes a file again: one space between a key and its value, which no address has, and no name with a sign written otherwise.
ACTS = (
    (re.compile(IS + rb"JavaScript\b|/JS (?:[(<]|\d+ 0 R)|(?:/URI|\bobj)\s\( *javascript:", re.I), "contient un programme (JavaScript)"),
    (
        re.compile(IS + rb"(?:Launch|GoToR)\b|/URI \((?: *file:|\\)|\bobj\s\( *(?:file:|\\{4})", re.I),
        "ouvre un fichier ou un programme de l'ordinateur",
    ),
    (re.compile(IS + rb"(?:SubmitForm|ImportData)\b"), "envoie ailleurs ce qu'on y écrit"),
    (re.compile(rb"/(?:EmbeddedFiles|EF) (?:<<|\d+ 0 R)|" + IS + rb"GoToE\b"), "contient un autre fichier"),
    (re.compile(rb"/XFA (?:[(<\[]|\d+ 0 R)"), "contient un formulaire que les navigateurs ne montrent pas (XFA)"),
    (re.compile(IS + rb"(?:RichMedia|Rendition|Movie|Sound|Screen|3D)\b"), "contient un son, une vidéo ou un objet animé"),
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
    document.save(
        out,
        object_stream_mode=ObjectStreamMode.disable,
        stream_decode_level=StreamDecodeLevel.none,
        compress_streams=False,
        # Properties that nobody can read are not what is looked for.
        fix_metadata_version=False,
    )
    return out.getvalue()


def begins(document: Pdf) -> bool:
    """Tell whether opening the file does more than show one of its pages."""
    from pikepdf import Dictionary

    action = document.Root.get("/OpenAction")
    return isinstance(action, Dictionary) and (action.get("/S") != "/GoTo" or "/Next" in action)
