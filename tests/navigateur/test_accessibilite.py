"""Every page, light and dark, wide and narrow: nothing forbidden done, nothing stored, nothing beyond the edge; no axe violation.

axe reads the pages that together hold each element of all the pages, where it stands: what another page has too is read there. What stands
around their content is read on the few of them that together hold each element of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.copie import FROZEN
from tests.navigateur.axe import COLOURS, FRAME, axe, violations, violations_shown
from tests.navigateur.conftest import Tabs
from tests.navigateur.shapes import different, framed, shapes
from tools.visit import MOST_SCREENS, PHONE

# Each width and each palette once: the palette does not change with the width.
LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (390, "dark")]


def pages() -> list[str]:
    """Return the addresses of all the pages, from their sources."""
    sources = sorted(path.relative_to(FROZEN / "docs").with_suffix("").as_posix() for path in (FROZEN / "docs").rglob("*.md"))
    return [(source.removesuffix("index") + ("" if source.endswith("index") else "/")).lstrip("/") for source in sources] + ["404.html"]


@pytest.fixture(scope="module", autouse=True)
def read_by_axe(tabs: Tabs) -> None:
    """The pages of the tab of this file have axe as they open: it costs less than to give it to each."""
    tabs.tab().page.add_init_script(axe())


# Waits until nothing moves nor changes colour.
AT_REST = "() => Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => {})"


# How wide and how tall a page is, and whether it is that of a text, which is as long as it is.
SIZE = """() => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return [scrollWidth, scrollHeight, document.querySelector(".entete") !== null];
}"""


# The pages that are also seen on the narrowest screen, with letters twice as large.
LARGE = {
    *("", "404.html", "puis-je/", "puis-je/affiche/", "situations/", "situations/applications/", "plateformes/", "plateformes/teams/"),
    *("plateformes/autre-page-facebook/", "modeles/", "modeles/presentation-plateforme/", "modeles/consentement/", "modeles/classe/"),
    *("calendrier/", "contacts/", "autoevaluation/", "autoevaluation/classe/", "autoevaluation/comparer/", "encadrements/"),
    *("encadrements/articles/", "encadrements/directive/", "encadrements/confidentialite/", "encadrements/note-de-service/", "avis/"),
    *("points-a-clarifier/", "glossaire/", "transparence/", "transparence/logiciels/", "transparence/tracabilite/", "donnees/"),
}


# Unfolds all, makes letters twice as large, and says how wide it all is once it is drawn and what follows its size did.
LARGER = """async () => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  document.documentElement.style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return document.documentElement.scrollWidth;
}"""


def with_large_letters(page: Page) -> None:
    """Check that a page, all unfolded, is not wider than a narrow screen whose letters are twice as large."""
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate(LARGER) == 320, page.url


def test_each_page_seen_with_large_letters_is_there() -> None:
    assert {*pages()} >= LARGE


@pytest.mark.parametrize("path", pages())
def test_no_violation_and_nothing_stored(path: str, site: Path, again: Callable[..., Page]) -> None:
    page = again(path, reduced_motion="reduce")
    read, around = path in different(site), [] if path in framed(site) else FRAME
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert not read or violations_shown(page, but=around) == [], f"{path} {width} {scheme}"
        wide, tall, is_text = page.evaluate(SIZE)
        assert wide <= width, f"{path} {width}"
        assert width > PHONE["width"] or is_text or tall / PHONE["height"] <= MOST_SCREENS, path
    if path in LARGE:
        with_large_letters(page)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_each_element_is_on_a_page_that_axe_reads(site: Path) -> None:
    chosen, found = different(site), {address: page.found for address, page in shapes(site).items()}
    assert {"", "404.html", "puis-je/"} <= chosen < {*pages()} == found.keys()
    assert set().union(*found.values()) == set().union(*(found[address] for address in chosen))
    assert all(len(elements) > 50 for elements in found.values())


def test_each_element_around_the_content_is_on_a_page_whose_whole_axe_reads(site: Path) -> None:
    frames = {address: page.frame for address, page in shapes(site).items()}
    assert framed(site) <= different(site)
    assert set().union(*frames.values()) == set().union(*(frames[address] for address in framed(site)))
    assert all(len(elements) > 30 for elements in frames.values())


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_search_open(width: int, scheme: str, again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/", width=width, dark=scheme == "dark", reduced_motion="reduce")
    if width < 960:
        page.get_by_role("button", name="Rechercher").click()
    page.get_by_role("textbox", name="Rechercher").press_sequentially("photo")
    page.locator(".recherche__lien").first.wait_for()
    page.evaluate(AT_REST)
    # The page is out of reach behind.
    assert violations(page, but=[".md-container"]) == []


@pytest.mark.parametrize("path", ["", "encadrements/directive/"])
def test_menu_open(path: str, again: Callable[..., Page]) -> None:
    page = again(path, width=390, reduced_motion="reduce")
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Navigation")).to_be_in_viewport()
    page.evaluate(AT_REST)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, only=COLOURS) == []


@pytest.mark.parametrize("path", ["encadrements/directive/", "plateformes/classdojo/", "points-a-clarifier/"])
def test_everything_unfolded(path: str, again: Callable[..., Page]) -> None:
    page, around = again(path, reduced_motion="reduce"), [] if path == "encadrements/directive/" else FRAME
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    assert violations(page, but=around) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, but=around, only=COLOURS) == []


def test_the_header_holds_on_a_narrow_screen_whose_letters_are_twice_as_large(again: Callable[..., Page]) -> None:
    page = again("", width=320)
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    parts = page.locator(".md-header__button:visible, .md-header__title").all()
    assert max(box["x"] + box["width"] for part in parts if (box := part.bounding_box())) <= 320


def test_the_tabs_are_all_in_sight_whose_letters_are_twice_as_large(again: Callable[..., Page]) -> None:
    page = again("")
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    width = page.evaluate("innerWidth")
    tabs = page.locator(".onglets a").all()
    assert len(tabs) > 4
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for tab in tabs if (box := tab.bounding_box()))


def test_the_tab_of_where_one_is_says_so(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/")
    expect(page.locator(".onglets [aria-current]")).to_have_text(page.locator(".menu-du-site__section--ici summary").inner_text().strip())


ANSWERED = "puis-je/#plateforme={}&destinataire=parents&contenu=realisation-ou-photo"


@pytest.mark.parametrize("path", [ANSWERED.format("teams"), ANSWERED.format("texto")])
def test_no_answer_is_wider_than_a_narrow_screen_whose_letters_are_twice_as_large(path: str, again: Callable[..., Page]) -> None:
    page = again(path, width=320)
    expect(page.locator(".puis-je__resultat .reponse__verdict")).to_be_visible()
    with_large_letters(page)


def test_what_leads_around_is_large_enough_to_be_aimed_at(again: Callable[..., Page]) -> None:
    targets = again("encadrements/directive/").locator(":is(.onglets a, .sommaire a, .menu-du-site a):visible")
    sizes = targets.evaluate_all("(all) => all.map((target) => target.getBoundingClientRect().height)")
    assert len(sizes) > 10
    assert min(sizes) >= 24


def test_the_sign_that_links_to_a_part_is_large_enough_to_be_aimed_at(again: Callable[..., Page]) -> None:
    for path in ("points-a-clarifier/", "encadrements/directive/", "puis-je/"):
        sizes = (
            again(path, width=390)
            .locator(".headerlink:visible")
            .evaluate_all("(all) => all.map((sign) => Math.min(sign.offsetWidth, sign.offsetHeight))")
        )
        assert sizes
        assert min(sizes) >= 24, path


HEAD = """() => {
  scrollTo(0, 1000);
  const below = document.querySelector(".md-header").getBoundingClientRect().bottom;
  return [below, parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)];
}"""


def test_the_header_never_covers_what_the_keyboard_reaches(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/")
    # A narrower window holds as much as one whose letters are larger: 160 pixels, as 320 in letters twice as large.
    for width in (1280, 640, 390, 320, 270, 195, 160):
        page.set_viewport_size({"width": width, "height": 600})
        below, kept = page.evaluate(HEAD)
        assert below <= kept, width


# What a reader may ask of letters, lines and paragraphs, by WCAG 1.4.12; how far down what stays in sight then goes, and what is kept for it.
SPACED = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(style);
}"""
BELOW_THE_HEAD = """() => {
  const tall = (selector) => document.querySelector(selector).offsetHeight;
  const kept = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const more = parseFloat(getComputedStyle(document.querySelector(".reponse__corps a")).scrollMarginTop);
  return { header: [tall(".md-header"), kept], answer: [48 + tall(".reponse__tete"), kept + more] };
}"""


