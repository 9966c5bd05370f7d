"""The situations: answered by the rules, where the pages say they are."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from macros.model.situations import Situation, ThemeSituations
from macros.project import Project
from macros.rendering.situation_macros import case_rows, every
from tests.plis import whole


@pytest.fixture(scope="module")
def situations(project: Project) -> list[Situation]:
    return [placed.situation for placed in every(project)]


def page(site: Path, address: str) -> str:
    return (site / address.partition("#")[0] / "index.html").read_text(encoding="utf-8")


def test_the_rules_answer_each_case_on_each_day(project: Project, situations: list[Situation]) -> None:
    assert situations
    for situation in situations:
        shown = [*case_rows(project, situation)]
        for day in (date(2025, 8, 22), date(2026, 6, 30), date(2026, 7, 1), date(2030, 1, 1)):
            found = [(row.nom, row.public, content) for row in shown if row.rangee.reponse.en_vigueur(day) for content in row.rangee.contenus]
            assert len(found) == sum(len(cas.destinataires) * len(cas.contenus) for cas in situation.cas), (situation.id, day)


def test_each_is_at_its_address(project: Project, site: Path) -> None:
    for placed in every(project):
        html = page(site, placed.address)
        assert re.search(rf'<h2 id="?{placed.situation.id}"?[ >]', html), placed.address


def test_the_contents_page_leads_to_each(project: Project, site: Path) -> None:
    html = page(site, "situations/")
    for placed in every(project):
        assert placed.address.removeprefix("situations/") in html


def test_a_platform_and_a_clause_lead_to_theirs(site: Path) -> None:
    assert "../../situations/applications/#classdojo-collegue" in page(site, "plateformes/classdojo/")
    assert "../../situations/consentement/#parent-refuse" in whole(site, "encadrements/directive/")


def test_a_text_of_reference_is_marked(site: Path) -> None:
    html = page(site, "situations/eleves/")
    start = html.index('id="demande-ami"')
    block = html[start : html.index("</dl>", start)]
    assert block.index("Texte de référence, qui ne vous oblige pas") < block.index("medias-sociaux/#art-7-2-4")


def test_they_are_published(project: Project, site: Path) -> None:
    published = json.loads((site / "donnees" / "situations.json").read_text(encoding="utf-8"))["themes"]
    assert [theme["id"] for theme in published] == [*project.all(ThemeSituations)]
    addresses = [situation["adresse"] for theme in published for situation in theme["situations"]]
    assert addresses == [placed.address for placed in every(project)]
    first = published[0]["situations"][0]
    assert first["cas"][0] == {
        "plateforme": "autre",
        "nom": "WhatsApp",
        "destinataires": ["parents"],
        "contenus": ["information-generale", "realisation-ou-photo", "renseignement-personnel"],
    }
    assert "verdict" not in first
