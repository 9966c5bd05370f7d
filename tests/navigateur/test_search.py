"""The French search, in the browser: what real queries find, what the reader sees, and the words one by one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from macros.export.search import facts, joined
from macros.project import Project
from tools.search_score import FIELD, LIST, PROBE, QUERIES, count, measure, read_queries, ready, search, totals

HELD_BACK = QUERIES.with_name("requetes-gardees.json")
QUESTIONS = QUERIES.with_name("questions.json")
QUESTIONS_HELD_BACK = QUERIES.with_name("questions-gardees.json")
UNANSWERED = QUERIES.with_name("sans-reponse.json")
POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'"
NewPage = Callable[..., Page]
Ask = Callable[[str], list[Any]]

# The worker itself, on a small index: it is set up with the site's own options, then answers `ask`.
WORKER = """async docs => {
  const { search: url } = JSON.parse(document.querySelector("#__config").textContent)
  const { config } = await (await fetch("search/search_index.json")).json()
  const worker = new Worker(url)
  const post = message => new Promise(resolve => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.postMessage(message)
  })
  await post({ type: 0, data: { config, docs, options: { suggest: false } } })
  window.ask = async query => (await post({ type: 2, data: query })).data.items
}"""


def section(place: str, title: str, text: str = "") -> dict[str, str]:
    """A document of the index."""
    return {"location": place, "title": title, "text": f"<p>{text}</p>"}


DOCUMENTS = [
    section("encadrements/articles/", "Index des articles"),
    section("encadrements/articles/#loi", "Loi courte"),
    section("encadrements/loi/", "Loi au titre très long"),
    section("encadrements/loi/#art-1", "1. Photo de l’élève", "Les élèves inscrits à l’école sont photographiés."),
    section("encadrements/loi/#art-2", "2. Plateforme approuvée", "ClassDojo et les médias sociaux; la cyberintimidation."),
    section("encadrements/loi/#art-3", "3. Réseau Wi-Fi", "Le réseau sans-fil et la main courante."),
    section("encadrements/loi/#art-5-9", "5.9 Consentement", "Un consentement écrit d'une personne autorisée, sœur ou mère."),
    section("encadrements/loi/#art-6", "6. Courrier", "Envoyer un mail."),
    section("encadrements/loi/#art-7", "7. Garder un formulaire", "Le formulaire de l’annexe C."),
    section("encadrements/loi/#annexe-1", "Annexe 1 : Annexe sur les annexes", "Une annexe, puis une autre annexe."),
    section("encadrements/loi/#annexe-c", "Annexe C : Formulaire", "Un long formulaire à remplir."),
    section("encadrements/articles/#voisine", "Loi voisine (ABC)"),
    section("encadrements/voisine/", "Loi d’une autre organisation"),
    section("encadrements/voisine/#art-1", "1. Horloge", "Puis-je voir une horloge ?"),
    section("encadrements/loi/#art-8", "8. Horloge", "Puis-je voir une horloge ?"),
    section("fiche/", "ClassDojo", "Fiche de ClassDojo, pour l'utilisateur."),
    section("fiche/#pourquoi", "Pourquoi", "Les raisons."),
]


@pytest.fixture(scope="module")
def ask(same_page: NewPage) -> Ask:
    """Asks the worker, set up on the small index; the answers of the day, which come from the site, are left out."""
    page = same_page("")
    page.evaluate(WORKER, DOCUMENTS)
    return lambda query: [group for group in page.evaluate("query => ask(query)", query) if "recherche-reponse" not in str(group)]


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


def places(items: list[Any]) -> list[str]:
    """The places of the worker's results, without the folder of the small text."""
    return [item["location"].removeprefix("encadrements/loi/#") for group in items for item in group]


# The file that the theme's worker loads


def test_search_is_one_script_that_declares_nothing_outside_itself(site: Path, project: Project) -> None:
    folder = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "recherche"
    whole = joined(folder, facts(project))
    places = [whole.find(source.read_text(encoding="utf-8")) for source in sorted(folder.glob("*.js"))]
    assert len(places) == 7
    assert -1 not in places
    assert places == sorted(places)
    script = (site / "assets" / "javascripts" / "lunr" / "min" / "lunr.fr.min.js").read_text(encoding="utf-8")
    assert script == whole
    assert script.startswith('(() => {\n"use strict";')


def test_sources_of_the_search_are_not_published_beside_it(site: Path) -> None:
    assert not (site / "assets" / "recherche").exists()


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
    answered = []
    for query in json.loads(UNANSWERED.read_text(encoding="utf-8")):
        search(box, query)
        answered += [query] if box.locator(".chercher-reponses li").count() else []
    assert answered == []