@pytest.mark.parametrize("width", [390, 360, 320])
def test_spaced_text_has_nothing_that_the_keyboard_reaches_covered(width: int, again: Callable[..., Page]) -> None:
    page = again(ANSWERED.format("mozaik").replace("realisation-ou-photo", "renseignement-personnel"), width=width)
    expect(page.locator(".reponse__tete")).to_be_visible()
    page.evaluate(SPACED)
    for part, (below, kept) in page.evaluate(BELOW_THE_HEAD).items():
        assert below <= kept, part


VERDICT_STUCK = """async () => {
  const head = document.querySelector(".reponse__tete");
  scrollTo(0, scrollY + head.getBoundingClientRect().bottom);
  await new Promise(requestAnimationFrame);
  const words = document.createRange();
  words.selectNodeContents(head.querySelector(".verdict"));
  return [document.querySelector(".md-header").offsetHeight, Math.ceil(words.getBoundingClientRect().top), head.getBoundingClientRect().top];
}"""


@pytest.mark.parametrize("width", [390, 320])
def test_spaced_text_has_its_verdict_read_below_the_header(width: int, again: Callable[..., Page]) -> None:
    page = again(ANSWERED.format("teams"), width=width)
    expect(page.locator(".reponse__tete")).to_be_visible()
    page.evaluate(SPACED)
    header, words, stuck = page.evaluate(VERDICT_STUCK)
    assert stuck == 48
    assert header <= words


