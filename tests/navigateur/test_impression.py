"""Printed pages: read back from the PDF that the browser makes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.project import Project
from macros.typography import french
from tests.navigateur.conftest import Tabs
from tests.papier import LETTER, Leaf, printed, text_of

Paper = Callable[[str], list[Leaf]]


# What titles on paper: what follows each of these begins on the same page.
TITLES = """[...document.querySelectorAll('article :is(h2, h3, caption, p[data-jour], p:has(> [data-jour]), .champs > p, .inventaire__precisions)')]
    .filter((e) => e.checkVisibility({ checkVisibilityCSS: true }) && e.nextElementSibling).map((e) => e.innerText)"""


@pytest.fixture(scope="module")
def titled(tabs: Tabs) -> Callable[[str], tuple[list[str], list[Leaf]]]:
    """Gives the titles of a page of the site on paper, and prints it, once for all the tests of the file; it is dark on the screen."""

    def found(path: str) -> tuple[list[str], list[Leaf]]:
        page = tabs.tab().open(path, dark=True)
        page.emulate_media(media="print")
        return page.evaluate(TITLES), printed(page)

    return cache(found)


@pytest.fixture(scope="module")
def paper(titled: Callable[[str], tuple[list[str], list[Leaf]]]) -> Paper:
    """Prints a page of the site."""
    return lambda path: titled(path)[1]


def said(html: str, start: str, end: str) -> str:
    """Return what the first part of a page between two tags says, but for the links to copy, on one line."""
    part = re.search(f"{start}.*?{end}", html, re.S)
    assert part
    return " ".join(unescape(re.sub("<a class=.?headerlink.*?</a>|<[^>]+>", " ", part[0])).split())


def masthead_of(pdf: list[Leaf]) -> str:
    """Return what a printed page begins with."""
    return re.sub(r"^Page 1 de \d+ ", "", text_of(pdf))


@pytest.mark.parametrize("path", ["", "encadrements/directive/", "plateformes/classdojo/", "plateformes/", "transparence/", "glossaire/"])
def test_a_printed_page_is_a_document(path: str, paper: Paper, project: Project, site: Path) -> None:
    html = (site / path / "index.html").read_text(encoding="utf-8")
    title, foot = (said(html, start, end) for start, end in (("<h1", "</h1>"), ('<ul class="?pied__sections', "</ul>")))
    assert foot
    pdf = paper(path)
    text = text_of(pdf)
    assert {leaf.size for leaf in pdf} == {LETTER}
    assert project.site.nom in text
    assert re.search(r"version du \d{1,2}(er)? \w+ \d{4}", text)
    assert title in text
    for number, sheet in enumerate(pdf, 1):
        assert f"Page {number} de {len(pdf)}" in sheet.text.replace("\u00a0", " ")
    assert foot not in text
    assert "Sur cette page" not in text


def test_print_is_black_on_white(again: Callable[..., Page]) -> None:
    page = again("plateformes/classdojo/", dark=True)
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('article p, article h2, article a, article .statut')].filter((e) => e.offsetParent)"
    colors = page.evaluate(f"{shown}.map((e) => getComputedStyle(e).color)")
    assert set(colors) == {"rgb(0, 0, 0)"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    ("path", "focused"),
    [("autoevaluation/classe/", ".question a"), ("autoevaluation/classe/", "[name=q-autorisation-obtenue]"), ("puis-je/", "[name=contenu]")],
)
def test_what_has_the_focus_is_not_framed_on_paper(path: str, focused: str, again: Callable[..., Page]) -> None:
    page = again(path)
    page.keyboard.press("Tab")
    page.locator(focused).first.focus()
    framed = "[...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).outlineStyle !== 'none').length"
    assert page.evaluate(framed) > 0
    page.emulate_media(media="print")
    assert page.evaluate(framed) == 0


def test_no_row_is_cut_in_two(again: Callable[..., Page]) -> None:
    page = again("encadrements/note-de-service/")
    page.emulate_media(media="print")
    breaks = page.evaluate("[...document.querySelectorAll('tr')].map((row) => getComputedStyle(row).breakInside)")
    assert set(breaks) == {"avoid"}


def test_all_clauses_are_printed(paper: Paper, project: Project) -> None:
    text = text_of(paper("encadrements/directive/"))
    for clause in project.clauses["directive"]:
        assert " ".join(french(clause.heading).replace("\u00a0", " ").split()) in text


FOLDS = "[...document.querySelectorAll('article details')].map((fold) => fold.open)"


def test_what_is_folded_prints_as_its_title(again: Callable[..., Page], project: Project) -> None:
    page = again("encadrements/directive/")
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


def test_what_is_open_prints_open(again: Callable[..., Page]) -> None:
    page = again("plateformes/classdojo/")
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
        ("confidentialite", "Politique · Entrée en vigueur : le texte de la politique ne donne aucune date."),
        ("plateformes-apprentissage", "Politique · En vigueur : 8 juin 2023"),
        ("medias-sociaux", "Politique · Entrée en vigueur : au moment où"),
    ],
)
def test_a_text_prints_under_the_name_of_who_adopted_it(document: str, nature: str, paper: Paper, project: Project) -> None:
    organisation = project.organisations[project.documents[document].organisation]
    text = masthead_of(paper(f"encadrements/{document}/"))
    assert text.startswith(f"{organisation.nom} ({organisation.sigle}) {nature}")
    assert "Édition en langage clair · Communiquer avec les parents et les élèves · version du" in text


@pytest.mark.parametrize("path", ["", "plateformes/", "glossaire/", "encadrements/"])
def test_other_pages_print_under_the_name_of_the_site(path: str, paper: Paper, project: Project) -> None:
    text = masthead_of(paper(path))
    assert text.startswith(f"{project.site.nom} ({project.site.sigle}) Communiquer avec les parents et les élèves · version du")


def test_each_page_but_the_first_says_what_it_is_part_of(paper: Paper) -> None:
    line = "Directive · Communiquer avec les parents et les élèves"
    first, *others = [re.sub(r"\s+", " ", sheet.text) for sheet in paper("encadrements/directive/")]
    assert line not in first
    assert others
    assert all(line in sheet for sheet in others)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        *(("encadrements/directive/", 10), ("plateformes/classdojo/", 5), ("plateformes/", 2), ("transparence/", 4), ("", 2)),
        *(("contacts/", 1), ("encadrements/", 1)),
    ],
)
def test_paper_is_not_wasted(path: str, most: int, paper: Paper) -> None:
    assert len(paper(path)) <= most


@pytest.mark.parametrize("path", ["encadrements/directive/", "encadrements/confidentialite/"])
def test_what_is_on_another_site_is_found_from_paper(path: str, again: Callable[..., Page], paper: Paper) -> None:
    addresses = again(path).locator(":is(.article, .entete) a[href^=http]").evaluate_all("(all) => all.map(({ href }) => href)")
    assert addresses
    text = re.sub(r"\s", "", text_of(paper(path)))
    assert all(address in text for address in addresses)


def test_questions_without_an_answer_leave_no_title_on_paper(again: Callable[..., Page], paper: Paper) -> None:
    title = "Trois questions, une réponse"
    page = again("")
    assert title in page.locator("article").inner_text()
    assert title not in text_of(paper(""))


def test_the_whole_matrix_is_on_one_sheet(paper: Paper, project: Project) -> None:
    sheet = re.sub(r"\s+", " ", paper("plateformes/")[0].text)
    for platform in project.plateformes.values():
        assert platform.nom in sheet


@pytest.mark.parametrize("path", ["encadrements/note-de-service/", "donnees/"])
def test_a_table_never_starts_at_the_foot_of_a_page(path: str, again: Callable[..., Page]) -> None:
    page = again(path)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    headers = ["".join(text.split()) for text in page.locator("article thead").all_inner_texts()]
    assert all(headers)
    for sheet in printed(page):
        text = re.sub(r"Page\d+de\d+", "", re.sub(r"\s", "", sheet.text))
        assert not any(text.endswith(header) for header in headers)


@pytest.mark.parametrize("path", ["donnees/", "transparence/", "transparence/tracabilite/", "puis-je/", "plateformes/"])
def test_no_title_stays_alone_at_the_foot_of_a_page(path: str, titled: Callable[[str], tuple[list[str], list[Leaf]]], site: Path) -> None:
    folder = site / path
    pages = [path, *(f"{path}{each.parent.name}/" for each in folder.glob("*/index.html"))] if path == "plateformes/" else [path]
    for each in pages:
        texts, sheets = titled(each)
        titles = [title for text in texts if (title := "".join(text.split()))]
        assert titles
        for sheet in sheets:
            text = re.sub(r"Page\d+de\d+", "", re.sub(r"\s", "", sheet.text))
            assert [title for title in titles if text.endswith(title)] == [], each


def test_a_table_that_paper_unfolds_begins_under_its_title(again: Callable[..., Page]) -> None:
    page = again("donnees/")
    page.emulate_media(media="print")
    breaks = page.evaluate("[...document.querySelectorAll('article details.pli')].map((fold) => getComputedStyle(fold).breakInside)")
    assert set(breaks) == {"auto"}


def test_a_table_is_cut_between_its_parts_before_it_is_moved_whole(again: Callable[..., Page]) -> None:
    page = again("plateformes/teams/")
    page.emulate_media(media="print")
    breaks = page.evaluate("[...document.querySelectorAll('article tbody + tbody > tr:first-child')].map((row) => getComputedStyle(row).breakBefore)")
    assert set(breaks) == {"auto"}


def test_a_card_that_paper_may_cut_has_no_side_left_open(again: Callable[..., Page]) -> None:
    page = again("plateformes/teams/")
    page.emulate_media(media="print")
    sides = "(cards) => cards.map((card) => getComputedStyle(card)).map((s) => [s.borderLeftWidth, s.borderRightWidth, s.borderBottomWidth])"
    assert page.locator(".fiche-statuts__public").evaluate_all(sides) == [["0px", "0px", "0px"]] * 2


def test_the_last_folded_articles_are_not_alone_on_the_last_page(again: Callable[..., Page]) -> None:
    page = again("plateformes/mparent/")
    page.emulate_media(media="print")
    breaks = page.locator("article .citation").evaluate_all("(folds) => folds.map((fold) => getComputedStyle(fold).breakBefore)")
    assert len(breaks) > 4
    assert breaks == ["auto"] * (len(breaks) - 4) + ["avoid"] * 4


def test_statuses_differ_without_colour(again: Callable[..., Page]) -> None:
    page = again()
    page.emulate_media(media="print")
    borders = {
        tone: page.locator(f".puce[data-ton={tone}] a:visible").first.evaluate("(chip) => parseFloat(getComputedStyle(chip).borderTopWidth)")
        for tone in ("bon", "arret")
    }
    assert borders["arret"] >= 2 * borders["bon"]
