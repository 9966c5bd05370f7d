"""A sheet as an accessible PDF file that can be filled in (PDF/UA-1): the same bytes for the same sheet."""

from __future__ import annotations

import io
from functools import cache

import pikepdf
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from macros.components import Components
from macros.sheets.acroform import Form
from macros.sheets.fonts import FAMILY, NAME, FieldFont
from macros.sheets.glyphs import BOLD, REGULAR, lacking
from macros.sheets.paper import COMPONENT, html
from macros.sheets.sheet import Sheet

# Sizes of the text, in points, from the best to the smallest that is still easy to read.
SIZES = (10.5, 10, 9.5, 9)
# What is made once for all the copies is no part of one.
COPY_ALONE = ".a-part { display: none }"
FACES = "".join(
    f"@font-face {{ font-family: {FAMILY}; font-weight: {weight}; src: url({path.as_uri()}) }}"
    for weight, path in (("normal", REGULAR), ("bold", BOLD))
)


def pdf(sheet: Sheet, components: Components) -> bytes:
    """Return the PDF file of a sheet, nothing filled but what the site proposes to the staff.

    Raises ValueError for a character that the fonts lack, and for a proposal of what is another's to give.
    """
    page = html(sheet, components)
    check_characters(page)
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(io.BytesIO(laid_out(page, components))) as file:
        form = Form(file, sheet, FieldFont())
        form.build()
        share_font(file, form.resources.Font[str(NAME)])
        buffer = io.BytesIO()
        file.remove_unreferenced_resources()
        file.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    return buffer.getvalue()


def laid_out(page: str, components: Components) -> bytes:
    """Return a page of HTML as a tagged PDF file with rough fields: in the best size of the text that takes no more pages than the others."""
    style = (components.folder / COMPONENT / f"{COMPONENT}.css").read_text(encoding="utf-8")
    size, length = best(page, style)
    return bytes(rendered(page, sized(size, style) + numbered(length)).write_pdf(pdf_forms=True, pdf_variant="pdf/ua-1"))


def best(page: str, style: str) -> tuple[float, int]:
    """Return the best size of the text that takes no more pages than the others, and these pages."""

    @cache
    def length(size: float) -> int:
        return len(rendered(page, sized(size, style) + COPY_ALONE).pages)

    # The smallest takes the fewest; one page cannot be fewer.
    least = 1 if length(SIZES[0]) == 1 else length(SIZES[-1])
    return next((size, least) for size in SIZES if length(size) <= least)


def sized(size: float, style: str) -> str:
    """Return a style for a size of the text."""
    return f"html {{ font-size: {size}pt }} {style}"


def numbered(length: int) -> str:
    """Return the style that numbers the pages of a copy, as a reader of that copy counts them."""
    return f'@page {{ @bottom-right {{ content: "Page " counter(page) " de {length}" }} }}'


def rendered(page: str, style: str) -> Document:
    """Return a page of HTML laid out with a style, in the fonts of the sheets and no others."""
    fonts = FontConfiguration()
    sheets = [CSS(string=text, font_config=fonts) for text in (FACES, style)]
    return HTML(string=page).render(stylesheets=sheets, font_config=fonts, pdf_forms=True, pdf_variant="pdf/ua-1")


def check_characters(page: str) -> None:
    """Refuse a character that one of the fonts lacks: a font of the system would take its place, or a box."""
    if sign := lacking(page):
        raise ValueError(f"les polices de la feuille n'ont pas le caractère « {sign} »")


def share_font(file: pikepdf.Pdf, whole: pikepdf.Object) -> None:
    """Let the running text use the font of the fields: the glyphs have the same numbers."""
    for page in file.pages:
        fonts = page.Resources.Font
        for key, font in [*fonts.items()]:
            if str(font.BaseFont).endswith(f"+{FAMILY}"):
                fonts[key] = whole
