"""The parts that a long page folds: an address, a search, the keyboard and paper reach what they hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.project import Project
from tests.papier import printed, text_of

POINTS = "points-a-clarifier/"
LONG = "autoevaluation/espace-medias-sociaux/"
# The first words of the last fold that no other part of the page says.
WORDS = """() => {
  const fold = [...document.querySelectorAll("details.pli")].at(-1)
  const texts = document.createTreeWalker(fold, NodeFilter.SHOW_TEXT)
  const page = document.body.textContent
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent.trim().split(" ").slice(0, 5).join(" ")
    const seen = texts.currentNode.parentElement.checkVisibility() || texts.currentNode.parentElement.closest("[hidden], .masque, details details")
    if (!seen && /^[\\p{L}\\p{N}][\\p{L}\\p{N} .,’-]{15,}$/u.test(words) && page.split(words).length === 2) return words
  }
}"""
OPEN = "[...document.querySelectorAll('details.pli')].map((fold) => fold.open)"


def last_point(project: Project) -> str:
    return str(project.contradictions[-1].id)


def fold_of(page: Page, id_: str) -> str:
    return f"#{id_} + .point-plie > details"


def test_all_is_folded_at_first(again: Callable[..., Page], project: Project) -> None:
    page = again(POINTS)
    assert page.evaluate(OPEN) == [False] * len(project.contradictions)


@pytest.mark.parametrize("words", ["", "?h=texte"])
def test_an_address_opens_what_its_title_heads(words: str, again: Callable[..., Page], project: Project) -> None:
    id_ = last_point(project)
    page = again(f"{POINTS}#{id_}{words}")
    expect(page.locator(fold_of(page, id_))).to_have_attribute("open", "")
    expect(page.locator(f"#{id_}")).to_be_in_viewport()
    assert page.evaluate(OPEN).count(True) == 1
    assert (page.locator("article mark").count() > 0) == bool(words)


@pytest.mark.parametrize("sought", ["\u0301", " \u0301 \u0302", "zzz " * 80 + "texte"])
def test_an_address_marks_a_few_words_and_never_all(sought: str, again: Callable[..., Page]) -> None:
    assert again(f"{POINTS}#?h={quote(sought)}").locator("article mark").count() == 0


def test_a_link_within_the_page_opens_it_each_time(again: Callable[..., Page], project: Project) -> None:
    id_ = last_point(project)
    page = again(POINTS)
    link, fold = page.locator(f".md-sidebar--secondary a[href$='#{id_}']"), page.locator(fold_of(page, id_))
    for _ in range(2):
        link.click()
        expect(fold).to_have_attribute("open", "")
        fold.locator("summary").click()
        expect(fold).not_to_have_attribute("open", "")


def test_an_address_opens_the_theme_of_its_question(again: Callable[..., Page], project: Project) -> None:
    id_ = f"q-{project.listes['espace-medias-sociaux'].questions[-1].id}"
    page = again(LONG)
    assert True not in page.evaluate(OPEN)
    page = again(f"{LONG}#{id_}")
    expect(page.locator("details.pli", has=page.locator(f"#{id_}"))).to_have_attribute("open", "")
    assert page.evaluate(OPEN).count(True) == 1


def test_the_keyboard_opens_it(again: Callable[..., Page]) -> None:
    page = again(POINTS)
    page.locator("details.pli > summary").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(OPEN)[:2] == [True, False]


@pytest.mark.parametrize("path", [POINTS, LONG, "transparence/tracabilite/"])
def test_the_browsers_own_search_opens_it(path: str, again: Callable[..., Page]) -> None:
    words = again(path).evaluate(WORDS)
    page = again(f"{path}#:~:text={quote(words, safe='').replace('-', '%2D')}")
    expect(page.locator("details.pli").last).to_have_attribute("open", "")
    expect(page.locator("details.pli[open]")).to_have_count(1)


@pytest.mark.parametrize("scripted", [True, False])
def test_paper_shows_it_whole(scripted: bool, again: Callable[..., Page], without_script: Callable[..., Page], project: Project) -> None:
    page = again(POINTS) if scripted else without_script(POINTS)
    text = text_of(printed(page))
    for point in project.contradictions:
        assert point.entre_temps.replace("\u00a0", " ") in text
    assert "Voir les textes et quoi faire" not in text
    if scripted:
        assert True not in page.evaluate(OPEN)


def styled(page: Page, browser: Browser) -> list[int]:
    """Return of how many elements the styles are reckoned, each time that they are while a page opens."""
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.reload()
    # Two frames after the page has loaded.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found = json.loads(browser.stop_tracing())["traceEvents"]
    return [event["args"]["elementCount"] for event in found if event["name"] == "UpdateLayoutTree" and "elementCount" in event.get("args", {})]


@pytest.mark.parametrize("path", ["", "puis-je/", "encadrements/directive/", "autoevaluation/classe/"])
def test_what_is_folded_as_a_page_opens_does_not_have_it_all_styled_again(path: str, browser: Browser, again: Callable[..., Page]) -> None:
    page = again(path)
    shown = page.evaluate("[...document.querySelectorAll('*')].filter((element) => element.checkVisibility()).length")
    # A long page may be styled as it comes, each part once or so. Where they are cut is the machine's affair: a few openings, of which the least is
    # 1.0 to 1.5 of what is shown, and 2.05 or more with all of it styled again.
    tries = [styled(page, browser) for _ in range(4)]
    assert min(map(sum, tries)) < 1.8 * shown, (tries, shown)
