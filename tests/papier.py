"""What is printed, read back with PDFium, as Chrome and Edge show it: pypdf takes twenty times as long to find the words of a page."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from playwright.sync_api import Page

LETTER = (612.0, 792.0)
# In points, what a copier that is worn still gives.
LEAST_LETTERS = 9
# What PDFium gives for a hyphen that ends a line.
HYPHEN = "\x02"


@dataclass(frozen=True)
class Leaf:
    """A page of a PDF: its width and height in points, and its text, line by line."""

    size: tuple[float, float]
    text: str


def leaves(file: bytes) -> list[Leaf]:
    """Return the pages of a PDF."""
    with pypdfium2.PdfDocument(file) as document:
        return [Leaf(page.get_size(), page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace(HYPHEN, "-\n")) for page in document]


def printed(page: Page) -> list[Leaf]:
    """Return a page as it is printed."""
    return leaves(page.pdf(prefer_css_page_size=True))


def text_of(pdf: list[Leaf]) -> str:
    """Return the text of a PDF, on one line."""
    return re.sub(r"\s+", " ", " ".join(leaf.text for leaf in pdf)).replace("\u00a0", " ")


def least_letters(file: bytes) -> float:
    """Return the size of the smallest letters of a PDF, in points, but for what its fields hold."""
    with pypdfium2.PdfDocument(file) as document:
        texts = [one for page in document for one in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])]
        return round(min(drawn_size(text) for text in texts), 1)


def drawn_size(text: pypdfium2.PdfObject) -> float:
    """Return the size at which a text is drawn."""
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(text.raw, size)
    return float(size.value * abs(text.get_matrix().d))
