"""The page that sets evaluations side by side: files stay in memory, gaps stand out, nothing is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from evaluations import PREFIX, answer, answered, call, evaluation, eventually, file_text, stored, upload
from playwright.sync_api import Page, expect

from tests.navigateur.axe import FRAME, violations
from tests.navigateur.test_accessibilite import LOOKS
from tests.papier import LETTER, printed

PAGE = "autoevaluation/comparer/"
TABLE = ".comparer .tableau-large"


def lists(page: Page) -> dict[str, dict[str, Any]]:
    """Return the lists that the page holds, by id."""
    data = json.loads(page.locator("[data-module=comparer-evaluations] script:not([data-autoevaluation])").evaluate("(script) => script.textContent"))
    return {liste["id"]: liste for liste in data["listes"]}


def always(liste: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the questions of a list that are asked whatever the situation."""
    return [question for question in liste["questions"] if not question["si"]]


def add(page: Page, *evaluations: dict[str, Any], name: str = "notes.json") -> None:
    """Add a file to the comparison."""
    page.set_input_files("#comparer-fichiers", upload(name, file_text(*evaluations)))
    expect(page.locator(".comparer__messages p").first).to_be_visible()


def two(page: Page) -> list[dict[str, Any]]:
    """Add two evaluations of the class list, of two years, and return the questions they answer."""
    questions = always(lists(page)["classe"])
    first, second, third = questions[:3]
    stale = {**answered(first, "oui"), "empreinte": "000000000000"}
    old = answer("non", "gardée", "Ancienne question?", "ffffffffffff")
    add(
        page,
        evaluation("a1", reponses={first["id"]: answered(first, "non", "Voir le 3 mars"), second["id"]: answered(second, "oui"), "retiree": old}),
        evaluation(
            "b1",
            nom="5e C",
            annee="2025-2026",
            reponses={first["id"]: stale, second["id"]: answered(second, "oui"), third["id"]: answered(third, "a-verifier")},
        ),
    )
    return questions


