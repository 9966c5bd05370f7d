"""Fills the form of a PDF file, and reads it back, with two libraries that share nothing."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.generic._font import Font

Values = dict[str, str]
WRITTEN = pdfium.FPDF_FORMFIELD_TEXTFIELD
CHECKED = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)


def fill_with_pypdf(file: bytes, values: Values) -> bytes:
    """Return a file with these values: a text, or the answer of a square (`oui`)."""
    writer = PdfWriter(clone_from=io.BytesIO(file))
    fields = PdfReader(io.BytesIO(file)).get_fields() or {}
    # pypdf takes the square `a.b` for the field `b` too, and keeps the last value: squares come last.
    ordered = sorted(values.items(), key=lambda pair: "." in pair[0])
    named = {name: f"/{value}" if fields[name]["/FT"] == "/Btn" else value for name, value in ordered}
    with font_read_once():
        writer.update_page_form_field_values(None, named, auto_regenerate=False)
    return saved(writer.write)


@contextmanager
def font_read_once() -> Iterator[None]:
    """Have pypdf read the font of a file once, not for each of its fields, which makes three quarters of the time."""
    read, maps = once(Font.from_font_resource), once(Font._get_typographic_maps)
    with patch.object(Font, "from_font_resource", read), patch.object(Font, "_get_typographic_maps", maps):
        yield


def once(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a function that remembers what it gave for each object."""
    given: dict[int, tuple[Any, Any]] = {}

    def remembering(thing: Any) -> Any:
        if id(thing) not in given:
            given[id(thing)] = (thing, function(thing))
        return given[id(thing)][1]

    return remembering


def read_with_pypdf(file: bytes) -> Values:
    """Return the values of a file that are not empty."""
    fields = PdfReader(io.BytesIO(file)).get_fields() or {}
    found = {name: str(field.get("/V") or "") for name, field in fields.items() if "/FT" in field}
    return {name: value.removeprefix("/") for name, value in found.items() if value not in ("", "/Off")}


def fill_with_pdfium(file: bytes, values: Values) -> bytes:
    """Return a file in which these values were typed and clicked, as in Chrome or Edge."""
    with opened(file) as (document, form):
        for page, widget in widgets_of(document):
            name, kind = text_of(pdfium.FPDFAnnot_GetFormFieldName, form, widget), pdfium.FPDFAnnot_GetFormFieldType(form, widget)
            if name not in values:
                continue
            if kind == WRITTEN:
                type_in(form, page, widget, values[name])
            elif text_of(pdfium.FPDFAnnot_GetFormFieldExportValue, form, widget) == values[name]:
                click(form, page, widget)
            pdfium.FORM_ForceToKillFocus(form)
        return saved(document.save)


def read_with_pdfium(file: bytes) -> Values:
    """Return the values of a file that are not empty; that of a square is the answer that it stands for."""
    found = {}
    with opened(file) as (document, form):
        for _, widget in widgets_of(document):
            name, kind = text_of(pdfium.FPDFAnnot_GetFormFieldName, form, widget), pdfium.FPDFAnnot_GetFormFieldType(form, widget)
            if kind == WRITTEN:
                found[name] = text_of(pdfium.FPDFAnnot_GetFormFieldValue, form, widget)
            elif kind in CHECKED and pdfium.FPDFAnnot_IsChecked(form, widget):
                assert name not in found, f"{name} : two answers"
                found[name] = text_of(pdfium.FPDFAnnot_GetFormFieldExportValue, form, widget)
    return {name: value for name, value in found.items() if value}


@contextmanager
def opened(file: bytes) -> Iterator[tuple[Any, Any]]:
    """Open a file with its form."""
    document = pypdfium2.PdfDocument(file)
    document.init_forms()
    try:
        yield document, document.formenv.raw
    finally:
        document.close()


def widgets_of(document: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the places to fill with their page."""
    for page in document:
        for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
            widget = pdfium.FPDFPage_GetAnnot(page, index)
            yield page, widget
            pdfium.FPDFPage_CloseAnnot(widget)


def click(form: Any, page: Any, widget: Any) -> None:
    """Click in the middle of a place."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(widget, box)
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    pdfium.FORM_OnLButtonDown(form, page, 0, *middle)
    pdfium.FORM_OnLButtonUp(form, page, 0, *middle)


def type_in(form: Any, page: Any, widget: Any, text: str) -> None:
    """Replace what a place holds."""
    click(form, page, widget)
    pdfium.FORM_SelectAllText(form, page)
    wide = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
    pdfium.FORM_ReplaceSelection(form, page, ctypes.cast(wide, ctypes.POINTER(ctypes.c_ushort)))


def text_of(function: Any, form: Any, widget: Any) -> str:
    """Return the text that a function of PDFium gives."""
    size = function(form, widget, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    function(form, widget, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def saved(save: Any) -> bytes:
    """Return what a function writes in a file."""
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()
