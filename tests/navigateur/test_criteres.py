"""The criteria of WCAG 2.2 that axe does not read, on a page of each kind, light and dark, wide and narrow; ACCESSIBILITY.md names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.axe import axe, violations
from tests.navigateur.conftest import Tabs
from tests.navigateur.test_accessibilite import ANSWERED, SPACED, pages
from tests.navigateur.test_autoevaluation import answer_all

SCRIPT = Path(__file__).with_name("criteres.mjs")
# A page of each kind that one acts on, as it is once one has acted; the others hold what these do.
KINDS = (
    *("", ANSWERED.format("teams"), "encadrements/directive/", "plateformes/", "calendrier/", "transparence/logiciels/"),
    *("autoevaluation/classe/", "autoevaluation/comparer/", "modeles/consentement/", "modeles/classe/", "404.html"),
)
UNFOLD = "document.querySelectorAll('details').forEach((details) => { details.open = true; })"
WIDE, NARROW, ENLARGED = 1280, 390, 320
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture(scope="module", autouse=True)
def read(tabs: Tabs) -> None:
    """The pages of the tab of this file have what reads them as they open."""
    page = tabs.tab().page
    page.add_init_script(axe())
    page.add_init_script(path=SCRIPT)


def acted(again: Callable[..., Page], path: str) -> Page:
    """Return a page as it is once one has acted on it, all unfolded."""
    page = again(path, reduced_motion="reduce")
    if path == ANSWERED.format("teams"):
        expect(page.locator(".reponse__tete")).to_be_visible()
    if path == "autoevaluation/classe/":
        answer_all(page, "non")
    if path == "modeles/classe/":
        page.get_by_label("Collez la liste").fill("Nom\tPrénom\nTestard\tXéna")
        page.get_by_role("button", name="Lire la liste").click()
    page.evaluate(UNFOLD)
    return page


def focused(page: Page, backward: bool) -> None:
    """Check that what the keyboard reaches is in sight, with a ring that stands out (2.4.7, 2.4.11, 1.4.11)."""
    reached, lost = page.evaluate("(backward) => window.Criteres.lost(backward)", backward)
    assert reached > 5
    assert lost == []


@pytest.mark.parametrize("path", KINDS)
def test_what_no_checker_reads(path: str, again: Callable[..., Page]) -> None:
    page = acted(again, path)
    # A sign typed alone does nothing (2.1.4); what one sees of a control begins or is within its name (2.5.3); nothing moves (2.3.3).
    assert page.evaluate("window.Criteres.keys()") == []
    assert violations(page, only=["label-content-name-mismatch"]) == []
    assert page.evaluate("window.Criteres.moving()") == []
    for scheme, width, backward in (("light", WIDE, False), ("dark", NARROW, True)):
        page.set_viewport_size({"width": width, "height": 700})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        # What bounds a field, and a drawing that stands for words (1.4.11).
        assert page.evaluate("window.Criteres.faint()") == [], scheme
        focused(page, backward)
    # What a reader asks of letters, lines and paragraphs cuts no word, and widens no page (1.4.12, 1.4.10).
    page.evaluate(SPACED)
    for width in (WIDE, NARROW, ENLARGED):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(WIDTH) <= width
        assert page.evaluate("window.Criteres.cut()") == [], width


# A page where each of these is wrong once.
WRONG = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`.essai { display: block; width: 3em; height: 2em; border: 1px solid #ddd; overflow: hidden; white-space: nowrap }
    .essai:focus { outline: none } .essai, main { background: white } p.essai { transition: color 2s !important }`);
  document.adoptedStyleSheets = [style];
  const parts = ["<input class=essai>", "<p class=essai>coupé dans sa boîte</p>", "<button class=essai>x</button>"];
  document.querySelector("main").innerHTML = parts.join("");
  document.addEventListener("keydown", (event) => event.key === "s" && event.preventDefault());
}"""


def test_what_reads_finds_what_is_wrong(again: Callable[..., Page]) -> None:
    page = again("404.html", reduced_motion="reduce")
    page.evaluate(WRONG)
    assert page.evaluate("window.Criteres.keys()") == ["s"]
    assert len(page.evaluate("window.Criteres.faint()")) == 1
    assert [one.partition(":")[0] for one in page.evaluate("window.Criteres.lost(false)")[1]] == ["no ring"] * 2
    assert any("coupé" in one for one in page.evaluate("window.Criteres.cut()"))
    assert len(page.evaluate("window.Criteres.moving()")) == 1


