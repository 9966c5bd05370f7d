"""« Puis-je? »: by keyboard, by typing, by address, on another day, on paper, without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from macros.components import Components
from macros.project import Project
from macros.rendering.context import Context
from macros.rendering.helper_answers import FOLDER, PARTS, known
from tests.navigateur.axe import FRAME, violations
from tests.navigateur.conftest import Watch
from tests.navigateur.test_accessibilite import LOOKS
from tests.papier import LETTER, printed

PHOTO, NEWS, PERSONAL = "realisation-ou-photo", "information-generale", "renseignement-personnel"
# One question for each verdict, and the titles of its answer in order.
ANSWERS = {
    "Oui": (("teams", "eleves", NEWS), ["Documents à remplir", "À faire", "À privilégier ou recommandé", "Pourquoi"]),
    "Oui, à des conditions": (
        ("mozaik", "parents", PHOTO),
        ["Documents à remplir", "Conditions à remplir", "À privilégier ou recommandé", "À demander", "Pourquoi", "À qui demander"],
    ),
    "Sur autorisation": (
        ("autre", "parents", PHOTO),
        ["Quoi employer à la place", "Documents à remplir", "À faire", "À privilégier ou recommandé", "À demander", "Pourquoi", "À qui demander"],
    ),
    "Non": (
        ("messenger", "parents", PHOTO),
        ["Quoi employer à la place", "Documents à remplir", "Si vous l’employiez déjà", "À demander", "Pourquoi"],
    ),
    "À clarifier": (
        ("mozaik", "eleves", PHOTO),
        [
            "Quoi employer à la place",
            "Documents à remplir",
            "Si la réponse est oui",
            "À privilégier ou recommandé",
            "Pourquoi : les textes ne règlent pas ce cas",
            "À qui demander",
        ],
    ),
}
CLASSDOJO = {
    "2025-08-23": ("Sur autorisation", "Sur autorisation"),
    "2025-09-15": ("Oui, à des conditions", "Non"),
    "2026-07-01": ("À clarifier", "Non"),
    "2026-11-22": ("À clarifier", "Non"),
}
# Once the page has scrolled to it.
FOCUS = """() => new Promise((done) => requestAnimationFrame(done)).then(() => { const e = document.activeElement, r = e.getBoundingClientRect();
    const x = r.left + r.width / 2, y = Math.min(Math.max(r.top + r.height / 2, 0), innerHeight - 1), top = document.elementFromPoint(x, y);
    const label = e.closest('label');
    return {name: e.outerHTML.slice(0, 90), inside: !!e.closest('.puis-je'), end: !!e.closest('.puis-je__actions'),
            seen: !!top && (e.contains(top) || top.contains(e) || !!label?.contains(top)), size: Math.min(r.width, r.height)}; })"""


def address(plateforme: str, destinataire: str, contenu: str, date: str = "") -> str:
    """Return the address of a question."""
    return f"puis-je/#plateforme={plateforme}&destinataire={destinataire}&contenu={contenu}" + (f"&date={date}" if date else "")


def verdict(page: Page) -> Locator:
    """Return the verdict shown."""
    return page.locator(".puis-je__resultat .reponse__verdict .verdict")


def status(page: Page) -> Locator:
    """Return what is said aloud of the answer."""
    return page.locator(".puis-je__reponse > [role=status]")


# What a click on each does, without the wait for a page that no longer moves.
CHOOSE = """(names) => names.forEach((name) => {
  const shown = [...document.querySelectorAll(".puis-je__questions [type=radio]")].filter((radio) => radio.checkVisibility());
  const found = shown.filter((radio) => radio.labels[0].innerText.trim().startsWith(name));
  if (found.length !== 1) throw new Error(`${found.length} options for ${name}`);
  found[0].focus();
  found[0].click();
})"""


def choose(page: Page, *names: str) -> None:
    """Choose an option of each question by what it starts with."""
    page.evaluate(CHOOSE, [*names])


def plain(text: str) -> str:
    """Return a text with ordinary spaces, on one line."""
    return re.sub(r"\s+", " ", text)


def test_by_keyboard_from_the_top_of_the_page(again: Callable[..., Page]) -> None:
    page = again("puis-je/", reduced_motion="reduce")

    def tab_to(selector: str) -> None:
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    tab_to("[name=destinataire]")
    page.keyboard.press("Space")
    tab_to("[name=contenu]")
    page.keyboard.press("ArrowDown")
    tab_to("#puis-je-recherche")
    page.keyboard.type("messenger")
    expect(page.get_by_text("1 moyen : appuyez sur Entrée pour le choisir")).to_be_visible()
    page.keyboard.press("Enter")
    expect(verdict(page)).to_have_text("Non")
    expect(page.get_by_role("radio", name="Messenger")).to_be_focused()
    expect(page.locator(".puis-je__recherche output")).to_have_text("1 moyen, choisi")
    tab_to(".reponse__ailleurs a")
    first = page.evaluate("document.activeElement.href")
    tab_to(".reponse__cases input")
    page.keyboard.press("Space")
    expect(page.locator(".reponse__cases input").first).to_be_checked()
    page.locator(".reponse__ailleurs a").first.focus()
    assert page.evaluate("document.activeElement.href") == first
    page.keyboard.press("Enter")
    expect(verdict(page)).to_have_text("Oui, à des conditions")
    expect(page.locator(".reponse__question")).to_be_focused()
    page.go_back()
    expect(verdict(page)).to_have_text("Non")


def test_a_means_chosen_among_those_found_takes_the_place_of_the_former_one(again: Callable[..., Page]) -> None:
    page = again(address("texto", "parents", NEWS))
    page.get_by_label("Trouver un moyen").fill("whatsapp")
    shown = page.locator("label:visible > [name=plateforme]")
    expect(shown).to_have_count(2)
    page.get_by_role("radio", name="Une autre application").click()
    expect(shown).to_have_count(1)
    expect(page.locator(".puis-je__recherche output")).to_have_text("1 moyen, choisi")
    page.get_by_label("Trouver un moyen").fill("")
    assert shown.count() > 2


# The means that are shown, what is said of them, and of the one that has the focus, which it is and whether it is chosen.
MEANS = """() => {
  const shown = [...document.querySelectorAll("[name=plateforme]")].filter((radio) => radio.closest("label").checkVisibility());
  const { value, checked } = document.activeElement;
  return [shown.map((radio) => radio.value), document.querySelector(".puis-je__recherche output").innerText, [value, checked]];
}"""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("groupe facebook", ["facebook"]),
        ("sms", ["texto"]),
        ("clic ecole", ["clic-ecole"]),
        ("clicécole", ["clic-ecole"]),
        ("whatsapp", ["autre"]),
        ("Mozaik portail parents", ["portail-parents"]),
        ("m-parent", ["mparent"]),
        ("GMAIL", ["courriel-personnel"]),
        ("facebook classe", ["autre-page-facebook", "facebook", "messenger"]),
        ("mesenger", ["messenger"]),
        ("clasdojo", ["classdojo"]),
        ("watsapp", ["autre"]),
        ("courriel", ["courriel", "courriel-personnel"]),
        ("messanger", ["clic-ecole", "messenger"]),
        ("mesanger", ["clic-ecole", "messenger"]),
    ],
)
def test_find_by_typing(typed: str, found: list[str], same_page: Callable[[str], Page]) -> None:
    page = same_page("puis-je/")
    page.locator(".puis-je__questions").evaluate("(form) => form.reset()")
    field = page.locator("#puis-je-recherche")
    field.fill(typed)
    # The names come with the answers.
    expect(page.locator(".puis-je__recherche output")).to_contain_text("moyen")
    said = "1 moyen : appuyez sur Entrée pour le choisir" if len(found) == 1 else f"{len(found)} moyens : choisissez-en un"
    means, output, _ = page.evaluate(MEANS)
    assert (means, plain(output)) == (found, said)
    field.press("Enter")
    # Of several, none is chosen for the reader.
    assert page.evaluate(MEANS)[2] == [found[0], len(found) == 1]


def test_what_is_not_found_may_be_another_application(again: Callable[[str], Page]) -> None:
    page = again("puis-je/")
    field = page.get_by_label("Trouver un moyen")
    field.fill("pigeon voyageur")
    expect(page.locator(".puis-je__recherche output")).to_contain_text("Aucun moyen ne porte ce nom.")
    assert page.locator(".puis-je__choix--moyens label:visible span").all_inner_texts() == ["Une autre application"]
    field.press("Enter")
    expect(page.locator("[name=plateforme]:checked")).to_have_count(0)
    field.fill("")
    expect(page.locator(".puis-je__choix--moyens label:visible")).to_have_count(page.locator("[name=plateforme]").count())


@pytest.mark.parametrize("expected", ANSWERS)
def test_an_answer_is_said_in_order_and_prints_alone_on_one_or_two_sheets(expected: str, again: Callable[..., Page], project: Project) -> None:
    question, titles = ANSWERS[expected]
    page = again(address(*question), width=390, dark=True)
    said_in_order(page, expected, titles)
    page.set_viewport_size({"width": 1280, "height": 900})
    said_in_order(page, expected, titles)
    prints_alone(page, expected, project)


# What an answer says, as it is shown: its titles, what is quoted, how many sources each condition has, where its parts stand.
SAID = """() => {
  scrollTo(0, 0);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const quote = (one) => [all("figcaption a", one).length, one.querySelector("blockquote").innerText.trim() !== ""];
  const parts = [".reponse__tete", ".reponse__phrase", ".reponse h3", ".puis-je__fiche"];
  return {
    titles: all(".reponse h3").map((one) => one.innerText),
    quotes: all(".reponse__citation").map(quote),
    sources: all(".reponse__cases li").map((one) => all(".sources a", one).length),
    tops: parts.map((one) => document.querySelector(one).getBoundingClientRect().y),
    day: document.querySelector(".reponse__jour").innerText,
  };
}"""


def said_in_order(page: Page, expected: str, titles: list[str]) -> None:
    """Check all that an answer says, in its order, at the width that the page has."""
    expect(verdict(page)).to_have_text(expected)
    said = page.evaluate(SAID)
    assert [plain(text) for text in said["titles"]] == titles
    assert said["quotes"]
    assert all(quote == [1, True] for quote in said["quotes"])
    assert all(said["sources"])
    assert said["tops"] == sorted(said["tops"])
    assert re.fullmatch(r"Au \d+(er)? \w+ \d{4}", plain(said["day"]))


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_what_explains_the_verdict_stays_in_sight(width: int, height: int, again: Callable[..., Page]) -> None:
    page = again(address("mozaik", "parents", PHOTO), width=width, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    expect(verdict(page)).to_be_visible()
    page.locator(".reponse__citation").first.scroll_into_view_if_needed()
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(200)
    for part in (verdict(page), page.locator(".reponse__phrase")):
        expect(part).to_be_in_viewport(ratio=1)
        assert part.evaluate(
            "(e) => { const r = e.getBoundingClientRect(); return e.contains(document.elementFromPoint(r.x + 5, r.y + r.height / 2)); }"
        )


def test_what_to_use_and_to_fill_in_is_at_once_under_the_verdict(again: Callable[..., Page]) -> None:
    page = again(address("autre", "parents", PHOTO))
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        at_once_under_the_verdict(page)


def at_once_under_the_verdict(page: Page) -> None:
    """Check where what to use and what to fill in stand, at the width that the page has."""
    expect(verdict(page)).to_be_visible()
    under = page.locator(".reponse__tete").bounding_box()
    others, sheets = page.locator(".reponse__ailleurs h3").bounding_box(), page.locator(".reponse__documents a").first.bounding_box()
    assert under
    assert others
    assert sheets
    assert others["y"] - (under["y"] + under["height"]) < 60
    assert sheets["y"] - (under["y"] + under["height"]) < 500


def test_steps_are_numbered_and_what_only_advises_stands_apart(again: Callable[[str], Page], project: Project) -> None:
    page = again(address("mozaik", "parents", NEWS))
    expect(verdict(page)).to_be_visible()
    steps = page.locator(".reponse__etapes > li > h4")
    assert steps.all_inner_texts() == ["Avant", "En communiquant"]
    assert [steps.nth(i).evaluate("(e) => getComputedStyle(e, '::before').content") for i in (0, 1)] == ['counter(etape) ". "'] * 2
    advised = page.locator(".reponse__corps > h3", has_text="À privilégier ou recommandé").locator("+ ul label")
    words = {mention.nom for code, mention in project.mentions["forces"].items() if code in ("preference", "recommandation")}
    assert {plain(text).partition(" :")[0] for text in advised.all_inner_texts()} <= words
    assert advised.count() > 0
    required = page.locator(".reponse__etapes label").all_inner_texts()
    assert not [text for text in required if text.startswith(tuple(words))]


def test_a_clause_is_quoted_once_with_its_notes(again: Callable[[str], Page]) -> None:
    page = again(address("messenger", "parents", NEWS))
    expect(verdict(page)).to_be_visible()
    quote = page.locator(".reponse__citation").first
    assert "Facebook¹" in quote.inner_text()
    assert "¹ Il est toujours permis" in plain(quote.inner_text())
    page = again(address("page-facebook-ecole", "parents", PHOTO))
    expect(verdict(page)).to_be_visible()
    names = page.locator(".reponse__citation figcaption a").all_inner_texts()
    assert len(names) == len(set(names))
    text = plain(page.locator(".reponse__citation").first.inner_text())
    assert text.count("¹ Il est toujours permis") == 1
    assert re.search(r"ne règle pas ce cas\s+¹ Il est toujours permis", text)


def test_an_answer_has_its_own_title(again: Callable[..., Page]) -> None:
    page = again("puis-je/")
    title = page.title()
    choose(page, "Parents", "Information", "Texto")
    expect(page).to_have_title(f"Non. Texto\u00a0: communiquer de l’information générale aux parents – {title}")
    page.evaluate("location.hash = '#plateforme=texto&destinataire=parents&contenu=information-generale&date=2025-08-01'")
    expect(page).to_have_title(title)


@pytest.mark.parametrize(
    ("nom", "said"),
    [("WhatsApp", "WhatsApp"), ("whatsapp", "WhatsApp"), ("Pigeon", "Une autre application"), ("%3Cb%3E", "Une autre application")],
)
def test_an_address_names_an_application_that_the_site_knows(nom: str, said: str, again: Callable[[str], Page]) -> None:
    page = again(f"puis-je/#plateforme=autre&nom={nom}&destinataire=parents&contenu={NEWS}")
    expect(page.locator(".reponse__question")).to_have_text(f"{said} : communiquer de l’information générale aux parents")


def test_an_application_is_answered_under_its_own_name(again: Callable[..., Page]) -> None:
    page = again("puis-je/")
    choose(page, "Parents", "Information")
    field, question = page.get_by_label("Trouver un moyen"), page.locator(".reponse__question")
    field.fill("watsapp")
    field.press("Enter")
    expect(question).to_contain_text("WhatsApp : communiquer")
    assert "nom=WhatsApp" in page.url
    page.reload()
    expect(question).to_contain_text("WhatsApp : communiquer")
    # What the site does not know is said, and kept out of the address and of the title, which the history keeps.
    field.fill("Pigeonnier")
    page.get_by_role("radio", name="Une autre application").click()
    expect(question).to_contain_text("Pigeonnier : communiquer")
    assert "igeon" not in page.url + page.title()
    page.locator(".reponse__ailleurs a").first.click()
    expect(question).not_to_contain_text("Pigeonnier")


def test_the_questions_of_the_staff_that_match_are_offered(again: Callable[..., Page]) -> None:
    page = again("puis-je/")
    field, offered = page.get_by_label("Trouver un moyen"), page.locator(".puis-je__situations a")
    expect(offered).to_have_count(0)
    field.fill("groupe whatsapp parents")
    expect(offered.first).to_be_visible()
    assert "WhatsApp" in offered.first.inner_text()
    assert offered.count() <= 3
    # What is typed is one of the words of a question alone, and part of one of another before it.
    field.fill("bulletin")
    expect(offered.first).to_have_text("Puis-je communiquer à un parent la note de son enfant?")
    offered.first.click()
    page.wait_for_url("**/situations/**#**")
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_visible()


def test_the_answers_are_read_at_the_first_touch(again: Callable[..., Page], site: Path) -> None:
    page = again("puis-je/")
    asked = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('reponses.js')).length"
    assert page.evaluate(asked) == 0
    page.get_by_label("Trouver un moyen").focus()
    # A function: of an expression, the second look would be an evaluation that the page's policy refuses.
    page.wait_for_function("() => window.PuisJe")
    assert page.evaluate(asked) == 1
    assert page.locator("template").count() == 0
    html = (site / "puis-je/reponses.js").read_text(encoding="utf-8")
    assert len((site / "puis-je/index.html").read_text(encoding="utf-8")) < len(html) / 2


# Counts, from then on, what is read as HTML.
COUNT_READ = """() => {
  const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
  window.read = 0;
  Object.defineProperty(Element.prototype, "innerHTML", { get, set(html) { window.read += 1; set.call(this, html); } });
}"""
# Once nothing more has been read for a while.
AT_REST = """() => new Promise((rest) => {
  const look = (before) => setTimeout(() => (window.read > before ? look(window.read) : rest()), 500);
  look(0);
})"""


def test_what_may_answer_the_last_question_is_read_before_it(again: Callable[..., Page]) -> None:
    page = again("puis-je/")
    page.get_by_label("Trouver un moyen").focus()
    page.wait_for_function("() => window.PuisJe")
    page.evaluate(COUNT_READ)
    choose(page, "Parents")
    assert page.evaluate("window.read") == 0, "nothing is read before a single question is left"
    choose(page, "Information")
    page.evaluate(AT_REST)
    assert page.evaluate("window.read") > 3
    page.evaluate("() => { window.read = 0; }")
    choose(page, "Teams")
    assert (verdict(page).count(), page.evaluate("window.read")) == (1, 0)


MISSING = "Ce que vous attendez n’est pas venu"
# What a browser may have kept of the site as it was.
FORMER = "window.PuisJe = {lignes: [], html: {}, situations: []};"
WITHOUT_ONE = "Object.keys(PuisJe.moyens).slice(-1).forEach((last) => { delete PuisJe.moyens[last]; });"


def without_a_means(route: Route) -> None:
    """Give the answers of a day when a means was not there yet."""
    answers, tool = route.fetch().text().split("\n", 1)
    route.fulfill(body=f"{answers}\n{WITHOUT_ONE}\n{tool}", content_type="text/javascript")


@pytest.mark.parametrize(
    "come", [lambda route: route.abort(), lambda route: route.fulfill(body=FORMER), without_a_means], ids=["none", "former", "without-a-means"]
)
def test_answers_that_do_not_come_are_said_and_asked_again(come: Callable[[Route], None], again: Callable[..., Page], watched: Watch) -> None:
    page = again("puis-je/")
    page.route("**/reponses.js*", come)
    choose(page, "Parents", "Information", "Texto")
    expect(page.get_by_text(MISSING)).to_be_visible()
    expect(page.locator(".puis-je__attente strong")).to_be_hidden()
    assert "Un instant" not in page.locator(".puis-je").inner_text()
    page.unroute("**/reponses.js*")
    watched.errors.clear()
    choose(page, "Élèves")
    expect(verdict(page)).to_have_text("Non")
    expect(page.get_by_text(MISSING)).to_be_hidden()


@pytest.mark.parametrize("former", [lambda route: route.fulfill(body=FORMER), without_a_means], ids=["former", "without-a-means"])
def test_answers_that_a_browser_kept_of_a_former_page_are_asked_for_anew(former: Callable[[Route], None], new_page: Callable[..., Page]) -> None:
    page = new_page("puis-je/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.route("**/reponses.js", former)
    choose(page, "Élèves", "Information", "Texto")
    expect(verdict(page)).to_have_text("Non")
    expect(page.get_by_text(MISSING)).to_be_hidden()
    assert [one for one in asked if one.startswith("reponses")] == ["reponses.js", "reponses.js?1"]


def answers_held(page: Page) -> list[Route]:
    """Let the script of the answers wait; return what asks for it, once something does."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/reponses.js*", hold)
    return held


