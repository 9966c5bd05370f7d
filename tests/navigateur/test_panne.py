"""Whatever script does not come, comes as something else or stops, a page says so and shows no control that would do nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.navigateur.conftest import Watch
from tests.navigateur.test_puis_je import MISSING, PHOTO
from tests.navigateur.test_puis_je import address as of_question

CLASS = "modeles/classe/"
SHEET = "modeles/consentement/"
TOOLS = [CLASS, "autoevaluation/comparer/", "autoevaluation/classe/", "puis-je/", SHEET]
# What only a script can make work, but for the fields that print what is written in them.
CONTROLS = """() => [...document.querySelectorAll("[data-promis], .ecole, [data-module='chercher'], .recherche, .chercher-ailleurs")]
  .filter((part) => part.checkVisibility()).map((part) => part.className)"""
REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
COPY = "Le navigateur refuse de copier. Le lien est dans la barre d’adresse."


def broken(route: Route) -> None:
    """Answer with what is no script."""
    route.fulfill(content_type="text/javascript", body="this is no script")


def dead(page: Page) -> list[str]:
    """Return the controls that are shown on a page that says that its tool did not load."""
    expect(page.locator("[data-panne]")).to_be_visible()
    assert page.locator("[data-panne]").inner_text().startswith("L’outil de cette page ne s’est pas chargé. Rechargez la page.")
    return list(page.evaluate(CONTROLS))


# All the scripts of a page, the one that every page has, those of its own.
WHICH = ["script[src]", "script[src]:not([defer])", "script[defer]"]


@pytest.mark.parametrize("path", TOOLS)
def test_a_tool_whose_script_did_not_run_says_so(path: str, again: Callable[..., Page], watched: Watch) -> None:
    page = again(path)
    expect(page.locator("[data-panne]")).to_have_count(0)
    files = {which: page.locator(which).evaluate_all("(scripts) => scripts.map((script) => script.src)") for which in WHICH}
    for which in WHICH:
        # What answers in the helper comes later: the page has only what every page has.
        assert files[which] or (which, path) == ("script[defer]", "puis-je/")
        if not files[which]:
            continue
        for file in files[which]:
            page.route(file, broken)
        page.reload()
        shown = dead(page)
        # What is around the page works where its script ran.
        assert which == "script[defer]" or shown == ([] if which == "script[src]" or path not in (CLASS, SHEET) else ["ecole"]), which
        watched.errors.clear()
        page.unroute_all()
    # Once all come, nothing is left of it.
    page.reload()
    expect(page.locator("[data-panne]")).to_have_count(0)


def test_a_tool_whose_script_hangs_says_so_until_it_comes(new_page: Callable[..., Page], site: Path) -> None:
    page = new_page("glossaire/")
    page.clock.install()
    held: list[Route] = []
    own = re.findall(r'<script src="[./]*([^"]+)" defer', (site / CLASS / "index.html").read_text(encoding="utf-8"))
    page.route(f"**/{own[0]}", lambda route: (held.append(route), None)[1])
    page.goto(page.url.replace("glossaire/", CLASS), wait_until="commit")
    tool, said = page.locator("article [data-promis]").first, page.locator("[data-panne]")
    # It has its place from the first paint: nothing would answer there.
    expect(tool).to_be_visible()
    expect(said).to_be_hidden()
    page.clock.fast_forward(21_000)
    expect(said).to_be_visible()
    expect(tool).to_be_hidden()
    held[0].continue_()
    expect(said).to_have_count(0)
    expect(tool).to_be_visible()


def test_the_menu_opens_where_no_script_came(again: Callable[..., Page], watched: Watch) -> None:
    page = again("", width=390)
    page.route("**/*.js", broken)
    page.reload()
    expect(page.locator("#menu-du-site")).not_to_be_in_viewport()
    page.locator(".menu-sans-script").click()
    expect(page.locator("#menu-du-site")).to_be_in_viewport()
    page.unroute_all()
    watched.errors.clear()


@pytest.mark.parametrize("path", TOOLS)
def test_a_tool_of_which_one_script_stopped_says_so(path: str, again: Callable[..., Page], watched: Watch) -> None:
    page = again(path, script="window.Rate = new Error()")
    dead(page)
    assert page.locator(".puis-je__cadre, .comparer__cadre, .classe__outil, .dossier, [data-action='imprimer']").locator("visible=true").count() == 0
    watched.errors.clear()


def test_an_assessment_that_a_browser_cannot_draw_says_so(again: Callable[..., Page], watched: Watch) -> None:
    page = again("autoevaluation/classe/", script="delete Object.hasOwn")
    dead(page)
    assert page.locator(".dossier, .avancement, .bilan").locator("visible=true").count() == 0
    watched.errors.clear()


@pytest.mark.parametrize("path", [*TOOLS, "modeles/annonce-changements/", "calendrier/", "transparence/tracabilite/", ""])
def test_without_a_script_no_control_is_there_for_nothing(path: str, without_script: Callable[..., Page]) -> None:
    page = without_script(path, width=390)
    assert page.evaluate(CONTROLS) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate(CONTROLS) == []


def test_answers_that_are_no_script_are_said_and_asked_again(again: Callable[..., Page], watched: Watch) -> None:
    page = again("puis-je/")
    page.route("**/reponses.js*", broken)
    page.get_by_label("Trouver un moyen").focus()
    expect(page.get_by_role("alert").filter(has_text=MISSING)).to_be_visible()
    page.unroute_all()
    watched.errors.clear()


def test_a_search_that_is_no_script_is_said_and_asked_again(again: Callable[..., Page], watched: Watch) -> None:
    page = again("glossaire/")
    page.route("**/search/page.js*", broken)
    page.get_by_role("textbox", name="Rechercher").focus()
    expect(page.get_by_role("alert").filter(has_text=MISSING)).to_be_visible()
    watched.errors.clear()
    page.unroute_all()
    page.keyboard.type("photo")
    expect(page.locator(".recherche__lien").first).to_be_visible()


def test_a_copy_that_is_refused_is_said(again: Callable[..., Page]) -> None:
    page = again(of_question("teams", "eleves", PHOTO))
    page.evaluate(REFUSED)
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.locator(".puis-je__copie")).to_have_text(COPY)
    page = again("encadrements/directive/")
    page.evaluate(REFUSED)
    page.locator("#art-5-9 .headerlink").click()
    expect(page.locator(".copie-lien")).to_have_text(COPY)
