"""What a gesture on evaluations would lose, or call well when it is not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from evaluations import PREFIX, answer, evaluation, file_text, stored, upload
from playwright.sync_api import Dialog, Page, expect
from test_autoevaluation import CHANGE, CLASSE, DEAF, bring, choose, open_with, second, situate

QUESTION = "une-seule-plateforme"
# Hears nothing of the other tabs until it is told to.
HALF_DEAF = """const listen = window.addEventListener;
    window.deaf = true;
    window.addEventListener = function (type, hear, ...rest) {
      const one = (event) => { if (!window.deaf) { hear(event); window.heard = true; } };
      listen.call(this, type, type === 'storage' ? one : hear, ...rest);
    };"""


def test_going_back_shows_the_answers_of_the_evaluation_that_is_shown(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied)
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    for name, given in (("B", "non"), ("A", "oui")):
        page.get_by_role("button", name="Nouvelle évaluation").click()
        page.locator("#dossier-nom").fill(name)
        choose(page, QUESTION, given)
    expect(page.locator("#dossier-choix option")).to_have_count(2)
    page.locator("#dossier-choix").select_option(label=page.locator("#dossier-choix option", has_text="B ·").inner_text())
    expect(page.locator(f"#q-{QUESTION} input[value=non]")).to_be_checked()
    page.locator(f"#q-{QUESTION} .question__articles a").first.click()
    page.go_back()
    expect(page.locator("#dossier-nom")).to_have_value("A")
    page.wait_for_function("() => document.readyState === 'complete'")
    expect(page.locator(f"#q-{QUESTION} input[value=oui]")).to_be_checked()


@pytest.mark.parametrize("gesture", ["new", "other", "import", "again"])
def test_a_version_at_odds_is_kept_as_a_copy_however_one_leaves_it(gesture: str, emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), evaluation("b1", nom="6e A", modifie="2026-09-01T12:00:00.000Z"), script=DEAF)
    second(page).evaluate(CHANGE, f"{PREFIX}classe.a1")
    choose(page, QUESTION, "non")
    expect(page.get_by_role("alert")).to_contain_text("a changé dans un autre onglet")
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    if gesture == "new":
        page.get_by_role("button", name="Nouvelle évaluation").click()
    elif gesture == "other":
        page.locator("#dossier-choix").select_option("b1")
    elif gesture == "import":
        bring(page, upload("autre.json", file_text(evaluation("c1", nom="Reçue"))))
    else:
        choose(page, QUESTION, "oui")
        page.get_by_role("button", name="Nouvelle évaluation").click()
    expect(page.locator(".dossier__messages")).to_contain_text(
        "Votre version de «\u00a05e B\u00a0» est gardée sous le nom «\u00a05e B (copie)\u00a0»."
    )
    kept = [text for key, text in stored(page).items() if key.startswith(f"{PREFIX}classe.") and "5e B (copie)" in text]
    assert len(kept) == 1
    assert ('"oui"' if gesture == "again" else '"non"') in kept[0]
    expect(page.locator(".dossier__conflit")).to_be_hidden()


def test_a_version_at_odds_stays_while_the_other_tab_goes_on(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), script=HALF_DEAF)
    other = second(page)
    other.evaluate(CHANGE, f"{PREFIX}classe.a1")
    choose(page, QUESTION, "non")
    expect(page.get_by_role("alert")).to_contain_text("a changé dans un autre onglet")
    page.evaluate("() => { window.deaf = false; }")
    other.evaluate(CHANGE.replace("Autre onglet", "Encore"), f"{PREFIX}classe.a1")
    page.wait_for_function("() => window.heard")
    expect(page.get_by_role("alert")).to_contain_text("a changé dans un autre onglet")
    expect(page.locator(f"#q-{QUESTION} input[value=non]")).to_be_checked()
    assert leaving(page) == ["beforeunload"]


def test_all_that_is_exported_holds_the_version_at_odds(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), evaluation("b1", nom="Autre", modifie="2026-09-30T12:00:00.000Z"), script=DEAF)
    second(page).evaluate(CHANGE, f"{PREFIX}classe.a1")
    choose(page, QUESTION, "non")
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Les exporter toutes").click()
    [mine] = [one for one in json.loads(waiting.value.path().read_text())["evaluations"] if one["nom"] == "5e B (copie)"]
    assert mine["reponses"][QUESTION]["reponse"] == "non"
    expect(page.locator(".dossier__messages")).to_contain_text("3\u00a0évaluations exportées")


def test_a_copy_that_the_browser_has_no_room_for_is_not_called_kept(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), script=DEAF)
    second(page).evaluate(CHANGE, f"{PREFIX}classe.a1")
    choose(page, QUESTION, "non")
    expect(page.get_by_role("alert")).to_contain_text("a changé dans un autre onglet")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    page.get_by_role("button", name="Nouvelle évaluation").click()
    told = page.locator(".dossier__messages")
    expect(told).to_contain_text("reste dans cette page sous le nom «\u00a05e B (copie)\u00a0».")
    expect(told).to_contain_text("Ce navigateur n’a plus de place.")
    assert leaving(page) == ["beforeunload"]


def test_a_copy_that_is_not_written_is_not_called_kept(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), script=DEAF)
    second(page).evaluate(CHANGE, f"{PREFIX}classe.a1")
    choose(page, QUESTION, "non")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    page.get_by_role("button", name="Garder ma version comme une copie").click()
    told = page.locator(".dossier__messages")
    expect(told).to_contain_text("reste dans cette page sous le nom «\u00a05e B (copie)\u00a0».")
    expect(told).to_contain_text("Ce navigateur n’a plus de place.")


@pytest.mark.parametrize("choice", ["Garder ma version comme une copie", "Laisser effacée"])
def test_all_that_one_tab_erased_no_other_brings_back(choice: str, emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B", reponses={QUESTION: answer("oui", "Ma note")}))
    other = second(page)
    expect(other.locator("#dossier-nom")).to_have_value("5e B")
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    # The browser names what it stores in any order: the agreement may be erased first.
    page.evaluate("(key) => localStorage.removeItem(key)", f"{PREFIX}accord")
    page.get_by_role("button", name="Tout effacer").first.click()
    page.locator(".confirmation [data-reponse=oui]").click()
    expect(other.get_by_role("alert")).to_contain_text("a été effacée dans un autre onglet")
    expect(other.locator(".dossier__etat")).to_be_empty()
    page.get_by_role("button", name="Enregistrer dans ce navigateur").click()
    expect(other.locator(".dossier__accord")).to_be_hidden()
    assert list(stored(page)) == [f"{PREFIX}accord"]
    other.get_by_role("button", name=choice).click()
    expect(other.locator("#dossier-nom")).to_have_value("5e B (copie)" if choice.startswith("Garder") else "")
    # What one chooses to keep is kept.
    assert len(stored(page)) == 1 + choice.startswith("Garder")


def test_what_is_open_once_one_is_erased_is_named(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), evaluation("b1", nom="6e A", modifie="2026-09-01T12:00:00.000Z"))
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    for told in (["L’évaluation est effacée.", "Évaluation ouverte\u00a0: 6e A · 2026-2027."], ["L’évaluation est effacée."]):
        page.get_by_role("button", name="Effacer cette évaluation").first.click()
        page.locator(".confirmation [data-reponse=oui]").click()
        expect(page.locator(".dossier__messages p")).to_have_text(told)
    page.get_by_role("button", name="Nouvelle évaluation").click()
    expect(page.locator(".dossier__messages")).to_have_text("Nouvelle évaluation\u00a0: donnez-lui un nom.")


@pytest.mark.parametrize(("width", "obstacle"), [(1280, "full"), (390, "full"), (1280, "other tab")])
def test_who_answers_far_below_is_told_that_nothing_is_kept(width: int, obstacle: str, emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), script=DEAF)
    page.set_viewport_size({"width": width, "height": 800})
    told = page.locator(".avancement__garde")
    expect(told).to_be_empty()
    if obstacle == "full":
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    else:
        second(page).evaluate(CHANGE, f"{PREFIX}classe.a1")
    choose(page, "conditions-appliquees", "non")
    expect(told.get_by_role("link")).to_be_in_viewport()
    assert (told.get_by_role("link").bounding_box() or {})["height"] >= 24
    expect(told).to_have_attribute("role", "status")
    told.get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dossier__etat" if obstacle == "full" else ".dossier__conflit")).to_be_in_viewport()
    if obstacle == "other tab":
        page.get_by_role("button", name="Reprendre l’autre version").click()
        expect(told).to_be_empty()


@pytest.mark.parametrize(("count", "end"), [(5, "E4 · 2026-2027."), (7, "E4 · 2026-2027 et 2\u00a0autres.")])
def test_a_sentence_names_a_few_of_many(count: int, end: str, emptied: Callable[..., Page]) -> None:
    page = open_with(emptied)
    bring(page, upload("x.json", file_text(*(evaluation(f"e{number}", nom=f"E{number}") for number in range(count)))))
    told = page.locator(".dossier__messages p")
    expect(told).to_have_text(re.compile(rf"^{count}\u00a0évaluations importées\u00a0: E0 · 2026-2027, .*{re.escape(end)}$"))


def test_evaluations_of_one_title_are_told_apart(emptied: Callable[..., Page]) -> None:
    kept = [evaluation(f"a{day}", nom="", modifie=f"2026-10-0{day}T16:05:00.000Z") for day in (1, 2)]
    page = open_with(emptied, *kept, evaluation("b1", nom="5e B", modifie="2026-09-30T12:00:00.000Z"))
    page.locator("#dossier-choix").select_option("b1")
    words = page.locator("#dossier-choix option").all_text_contents()
    unnamed = [rf"Sans nom · 2026-2027 \({day}\u00a0octobre\u00a02026, \d+\u00a0h\u00a005\)" for day in ("1er", "2")]
    for wanted in (*unnamed, "5e B · 2026-2027"):
        assert sum(bool(re.fullmatch(wanted, word)) for word in words) == 1, words
    # A name of spaces is none.
    page.locator("#dossier-nom").fill("   ")
    page.locator("#dossier-annee").focus()
    expect(page.locator("#dossier-choix option", has_text="Sans nom")).to_have_count(3)


def test_what_cannot_be_read_is_brought_back_for_what_can_be_saved(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied)
    spoilt = evaluation("a1", reponses={QUESTION: answer("jamais", "Ma note"), "conditions-appliquees": answer("oui")})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{PREFIX}classe.a1", json.dumps(spoilt)])
    page.reload()
    expect(page.locator(".dossier__illisibles")).to_contain_text("importez ce fichier ici")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger tel quel").click()
    page.locator("#dossier-fichier").set_input_files(upload(waiting.value.suggested_filename, waiting.value.path().read_bytes()))
    expect(page.locator(".dossier__messages")).to_contain_text("1\u00a0réponse illisible a été laissée de côté")
    expect(page.locator("#dossier-nom")).to_have_value("5e B")


def leaving(page: Page) -> list[str]:
    """Leave the page; return what the browser asks."""
    asked: list[str] = []

    def seen(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", seen)
    page.goto("glossaire/")
    page.remove_listener("dialog", seen)
    return asked


@pytest.mark.parametrize("gesture", ["unreadable file", "new", "changed since exported", "other exported", "other erased"])
def test_leaving_is_confirmed_while_an_evaluation_is_kept_nowhere(gesture: str, emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    choose(page, QUESTION, "non")
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    if gesture == "unreadable file":
        bring(page, upload("x.json", "{"))
        expect(page.locator(".dossier__messages")).to_contain_text("n’a pas été importé")
    elif gesture != "changed since exported":
        page.get_by_role("button", name="Nouvelle évaluation").click()
    if "exported" in gesture:
        choose(page, QUESTION, "oui")
        with page.expect_download():
            page.get_by_role("button", name="Exporter dans un fichier").click()
    if gesture == "changed since exported":
        choose(page, QUESTION, "non")
    if gesture == "other erased":
        choose(page, QUESTION, "oui")
        page.get_by_role("button", name="Effacer cette évaluation").first.click()
        page.locator(".confirmation [data-reponse=oui]").click()
    assert leaving(page) == ["beforeunload"]


def test_leaving_asks_nothing_once_all_is_exported_or_kept(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    choose(page, QUESTION, "non")
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    with page.expect_download():
        page.get_by_role("button", name="Exporter dans un fichier").click()
    assert leaving(page) == []


def test_nothing_is_called_settled_while_answers_are_to_be_confirmed(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", reponses={QUESTION: answer("non", question="Autre?", empreinte="abc")}))
    expect(page.locator(f"#q-{QUESTION} .question__rouverte")).to_be_visible()
    expect(page.locator(".plan-action__vide")).to_have_text(re.compile(r"^\s*Il reste"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".une-feuille__reste")).to_have_text(re.compile("^Il reste"))


def test_what_is_dropped_of_a_file_is_said_where_the_rest_is_there_already(emptied: Callable[..., Page]) -> None:
    one: dict[str, Any] = evaluation("a1", nom="5e B", reponses={QUESTION: answer("oui")})
    page = open_with(emptied, one)
    more = {**one, "reponses": {**one["reponses"], "destruction-faite": answer("Oui", "Une note.")}}
    bring(page, upload("x.json", file_text(more)))
    expect(page.locator(".dossier__messages")).to_contain_text("est déjà là, sans différence")
    expect(page.locator(".dossier__messages")).to_contain_text("1\u00a0réponse illisible a été laissée de côté (destruction-faite)")


def test_a_year_that_is_over_has_no_day_of_another(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    page.locator("#dossier-annee").evaluate("(field) => { field.prepend(new Option('2001-2002')); }")
    page.locator("#dossier-annee").select_option("2001-2002")
    situate(page)
    choose(page, "destruction-faite", "non")
    assert page.locator("[data-ligne=destruction-faite] .plan-action__jour").count() == 0


@pytest.mark.parametrize(
    ("path", "select"), [("calendrier/", "#filtre-echeances"), ("transparence/tracabilite/", '[data-module="tracabilite"] select')]
)
def test_paper_says_what_a_page_is_filtered_by(path: str, select: str, again: Callable[..., Page]) -> None:
    page = again(path)
    form = page.locator(f"form:has({select})" if select.startswith("#") else '[data-module="tracabilite"]')
    page.emulate_media(media="print")
    expect(form).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(select).select_option(index=1)
    page.emulate_media(media="print")
    expect(form).to_be_visible()


def test_an_evaluation_of_a_list_that_is_gone_is_refused_rather_than_kept_out_of_sight(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied)
    bring(page, upload("x.json", file_text(evaluation("z1", liste="ancienne"))))
    expect(page.locator(".dossier__messages")).to_contain_text("ce site n’a pas de liste «\u00a0ancienne\u00a0», ou ne l’a plus")
    assert not [key for key in stored(page) if "ancienne" in key]


def test_one_writes_as_much_as_is_kept(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    situate(page)
    choose(page, "destruction-faite", "non")
    kept = page.evaluate("window.Autoevaluation.dossiers.LENGTHS")
    fields = {"note": "#note-destruction-faite", "nom": "#dossier-nom", "qui": "[data-ligne=destruction-faite] input[type=text]"}
    assert {key: page.locator(place).get_attribute("maxlength") for key, place in fields.items()} == {key: str(kept[key]) for key in fields}


def test_what_changed_is_dated_though_nothing_is_kept(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    bring(page, upload("x.json", file_text(evaluation("a1"))))
    expect(page.locator(".dossier__messages")).to_contain_text("importée")
    assert page.evaluate("Autoevaluation.dossiers.lister()[0].modifie") == "2026-10-01T12:00:00.000Z"
    today = page.evaluate("new Date().toISOString()")
    choose(page, QUESTION, "non")
    assert page.evaluate("Autoevaluation.dossiers.lister()[0].modifie") > today
    page.get_by_role("button", name="Enregistrer dans ce navigateur").click()
    assert page.evaluate("Autoevaluation.dossiers.lister()[0].modifie") > today


def test_leaving_asks_nothing_for_what_a_file_holds(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    received = [evaluation(list_[0], list_, reponses={QUESTION: answer("non")}) for list_ in ("classe", "direction")]
    bring(page, upload("x.json", file_text(*received)))
    expect(page.locator(".dossier__messages")).to_contain_text("1\u00a0évaluation du fichier vient d’une autre liste")
    assert leaving(page) == []
    page.goto(CLASSE)
    bring(page, upload("x.json", file_text(*received)))
    expect(page.locator(".dossier__messages")).to_contain_text("vient d’une autre liste")
    choose(page, QUESTION, "oui")
    assert leaving(page) == ["beforeunload"]


@pytest.mark.parametrize("action", ["garder-copie", "prendre-autre"])
def test_the_keyboard_goes_on_after_two_versions(action: str, emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), script=DEAF)
    second(page).evaluate(CHANGE, f"{PREFIX}classe.a1")
    choose(page, QUESTION, "non")
    page.locator(f"[data-action={action}]").press("Enter")
    expect(page.locator("#dossier-nom")).to_be_focused()
    name = page.locator("#dossier-nom").input_value()
    expect(page.locator(".dossier__messages")).to_contain_text(name)


def test_the_keyboard_goes_on_after_what_cannot_be_read(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1"))
    page.evaluate("(key) => localStorage.setItem(key, '{')", f"{PREFIX}classe.zz")
    page.reload()
    page.locator(".dossier__illisibles").get_by_role("button", name="Effacer").press("Enter")
    page.locator(".confirmation [data-reponse=oui]").press("Enter")
    expect(page.locator(".dossier__gerer summary")).to_be_focused()
    expect(page.locator(".dossier__messages")).to_have_text("L’évaluation illisible est effacée.")


def test_a_page_left_open_tells_what_is_due_on_another_day(on_day: Callable[..., Page]) -> None:
    page = on_day("2027-06-29", CLASSE)
    situate(page)
    choose(page, "destruction-faite", "non")
    expect(page.locator(".bilan__phrase")).to_contain_text("au plus tard le 30\u00a0juin\u00a02027")
    page.clock.set_fixed_time("2027-07-02T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    # On paper at once: nothing is drawn later.
    assert "au plus tard le" not in page.locator(".bilan__phrase").inner_text()
    assert "Le moment prévu est passé" in page.locator(".bilan__suite").inner_text()
    assert "Passé" in page.locator("[data-ligne=destruction-faite]").inner_text()


# A page that the browser keeps as it was hears nothing, then is shown again.
BROUGHT_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def test_a_page_brought_back_shows_what_was_kept_meanwhile(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), evaluation("b1", nom="Autre", modifie="2026-09-30T12:00:00.000Z"), script=DEAF)
    expect(page.locator("#dossier-nom")).to_have_value("5e B")
    second(page).evaluate(CHANGE, f"{PREFIX}classe.a1")
    page.evaluate(BROUGHT_BACK)
    expect(page.locator("#dossier-nom")).not_to_have_value("5e B")
    choose(page, QUESTION, "oui")
    expect(page.locator(".dossier__conflit")).to_be_hidden()


def test_a_page_brought_back_shows_no_more_what_was_erased_meanwhile(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B", reponses={QUESTION: answer("oui", "Ma note")}), script=DEAF)
    second(page).evaluate("localStorage.clear()")
    page.evaluate(BROUGHT_BACK)
    expect(page.locator("#dossier-nom")).to_have_value("")
    expect(page.locator(f"#note-{QUESTION}")).to_have_value("")
    expect(page.locator(".dossier__messages")).to_have_text("L’évaluation que cette page montrait a été effacée.")
    expect(page.locator(".dossier__accord")).to_be_visible()
    assert stored(page) == {}


def test_a_page_that_keeps_nothing_says_that_it_may_be_brought_back_with_its_answers(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    choose(page, QUESTION, "non")
    page.evaluate(BROUGHT_BACK)
    expect(page.locator(f"#q-{QUESTION} input[value=non]")).to_be_checked()
    expect(page.locator(".dossier__accord")).to_contain_text("d’ici là, le bouton «\u00a0Précédent\u00a0» peut les ramener")


def test_a_blank_page_brought_back_keeps_nothing(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied)
    page.evaluate(BROUGHT_BACK)
    assert list(stored(page)) == [f"{PREFIX}accord"]


def test_answers_to_no_question_are_counted(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied)
    invented = {f"inventee-{number}": answer("oui") for number in range(1200)}
    bring(page, upload("x.json", file_text(evaluation("a1", reponses={**invented, QUESTION: answer("oui")}))))
    expect(page.locator(".dossier__messages")).to_contain_text("1\u00a0200\u00a0réponses ne comptent pas, et sont montrées à part")


def test_what_the_browser_has_no_room_for_is_not_called_kept_when_one_comes_back_to_it(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"))
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    bring(page, upload("x.json", file_text(evaluation("b1", nom="Reçue"))))
    state = page.locator(".dossier__etat")
    expect(state).to_contain_text("Ce navigateur refuse d’enregistrer.")
    page.locator("#dossier-choix").select_option("a1")
    expect(state).to_contain_text("Enregistrée dans ce navigateur")
    page.locator("#dossier-choix").select_option("b1")
    expect(state).to_contain_text("Ce navigateur refuse d’enregistrer.")


def test_paper_says_of_what_day_the_answers_are(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    page.set_input_files("#dossier-fichier", upload("juin.json", file_text(evaluation(modifie="2025-06-10T16:00:00.000Z"))))
    expect(page.locator("#dossier-nom")).to_have_value("5e B")
    day = page.locator('[data-imprime="date"]')
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(day).to_contain_text("(dernier changement\u00a0: 10\u00a0juin\u00a02025)")
    situate(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(day).not_to_contain_text("changement")