def test_what_is_typed_before_the_names_come_counts_once_they_are_there(again: Callable[..., Page]) -> None:
    page = again("puis-je/")
    held = answers_held(page)
    choose(page, "Parents", "Information")
    field, said = page.get_by_label("Trouver un moyen"), page.locator(".puis-je__recherche output")
    field.fill("watsapp")
    field.press("Enter")
    # Of names that are not there, one is told to wait, and no means is chosen for another.
    expect(said).to_have_text("Un instant : les réponses arrivent.")
    assert page.locator("[name=plateforme]:checked").count() == 0
    assert page.locator("label:visible > [name=plateforme]").count() == page.locator("[name=plateforme]").count()
    (only,) = held
    only.continue_()
    page.unroute("**/reponses.js*")
    expect(page.locator(".reponse__question")).to_contain_text("WhatsApp : communiquer")
    expect(said).to_have_text("1 moyen, choisi")
    expect(page.get_by_role("radio", name="Une autre application")).to_be_focused()
    assert "nom=WhatsApp" in page.url


@pytest.mark.parametrize(
    ("typed", "said"), [("whatsapp", "WhatsApp"), (" Pigeonnier ", "Pigeonnier"), ("application mobile", "Une autre application")]
)
def test_an_application_clicked_before_the_names_come_has_its_own_once_they_are_there(typed: str, said: str, again: Callable[..., Page]) -> None:
    page = again("puis-je/")
    held = answers_held(page)
    choose(page, "Parents", "Information")
    page.get_by_label("Trouver un moyen").fill(typed)
    page.get_by_role("radio", name="Une autre application").click()
    assert "igeon" not in page.url
    expect(page.locator(".puis-je__attente strong")).to_have_text("Un instant : les réponses arrivent.")
    (only,) = held
    only.continue_()
    page.unroute("**/reponses.js*")
    expect(page.locator(".reponse__question")).to_contain_text(f"{said} : communiquer")
    assert "igeon" not in page.url + page.title()


