"""The fonts that a page loads: one, whatever it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

PAGES = ["", "encadrements/directive/", "autoevaluation/classe/", "plateformes/courriel/", "glossaire/", "contacts/", "calendrier/", "puis-je/"]
LOADED = "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.woff2'))"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_one_font(path: str, again: Callable[..., Page]) -> None:
    page = again(path)
    page.evaluate("document.fonts.ready.then(() => {})")
    assert len(page.evaluate(LOADED)) == 1
