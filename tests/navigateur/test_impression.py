"""Printed pages: read back from the PDF that the browser makes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from macros.project import Project


def printed(page: Page) -> PdfReader:
    """Return the page as it is printed."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))


def text_of(pdf: PdfReader) -> str:
    """Return the text of a PDF, on one line."""
    return re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in pdf.pages)).replace("\u00a0", " ")


@pytest.mark.parametrize("path", ["", "encadrements/directive/", "plateformes/classdojo/", "plateformes/", "transparence/", "glossaire/"])
def test_a_printed_page_is_a_document(path: str, new_page: Callable[..., Page], project: Project) -> None:
    page = new_page(path, dark=True)
    title = page.get_by_role("heading", level=1).inner_text()
    pdf = printed(page)
    text = text_of(pdf)
    assert {(float(s.mediabox.width), float(s.mediabox.height)) for s in pdf.pages} == {(612.0, 792.0)}
    assert project.site.nom in text
    assert re.search(r"version du \d{1,2}(er)? \w+ \d{4}", text)
    assert " ".join(title.split()) in text
    for number, sheet in enumerate(pdf.pages, 1):
        assert f"Page {number} de {len(pdf.pages)}" in sheet.extract_text().replace("\u00a0", " ")
    assert "Plan du site" not in text
    assert "Sur cette page" not in text


def test_print_is_black_on_white(new_page: Callable[..., Page]) -> None:
    page = new_page("plateformes/classdojo/", dark=True)
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('article p, article h2, article a, article .statut')].filter((e) => e.offsetParent)"
    colors = page.evaluate(f"{shown}.map((e) => getComputedStyle(e).color)")
    assert set(colors) == {"rgb(0, 0, 0)"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_no_row_is_cut_in_two(new_page: Callable[..., Page]) -> None:
    page = new_page("encadrements/note-de-service/")
    page.emulate_media(media="print")
    breaks = page.evaluate("[...document.querySelectorAll('tr')].map((row) => getComputedStyle(row).breakInside)")
    assert set(breaks) == {"avoid"}


def test_all_clauses_are_printed(new_page: Callable[..., Page], project: Project) -> None:
    text = text_of(printed(new_page("encadrements/directive/")))
    for clause in project.clauses["directive"]:
        assert clause.label in text
