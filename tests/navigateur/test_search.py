"""The French search, in the browser: what is published of it, what real queries find, what the reader sees and reaches."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.checking.identity import contrast_with_white
from macros.export.scripts import published
from macros.export.search import DRAWN, ENGINE
from tests.navigateur.conftest import USUAL
from tests.publie import searched
from tools.search_score import FIELD, LIST, PROBE, QUERIES, ask, count, in_sight, measure, read_queries, ready, search, totals

HELD_BACK = QUERIES.with_name("requetes-gardees.json")
QUESTIONS = QUERIES.with_name("questions.json")
QUESTIONS_HELD_BACK = QUERIES.with_name("questions-gardees.json")
UNANSWERED = QUERIES.with_name("sans-reponse.json")
POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'"
NewPage = Callable[..., Page]
OPEN = ".recherche[data-ouverte]"
PATHS = "(links) => links.map((link) => new URL(link.href).pathname)"
FAILED = "Ce que vous attendez n’est pas venu"


@pytest.fixture(scope="module")
def home(same_page: NewPage) -> Page:
    """The home page, its search ready, which no test leaves."""
    return ready(same_page(""))


@pytest.fixture
def box(home: Page) -> Page:
    """The home page, after another query than any of a test's."""
    if home.input_value(FIELD) != PROBE:
        search(home, PROBE)
    return home


# What is published


def test_what_finds_is_one_script_that_declares_nothing_outside_itself(site: Path) -> None:
    folder = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "recherche"
    script = (site / ENGINE).read_text(encoding="utf-8")
    assert script.startswith('(() => {\n"use strict";\nconst window = self;\nconst SITE = {')
    places = [script.find(published(source)) for source in sorted(folder.glob("*.js"))]
    assert len(places) == 8
    assert -1 not in places
    assert places == sorted(places)


def test_nothing_else_of_the_search_is_published(site: Path) -> None:
    assert {path.name for path in (site / "search").iterdir()} == {"moteur.js", "page.js"}
    assert {path.name for path in (site / "assets" / "javascripts").iterdir()} == {"fflate", "papaparse"}
    assert not (site / "assets" / "recherche").exists()


def test_the_theme_has_no_part_in_it(site: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for pattern in ("*.html", "*.css", "*.js") for path in site.rglob(pattern)]
    assert len(texts) > 60
    assert [found for text in texts for found in re.findall("md-search|__search", text)] == []


def test_what_only_results_wear_comes_with_what_draws_them(site: Path) -> None:
    always = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    brought = (site / DRAWN).read_text(encoding="utf-8")
    for name, first in (("champ", True), ("panneau", True), ("lien", False), ("verdict", False), ("suite", False), ("rien", False)):
        assert (f".recherche__{name}" in always, f".recherche__{name}{{" in brought or f".recherche__{name}>" in brought) == (first, not first), name


# Real queries


def test_given_queries(box: Page) -> None:
    outcomes = measure(box, read_queries())
    print(totals(outcomes))
    assert count(outcomes, 1) >= 63
    assert count(outcomes, 3) >= 63


def test_queries_held_back(box: Page) -> None:
    outcomes = measure(box, read_queries(HELD_BACK))
    print(totals(outcomes))
    assert count(outcomes, 1) >= 26
    assert count(outcomes, 3) >= 29


def test_questions_of_the_staff(box: Page) -> None:
    outcomes = measure(box, read_queries(QUESTIONS), answers=True)
    print(totals(outcomes))
    assert count(outcomes, 3) >= 245


def test_questions_of_the_staff_held_back(box: Page) -> None:
    outcomes = measure(box, read_queries(QUESTIONS_HELD_BACK), answers=True)
    print(totals(outcomes))
    assert count(outcomes, 3) >= 27


def test_what_nobody_asks_of_these_texts_is_not_answered(box: Page) -> None:
    asked = json.loads(UNANSWERED.read_text(encoding="utf-8"))
    assert [query for query, (answers, _) in zip(asked, ask(box, asked), strict=True) if answers] == []


def test_its_key_opens_it_on_a_narrow_screen_too(again: NewPage) -> None:
    page = again(width=390)
    for _ in range(2):
        page.keyboard.press("ControlOrMeta+k")
        expect(page.locator(FIELD)).to_be_focused()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("photo")
        expect(page.locator(".recherche__reponses a, .recherche__liste a").first).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(OPEN)).to_have_count(0)
        expect(page.locator(FIELD)).not_to_be_focused()