def test_a_choice_made_before_the_answers_come_changes_what_the_address_asks(new_page: Callable[..., Page]) -> None:
    page = new_page("glossaire/")
    held = answers_held(page)
    page.goto(page.url.replace("glossaire/", address("teams", "parents", NEWS, "2026-03-02")))
    expect(page.locator(".puis-je__attente")).to_be_visible()
    choose(page, "Élèves")
    (only,) = held
    only.continue_()
    expect(page.locator(".reponse__jour")).to_have_text("Au 2 mars 2026")
    assert page.url.endswith(address("teams", "eleves", NEWS, "2026-03-02"))


LINK = f"location.hash = '{address('classdojo', 'eleves', PHOTO)[address('', '', '').index('#') :]}'"


@pytest.mark.parametrize(
    ("asked", "meanwhile", "question"),
    [
        ("puis-je/", [lambda page: choose(page, "Parents", "Information", "Texto"), lambda page: page.evaluate(LINK)], "ClassDojo"),
        ("puis-je/", [lambda page: page.evaluate(LINK), lambda page: choose(page, "Texto")], "Texto"),
        ("puis-je/", [lambda page: seek(page, "classroom\n"), lambda page: choose(page, "Teams", "Parents", "Information")], "Teams"),
        ("puis-je/", [lambda page: choose(page, "Teams", "Parents", "Information"), lambda page: seek(page, "texto\n")], "Texto"),
        ("puis-je/", [lambda page: choose(page, "Une autre", "Parents", "Information"), lambda page: seek(page, "zzb")], "Une autre"),
        (address("autre", "parents", NEWS) + "&nom=Kahoot", [lambda page: seek(page, "whats")], "Kahoot"),
    ],
    ids=["link-last", "means-last", "means-after-enter", "enter-after-means", "sought-after-means", "sought-alone"],
)
def test_of_what_one_does_before_the_answers_come_the_last_counts(
    asked: str, meanwhile: list[Callable[[Page], None]], question: str, new_page: Callable[..., Page]
) -> None:
    page = new_page("glossaire/")
    held = answers_held(page)
    page.goto(page.url.replace("glossaire/", asked))
    for one in meanwhile:
        one(page)
    (only,) = held
    only.continue_()
    expect(page.locator(".reponse__question")).to_contain_text(f"{question}")


