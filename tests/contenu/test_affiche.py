"""The published poster: what a change of the answers or of their reminders may make too long for its sheet."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.papier import LETTER, printed
from tools.serving import serving


def test_the_poster_of_the_day_is_one_letter_sheet(site: Path, browser: Browser) -> None:
    with serving(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/puis-je/affiche/", wait_until="load")
        assert [sheet.size for sheet in printed(page)] == [LETTER]
        page.close()
