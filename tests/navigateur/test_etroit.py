"""What one reads on a narrow screen, or with letters four times as large on a wide one (WCAG 1.4.10): no word is cut, no drawing stands alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.test_comparer import TABLE, two

# A phone that many have, and what is left of a screen of 1280 pixels enlarged four times.
WIDTHS = (360, 320)
CUT = """(all) => all.flatMap((element) => {
  const cut = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const word of walker.currentNode.data.matchAll(/[\\p{L}]{3,}/gu)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) cut.push(word[0]);
    }
  }
  return cut;
})"""
# What stands beside a drawing, and where the drawing is.
BESIDE = """(all) => all.map((place) => {
  const [drawing, link] = [place.querySelector("svg"), place.querySelector("a")].map((one) => one.getBoundingClientRect());
  return drawing.bottom > link.top && drawing.right <= link.left && link.top + 24 >= drawing.bottom;
})"""
# How far below a force the sign begins that is between it and whom it binds.
BELOW = """(all) => all.map((mark) => {
  const text = mark.lastChild;
  const range = document.createRange();
  range.setStart(text, text.data.indexOf("·"));
  range.setEnd(text, text.data.indexOf("·") + 1);
  return range.getBoundingClientRect().top - mark.querySelector(".marque__force").getBoundingClientRect().bottom;
})"""

# The parts of each link, one for each of its lines, and how many lines its words take.
PARTS = """(all) => all.map((link) => {
  const words = document.createRange();
  words.selectNodeContents(link);
  return [[...link.getClientRects()].map(({ height }) => height), new Set([...words.getClientRects()].map(({ top }) => top)).size];
})"""


@pytest.mark.parametrize("path", ["", "puis-je/"])
def test_no_answer_that_one_chooses_is_cut_within_a_word(path: str, again: Callable[..., Page]) -> None:
    page = again(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        options = page.locator(".puis-je__option")
        assert options.count() > 10
        assert options.evaluate_all(CUT) == [], width


WRITTEN = "main :is(input:not([type=radio], [type=checkbox], [type=file]), select, textarea)"


@pytest.mark.parametrize(
    "path", ["autoevaluation/classe/", "calendrier/", "encadrements/directive/", "modeles/consentement/", "transparence/logiciels/"]
)
def test_no_field_has_letters_so_small_that_a_telephone_enlarges_the_page(path: str, again: Callable[..., Page]) -> None:
    page = again(path, width=390)
    page.evaluate("document.querySelectorAll('[data-question] input[value=non]').forEach((answer) => answer.click())")
    fields = page.locator(WRITTEN)
    expect(fields).not_to_have_count(0)
    sizes = fields.evaluate_all("(all) => all.map((field) => parseFloat(getComputedStyle(field).fontSize))")
    assert min(sizes) >= 16


def test_what_one_verifies_of_a_class_is_read_whole(again: Callable[..., Page]) -> None:
    page = again("modeles/classe/", width=390)
    page.get_by_label("Collez la liste").fill("Nom\tPrénom\nGagnon-Bouchard\tMarie-Antoinette")
    page.get_by_role("button", name="Lire la liste").click()
    fields = page.locator(".classe__table tbody input")
    expect(fields).to_have_count(2)
    for width in (390, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        assert fields.evaluate_all("(all) => all.map((field) => field.scrollWidth > field.clientWidth)") == [False, False], width


@pytest.mark.parametrize(("width", "size"), [(320, "125%"), (390, "250%")])
def test_the_answers_that_one_compares_are_not_hidden_by_the_questions(width: int, size: str, again: Callable[..., Page]) -> None:
    page = again("autoevaluation/comparer/", width=width)
    page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
    two(page)
    question, shown = page.locator(f"{TABLE} tbody .comparer__question").first, page.locator(TABLE)
    assert question.evaluate("(one) => one.offsetWidth") <= shown.evaluate("(one) => one.clientWidth") * 0.55


def test_the_drawing_of_a_moment_stays_beside_it(again: Callable[..., Page]) -> None:
    page = again("autoevaluation/classe/", width=320)
    page.locator(".question:has(.question__documents):visible input[value=non]").first.check()
    expect(page.locator(".question__documents:visible").first).to_be_visible()
    moments = page.locator(":is(.question__moment, .question__documents > li):visible:has(a)")
    assert moments.count() > 2
    assert all(moments.evaluate_all(BESIDE))


def test_whom_a_clause_binds_begins_on_the_line_of_its_force(again: Callable[..., Page]) -> None:
    marks = again("encadrements/directive/", width=320).locator(".marque").filter(has_not_text="(")
    assert marks.count() > 5
    assert max(marks.evaluate_all(BELOW)) < 0


def test_the_line_of_today_never_crosses_the_name_of_a_status(again: Callable[..., Page]) -> None:
    drawings = again("plateformes/classdojo/", width=320).locator(".frise__dessin:has(.barre__nom)")
    assert drawings.count() > 0
    over = drawings.evaluate_all("(all) => all.map((drawing) => [...drawing.querySelectorAll('.barre__nom ~ :not(.barre__nom)')].length)")
    assert set(over) == {0}


def test_the_box_of_a_filter_is_large_enough_to_be_aimed_at(again: Callable[..., Page]) -> None:
    label = again("transparence/tracabilite/", width=390).locator(".filtre label:has(input)")
    assert label.evaluate("(one) => one.getBoundingClientRect().height") >= 24


def test_the_names_of_the_months_do_not_run_into_one_another(again: Callable[..., Page]) -> None:
    page = again("calendrier/", width=360)
    # 180 is a telephone whose letters are twice as large.
    for width in (360, 320, 180):
        page.set_viewport_size({"width": width, "height": 900})
        names = page.locator(".dessin__axe:visible").first.locator("text:visible")
        edges = names.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right])")
        assert len(edges) >= 3, width
        assert all(one[1] <= other[0] for one, other in pairwise(edges)), width


def test_large_letters_cut_words_where_french_does_and_leave_numbers_round(again: Callable[..., Page]) -> None:
    page = again("puis-je/", width=180)
    assert page.locator("article h1").evaluate("(one) => getComputedStyle(one).hyphens") == "auto"
    numbers = page.locator(".puis-je legend").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one, '::before')).map(({ width, height }) => [width, height])"
    )
    assert [pair for pair in numbers if pair[0] != pair[1]] == []
    assert len(numbers) >= 3


@pytest.mark.parametrize(
    ("path", "links"),
    [("modeles/consentement/", ".modele__ouverts li > a"), ("autoevaluation/classe/", ".question__reperes a")],
)
def test_a_long_link_goes_on_as_text_does_and_each_line_of_it_is_large_enough(path: str, links: str, again: Callable[..., Page]) -> None:
    page = again(path, width=320)
    page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")
    found = page.locator(f"{links}:visible").evaluate_all(PARTS)
    assert max(lines for _, lines in found) > 1
    for parts, lines in found:
        # In one block, its bullet stands beside its last line, and what follows goes to a line of its own.
        assert len(parts) == lines
        assert min(parts) >= 24
