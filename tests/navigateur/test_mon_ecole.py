"""« Mon école » in a real browser: proposed on every sheet, kept only when asked, changed and erased at once."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

KEPT = "() => Object.keys(localStorage)"
WRITTEN = {
    "nom": "École Notre-Dame-de-l’Assomption",
    "adresse": "12, rue Feinte\nRoberval (Québec)",
    "expediteur": "Odon Abélard",
    "courriel": "odon.abelard@exemple.gouv.qc.ca",
    "retour": "retours@exemple.gouv.qc.ca",
}


def picture(side: int = 40) -> bytes:
    """Return a small PNG file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x40\xa0" * side for _ in range(side))
    file = io.BytesIO(b"\x89PNG\r\n\x1a\n")
    file.seek(0, io.SEEK_END)
    file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return file.getvalue()


def write(page: Page) -> None:
    """Fill in « Mon école »."""
    page.locator(".ecole > summary").click()
    for key, text in WRITTEN.items():
        page.locator(f"#ecole-{key}").fill(text)


@pytest.mark.parametrize("path", ["modeles/classe/", "modeles/consentement/"])
def test_it_says_that_it_unfolds_and_its_buttons_look_like_buttons(path: str, again: Callable[..., Page]) -> None:
    page = again(path, width=390)
    assert page.locator(".ecole > summary").evaluate("(summary) => getComputedStyle(summary, '::after').content") != "none"
    page.locator(".ecole > summary").click()
    buttons = page.locator(".ecole button:visible")
    assert buttons.count() == 2
    looks = buttons.evaluate_all("(all) => all.map((button) => [button.offsetHeight, getComputedStyle(button).borderTopStyle])")
    assert all(height >= 24 and line == "solid" for height, line in looks)


def test_nothing_is_kept_before_one_asks_for_it(emptied: Callable[..., Page]) -> None:
    page = emptied("modeles/consentement/")
    write(page)
    expect(page.locator(".ecole__etat")).to_contain_text("Rien n’est gardé")
    # The sheet and its fields have it all the same.
    assert page.locator("#consentement-personnel").input_value() == WRITTEN["expediteur"]
    assert page.locator("#consentement-courriel-retour").input_value() == WRITTEN["retour"]
    expect(page.locator(".feuille__ecole")).to_have_text(WRITTEN["nom"])
    assert page.evaluate(KEPT) == []
    page.reload()
    assert page.locator("#ecole-nom").input_value() == ""
    assert page.locator("#consentement-personnel").input_value() == ""


# What a browser does of a page that is left and that it may bring back.
LEFT = "for (const sign of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(sign, { persisted: true }))"
HELD = "() => [...document.querySelectorAll('main :is(input, textarea)')].map((field) => field.value).filter(Boolean)"


@pytest.mark.parametrize("path", ["modeles/consentement/", "modeles/classe/"])
def test_a_page_brought_back_has_nothing_that_was_not_kept(path: str, emptied: Callable[..., Page]) -> None:
    page = emptied(path)
    write(page)
    page.locator("#ecole-logo").set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": picture()})
    expect(page.locator(".ecole__logo img")).to_have_count(1)
    page.evaluate(LEFT)
    assert page.locator("main img[src^='data:']").count() == 0
    assert set(page.evaluate(HELD)).isdisjoint(WRITTEN.values())
    assert WRITTEN["nom"] not in (page.locator("main").text_content() or "")


# What a browser writes back in a field that it knows, before any script of ours.
RESTORED = """document.addEventListener("readystatechange", () => {
  const field = document.getElementById("ecole-nom");
  if (field && document.readyState === "interactive") field.value = "École des Feintes";
})"""


