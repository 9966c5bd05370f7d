"""What the scripts of several components share: days, small words, elements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from macros.days import BOUNDS, long_date
from macros.model.base import JourAnnee
from macros.school_year import closing_start, school_year_start
from macros.words import fold
from tests.navigateur.conftest import Tabs

DAYS = [date(2026, month, day) for month in range(1, 13) for day in (1, 28)]


@pytest.fixture(scope="module")
def page(tabs: Tabs) -> Page:
    """A page with these scripts, which no test changes."""
    return tabs.tab(timezone_id="America/Toronto").open("autoevaluation/comparer/")


def test_days_are_in_the_words_of_the_pages(page: Page) -> None:
    said = page.evaluate("(days) => days.map((day) => Commun.inWords(day))", [day.isoformat() for day in DAYS])
    assert said == [long_date(day) for day in DAYS]


def test_school_years_and_bounds_are_those_of_the_pages(page: Page) -> None:
    days = [date(year, month, day) for year in (2026, 2027) for month in range(1, 13) for day in (1, 28)]
    starts = page.evaluate("(days) => days.map((day) => Commun.schoolStart(day))", [str(day) for day in days])
    assert starts == [school_year_start(day) for day in days]
    closed = page.evaluate("(days) => days.map((day) => Commun.closingStart(day))", [str(day) for day in days])
    assert closed == [closing_start(day) for day in days]
    assert page.evaluate("Commun.bornes") == BOUNDS


def test_what_the_day_proposes_is_of_its_school_year_or_of_the_one_that_closes(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-08-15", "modeles/consentement/")
    for closes, start in ((False, 2026), (True, 2025)):
        given = page.evaluate("([days, closes]) => days.map((day) => Commun.ofTheDay('limite', closes, day))", [list(map(str, DAYS)), closes])
        ends = [JourAnnee(str(day)[5:]) for day in DAYS]
        # A day of the summer closes the school year before it.
        assert given == [str(end.de(start + (closing_start(end.de(start)) < start))) for end in ends]
        proposed = page.evaluate("(closes) => ['annee', 'jour', 'ecole', ''].map((source) => Commun.ofTheDay(source, closes, ''))", closes)
        assert proposed == [f"{start}-{start + 1}", "2026-08-15", None, None]


@pytest.mark.parametrize("form", ["consentement", "classe"])
def test_a_name_is_suggested_on_its_days(on_day: Callable[..., Page], form: str) -> None:
    page = on_day("2026-09-02", f"modeles/{form}/")
    lasting = page.evaluate("""() => {
      const [list] = document.querySelectorAll("datalist");
      const named = (name, days) => Object.assign(list.appendChild(new Option(name, name)).dataset, days);
      const before = list.options.length;
      named("avant", { au: "2026-09-02" });
      named("ensuite", { du: "2026-09-03", au: "2026-09-03" });
      named("enfin", { du: "2026-09-04" });
      return before;
    }""")
    assert lasting > 2
    for day, names in (("03", ["ensuite"]), ("04", ["enfin"]), ("02", ["avant"])):
        page.clock.set_fixed_time(f"2026-09-{day}T12:00:00-04:00")
        page.evaluate("dispatchEvent(new Event('focus'))")
        shown = page.evaluate("[...document.querySelector('datalist').options].filter((one) => !one.disabled).map((one) => one.value)")
        assert shown[lasting:] == names


@pytest.mark.parametrize("text", ["", "bientôt", "2026-9-1", "le 2026-09-01"])
def test_what_is_not_a_day_stays_as_it_is(page: Page, text: str) -> None:
    assert page.evaluate("(text) => Commun.inWords(text)", text) == text


def test_a_day_is_that_of_the_clock_of_the_reader(page: Page) -> None:
    assert page.evaluate("Commun.isoDay(new Date('2026-09-02T02:00:00Z'))") == "2026-09-01"
    assert page.evaluate("Commun.isoDay() === Commun.isoDay(new Date())")


def test_words_are_counted_quoted_and_compared(page: Page) -> None:
    assert page.evaluate("[0, 1, 2, 12345].map((count) => Commun.many(count, 'jour', 'jours'))") == [
        "0\u00a0jour",
        "1\u00a0jour",
        "2\u00a0jours",
        "12\u00a0345\u00a0jours",
    ]
    assert page.evaluate("Commun.quoted('x')") == "«\u00a0x\u00a0»"
    assert page.evaluate("(text) => Commun.fold(text)", "ÉCOLE, Noël, Ça") == fold("ÉCOLE, Noël, Ça")


def test_what_a_script_adds_is_text(page: Page) -> None:
    made = page.evaluate("Commun.make('p', 'mot', null, '', '<b>', Commun.make('i', '', 'x')).outerHTML")
    assert made == '<p class="mot">&lt;b&gt;<i>x</i></p>'


@pytest.mark.parametrize(
    ("path", "fold", "field"),
    [
        ("autoevaluation/classe/", "", "#dossier-nom"),
        ("autoevaluation/classe/", "#q-une-seule-plateforme [data-action=note]", "#note-une-seule-plateforme"),
        ("modeles/consentement/", ".ecole > summary", "#ecole-adresse"),
        ("modeles/classe/", ".ecole > summary", "#ecole-courriel"),
    ],
)
def test_what_a_field_has_no_room_for_is_said(path: str, fold: str, field: str, again: Callable[..., Page]) -> None:
    page = again(path, width=390)
    if fold:
        page.locator(fold).click()
    control, said = page.locator(field), page.locator(".saisie-coupee")
    most = int(control.get_attribute("maxlength") or 0)
    control.focus()
    page.keyboard.insert_text("a" * (most - 1))
    expect(said).to_have_count(0)
    control.select_text()
    page.keyboard.insert_text("b" * (most + 5))
    expect(control).to_have_value("b" * most)
    expect(said).to_be_visible()
    assert f"le maximum est de {most:,} caractères".replace(",", " ") in said.inner_text().replace("\u00a0", " ")
    page.keyboard.press("Backspace")
    expect(said).to_have_count(0)


@pytest.mark.parametrize(("field", "pasted"), [("#ecole-adresse", "b" * 79 + "\r\n" + "b" * 80), ("#ecole-nom", "b" * 80 + "\r\n")])
def test_the_ends_of_lines_of_windows_take_no_room(field: str, pasted: str, again: Callable[..., Page]) -> None:
    page = again("modeles/consentement/", width=390)
    page.locator(".ecole > summary").click()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", pasted)
    page.locator(field).focus()
    page.keyboard.press("Control+V")
    expect(page.locator(field)).to_have_value(pasted.replace("\r\n", "\n").rstrip("\n"))
    expect(page.locator(".saisie-coupee")).to_have_count(0)