COVERED = """(bar) => {
  const { position } = getComputedStyle(bar);
  const kept = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom);
  return [position === "sticky" ? bar.offsetHeight : 0, kept];
}"""


@pytest.mark.parametrize(("path", "bar"), [(ANSWERED.format("teams"), ".puis-je__barre"), ("autoevaluation/classe/", ".avancement")])
def test_the_bar_at_the_foot_never_covers_what_the_keyboard_reaches(path: str, bar: str, again: Callable[..., Page]) -> None:
    page = again(path, width=640)
    expect(page.locator(bar)).to_be_visible()
    for width in (640, 390, 320, 270, 195, 160):
        page.set_viewport_size({"width": width, "height": 600})
        below, kept = page.locator(bar).evaluate(COVERED)
        assert below <= kept, width


def test_the_bar_of_the_answer_is_as_wide_as_a_phone(again: Callable[..., Page]) -> None:
    box = again(ANSWERED.format("teams"), width=360).locator(".puis-je__barre").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 360)


def test_the_menu_is_at_most_as_wide_as_the_screen(again: Callable[..., Page]) -> None:
    page = again("encadrements/directive/", width=195, reduced_motion="reduce")
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("button", name="Fermer le menu")).to_be_in_viewport(ratio=1)


# What a screen reader tells by its name.
NAMED = {"image", "table", "button", "link", "textbox", "checkbox", "radio", "combobox", "navigation", "region", "dialog", "heading"}


# Pages that a screen reader is followed on; those where something unfolds.
FOLDED = ["modeles/consentement/", "encadrements/directive/", "points-a-clarifier/"]
SPOKEN = [*FOLDED, "", "modeles/", "plateformes/teams/", "donnees/", "contacts/"]
TITLES = "(all) => all.map((one) => one.textContent.replace(/#$/, '').trim())"


def said(page: Page) -> list[tuple[str, str]]:
    """Return the role of each thing that a screen reader meets, and what it says of it."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [(node["role"]["value"], node["name"]["value"].strip()) for node in tree if not node["ignored"] and "name" in node]


def names(told: list[tuple[str, str]], role: str) -> list[str]:
    """Return what is said of each thing of a role."""
    return [name for one, name in told if one == role]


@pytest.mark.parametrize("path", SPOKEN)
def test_what_a_screen_reader_meets_has_a_name_without_what_is_drawn_beside_it(path: str, again: Callable[..., Page]) -> None:
    page = again(path)
    told = said(page)
    assert len(told) > 50
    assert {role for role, name in told if role in NAMED and not name} == set()
    # The sign of what unfolds is drawn and never said.
    folds = names(told, "DisclosureTriangle")
    assert folds or path not in FOLDED
    assert [name for name in folds if name.endswith(("+", "−"))] == []
    # A title is said without the link that stands beside it.
    titles = names(told, "heading")
    assert "Copier le lien" not in " ".join(titles)
    assert {*page.locator("main :is(h2, h3):visible").evaluate_all(TITLES)} <= {*titles}


def test_each_link_to_a_sheet_says_which_in_a_list_of_links(again: Callable[..., Page]) -> None:
    page = again("modeles/classe/")
    links = [name for name in names(said(page), "link") if name.startswith("Voir la feuille seule")]
    assert len(links) > 3
    assert len({*links}) == len(links)
    # What a box is for is said without the link that stands beside it.
    described = page.locator('[name="document"]').first
    expect(described).not_to_have_accessible_description(re.compile("Voir la feuille"))


@pytest.mark.parametrize("path", ["404.html", "encadrements/directive/", "autoevaluation/classe/"])
def test_the_main_part_of_a_page_is_its_own_content(path: str, again: Callable[..., Page]) -> None:
    page = again(path)
    main = page.get_by_role("main")
    # Who goes to the main part has the title first, not the menu.
    expect(main.get_by_role("heading", level=1)).to_have_count(1)
    assert main.locator(".menu-du-site, .md-sidebar, .md-footer").count() == 0
    expect(main.locator("#contenu")).to_have_count(1)
