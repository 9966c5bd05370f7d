"""What a reader does: by keyboard, by touch, without JavaScript, on another day."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

CLASSDOJO = {
    "2025-08-23": "Sur autorisation",
    "2025-09-15": "Tolérée",
    "2026-06-30": "Tolérée",
    "2026-07-01": "À clarifier",
    "2026-11-22": "À clarifier",
}


@pytest.mark.parametrize(("day", "status"), CLASSDOJO.items())
def test_status_is_that_of_the_day_it_is_read(day: str, status: str, on_day: Callable[..., Page]) -> None:
    page = on_day(day, "plateformes/classdojo/")
    shown = page.locator(".fiche-statuts .case:visible .statut")
    assert shown.all_inner_texts() == [status, status]
    page.goto("plateformes/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="ClassDojo", exact=True))
    assert row.locator(".case:visible .statut").all_inner_texts() == [status, status]


@pytest.mark.parametrize(("day", "follows"), [("2026-06-30", True), ("2026-07-01", False)])
def test_a_status_that_the_texts_do_not_settle_follows_none(day: str, follows: bool, on_day: Callable[..., Page]) -> None:
    shown = on_day(day, "plateformes/classdojo/").locator(".fiche-statuts .case:visible")
    told = shown.all_inner_texts()
    assert ["Ce statut suit un texte" in one for one in told] == [follows, follows]
    assert ["Posez la question avant de l’utiliser." in one for one in told] == [not follows, not follows]
    assert shown.locator(".statut__point").count() == 2


@pytest.mark.parametrize("path", ["", "plateformes/", "plateformes/classdojo/", "puis-je/affiche/", "situations/applications/"])
def test_with_a_clock_that_is_before_every_status_the_first_day_is_shown_and_named(path: str, on_day: Callable[..., Page]) -> None:
    page = on_day("2024-11-01", path)
    first = page.locator(".porte, .matrice, .fiche-statuts, .affiche, .situation").first
    expect(first.locator("[data-jour]").first).to_have_text(re.compile("au 22\u00a0août\u00a02025$", re.IGNORECASE))
    assert first.locator("[data-du]:visible").count() > 0
    assert page.locator("[data-jour]:visible", has_text="2024").count() == 0


def test_a_timeline_names_no_mark_that_it_does_not_show(on_day: Callable[..., Page]) -> None:
    page = on_day("2060-01-15", "plateformes/classdojo/")
    expect(page.locator(".frise__note")).to_have_text("Voici les mêmes périodes en mots.", use_inner_text=True)
    page = on_day("2024-11-01", "plateformes/classdojo/")
    expect(page.locator(".frise__note")).to_contain_text("marque le 22\u00a0août\u00a02025.", use_inner_text=True)
    expect(page.locator(".frise__aujourdhui").first).not_to_have_attribute("hidden", "")


def test_the_day_is_written_in_french(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-07-01", "plateformes/")
    expect(page.locator(".matrice__jour")).to_have_text("Ce que vous pouvez utiliser au 1er\u00a0juillet\u00a02026")


def test_clauses_of_a_role(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/")
    total = page.locator(".article").count()
    page.get_by_label("Montrer les articles qui concernent").select_option(label="Parents et tuteurs")
    shown = page.locator(".article:visible")
    assert 0 < shown.count() < total
    assert all("parent" in (clause.get_attribute("data-roles") or "").split() for clause in shown.all())
    expect(page.get_by_role("status").filter(has_text="sur")).to_have_text(f"{shown.count()} articles sur {total}")
    page.get_by_label("Montrer les articles qui concernent").select_option(label="Personnel enseignant")
    assert all({"enseignant", "personnel"} & set((c.get_attribute("data-roles") or "").split()) for c in page.locator(".article:visible").all())


def test_a_link_to_a_hidden_clause_shows_it(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/")
    page.get_by_label("Montrer les articles qui concernent").select_option(label="Parents et tuteurs")
    expect(page.locator("#art-5-2")).to_be_hidden()
    page.evaluate("location.hash = '#art-5-2'")
    expect(page.locator("#art-5-2")).to_be_visible()


def test_defined_word_is_explained_on_focus_and_hover(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/")
    word = page.locator(".terme").first
    bubble = page.get_by_role("tooltip")
    word.focus()
    expect(bubble).to_be_visible()
    described = page.locator(f"#{word.get_attribute('aria-describedby')}")
    name = str(word.get_attribute("data-infobulle"))
    written = page.locator("[data-infobulles]").evaluate("(one, name) => one.content.getElementById(name).textContent", name)
    assert described.text_content() == written != ""
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    assert word.get_attribute("aria-describedby") is None
    word.hover()
    expect(bubble).to_be_visible()
    bubble.hover()
    page.wait_for_timeout(500)
    expect(bubble).to_be_visible()


def test_every_explanation_shows_beside_its_word(again: Callable[..., Page]) -> None:
    page = again("encadrements/plateformes-apprentissage/", width=390)
    far = page.evaluate(
        """() => [...document.querySelectorAll('[data-infobulle]')].filter((link) => {
            link.scrollIntoView({block: 'center'}); link.focus();
            const word = link.getClientRects()[0], bubble = document.getElementById('infobulle').getBoundingClientRect();
            const beside = bubble.top <= word.bottom + 8 && bubble.bottom >= word.top - 8;
            return !(beside && bubble.left >= 0 && bubble.right <= innerWidth && bubble.height > 20);
        }).map((link) => link.outerHTML)"""
    )
    assert far == []


def test_defined_word_is_explained_on_touch(new_page: Callable[..., Page]) -> None:
    page = new_page("encadrements/directive/", width=390, has_touch=True, is_mobile=True)
    word = page.locator(".terme").first
    word.tap()
    bubble = page.get_by_role("tooltip")
    expect(bubble).to_be_visible()
    assert "/glossaire/" not in page.url
    box = bubble.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_copy_the_link_of_a_clause(new_page: Callable[..., Page]) -> None:
    page = new_page("encadrements/directive/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#art-5-9 .headerlink").click()
    expect(page.get_by_text("Lien copié")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/encadrements/directive/#art-5-9")


def test_each_page_says_of_which_day_it_is(again: Callable[..., Page]) -> None:
    assert re.search(r"Version du \d{1,2}(er)?\s\w+\s\d{4}\.", again("plateformes/").locator(".pied__mention").inner_text())


def test_software_filter_ignores_accents(again: Callable[..., Page]) -> None:
    page = again("transparence/logiciels/")
    page.get_by_label("Trouver un logiciel").fill("geobus")
    assert page.locator(".logiciels li:visible").all_inner_texts() == ["Géobus"]
    expect(page.locator(".logiciels output")).to_have_text("1 logiciel")
    page.get_by_label("Trouver un logiciel").fill("xyz")
    expect(page.locator(".logiciels output")).to_have_text("Aucun logiciel trouvé")


def test_paper_says_what_the_software_was_filtered_by(again: Callable[..., Page]) -> None:
    page = again("transparence/logiciels/")
    page.emulate_media(media="print")
    expect(page.locator(".logiciels form")).to_be_hidden()
    page.get_by_label("Trouver un logiciel").evaluate("(field) => { field.value = 'geobus'; field.dispatchEvent(new InputEvent('input')); }")
    expect(page.locator(".logiciels form")).to_contain_text("1 logiciel")
    expect(page.locator(".logiciels form")).to_be_visible()


# Counts how many times a status is written, which a screen reader says each time.
WRITTEN = """(status) => {
  window.written = 0;
  new MutationObserver(() => { window.written += 1; }).observe(status, { childList: true, characterData: true, subtree: true });
}"""


def test_the_count_of_a_filter_is_said_again_only_when_it_changes(again: Callable[..., Page]) -> None:
    page = again("transparence/logiciels/")
    field = page.get_by_label("Trouver un logiciel")
    page.locator(".logiciels output").evaluate(WRITTEN)
    field.fill("xyz")
    field.fill("xyzz")
    field.fill("xyzzy")
    assert page.evaluate("new Promise((done) => setTimeout(() => done(window.written)))") == 1


def test_menu_by_keyboard(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/", width=390)
    menu = page.get_by_role("navigation", name="Navigation")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(menu).not_to_be_in_viewport()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.menu')"):
            break
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('#menu-du-site') !== null")
    for key in [*["Shift+Tab"] * 3, *["Tab"] * 60]:
        page.keyboard.press(key)
        # Past its end, what the keyboard reaches is the browser's own, whose page has nothing in focus: never what the menu covers.
        assert page.evaluate("document.activeElement === document.body || document.activeElement.closest('#menu-du-site') !== null")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_everything_focused_is_visible(width: int, again: Callable[..., Page]) -> None:
    page = again("encadrements/note-de-service/", width=width, reduced_motion="reduce")
    seen = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        # What the focus moves has moved once it is drawn.
        focused = page.evaluate(
            """async () => {
            for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
            const e = document.activeElement; const r = e.getBoundingClientRect(); const s = getComputedStyle(e);
            const x = Math.min(Math.max(r.left + r.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(r.top + r.height / 2, 0), innerHeight - 1);
            const top = document.elementFromPoint(x, y);
            return {tag: e.tagName, html: e.outerHTML.slice(0, 120), visible: r.width > 1 && r.height > 1 && s.visibility === 'visible',
                    covered: !(top && (e.contains(top) || top.contains(e))), outline: s.outlineStyle !== 'none' || s.boxShadow !== 'none'}; }"""
        )
        if focused["tag"] == "BODY":
            break
        seen.add(focused["html"])
        assert focused["visible"], focused
        assert not focused["covered"], focused
        assert focused["outline"], focused
    assert len(seen) > 20


def test_search_by_keyboard(again: Callable[..., Page]) -> None:
    page = again("")
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("destruction")
    first = page.locator(".recherche__lien").first
    first.wait_for()
    expect(page.locator(".recherche__etat")).to_have_attribute("role", "status")
    expect(page.locator(".recherche__etat")).to_contain_text("résultat")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.recherche__lien')"):
            break
    expect(page.locator(".recherche__lien:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/encadrements/|/plateformes/|/situations/"))


def test_skip_link_is_first_and_leads_to_the_content(again: Callable[..., Page]) -> None:
    for path in ("", "glossaire/", "encadrements/directive/", "calendrier/"):
        page = again(path)
        page.keyboard.press("Tab")
        # The only one: the theme's own leads past the title.
        expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "contenu"


def test_home_groups_by_status_of_the_day(on_day: Callable[..., Page]) -> None:
    page = on_day("2025-09-15")
    tolerated = page.locator(".porte__public").first.locator(".puces:visible").filter(has_text="Tolérée")
    assert [" ".join(text.split()) for text in tolerated.get_by_role("link").all_inner_texts()] == ["ClassDojo , à clarifier ?"]
    page.clock.set_fixed_time("2026-11-22T08:00:00-05:00")
    page.reload()
    expect(page.locator(".puces:visible").filter(has_text="Tolérée")).to_have_count(0)


def test_escape_goes_from_results_to_field(again: Callable[..., Page]) -> None:
    page = again("")
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("photo")
    page.locator(".recherche__lien").first.wait_for()
    page.locator(".recherche__lien").first.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("textbox", name="Rechercher")).to_be_focused()


def test_theme_is_kept_only_when_chosen(emptied: Callable[..., Page]) -> None:
    page = emptied("", dark=True)
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    assert page.evaluate(scheme) == "slate"
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Thème sombre").click()
    assert page.evaluate(scheme) == "default"
    page.reload()
    assert page.evaluate(scheme) == "default"
    assert page.evaluate("localStorage.length") == 1


@pytest.mark.parametrize("path", ["", "encadrements/directive/", "plateformes/classdojo/", "encadrements/articles/", "transparence/logiciels/"])
def test_without_javascript_all_content_reads(path: str, again: Callable[..., Page], without_script: Callable[..., Page]) -> None:
    page = again(path)
    # Only what a script offers by itself may be missing.
    page.evaluate("document.querySelectorAll('article form, .puis-je__cadre').forEach((part) => part.remove())")
    with_script, without = (set(re.findall(r"\w{4,}", read.locator("article").inner_text())) for read in (page, without_script(path)))
    assert with_script - without == set()


def test_without_javascript_the_menu_and_the_index_lead_everywhere(without_script: Callable[..., Page]) -> None:
    page = without_script(width=390)
    page.locator(".menu-sans-script").click()
    menu = page.locator("#menu-du-site")
    menu.locator("summary", has_text="Les textes").click()
    menu.get_by_role("link", name="Index des articles").click()
    page.get_by_role("link", name=re.compile("^5.9 ")).click()
    assert page.url.endswith("/encadrements/directive/#art-5-9")


def test_page_not_found_is_in_french(again: Callable[..., Page]) -> None:
    page = again("404.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cette page n’existe pas")
    assert page.locator("html").get_attribute("lang") == "fr-CA"