def test_the_search_opens_by_a_key_that_it_shows_and_by_no_sign_alone(again: Callable[..., Page]) -> None:
    page = again("puis-je/", reduced_motion="reduce")
    field = page.get_by_role("textbox", name="Rechercher", exact=True)
    expect(page.locator(".recherche__touche")).to_have_text("Ctrl+K", use_inner_text=True)
    expect(field).to_have_attribute("aria-keyshortcuts", "Control+K Meta+K")
    for key in ("f", "s", "/", "k", "Shift+K", "Alt+k"):
        page.keyboard.press(key)
    expect(field).not_to_be_focused()
    # From a field too, and again once it is open.
    for before in ("#puis-je-recherche", ".recherche__champ"):
        page.locator(before).focus()
        page.keyboard.press("Control+k")
        expect(field).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Meta+k")
    expect(field).to_be_focused()


def test_what_the_keyboard_explains_stays_until_it_leaves(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/", reduced_motion="reduce")
    word, bubble = page.locator(".terme").first, page.get_by_role("tooltip")
    word.focus()
    word.hover()
    page.mouse.move(0, 500)
    page.wait_for_timeout(400)
    expect(bubble).to_be_visible()
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()


# Where one writes, and what a browser is told of it.
WRITTEN = ("input", "textarea")
UNWRITTEN = ("radio", "checkbox", "file", "hidden")


def fields(site: Path, path: str) -> Iterator[tuple[str, str]]:
    """Yield what a page says of each of its fields: its id, and what a browser may fill it in with, by itself or by its form."""
    html = html5lib.parse((site / path / "index.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    closed = {one for form in html.iter("form") if form.get("autocomplete") == "off" for one in form.iter()}
    for one in html.iter():
        if one.tag in WRITTEN and one.get("type") not in UNWRITTEN:
            yield str(one.get("id") or one.get("name")), one.get("autocomplete") or ("off" if one in closed else "")


def test_browsers_know_the_fields_of_the_reader_and_no_other(site: Path) -> None:
    told = {(id_, kept) for path in pages() if path != "404.html" for id_, kept in fields(site, path)}
    own = {id_: kept for id_, kept in told if kept != "off"}
    assert own == {"ecole-nom": "organization", "ecole-expediteur": "name", "ecole-courriel": "email"}
    assert len(told) > 50


# What stands around the content of a page: the links of the tabs, of the menu and of the foot, in their order.
def around(site: Path, path: str) -> list[list[str]]:
    """Return the words of the links of each part that every page has, in their order."""
    file = site / path if path.endswith(".html") else site / path / "index.html"
    html = html5lib.parse(file.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    parts = [one for one in html.iter() if {"onglets", "pied"} & {*(one.get("class") or "").split()}]
    return [[" ".join("".join(link.itertext()).split()) for link in part.iter("a")] for part in parts]


def test_what_helps_stands_in_the_same_order_on_every_page(site: Path) -> None:
    tabs, foot = around(site, "")
    assert "À qui demander" in tabs
    assert "À qui demander" in foot
    assert [path for path in pages() if around(site, path)[0] != tabs or around(site, path)[1][: len(foot)] != foot] == []


def test_each_page_has_a_title_of_its_own_and_its_language(site: Path) -> None:
    files = [site / path if path.endswith(".html") else site / path / "index.html" for path in pages()]
    read = [html5lib.parse(file.read_text(encoding="utf-8"), namespaceHTMLElements=False) for file in files]
    titles = [html.findtext("head/title") for html in read]
    assert all(titles)
    assert len({*titles}) == len(titles)
    assert {html.get("lang") for html in read} == {"fr-CA"}


# How a style or a script asks it; the word alone is one of the texts.
TURNED = re.compile(r"\(\s*(?:min-|max-)?(?:orientation|aspect-ratio)\b|\.orientation\b|orientationchange|deviceorientation", re.IGNORECASE)


def test_no_style_nor_script_asks_how_the_screen_is_turned(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in (".css", ".js")]
    assert len(files) > 10
    assert [path.name for path in files if TURNED.search(path.read_text(encoding="utf-8"))] == []
    assert all(TURNED.search(one) for one in ("@media (orientation:portrait)", "screen.orientation.lock", "addEventListener('orientationchange'"))
