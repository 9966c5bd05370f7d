"""The answers without the helper: the matrix, the rows of each platform's page, the poster; on screen, on other days, on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.days import long_date
from macros.project import Project
from tests.copie import build, changed, copied
from tests.navigateur.conftest import Opener, Tabs, Watch
from tests.navigateur.partage import once
from tests.navigateur.scripts import Scripts
from tests.papier import LETTER, printed
from tools.serving import serving

DAYS = ["2025-08-23", "2025-09-15", "2026-07-01", "2026-11-22"]
# The small project, where some answers change on each of the days but the first, at noon of which its site is built.
REFUSED = "      articles:\n        - directive/2\n"
APPROVED = "      articles:\n        - directive/2.1\n      conditions:\n        - Un compte institutionnel\n"
TEAMS = changed(
    "data/plateformes/teams.yml",
    (REFUSED, f"      au: 2025-09-14\n{REFUSED}    - statut: approuvee\n      du: {DAYS[1]}\n{APPROVED}"),
    (f"      du: {DAYS[2]}\n", f"      du: {DAYS[2]}\n      au: 2026-11-21\n"),
    ("raisons:", f"    - statut: proscrite\n      du: {DAYS[3]}\n{REFUSED}raisons:"),
)
NOON = "1755964800"
Question = tuple[str, str, str]
NewPage = Callable[..., Page]

# What each visible link of the matrix answers: its question, its verdict, its address.
CELLS = """[...document.querySelectorAll('.matrice-reponses td a')].filter((a) => a.checkVisibility()).map((a) => {
    const [, platform, audience, content] = a.href.match(/plateformes\\/([^/]+)\\/#reponse-([^-]+)-(.+)$/);
    return [[platform, audience, content], a.dataset.verdict, a.href, a.innerText];
})"""
# What each visible row of a platform's page answers: audience and contents, verdict, conditions for each content.
ROWS = """[...document.querySelectorAll('.fiche-reponses tbody tr[data-verdict]')].filter((row) => row.checkVisibility()).map((row) => {
    const group = row.closest('tbody');
    const ids = [...group.querySelectorAll('[id]')].filter((e) => e.checkVisibility()).map((e) => e.id);
    return {ids, contents: row.dataset.contenus.split(' '), verdict: row.dataset.verdict, text: row.textContent};
})"""
# What the visible poster answers: names and verdicts of each line, a sign for several cells repeated.
LINES = """[...document.querySelectorAll('.affiche tbody tr')].filter((row) => row.checkVisibility()).map((row) =>
    [[...row.querySelectorAll('[data-plateforme]')].map((e) => e.dataset.plateforme),
     [...row.querySelectorAll('td')].flatMap((cell) => Array(+cell.dataset.cases).fill(cell.dataset.verdict))])"""
# The colours of all that a sheet shows.
COLOURS = """[...new Set([...document.querySelectorAll('.affiche__feuille, .affiche__feuille *')].filter((e) => e.checkVisibility()).flatMap((e) => {
    const s = getComputedStyle(e);
    return [s.color, s.backgroundColor, s.borderTopColor, s.borderBottomColor, s.borderLeftColor, s.borderRightColor, s.fill];
}))]"""


@pytest.fixture(scope="module")
def former_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, as it was built on the first of the days."""
    return once(tmp_path_factory, "ancien", make_former) / "site"


def make_former(folder: Path) -> None:
    """Build the small site as of the first of the days."""
    _, code, said = build(copied(folder, TEAMS), SOURCE_DATE_EPOCH=NOON)
    assert code == 0, said


@pytest.fixture(scope="module")
def former(former_site: Path, browser: Browser, scripts: Scripts) -> Iterator[NewPage]:
    """Opens a page of the small site of the first of the days, read on one of them: `former("2026-07-01", "puis-je/")`."""
    with serving(former_site) as address:
        opener = Opener(browser, Watch(address), scripts)
        tab = Tabs(opener).tab(timezone_id="America/Toronto")
        yield tab.on
        tab.leave()
        opener.close()


@pytest.fixture(scope="module")
def answers(site: Path) -> list[dict[str, Any]]:
    """The published answers of the frozen site."""
    return published(site)


def published(site: Path) -> list[dict[str, Any]]:
    """Return the published answers of a site."""
    found: list[dict[str, Any]] = json.loads((site / "donnees" / "regles.json").read_text(encoding="utf-8"))
    return found


def holding(answers: list[dict[str, Any]], day: str) -> dict[Question, dict[str, Any]]:
    """Return the published answers of a day, by question."""
    of_day = [a for a in answers if a["du"] <= day <= (a["au"] or "9999")]
    return {(a["plateforme"], a["destinataire"], a["contenu"]): a for a in of_day}


def verdicts(answers: list[dict[str, Any]], day: str) -> dict[Question, str]:
    return {question: a["verdict"] for question, a in holding(answers, day).items()}


def cells(page: Page) -> dict[Question, str]:
    """Return the verdicts that the matrix shows; each cell has one, in words too."""
    shown = page.evaluate(CELLS)
    assert len(shown) == len({tuple(question) for question, *_ in shown}) == page.locator(".matrice-reponses tbody td").count()
    assert all(words.strip() for *_, words in shown)
    return {tuple(question): verdict for question, verdict, *_ in shown}


# The matrix


@pytest.mark.parametrize("day", DAYS)
def test_the_answers_are_those_of_the_day_they_are_read(day: str, former: NewPage, former_site: Path) -> None:
    answers = published(former_site)
    page = former(day, "puis-je/")
    assert cells(page) == verdicts(answers, day)
    assert [other for other in DAYS if verdicts(answers, other) == verdicts(answers, day)] == [day]
    expect(page.locator(".matrice-reponses__jour")).to_have_text(f"Au {long_date(date.fromisoformat(day))}")
    for platform in ("teams", "texto"):
        agrees(former(day, f"plateformes/{platform}/"), platform, holding(answers, day))


@pytest.mark.parametrize(("day", "audiences"), [*zip(DAYS, [[], ["Parents"], ["Parents", "Eleves"], ["Parents"]], strict=True)])
def test_what_to_use_instead_may_be_used_on_the_day_it_is_read(day: str, audiences: list[str], former: NewPage) -> None:
    shown = former(day, "plateformes/texto/").locator(".remplacement__public:visible")
    assert [" ".join(text.split()) for text in shown.locator("h3").all_inner_texts()] == audiences
    assert shown.locator("li:visible strong").all_inner_texts() == ["Teams"] * len(audiences)


def test_what_was_answered_before_the_build_is_not_published(
    without_script: NewPage, former: NewPage, answers: list[dict[str, Any]], project: Project
) -> None:
    ended = "[...document.querySelectorAll('.matrice-reponses td a, .fiche-reponses tr')].filter((e) => e.dataset.au < '%s').length"
    day = (date.today() - timedelta(days=7)).isoformat()
    assert any(answer["au"] and answer["au"] < day for answer in answers)
    for path, small in (("puis-je/", "puis-je/"), ("plateformes/classdojo/", "plateformes/teams/")):
        assert without_script(path).evaluate(ended % day) == 0
        assert former(DAYS[0], small).evaluate(ended % day) > 0


def test_with_a_clock_that_is_behind_the_page_shows_the_first_day_that_it_knows(on_day: NewPage, answers: list[dict[str, Any]]) -> None:
    first = date.today() - timedelta(days=7)
    page = on_day(DAYS[0], "puis-je/")
    assert cells(page) == verdicts(answers, first.isoformat())
    expect(page.locator(".matrice-reponses__jour")).to_have_text(f"Au {long_date(first)}")
    agrees(on_day(DAYS[0], "plateformes/classdojo/"), "classdojo", holding(answers, first.isoformat()))


def test_on_a_phone_the_whole_matrix_fits(again: NewPage) -> None:
    page = again("puis-je/", width=390)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        fits_a_phone(page)


def fits_a_phone(page: Page) -> None:
    """Check that nothing of the matrix is beyond the edge, too small to touch or to read."""
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sizes = page.evaluate(
        """[...document.querySelectorAll('.matrice-reponses a')].filter((a) => a.checkVisibility()).map((a) => {
            const box = a.getBoundingClientRect(); return [box.width, box.height, box.left, box.right]; })"""
    )
    assert min(min(width, height) for width, height, *_ in sizes) >= 24
    assert min(left for *_, left, _ in sizes) >= 0
    assert max(right for *_, right in sizes) <= 390
    letters = page.evaluate(
        """[...document.querySelectorAll('.matrice-reponses :is(a, th, dd, li, small, p)')].filter((e) => e.checkVisibility())
            .map((e) => parseFloat(getComputedStyle(e).fontSize))"""
    )
    assert min(letters) >= 11


def test_verdicts_differ_without_colour(again: NewPage) -> None:
    page = again("puis-je/")
    page.emulate_media(media="print")
    looks = page.evaluate(
        """[...document.querySelectorAll('.legende-verdicts .tuile')].map((tile) => { const s = getComputedStyle(tile);
            return [s.borderTopStyle, s.backgroundColor, s.backgroundImage, tile.querySelector('path').getAttribute('d')].join(' '); })"""
    )
    assert len(looks) == len(set(looks)) == 5
    assert len({look.rsplit(" M", 1)[0] for look in looks}) == 5


def test_the_matrix_is_on_one_sheet_with_its_title(again: NewPage, project: Project) -> None:
    (sheet,) = [re.sub(r"\s+", " ", sheet.text) for sheet in printed(again("puis-je/"))]
    names = [platform.usuel.replace("'", "’") for platform in project.plateformes.values()]
    for said in (*names, "Toutes les réponses d’un coup d’œil", "Posez la question avant"):
        assert said in sheet


def test_no_word_of_the_matrix_is_cut_on_paper(again: NewPage) -> None:
    page = again("puis-je/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})  # The width of a Letter sheet between its margins.
    wider = page.evaluate(
        """[...document.querySelectorAll('.matrice-reponses__mot')].flatMap((mot) => mot.innerText.split(/\\s+/).filter((word) => {
            const probe = document.createElement('span'); probe.textContent = word; probe.style.whiteSpace = 'nowrap';
            const box = mot.closest('a, th'); box.append(probe); const width = probe.getBoundingClientRect().width; probe.remove();
            return width > box.clientWidth; }))"""
    )
    assert wider == []


# The platforms' pages


def rows(page: Page) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the rows that a platform's page shows, by audience and content."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in page.evaluate(ROWS):
        for content in row["contents"]:
            (id_,) = (id_ for id_ in row["ids"] if id_.endswith(content))
            key = (id_.split("-")[1], content)
            assert key not in found
            found[key] = row
    return found


def agrees(page: Page, platform: str, published: dict[Question, dict[str, Any]]) -> None:
    """Compare a platform's page with the published answers."""
    found = rows(page)
    assert len(found) == 8
    for (audience, content), row in found.items():
        answer = published[platform, audience, content]
        assert row["verdict"] == answer["verdict"]
        assert [condition for condition in answer["conditions"] if condition["texte"] not in row["text"]] == []


def test_without_javascript_the_matrix_and_each_page_have_the_answers_of_the_build_day(
    without_script: NewPage, project: Project, answers: list[dict[str, Any]]
) -> None:
    published = holding(answers, date.today().isoformat())
    page = without_script("puis-je/")
    assert cells(page) == {question: answer["verdict"] for question, answer in published.items()}
    # Every cell leads to its answer.
    targets: dict[str, set[str]] = {}
    for (platform, audience, content), _, href, _ in page.evaluate(CELLS):
        target, fragment = urldefrag(href)
        assert target.endswith(f"/plateformes/{platform}/")
        assert fragment == f"reponse-{audience}-{content}"
        targets.setdefault(target, set()).add(fragment)
    assert [target.rstrip("/").rpartition("/")[2] for target in targets] == [*project.plateformes]
    for (target, fragments), platform in zip(targets.items(), project.plateformes, strict=True):
        page.goto(target)
        assert set(page.evaluate("[...document.querySelectorAll('.fiche-reponses [id]')].map((e) => e.id)")) == fragments
        agrees(page, platform, published)


def test_a_condition_names_the_contents_that_it_is_for(again: NewPage) -> None:
    page = again("plateformes/teams/")
    table = page.locator(".fiche-reponses table").first
    consent = table.locator("li:visible", has_text="première autorisation")
    expect(consent.locator("strong")).to_have_text("Réalisation ou photo d’un élève :")
    expect(table.locator("li:visible", has_text="Privilégiez une seule").locator("strong")).to_have_count(0)


def test_what_is_folded_on_a_page_of_answers_is_printed(again: NewPage, answers: list[dict[str, Any]]) -> None:
    page = again("plateformes/teams/")
    folded = page.locator(".fiche-reponses details").first.locator("li").first
    assert not folded.is_visible()
    text = re.sub(r"\s+", "", " ".join(sheet.text for sheet in printed(page)))
    for (platform, *_), answer in holding(answers, date.today().isoformat()).items():
        if platform == "teams":
            assert [c for c in answer["conditions"] if re.sub(r"\s+", "", c["texte"]) not in text] == []
    assert not folded.is_visible()


# The poster


@pytest.mark.parametrize("day", DAYS)
def test_the_poster_is_one_letter_sheet_that_names_every_platform(day: str, on_day: NewPage, project: Project) -> None:
    page = on_day(day, "puis-je/affiche/")
    (sheet,) = printed(page)
    text = re.sub(r"\s+", " ", sheet.text)
    assert sheet.size == LETTER
    assert [p.usuel for p in project.plateformes.values() if p.usuel.replace("'", "’") not in text] == []
    assert f"{project.site.nom} ({project.site.sigle})" in text
    assert "Affiche pour la salle du personnel" not in text
    assert "Page 1 de 1" not in text
    assert f"Au {page.locator('.affiche__jour:visible').inner_text()[3:]}".replace("\u00a0", " ") in text.replace("\u00a0", " ")


@pytest.mark.parametrize("day", DAYS)
def test_the_poster_has_the_answers_of_the_day(day: str, on_day: NewPage, project: Project, answers: list[dict[str, Any]]) -> None:
    questions = [(audience, content) for audience in project.mentions["publics"] for content in project.mentions["contenus"]]
    found = {
        (platform, *question): verdict
        for platforms, of_line in on_day(day, "puis-je/affiche/").evaluate(LINES)
        for platform in platforms
        for question, verdict in zip(questions, of_line, strict=True)
    }
    assert found == verdicts(answers, day)


def test_the_poster_is_black_and_white(again: NewPage) -> None:
    page = again("puis-je/affiche/", dark=True)
    for media in ("print", "screen"):
        page.emulate_media(media=media)
        assert set(page.evaluate(COLOURS)) <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, media


def test_the_poster_is_read_from_afar(again: NewPage) -> None:
    page = again("puis-je/affiche/")
    page.emulate_media(media="print")
    sizes = """(query) => [...document.querySelectorAll(query)].filter((e) => e.checkVisibility())
        .map((e) => 0.75 * parseFloat(getComputedStyle(e).fontSize))"""
    assert min(page.evaluate(sizes, ".affiche tbody th")) >= 12
    assert min(page.evaluate(sizes, ".affiche h2")) >= 28


def test_the_poster_on_a_phone_scrolls_in_its_own_region(again: NewPage) -> None:
    page = again("puis-je/affiche/", width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_role("region", name="L’affiche")).to_be_visible()


def test_the_button_prints(again: NewPage) -> None:
    page = again("puis-je/affiche/")
    page.evaluate("window.print = () => { window.asked = true; }")
    page.get_by_role("button", name="Imprimer l’affiche").click()
    assert page.evaluate("window.asked")


def test_without_javascript_no_button_is_there_for_nothing(without_script: NewPage) -> None:
    page = without_script("puis-je/affiche/")
    expect(page.get_by_role("button", name="Imprimer l’affiche")).to_have_count(0)
    expect(page.get_by_text("Imprimez cette page avec votre navigateur")).to_be_visible()