def row(page: Page, question: dict[str, Any]) -> Any:
    """Return a question's row."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", question["question"])
    return page.locator(f"{TABLE} tbody tr").filter(has=page.locator("th[scope=row]").get_by_text(text, exact=True))


def test_two_years_side_by_side(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    questions = two(page)
    first, second, third = questions[:3]
    assert page.locator(f"{TABLE} th[scope=colgroup]").all_inner_texts() == ["2025-2026", "2026-2027"]
    assert [text.split("\n")[0] for text in page.locator(f"{TABLE} .comparer__nom").all_inner_texts()] == ["5e C", "5e B"]
    cells = row(page, first).locator("td")
    expect(cells.nth(0)).to_have_text(re.compile(r"2025-2026\s:\s1\sà confirmer\s*2026-2027\s:\s1\snon"))
    expect(cells.nth(1)).to_have_text("Ouitexte changé depuis")
    expect(cells.nth(2)).to_have_class(re.compile("ecart"))
    expect(cells.nth(2).locator(".comparer__reponse")).to_have_text("Non")
    assert all(cells.nth(n).locator("svg").count() for n in (1, 2))
    expect(row(page, second).locator("td").first).to_have_text("Aucun écart")
    expect(row(page, third).locator("td").nth(2)).to_have_text("Sans réponse")
    expect(row(page, third).locator("td").first).to_have_text(re.compile(r"2025-2026\s:\s1\sà vérifier\s*2026-2027\s:\s1\ssans réponse"))
    expect(row(page, questions[3]).locator("td").first).to_have_text(re.compile(r"2025-2026\s:\s1\ssans réponse\s*2026-2027\s:\s1\ssans"))
    expect(row(page, first).locator("th .comparer__force")).to_be_visible()
    expect(row(page, first).get_by_role("link")).to_have_attribute("href", re.compile(r"encadrements/.*#"))
    states = page.locator(f"{TABLE} .comparer__etat").all_inner_texts()
    assert all(states)
    expect(page.locator(".comparer__retirees")).to_contain_text("Ancienne question?")
    expect(page.locator(".comparer__retirees")).to_contain_text("5e B (2026-2027)")
    expect(page.locator(".comparer__retirees")).to_contain_text("gardée")
    assert stored(page) == {}


def test_what_does_not_apply_is_not_called_fine(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    liste = lists(page)["classe"]
    first, second = always(liste)[:2]
    facts = {fact["id"]: "non" for fact in liste["faits"]}
    aside = {question["id"]: answered(question, "sans-objet") for question in liste["questions"]}
    partly = {question["id"]: answered(question, "oui" if question is second else "sans-objet") for question in liste["questions"]}
    add(page, evaluation("a1", faits=facts, reponses=aside), evaluation("b1", nom="5e C", faits=facts, reponses=partly))
    nothing, fine = page.locator(".comparer__etat").all()
    expect(nothing).to_have_class("comparer__etat comparer__etat--neutre")
    expect(fine).to_have_class("comparer__etat comparer__etat--en-regle")
    expect(fine.locator(".comparer__retire")).to_contain_text("«\u00a0Sans objet\u00a0» retire")
    expect(row(page, first).locator("td").first).to_have_text("Sans objet")
    expect(row(page, second).locator("td").first).to_have_text("Aucun écart")


def test_answers_that_contradict_one_another_settle_nothing(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    liste = lists(page)["classe"]
    (opposed,) = liste["incompatibles"]
    kept_out = next(q for q in liste["questions"] if any(c["sujet"] in opposed["reponses"] and c["reponse"] == "non" for c in q["si"]))
    facts = {fact["id"]: "non" for fact in liste["faits"]} | opposed["reponses"]
    fine = {question["id"]: answered(question, "oui") for question in liste["questions"]}
    one, two, *_ = always(liste)
    missed = fine | {one["id"]: answered(one, "non")}
    add(page, evaluation("a1", faits=facts, reponses=fine), evaluation("b1", nom="5e C", faits=facts, reponses=missed))
    well, gap = page.locator(".comparer__etat").all()
    expect(well).to_have_class("comparer__etat comparer__etat--a-verifier")
    expect(well).to_have_text("Des réponses sur votre situation se contredisent")
    expect(gap.locator("small")).to_have_text("Des réponses sur votre situation se contredisent.")
    expect(row(page, kept_out).locator("td").nth(1)).to_have_text("Situation à préciser")
    expect(row(page, two).locator("td").nth(1)).to_have_text("Oui")


def test_evaluations_that_look_alike_say_where_they_come_from(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    for name in ("lea.json", "noe.json"):
        add(page, evaluation(name[:3], nom=""), name=name)
        expect(page.locator(".comparer__choix li", has_text=name)).to_be_visible()
    add(page, evaluation("autre", nom="5e C"), name="5e-c.json")
    expect(page.locator(".comparer__nom")).to_have_count(3)
    assert page.locator(".comparer__origine").all_inner_texts() == ["lea.json", "noe.json"]


def test_filter_order_and_notes(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    questions = two(page)
    rows = page.locator(f"{TABLE} tbody .comparer__source")
    assert rows.count() == len(lists(page)["classe"]["questions"])
    page.get_by_label("Seulement les écarts").check()
    expect(rows).to_have_count(2)
    expect(page.get_by_role("status").filter(has_text="sur")).to_contain_text("2\u00a0questions ont un écart")
    expect(page.get_by_role("status").filter(has_text="sur")).to_contain_text(re.compile(r"\d+\sautres questions n’ont pas toutes leurs réponses"))
    expect(page.get_by_text("Voir le 3 mars")).to_be_hidden()
    page.get_by_label("Montrer les notes").check()
    expect(page.get_by_text("Voir le 3 mars")).to_be_visible()
    page.get_by_label("Ranger les évaluations").select_option(label="par nom")
    assert page.locator(f"{TABLE} th[scope=colgroup]").count() == 0
    expect(page.locator(f"{TABLE} .comparer__nom").first).to_contain_text("5e B")
    expect(row(page, questions[0]).locator("td").first).to_have_text(re.compile(r"1\snon, 1\sà confirmer"))
    page.get_by_role("checkbox", name=re.compile("5e C")).uncheck()
    expect(page.locator(f"{TABLE} .comparer__nom")).to_have_count(1)
    page.get_by_role("button", name="Tout décocher").click()
    expect(page.locator(TABLE)).to_be_hidden()


def test_answers_to_confirm_are_not_passed_over_among_the_gaps(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    liste = lists(page)["classe"]
    questions = always(liste)
    stale = {question["id"]: {**answered(question, "oui"), "empreinte": "000000000000"} for question in questions}
    rest = {question["id"]: answered(question, "oui") for question in liste["questions"] if question["si"]}
    add(page, evaluation(faits={fact["id"]: "non" for fact in liste["faits"]}, reponses=stale | rest))
    page.get_by_label("Seulement les écarts").check()
    told = f"{len(questions)}\u00a0autres questions n’ont pas toutes leurs réponses."
    expect(page.locator(".comparer__compte")).to_have_text(f"1\u00a0évaluation, 0\u00a0question a un écart, sur {len(liste['questions'])}. {told}")


def test_rated_lists(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    question = lists(page)["evaluation-plateforme"]["questions"][0]
    add(page, evaluation(liste="evaluation-plateforme", reponses={question["id"]: answered(question, "0")}))
    expect(page.get_by_label("Liste")).to_have_value("evaluation-plateforme")
    cells = row(page, question).locator("td")
    expect(cells.first).to_have_text(re.compile(r"1\scoté\s0\sou\s1"))
    expect(cells.nth(1)).to_have_text("0 (pas du tout)")
    expect(cells.nth(1)).to_have_class(re.compile("ecart"))


def test_several_files_good_bad_and_twice_the_same(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    good = file_text(evaluation("a1"), evaluation("d1", liste="direction", nom="École"))
    files = [upload("un.json", good), upload("deux.json", good), upload("photo.json", b"\x89PNG\x00"), upload("futur.json", file_text(version=2))]
    page.set_input_files("#comparer-fichiers", files)
    messages = page.locator(".comparer__messages")
    expect(messages).to_have_attribute("role", "status")
    expect(messages).to_contain_text("2\u00a0évaluations ajoutées, dans cette page seulement")
    expect(messages).to_contain_text("1\u00a0porte sur une autre liste")
    expect(messages).to_contain_text("« 5e B » est déjà là, sans différence")
    expect(messages).to_contain_text("«\u00a0photo.json\u00a0» n’a pas été importé")
    expect(messages).to_contain_text("«\u00a0futur.json\u00a0» n’a pas été importé")
    assert page.locator(".comparer__choix li").count() == 1
    assert page.get_by_label("Liste").locator("option").all_inner_texts()[0].endswith("(1)")


def test_what_people_wrote_is_only_text(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    markup = "<img src=x onerror=alert(1)>"
    question = always(lists(page)["classe"])[0]
    add(
        page,
        evaluation(nom=markup, annee=markup[:20], reponses={question["id"]: answered(question, "non", markup), "x": answer("non", markup, markup)}),
        name=f"{markup}.json",
    )
    page.get_by_label("Montrer les notes").check()
    assert page.locator(".comparer img").count() == 0
    assert page.locator(".comparer").get_by_text(markup).count() >= 4


def test_a_long_name_does_not_break_the_page(again: Callable[..., Page]) -> None:
    page = again(PAGE, width=390)
    add(page, evaluation(nom="n" * 80), name="f" * 200 + ".json")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_role("columnheader").filter(has_text="n" * 80)).to_be_visible()


def test_a_school_year_stays_on_one_line_beside_a_long_name(again: Callable[..., Page]) -> None:
    page = again(PAGE, width=390)
    add(page, evaluation(nom="Groupe 501, mathématiques, remplacement de l’hiver"))
    year = page.locator(".comparer__choix label").get_by_text("2026-2027")
    assert year.evaluate("(words) => words.getClientRects().length && words.offsetHeight < 2 * parseFloat(getComputedStyle(words).fontSize)")


# What a reader may ask of letters and lines, by WCAG 1.4.12.
SPACED = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }");
  document.adoptedStyleSheets = [style];
  return document.documentElement.scrollWidth;
}"""