def test_escape_closes_it_and_leaves_the_keyboard_where_one_writes_again(again: NewPage) -> None:
    page = again()
    field, opened = page.locator(FIELD), page.locator(OPEN)
    field.focus()
    for word in ("photo", "texto"):
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(word)
        expect(opened).to_have_count(1)
        page.keyboard.press("Escape")
        expect(opened).to_have_count(0)
        expect(field).to_be_focused()
    field.click()
    expect(opened).to_have_count(1)


def test_on_a_narrow_screen_its_arrow_closes_it_and_gives_the_focus_back(again: NewPage) -> None:
    page = again(width=390)
    opener = page.get_by_role("button", name="Rechercher", exact=True)
    opener.click()
    expect(page.locator(FIELD)).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="Fermer la recherche").click()
    expect(page.locator(FIELD)).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


# Where the name of the site is, and what it takes.
TITLE = "() => JSON.stringify(document.querySelector('.md-header__title').getBoundingClientRect())"


def test_on_a_large_screen_it_opens_over_the_header_and_a_click_beside_closes_it(again: NewPage) -> None:
    page = again(width=1000)
    before = page.evaluate(TITLE)
    page.locator(FIELD).click()
    expect(page.locator(OPEN)).to_have_count(1)
    assert page.evaluate(TITLE) == before
    expect(page.locator(".theme")).to_be_hidden()
    page.mouse.click(40, 500)
    expect(page.locator(OPEN)).to_have_count(0)
    expect(page.locator(".theme")).to_be_visible()


def test_what_is_found_wears_its_styles(box: Page) -> None:
    search(box, "outlook", answers=True)
    worn = box.locator(".recherche__verdict").first.evaluate("(verdict) => [getComputedStyle(verdict).display, getComputedStyle(verdict).fontWeight]")
    assert worn == ["inline-block", "700"]


@pytest.mark.parametrize(("query", "place"), [("outlook", "plateformes/courriel/"), ("suppléante", "situations/equipe-ecole/#suppleance")])
def test_the_answer_stands_above_the_results(box: Page, query: str, place: str) -> None:
    assert search(box, query, answers=True)[0] == place
    expect(box.locator(".recherche__reponses .recherche__verdict").first).to_be_visible()
    search(box, "sanctions")
    expect(box.locator(".recherche__reponses li")).to_have_count(0)


def test_nothing_found_leads_to_the_helper_and_to_whom_to_ask(box: Page) -> None:
    assert search(box, "zzyzx") == ()
    links = box.locator(".recherche__rien a")
    assert links.evaluate_all(PATHS) == ["/plateformes/autre/", "/puis-je/", "/situations/", "/contacts/"]
    expect(links.first).to_be_visible()
    expect(box.locator(".recherche__rien li").first).to_contain_text("«\u00a0zzyzx\u00a0» est une application?")
    assert search(box, "C-12") == ()
    expect(links.first).to_be_hidden()


def test_what_is_said_of_nothing_leads_from_any_page_to_the_same_ones(again: NewPage) -> None:
    page = again("plateformes/courriel/")
    page.locator(FIELD).fill("zzyzx")
    expect(page.locator(".recherche__rien")).to_be_visible()
    assert page.locator(".recherche__rien a").evaluate_all(PATHS) == ["/plateformes/autre/", "/puis-je/", "/situations/", "/contacts/"]


NAMED = [
    ("annexe A", "encadrements/directive/#annexe-a"),
    ("l'annexe a", "encadrements/directive/#annexe-a"),
    ("annexe 1", "encadrements/confidentialite/#annexe-1"),
    ("tableau B", "encadrements/note-de-service/#tableau-b"),
    ("l'anexe a", "encadrements/directive/#annexe-a"),
    *((query, "encadrements/plateformes-apprentissage/#annexe-a-3") for query in ("annexe A3", "annexe a, point 3")),
    ("tableauB", "encadrements/note-de-service/#tableau-b"),
    ("article 5", "encadrements/directive/#art-5"),
    *((query, "encadrements/directive/#art-4") for query in ("article 4", "clause 4", "larticle 4")),
    ("article 5.5.2", "encadrements/directive/#art-5-5-2"),
    *((query, "encadrements/directive/#art-5-9") for query in ("5.9", "art.5.9", "art5.9", "art 5,9", "5,9", "5-9", "n°5.9")),
    *((query, "encadrements/directive/#art-5-5-3") for query in ("5-5-3", "5,5,3", "art. 5 5 3")),
    *((query, "encadrements/plateformes-apprentissage/#art-2-2") for query in ("2.2a", "art. 2.2 a)", "2.2A", "2,2 a", "§2.2a")),
]


