"""Printed pages: read back from the PDF that the browser makes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from macros.project import Project
from macros.typography import french
from tests.papier import LETTER, printed, text_of


def masthead_of(page: Page) -> str:
    """Return what a printed page begins with."""
    return re.sub(r"^Page 1 de \d+ ", "", text_of(printed(page)))


@pytest.mark.parametrize("path", ["", "encadrements/directive/", "plateformes/classdojo/", "plateformes/", "transparence/", "glossaire/"])
def test_a_printed_page_is_a_document(path: str, new_page: Callable[..., Page], project: Project) -> None:
    page = new_page(path, dark=True)
    title = page.get_by_role("heading", level=1).inner_text()
    pdf = printed(page)
    text = text_of(pdf)
    assert {leaf.size for leaf in pdf} == {LETTER}
    assert project.site.nom in text
    assert re.search(r"version du \d{1,2}(er)? \w+ \d{4}", text)
    assert " ".join(title.split()) in text
    for number, sheet in enumerate(pdf, 1):
        assert f"Page {number} de {len(pdf)}" in sheet.text.replace("\u00a0", " ")
    assert " ".join(page.locator(".pied__sections").all_inner_texts()[0].split()) not in " ".join(text.split())
    assert "Sur cette page" not in text


def test_print_is_black_on_white(new_page: Callable[..., Page]) -> None:
    page = new_page("plateformes/classdojo/", dark=True)
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('article p, article h2, article a, article .statut')].filter((e) => e.offsetParent)"
    colors = page.evaluate(f"{shown}.map((e) => getComputedStyle(e).color)")
    assert set(colors) == {"rgb(0, 0, 0)"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_no_row_is_cut_in_two(new_page: Callable[..., Page]) -> None:
    page = new_page("encadrements/note-de-service/")
    page.emulate_media(media="print")
    breaks = page.evaluate("[...document.querySelectorAll('tr')].map((row) => getComputedStyle(row).breakInside)")
    assert set(breaks) == {"avoid"}


def test_all_clauses_are_printed(new_page: Callable[..., Page], project: Project) -> None:
    text = text_of(printed(new_page("encadrements/directive/")))
    for clause in project.clauses["directive"]:
        assert " ".join(french(clause.heading).replace("\u00a0", " ").split()) in text


FOLDS = "[...document.querySelectorAll('article details')].map((fold) => fold.open)"


def test_what_is_folded_prints_as_its_title(new_page: Callable[..., Page], project: Project) -> None:
    page = new_page("encadrements/directive/")
    folds = page.evaluate(FOLDS)
    points = [point for point in project.contradictions if any(p.article.startswith("directive/") for p in point.positions)]
    text = text_of(printed(page))
    assert folds
    assert not any(folds)
    assert points
    for point in points:
        assert point.entre_temps.replace("\u00a0", " ") not in text
    assert "voir la page « Points à clarifier »" in text
    assert page.evaluate(FOLDS) == folds


def test_what_is_open_prints_open(new_page: Callable[..., Page]) -> None:
    page = new_page("plateformes/classdojo/")
    quotes = page.locator("details.citation")
    quotes.first.locator("summary").click()
    folds = page.evaluate(FOLDS)
    for _ in range(2):
        text = text_of(printed(page))
        assert text.count("Lire l’article dans son texte") == 1
        for title in quotes.locator("summary").all_inner_texts():
            assert " ".join(title.split()) in text
        assert page.evaluate(FOLDS) == folds


@pytest.mark.parametrize(
    ("document", "nature"),
    [
        ("directive", "Directive · Entrée en vigueur : 22 août 2025"),
        ("note-de-service", "Note de service · Date de la note : 25 août 2025"),
        ("confidentialite", "Politique · Entrée en vigueur : Le texte de la politique ne donne aucune date."),
        ("plateformes-apprentissage", "Politique · En vigueur : 8 juin 2023"),
        ("medias-sociaux", "Politique · Entrée en vigueur : Au moment où"),
    ],
)
def test_a_text_prints_under_the_name_of_who_adopted_it(document: str, nature: str, new_page: Callable[..., Page], project: Project) -> None:
    organisation = project.organisations[project.documents[document].organisation]
    text = masthead_of(new_page(f"encadrements/{document}/"))
    assert text.startswith(f"{organisation.nom} ({organisation.sigle}) {nature}")
    assert "Édition en langage clair · Communiquer avec les parents et les élèves · version du" in text


@pytest.mark.parametrize("path", ["", "plateformes/", "glossaire/", "encadrements/"])
def test_other_pages_print_under_the_name_of_the_site(path: str, new_page: Callable[..., Page], project: Project) -> None:
    text = masthead_of(new_page(path))
    assert text.startswith(f"{project.site.nom} ({project.site.sigle}) Communiquer avec les parents et les élèves · version du")


def test_each_page_but_the_first_says_what_it_is_part_of(new_page: Callable[..., Page]) -> None:
    line = "Directive · Communiquer avec les parents et les élèves"
    first, *others = [re.sub(r"\s+", " ", sheet.text) for sheet in printed(new_page("encadrements/directive/"))]
    assert line not in first
    assert others
    assert all(line in sheet for sheet in others)


@pytest.mark.parametrize(
    ("path", "most"), [("encadrements/directive/", 10), ("plateformes/classdojo/", 5), ("plateformes/", 2), ("transparence/", 4), ("", 2)]
)
def test_paper_is_not_wasted(path: str, most: int, new_page: Callable[..., Page]) -> None:
    assert len(printed(new_page(path))) <= most


def test_questions_without_an_answer_leave_no_title_on_paper(new_page: Callable[..., Page]) -> None:
    title = "Trois questions, une réponse"
    page = new_page("")
    assert title in page.locator("article").inner_text()
    assert title not in text_of(printed(page))


def test_the_whole_matrix_is_on_one_sheet(new_page: Callable[..., Page], project: Project) -> None:
    sheet = re.sub(r"\s+", " ", printed(new_page("plateformes/"))[0].text)
    for platform in project.plateformes.values():
        assert platform.nom in sheet


@pytest.mark.parametrize("path", ["encadrements/note-de-service/", "donnees/"])
def test_a_table_never_starts_at_the_foot_of_a_page(path: str, new_page: Callable[..., Page]) -> None:
    page = new_page(path)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    headers = ["".join(text.split()) for text in page.locator("article thead").all_inner_texts()]
    assert all(headers)
    for sheet in printed(page):
        text = re.sub(r"Page\d+de\d+", "", re.sub(r"\s", "", sheet.text))
        assert not any(text.endswith(header) for header in headers)


def test_statuses_differ_without_colour(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.emulate_media(media="print")
    borders = {
        tone: page.locator(f".puce[data-ton={tone}] a:visible").first.evaluate("(chip) => parseFloat(getComputedStyle(chip).borderTopWidth)")
        for tone in ("bon", "arret")
    }
    assert borders["arret"] >= 2 * borders["bon"]
