"""Under colours that the system imposes, or with more contrast, each mark keeps what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.navigateur.axe import COLOURS, FRAME, violations
from tests.navigateur.test_autoevaluation import answer_all

# The kinds of pages that hold marks.
PAGES = [
    "",
    "plateformes/",
    "plateformes/classdojo/",
    "encadrements/directive/",
    "calendrier/",
    "puis-je/",
    "puis-je/affiche/",
    "points-a-clarifier/",
]
# What has no word, is seen by its background alone, and has lost it: an empty box whose colour is that of the page, without a line.
LOST = """() => {
  const canvas = getComputedStyle(document.body).backgroundColor;
  const plain = (style) => [canvas, 'rgba(0, 0, 0, 0)'].includes(style.backgroundColor) && parseFloat(style.borderTopWidth) === 0;
  const marks = [...document.querySelectorAll('article [class*="carre"], article progress, article .bande-cle span')];
  return marks.filter((mark) => mark.offsetWidth && !mark.textContent.trim() && plain(getComputedStyle(mark))).map((mark) => mark.className);
}"""
# Letters of the colour of the ground that the browser draws behind them.
HIDDEN = """() => {
  const canvas = getComputedStyle(document.body).backgroundColor;
  const isHidden = ({ color, forcedColorAdjust }) => color === canvas && forcedColorAdjust !== 'none';
  const written = [...document.querySelectorAll('article *')].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
  return written.filter((e) => e.checkVisibility() && isHidden(getComputedStyle(e))).map((e) => e.textContent);
}"""
NUMBER = """() => {
  const style = getComputedStyle(document.querySelector('.puis-je legend'), '::before');
  return [style.backgroundColor, style.color, style.forcedColorAdjust];
}"""
FILLS = "(part) => [...new Set([...document.querySelectorAll(part)].map((e) => getComputedStyle(e).fill))]"
SIDES = "[...document.querySelectorAll('article summary')].filter((e) => e.offsetWidth).map((e) => getComputedStyle(e, '::after').backgroundColor)"


def test_each_part_of_a_bar_is_told_apart(again: Callable[..., Page]) -> None:
    page = again("autoevaluation/direction/", forced_colors="active")
    answer_all(page, "non", "oui", "a-verifier", "sans-objet")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, forced_colors="active")
        fills = [page.evaluate(FILLS, f".bande__part--{part}") for part in ("respectees", "manquees", "aVerifier", "sansObjet")]
        assert len({fill for found in fills for fill in found}) == len(fills)
        squares = "[...document.querySelectorAll('.bande-cle__carre')].map((e) => getComputedStyle(e).backgroundColor)"
        assert {*page.evaluate(squares)} == {fill for found in fills for fill in found}
        assert page.evaluate(LOST) == []


def test_an_answer_that_is_chosen_has_another_line(again: Callable[..., Page]) -> None:
    page = again("autoevaluation/direction/", forced_colors="active")
    page.locator(".question:visible input[value=oui]").first.check()
    line = "(e) => getComputedStyle(e).borderTopWidth"
    chosen, other = page.locator(".choix__option:has(:checked)").first, page.locator(".choix__option:not(:has(:checked))").first
    assert chosen.evaluate(line) != other.evaluate(line)


@pytest.mark.parametrize("path", PAGES)
def test_every_mark_has_a_word_or_a_drawing(path: str, again: Callable[..., Page]) -> None:
    page = again(path, forced_colors="active")
    assert page.evaluate(LOST) == []
    bare = "[...document.querySelectorAll('article [data-ton]')].filter((e) => e.offsetWidth && !e.textContent.trim() && !e.querySelector('svg'))"
    assert page.evaluate(f"{bare}.map((e) => e.outerHTML)") == []
    assert page.evaluate(HIDDEN) == []
    # A fold that opens shows it by a sign that is seen.
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") not in page.evaluate(f"{SIDES}.filter((c) => c !== 'rgba(0, 0, 0, 0)')")


@pytest.mark.parametrize("path", ["", "plateformes/classdojo/", "encadrements/directive/"])
def test_more_contrast_is_honoured(path: str, again: Callable[..., Page]) -> None:
    color, page = "getComputedStyle(document.querySelector('article p')).color", again(path, reduced_motion="reduce")
    for scheme, strongest in (("light", "rgb(0, 0, 0)"), ("dark", "rgb(255, 255, 255)")):
        page.emulate_media(color_scheme=scheme, contrast="no-preference")
        usual = page.evaluate(color)
        page.emulate_media(color_scheme=scheme, contrast="more")
        assert page.evaluate(color) == strongest != usual
        assert violations(page, but=FRAME if path else [], only=COLOURS) == []


def test_the_number_of_a_question_is_not_hidden_by_the_ground_of_its_letters(again: Callable[..., Page]) -> None:
    page = again("puis-je/", forced_colors="active")
    background, letters, adjusted = page.evaluate(NUMBER)
    assert background != letters
    assert adjusted == "none"


def test_the_results_of_the_search_are_told_from_the_page_by_a_line(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/", forced_colors="active")
    page.get_by_role("textbox", name="Rechercher").focus()
    assert page.locator(".recherche__panneau").evaluate("(results) => parseFloat(getComputedStyle(results).borderTopWidth)") >= 1