def seek(page: Page, typed: str) -> None:
    """Type in the field of the means, then Enter if the words end so."""
    field = page.get_by_label("Trouver un moyen")
    field.fill(typed.strip())
    if typed != typed.strip():
        field.press("Enter")


def test_a_date_set_before_the_answers_come_is_that_of_the_answer(new_page: Callable[..., Page]) -> None:
    page = new_page("glossaire/")
    held = answers_held(page)
    page.goto(page.url.replace("glossaire/", address("teams", "parents", NEWS)))
    page.get_by_text("Choisir une autre date").click()
    page.get_by_label("Date", exact=True).fill("2027-01-10")
    # Nothing would hear it yet.
    today = page.get_by_role("button", name="Revenir à aujourd")
    expect(today).to_be_disabled()
    (only,) = held
    only.continue_()
    expect(page.locator(".reponse__jour")).to_have_text("Au 10 janvier 2027")
    today.click()
    expect(page.locator(".reponse__jour")).not_to_have_text("Au 10 janvier 2027")


def test_a_date_that_is_none_does_not_make_one_wait_for_what_came(again: Callable[..., Page]) -> None:
    page = again("puis-je/")
    choose(page, "Parents", "Information", "Teams")
    expect(verdict(page)).to_have_count(1)
    page.get_by_text("Choisir une autre date").click()
    page.get_by_label("Date", exact=True).fill("0026-09-15")
    page.get_by_label("Date", exact=True).blur()
    expect(page.locator(".puis-je__attente")).to_be_visible()
    expect(page.locator(".puis-je__attente")).not_to_contain_text("Un instant")


