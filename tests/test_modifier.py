"""« Modifier cette page » leads to the file that says what the page shows; one setting says where the forge is."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading import load
from macros.rendering.editing import edit_address, home_of
from tests.copie import SMALL, built, changed, copied

FORGE = "https://forge.exemple.ca/ecole/site/edit/main/"


@pytest.mark.parametrize(
    ("page", "home"),
    [
        ("docs/index.md", "docs/index.md"),
        ("docs/encadrements/directive.md", "docs/encadrements/directive.md"),
        ("docs/plateformes/teams.md", "data/plateformes/teams.yml"),
        ("docs/plateformes/index.md", "docs/plateformes/index.md"),
        ("docs/modeles/confirmation.md", "data/formulaires/confirmation.yml"),
        ("docs/autoevaluation/bilan.md", "data/listes/bilan.yml"),
    ],
)
def test_a_page_comes_from_a_file(page: str, home: str) -> None:
    assert home_of(page) == home


def test_each_page_leads_to_its_file(tmp_path: Path) -> None:
    site = built(copied(tmp_path, changed("data/organisations.yml", ("organisations:", f"forge: {FORGE}\norganisations:"))))
    for page, home in (("plateformes/teams", "data/plateformes/teams.yml"), ("encadrements/directive", "docs/encadrements/directive.md")):
        html = (site / page / "index.html").read_text(encoding="utf-8")
        assert f'<a href="{FORGE}{home}">' in html
        assert (SMALL / home).is_file()


def test_without_a_forge_nothing_is_offered(small_root: Path) -> None:
    assert edit_address(load(small_root), "docs/index.md") == ""