def test_spaced_letters_widen_no_narrow_page(again: Callable[..., Page]) -> None:
    page = again(PAGE, width=320)
    two(page)
    assert page.evaluate(SPACED) == 320


def test_keeping_asks_first(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    two(page)
    keep = page.get_by_role("button", name=re.compile("Garder dans ce navigateur.*5e B"))
    keep.click()
    page.get_by_role("dialog").get_by_role("button", name="Annuler").click()
    assert stored(page) == {}
    keep.click()
    page.keyboard.press("Escape")
    assert stored(page) == {}
    keep.click()
    page.get_by_role("dialog").get_by_role("button", name="Accepter et garder").click()
    expect(page.get_by_role("checkbox", name=re.compile("5e B"))).to_be_focused()
    assert set(stored(page)) == {f"{PREFIX}accord", f"{PREFIX}classe.a1"}
    assert json.loads(stored(page)[f"{PREFIX}classe.a1"])["modifie"] == "2026-10-01T12:00:00.000Z"
    assert page.locator(".comparer__choix li").count() == 2
    page.reload()
    expect(page.locator(".comparer__choix li")).to_have_count(1)
    expect(page.locator(".comparer__choix li")).to_contain_text("gardée dans ce navigateur")


def test_an_earlier_agreement_is_not_given_again_by_leaving_the_question(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    two(page)
    dialog = page.locator(".comparer__accord")
    page.get_by_role("button", name=re.compile("Garder dans ce navigateur.*5e B")).click()
    dialog.get_by_role("button", name="Accepter et garder").click()
    expect(page.locator(".comparer__messages")).to_contain_text("est gardée")
    page.evaluate("localStorage.clear()")
    page.get_by_role("button", name=re.compile("Garder dans ce navigateur")).first.click()
    # Some browsers leave the former answer to a dialog that is left without one.
    dialog.evaluate("(dialog) => dialog.close()")
    expect(dialog).to_be_hidden()
    assert stored(page) == {}


def test_keeping_all_and_withdrawing(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    add(page, *(evaluation(f"e{n}", nom=f"Groupe {n}") for n in range(3)))
    page.get_by_role("button", name=re.compile("Retirer.*Groupe 0")).click()
    expect(page.locator(".comparer__choix li")).to_have_count(2)
    expect(page.locator(".comparer__messages")).to_contain_text("Son fichier n’a pas changé")
    call(page, "d.accorder()")
    page.get_by_role("button", name="Garder toutes").click()
    expect(page.locator(".comparer__messages")).to_contain_text("2\u00a0évaluations sont gardées")
    assert len(stored(page)) == 3


def test_the_last_changed_of_very_many_are_set_side_by_side(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    made = [
        evaluation(f"a{number}", nom=f"Groupe {number}.", modifie=f"2026-10-01T12:{number // 60:02}:{number % 60:02}.000Z") for number in range(203)
    ]
    page.evaluate(
        "(texts) => Object.entries(texts).forEach((entry) => localStorage.setItem(...entry))",
        {f"{PREFIX}classe.{one['id']}": json.dumps(one) for one in made},
    )
    page.reload()
    expect(page.locator(".comparer__choix li")).to_have_count(203)
    names = page.locator(f"{TABLE} .comparer__nom")
    expect(names).to_have_count(200)
    expect(names.filter(has_text=re.compile(r"Groupe [012]\."))).to_have_count(0)
    count = page.locator(".comparer__compte")
    expect(count).to_contain_text("3\u00a0autres, modifiées avant, ne sont pas montrées\u00a0: décochez-en pour les voir.")
    page.get_by_role("checkbox", name=re.compile(r"Groupe 202\.")).uncheck()
    expect(count).to_contain_text("2\u00a0autres")
    expect(names.filter(has_text=re.compile(r"Groupe 2\."))).to_have_count(1)


def test_a_full_browser_is_said_and_nothing_is_lost(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    add(page, evaluation())
    call(page, "d.accorder()")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }")
    page.get_by_role("button", name="Garder dans ce navigateur").click()
    expect(page.locator(".comparer__messages")).to_contain_text("plus de place")
    expect(page.locator(".comparer__choix li")).to_have_count(1)


def test_another_tab_is_shown_at_once(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    other = page.context.new_page()
    other.goto(page.url)
    call(other, "d.accorder()")
    call(other, "d.enregistrer(v)", evaluation())
    expect(page.locator(".comparer__choix li")).to_have_count(1)
    call(other, "d.toutEffacer()")
    expect(page.locator(".comparer__choix")).to_be_hidden()


def test_what_is_corrupted_can_be_taken_away_and_erased(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    broken = json.dumps(evaluation("c1", reponses={"x": {"reponse": "?"}, "y": answer("oui")}))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{PREFIX}classe.c1", broken])
    page.reload()
    expect(page.locator(".comparer__illisibles")).to_contain_text("1\u00a0élément de ce navigateur est illisible")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger ce qui est illisible").click()
    page.set_input_files("#comparer-fichiers", waiting.value.path())
    expect(page.locator(".comparer__messages")).to_contain_text("1\u00a0réponse illisible a été laissée de côté (x)")
    expect(page.locator(".comparer__choix li")).to_have_count(1)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="L’effacer de ce navigateur").click()
    assert len(stored(page)) == 1
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="L’effacer de ce navigateur").click()
    assert stored(page) == {}
    expect(page.locator(".comparer__illisibles")).to_be_hidden()
    expect(page.locator("#comparer-fichiers")).to_be_focused()


@pytest.mark.parametrize(
    ("count", "end"),
    [
        (1, "1\u00a0porte sur une autre liste\u00a0: changez de liste pour la voir."),
        (2, "2\u00a0portent sur une autre liste\u00a0: changez de liste pour les voir."),
    ],
)
def test_evaluations_of_another_list_are_counted(count: int, end: str, again: Callable[..., Page]) -> None:
    page = again(PAGE)
    add(page, evaluation("a"), *[evaluation(f"b{n}", "direction", nom=f"B{n}") for n in range(count)])
    expect(page.locator(".comparer__messages")).to_contain_text(end)


# What a browser stored and cannot read, and what is said of it once it is added back.
UNREADABLE = {
    "an answer that is none": (
        json.dumps(evaluation("c1", nom="Reprise", reponses={"x": {"reponse": "?"}, "y": answer("oui", "l\ufffdcole\ud83d")}), ensure_ascii=False),
        "Reprise",
        "1\u00a0réponse illisible a été laissée de côté (x)",
    ),
    "corrupted": ('{ "format": "autoevaluation" \0\ufffd\ud83d', "", "n’a pas la forme d’une évaluation; elle a été laissée de côté."),
    "cut": (json.dumps(evaluation("c3"))[:-40], "", "n’a pas la forme d’une évaluation; elle a été laissée de côté."),
    "of an unknown form": ('{"format": "autoevaluation", "version": 9}', "", "a été faite par une version plus récente de ce site"),
    "of another kind": ("[1]", "", "n’a pas la forme d’une évaluation; elle a été laissée de côté."),
    "longer than any name": (json.dumps(evaluation("n" * 8, nom="W" * 1000)), "W" * 80, "1\u00a0texte trop long a été raccourci"),
    "empty": ("", "", "n’a pas la forme d’une évaluation; elle a été laissée de côté."),
}


@pytest.mark.parametrize("names", [[name] for name in UNREADABLE] + [list(UNREADABLE)], ids=[*UNREADABLE, "all of them"])
def test_what_cannot_be_read_is_downloaded_then_added_back_for_what_can_be_saved(names: list[str], emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    store = "([start, texts]) => texts.forEach((text, index) => localStorage.setItem(`${start}classe.c${index + 1}`, text))"
    page.evaluate(store, [PREFIX, [UNREADABLE[name][0] for name in names]])
    page.reload()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger ce qui est illisible").click()
    page.set_input_files("#comparer-fichiers", waiting.value.path())
    said = page.locator(".comparer__messages")
    for name in names:
        expect(said).to_contain_text(UNREADABLE[name][2])
    expect(said.get_by_text("n’a pas été importé")).to_have_count(0)
    saved = [UNREADABLE[name][1] for name in names if UNREADABLE[name][1]]
    expect(page.locator(".comparer__choix li strong")).to_have_text(saved)


def test_several_that_cannot_be_read_are_told_in_the_plural(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    page.evaluate("(start) => [1, 2].forEach((n) => localStorage.setItem(`${start}classe.c${n}`, '{'))", PREFIX)
    page.reload()
    block = page.locator(".comparer__illisibles")
    expect(block).to_contain_text("2\u00a0éléments de ce navigateur sont illisibles. Rien n’a été effacé\u00a0: téléchargez-les,")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Les effacer de ce navigateur").click()
    assert stored(page) == {}


def test_what_was_saved_of_the_unreadable_may_be_kept(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    call(page, "d.accorder()")
    broken = json.dumps(evaluation("c1", nom="Reprise", reponses={"x": {"reponse": "?"}}))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{PREFIX}classe.c1", broken])
    page.reload()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Télécharger ce qui est illisible").click()
    page.set_input_files("#comparer-fichiers", waiting.value.path())
    page.get_by_role("button", name="Garder dans ce navigateur").click()
    expect(page.locator(".comparer__messages")).to_contain_text("1\u00a0évaluation est gardée dans ce navigateur.")
    page.set_input_files("#comparer-fichiers", waiting.value.path())
    expect(page.locator(".comparer__messages")).to_contain_text("est déjà là, sans différence")
    # What was unreadable stays until the reader erases it.
    assert broken in stored(page).values()
    assert [one["nom"] for one in call(page, "d.lister('classe')")] == ["Reprise"]


def test_files_may_be_dropped_anywhere(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    script = "(text) => { const data = new DataTransfer(); data.items.add(new File([text], 'depot.json')); return data; }"
    data = page.evaluate_handle(script, file_text(evaluation()))
    page.dispatch_event("footer", "dragover", {"dataTransfer": data})
    page.dispatch_event("footer", "drop", {"dataTransfer": data})
    expect(page.locator(".comparer__choix li")).to_contain_text("depot.json")


def test_nothing_is_requested_once_the_page_is_open(emptied: Callable[..., Page], listen: Callable[..., None]) -> None:
    page = emptied(PAGE)
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    listen("request", lambda request: requests.append(request.url))
    two(page)
    page.get_by_label("Seulement les écarts").check()
    page.get_by_role("button", name=re.compile("Garder dans ce navigateur.*5e B")).click()
    page.get_by_role("dialog").get_by_role("button", name="Accepter et garder").click()
    expect(page.locator(".comparer__messages")).to_contain_text("est gardée")
    assert requests == []


def test_a_list_may_be_named_in_the_address(again: Callable[..., Page]) -> None:
    page = again(f"{PAGE}#direction")
    expect(page.get_by_label("Liste")).to_have_value("direction")
    expect(page.get_by_role("link", name="faites d’abord l’évaluation")).to_have_attribute("href", "../direction/")


def forty(page: Page) -> None:
    """Add forty evaluations of two years."""
    questions = always(lists(page)["classe"])
    made = []
    for n in range(40):
        reponses = {q["id"]: answered(q, "non" if (n + i) % 5 == 0 else "oui") for i, q in enumerate(questions)}
        made.append(evaluation(f"e{n}", nom=f"Groupe {n:02d}", annee="2025-2026" if n % 2 else "2026-2027", reponses=reponses))
    add(page, *made)


def test_forty_evaluations_scroll_beside_their_questions(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    forty(page)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        scrolls_beside(page, width)


def scrolls_beside(page: Page, width: int) -> None:
    """Check that the table of forty scrolls in its region, beside its questions, at the width that the page has."""
    region = page.get_by_role("region", name="côte à côte")
    expect(region).to_have_attribute("tabindex", "0")
    assert page.locator(f"{TABLE} .comparer__nom").count() == 40
    region.focus()
    region.evaluate("(box) => { box.scrollLeft = 2000; }")
    question = page.locator(f"{TABLE} th.comparer__question").nth(3).bounding_box()
    box = region.bounding_box()
    assert question is not None
    assert box is not None
    assert abs(question["x"] - box["x"]) < 3
    assert question["width"] < box["width"] * 0.6
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_accessible_with_evaluations(width: int, scheme: str, emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE, width=width, dark=scheme == "dark", reduced_motion="reduce")
    two(page)
    page.evaluate("localStorage.setItem('csspb.autoevaluation.1.classe.zz', 'cassé')")
    page.get_by_label("Montrer les notes").check()
    # What the header covers for now counts as too small.
    page.evaluate("scrollTo(0, 0)")
    assert violations(page, but=FRAME) == []
    page.get_by_role("button", name=re.compile("Garder dans ce navigateur.*5e B")).click()
    # The page behind a modal dialog is out of reach; axe does not know it.
    assert violations(page, "dialog[open]") == []
    page.get_by_role("dialog").get_by_role("button", name="Accepter et garder").click()
    expect(page.locator(".comparer__illisibles")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    assert violations(page, but=FRAME) == []
    assert [
        int(tag[1])
        for tag in page.eval_on_selector_all("article :is(h1, h2, h3, h4)", "(all) => all.filter((e) => e.checkVisibility()).map((e) => e.tagName)")
    ] == [1, 2, 2, 3]


def test_printed_on_its_side_with_the_date_and_everyone(again: Callable[..., Page]) -> None:
    page = again(PAGE, dark=True)
    forty(page)
    pdf = printed(page)
    text = re.sub(r"\s+", " ", " ".join(sheet.text for sheet in pdf))
    assert {leaf.size for leaf in pdf} == {LETTER[::-1]}
    assert f"comparaison du {datetime.now().day}" in text.replace("1er", "1")
    assert all(f"Groupe {n:02d}" in text for n in range(40))
    assert "Ajouter des fichiers" not in text
    assert "Tout cocher" not in text
    assert "Ranger les évaluations" not in text
    assert len(pdf) <= 25
    # The screen is as it was.
    expect(page.locator(TABLE)).to_have_count(1)


def test_without_javascript_the_page_says_what_to_do(without_script: Callable[..., Page]) -> None:
    page = without_script(PAGE)
    expect(page.locator(".comparer noscript p")).to_be_visible()
    expect(page.locator(".comparer noscript p")).to_contain_text("votre navigateur doit exécuter JavaScript")
    expect(page.locator(".comparer__cadre")).to_be_hidden()
    page.locator(".comparer noscript a").first.click()
    assert page.url.endswith("/autoevaluation/classe/")


def test_answers_to_no_question_are_counted(again: Callable[..., Page]) -> None:
    page = again(PAGE)
    add(page, evaluation("a1", reponses={"inventee": answer("oui")}), evaluation("b1"))
    expect(page.locator(".comparer__messages")).to_contain_text("1\u00a0réponse ne compte pas, et est montrée à part")


def test_a_page_brought_back_no_longer_shows_what_is_erased(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{PREFIX}classe.a1", json.dumps(evaluation())])
    page.reload()
    expect(page.locator(".comparer__choix li")).to_have_count(1)
    page.evaluate("localStorage.clear()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".comparer__choix")).to_be_hidden()


def test_what_another_tab_kept_since_is_not_written_over(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    call(page, "d.accorder()")
    add(page, evaluation(reponses={"x": answer("oui")}))
    other = page.context.new_page()
    other.goto(PAGE)
    call(other, "d.enregistrer(v)", evaluation(nom="Autre onglet"))
    eventually(page, "d.lister().length", 1)
    page.locator("[data-garder]:not([data-garder=tout])").click()
    expect(page.locator(".comparer__messages")).to_contain_text("celle du fichier prend le nom «\u00a05e B (copie)\u00a0»")
    assert sorted(one["nom"] for one in call(page, "d.lister()")) == ["5e B (copie)", "Autre onglet"]
    expect(page.locator(".comparer__choix li")).to_have_count(2)


def test_what_found_no_room_and_is_withdrawn_is_not_called_kept(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    call(page, "d.accorder()")
    add(page, evaluation())
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    page.locator("[data-garder]:not([data-garder=tout])").click()
    expect(page.locator(".comparer__messages")).to_contain_text("n’a plus de place")
    page.locator("[data-retirer]").click()
    expect(page.locator(".comparer__choix")).to_be_hidden()