def test_answers_that_do_not_come_are_brought_into_sight_and_said_aloud(again: Callable[..., Page], watched: Watch) -> None:
    page = again("puis-je/", width=390)
    page.route("**/reponses.js*", lambda route: route.abort())
    choose(page, "Parents", "Information", "Texto")
    expect(page.get_by_role("alert").filter(has_text=MISSING)).to_be_in_viewport()
    page.unroute("**/reponses.js*")
    watched.errors.clear()
    held = answers_held(page)
    choose(page, "Élèves")
    expect(page.get_by_role("alert")).to_contain_text("Un instant : nouvel essai.")
    held[0].continue_()
    page.unroute("**/reponses.js*")
    expect(verdict(page)).to_have_count(1)


def test_names_that_do_not_come_are_asked_for_again_as_one_types(again: Callable[..., Page], watched: Watch) -> None:
    page = again("puis-je/")
    page.route("**/reponses.js*", lambda route: route.abort())
    field = page.get_by_label("Trouver un moyen")
    field.fill("clasd")
    expect(page.get_by_text(MISSING)).to_be_visible()
    page.unroute("**/reponses.js*")
    watched.errors.clear()
    field.fill("clasdojo")
    expect(page.locator(".puis-je__recherche output")).to_have_text("1 moyen : appuyez sur Entrée pour le choisir")
    expect(page.get_by_text(MISSING)).to_be_hidden()


@pytest.mark.parametrize("first", ["hung", "refused"])
def test_answers_that_hang_are_said_and_asked_again_for_what_was_asked(first: str, new_page: Callable[..., Page], watch: Watch) -> None:
    page = new_page("glossaire/", width=390)
    page.clock.install()
    held = answers_held(page)
    if first == "refused":
        page.route("**/reponses.js*", lambda route: route.abort())
    page.goto(page.url.replace("glossaire/", address("teams", "parents", NEWS, "2026-03-02")))
    expect(page.locator(".puis-je__cadre")).to_be_visible()
    said = page.get_by_role("alert").filter(has_text="vous attendez")
    if first == "refused":
        expect(said).to_contain_text(f"{MISSING} : le réseau est peut-être lent ou coupé. Ou lisez la page du moyen.")
        page.unroute("**/reponses.js*")
        held = answers_held(page)
    else:
        page.clock.fast_forward(19_000)
        assert (len(held), said.count()) == (1, 0)
        page.clock.fast_forward(2_000)
    expect(said).to_be_in_viewport()
    means = page.get_by_label("Trouver un moyen")
    means.focus()
    expect(page.locator(".puis-je__attente strong")).to_be_hidden()
    # One who asks again keeps the button under the finger, and what was asked.
    again = page.get_by_role("button", name="Essayer encore")
    again.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Un instant : nouvel essai.")).to_be_visible()
    expect(again).to_be_focused()
    page.clock.fast_forward(21_000)
    expect(said).to_be_visible()
    again.press("Enter")
    addresses = [route.request.url.rpartition("/")[2] for route in held]
    assert len(set(addresses)) == len(addresses), "a browser gives back what hangs under the same address"
    held[-1].continue_()
    expect(page.locator(".reponse__jour")).to_have_text("Au 2 mars 2026")
    expect(page.locator(".retard")).to_have_count(0)
    # What hung runs no more, and the question is that of the address.
    for route in held[:-1]:
        with page.expect_event("requestfinished"):
            route.continue_()
    assert page.url.endswith(address("teams", "parents", NEWS, "2026-03-02"))
    choose(page, "Élèves")
    expect(page.locator(".puis-je__barre")).to_have_count(1)
    expect(page.locator(".reponse__question")).to_have_count(1)
    watch.errors.clear()


def test_answers_that_come_late_by_themselves_take_the_alert_away(new_page: Callable[..., Page]) -> None:
    page = new_page("glossaire/")
    page.clock.install()
    held = answers_held(page)
    page.goto(page.url.replace("glossaire/", "puis-je/"))
    choose(page, "Parents", "Information", "Texto")
    page.clock.fast_forward(21_000)
    button = page.get_by_role("button", name="Essayer encore")
    button.focus()
    (only,) = held
    only.continue_()
    expect(verdict(page)).to_have_count(1)
    expect(button).to_have_count(0)
    # Who was on the button is where the choice was made.
    assert page.evaluate("document.activeElement.name") == "plateforme"


def test_an_answer_has_the_styles_that_come_with_it(again: Callable[..., Page], site: Path) -> None:
    page = again(address("teams", "parents", NEWS))
    expect(page.locator(".reponse")).to_have_css("border-top-style", "solid")
    assert page.locator("link[rel=stylesheet]").count() == 1
    for path in ("index.html", "puis-je/index.html"):
        assert ".reponse__" not in (site / path).read_text(encoding="utf-8").partition("</head>")[0]


def test_the_helper_works_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_context(locale="fr-CA").new_page()
    page.goto((site / "index.html").as_uri() + "#" + address("teams", "eleves", NEWS).partition("#")[2])
    expect(verdict(page)).to_have_text("Oui")
    for link in page.locator(".reponse__citation figcaption a").all():
        path = unquote(urlsplit(link.get_attribute("href") or "").path)
        assert (Path(path) / "index.html").is_file()