def test_what_a_browser_writes_back_by_itself_is_neither_shown_nor_kept(again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/", script=RESTORED)
    expect(page.locator("#ecole-nom")).to_have_value("")
    assert "Feintes" not in (page.locator("main").text_content() or "")


def test_a_page_brought_back_has_what_was_kept(emptied: Callable[..., Page]) -> None:
    page = emptied("modeles/consentement/")
    write(page)
    page.get_by_role("button", name="Garder dans ce navigateur").click()
    page.evaluate(LEFT)
    assert page.locator("#ecole-nom").input_value() == WRITTEN["nom"]
    assert page.locator("#consentement-personnel").input_value() == WRITTEN["expediteur"]


def test_forms_come_back_to_the_sender_unless_another_address_is_written(again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/")
    page.locator(".ecole > summary").click()
    page.locator("#ecole-courriel").fill(WRITTEN["courriel"])
    assert page.locator("#consentement-courriel-retour").input_value() == WRITTEN["courriel"]
    page.locator("#ecole-retour").fill(WRITTEN["retour"])
    assert page.locator("#consentement-courriel-retour").input_value() == WRITTEN["retour"]


def test_once_kept_every_form_proposes_it_and_one_click_erases_it(emptied: Callable[..., Page]) -> None:
    page = emptied("modeles/consentement/")
    write(page)
    page.locator("#ecole-logo").set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": picture()})
    expect(page.locator(".feuille__logo img")).to_be_visible()
    page.get_by_role("button", name="Garder dans ce navigateur").click()
    expect(page.locator(".ecole__etat")).to_contain_text("Gardé dans ce navigateur")
    assert page.evaluate(KEPT) == ["csspb.ecole.1"]
    page.goto("modeles/presentation-plateforme/")
    assert page.locator("#presentation-plateforme-ecole").input_value() == WRITTEN["nom"]
    assert page.locator("#presentation-plateforme-personnel").input_value() == WRITTEN["expediteur"]
    expect(page.locator(".feuille__logo img").first).to_be_visible()
    expect(page.locator(".feuille__adresse").first).to_have_text(WRITTEN["adresse"])
    page.locator(".ecole > summary").click()
    page.locator("#ecole-expediteur").fill("Wanda Zénobe")
    assert page.locator("#presentation-plateforme-personnel").input_value() == "Wanda Zénobe"
    page.locator(".ecole").get_by_role("button", name="Effacer").click()
    expect(page.locator(".ecole__etat")).to_contain_text("Tout est effacé")
    assert page.evaluate(KEPT) == []
    assert page.locator("#presentation-plateforme-personnel").input_value() == ""
    expect(page.locator(".feuille__logo img")).to_have_count(0)


def test_what_was_written_in_a_field_is_not_replaced(again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/")
    page.locator("#consentement-personnel").fill("Rita Feinte")
    write(page)
    assert page.locator("#consentement-personnel").input_value() == "Rita Feinte"


def test_what_a_parent_gives_is_never_proposed(again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/")
    write(page)
    values = page.locator('.saisie [data-qui="parent"] input:not([type="radio"])').evaluate_all("(all) => all.map((one) => one.value)")
    assert values
    assert not any(values)


def test_what_another_script_stored_is_only_text(emptied: Callable[..., Page]) -> None:
    page = emptied("modeles/consentement/")
    stored = {"nom": "<img src=x onerror=alert(1)>", "courriel": 7, "logo": "https://exemple.ca/a.png"}
    page.evaluate("(stored) => localStorage.setItem('csspb.ecole.1', JSON.stringify(stored))", stored)
    page.reload()
    expect(page.locator(".feuille__ecole")).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".feuille__logo img")).to_have_count(0)
    assert page.locator("#ecole-courriel").input_value() == ""
    page.evaluate("() => localStorage.setItem('csspb.ecole.1', '{')")
    page.reload()
    assert page.locator("#ecole-nom").input_value() == ""


def test_a_class_set_proposes_it_and_keeps_it_when_the_names_are_erased(emptied: Callable[..., Page]) -> None:
    page = emptied("modeles/classe/")
    write(page)
    sender = page.locator('[data-cles="expediteur"]:not([hidden]) input').first
    expect(sender).to_have_value(WRITTEN["expediteur"])
    sender.fill("Wanda Zénobe")
    page.locator("#ecole-expediteur").fill("Ilda Testard")
    # What was written by hand stays.
    expect(sender).to_have_value("Wanda Zénobe")
    page.locator("#classe-texte").fill("Nom\tPrénom\nTestard\tXéna\nAbélard\tOdon")
    page.locator('[data-action="lire"]').click()
    page.locator('[data-action="preparer"]').click()
    # A form keeps its lines for what is to be filled.
    expect(page.locator(".lot .feuille__adresse").first).to_have_text(WRITTEN["adresse"].replace("\n", ", "))
    page.locator('[data-action="effacer"]').click()
    page.locator('[data-reponse="oui"]').click()
    expect(sender).to_have_value("Ilda Testard")
    assert page.evaluate(KEPT) == []


def test_what_stays_kept_is_said_where_a_change_is_refused(emptied: Callable[..., Page]) -> None:
    page = emptied("modeles/consentement/")
    write(page)
    page.get_by_role("button", name="Garder dans ce navigateur").click()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    for name in ("École des Feintes", "École du Lac"):
        page.locator("#ecole-nom").fill(name)
        expect(page.locator(".ecole__etat")).to_contain_text("Ce qui était gardé avant l’est encore")
    assert "Notre-Dame" in str(page.evaluate("JSON.stringify(localStorage)"))


def test_two_tabs_keep_the_same_school(emptied: Callable[..., Page]) -> None:
    page = emptied("modeles/consentement/")
    write(page)
    page.get_by_role("button", name="Garder dans ce navigateur").click()
    other = page.context.new_page()
    other.goto("modeles/plainte/")
    other.locator(".ecole > summary").click()
    other.locator("#ecole-courriel").fill("autre@exemple.ca")
    expect(page.locator("#ecole-courriel")).to_have_value("autre@exemple.ca")
    page.locator("#ecole-nom").fill("École Tremblay")
    assert page.evaluate("JSON.parse(localStorage.getItem('csspb.ecole.1')).courriel") == "autre@exemple.ca"
    other.locator(".ecole").get_by_role("button", name="Effacer").click()
    expect(page.locator(".ecole__etat")).to_contain_text("Rien n’est gardé")
    page.locator("#ecole-nom").fill("École Simard")
    assert page.evaluate(KEPT) == []
    # What was never kept here is not written over by another tab.
    other.locator("#ecole-nom").fill("École Gagné")
    other.get_by_role("button", name="Garder dans ce navigateur").click()
    other.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    expect(page.locator("#ecole-nom")).to_have_value("École Simard")


def test_a_page_brought_back_has_the_school_kept_meanwhile(emptied: Callable[..., Page]) -> None:
    page = emptied("modeles/consentement/")
    write(page)
    page.get_by_role("button", name="Garder dans ce navigateur").click()
    page.evaluate("() => localStorage.setItem('csspb.ecole.1', JSON.stringify({ nom: 'École Gagné' }))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".feuille__ecole")).to_have_text("École Gagné")
    page.locator("#ecole-courriel").fill("x@exemple.ca")
    assert page.evaluate("JSON.parse(localStorage.getItem('csspb.ecole.1')).nom") == "École Gagné"
