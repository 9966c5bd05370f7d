"""A class at once, on paper: each pupil's leaves are those announced, and on two sides no leaf carries two pupils."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.navigateur.test_classe import PATH, many, pasted, prepared, sheets

PUPIL = re.compile(r"Élève (\d+) de \d+ ")


def announced(said: str) -> tuple[int, int]:
    """Return the leaves of the pupils and those of the register that the page announces."""
    pupils = re.search(r" : ([\d ]+) feuilles?", said)
    register = re.search(r"et le registre(?: \((\d+)\))?", said)
    assert pupils
    return int(pupils[1].replace(" ", "")), int(register[1] or 1) if register else 0


def owners(pages: list[str]) -> list[str]:
    """Return whose each page is: a pupil's number, « registre », or nothing for a blank page; a page that begins none is of the one before."""
    found: list[str] = []
    for text in pages:
        blank = not re.sub(r"Page \d+ de \d+|\s", "", text)
        number = PUPIL.search(text)
        owner = number[1] if number else "registre" if "Registre des retours" in text else found[-1]
        found.append("" if blank else owner)
    return found


@pytest.mark.parametrize("all_documents", [False, True], ids=["consent", "all"])
@pytest.mark.parametrize("count", [1, 2, 28, 31])
def test_on_two_sides_no_leaf_carries_two_pupils(count: int, all_documents: bool, new_page: Callable[..., Page]) -> None:
    page = new_page(PATH)
    if all_documents:
        for box in page.locator('[name="document"]').all():
            box.check()
    page.get_by_label("Mon copieur imprime recto verso").check()
    pasted(page, many(count))
    leaves, register = announced(prepared(page))
    found = owners(sheets(page))
    for front, back in zip(found[::2], [*found[1::2], ""], strict=False):
        assert front
        assert back in (front, "")
    ends = found.index("registre")
    assert (ends, leaves) == (2 * leaves, ends // 2)
    assert len(found) - ends in (2 * register - 1, 2 * register)


@pytest.mark.parametrize("count", [1, 2, 28, 31])
def test_on_one_side_the_announced_leaves_are_the_printed_ones(count: int, new_page: Callable[..., Page]) -> None:
    page = new_page(PATH)
    for box in page.locator('[name="document"]').all():
        box.check()
    pasted(page, many(count))
    leaves, register = announced(prepared(page))
    found = owners(sheets(page))
    assert "" not in found
    assert (leaves, register) == (found.index("registre"), found.count("registre"))


def test_a_register_at_the_beginning_has_a_leaf_of_its_own(new_page: Callable[..., Page]) -> None:
    page = new_page(PATH)
    page.get_by_label("Mon copieur imprime recto verso").check()
    page.get_by_label("Place").select_option("debut")
    pasted(page, many(2))
    prepared(page)
    assert owners(sheets(page)) == ["registre", "", "1", "", "2"]


@pytest.mark.parametrize("all_documents", [False, True], ids=["consent", "all"])
def test_the_register_of_a_class_of_thirty_is_one_page(all_documents: bool, new_page: Callable[..., Page]) -> None:
    page = new_page(PATH)
    if all_documents:
        for box in page.locator('[name="document"]').all():
            box.check()
    pasted(page, many(30))
    prepared(page)
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    register = [sheet for sheet in pdf.pages if "Famille029, Prénom029" in sheet.extract_text() and "Famille000, Prénom000" in sheet.extract_text()]
    assert register == [pdf.pages[-1]]
