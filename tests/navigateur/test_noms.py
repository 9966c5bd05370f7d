"""What is typed where names are written: no checker nor translator takes it, no address carries it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, expect

from macros.project import Project

NAME = "Zorblax"
FIELDS = "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], textarea"
# The fields of a page's own content, wherever they are, templates and lines added included.
OPEN = f"""(selector) => [...document.querySelectorAll(`main :is({FIELDS})`)]
  .filter((field) => field.closest(selector) && (field.spellcheck || field.translate)).map((field) => field.outerHTML)"""
SHOWN = "(selector) => [...document.querySelectorAll(selector)].filter((place) => place.translate).map((place) => place.outerHTML)"
FILL = f"""(name) => document.querySelectorAll(`main :is({FIELDS})`).forEach((field) => {{
  field.value = field.type === "email" ? `${{name}}@exemple.test` : name;
  for (const kind of ["input", "change", "focusout"]) field.dispatchEvent(new Event(kind, {{ bubbles: true }}));
}})"""
PRESS = """() => [...document.querySelectorAll("main button")].filter((button) => button.offsetParent && !button.closest("dialog"))
  .sort((a, b) => /ffacer|retirer/.test(a.outerHTML) - /ffacer|retirer/.test(b.outerHTML)).map((button) => button.click()).length"""
CARRIED = """(name) => [...document.querySelectorAll("[href], [src], [action], [formaction]")].map((e) => e.outerHTML)
  .filter((html) => new RegExp(`(href|src|action)="[^"]*${name}`).test(html))"""


def writing(project: Project) -> list[str]:
    """Return the pages where names are written."""
    return ["modeles/classe/", *(f"modeles/{id_}/" for id_ in project.formulaires)]


def test_no_checker_nor_translator_on_a_sheet(again: Callable[..., Page], project: Project) -> None:
    for path in writing(project):
        page = again(path)
        assert page.locator(f"main :is({FIELDS})").count() > 0, path
        assert page.evaluate(OPEN, "main") == [], path
        assert page.evaluate(SHOWN, ".feuille, .lot, .classe__table, .champ__valeur") == [], path


def test_no_checker_nor_translator_on_a_class(again: Callable[..., Page]) -> None:
    page = again("modeles/classe/")
    page.locator("#classe-texte").fill(f"{NAME}\tLéa\nRoy\tZoé")
    page.get_by_role("button", name="Lire la liste").click()
    page.get_by_role("button", name="Préparer les feuilles").click()
    page.locator(".lot .feuille").first.wait_for(state="attached")
    assert NAME in (page.locator(".lot").text_content() or "")
    assert page.evaluate(OPEN, "main") == []
    assert page.evaluate(SHOWN, ".lot, .lot *, .classe__table *, #classe-texte") == []


@pytest.mark.parametrize("path", ["autoevaluation/classe/", "autoevaluation/evaluation-plateforme/"])
def test_no_checker_nor_translator_on_a_note(path: str, again: Callable[..., Page]) -> None:
    page = again(path)
    for answers in ("[data-fait] [value=oui]", "[data-question] :is([value=non], [value='0'])"):
        page.evaluate("(answers) => document.querySelectorAll(answers).forEach((answer) => answer.click())", answers)
    expect(page.locator(".bilan:not([aria-busy=true])")).to_have_count(1)
    assert page.locator(".plan-action input").count() > 0
    assert page.locator("main textarea").count() > 3
    assert page.evaluate(OPEN, "main") == []
    shown = ".dossier *, .plan-action *, .fiche-imprimee span, .confirmation *"
    assert page.evaluate(SHOWN, shown) == []


@pytest.mark.parametrize("path", ["modeles/consentement/", "modeles/plainte/", "modeles/classe/", "autoevaluation/classe/"])
def test_no_address_carries_what_is_typed(path: str, emptied: Callable[..., Page], listen: Callable[..., None]) -> None:
    page = emptied(path)
    sent: list[str] = []

    def note(request: Request) -> None:
        sent.append(" ".join([request.url, request.post_data or "", *request.headers.values()]))

    page.context.on("request", note)
    listen("framenavigated", lambda frame: sent.append(frame.url))
    listen("dialog", lambda dialog: dialog.accept())
    page.evaluate("() => { window.print = () => {}; }")
    page.evaluate(FILL, NAME)
    page.locator(f"main :is({FIELDS}):visible").first.press("Enter")
    for _ in range(3):
        assert page.evaluate(PRESS) > 1
        page.evaluate(FILL, NAME)
        page.wait_for_timeout(100)
    assert page.evaluate(CARRIED, NAME) == []
    assert NAME not in page.url
    for link in (".md-logo", ".chercher-ailleurs, .chercher", ".pied a"):
        page.locator(link).first.evaluate("(link) => link.click()")
        page.wait_for_timeout(300)
        assert NAME not in page.url
    assert len(sent) > 3
    assert [address for address in sent if NAME.lower() in address.lower()] == []
    page.context.remove_listener("request", note)


def test_no_host_is_told_which_page_leads_to_it(again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/")
    page.locator(".md-logo:visible").first.click()
    page.wait_for_url(lambda address: "consentement" not in address)
    assert page.evaluate("document.referrer") == ""
