"""The home page and the list of self-assessments offer to resume an evaluation that this browser keeps, and nothing otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from macros.project import Project
from tests.navigateur.evaluations import PREFIX, evaluation
from tests.navigateur.test_mouvement import LAST, PAINTED, Held

PAGES = ["", "autoevaluation/"]
# What moved, once drawn, of what holds the offer.
MOVED = """() => new Promise((done) => {
  const around = document.querySelector('.reprendre').parentElement;
  const moved = [];
  const note = ({ node }) => { if (around.contains(node)) moved.push(node.nodeName); };
  const read = (entries) => entries.forEach((entry) => entry.sources.forEach(note));
  const observer = new PerformanceObserver((list) => read(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  const end = () => setTimeout(() => { read(observer.takeRecords()); done(moved); });
  requestAnimationFrame(() => requestAnimationFrame(end));
})"""


# The scripts that run once the page is read, of a file of their own.
DEFERRED = "[...document.querySelectorAll('script[defer]')].map(({ src }) => src)"
# The scripts that come with the site's wait until one calls them, rather than for the end of the page.
LATE = """(() => {
  const add = document.addEventListener;
  document.addEventListener = function (kind, ...given) {
    if (kind !== "readystatechange") return add.call(this, kind, ...given);
    window.late = given[0];
  };
})()"""


def keep(page: Page, *evaluations: dict[str, Any], until: Literal["load", "commit"] = "load") -> None:
    """Keep evaluations as the site does, and open the page again."""
    page.evaluate("(key) => localStorage.setItem(key, '2026-09-01T12:00:00.000Z')", f"{PREFIX}accord")
    for one in evaluations:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{PREFIX}{one['liste']}.{one['id']}", json.dumps(one)])
    page.reload(wait_until=until)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_offered_where_nothing_is_kept(path: str, emptied: Callable[..., Page]) -> None:
    page = emptied(path)
    expect(page.get_by_text("Reprendre")).to_be_hidden()
    keep(page)
    expect(page.get_by_text("Reprendre")).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_last_one_is_resumed(path: str, width: int, emptied: Callable[..., Page], project: Project) -> None:
    page = emptied(path, width=width)
    later = evaluation("b2", "direction", nom="<b>École</b>", modifie="2026-11-01T12:00:00.000Z")
    keep(page, evaluation(), later)
    link = page.get_by_role("link", name=f"Reprendre «\u00a0<b>École</b>\u00a0» · {project.listes['direction'].titre}")
    expect(link).to_be_visible()
    assert page.evaluate(MOVED) == []
    link.click()
    expect(page.locator("#dossier-nom")).to_have_value("<b>École</b>")
    assert page.url.endswith("/autoevaluation/direction/")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_offer_does_not_move_when_its_words_come_late(path: str, width: int, new_page: Callable[..., Page]) -> None:
    page, rest, image = new_page(path, width=width), Held(), Held()
    for script in page.evaluate(DEFERRED):
        page.route(script, rest.ask)
    # Without a script of its own, an image more keeps a page from being loaded, which is when what waits is shown as it is.
    page.route(f"**/{LAST}", image.ask)
    page.add_init_script(f"new Image().src = '/{LAST}'; {LATE}")
    keep(page, evaluation(nom="Groupe 204 de l’École Notre-Dame"), until="commit")
    page.evaluate(PAINTED)
    page.wait_for_function("() => document.readyState !== 'loading'")
    expect(page.locator(".reprendre")).to_be_visible()
    expect(page.locator(".reprendre")).not_to_contain_text("Groupe 204")
    page.evaluate("window.late()")
    expect(page.locator(".reprendre")).to_contain_text("Groupe 204")
    rest.give()
    image.draw(page)
    page.wait_for_load_state()
    assert page.evaluate(MOVED) == []


def test_what_a_clock_that_was_ahead_wrote_does_not_stay_first(emptied: Callable[..., Page]) -> None:
    page = emptied()
    ahead = evaluation("z9", nom="Demain", modifie="2099-01-01T12:00:00.000Z")
    elsewhere = evaluation("c3", nom="Ailleurs", modifie="2026-09-30T23:00:00.000-05:00")
    keep(page, ahead, elsewhere, evaluation())
    expect(page.get_by_role("link", name="Reprendre «\u00a05e B\u00a0»")).to_be_visible()
    page.goto("autoevaluation/classe/")
    assert page.evaluate("window.Autoevaluation.dossiers.lister('classe').map(({ id }) => id)") == ["a1", "c3", "z9"]


def test_what_cannot_be_read_is_not_named(emptied: Callable[..., Page]) -> None:
    page = emptied()
    keep(page, {"liste": "classe", "id": "a1"}, evaluation("c3", "inconnue"), evaluation("c4", nom="A" * 1_000_000))
    page.get_by_role("link", name="Reprendre une évaluation", exact=True).click()
    page.wait_for_url("**/autoevaluation/")


@pytest.mark.parametrize("path", PAGES)
def test_a_long_name_is_not_cut(path: str, emptied: Callable[..., Page]) -> None:
    page = emptied(path, width=320)
    keep(page, evaluation(nom="Groupe 204 de l’École Notre-Dame-de-l’Assomption, année de la transition"))
    words = page.locator(".reprendre__lien span")
    expect(words).to_contain_text("année de la transition")
    assert words.evaluate("(e) => [e.scrollWidth > e.clientWidth, e.parentElement.scrollHeight > e.parentElement.clientHeight]") == [False, False]


@pytest.mark.parametrize("sign", ["pageshow', { persisted: true }", "storage', {}"])
def test_the_offer_follows_what_is_kept(sign: str, emptied: Callable[..., Page]) -> None:
    page = emptied()
    keep(page, evaluation())
    expect(page.locator(".reprendre")).to_contain_text("5e B")
    page.evaluate("(key) => localStorage.removeItem(key)", f"{PREFIX}classe.a1")
    page.evaluate(f"dispatchEvent(new {'PageTransitionEvent' if 'pageshow' in sign else 'StorageEvent'}('{sign}))")
    expect(page.locator(".reprendre")).to_have_text("Reprendre une évaluation")
    assert page.locator(".reprendre__lien").evaluate("(link) => link.pathname") == "/autoevaluation/"