def test_its_key_opens_it_on_a_narrow_screen_too(again: NewPage) -> None:
    page = again(width=390)
    for _ in range(2):
        page.keyboard.press("/")
        expect(page.locator(FIELD)).to_be_focused()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("photo")
        expect(page.locator(".chercher-reponses a, .md-search-result__list a").first).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("#__search")).not_to_be_checked()
        expect(page.locator(FIELD)).not_to_be_focused()


@pytest.mark.parametrize(("query", "place"), [("outlook", "plateformes/courriel/"), ("suppléante", "situations/equipe-ecole/#suppleance")])
def test_the_answer_stands_above_the_results(box: Page, query: str, place: str) -> None:
    assert search(box, query, answers=True)[0] == place
    expect(box.locator(".chercher-reponses .recherche-verdict").first).to_be_visible()
    search(box, "sanctions")
    expect(box.locator(".chercher-reponses li")).to_have_count(0)


def test_nothing_found_leads_to_the_helper_and_to_whom_to_ask(box: Page) -> None:
    assert search(box, "zzyzx") == ()
    links = box.locator(".chercher-rien a")
    assert [link.get_attribute("href") for link in links.all()] == ["plateformes/autre/", "puis-je/", "situations/", "contacts/"]
    expect(links.first).to_be_visible()
    expect(box.locator(".chercher-rien li").first).to_contain_text("«\u00a0zzyzx\u00a0» est une application?")
    assert search(box, "C-12") == ()
    expect(links.first).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("annexe A", "encadrements/directive/#annexe-a"),
        ("l'annexe a", "encadrements/directive/#annexe-a"),
        ("annexe 1", "encadrements/confidentialite/#annexe-1"),
        ("tableau B", "encadrements/note-de-service/#tableau-b"),
        ("article 5", "encadrements/directive/#art-5"),
        ("article 5.5.2", "encadrements/directive/#art-5-5-2"),
        *((query, "encadrements/directive/#art-5-9") for query in ("5.9", "art.5.9", "art5.9", "art 5,9", "5,9", "5-9")),
        ("5-5-3", "encadrements/directive/#art-5-5-3"),
        ("2.2a", "encadrements/plateformes-apprentissage/#art-2-2"),
        ("art. 2.2 a)", "encadrements/plateformes-apprentissage/#art-2-2"),
    ],
)
def test_clause_named_comes_first(box: Page, query: str, place: str) -> None:
    assert search(box, query)[0] == place


def test_a_means_that_is_all_that_is_asked_comes_first(box: Page) -> None:
    assert search(box, "texter un parent", answers=True)[0] == "plateformes/texto/"
    assert set(search(box, "cellulaire", answers=True)[:2]) == {"plateformes/texto/", "plateformes/telephone/"}


@pytest.mark.parametrize("name", ["whatsapp", "zoom"])
def test_unknown_platform_is_not_taken_for_another_word(box: Page, name: str) -> None:
    found = search(box, name)
    if found:
        assert {mark.lower() for mark in box.locator(f"{LIST} mark").all_text_contents()} == {name}
    else:
        expect(box.locator(".md-search-result__meta")).to_have_text("Aucun article trouvé")


def test_texts_named_with_an_organization_are_those_that_do_not_bind(site: Path) -> None:
    texts = json.loads((site / "donnees" / "encadrements.json").read_text(encoding="utf-8"))["encadrements"]
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    titles = {item["location"]: item["title"] for item in index}
    named = {text["id"]: bool(re.search(r"\([^()]+\)$", titles[f"encadrements/articles/#{text['id']}"])) for text in texts}
    assert named == {text["id"]: not text["oblige_personnel"] for text in texts}


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
    found = {way: search(box, way)[:3] for way in ways}
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


def test_result_says_its_text_and_shows_the_words(box: Page) -> None:
    search(box, "dossier eleve")
    first = box.locator(f"{LIST} a").first
    expect(first).to_contain_text("Directive")
    expect(first).to_contain_text("5.10 Conserver des documents au dossier")
    assert "dossier" in first.locator("mark").all_text_contents()


def test_words_not_found_are_those_of_the_reader(box: Page) -> None:
    search(box, "consentements zzyzx")
    assert set(box.locator(f"{LIST} del").all_text_contents()) == {"zzyzx"}


def test_stop_words_joined_are_not_said_to_be_missing(box: Page) -> None:
    search(box, "puis-je texter un parent")
    assert set(box.locator(f"{LIST} del").all_text_contents()) <= {"texter", "parent"}


def test_nothing_is_said_in_french(box: Page) -> None:
    assert search(box, "zzyzx qwxk") == ()
    expect(box.locator(".md-search-result__meta")).to_have_text("Aucun article trouvé")


def test_number_finds_its_clause(box: Page) -> None:
    assert search(box, "5.9")[0] == "encadrements/directive/#art-5-9"