@pytest.fixture(scope="module")
def named(home: Page) -> dict[str, str]:
    """What comes first for each name of a clause, or nothing."""
    queries = [query for query, _ in NAMED]
    return {query: next(iter(in_sight(shown)), "") for query, (_, shown) in zip(queries, ask(home, queries), strict=True)}


@pytest.mark.parametrize(("query", "place"), NAMED)
def test_clause_named_comes_first(named: dict[str, str], query: str, place: str) -> None:
    assert named[query] == place


def test_a_means_that_is_all_that_is_asked_comes_first(box: Page) -> None:
    assert search(box, "texter un parent", answers=True)[0] == "plateformes/texto/"
    assert set(search(box, "cellulaire", answers=True)[:2]) == {"plateformes/texto/", "plateformes/telephone/"}


@pytest.mark.parametrize("name", ["whatsapp", "zoom"])
def test_unknown_platform_is_not_taken_for_another_word(box: Page, name: str) -> None:
    found = search(box, name)
    if found:
        assert {mark.lower() for mark in box.locator(f"{LIST} mark").all_text_contents()} == {name}
    else:
        expect(box.locator(".recherche__etat")).to_have_text("Aucun article trouvé")


def test_texts_named_with_an_organization_are_those_that_do_not_bind(site: Path) -> None:
    texts = json.loads((site / "donnees" / "encadrements.json").read_text(encoding="utf-8"))["encadrements"]
    titles = {location: title for location, title, _ in searched(site)}
    named = {text["id"]: bool(re.search(r"\([^()]+\)$", titles[f"encadrements/articles/#{text['id']}"])) for text in texts}
    assert named == {text["id"]: not text["oblige_personnel"] for text in texts}


@pytest.mark.parametrize(("query", "told"), [("entente d'utilisation", ["CSC (texte de référence)"]), ("formulaire de consentement", [])])
def test_a_sheet_that_does_not_bind_says_so(box: Page, query: str, told: list[str]) -> None:
    sheet = next(place for place in search(box, query) if place.startswith("modeles/"))
    assert box.locator(f"{LIST} a[href*='{sheet}'] .recherche__texte").all_text_contents() == told


@pytest.mark.parametrize("path", [QUERIES, HELD_BACK, QUESTIONS, QUESTIONS_HELD_BACK])
def test_targets_exist(path: Path, site: Path) -> None:
    for query in read_queries(path):
        for target in query.targets:
            page, _, anchor = target.partition("#")
            assert (f'id="{anchor}"' if anchor else "") in (site / page / "index.html").read_text(encoding="utf-8"), target


@pytest.mark.parametrize(
    "ways",
    [
        ("élève", "eleve", "l'élève", "l’eleve", "ÉLÈVES", "d'eleves"),
        ("école", "ecole", "l’école", "d'ecole", "Écoles"),
        ("plateforme", "plate-forme", "plateformes"),
        ("nétiquette", "netiquettes", "la nétiquette"),
    ],
)
def test_one_word_however_it_is_written(box: Page, ways: tuple[str, ...]) -> None:
    found = {way: tuple(in_sight(shown)[:3]) for way, (_, shown) in zip(ways, ask(box, ways), strict=True)}
    assert len(found[ways[0]]) == 3
    assert len(set(found.values())) == 1, found


# What the reader sees and reaches


def test_enter_lands_on_the_clause(again: NewPage) -> None:
    box = ready(again())
    search(box, "destruction des renseignements")
    box.press(FIELD, "Enter")
    box.wait_for_url("**/encadrements/directive/**#art-5-9")
    expect(box.locator("#art-5-9")).to_be_in_viewport()


def test_click_lands_on_the_clause_and_its_words_are_marked(again: NewPage) -> None:
    box = ready(again())
    search(box, "dossier eleve")
    box.click(f"{LIST} a >> nth=0")
    box.wait_for_url("**/encadrements/directive/**#art-5-10")
    expect(box.locator("#art-5-10 mark").first).to_be_visible()
    assert {mark.lower() for mark in box.locator("mark").all_text_contents()} >= {"dossier", "élève"}


