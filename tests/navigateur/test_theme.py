"""The theme's files are those of Material or, where it is not installed, of Zensical: no reader sees by which the site was built."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.copie import frozen
from tests.moteurs import MATERIAL, by
from tools.search_score import ready, search
from tools.serving import serving

# Where each element stands, and how it is drawn.
WORDS = ("color", "fontFamily", "fontSize", "fontWeight", "lineHeight", "textDecoration", "listStyle")
DRAWN = ("display", "visibility", "opacity", "backgroundColor", "border", "boxShadow", "outline", "transform", *WORDS)
LOOK = """(drawn) => [...document.querySelectorAll("body, body *")].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect(), style = getComputedStyle(each);
  return [each.tagName, each.getAttribute("class"), x, y, width, height, ...drawn.map((name) => style[name])].join(" | ");
})"""

# What is out of sight of a list is laid out too, however often it is drawn.
WHOLE = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(".recherche__trouve { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
}"""


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the frozen site, built without Material."""
    project = frozen(tmp_path_factory.mktemp("sans") / "projet")
    done = by("zensical", project, MATERIAL)
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(project / "site") as url:
        yield url


@pytest.fixture(scope="module", params=[390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A tab, on a phone and on a large screen."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, locale="fr-CA", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def seen(page: Page, place: str) -> list[str]:
    """Return how each element of a page is drawn, once it is there in its font."""
    page.goto(place)
    page.evaluate("() => document.fonts.ready")
    return list(page.evaluate(LOOK, DRAWN))


def searched(page: Page, place: str) -> list[str]:
    """Return the same, with a search open and what it found."""
    page.goto(place)
    page.keyboard.press("ControlOrMeta+k")
    search(ready(page), "photo")
    expect(page.locator(".recherche[data-ouverte]")).to_have_count(1)
    page.evaluate(WHOLE)
    return list(page.evaluate(LOOK, DRAWN))


@pytest.mark.long
@pytest.mark.parametrize("path", ["", "encadrements/directive/", "plateformes/", "modeles/consentement/"])
def test_without_material_each_page_looks_the_same(path: str, page: Page, address: str, other: str) -> None:
    look = seen(page, f"{address}/{path}")
    assert len(look) > 100
    assert seen(page, f"{other}/{path}") == look


@pytest.mark.long
def test_without_material_the_search_looks_the_same(page: Page, address: str, other: str) -> None:
    assert searched(page, f"{other}/plateformes/") == searched(page, f"{address}/plateformes/")
