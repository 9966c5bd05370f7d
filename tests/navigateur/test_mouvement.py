"""Nothing moves while a page opens, with scripts that come late, on a phone and on a large screen."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
import yaml
from playwright.sync_api import Page, Route

from tools.weight import BUDGET

SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; })).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 100);
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