def test_every_link_of_the_answers_leads_somewhere(site: Path) -> None:
    answers = (site / "puis-je/reponses.js").read_text(encoding="utf-8").partition("\n")[0]
    html = json.loads(answers.removeprefix("window.PuisJe = ").removesuffix(";"))["html"]
    links = {unescape(link) for piece in html.values() for link in re.findall(r'href="([^"]*)"', piece)} - {""}
    assert len(links) > 40
    for link in links:
        url = urlsplit(urljoin("https://site.test/puis-je/", link))
        if url.scheme == "mailto":
            continue
        page = site / url.path.lstrip("/") / "index.html"
        assert page.is_file(), link
        assert not url.fragment or f'id="{url.fragment}"' in page.read_text(encoding="utf-8"), link


def test_the_answers_ask_for_no_other_component(project: Project, root: Path) -> None:
    context = Context(project, Components(root / "overrides/composants"), FOLDER)
    assert "<template" not in "".join(known(context)["html"].values())
    assert {*context.used} == {*PARTS}


def test_one_short_sentence_is_said_aloud(again: Callable[[str], Page]) -> None:
    page = again("puis-je/")
    choose(page, "Parents", "Réalisation")
    expect(status(page)).to_be_empty()
    choose(page, "Texto")
    expect(status(page)).to_have_text("Non. Texto : montrer à d’autres parents une réalisation ou une photo d’un élève.")
    choose(page, "Élèves")
    expect(status(page)).to_have_text("Non. Texto : montrer à d’autres élèves une réalisation ou une photo d’un élève.")


