"""Every page, light and dark, wide and narrow: nothing forbidden done, nothing stored, nothing beyond the edge; no axe violation.

axe reads the pages that together hold each element of all the pages, where it stands: what another page has too is read there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.copie import FROZEN
from tests.navigateur.shapes import different, shapes
from tools.visit import MOST_SCREENS, PHONE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Each width and each palette once: the palette does not change with the width.
LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (390, "dark")]
AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
RUN = "([within, tags]) => axe.run(within ?? document, {runOnly: tags, resultTypes: ['violations']})"


def pages() -> list[str]:
    """Return the addresses of all the pages, from their sources."""
    sources = sorted(path.relative_to(FROZEN / "docs").with_suffix("").as_posix() for path in (FROZEN / "docs").rglob("*.md"))
    return [(source.removesuffix("index") + ("" if source.endswith("index") else "/")).lstrip("/") for source in sources] + ["404.html"]


@cache
def axe() -> str:
    """Return the script of axe-core, at the version that package.json pins."""
    if not AXE.exists():
        pytest.fail("axe-core is missing. Remedy: run bash tools/scripts.sh install")
    return AXE.read_text(encoding="utf-8")


def violations(page: Page, within: str | None = None) -> list[str]:
    """Return what axe finds wrong in a page as it is now, or in what a selector names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found = page.evaluate(RUN, [within, TAGS])["violations"]
    return [f"{v['id']}: {node['target']} {node['html'][:160]}" for v in found for node in v["nodes"]]


def is_text(page: Page) -> bool:
    """Tell whether a page is that of a text, which is as long as it is."""
    return page.locator(".entete").count() > 0


def screens(page: Page) -> float:
    """Return how many screens of a phone a page fills."""
    return float(page.evaluate("document.documentElement.scrollHeight")) / PHONE["height"]


# The pages that are also seen on the narrowest screen, with letters twice as large.
LARGE = {
    *("", "404.html", "puis-je/", "puis-je/affiche/", "situations/", "situations/applications/", "plateformes/", "plateformes/teams/"),
    *("plateformes/autre-page-facebook/", "modeles/", "modeles/presentation-plateforme/", "modeles/consentement/", "modeles/classe/"),
    *("calendrier/", "contacts/", "autoevaluation/", "autoevaluation/classe/", "autoevaluation/comparer/", "encadrements/"),
    *("encadrements/articles/", "encadrements/directive/", "encadrements/confidentialite/", "encadrements/note-de-service/", "avis/"),
    *("points-a-clarifier/", "glossaire/", "transparence/", "transparence/logiciels/", "transparence/tracabilite/", "donnees/"),
}


def with_large_letters(page: Page) -> None:
    """Check that a page, all unfolded, is not wider than a narrow screen whose letters are twice as large."""
    page.set_viewport_size({"width": 320, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    page.evaluate("document.documentElement.style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`")
    expect(page.locator("html")).to_have_js_property("scrollWidth", 320)


def test_each_page_seen_with_large_letters_is_there() -> None:
    assert {*pages()} >= LARGE


@pytest.mark.parametrize("path", pages())
def test_no_violation_and_nothing_stored(path: str, site: Path, new_page: Callable[..., Page]) -> None:
    page = new_page(path)
    read = path in different(site)
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert not read or violations(page) == [], f"{path} {width} {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} {width}"
        assert width > PHONE["width"] or is_text(page) or screens(page) <= MOST_SCREENS, path
    if path in LARGE:
        with_large_letters(page)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_each_element_is_on_a_page_that_axe_reads(site: Path) -> None:
    chosen, found = different(site), {address: elements for address, (elements, _) in shapes(site).items()}
    assert {"", "404.html", "puis-je/"} <= chosen < {*pages()} == found.keys()
    assert set().union(*found.values()) == set().union(*(found[address] for address in chosen))
    assert all(len(elements) > 50 for elements in found.values())


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_search_open(width: int, scheme: str, new_page: Callable[..., Page]) -> None:
    page = new_page("encadrements/directive/", width=width, dark=scheme == "dark", reduced_motion="reduce")
    if width < 960:
        page.get_by_role("button", name="Rechercher").click()
    page.get_by_role("textbox", name="Rechercher").press_sequentially("photo")
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(400)
    assert violations(page) == []


@pytest.mark.parametrize("path", ["", "encadrements/directive/"])
def test_menu_open(path: str, new_page: Callable[..., Page]) -> None:
    page = new_page(path, width=390, reduced_motion="reduce")
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Navigation")).to_be_in_viewport()
    page.wait_for_timeout(400)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page) == []


@pytest.mark.parametrize("path", ["encadrements/directive/", "plateformes/classdojo/", "points-a-clarifier/"])
def test_everything_unfolded(path: str, new_page: Callable[..., Page]) -> None:
    page = new_page(path)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page) == []


def test_the_header_holds_on_a_narrow_screen_whose_letters_are_twice_as_large(new_page: Callable[..., Page]) -> None:
    page = new_page("", width=320)
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    parts = page.locator(".md-header__button:visible, .md-header__title").all()
    assert max(box["x"] + box["width"] for part in parts if (box := part.bounding_box())) <= 320


ANSWERED = "puis-je/#plateforme={}&destinataire=parents&contenu=realisation-ou-photo"


@pytest.mark.parametrize("path", [ANSWERED.format("teams"), ANSWERED.format("texto")])
def test_no_answer_is_wider_than_a_narrow_screen_whose_letters_are_twice_as_large(path: str, new_page: Callable[..., Page]) -> None:
    page = new_page(path, width=320)
    expect(page.locator(".puis-je__resultat .reponse__verdict")).to_be_visible()
    with_large_letters(page)