def test_no_word_of_a_search_reaches_the_host_nor_stays_in_the_address(again: NewPage, listen: Callable[..., None]) -> None:
    page = ready(again())
    sent: list[str] = []
    listen("request", lambda request: sent.append(" ".join([request.url, *request.headers.values()])))
    search(page, "tremblay signature")
    page.click(f"{LIST} a[href*='h=']")
    page.wait_for_url("**/encadrements/**")
    expect(page.locator("article mark").first).to_be_visible()
    assert "tremblay" not in page.evaluate("document.referrer + location.href").lower()
    assert [address for address in sent if "tremblay" in address.lower()] == []


def test_another_search_of_the_same_page_lands_and_marks_its_own_words(again: NewPage) -> None:
    page = ready(again("encadrements/directive/"))
    for query, place in (("dossier eleve", "#art-5-10"), ("destruction des renseignements", "#art-5-9")):
        search(page, query)
        page.press(FIELD, "Enter")
        page.wait_for_function("(place) => location.hash === place", arg=place)
        expect(page.locator(place)).to_be_in_viewport()
        expect(page.locator("mark").first).to_be_attached()
    assert "dossier" not in {mark.lower() for mark in page.locator("article mark").all_text_contents()}


def test_result_says_its_text_and_shows_the_words(box: Page) -> None:
    search(box, "dossier eleve")
    first = box.locator(f"{LIST} a").first
    expect(first).to_contain_text("Directive")
    expect(first).to_contain_text("5.10 Conserver des documents au dossier")
    assert "dossier" in first.locator("mark").all_text_contents()


# What the keyboard has reached among the results: the style of its ring, its colour, that of the ground under it.
RING = """() => {
  const place = document.activeElement, ring = getComputedStyle(place);
  const ground = getComputedStyle(document.querySelector(".recherche__panneau")).backgroundColor;
  const hex = (colour) => `#${colour.match(/\\d+/g).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
  return place.closest(".recherche__panneau") && [place.tagName, ring.outlineStyle, hex(ring.outlineColor), hex(ground)];
}"""


@pytest.mark.parametrize("dark", [False, True])
def test_what_the_keyboard_reaches_among_the_results_is_seen(dark: bool, box: Page) -> None:
    box.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
    search(box, "consentement photo")
    box.focus(FIELD)
    rings = []
    while len(rings) < 20 and "SUMMARY" not in {tag for tag, *_ in rings}:
        box.keyboard.press("Tab")
        rings += [ring] if (ring := box.evaluate(RING)) else []
    box.emulate_media(**USUAL, color_scheme="light")
    assert {"A", "SUMMARY"} <= {tag for tag, *_ in rings}
    # The page is in the palette that was asked for.
    assert {contrast_with_white(ground) > 4.5 for *_, ground in rings} == {dark}
    for tag, style, colour, ground in rings:
        ring, under = sorted(contrast_with_white(each) for each in (colour, ground))
        assert (style, under / ring >= 3) == ("solid", True), (tag, colour, ground)


def test_words_not_found_are_those_of_the_reader(box: Page) -> None:
    search(box, "consentements plaintes")
    assert set(box.locator(f"{LIST} del").all_text_contents()) == {"consentements", "plaintes"}


def test_a_page_is_found_by_the_words_of_its_header_and_is_no_answer_of_the_day(box: Page) -> None:
    search(box, "qui appeler")
    cards = box.locator(".recherche__reponses a")
    expect(cards.first).to_contain_text("Page du site")
    expect(cards.first).to_contain_text("À qui demander")
    expect(cards.nth(1)).to_contain_text("Réponse du jour")


def test_words_found_nowhere_are_said_once(box: Page) -> None:
    search(box, "consentements zzyzx")
    expect(box.locator(".recherche__etat")).to_contain_text("résultats, aucun avec «\u00a0zzyzx\u00a0»")
    expect(box.locator(f"{LIST} del")).to_have_count(0)


def test_a_word_that_is_read_as_another_is_said(box: Page) -> None:
    search(box, "consentemant zzyzx")
    said = "résultats pour «\u00a0consentement\u00a0» au lieu de «\u00a0consentemant\u00a0», aucun avec «\u00a0zzyzx\u00a0»"
    expect(box.locator(".recherche__etat")).to_contain_text(said)


