"""The pages of the letters and forms in a real browser: filled by keyboard, told what is wrong, printed blank and filled, nothing kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Dialog, Page, expect
from pypdf import PdfReader

from macros.model.formulaires import Champ, Formulaire
from macros.project import Project
from macros.rendering.context import build_day
from macros.sheets.sheet import sheet
from macros.typography import french
from tests.copie import FROZEN
from tests.papier import LEAST_LETTERS, least_letters, leaves, printed, text_of

FORMS = sorted(path.stem for path in (FROZEN / "data/formulaires").glob("*.yml"))
STAFF = ("enseignant", "direction", "direction-generale")
# The number of pages printed, blank, where it is not one.
PAGES = {"entente-utilisation": 2, "demande-espace": 2}
NAME = "Łucja Čapek-St-Gelais"
# The width of what a sheet of paper holds, in pixels.
PAPER = 696
# What each letter says last, before it is signed.
CLOSES = {"annonce-changements": "Merci", "presentation-plateforme": "Posez-moi", "rappel-consentement": "Merci"}
# What the page says to enlarge a sheet by, for who sees badly.
LARGER = 1.6
LONG = "Marguerite-Bourgeoys-de-l’Immaculée-Conception"
OVERFLOWING = "(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"
CLEAN = "() => localStorage.length + sessionStorage.length + document.cookie.length"
STATES = """() => [...document.querySelectorAll(".saisie [data-champ] :is(input, textarea)")].map((control) => ({
  champ: control.closest("[data-champ]").dataset.champ, type: control.type, value: control.value, checked: control.checked,
}))"""
# Two forms that have between them a field of every kind: they are filled in by hand, the others by script.
BY_HAND = ("consentement", "demande-espace")


def typed(champ: Champ) -> str:
    """Return what the tests write in a field."""
    texts = {"courriel": "a@b.ca", "date": "2026-09-01", "telephone": "418 555-0100", "bloc": f"{NAME}\nDeuxième ligne"}
    return str(champ.maximum or texts.get(champ.genre, NAME))[: champ.longueur or 999].strip()


def fill(page: Page, form: Formulaire, write: Callable[[Champ], str] = typed) -> dict[str, str]:
    """Fill in every field of a page and return what was written; of the answers offered, the last."""
    written: dict[str, str] = {}
    unfold(page)
    for champ in form.champs:
        field = page.locator(f'.saisie [data-champ="{champ.id}"]')
        if champ.genre in ("oui-non", "choix", "cases"):
            field.locator("label.saisie__option").last.click()
        elif champ.genre != "signature":
            written[champ.id] = write(champ)
            field.locator("input, textarea").fill(written[champ.id])
    return written


# Opens the groups of fields that others fill; writes in each field at once, as one who types does; of the answers offered, clicks the last.
FILL = """([written, chosen]) => {
  [...document.querySelectorAll(".saisie__autre:not([open]) > summary")].reverse().forEach((summary) => summary.click());
  const field = (id) => document.querySelector(`.saisie [data-champ="${id}"]`);
  for (const [id, text] of Object.entries(written)) {
    const control = field(id).querySelector("input, textarea");
    control.value = text;
    for (const kind of ["input", "change", "focusout"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  for (const id of chosen) [...field(id).querySelectorAll("label.saisie__option")].at(-1).click();
}"""


def filled(page: Page, form: Formulaire, write: Callable[[Champ], str] = typed) -> dict[str, str]:
    """Fill in every field of a page at once, as `fill` does one by one."""
    chosen = [str(champ.id) for champ in form.champs if champ.genre in ("oui-non", "choix", "cases")]
    written = {str(champ.id): write(champ) for champ in form.champs if champ.genre not in ("oui-non", "choix", "cases", "signature")}
    page.evaluate(FILL, [written, chosen])
    return written


def unfold(page: Page) -> None:
    """Open the groups of fields that others fill."""
    for summary in page.locator(".saisie__autre:not([open]) > summary").all()[::-1]:
        summary.click()


def shown_on_paper(text: str) -> str:
    """Return a value as paper shows it."""
    return "1er septembre 2026" if text == "2026-09-01" else re.sub(r"\s+", " ", text)


def squeezed(text: str) -> str:
    """Return a text without the spaces that its lines put in it."""
    return re.sub(r"\s+", "", text)


# Presses a button that is shown, by its name, as a click does; says how many times the page printed.
PRINT = """(name) => {
  window.imprime = 0;
  window.print = () => { window.imprime += 1; };
  const [button] = [...document.querySelectorAll(".modele button")].filter((one) => one.checkVisibility() && one.textContent.trim() === name);
  button.focus();
  button.click();
  return window.imprime;
}"""


def file_with(page: Page, button: str) -> bytes:
    """Press a print button and return what is printed, as PDF."""
    assert page.evaluate(PRINT, button) == 1
    file = page.pdf(prefer_css_page_size=True)
    assert page.evaluate("dispatchEvent(new Event('afterprint')); document.body.dataset.imprime ?? null") is None
    return file


def numbered(file: bytes) -> str:
    """Return the text of a PDF whose pages are numbered."""
    pdf = leaves(file)
    text = text_of(pdf)
    assert f"Page {len(pdf)} de {len(pdf)}" in text
    return text


def print_with(page: Page, button: str) -> str:
    """Press a print button and return the text that is printed."""
    return numbered(file_with(page, button))


@pytest.mark.parametrize("id_", FORMS)
def test_a_sheet_fits_its_screen_and_prints_blank_filled_larger_and_with_long_names(id_: str, again: Callable[..., Page], project: Project) -> None:
    page, form = again(f"modeles/{id_}/", width=PAPER), project.formulaires[id_]
    has_the_room_of_a_blank_one(page)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        fits(page, width)
    prints_blank_and_filled(id_, page, project)
    overflows_nowhere_when_larger(page)
    page.get_by_role("button", name="Effacer", exact=True).click()
    wraps_long_names(page, form)


def test_the_forms_filled_by_hand_have_a_field_of_every_kind(project: Project) -> None:
    kinds = {id_: {champ.genre for champ in form.champs} for id_, form in project.formulaires.items()}
    assert set.union(*kinds.values()) == set.union(*(kinds[id_] for id_ in BY_HAND))


def prints_blank_and_filled(id_: str, page: Page, project: Project) -> None:
    """Check what is printed of a sheet that is filled in, with each of its buttons."""
    form = project.formulaires[id_]
    written = fill(page, form) if id_ in BY_HAND else filled(page, form)
    blank = file_with(page, "Imprimer vierge")
    text = numbered(blank)
    assert f"Page 1 de {PAGES.get(id_, 1)}" in text
    assert squeezed(form.titre) in squeezed(text)
    once = [champ for part in sheet(project, id_, date.today()).once for block in part.blocks for champ in block.champs]
    assert all(squeezed(champ.libelle) in squeezed(text) for champ in form.champs if champ not in once)
    assert all(squeezed(note) in squeezed(text) for note in form.notes)
    assert helped(form, text) == [champ.id for champ in form.champs if champ.aide and champ.qui not in STAFF]
    assert least_letters(blank) >= LEAST_LETTERS
    assert not any(
        word in text for word in (NAME, "Deuxième ligne", "septembre 2026", "2026-2027", "✕", "a@b.ca", "Rien n’est envoyé", "Télécharger")
    )
    # What was written is still there for the next print.
    text = squeezed(print_with(page, "Imprimer la feuille"))
    assert all(squeezed(shown_on_paper(value)) in text for value in written.values())
    assert text.count("✕") == sum(champ.genre in ("oui-non", "choix", "cases") for champ in form.champs)
    assert "(facultatif)" not in text
    assert helped(form, text) == []
    assert page.evaluate(CLEAN) == 0


def helped(form: Formulaire, text: str) -> list[str]:
    """Return the fields whose help is printed: that of whom the sheet is given to is on the blank one alone, that of the staff on none."""
    shown = squeezed(text)
    return [champ.id for champ in form.champs if champ.aide and squeezed(french(champ.aide)) in shown]


def overflows_nowhere_when_larger(page: Page) -> None:
    """Check that no value of a sheet that is filled in leaves its frame, once printed as large as the page says."""
    expect(page.get_by_text("à une échelle de 160\u00a0%")).to_be_visible()
    page.set_viewport_size({"width": round(PAPER / LARGER), "height": 900})
    page.emulate_media(media="print")
    assert page.locator(".feuille p").evaluate_all(OVERFLOWING) == []
    page.emulate_media(media="null")
    page.set_viewport_size({"width": 1280, "height": 900})


def wraps_long_names(page: Page, form: Formulaire) -> None:
    """Check that nothing long is clipped on paper, where a sheet takes the smallest letters to hold on one page, nor lost by a worn copier."""

    def long(champ: Champ) -> str:
        return typed(champ) if champ.genre in ("courriel", "date", "telephone") else (f"{LONG} " * 20)[: champ.longueur or 200].strip()

    written = filled(page, form, long)
    file = page.pdf(prefer_css_page_size=True)
    text = squeezed(text_of(leaves(file)))
    assert all(squeezed(shown_on_paper(value)) in text for value in written.values())
    assert helped(form, text) == []
    assert least_letters(file) >= LEAST_LETTERS
    page.emulate_media(media="print")
    wide = "() => [...document.querySelectorAll('.feuille .champ__valeur')].filter((place) => place.scrollWidth > place.clientWidth + 1).length"
    assert page.evaluate(wide) == 0


@pytest.mark.parametrize("id_", FORMS)
def test_nothing_fills_in_another_persons_fields(id_: str, emptied: Callable[..., Page], project: Project) -> None:
    form = project.formulaires[id_]
    query = "&".join(f"{champ.id}=oui&{id_}-{champ.id}=2026-09-01" for champ in form.champs)
    names = [*(str(champ.id) for champ in form.champs), id_, f"modeles-{id_}"]
    kept = f"for (const name of {json.dumps(names)}) for (const store of [localStorage, sessionStorage]) store.setItem(name, 'oui');"
    page = emptied(f"modeles/{id_}/?{query}#{query}", script=kept)
    assert page.evaluate("Object.keys(localStorage).length") == len({*names})
    proposed = sheet(project, id_, date.today()).proposals
    states = page.evaluate(STATES)
    for state in states:
        assert not state["checked"]
        if state["type"] in ("radio", "checkbox"):
            continue
        given = form.par_id[state["champ"]]
        assert state["value"] == "" or (not given.libre and given.id in proposed), state
    assert page.locator(".champ__valeur:not(:empty)").count() == sum(bool(s["value"]) for s in states if s["type"] not in ("radio", "checkbox"))


def test_what_was_written_is_gone_with_the_page(again: Callable[..., Page], listen: Callable[..., None], project: Project) -> None:
    page = again("modeles/consentement/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    listen("request", lambda request: asked.append(request.url))
    fill(page, project.formulaires["consentement"])
    print_with(page, "Imprimer la feuille")
    page.keyboard.press("Escape")
    page.locator("#consentement-enfant").press("Enter")
    assert asked == []
    assert page.url.endswith("modeles/consentement/")
    assert page.evaluate(CLEAN) == 0
    page.reload()
    states = page.evaluate(STATES)
    proposed = {state["champ"] for state in states if state["value"] and state["type"] not in ("radio", "checkbox")}
    # In summer and in September, the year of the return too.
    assert proposed - {"annee-retour"} == {"annee"}
    assert not any(state["checked"] for state in states)
    page.go_back()
    page.go_forward()
    assert page.locator("#consentement-parent").input_value() == ""


def test_leaving_a_sheet_that_holds_something_is_confirmed(again: Callable[..., Page], listen: Callable[..., None]) -> None:
    page = again("modeles/consentement/")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss() if len(asked) == 1 else dialog.accept()

    listen("dialog", answer)
    unfold(page)
    page.locator("#consentement-enfant").press_sequentially("Léa")
    page.locator(".md-logo:visible").first.click()
    expect(page.locator("#consentement-enfant")).to_have_value("Léa")
    page.reload()
    assert asked == ["beforeunload"] * 2
    expect(page.locator("#consentement-enfant")).to_have_value("")
    page.locator("#consentement-enfant").press_sequentially("L")
    page.get_by_role("button", name="Effacer", exact=True).click()
    page.reload()
    assert asked == ["beforeunload"] * 2


BROUGHT_BACK = "for (const sign of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(sign, { persisted: true }))"


@pytest.mark.parametrize(
    ("path", "field", "told"),
    [
        ("consentement", "#consentement-enfant", ".modele__etat"),
        ("classe", "#classe-texte", ".classe"),
        # What is the same for all, without a list.
        ("classe", "#commun-direction-presentation-plateforme", ".classe"),
    ],
)
def test_a_page_brought_back_says_that_what_it_held_is_erased(path: str, field: str, told: str, again: Callable[..., Page]) -> None:
    page = again(f"modeles/{path}/")
    sentence = page.locator(told).get_by_text("Vous aviez quitté cette page\u00a0: ce que vous y aviez écrit est effacé.")
    page.evaluate(BROUGHT_BACK)
    expect(sentence).to_have_count(0)
    page.locator("details.saisie__autre").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    # The field of a document that is not chosen is not shown.
    page.locator('[name="document"]').evaluate_all("(all) => all.forEach((one) => one.checked || one.click())")
    page.locator(field).fill("Léa")
    # One comes back to where one was writing.
    page.locator(field).evaluate("(one) => one.scrollIntoView({ block: 'center' })")
    page.evaluate(BROUGHT_BACK)
    expect(sentence).to_be_in_viewport()
    expect(page.locator(field)).to_have_value("")


def test_the_consent_is_filled_by_keyboard_alone(again: Callable[..., Page], project: Project) -> None:
    page = again("modeles/consentement/")
    page.get_by_label("Nom de l’enfant").focus()
    order = []
    for _ in range(40):
        control = page.evaluate("() => document.activeElement.closest('[data-champ]')?.dataset.champ ?? document.activeElement.localName")
        if control == "summary":
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            continue
        if control not in project.formulaires["consentement"].par_id:
            break
        if not order or order[-1] != control:
            order.append(control)
        genre = project.formulaires["consentement"].par_id[control].genre
        if page.evaluate("() => document.activeElement.tagName") == "BUTTON":
            pass
        elif genre == "oui-non":
            page.keyboard.press("Space")
        elif genre == "date":
            page.keyboard.type("2026")
        else:
            page.keyboard.type("x" if control != "courriel-retour" else "a@b.ca")
        page.keyboard.press("Tab")
    asked = [champ for champ in sheet(project, "consentement", date.today()).fields if champ.genre != "signature"]
    assert order == [champ.id for who in ("enseignant", "parent") for champ in asked if champ.qui == who]
    assert page.locator(".saisie input:checked").count() == 2
    assert page.locator(".feuille .champ__case--cochee").count() == 2
    assert page.locator("#consentement-courriel-retour").input_value() == "a@b.ca"


def test_an_answer_can_be_taken_back(again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/")
    unfold(page)
    field = page.locator('.saisie [data-champ="autorisation-classe"]')
    expect(field.get_by_role("button")).to_be_hidden()
    field.get_by_label("Oui").check()
    field.get_by_label("Non").check()
    assert field.locator("input:checked").count() == 1
    field.get_by_role("button", name="Effacer ce choix").click()
    assert field.locator("input:checked").count() == 0
    expect(field.get_by_role("button")).to_be_hidden()
    expect(field.locator("input").first).to_be_focused()


def test_what_is_missing_is_said_before_printing(on_day: Callable[..., Page], project: Project) -> None:
    page = on_day("2026-09-30", "modeles/consentement/")
    page.evaluate("() => { window.print = () => { window.imprime = true; }; }")
    page.get_by_role("button", name="Imprimer la feuille").click()
    missing = [
        champ
        for champ in project.formulaires["consentement"].champs
        if champ.qui == "enseignant" and champ.requis and champ.propose not in ("annee-scolaire", "annee-septembre")
    ]
    status = page.get_by_role("status").filter(has_text="champs sont à corriger")
    expect(status).to_contain_text(f"{len(missing)}\u00a0champs sont à corriger")
    expect(status.get_by_role("link")).to_have_count(len(missing))
    expect(page.locator("#consentement-enfant")).to_be_focused()
    for champ in missing:
        control = page.locator(f"#consentement-{champ.id}")
        expect(control).to_have_attribute("aria-invalid", "true")
        described = (control.get_attribute("aria-describedby") or "").split()
        assert f"consentement-{champ.id}-erreur" in described
        expect(page.locator(f"#consentement-{champ.id}-erreur")).to_have_text("Remplissez ce champ.")
    # What another person fills is never asked for here.
    assert page.locator('.saisie [data-qui="parent"] [aria-invalid]').count() == 0
    assert not page.evaluate("window.imprime ?? false")
    page.locator("#consentement-enfant").fill("Léa")
    expect(page.locator("#consentement-enfant")).not_to_have_attribute("aria-invalid", "true")
    status.get_by_role("link", name="Nom de la plateforme").click()
    expect(page.locator("#consentement-plateforme")).to_be_focused()
    page.get_by_role("button", name="Imprimer quand même").click()
    assert page.evaluate("window.imprime")
    assert page.evaluate("document.body.dataset.imprime") == "remplie"


MISSHAPEN = [
    ("courriel-retour", "ecole@", "Cette adresse n’est pas complète. Écrivez-la sous la forme nom@domaine.ca."),
    ("courriel-retour", "a@b", "Cette adresse n’est pas complète. Écrivez-la sous la forme nom@domaine.ca."),
    ("courriel-retour", "ecole exemple.ca", "Cette adresse n’est pas complète. Écrivez-la sous la forme nom@domaine.ca."),
    ("annee", "2026-2027-2028", "Il y a 5\u00a0caractères de trop. Le maximum est de 9."),
    ("jour-retour", "1erx", "Il y a 1\u00a0caractère de trop. Le maximum est de 3."),
    ("jour-retour", "45", "Écrivez un nombre de 1 à 30."),
    ("jour-retour", "0", "Écrivez un nombre de 1 à 30."),
    ("jour-retour", "2er", "Écrivez un nombre de 1 à 30."),
    ("annee-retour", "26", "Écrivez un nombre de 2025 à 2099."),
    ("annee-retour", "2025", "L’année scolaire 2026-2027 commence en 2026. Corrigez l’une de ces deux années."),
    ("annee", "2026-2028", "Une année scolaire va d’une année à la suivante\u00a0: 2026-2027."),
    ("annee", "2026-28", "Une année scolaire va d’une année à la suivante\u00a0: 2026-2027."),
    ("annee", "20262028", "Une année scolaire va d’une année à la suivante\u00a0: 2026-2027."),
]


WELL_SHAPEN = {"courriel-retour": "ecole@exemple.ca", "annee": "2026-2027", "jour-retour": "1er", "annee-retour": "2026"}


def test_what_is_misshapen_is_said_when_the_field_is_left(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-11-22", "modeles/consentement/")
    for champ, written, message in MISSHAPEN:
        control = page.locator(f"#consentement-{champ}")
        expect(page.get_by_role("status").filter(has_text=message)).to_have_count(0)
        expect(control).not_to_have_attribute("aria-invalid", "true")
        control.fill(written)
        control.press("Tab")
        expect(page.locator(f"#consentement-{champ}-erreur")).to_have_text(message)
        expect(page.get_by_role("status").filter(has_text=message)).to_have_count(1)
        expect(control).to_have_attribute("aria-invalid", "true")
        control.fill(WELL_SHAPEN[champ])
        expect(page.locator(f"#consentement-{champ}-erreur")).to_be_empty()
        page.get_by_role("button", name="Effacer", exact=True).click()


def test_the_september_of_another_school_year_is_said_before_printing(on_day: Callable[..., Page]) -> None:
    page = on_day("2031-09-30", "modeles/consentement/")
    september, error = (page.locator(f"#consentement-annee-retour{part}") for part in ("", "-erreur"))
    expect(september).to_have_value("2031")
    page.locator("#consentement-annee").fill("2032-2033")
    page.get_by_role("button", name="Imprimer la feuille").click()
    expect(error).to_have_text("L’année scolaire 2032-2033 commence en 2032. Corrigez l’une de ces deux années.")
    september.fill("2032")
    expect(error).to_be_empty()
    page.locator("#consentement-annee").fill("2033")
    page.get_by_role("button", name="Imprimer la feuille").click()
    expect(error).to_have_text("L’année scolaire 2033 commence en 2033. Corrigez l’une de ces deux années.")


@pytest.mark.parametrize(("day", "proposed"), [("2031-06-30", ""), ("2031-07-01", "2031"), ("2031-09-30", "2031"), ("2031-10-01", "")])
def test_a_september_that_is_over_is_not_proposed(day: str, proposed: str, on_day: Callable[..., Page]) -> None:
    page = on_day(day, "modeles/consentement/")
    expect(page.locator("#consentement-annee-retour")).to_have_value(proposed)
    # Nor is it what one corrects in the files: another school year is.
    expect(page.locator(".modele__autre-annee")).not_to_contain_text("Année du retour ()")


def test_a_page_left_open_takes_back_the_september_that_is_over(on_day: Callable[..., Page]) -> None:
    page = on_day("2031-09-30", "modeles/consentement/")
    september = page.locator("#consentement-annee-retour")
    expect(september).to_have_value("2031")
    page.clock.set_fixed_time("2031-10-01T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(september).to_have_value("")


def test_an_impossible_date_is_said(again: Callable[..., Page]) -> None:
    page = again("modeles/presentation-plateforme/")
    control = page.locator("#presentation-plateforme-date")
    control.focus()
    page.keyboard.press("Backspace")
    control.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#presentation-plateforme-date-erreur")).to_have_text("Cette date n’existe pas. Écrivez l’année, le mois et le jour.")


@pytest.mark.parametrize(("id_", "champ"), [("plainte", "date"), ("demande-acces", "date"), ("refus-retrait", "date")])
def test_a_year_of_two_digits_is_no_date_whoever_writes_it(id_: str, champ: str, again: Callable[..., Page]) -> None:
    page = again(f"modeles/{id_}/")
    unfold(page)
    page.evaluate("() => { window.print = () => { window.imprime = true; }; }")
    control, error = page.locator(f"#{id_}-{champ}"), page.locator(f"#{id_}-{champ}-erreur")
    sentence = "Cette date n’existe pas. Écrivez l’année, le mois et le jour."
    control.fill("0026-09-01")
    control.blur()
    expect(error).to_have_text(sentence)
    page.get_by_role("button", name="Imprimer la feuille").click()
    assert not page.evaluate("window.imprime ?? false")
    expect(page.get_by_role("status").filter(has_text=sentence)).to_have_count(1)
    # It stays free to be empty.
    control.fill("")
    expect(error).to_be_empty()


def test_a_parent_is_told_of_no_mistake_but_in_a_date(again: Callable[..., Page], project: Project) -> None:
    page = again("modeles/refus-retrait/")
    unfold(page)
    page.locator("#refus-retrait-parent").fill("x" * 500)
    page.locator("#refus-retrait-parent").press("Tab")
    assert page.locator('.saisie [data-qui="parent"]:not(:has([type="date"])) .saisie__erreur').count() == 0
    page.get_by_role("button", name="Effacer", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="La feuille est effacée.")).to_have_count(1)
    assert page.locator("#refus-retrait-parent").input_value() == ""


def test_the_day_it_is_read_decides_what_is_proposed(on_day: Callable[..., Page]) -> None:
    page = on_day("2031-02-03", "modeles/confirmation-destruction/")
    values = {champ: page.locator(f"#confirmation-destruction-{champ}").input_value() for champ in ("annee", "limite", "date")}
    assert values == {"annee": "2030-2031", "limite": "2031-06-30", "date": "2031-02-03"}
    # Whoever confirms in summer speaks of the year that ended.
    for day, expected in {"2031-06-30": 2031, "2031-07-02": 2031, "2031-08-31": 2031, "2031-09-01": 2032}.items():
        on_day(day, "modeles/confirmation-destruction/")
        values = [page.locator(f"#confirmation-destruction-{champ}").input_value() for champ in ("annee", "limite")]
        assert values == [f"{expected - 1}-{expected}", f"{expected}-06-30"], day
    on_day("2031-02-03", "modeles/confirmation-destruction/")
    page.locator("#confirmation-destruction-annee").fill("autre")
    page.get_by_role("button", name="Effacer", exact=True).click()
    assert page.locator("#confirmation-destruction-annee").input_value() == "2030-2031"


def test_parts_without_a_signature_follow_one_another_on_paper(again: Callable[..., Page], project: Project) -> None:
    page, form = again("modeles/demande-espace/"), project.formulaires["demande-espace"]
    filled(page, form, lambda champ: "\n".join(["Une ligne."] * 4) if champ.genre == "bloc" else typed(champ))
    pdf = printed(page)
    assert len(pdf) == PAGES["demande-espace"]
    # What is signed is not cut.
    signed = squeezed(pdf[-1].text)
    assert "Décisiondeladirectiongénérale" in signed
    assert "Signaturedudirecteurgénéral" in signed


SIZE = "(sheet) => getComputedStyle(sheet).fontSize"


def test_a_sheet_that_is_slightly_too_long_holds_on_one_page_in_smaller_letters(again: Callable[..., Page], project: Project) -> None:
    page, form = again("modeles/presentation-plateforme/"), project.formulaires["presentation-plateforme"]
    paper = page.locator(".feuille--lettre")
    filled(page, form)
    assert len(printed(page)) == 1
    assert paper.get_attribute("data-corps") is None
    before = paper.evaluate(SIZE)
    filled(page, form, lambda champ: "\n".join(["Une ligne de quelques mots de la classe."] * 11) if champ.genre == "bloc" else typed(champ))
    [leaf] = printed(page)
    assert "Repose sur" in leaf.text
    assert paper.get_attribute("data-corps") is not None
    # The screen knows nothing of it.
    assert paper.evaluate(SIZE) == before
    assert page.locator(".modele__feuille > .feuille").count() == page.locator(".feuille").count()


def test_a_sheet_that_takes_two_pages_in_any_letters_keeps_the_best(again: Callable[..., Page]) -> None:
    page = again("modeles/entente-utilisation/")
    assert len(printed(page)) == PAGES["entente-utilisation"]
    assert page.locator(".feuille").first.get_attribute("data-corps") is None


def test_where_the_rules_of_the_styles_are_hidden_a_sheet_prints_in_the_best_letters(again: Callable[..., Page]) -> None:
    page = again("modeles/demande-autorisation/")
    page.evaluate(
        "Object.defineProperty(CSSStyleSheet.prototype, 'cssRules', { configurable: true, get() { throw new DOMException('', 'SecurityError'); } })"
    )
    # Those in which its room for the hand takes a second page.
    assert [len(printed(page)), page.locator(".feuille").count()] == [2, 1]
    assert page.locator(".feuille").get_attribute("data-corps") is None


@pytest.mark.parametrize("id_", FORMS)
def test_without_javascript_a_sheet_is_filled_and_printed_uncut(id_: str, without_script: Callable[..., Page], project: Project) -> None:
    page, form = without_script(f"modeles/{id_}/"), project.formulaires[id_]
    expect(page.get_by_role("button", name="Imprimer la feuille")).to_have_count(0)
    expect(page.locator(".modele noscript p")).to_be_visible()
    filled(page, form)
    text = squeezed(text_of(printed(page)))
    assert squeezed(NAME)[:12] in text
    assert squeezed(form.titre) in text
    assert "✕" in text or not any(champ.genre in ("oui-non", "choix", "cases") for champ in form.champs)
    page.set_viewport_size({"width": PAPER, "height": 900})
    cuts_no_value(id_, page, project)


def cuts_no_value(id_: str, page: Page, project: Project) -> None:
    """Check that paper cuts no value of a page without scripts, and gives what is made once a page of its own."""
    form = project.formulaires[id_]
    filled(page, form, lambda champ: typed(champ) if champ.genre in ("date", "courriel") else (LONG * 9)[: min(champ.longueur or 80, 80)])
    page.emulate_media(media="print")
    cut = "() => [...document.querySelectorAll('.saisie input[type=text]')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.id)"
    assert page.evaluate(cut) == []
    for part in sheet(project, id_, date.today()).once:
        # The page number, where it stands, then who sends it, then its title.
        [leaf] = [leaf for leaf in printed(page) if squeezed(part.titre or "") in squeezed(leaf.text)]
        assert squeezed(form.titre) not in squeezed(leaf.text.partition(part.titre or "")[0])
        assert all(squeezed(champ.libelle) in squeezed(leaf.text) for block in part.blocks for champ in block.champs)


def test_without_javascript_the_answers_of_all_follow_one_another_on_paper(without_script: Callable[..., Page], project: Project) -> None:
    page = without_script("modeles/consentement/")
    filled(page, project.formulaires["consentement"])
    answers, sheet_ = printed(page)
    assert "Date de la signature" in answers.text
    assert "Repose sur" in sheet_.text


def fits(page: Page, width: int) -> None:
    """Check that a sheet and its fields fit a screen of the width that the page has."""
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    if width == 390:
        # The few fields stand before the sheet, one under the other, each as wide as the page.
        room = page.locator(".saisie").evaluate("(form) => form.clientWidth")
        widths = page.locator(".saisie__groupe :is(input:not([type=radio], [type=checkbox]), textarea)").evaluate_all(
            "(all) => all.map((one) => one.offsetWidth)"
        )
        assert all(abs(found - room) < 2 for found in widths)
        assert page.evaluate(
            "() => document.querySelector('.saisie').getBoundingClientRect().bottom <= document.querySelector('.feuille').getBoundingClientRect().top"
        )


def test_the_sheet_is_white_whatever_the_theme(again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        colours = page.locator(".feuille").evaluate("(sheet) => [getComputedStyle(sheet).backgroundColor, getComputedStyle(sheet).color]")
        assert colours == ["rgb(255, 255, 255)", "rgb(22, 24, 43)"], scheme
    ratio = page.locator(".feuille").evaluate("(sheet) => sheet.offsetHeight / sheet.offsetWidth")
    assert ratio >= 11 / 8.5 - 0.01


def test_paper_is_black_on_white(again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/", dark=True)
    page.emulate_media(media="print", color_scheme="dark")
    seen = "() => [...document.querySelectorAll('.feuille, .feuille *')].filter((one) => one.offsetParent).map((one) => getComputedStyle(one).color)"
    assert {*page.evaluate(seen)} == {"rgb(0, 0, 0)"}


@pytest.mark.parametrize("id_", [*CLOSES])
def test_printed_larger_no_signature_is_alone_on_its_page(id_: str, again: Callable[..., Page], project: Project) -> None:
    page = again(f"modeles/{id_}/")
    for write in (None, typed, lambda champ: ("Quelques mots de la classe. " * 60)[: champ.longueur] if champ.genre == "bloc" else typed(champ)):
        if write:
            filled(page, project.formulaires[id_], write)
        pdf = leaves(page.pdf(prefer_css_page_size=True, scale=LARGER))
        assert CLOSES[id_] in pdf[-1].text


@pytest.mark.parametrize("id_", FORMS)
def test_printed_larger_no_heading_is_alone_on_its_page(id_: str, again: Callable[..., Page], project: Project) -> None:
    page = again(f"modeles/{id_}/")
    form = project.formulaires[id_]
    for write in (None, typed):
        if write:
            filled(page, form, write)
        first, *others = leaves(page.pdf(prefer_css_page_size=True, scale=LARGER))
        assert squeezed(form.titre) in squeezed(first.text)
        # What ends a page is not the little that its head repeats.
        assert all(len(leaf.text.splitlines()) > 5 for leaf in (first, *others))


def test_a_sheet_left_open_has_the_day_on_which_it_is_printed(on_day: Callable[..., Page]) -> None:
    page = on_day("2027-06-30", "modeles/rappel-consentement/")
    page.locator("#rappel-consentement-eleve").fill("Zoé")
    page.clock.set_fixed_time("2027-07-02T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#rappel-consentement-date").input_value() == "2027-07-02"
    assert page.locator('.feuille [data-valeur="date"]').first.text_content() == "2\u00a0juillet\u00a02027"
    assert page.locator("#rappel-consentement-annee").input_value() == "2027-2028"
    # A day that one wrote stays.
    page.locator("#rappel-consentement-date").fill("2027-07-01")
    page.clock.set_fixed_time("2027-07-03T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert page.locator("#rappel-consentement-date").input_value() == "2027-07-01"
    assert page.locator("#rappel-consentement-eleve").input_value() == "Zoé"


def test_files_of_another_school_year_are_told(on_day: Callable[..., Page], site: Path) -> None:
    for form in ("confirmation-destruction", "consentement", "plainte"):
        page = on_day("2031-09-02", f"modeles/{form}/")
        fields = PdfReader(site / "modeles" / f"{form}.pdf").get_fields() or {}
        held = {name: found["/V"] for name, found in fields.items() if name in ("annee", "annee-retour", "limite") and "/V" in found}
        told = page.locator(".modele__autre-annee")
        expect(told).to_be_visible(visible=bool(held))
        said = told.text_content() or ""
        assert all(f"({value})" in said for value in held.values()), (said, held)
        assert said.count("(") == len(held)
        # A school year is not cut at its hyphen, however narrow the page is.
        assert told.locator("span").all_text_contents() == [*held.values()]
        told.evaluate("(place) => { place.style.width = '1px'; }")
        assert told.locator("span").evaluate_all("(all) => all.map((one) => one.getClientRects().length)") == [1] * len(held)
    page.clock.set_fixed_time(f"{build_day()}T12:00:00-05:00")
    page.goto("modeles/consentement/")
    expect(page.locator(".modele__autre-annee")).to_be_hidden()


@pytest.mark.parametrize("id_", [*PAGES])
def test_each_page_after_the_first_says_what_it_is_a_page_of(id_: str, again: Callable[..., Page], project: Project, site: Path) -> None:
    for pdf in (printed(again(f"modeles/{id_}/")), leaves((site / "modeles" / f"{id_}.pdf").read_bytes())):
        assert len(pdf) == PAGES[id_]
        assert [squeezed(leaf.text).count(squeezed(project.formulaires[id_].titre)) for leaf in pdf] == [1] * len(pdf)
        assert not any(squeezed(project.site.nom) in squeezed(leaf.text) for leaf in pdf)


def test_what_is_printed_apart_has_no_page_before_it(again: Callable[..., Page]) -> None:
    page = again("modeles/presentation-plateforme/")
    page.evaluate("document.body.dataset.imprime = 'une-fois'")
    [leaf] = printed(page)
    assert "Validation" in leaf.text


def test_a_value_that_ends_with_a_stop_does_not_double_that_of_its_sentence(again: Callable[..., Page]) -> None:
    page = again("modeles/annonce-changements/")
    page.locator('.saisie [data-champ="moyen"] input').fill("Clic École et courriel.")
    sentence = page.locator(".feuille p", has_text="je communiquerai avec vous")
    expect(sentence).to_contain_text("Clic École et courriel")
    assert "courriel.." not in squeezed(sentence.inner_text().replace("Mode de communication choisi", ""))
    # What nothing follows keeps its own.
    page.locator('.saisie [data-champ="groupe"] input').fill("Groupe de M.")
    expect(page.locator(".feuille p", has_text="Groupe de M.").first).to_be_visible()


def test_what_a_letter_lacks_has_room_for_the_hand(again: Callable[..., Page]) -> None:
    page = again("modeles/presentation-plateforme/", width=PAPER)
    page.locator('.saisie [data-champ="objectifs"] textarea').fill("Échanger.")
    page.emulate_media(media="print")
    lacking, said = (page.locator(f'.feuille [data-champ="{id_}"]').first.bounding_box() or {"height": 0} for id_ in ("description", "objectifs"))
    assert lacking["height"] > said["height"] + 40 > 40


# How high each long answer of a sheet is on paper, by its field.
ROOM = """([mode]) => {
  if (mode) document.body.dataset.imprime = mode;
  dispatchEvent(new Event("beforeprint"));
  const found = [...document.querySelectorAll(".feuille .champ--bloc > .champ__boite")].filter((one) => one.checkVisibility());
  const heights = found.map((one) => [one.parentElement.dataset.champ, Math.round(one.getBoundingClientRect().height)]);
  dispatchEvent(new Event("afterprint"));
  return Object.fromEntries(heights);
}"""


def room(page: Page, mode: str = "") -> dict[str, int]:
    """Return how high each long answer of a sheet is on paper: with a button, or without any, as with Ctrl and P."""
    found: dict[str, int] = page.evaluate(ROOM, [mode])
    return found


def has_the_room_of_a_blank_one(page: Page) -> None:
    """Check that a sheet where nothing is written has on paper the room of a blank one, and all that is proposed."""
    page.emulate_media(media="print")
    signed = page.locator(".feuille").first
    before = signed.get_attribute("class")
    assert room(page) == room(page, "remplie") == room(page, "vierge")
    assert signed.get_attribute("class") == before
    # What is proposed is shown, on paper as on the screen.
    found = page.evaluate(PROPOSED)
    assert found["blank"]
    assert found["shown"] == found["proposed"]
    page.evaluate("delete document.body.dataset.imprime; dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="null")


# As it prints: whether all of it is as blank, how many fields propose something, and how many are shown filled in.
PROPOSED = """() => {
  dispatchEvent(new Event("beforeprint"));
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    blank: all(".feuille").every((one) => one.classList.contains("feuille--vierge")),
    proposed: all(".saisie input:not([type=radio], [type=checkbox])").filter((one) => one.defaultValue).length,
    shown: new Set(all(".feuille [data-valeur]").filter((one) => one.textContent).map((one) => one.dataset.valeur)).size,
  };
}"""


def test_a_form_filled_in_part_has_room_for_the_rest_on_paper_and_on_the_screen(again: Callable[..., Page]) -> None:
    page = again("modeles/plainte/", width=PAPER)
    blank = room(page, "vierge")
    page.locator('.saisie [data-champ="coordonnees"] textarea').fill("Au 418 555-0100.")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        found, high = room(page), room(page, "vierge")
        assert found.pop("coordonnees") < high.pop("coordonnees") / 2
        assert found == high
        assert len(found) == len(blank) - 1 == 2


def rules(file: bytes, scale: int = 4) -> list[float]:
    """Return where the first page of a PDF has lines from side to side, in points from its top."""
    with pypdfium2.PdfDocument(file) as document:
        picture = document[0].render(scale=scale).to_pil().convert("L")
    columns = [picture.crop((x, 0, x + 1, picture.height)).tobytes() for x in range(picture.width // 8, picture.width * 7 // 8, 40)]
    inked = [max(row) < 200 for row in zip(*columns, strict=True)]
    return [y / scale for y, (above, here) in enumerate(pairwise(inked)) if here and not above]


@pytest.mark.parametrize("id_", ["presentation-plateforme", "annonce-changements"])
def test_a_blank_letter_has_all_its_lines_to_write_on(id_: str, again: Callable[..., Page], project: Project) -> None:
    page = again(f"modeles/{id_}/")
    page.evaluate("document.body.dataset.imprime = 'vierge'")
    # The first is that of the heading.
    found = rules(page.pdf(prefer_css_page_size=True))[1:]
    for lines in [champ.lignes or 3 for champ in project.formulaires[id_].champs if champ.genre == "bloc"]:
        block, found = found[:lines], found[lines:]
        assert len(block) == lines
        # Eight millimetres, in points: less is too close for a hand.
        assert all(22 <= below - above <= 23 for above, below in pairwise(block)), block
    assert not found
