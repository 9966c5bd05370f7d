"""The calendar's page in a browser: on another day, without JavaScript, by keyboard, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from macros.calendar.years import school_years
from macros.project import Project
from macros.rendering.context import build_day
from tests.navigateur.axe import FRAME, violations_shown
from tests.navigateur.test_accessibilite import LOOKS
from tests.papier import printed

PATH = "calendrier/"
YEARS = [year.nom for year in school_years(date(2025, 8, 22), build_day())]
SHOWN = ".calendrier__carte:visible"


@pytest.mark.parametrize(
    ("day", "year", "tolerance"),
    [
        ("2025-09-15", "2025-2026", True),
        ("2026-06-30", "2025-2026", True),
        ("2026-07-01", "2026-2027", False),
        ("2026-11-22", "2026-2027", False),
    ],
)
def test_the_school_year_is_that_of_the_day_it_is_read(day: str, year: str, tolerance: bool, on_day: Callable[..., Page]) -> None:
    page = on_day(day, PATH)
    shown = page.locator(SHOWN)
    expect(shown).to_have_count(1)
    expect(shown.get_by_role("heading", level=3)).to_have_text(f"Année scolaire {year}")
    assert shown.get_by_role("link", name="Cesser d’utiliser ClassDojo").count() == tolerance
    assert page.get_by_role("heading", name="Cesser d’utiliser ClassDojo").count() == tolerance
    destruction = page.locator(".echeance:has(#destruction) .echeance__jour:visible")
    assert destruction.all_inner_texts() == [f"30\u00a0juin\u00a0{year[-4:]}"]
    expect(page.locator(".filtre output")).to_have_text(f"{page.locator('.echeance:visible').count()} échéances")


@pytest.mark.parametrize(("day", "year"), [("2025-09-15", "2025-2026"), ("2026-11-22", "2026-2027")])
def test_the_other_years_are_folded_below(day: str, year: str, on_day: Callable[..., Page]) -> None:
    page = on_day(day, PATH)
    page.get_by_text("Voir les autres années scolaires").focus()
    page.keyboard.press("Enter")
    titles = page.locator(f".calendrier-autres {SHOWN} h3").all_inner_texts()
    now = YEARS.index(year)
    expected = [f"Année scolaire {name} {'terminée' if place < now else 'à venir'}" for place, name in enumerate(YEARS) if name != year]
    assert [" ".join(title.split()) for title in titles] == expected
    assert page.locator(".calendrier-autres .dessin__aujourdhui").count() == 0


@pytest.mark.parametrize(("day", "month"), [("2025-09-15", "sept."), ("2026-11-22", "nov."), ("2026-07-01", "juill."), ("2026-06-30", "juin")])
def test_today_is_marked_in_its_month(day: str, month: str, on_day: Callable[..., Page]) -> None:
    page = on_day(day, PATH)
    axis = page.locator(f"{SHOWN} .dessin__axe")
    mark = page.locator(f"{SHOWN} .dessin__rangee .dessin__aujourdhui").first.evaluate("(line) => line.getBoundingClientRect().left")
    width = axis.locator("svg").evaluate("(svg) => svg.getBoundingClientRect().width") / 12
    label = axis.get_by_text(month, exact=True).evaluate("(text) => { const r = text.getBoundingClientRect(); return (r.left + r.right) / 2; }")
    assert abs(mark - label) <= width * 0.55


LATER = "2026-07-01T08:00:00-04:00"


def test_a_page_left_open_shows_what_holds_on_the_day_it_is_looked_at(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-06-30", PATH)
    page.clock.set_fixed_time(LATER)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator(SHOWN).get_by_role("heading", level=3)).to_have_text("Année scolaire 2026-2027")
    expect(page.locator(SHOWN).get_by_text("Aujourd’hui, le")).to_have_text("Aujourd’hui, le 1er\u00a0juillet\u00a02026")
    expect(page.locator(".filtre output")).to_have_text(f"{page.locator('.echeance:visible').count()} échéances")
    page = on_day("2026-06-30", "plateformes/classdojo/")
    status = page.locator(".statut:visible").first
    expect(status).to_have_text("Tolérée")
    page.clock.set_fixed_time(LATER)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".statut:visible").first).to_have_text("À clarifier")


def test_the_helper_left_open_answers_for_the_day_it_is_looked_at(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-06-30", "puis-je/#plateforme=classdojo&destinataire=parents&contenu=information-generale")
    expect(page.locator(".reponse__jour:visible").first).to_have_text("Au 30\u00a0juin\u00a02026")
    page.clock.set_fixed_time(LATER)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator(".reponse__jour:visible").first).to_have_text("Au 1er\u00a0juillet\u00a02026")


def test_after_the_last_year_the_page_says_so(on_day: Callable[..., Page]) -> None:
    page = on_day("2045-01-15", PATH)
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page.get_by_text("Ce calendrier s’arrête avant aujourd’hui")).to_be_visible()
    # What is said of a day goes with the day.
    expect(page.locator(".echeance:has(#destruction)")).to_be_visible()
    expect(page.locator(".echeance__fixe:visible")).to_have_count(0)


def test_before_the_first_year_the_page_says_so(on_day: Callable[..., Page]) -> None:
    page = on_day("1999-12-31", PATH)
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page.get_by_text("Ce calendrier commence après la date de votre appareil")).to_be_visible()
    on_its_first_day = on_day("2025-07-01", PATH)
    expect(on_its_first_day.get_by_text("Ce calendrier commence")).to_be_hidden()
    expect(on_its_first_day.locator(SHOWN)).to_have_count(1)


def test_a_link_to_a_deadline_of_another_year_shows_it(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-11-22", f"{PATH}#fin-tolerance-classdojo")
    heading = page.get_by_role("heading", name="Cesser d’utiliser ClassDojo")
    expect(heading).to_be_in_viewport()
    expect(page.locator(".echeance:has(#fin-tolerance-classdojo)")).to_contain_text("30\u00a0juin\u00a02026")


def test_a_drawn_title_leads_to_its_deadline(again: Callable[..., Page]) -> None:
    page = again(PATH)
    link = page.locator(SHOWN).get_by_role("link", name="Confirmer la destruction par écrit")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Confirmer la destruction par écrit")).to_be_in_viewport()
    assert page.url.endswith("#confirmation-destruction")


def test_deadlines_of_a_role_by_keyboard(again: Callable[..., Page], project: Project) -> None:
    page = again(PATH)
    select = page.get_by_label("Montrer les échéances pour")
    select.focus()
    page.keyboard.type("Dir")
    page.keyboard.press("Tab")
    own = sorted(e.titre for e in project.echeances.values() if "direction" in e.roles)
    shown = page.locator(".echeance:visible h3")
    expect(shown).to_have_count(len(own))
    assert sorted(shown.all_inner_texts()) == own
    assert page.locator(f"{SHOWN} h4:visible").all_inner_texts() == ["Direction d’établissement"]
    # Who is also of the staff is told where its own are.
    expect(page.locator(".filtre output")).to_have_text(f"{len(own)} échéances; voyez aussi « Tout le personnel »")
    assert "«\u00a0Tout le personnel\u00a0»" in page.locator(".filtre output").inner_text()
    select.select_option(label="Tout le personnel")
    expect(page.locator(".filtre output")).to_have_text(re.compile(r"^\d+ échéances$"))
    page.evaluate("location.hash = '#destruction'")
    expect(page.locator("#destruction")).to_be_visible()


@pytest.mark.parametrize(("name", "file"), [("Tout le personnel", "personnel.ics"), ("Direction d’établissement", "direction.ics")])
def test_the_file_of_a_role_downloads(name: str, file: str, again: Callable[..., Page]) -> None:
    page = again(PATH)
    link = page.locator(".calendrier-fichiers").get_by_role("link", name=name)
    answer = page.request.get(page.evaluate("(path) => new URL(path, location).href", link.get_attribute("href")))
    assert answer.status == 200
    assert answer.body().startswith(b"BEGIN:VCALENDAR\r\n")
    link.focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == file
    assert download.value.path().read_bytes() == answer.body()


def test_without_javascript_all_is_there(without_script: Callable[..., Page], project: Project) -> None:
    page = without_script(PATH)
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(".filtre")).to_be_hidden()
    shown = set(page.locator(".echeance:visible h3").evaluate_all("(titles) => titles.map((title) => title.id)"))
    assert shown >= {e.id for e in project.echeances.values() if not e.fin_de_statut}
    page.get_by_text("Voir les autres années scolaires").click()
    expect(page.locator(SHOWN)).to_have_count(len(page.locator(".calendrier > .calendrier__annee").all()))
    page.goto(f"{PATH}#fin-tolerance-classdojo")
    expect(page.get_by_role("heading", name="Cesser d’utiliser ClassDojo")).to_be_in_viewport()


def test_nothing_is_wrong_once_all_is_open(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.locator(".calendrier-autres summary").click()
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        # Further down, what the header covers would be too small to be touched.
        page.evaluate("scrollTo(0, 0)")
        assert violations_shown(page, but=FRAME) == []


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_sticks_out_of_a_phone(width: int, again: Callable[..., Page]) -> None:
    page = again(PATH, width=width)
    page.locator(".calendrier-autres summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_in_three_sheets(again: Callable[..., Page], project: Project) -> None:
    page = again(PATH, dark=True)
    pdf = printed(page)
    texts = [re.sub(r"\s+", " ", sheet.text.replace("\u00a0", " ")) for sheet in pdf]
    assert len(texts) <= 3
    assert "Année scolaire" in texts[0]
    assert "Aujourd’hui, le" in texts[0]
    text = " ".join(texts)
    assert all(" ".join(e.detail.replace("\u00a0", " ").split()) in text for e in project.echeances.values() if not e.fin_de_statut)
    assert not any(words in text for words in ("Montrer les échéances pour", "Ajouter à mon calendrier", "autres années scolaires"))


def test_on_paper_a_fixed_day_differs_without_colour(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.emulate_media(media="print")
    fills = {
        kind: page.locator(f"{SHOWN} .dessin__rangee .dessin__{kind}").first.evaluate("(mark) => getComputedStyle(mark).fill")
        for kind in ("jour", "periode")
    }
    assert fills == {"jour": "rgb(0, 0, 0)", "periode": "rgb(255, 255, 255)"}