def test_works_under_a_strict_policy(new_page: NewPage) -> None:
    def strictly(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page = new_page()
    page.route("**/workers/*.js", strictly)
    page.reload()
    assert search(ready(page), "netiquette")


# The words, one by one


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("eleve", "art-1"),
        ("l’élève", "art-1"),
        ("ecoles", "art-1"),
        ("approuvees", "art-2"),
        ("approuver", "art-2"),
        ("social", "art-2"),
        ("class dojo", "art-2"),
        ("plate-forme", "art-2"),
        ("cyber-intimidation", "art-2"),
        ("wifi", "art-3"),
        ("wi-fi", "art-3"),
        ("sans fil", "art-3"),
        ("consentir", "art-5-9"),
        ("consentemant", "art-5-9"),
        ("autorisé", "art-5-9"),
        ("soeur", "art-5-9"),
        ("5.9", "art-5-9"),
        ("conse", "art-5-9"),
    ],
)
def test_word_finds(ask: Ask, query: str, place: str) -> None:
    assert places(ask(query))[0] == place


def test_typing_error_is_allowed_only_in_a_word_found_nowhere(ask: Ask) -> None:
    assert places(ask("main")) == ["art-3"]
    assert places(ask("corante")) == ["art-3"]
    assert places(ask("courentes")) == ["art-3"]
    assert places(ask("corent")) == []


def test_typing_errors_do_not_make_another_word(ask: Ask) -> None:
    assert places(ask("garder")) == ["art-7"]
    assert places(ask("gadrer")) == ["art-7"]
    assert places(ask("garderie")) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("annexe C", ["annexe-c", "art-7"]),
        ("annexe 1", ["annexe-1"]),
        ("article 5.9", ["art-5-9"]),
        ("art. 8.0", ["art-8"]),
        ("annexe D", []),
        ("annexe 2", []),
        ("article 5", []),
    ],
)
def test_name_of_a_clause_is_exact(ask: Ask, query: str, found: list[str]) -> None:
    assert places(ask(query)) == found


def test_accented_word_is_no_letter_of_a_name(ask: Ask) -> None:
    assert "annexe-c" in places(ask("annexe à remplir"))


def test_compound_is_shown_as_the_reader_wrote_it(ask: Ask) -> None:
    assert places(ask("puis-je photo")) == ["art-1"]
    terms = {item["location"]: item["terms"] for [item] in ask("photo cyber-intimidation")}
    assert {word for word, found in terms["encadrements/loi/#art-1"].items() if not found} == {"cyber-intimidation"}


def test_text_of_another_organization_comes_after_and_is_marked(ask: Ask) -> None:
    own, [other] = ask("horloge")
    assert places([own]) == ["art-8"]
    assert other["location"] == "encadrements/voisine/#art-1"
    assert other["title"].startswith('<small class="recherche-texte">Loi voisine (ABC) (texte de référence)</small><br>')
    assert "référence" not in own[0]["title"]


def test_stop_words_count_only_alone(ask: Ask) -> None:
    assert places(ask("de la photo")) == places(ask("photo"))
    assert places(ask("sans"))


def test_required_and_excluded_words(ask: Ask) -> None:
    assert places(ask('"médias cyberintimidation"')) == ["art-2"]
    assert "art-2" not in places(ask("classdojo -cyberintimidation"))


def test_clause_stands_alone_before_the_pages_that_quote_it(ask: Ask) -> None:
    clause, page = ask("classdojo")
    assert [item["location"] for item in clause] == ["encadrements/loi/#art-2"]
    assert clause[0]["title"].startswith('<small class="recherche-texte">Loi courte</small><br>2. Plateforme')
    assert [item["location"] for item in page] == ["fiche/"]


def test_section_of_another_page_comes_under_its_page(ask: Ask) -> None:
    [group] = ask("raisons")
    assert {item["location"] for item in group} == {"fiche/", "fiche/#pourquoi"}


def test_words_are_whole_not_stems(ask: Ask) -> None:
    [[result]] = ask("photographié zzyzx")
    assert result["terms"] == {"photographiés": True, "zzyzx": False}


def test_words_of_the_reader_are_safe_in_markup(ask: Ask) -> None:
    [[result]] = ask("photo <b>zz</b>")
    assert "<b>" not in result["title"]
    assert "&#60;b>zz" in result["title"] or "&#60;b&#62;zz" in result["title"]


def test_what_is_typed_before_the_search_is_there_is_kept(new_page: NewPage) -> None:
    page = new_page("modeles/classe/")
    waiting: list[Route] = []
    page.route("**/assets/javascripts/bundle.*.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.get_by_role("link", name="Rechercher").click()
    query = page.get_by_role("textbox", name="Rechercher")
    query.press_sequentially("photo")
    for route in waiting:
        route.continue_()
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    expect(query).to_have_value("photo")
    assert waiting
    assert "q=" not in page.url