def test_the_day_of_an_answer_is_said_aloud_when_it_is_not_today(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-11-22", address("texto", "parents", NEWS))
    expect(status(page)).not_to_be_empty()  # The answers come after the page.
    today = status(page).inner_text()
    page.get_by_text("Choisir une autre date").click()
    page.get_by_label("Date", exact=True).fill("2026-12-01")
    # Its verdict is the same: nothing else would tell that it is another answer.
    expect(status(page)).to_have_text(f"Au 1er\u00a0décembre\u00a02026\u00a0: {today}")
    page.get_by_role("button", name="Revenir à aujourd’hui").click()
    expect(status(page)).to_have_text(today)


def test_silence_and_conflict_are_told_apart(again: Callable[[str], Page]) -> None:
    page = again(address("courriel", "eleves", NEWS))
    expect(page.get_by_role("heading", name="Pourquoi : les textes ne règlent pas ce cas")).to_be_visible()
    assert set(page.locator(".reponse .muet").all_inner_texts()) == {"ne règle pas ce cas"}
    page = again(address("classdojo", "eleves", NEWS, "2026-11-22"))
    expect(page.get_by_role("heading", name="Pourquoi : les textes se contredisent")).to_be_visible()
    expect(page.get_by_role("heading", name="Si vous l’employiez déjà")).to_be_visible()
    expect(page.locator(".reponse__citation")).to_have_count(2)
    expect(page.locator(".reponse__contacts a").first).to_have_attribute("href", re.compile("/contacts/#direction$"))


def test_every_answer_can_be_shown(again: Callable[[str], Page], project: Project) -> None:
    page = again(address("teams", "eleves", NEWS))
    expect(verdict(page)).to_have_text("Oui")
    questions = [[*answer.combination, answer.du.isoformat()] for answer in project.reponses]
    shown = page.evaluate(
        """(questions) => questions.map((question) => {
            const form = document.querySelector('.puis-je__questions'), one = (selector) => document.querySelector(`.puis-je__resultat ${selector}`);
            ['plateforme', 'destinataire', 'contenu', 'date'].forEach((name, i) => { form.elements[name].value = question[i]; });
            form.dispatchEvent(new Event('change'));
            return [one('.verdict').textContent, one('.reponse__phrase').textContent, document.querySelectorAll('.reponse__cases input').length,
                    document.querySelectorAll('.puis-je__resultat [data-copie]:empty').length];
        })""",
        questions,
    )
    verdicts = project.mentions["verdicts"]
    expected = [[verdicts[a.regle.verdict].nom, a.regle.reponse, len(a.conditions), 0] for a in project.reponses]
    assert [[name.strip(), *rest] for name, *rest in shown] == expected


def test_what_to_use_instead_changes_the_answer_in_place(again: Callable[..., Page], project: Project) -> None:
    page = again(address("messenger", "parents", PHOTO), width=390)
    others = page.locator(".reponse__ailleurs a")
    names = others.locator("span:first-child").all_inner_texts()
    own = [project.plateformes[id_].usuel for id_ in project.plateformes["messenger"].remplacer_par]
    named = [name for name in own if name in names]
    assert len(named) > 1
    assert names[: len(named)] == named
    assert not {"Messenger", "Téléphone", "Teams", "Papier"} & set(names)
    others.first.click()
    expect(page.get_by_role("radio", name=names[0])).to_be_checked()
    expect(page.locator(".reponse__question")).to_contain_text(f"{names[0]} : montrer")
    expect(page.locator(".reponse__question")).to_be_in_viewport()
    expect(page.get_by_role("link", name=f"Lire la page de ce moyen : {names[0]}")).to_be_visible()


def test_what_is_only_tolerated_is_not_proposed_in_the_place_of_another(again: Callable[..., Page]) -> None:
    page = again(address("messenger", "parents", NEWS, "2025-09-15"))
    names = page.locator(".reponse__ailleurs a span:first-child").all_inner_texts()
    assert ("Mozaïk" in names, "ClassDojo" in names) == (True, False)


def test_what_is_chosen_stays_in_reach_of_the_keyboard(again: Callable[[str], Page]) -> None:
    page = again("puis-je/")
    choose(page, "Parents", "Information", "Teams")
    page.get_by_label("Trouver un moyen").fill("facebook")
    page.get_by_label("Trouver un moyen").press("Tab")
    expect(page.get_by_role("radio", name="Teams")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Page Facebook de l’école")).to_be_checked()


def test_the_address_brings_the_question_back(again: Callable[..., Page]) -> None:
    page = again("puis-je/")
    choose(page, "Élèves", "Réalisation", "Teams")
    expect(verdict(page)).to_have_text("Oui, à des conditions")
    assert page.url.endswith(address("teams", "eleves", PHOTO))
    page.reload()
    expect(verdict(page)).to_have_text("Oui, à des conditions")
    page.evaluate("location.hash = '#plateforme=texto&destinataire=parents&contenu=information-generale&date=2025-08-23'")
    expect(verdict(page)).to_have_text("Sur autorisation")
    expect(page.get_by_label("Date", exact=True)).to_have_value("2025-08-23")
    page.evaluate("location.hash = '#contenu'")
    page.wait_for_url("**#contenu")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    expect(verdict(page)).to_have_text("Sur autorisation")


@pytest.mark.parametrize(
    "hash_",
    [
        "#plateforme=%3Cimg src=x onerror=alert(1)%3E&destinataire=parents&contenu=information-generale",
        '#plateforme="]<b>&destinataire=__proto__&contenu=constructor&date=2026-99-99',
        "#plateforme=teams&destinataire=eleves&date=%E0%A4%A",
        "#%",
    ],
)
def test_a_hostile_address_means_nothing(hash_: str, again: Callable[[str], Page]) -> None:
    page = again("puis-je/" + hash_)
    expect(page.get_by_text("la réponse s’affiche ici")).to_be_visible()
    expect(verdict(page)).to_have_count(0)
    assert page.locator(".puis-je :is(img, b)").count() == 0
    choose(page, "Parents", "Information", "Papier")
    expect(verdict(page)).to_have_text("Oui")


def test_copy_the_link(new_page: Callable[..., Page]) -> None:
    page = new_page(address("teams", "eleves", PHOTO), permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_role("status").filter(has_text="Lien copié")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(address("teams", "eleves", PHOTO))
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    page.reload()
    expect(page.get_by_role("button", name="Copier le lien")).to_be_hidden()


@pytest.mark.parametrize(("day", "verdicts"), CLASSDOJO.items())
def test_the_answer_is_that_of_the_day(day: str, verdicts: tuple[str, str], on_day: Callable[..., Page]) -> None:
    for platform, expected in zip(("classdojo", "texto"), verdicts, strict=True):
        page = on_day(day, address(platform, "parents", NEWS))
        expect(verdict(page)).to_have_text(expected)
        assert "date=" not in page.url


def test_another_day_can_be_chosen(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-11-22", address("classdojo", "parents", NEWS))
    page.get_by_text("Choisir une autre date").click()
    field = page.get_by_label("Date", exact=True)
    assert field.get_attribute("min") == "2025-08-22"
    field.fill("2026-01-15")
    expect(verdict(page)).to_have_text("Oui, à des conditions")
    expect(page.locator(".reponse__jour")).to_have_text("Au 15 janvier 2026")
    expect(page.locator(".reponse__suite")).to_be_hidden()
    assert page.url.endswith("&date=2026-01-15")
    field.fill("2025-08-21")
    expect(verdict(page)).to_be_hidden()
    expect(page.get_by_text("Ce site n’a pas de réponse pour cette date.").last).to_be_visible()
    page.get_by_role("button", name="Revenir à aujourd’hui").click()
    expect(verdict(page)).to_have_text("À clarifier")
    expect(page.locator(".reponse__jour")).to_have_text("Au 22 novembre 2026")
    assert "date=" not in page.url


@pytest.mark.parametrize(("day", "soon"), [("2025-10-01", False), ("2026-06-15", True)])
def test_an_answer_says_when_it_changes(day: str, soon: bool, on_day: Callable[..., Page]) -> None:
    page = on_day(day, address("classdojo", "parents", NEWS))
    line = page.locator(".reponse__suite")
    expect(line).to_contain_text("Cette réponse change le 1er juillet 2026 : elle devient « À clarifier ».")
    assert ("bientot" in (line.get_attribute("class") or "")) == soon
    line.get_by_role("link").click()
    expect(verdict(page)).to_have_text("À clarifier")
    expect(page.locator(".reponse__jour")).to_have_text("Au 1er juillet 2026")


def test_the_same_verdict_may_have_other_conditions(on_day: Callable[..., Page]) -> None:
    page = on_day("2025-08-23", address("teams", "eleves", NEWS))
    expect(page.locator(".reponse__suite")).to_contain_text("change le 25 août 2025 : les conditions ne seront plus les mêmes.")


def test_what_is_ticked_stays_ticked_until_the_question_changes(again: Callable[..., Page]) -> None:
    page = again(address("teams", "eleves", PHOTO))
    page.locator(".reponse__cases input").first.check()
    choose(page, "Teams")
    page.get_by_label("Trouver un moyen").fill("te")
    expect(page.locator(".reponse__cases input").first).to_be_checked()
    page.get_by_label("Trouver un moyen").fill("")
    choose(page, "Classroom")
    expect(page.locator(".reponse__cases input").first).not_to_be_checked()


@pytest.mark.parametrize("width", [1280, 390])
def test_everything_focused_is_in_sight(width: int, again: Callable[..., Page]) -> None:
    page = again(address("teams", "eleves", PHOTO), width=width, reduced_motion="reduce")
    page.evaluate("scrollTo(0, 0)")
    page.locator("[name=destinataire]:checked").focus()
    for _ in range(90):
        focused = page.evaluate(FOCUS)
        assert focused["inside"], focused
        assert focused["seen"], focused
        if focused["end"]:
            break
        page.keyboard.press("Tab")
    else:
        raise AssertionError("the end was not reached")


def test_targets_are_large_enough(again: Callable[..., Page]) -> None:
    page = again(address("messenger", "parents", PHOTO), width=390)
    targets = page.locator(".puis-je :is(label.puis-je__option, .reponse__cases label, button, summary, .reponse__ailleurs a, [type=search]):visible")
    sizes = targets.evaluate_all("(all) => all.map((e) => { const r = e.getBoundingClientRect(); return Math.min(r.width, r.height); })")
    assert len(sizes) > 25
    assert min(sizes) >= 24


def test_on_a_phone_a_bar_shows_the_verdict_and_leads_to_the_answer(again: Callable[..., Page]) -> None:
    page = again("puis-je/", width=390)
    bar = page.locator(".puis-je__barre")
    expect(bar).to_be_hidden()
    choose(page, "Parents", "Information", "Clic")
    expect(bar).to_be_in_viewport(ratio=1)
    expect(bar).to_contain_text("Oui")
    bar.click()
    expect(verdict(page)).to_be_in_viewport()
    expect(page.locator(".reponse__question")).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(bar).to_be_hidden()


# A screen of 1280 pixels enlarged four times; a small telephone held across.
@pytest.mark.parametrize(("width", "height"), [(320, 256), (568, 320)])
def test_the_bar_covers_no_question_of_a_low_screen(width: int, height: int, again: Callable[..., Page]) -> None:
    page = again(address("texto", "parents", NEWS))
    page.set_viewport_size({"width": width, "height": height})
    expect(page.locator(".puis-je__barre")).to_have_css("position", "static")
    page.set_viewport_size({"width": 390, "height": 664})
    expect(page.locator(".puis-je__barre")).to_have_css("position", "sticky")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_no_violation_with_an_answer(width: int, scheme: str, again: Callable[..., Page]) -> None:
    page = again("puis-je/", width=width, dark=scheme == "dark", reduced_motion="reduce")
    for name, (question, _) in ANSWERS.items():
        page.evaluate("(hash) => { location.hash = hash; }", address(*question).partition("#")[2])
        expect(verdict(page)).to_have_text(name)
        page.locator(".puis-je details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
        assert violations(page, but=[*FRAME, ".matrice-reponses"]) == [], question
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_stored_or_asked_for(again: Callable[..., Page], listen: Callable[..., None]) -> None:
    page = again("puis-je/")
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    listen("request", lambda request: requests.append(request.url))
    choose(page, "Parents", "Renseignement personnel sur", "ClassDojo", "Élèves", "Texto")
    page.get_by_label("Trouver un moyen").fill("facebook")
    page.get_by_label("Trouver un moyen").press("Enter")
    page.locator(".reponse__ailleurs a").first.click()
    page.wait_for_timeout(300)
    # The answers are asked for once. Chromium looks at the icon of the tab again each time that the address changes.
    icon, answers = page.evaluate("[document.querySelector('link[rel=icon]').href, new URL('reponses.js', location.href).href]")
    assert requests.count(answers) == 1
    assert set(requests) <= {icon, answers}
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def prints_alone(page: Page, expected: str, project: Project) -> None:
    """Check that an answer prints alone, on one or two sheets, with all that it says."""
    parts = [".reponse__question", ".reponse__citation blockquote p", ".reponse__cases label"]
    said = [plain(text) for part in parts for text in page.locator(part).all_inner_texts()]
    boxes = page.locator(".reponse__cases input").count()
    pdf = printed(page)
    text = plain(" ".join(sheet.text for sheet in pdf))
    assert len(pdf) <= 2
    assert {leaf.size for leaf in pdf} == {LETTER}
    squeezed = text.replace(" ", "")
    for wanted in (expected, "version du", project.site.nom, *said):
        assert wanted.replace(" ", "") in squeezed
    for unwanted in ("À qui écrivez-vous", "Trouver un moyen", "Imprimer cette réponse", "Toutes les réponses", "Quoi employer à la place"):
        assert unwanted not in text
    page.emulate_media(media="print")
    assert page.locator(".reponse__cases input:visible").count() == boxes


def test_the_longest_answer_prints_on_two_sheets_too(again: Callable[..., Page]) -> None:
    first, last = printed(again(address("teams", "parents", PHOTO)))
    # What one does while one communicates begins below what comes before.
    assert "2. En communiquant" in first.text
    assert "À qui demander" in last.text


def test_without_an_answer_the_rest_of_the_page_prints(again: Callable[..., Page]) -> None:
    text = plain(" ".join(sheet.text for sheet in printed(again("puis-je/"))))
    assert "Toutes les réponses d’un coup d’œil" in text
    assert "À qui écrivez-vous" not in text


def test_the_button_prints(again: Callable[..., Page]) -> None:
    page = again(address("teams", "eleves", PHOTO))
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Imprimer cette réponse").click()
    assert page.evaluate("window.printed")


def test_paper_is_black_on_white(again: Callable[..., Page]) -> None:
    page = again(address("classdojo", "parents", NEWS, "2026-06-15"), dark=True)
    page.emulate_media(media="print")
    colors = page.evaluate("[...document.querySelectorAll('.reponse *')].filter((e) => e.offsetParent).map((e) => getComputedStyle(e).color)")
    grounds = page.evaluate("[...document.querySelectorAll('.reponse *')].map((e) => getComputedStyle(e).backgroundColor)")
    assert set(colors) == {"rgb(0, 0, 0)"}
    assert set(grounds) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_without_javascript_the_page_reads(without_script: Callable[..., Page], project: Project) -> None:
    page = without_script("puis-je/", width=390)
    expect(page.locator(".puis-je__cadre")).to_be_hidden()
    expect(page.get_by_role("link", name="toutes les réponses d’un coup d’œil")).to_have_attribute("href", "#toutes-les-reponses")
    expect(page.locator("#toutes-les-reponses")).to_be_visible()
    links = page.locator(".puis-je noscript li a")
    assert links.all_inner_texts() == [platform.usuel for platform in project.plateformes.values()]
    links.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mozaïk-Portail")


def test_a_date_that_is_none_is_said(again: Callable[[str], Page]) -> None:
    page = again(address("texto", "parents", NEWS, "2026-06-31"))
    told = page.locator(".puis-je__date-fausse")
    expect(told).to_have_text("La date de cette adresse ne se comprend pas\u00a0: la réponse est celle d’aujourd’hui.")
    expect(verdict(page)).to_have_text("Non")
    page.get_by_label("Date", exact=True).fill("0026-09-15")
    page.get_by_label("Date", exact=True).blur()
    expect(told).to_have_text("Cette date ne peut pas servir. Écrivez l’année en quatre chiffres, le mois et le jour.")
    expect(verdict(page)).to_be_hidden()
    page.locator("[name=destinataire][value=eleves]").check(force=True)
    expect(verdict(page)).to_be_hidden()
    assert "date=" not in page.url
    page.get_by_label("Date", exact=True).fill("2026-09-15")
    expect(verdict(page)).to_have_text("Non")
    expect(told).to_be_hidden()
