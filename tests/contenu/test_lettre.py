"""The published letter that presents a platform: the address for questions, if the teacher gives one, and one leaf either way."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.papier import printed, text_of
from tools.serving import serving

ADDRESS = "Adresse courriel pour vos questions"


def test_the_letter_gives_the_address_for_questions_or_no_empty_line(site: Path, browser: Browser) -> None:
    with serving(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/modeles/presentation-plateforme/", wait_until="load")
        blank = printed(page)
        page.get_by_label("Nom de la plateforme").first.fill("Teams")
        without = printed(page)
        page.get_by_label(ADDRESS).fill("wanda@exemple.qc.ca")
        given = printed(page)
        page.close()
    letter, *apart = [leaf for leaf in blank if "À remplir" not in leaf.text]
    assert ADDRESS in letter.text
    assert "Nom du membre du personnel" in letter.text
    assert all("Lettre validée" in leaf.text for leaf in apart)
    assert ADDRESS not in text_of(without)
    assert "wanda@exemple.qc.ca" in text_of(given)
    assert len(given) == len(without) == 1
