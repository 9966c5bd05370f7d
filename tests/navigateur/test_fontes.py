"""The fonts that a page loads: upright, and italic only where words are emphasised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tools.weight import EMPHASIS

PAGES = ["", "encadrements/directive/", "autoevaluation/classe/", "plateformes/courriel/", "glossaire/", "contacts/", "calendrier/", "puis-je/"]
LOADED = "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.woff2'))"


@pytest.mark.parametrize("path", PAGES)
def test_italics_come_for_emphasised_words_alone(path: str, new_page: Callable[..., Page], site: Path) -> None:
    page = new_page(path)
    page.wait_for_load_state("networkidle")
    italic = [name for name in page.evaluate(LOADED) if "italic" in name]
    assert not italic or EMPHASIS.search((site / path / "index.html").read_text(encoding="utf-8"))