def test_stop_words_joined_are_not_said_to_be_missing(box: Page) -> None:
    search(box, "puis-je texter un parent")
    assert set(box.locator(f"{LIST} del").all_text_contents()) <= {"texter", "parent"}


def test_nothing_is_said_in_french(box: Page) -> None:
    assert search(box, "zzyzx qwxk") == ()
    expect(box.locator(".recherche__etat")).to_have_text("Aucun article trouvé")


def test_number_finds_its_clause(box: Page) -> None:
    assert search(box, "5.9")[0] == "encadrements/directive/#art-5-9"


def test_works_under_a_strict_policy(new_page: NewPage) -> None:
    def strictly(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page = new_page()
    page.route("**/search/*.js", strictly)
    page.reload()
    assert search(ready(page), "netiquette")


# What does not come at once, or at all


def held(page: Page, name: str = DRAWN) -> list[Route]:
    """Hold back a part of the search, and return where it waits."""
    waiting: list[Route] = []
    page.route(f"**/{name}", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    return waiting


def let(page: Page, waiting: list[Route]) -> None:
    """Give what is held back, once it is asked for."""
    for _ in range(500):
        if not waiting:
            page.wait_for_timeout(20)
    assert waiting
    for route in waiting:
        route.continue_()


def test_what_is_typed_before_the_search_is_there_is_kept(new_page: NewPage) -> None:
    page = new_page("modeles/classe/")
    waiting = held(page)
    page.get_by_role("link", name="Rechercher").click()
    query = page.get_by_role("textbox", name="Rechercher")
    query.press_sequentially("photo")
    let(page, waiting)
    expect(page.locator(".recherche__lien").first).to_be_visible()
    expect(query).to_have_value("photo")
    assert "q=" not in page.url


@pytest.mark.parametrize("missing", [DRAWN, ENGINE])
def test_a_search_that_does_not_come_says_so_and_is_asked_for_again(missing: str, browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/{missing}*", lambda route: route.abort())
    page.goto(f"{address}/")
    page.focus(FIELD)
    page.fill(FIELD, "photo")
    expect(page.get_by_role("alert").filter(has_text=FAILED)).to_be_visible()
    page.unroute(f"**/{missing}*")
    page.fill(FIELD, "photos")
    expect(page.locator(f"{LIST} a").first).to_be_visible()
    expect(page.get_by_text(FAILED)).to_have_count(0)
    page.fill(FIELD, "")
    expect(page.get_by_role("status").filter(has_text="Tapez quelques mots")).to_be_visible()
    context.close()


@pytest.mark.parametrize("after", [["Escape"], ["s", "Backspace"]], ids=["closed", "went-on-typing"])
def test_who_closed_the_search_or_went_on_typing_is_led_nowhere_once_it_comes(after: list[str], new_page: NewPage) -> None:
    page = new_page()
    waiting = held(page)
    page.focus(FIELD)
    for key in ["p", "h", "o", "t", "o", "Enter", *after]:
        page.keyboard.press(key)
    let(page, waiting)
    expect(page.locator(f"{LIST} a")).not_to_have_count(0)
    page.wait_for_timeout(200)
    assert page.url.endswith("/"), "led nowhere"


def test_the_engine_begins_at_once_and_once(new_page: NewPage) -> None:
    page = new_page()
    waiting, asked = held(page), []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_request(f"**/{ENGINE}"):
        page.focus(FIELD)
    let(page, waiting)
    page.fill(FIELD, "photo")
    expect(page.locator(f"{LIST} a").first).to_be_visible()
    assert len([url for url in asked if url.endswith(ENGINE)]) == 1


@pytest.mark.parametrize("missing", [DRAWN, ENGINE])
def test_a_search_that_hangs_is_said_and_asked_again_for_what_was_typed(missing: str, new_page: NewPage) -> None:
    page = new_page()
    page.clock.install()
    # Under its own address alone.
    waiting = held(page, missing)
    page.reload()
    with page.expect_request(f"**/{missing}"):
        page.focus(FIELD)
    page.fill(FIELD, "photo")
    if missing == ENGINE:
        expect(page.locator(".recherche__rien")).to_have_count(1)
    page.clock.fast_forward(21_000)
    expect(page.get_by_role("alert").filter(has_text=FAILED)).to_be_visible()
    page.get_by_role("button", name="Essayer encore").press("Enter")
    expect(page.locator(f"{LIST} a").first).to_be_visible()
    expect(page.locator(".retard")).to_have_count(0)
    expect(page.locator(FIELD)).to_have_value("photo")
    expect(page.locator(FIELD)).to_be_focused()
    # What hung comes after all, and draws nothing twice.
    (hung,) = waiting
    hung.continue_()
    page.fill(FIELD, "zzzzzz")
    expect(page.locator(".recherche__etat")).to_contain_text("Aucun article trouvé")
    expect(page.locator(".recherche__rien")).to_have_count(1)


def test_an_engine_that_fails_before_what_draws_is_there_is_told(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    waiting = held(page)
    page.route(f"**/{ENGINE}*", lambda route: route.abort())
    page.goto(f"{address}/")
    with page.expect_event("requestfailed"):
        page.focus(FIELD)
    page.wait_for_function("() => !window.Moteur")
    let(page, waiting)
    expect(page.get_by_role("alert").filter(has_text=FAILED)).to_be_visible()
    context.close()


def test_enter_waits_for_the_results(new_page: NewPage) -> None:
    page = new_page()
    waiting = held(page, ENGINE)
    with page.expect_request(f"**/{ENGINE}"):
        page.focus(FIELD)
        page.keyboard.type("5.9")
        page.keyboard.press("Enter")
    let(page, waiting)
    page.wait_for_url("**/encadrements/directive/**#art-5-9")


def test_arrows_go_from_one_result_to_the_next_and_a_letter_back_to_the_field(box: Page) -> None:
    search(box, "texto", answers=True)
    box.focus(FIELD)
    links = box.locator(".recherche__reponses a, .recherche__liste a")
    box.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    box.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    box.keyboard.press("ArrowUp")
    box.keyboard.press("ArrowUp")
    expect(box.locator(FIELD)).to_be_focused()
    box.keyboard.press("ArrowUp")
    expect(box.locator(FIELD)).not_to_be_focused()
    box.keyboard.type("s")
    expect(box.locator(FIELD)).to_be_focused()
    expect(box.locator(FIELD)).to_have_value("textos")


def test_arrows_skip_what_is_folded(box: Page) -> None:
    search(box, "consentement")
    box.focus(FIELD)
    folded = box.locator(f"{LIST} details").first
    expect(folded.locator("a").first).to_be_hidden()
    steps = box.evaluate(
        """list => [...document.querySelectorAll(`${list} a, ${list} summary`)]
      .filter(stop => !stop.closest("details") || stop.matches("summary")).findIndex(stop => stop.matches("summary"))""",
        LIST,
    )
    for _ in range(steps + 1):
        box.keyboard.press("ArrowDown")
    expect(folded.locator("summary")).to_be_focused()
    box.keyboard.press("ArrowDown")
    assert folded.evaluate("fold => fold.contains(document.activeElement)") is False
    expect(box.locator(f"{LIST} a:focus")).to_have_count(1)


def test_more_results_come_as_one_reads_on(box: Page) -> None:
    search(box, "parents")
    items = box.locator(f"{LIST} > li")
    expect(items).to_have_count(10)
    total = box.locator(".recherche__etat").inner_text()
    assert int(total.split()[0]) > 20
    first = items.first.text_content()
    for many in (10, 20):
        box.locator(".recherche__panneau").evaluate("region => region.scrollTo(0, region.scrollHeight)")
        expect(items.nth(many)).to_be_attached()
        assert items.count() % 10 == 0
    assert items.first.text_content() == first
    expect(box.locator(".recherche__etat")).to_have_text(total)
    # What another word gives is read from its beginning.
    search(box, "photo")
    expect(items.first).not_to_have_text(first or "")
    assert box.locator(".recherche__panneau").evaluate("region => region.scrollTop") == 0


def test_what_a_site_says_in_its_search_is_text(box: Page) -> None:
    search(box, "<b>photo</b> &amp; <photo> plainte")
    expect(box.locator(".recherche__panneau b")).to_have_count(0)
    assert "<photo>" in box.locator(f"{LIST} del").all_text_contents()
    expect(box.locator(".recherche__etat")).to_contain_text("&amp")
