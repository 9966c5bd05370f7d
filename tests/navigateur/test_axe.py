"""What axe is asked to leave out is what it need not read: a contrast that is lost is found wherever it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.navigateur.axe import COLOURS, FRAME, violations, violations_shown

# Gives a class of what is shown, one in so many, letters of the colour of the ground.
LOST = """([rank, of]) => {
  const shown = [...document.querySelectorAll("article :is(p, li, td, th, a, span)[class]")]
    .filter((e) => e.checkVisibility({ opacityProperty: true }) && e.getBoundingClientRect().width > 2)
    .filter((e) => [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 1));
  const one = shown[Math.floor((rank * shown.length) / of)];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.${[...one.classList].map((name) => CSS.escape(name)).join(".")} { color: #bbb !important; background: #ccc !important; }`);
  document.adoptedStyleSheets = [sheet];
  return one.outerHTML;
}"""
# A button without a name, for phones alone.
HIDDEN = """() => {
  document.querySelector("article").insertAdjacentHTML("beforeend", '<button class="telephone"></button>');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".telephone { width: 3em; height: 3em; } @media (min-width: 500px) { .telephone { display: none; } }");
  document.adoptedStyleSheets = [sheet];
}"""
TIMES = 3


@pytest.mark.parametrize("path", ["", "plateformes/texto/"])
def test_a_contrast_that_is_lost_is_found(path: str, again: Callable[..., Page]) -> None:
    page = again(path)
    for rank in range(TIMES):
        lost = page.evaluate(LOST, [rank, TIMES])
        assert any(found.startswith("color-contrast") for found in violations(page, but=FRAME, only=COLOURS)), lost


def test_what_shows_at_another_width_is_read_with_every_rule(again: Callable[..., Page]) -> None:
    page = again("glossaire/", reduced_motion="reduce")
    page.evaluate(HIDDEN)
    assert violations_shown(page, but=FRAME) == []
    page.set_viewport_size({"width": 390, "height": 900})
    assert [found.partition(":")[0] for found in violations_shown(page, but=FRAME)] == ["button-name"]


def test_the_rules_of_a_whole_page_are_kept_without_what_stands_around_its_content(again: Callable[..., Page]) -> None:
    page = again("glossaire/")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('.md-footer').insertAdjacentHTML('beforebegin', '<p>hors de tout</p>')")
    page.evaluate("document.querySelector('.md-footer a').outerHTML = '<a href=\"#\"></a>'")
    assert {found.partition(":")[0] for found in violations(page, but=FRAME)} == {"html-has-lang", "region"}
    assert {found.partition(":")[0] for found in violations(page)} == {"html-has-lang", "region", "link-name"}
