"""Nothing moves while a page opens, with scripts or fonts that come late, on a phone and on a large screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
import yaml
from playwright.sync_api import Page, Route

from tools.weight import BUDGET

SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; })).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 100);
})"""

PAINTED = """() => new Promise((done) => {
  new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").forEach(done)).observe({ type: "paint", buffered: true });
})"""

# What Lighthouse still writes « 0.00 ».
STILL = 0.005


def late(route: Route) -> None:
    """Give a script after the first paint."""
    time.sleep(0.3)
    route.continue_()


@pytest.fixture(scope="module")
def slow(same_page: Callable[[str], Page]) -> Page:
    """The one tab of the file, whose scripts come late."""
    page = same_page("about:blank")
    page.route("**/*.js", late)
    return page


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", yaml.safe_load(BUDGET.read_text(encoding="utf-8")))
def test_nothing_moves(path: str, width: int, slow: Page, address: str) -> None:
    slow.goto("about:blank")
    slow.set_viewport_size({"width": width, "height": 844})
    slow.goto(f"{address}/{path}")
    assert slow.evaluate(SHIFTS) < STILL


@dataclass
class Fonts:
    """The fonts of a page, held until one lets them come."""

    held: list[Route] = field(default_factory=list)
    come: bool = False

    def ask(self, route: Route) -> None:
        """Hold a font, or give it."""
        if self.come:
            route.continue_()
        else:
            self.held.append(route)

    def give(self) -> None:
        """Give what was held, and what is asked from then on."""
        self.come = True
        for route in self.held:
            route.continue_()


@pytest.mark.parametrize("path", yaml.safe_load(BUDGET.read_text(encoding="utf-8")))
def test_nothing_moves_when_the_font_comes(path: str, new_page: Callable[..., Page]) -> None:
    page, fonts = new_page("about:blank", width=390), Fonts()
    page.route("**/*.woff2", fonts.ask)
    page.goto(path or ".", wait_until="commit")
    page.evaluate(PAINTED)
    assert fonts.held
    fonts.give()
    page.wait_for_load_state()
    page.evaluate("document.fonts.ready.then(() => {})")
    assert page.evaluate(SHIFTS) < STILL
