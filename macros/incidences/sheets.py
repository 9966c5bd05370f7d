"""The letters and forms whose PDF file changes, as pictures before and after."""

from __future__ import annotations

import io

from macros.checking.anchors import COMPONENTS
from macros.components import Components
from macros.incidences.report import Item, Picture, Section
from macros.incidences.states import Both
from macros.model.formulaires import Formulaire
from macros.project import Project
from macros.rendering.context import build_day
from macros.sheets.sheet import Sheet, sheet

SCALE = 0.9
UNSEEN = "Sur papier, rien ne change : seuls changent ce que la page propose pour un champ, ou ce que le fichier tient caché (le nom d'un champ)."


def sheets(both: Both) -> Section:
    """Return the sheets that change; they are drawn only if they do."""
    if both.whole is None:
        return Section("Lettres et formulaires (PDF)", [])
    former, new = (made(project) for project in both.whole)
    moved = both.renamed_ids(Formulaire)
    old = {moved.get(id_, id_): found for id_, found in former.items()}
    every = {**dict.fromkeys(new), **dict.fromkeys(old)}
    return Section(
        "Lettres et formulaires (PDF)", [item(id_, old.get(id_), new.get(id_)) for id_ in every if repr(old.get(id_)) != repr(new.get(id_))]
    )


def made(project: Project) -> dict[str, Sheet]:
    """Return the sheets of a project, by id."""
    return {id_: sheet(project, id_, build_day()) for id_ in project.formulaires}


def item(id_: str, before: Sheet | None, after: Sheet | None) -> Item:
    """Return what is shown of a sheet that changes."""
    titled = after or before
    assert titled
    title = f"{titled.form.titre} (modeles/{id_}.pdf)"
    former, now = (drawn(found) if found else [] for found in (before, after))
    count = max(len(former), len(now))
    padded = (pages + [b""] * (count - len(pages)) for pages in (former, now))
    pictures = tuple(Picture(*pair) for pair in zip(*padded, strict=True) if pair[0] != pair[1])
    return Item(title, notes=(note(before, after, bool(pictures)),), pictures=pictures)


def note(before: Sheet | None, after: Sheet | None, seen: bool) -> str:
    """Return what becomes of a sheet; what differs may not be seen on paper."""
    if before is None or after is None:
        return "Nouveau document." if before is None else "Document retiré."
    return "La feuille imprimée change." if seen else UNSEEN


def drawn(found: Sheet) -> list[bytes]:
    """Return the pages of a sheet as PNG images. Its libraries take time to load."""
    import pypdfium2

    from macros.sheets.pdf import pdf

    return [png(page.render(scale=SCALE).to_pil()) for page in pypdfium2.PdfDocument(pdf(found, Components(COMPONENTS)))]


def png(image: object) -> bytes:
    """Return an image as the bytes of a PNG file."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)  # type: ignore[attr-defined]
    return buffer.getvalue()
