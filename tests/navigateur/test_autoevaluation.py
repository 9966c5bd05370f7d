"""The pages of the self-assessments: by keyboard, without JavaScript, kept or not, printed, across a change of content."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.project import Project
from macros.typography import french
from tests.copie import FROZEN
from tests.navigateur.axe import FRAME, violations_shown
from tests.navigateur.conftest import Tabs
from tests.navigateur.evaluations import PREFIX, answered, data, evaluation, file_text, stored, upload
from tests.navigateur.test_accessibilite import LOOKS
from tests.papier import LETTER, Leaf, printed, text_of

CLASSE = "autoevaluation/classe/"
LISTS = sorted(path.stem for path in (FROZEN / "data/listes").glob("*.yml"))
# What opens most questions of « Ma plateforme de classe ».
FACTS = {
    "plateforme-non-approuvee": "non",
    "plateforme-exemptee": "non",
    "comptes-institutionnels": "oui",
    "renseignements-a-la-classe": "non",
    "renseignements-au-parent": "non",
    "refus-ou-retrait": "non",
}


# Answers a question or a fact where a pointer would: what is met there, once it is in view, is its label. Says what stands in the way.
CHOOSE = """([id, answer]) => {
  const input = document.querySelector(`:is(#q-${id}, #fait-${id}) input[value="${answer}"]`);
  input.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = input.getBoundingClientRect();
  const met = document.elementFromPoint(left + width / 2, top + height / 2);
  if (met?.closest("label") !== input.closest("label") || input.matches(":disabled")) return `${id}: ${(met ?? input).outerHTML.slice(0, 160)}`;
  input.focus();
  met.click();
  return input.checked ? "" : `${id}: ${answer} is not chosen`;
}"""


def choose(page: Page, id_: str, answer: str) -> None:
    """Answer a question or a fact that is in reach, and wait until what sums up the list follows: ten times as fast as by a pointer that moves."""
    assert page.evaluate(CHOOSE, [id_, answer]) == ""
    summed(page)


def choose_all(page: Page, answers: dict[str, str]) -> None:
    """Answer questions or facts in their order, by clicks made in the page: thrice as fast as by a pointer that moves."""
    page.evaluate(
        """(answers) => Object.entries(answers).forEach(([id, answer]) => {
            document.querySelector(`:is(#q-${id}, #fait-${id}) input[value="${answer}"]`).click();
        })""",
        answers,
    )
    summed(page)


def situate(page: Page) -> None:
    """Answer the facts."""
    choose_all(page, FACTS)


def answer_all(page: Page, *answers: str) -> None:
    """Answer each question that is asked, with some answers in turn, the themes unfolded: all by clicks, made in the page."""
    page.evaluate(
        """(answers) => {
            const all = (selector, within = document) => [...within.querySelectorAll(selector)];
            all('.theme__pli:not([open]) > summary').forEach((fold) => fold.click());
            all('[data-fait] input[value=oui]').forEach((yes) => yes.click());
            all('.question').filter((card) => card.checkVisibility()).forEach((card, number) => {
                const [lowest] = all("input[value='0']", card);
                (lowest ?? card.querySelector(`input[value='${answers[number % answers.length]}']`)).click();
            });
        }""",
        answers,
    )
    summed(page)


@pytest.mark.parametrize("id_", [id_ for id_ in LISTS if "\nfaits:" in (FROZEN / f"data/listes/{id_}.yml").read_text(encoding="utf-8")])
def test_an_address_of_a_question_that_is_not_asked_shows_why(id_: str, emptied: Callable[..., Page]) -> None:
    page = emptied(f"autoevaluation/{id_}/")
    hidden = page.locator(".question[hidden]").evaluate_all("(cards) => cards.map(({ id, dataset }) => [id, dataset.question])")
    for at_once, (anchor, question) in zip((True, False), (hidden[0], hidden[-1]), strict=True):
        if at_once:
            page.goto("about:blank")
            page.goto(f"autoevaluation/{id_}/#{anchor}")
        else:
            page.evaluate("(anchor) => { location.hash = anchor; }", anchor)
        fold = page.locator(f".theme__non-posees details[data-questions~='{question}']")
        expect(fold.locator("summary")).to_be_focused()
        expect(fold.locator("summary")).to_be_in_viewport()
        expect(fold).to_contain_text("répondez d’abord à")
        expect(fold).to_contain_text(page.locator(f"#{anchor} legend").text_content()[3:].strip())  # type: ignore[index]


def test_a_click_that_follows_a_name_right_away_counts(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE, width=390)
    page.get_by_role("button", name="Enregistrer dans ce navigateur").click()
    page.get_by_label("Nom", exact=False).first.fill("Groupe 301")
    page.locator("[data-fait] input[value=oui]").first.check()
    expect(page.locator(".dossier__etat")).to_contain_text("Enregistrée")


@pytest.mark.parametrize(("width", "height"), [(320, 200), (320, 256), (200, 700)])
def test_the_bar_covers_no_question_of_a_screen_enlarged_four_times(width: int, height: int, again: Callable[..., Page]) -> None:
    page = again(CLASSE)
    page.set_viewport_size({"width": width, "height": height})
    expect(page.locator(".avancement")).to_have_css("position", "static")
    page.set_viewport_size({"width": 390, "height": 664})
    expect(page.locator(".avancement")).to_have_css("position", "sticky")


def questions(page: Page) -> dict[str, dict[str, Any]]:
    """Return the questions of the page's list by id."""
    return {question["id"]: question for question in data(page)["questions"]}


def asked(page: Page, facts: dict[str, str] | None = None) -> int:
    """Return how many questions of the page's list are asked with some facts."""
    return sum(all((facts or {}).get(needed["sujet"]) == needed["reponse"] for needed in question["si"]) for question in questions(page).values())


# A file of the site that is no page: what is stored there is so before a page opens.
ELSEWHERE = "sitemap.xml"


def open_with(emptied: Callable[..., Page], *evaluations: dict[str, Any], script: str = "", path: str = CLASSE) -> Page:
    """Open a list in a browser that keeps some evaluations, with a script that runs before those of each page."""
    page = emptied(ELSEWHERE, script=script)
    kept = {f"{PREFIX}{one['liste']}.{one['id']}": json.dumps(one) for one in evaluations} | {f"{PREFIX}accord": "2026-09-01"}
    page.evaluate("(kept) => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))", kept)
    page.goto(path)
    return page


# Looked at often, for half a minute at most: `expect` would sleep longer than the page does.
SUMMED = """async () => {
  const one = () => document.querySelectorAll(".bilan:not([aria-busy=true])").length === 1;
  for (let look = 0; look < 6000 && !one(); look += 1) await new Promise((done) => setTimeout(done, 5));
  return one();
}"""


def summed(page: Page) -> None:
    """Wait until what sums up the list follows the last answer."""
    assert page.evaluate(SUMMED)


def gaps(page: Page) -> list[str]:
    """Return the questions of the plan, in its order."""
    summed(page)
    return [row.get_attribute("data-ligne") or "" for row in page.locator(".plan-action tbody tr").all()]


# ---- Without JavaScript


@pytest.mark.parametrize("id_", LISTS)
def test_without_javascript_the_whole_list_is_there(id_: str, without_script: Callable[..., Page], project: Project) -> None:
    page = without_script(f"autoevaluation/{id_}/")
    liste = project.listes[id_]
    text = page.locator(".autoevaluation").inner_text().replace("\u00a0", " ")
    for fact in liste.faits:
        assert french(fact.question).replace("\u00a0", " ") in text
    for question in liste.questions:
        for words in (question.question, question.remede, question.aide, question.preuve):
            assert french(words or "").replace("\u00a0", " ") in text
    assert text.count("Ne répondez pas à la fois") == len(liste.incompatibles)
    assert text.count("Posée seulement si vous répondez") == sum(bool(q.si) for q in liste.questions)
    expect(page.locator(".question")).to_have_count(len(liste.questions))
    expect(page.locator(".question:visible")).to_have_count(len(liste.questions))
    expect(page.locator("textarea:visible")).to_have_count(len(liste.questions))
    # What only a script can do is not offered.
    expect(page.locator(".autoevaluation button:visible")).to_have_count(0)
    expect(page.locator("input:checked:not([name^='__'])")).to_have_count(0)
    expect(page.locator("h2:visible", has_text="Où vous en êtes")).to_have_count(0)
    page.locator(".question input").first.check()
    page.locator(".question input").first.press("Enter")
    assert page.url.endswith(f"/autoevaluation/{id_}/")


def test_without_javascript_the_blank_list_prints(without_script: Callable[..., Page], project: Project) -> None:
    text = text_of(printed(without_script(CLASSE)))
    assert "Évaluation :" in text
    assert "Textes : Directive, entrée en vigueur : 22 août 2025" in text
    for question in project.listes["classe"].questions:
        assert french(question.question).replace("\u00a0", " ") in text


# ---- Answering


def test_no_answer_is_given_beforehand_and_each_can_be_taken_back(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    expect(page.locator(".autoevaluation input:checked")).to_have_count(0)
    page.locator("#q-une-seule-plateforme input[value=oui]").check()
    clear = page.locator("#q-une-seule-plateforme").get_by_role("button", name="Effacer la réponse")
    clear.click()
    expect(page.locator(".autoevaluation input:checked")).to_have_count(0)
    expect(clear).to_be_hidden()
    expect(page.locator("#q-une-seule-plateforme input").first).to_be_focused()
    expect(page.locator(".avancement__compte")).to_have_text(f"0 sur {asked(page)}")


def test_progress_follows(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    expect(page.locator(".avancement__compte")).to_have_text(f"0 sur {asked(page)}")
    situate(page)
    expect(page.locator(".avancement__compte")).to_have_text(f"0 sur {asked(page, FACTS)}")
    for id_, answer in (("moyens-proscrits-evites", "oui"), ("une-seule-plateforme", "sans-objet"), ("destruction-faite", "non")):
        choose(page, id_, answer)
    expect(page.locator(".avancement__compte")).to_have_text(f"3 sur {asked(page, FACTS)}")
    expect(page.locator(".avancement__annonce")).to_contain_text(f"3 sur {asked(page, FACTS)}. 1\u00a0obligation à régler")
    expect(page.locator("[data-theme=fin] .theme__compte")).to_have_text("1 sur 3")


def test_a_question_that_does_not_apply_leaves_and_says_why(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    asked = page.locator("#q-destruction-faite")
    line = page.locator("[data-theme=fin] .theme__non-posees")
    expect(asked).to_be_hidden()
    expect(line).to_contain_text("3\u00a0questions en attente\u00a0: répondez d’abord à «\u00a0Utilisez-vous seulement Mozaïk-Portail")
    choose(page, "plateforme-exemptee", "non")
    expect(asked).to_be_visible()
    expect(line).to_be_hidden()
    choose(page, "destruction-faite", "non")
    expect(page.locator(".bilan__phrase")).to_contain_text("1\u00a0obligation à régler")
    choose(page, "plateforme-exemptee", "oui")
    expect(asked).to_be_hidden()
    expect(line).to_contain_text("3\u00a0questions non posées\u00a0: vous avez répondu «\u00a0oui\u00a0» à")
    line.locator("summary").click()
    expect(line.locator("li li").nth(1)).to_contain_text("au plus tard le 30\u00a0juin")
    # Its answer no longer counts, and comes back with it.
    expect(page.locator(".bilan__phrase")).not_to_contain_text("à régler.")
    choose(page, "plateforme-exemptee", "non")
    expect(asked.locator("input[value=non]")).to_be_checked()


def test_answers_that_contradict_one_another_are_told_beside_both_and_settle_nothing(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    situate(page)
    choose(page, "plateforme-non-approuvee", "oui")
    told = page.locator(".fait__contredit:visible")
    expect(told).to_have_count(0)
    choose(page, "plateforme-exemptee", "oui")
    expect(told).to_have_count(2)
    first = page.locator("#fait-plateforme-non-approuvee")
    expect(first.get_by_role("group")).to_have_accessible_description(
        re.compile(r"Ces réponses se contredisent\. Vous avez aussi répondu «\soui\s» à")
    )
    expect(first.get_by_role("group")).to_have_accessible_description(re.compile("n’est pas de celles-là. Corrigez la réponse qui n’est pas juste."))
    expect(first.locator(".fait__contredit a")).to_have_attribute("href", "#fait-plateforme-exemptee")
    expect(page.locator(".avancement__annonce")).to_contain_text("n’est pas de celles-là.")
    expect(page.locator(".avancement__etat")).to_have_text("Des réponses sur votre situation se contredisent")
    answer_all(page, "oui")
    expect(page.locator(".bilan__etat")).to_have_class("bilan__etat etat--a-verifier")
    expect(page.locator(".avancement__annonce")).not_to_contain_text("n’est pas de celles-là.")
    assert violations_shown(page) == []
    page.locator("#fait-plateforme-exemptee").get_by_role("button", name="Effacer la réponse").click()
    expect(told).to_have_count(0)
    expect(first.get_by_role("group")).not_to_have_accessible_description(re.compile("contredisent"))
    # A fact without a help text is described by nothing, rather than by an empty name.
    assert page.locator('[aria-describedby=""]').count() == 0


def test_what_to_do_shows_when_it_is_needed(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    todo = page.locator("#q-presentation-validee .question__suite")
    expect(todo).to_be_hidden()
    for answer, shown in (("non", True), ("oui", False), ("a-verifier", True), ("sans-objet", False)):
        choose(page, "presentation-validee", answer)
        expect(todo).to_be_visible(visible=shown)
    choose(page, "presentation-validee", "non")
    expect(todo.get_by_role("link", name="Présentation de la plateforme aux parents")).to_be_visible()


def test_the_words_of_a_clause_are_at_hand(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    card = page.locator("#q-une-seule-plateforme")
    expect(card.locator("blockquote")).to_be_hidden()
    card.get_by_text("Lire cet article", exact=True).click()
    expect(card.locator("blockquote")).to_be_visible()
    assert (card.get_by_role("link", name="Directive, art. 5.2").first.get_attribute("href") or "").endswith("encadrements/directive/#art-5-2")


ALL_ARTICLES = "document.querySelectorAll('.question [data-action=articles]').forEach((button) => button.click())"


def test_each_article_stands_once_in_the_page_and_every_question_reads_it(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    held = re.findall(r'data-article="([^"]*)"', page.locator(".articles-cites").text_content() or "")
    assert len(held) == len(set(held)) > 10
    # What no one reads yet is one text, not hundreds of elements.
    expect(page.locator("[data-article]")).to_have_count(0)
    page.evaluate(ALL_ARTICLES)
    cited = "(all) => all.map((card) => [...card.querySelectorAll('.question__articles a')].map((a) => a.textContent))"
    read = "(all) => all.map((card) => [...card.querySelectorAll('figcaption a')].map((a) => a.textContent))"
    assert page.locator(".question").evaluate_all(read) == page.locator(".question").evaluate_all(cited)
    page.evaluate(ALL_ARTICLES)
    expect(page.locator(".question blockquote")).to_have_count(0)


def test_without_javascript_the_articles_read_at_the_end(without_script: Callable[..., Page]) -> None:
    page = without_script(CLASSE)
    expect(page.locator(".question [data-action=articles]:visible")).to_have_count(0)
    page.get_by_text("Lire les articles que cite cette liste", exact=True).click()
    expect(page.locator(".articles-cites blockquote").first).to_be_visible()


def test_the_keyboard_is_enough(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    page.locator("#contenu").focus()

    def forward(wanted: str) -> None:
        """Go on with the Tab key until what is focused answers to a selector."""
        for _ in range(400):
            page.keyboard.press("Tab")
            if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
                return
        pytest.fail(f"the Tab key never reaches {wanted}")

    forward("#dossier-nom")
    page.keyboard.type("5e B")
    page.keyboard.press("Enter")
    forward("[data-action=accorder]")
    page.keyboard.press("Enter")
    for fact, answer in FACTS.items():
        forward(f"[name='f-{fact}']")
        page.keyboard.press("Space")
        if answer == "non":
            page.keyboard.press("ArrowRight")
    forward("[name='q-moyens-proscrits-evites']")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    forward("#q-moyens-proscrits-evites [data-action=note]")
    page.keyboard.press("Enter")
    page.keyboard.type("Messenger")
    forward("[name='q-destruction-faite']")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".avancement__compte")).to_have_text(f"2 sur {asked(page, FACTS)}")
    forward(".avancement__lien")
    page.keyboard.press("Enter")
    expect(page.locator("#resultat")).to_be_in_viewport()
    forward("[data-ligne=destruction-faite] input[type=text]")
    page.keyboard.type("Moi")
    forward("[data-action=csv]")
    with page.expect_download() as csv:
        page.keyboard.press("Enter")
    text = csv.value.path().read_text(encoding="utf-8-sig")
    assert "Messenger" in text
    assert '"Moi"' in text
    assert page.url.endswith((CLASSE, "#resultat"))


def test_what_is_focused_is_never_covered(again: Callable[..., Page]) -> None:
    page = again(CLASSE, width=390, reduced_motion="reduce")
    page.locator("#dossier-nom").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
                const it = document.activeElement, box = it.getBoundingClientRect();
                const bar = document.querySelector('.avancement').getBoundingClientRect();
                return !it.closest('.avancement') && box.top >= bar.top && box.bottom <= bar.bottom ? it.outerHTML.slice(0, 120) : null;
            }"""
        )
        assert covered is None


# ---- The result and the plan


def test_two_sides_are_read_apart(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    situate(page)
    binding = {"obligation", "interdiction"}
    shown = {id_: question for id_, question in questions(page).items() if page.locator(f"#q-{id_}").is_visible()}
    choose_all(page, {id_: "oui" if question["force"] not in binding or id_ != "destruction-faite" else "non" for id_, question in shown.items()})
    expect(page.locator(".bilan__phrase")).to_contain_text("1\u00a0obligation à régler")
    duties, advice = page.locator(".camp--obligations"), page.locator(".camp--recommandations")
    expect(duties.locator(".camp__theme").last).to_contain_text("1\u00a0à régler")
    expect(duties.locator(".ecart")).to_contain_text("Directive, art.\u00a05.9")
    expect(advice.locator(".ecart")).to_have_count(0)
    summed(page)
    # Each bar is as long as what is written below it says.
    for theme in page.locator(".camp__theme").all():
        widths = [float(part.get_attribute("width") or 0) for part in theme.locator("rect").all()]
        numbers = [int(re.match(r"\d+", text)[0]) for text in theme.locator(".bande-cle li").all_inner_texts()]  # type: ignore[index]
        assert widths == pytest.approx([100 * number / sum(numbers) for number in numbers])


def test_what_sums_up_the_list_comes_after_the_answer_but_before_paper(again: Callable[..., Page]) -> None:
    page = again(CLASSE)
    said = page.evaluate(
        """() => {
          const sums = () => [document.querySelector(".bilan").ariaBusy, document.querySelectorAll(".plan-action tbody tr").length];
          const count = () => document.querySelector(".avancement__compte").textContent;
          const before = count();
          document.querySelector(".question:not([hidden]) input[value=non]").click();
          const answered = [count() !== before, ...sums()];
          dispatchEvent(new Event("beforeprint"));
          return [answered, sums()];
        }"""
    )
    assert said == [[True, "true", 0], [None, 1]]


def test_the_state_names_the_deadline(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-11-22", CLASSE)
    situate(page)
    choose(page, "destruction-faite", "non")
    choose(page, "destruction-confirmee", "non")
    expect(page.locator(".bilan__phrase")).to_have_text("2\u00a0obligations à régler, dont 1 au plus tard le 30\u00a0juin\u00a02027.")
    choose(page, "presentation-transmise", "non")
    expect(page.locator(".bilan__phrase")).to_have_text("3\u00a0obligations à régler, dont 1 au plus tard le 30\u00a0juin\u00a02027.")
    expect(page.locator(".bilan__suite")).to_contain_text("Le moment prévu est passé pour 1 d’entre elles")


def test_the_plan_has_a_remedy_a_document_who_and_when(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-11-22", CLASSE)
    situate(page)
    expect(page.locator(".plan-action__vide")).to_be_visible()
    for id_, answer in (
        ("portail-parents-privilegie", "non"),
        ("destruction-faite", "a-verifier"),
        ("destruction-confirmee", "non"),
        ("moyens-proscrits-evites", "non"),
    ):
        choose(page, id_, answer)
    assert gaps(page) == ["destruction-confirmee", "destruction-faite", "moyens-proscrits-evites", "portail-parents-privilegie"]
    row = page.locator("[data-ligne=destruction-confirmee]")
    expect(row).to_contain_text("Écrivez à votre direction une fois la destruction faite.")
    expect(row).to_contain_text("Obligation")
    expect(row).to_contain_text("30\u00a0juin\u00a02027")
    expect(row.get_by_role("link", name=re.compile("onfirmation"))).to_be_visible()
    row.locator("input[type=text]").fill("Moi")
    day = row.locator("input[type=date]")
    for written, wrong in (("0027-06-15", "true"), ("2027-06-15", "false")):
        day.fill(written)
        day.blur()
        # Empty, the attribute would say that nothing is wrong.
        expect(day).to_have_attribute("aria-invalid", wrong)
    # Another answer keeps what was written.
    choose(page, "une-seule-plateforme", "non")
    expect(page.locator("[data-ligne=destruction-confirmee] input[type=text]")).to_have_value("Moi")
    with page.expect_download() as ics:
        page.get_by_role("button", name="Ajouter à mon calendrier").click()
    text = ics.value.path().read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20270615" in text
    assert "DTSTART;VALUE=DATE:20270630" in text
    left = "3\u00a0lignes n’ont pas de jour à venir et n’y sont pas\u00a0: remplissez «\u00a0Pour le\u00a0»."
    apart = "Importez-le dans un calendrier à part, que vous supprimerez avant d’importer le suivant"
    message = page.locator(".plan-action__message")
    expect(message).to_have_text(re.compile(f"^Le fichier est avec vos téléchargements. {left} {apart}.* y reste tel quel.$"))
    page.get_by_role("button", name="Télécharger pour Excel").click()
    expect(message).to_have_text(re.compile("^Le fichier est avec vos téléchargements. Si Excel mêle les colonnes.*«\u00a0From Text/CSV\u00a0».$"))


def test_on_a_phone_the_fields_of_the_plan_are_in_line(again: Callable[..., Page]) -> None:
    page = again(CLASSE, width=390)
    answer_all(page, "non", "a-verifier")
    places = page.locator(".plan-action__table tbody tr").evaluate_all(
        """(rows) => rows.map((row) => {
            const [who, when] = [...row.querySelectorAll('input')].map((field) => field.getBoundingClientRect());
            return [who.left, who.width, when.left, when.width, who.top - when.top].map(Math.round);
        })"""
    )
    assert len(places) > 4
    assert len({tuple(place) for place in places}) == 1
    assert places[0][4] == 0


def test_a_plan_without_a_day_makes_no_calendar(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    choose(page, "une-seule-plateforme", "non")
    page.get_by_role("button", name="Ajouter à mon calendrier").click()
    expect(page.locator(".plan-action__message")).to_contain_text("remplissez")


@pytest.mark.parametrize("id_", LISTS)
def test_every_list_can_be_answered(id_: str, again: Callable[[str], Page]) -> None:
    page = again(f"autoevaluation/{id_}/")
    answer_all(page, "non", "oui", "a-verifier", "sans-objet")
    done, asked = (page.locator(".avancement__compte").inner_text()).split(" sur ")
    assert done == asked
    assert page.locator(".plan-action tbody tr").count() > 0
    expect(page.locator(".theme__compte")).to_have_count(len(data(page)["themes"]))


def test_what_does_not_bind_says_so(again: Callable[[str], Page]) -> None:
    page = again("autoevaluation/evaluation-plateforme/")
    expect(page.locator(".autoevaluation__reference")).to_contain_text("n’oblige pas le personnel du CSSPB")
    page = again("autoevaluation/direction/")
    expect(page.locator(".autoevaluation__reference")).to_have_count(0)
    known = questions(page)
    shown = {card.get_attribute("data-question") for card in page.locator(".question:has(.question__reference)").all()}
    assert shown == {id_ for id_, question in known.items() if not question["oblige"]}
    assert shown


def test_a_serious_failure_stands_out(again: Callable[[str], Page]) -> None:
    page = again("autoevaluation/evaluation-plateforme/")
    choose_all(page, dict.fromkeys(questions(page), "3"))
    expect(page.locator(".bilan__phrase")).to_contain_text("Aucun critère de sécurité éliminatoire")
    expect(page.locator(".bilan__suite")).to_contain_text("ne remplace pas l’autorisation écrite")
    choose(page, "temoins-de-suivi", "0")
    expect(page.locator(".bilan__phrase")).to_contain_text("1\u00a0critère de sécurité éliminatoire coté «\u00a0Pas du tout\u00a0»")
    expect(page.locator(".camp__points")).to_contain_text("Utilisation\u00a0: 39\u00a0points sur 39 (13\u00a0critères cotés sur 13)")
    expect(page.locator(".camp__points")).to_contain_text("Sécurité\u00a0: 12\u00a0points sur 15")


def test_points_are_said_of_the_criteria_that_are_rated(again: Callable[[str], Page]) -> None:
    page = again("autoevaluation/evaluation-plateforme/")
    lines = page.locator(".camp__points li")
    first, *_, last = questions(page)
    choose(page, first, "1")
    expect(lines.first).to_have_text("Utilisation\u00a0: 1\u00a0point sur 3 (1\u00a0critère coté sur 13)")
    choose(page, first, "sans-objet")
    choose(page, last, "0")
    expect(lines.first).to_have_text("Utilisation\u00a0: aucun critère coté")
    expect(lines.last).to_have_text("Sécurité\u00a0: 0\u00a0point sur 3 (1\u00a0critère coté sur 5)")


def test_one_point_one_criterion_and_several_failures_agree(again: Callable[[str], Page]) -> None:
    page = again("autoevaluation/evaluation-plateforme/")
    first = next(iter(questions(page)))
    choose(page, first, "1")
    expect(page.locator(".camp__points")).to_contain_text("1\u00a0point sur 3 (1\u00a0critère coté sur 13)")
    choose(page, "temoins-de-suivi", "0")
    expect(page.locator(".camp__graves")).to_contain_text("Ce manque ne se rattrape pas ailleurs")
    choose(page, next(id_ for id_, known in questions(page).items() if known.get("eliminatoire") and id_ != "temoins-de-suivi"), "0")
    expect(page.locator(".camp__graves")).to_contain_text("Ces manques ne se rattrapent pas ailleurs")


# ---- Kept in this browser, or not


def test_nothing_is_stored_and_nothing_is_asked_of_the_network(again: Callable[..., Page], listen: Callable[..., None]) -> None:
    page = again(CLASSE)
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    listen("request", lambda request: requests.append(request.url))
    page.locator("#dossier-nom").fill("5e B")
    answer_all(page, "non", "oui", "a-verifier")
    page.locator(".plan-action input").first.fill("Moi")
    with page.expect_download():
        page.get_by_role("button", name="Télécharger pour Excel").click()
    page.get_by_text("Ouvrir, exporter, importer ou effacer").click()
    with page.expect_download():
        page.get_by_role("button", name="Exporter dans un fichier").click()
    page.wait_for_timeout(700)
    assert [url for url in requests if not url.startswith(("blob:", "data:"))] == []
    assert stored(page) == {}
    expect(page.locator(".dossier__accord")).to_contain_text("Rien n’est enregistré.")


def test_once_agreed_everything_is_kept(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    choose(page, "une-seule-plateforme", "non")
    page.get_by_role("button", name="Enregistrer dans ce navigateur").click()
    expect(page.locator(".dossier__accord")).to_be_hidden()
    expect(page.locator(".dossier__etat")).to_contain_text("Enregistrée dans ce navigateur")
    page.locator("#dossier-nom").fill("5e B")
    situate(page)
    page.locator("#q-une-seule-plateforme").get_by_role("button", name="Ajouter une note").click()
    page.locator("#note-une-seule-plateforme").fill("Deux, pour l’instant.")
    page.locator("[data-ligne=une-seule-plateforme] input[type=date]").fill("2027-01-15")
    page.reload()
    expect(page.locator("#dossier-nom")).to_have_value("5e B")
    expect(page.locator("#note-une-seule-plateforme")).to_have_value("Deux, pour l’instant.")
    expect(page.locator("#note-une-seule-plateforme")).to_be_visible()
    expect(page.locator("#fait-comptes-institutionnels input[value=oui]")).to_be_checked()
    expect(page.locator("[data-ligne=une-seule-plateforme] input[type=date]")).to_have_value("2027-01-15")
    keys = list(stored(page))
    assert f"{PREFIX}accord" in keys
    assert [re.sub(r"[0-9a-f]{20}$", "id", key) for key in keys if key != f"{PREFIX}accord"] == [f"{PREFIX}classe.id"]


def test_that_answers_are_kept_is_said_where_the_button_was(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    page.get_by_role("button", name="Enregistrer dans ce navigateur").click()
    expect(page.locator(".avancement__annonce[role=status]")).to_contain_text("enregistrées dans ce navigateur")
    choose(page, "une-seule-plateforme", "oui")
    expect(page.locator(".avancement__annonce")).to_contain_text(" sur ")


def test_several_evaluations_side_by_side(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), evaluation("a2", nom="6e A", modifie="2026-11-01T12:00:00.000Z"))
    expect(page.locator("#dossier-nom")).to_have_value("6e A")
    choices = page.get_by_label("Évaluation ouverte")
    assert choices.locator("option").all_inner_texts() == ["6e A · 2026-2027", "5e B · 2026-2027"]
    choices.select_option(label="5e B · 2026-2027")
    expect(page.locator("#dossier-nom")).to_have_value("5e B")
    choose(page, "une-seule-plateforme", "oui")
    page.get_by_text("Ouvrir, exporter, importer ou effacer").click()
    page.get_by_role("button", name="Nouvelle évaluation").click()
    expect(page.locator("#dossier-nom")).to_be_focused()
    expect(page.locator(".autoevaluation input:checked")).to_have_count(0)
    page.keyboard.type("4e C")
    page.get_by_label("Évaluation ouverte").select_option(label="5e B · 2026-2027")
    expect(page.locator("#q-une-seule-plateforme input[value=oui]")).to_be_checked()
    assert sum(key.startswith(f"{PREFIX}classe.") for key in stored(page)) == 3


def test_erase_one_then_everything(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), evaluation("a2", nom="6e A"), evaluation("a3", "direction"))
    page.evaluate("localStorage.setItem('autre', 'x')")
    page.get_by_text("Ouvrir, exporter, importer ou effacer").click()
    name = page.locator("#dossier-nom").input_value()
    page.get_by_role("button", name="Effacer cette évaluation").first.click()
    dialog = page.locator(".confirmation")
    expect(dialog).to_contain_text(name)
    expect(dialog.get_by_role("button", name="Annuler")).to_be_focused()
    page.keyboard.press("Escape")
    assert len(stored(page)) == 5
    page.get_by_role("button", name="Effacer cette évaluation").first.click()
    dialog.get_by_role("button", name="Effacer cette évaluation").click()
    expect(page.locator("#dossier-nom")).not_to_have_value(name)
    assert len(stored(page)) == 4
    page.get_by_role("button", name="Tout effacer").first.click()
    dialog.get_by_role("button", name="Tout effacer").click()
    expect(page.locator(".dossier__messages")).to_contain_text("Tout est effacé.")
    assert stored(page) == {"autre": "x"}
    expect(page.locator(".dossier__accord")).to_be_visible()


REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = """Storage.prototype.setItem = function (key, text) {
    if (text.length > 400) throw new DOMException('full', 'QuotaExceededError'); this[key] = text; };"""


def test_a_refused_storage_loses_nothing(new_page: Callable[..., Page]) -> None:
    page = new_page(ELSEWHERE)
    page.add_init_script(REFUSED)
    page.goto(CLASSE)
    expect(page.locator(".dossier__etat")).to_contain_text("Ce navigateur refuse d’enregistrer.")
    expect(page.locator(".dossier__accord")).to_be_hidden()
    situate(page)
    choose(page, "destruction-faite", "non")
    expect(page.locator(".bilan__phrase")).to_contain_text("1\u00a0obligation à régler")
    page.get_by_text("Ouvrir, exporter, importer ou effacer").click()
    with page.expect_download() as file:
        page.get_by_role("button", name="Exporter dans un fichier").click()
    assert json.loads(file.value.path().read_text(encoding="utf-8"))["evaluations"][0]["reponses"]["destruction-faite"]["reponse"] == "non"


def test_a_full_storage_says_so_and_loses_nothing(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE, script=FULL)
    page.get_by_role("button", name="Enregistrer dans ce navigateur").click()
    situate(page)
    choose(page, "destruction-faite", "non")
    expect(page.locator(".dossier__etat")).to_contain_text("n’a plus de place")
    expect(page.locator("#q-destruction-faite input[value=non]")).to_be_checked()


def test_what_cannot_be_read_is_neither_used_nor_lost(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"))
    page.evaluate(f"localStorage.setItem('{PREFIX}classe.b2', '{{ cassé')")
    page.reload()
    expect(page.locator("#dossier-nom")).to_have_value("5e B")
    block = page.locator(".dossier__illisibles")
    expect(block).to_contain_text("ne se lit plus")
    with page.expect_download() as file:
        block.get_by_role("button", name="Télécharger tel quel").click()
    assert file.value.path().read_text(encoding="utf-8") == "{ cassé"
    choose(page, "une-seule-plateforme", "oui")
    assert stored(page)[f"{PREFIX}classe.b2"] == "{ cassé"
    block.get_by_role("button", name="Effacer").click()
    page.locator(".confirmation").get_by_role("button", name="Effacer").click()
    expect(block).to_be_hidden()
    assert f"{PREFIX}classe.b2" not in stored(page)


# ---- Two tabs


def second(page: Page) -> Page:
    """Open the same page in another tab of the same browser."""
    other = page.context.new_page()
    other.goto(page.url)
    return other


def test_another_tab_is_followed(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"))
    other = second(page)
    choose(other, "une-seule-plateforme", "non")
    expect(page.locator("#q-une-seule-plateforme input[value=non]")).to_be_checked()
    choose(page, "portail-parents-privilegie", "oui")
    expect(other.locator("#q-portail-parents-privilegie input[value=oui]")).to_be_checked()
    kept = json.loads(stored(page)[f"{PREFIX}classe.a1"])["reponses"]
    assert {id_: one["reponse"] for id_, one in kept.items()} == {"une-seule-plateforme": "non", "portail-parents-privilegie": "oui"}


CHANGE = """(key) => {
    const kept = JSON.parse(localStorage.getItem(key));
    localStorage.setItem(key, JSON.stringify({ ...kept, nom: 'Autre onglet', modifie: '2026-12-01T12:00:00.000Z' }));
}"""
DEAF = """const listen = window.addEventListener;
    window.addEventListener = function (type, ...rest) { if (type !== 'storage') listen.call(this, type, ...rest); };"""


@pytest.mark.parametrize("choice", ["Garder ma version comme une copie", "Reprendre l’autre version"])
def test_two_tabs_at_odds_let_the_reader_choose(choice: str, emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"), script=DEAF)
    second(page).evaluate(CHANGE, f"{PREFIX}classe.a1")
    choose(page, "une-seule-plateforme", "non")
    expect(page.get_by_role("alert")).to_contain_text("a changé dans un autre onglet")
    assert json.loads(stored(page)[f"{PREFIX}classe.a1"])["nom"] == "Autre onglet"
    page.get_by_role("button", name=choice).click()
    expect(page.locator(".dossier__conflit")).to_be_hidden()
    kept = choice.startswith("Garder")
    expect(page.locator("#dossier-nom")).to_have_value("5e B (copie)" if kept else "Autre onglet")
    expect(page.locator("#q-une-seule-plateforme input[value=non]")).to_be_checked(checked=kept)
    assert sum(key.startswith(f"{PREFIX}classe.") for key in stored(page)) == (2 if kept else 1)


def test_erased_in_another_tab(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"))
    choose(page, "une-seule-plateforme", "non")
    second(page).evaluate(f"localStorage.removeItem('{PREFIX}classe.a1')")
    expect(page.get_by_role("alert")).to_contain_text("a été effacée dans un autre onglet")
    expect(page.locator("#q-une-seule-plateforme input[value=non]")).to_be_checked()
    page.get_by_role("button", name="Garder ma version comme une copie").click()
    expect(page.locator("#dossier-nom")).to_have_value("5e B (copie)")
    expect(page.locator("#q-une-seule-plateforme input[value=non]")).to_be_checked()


# ---- Files


def bring(page: Page, *files: Any) -> None:
    """Import files."""
    page.locator(".dossier__gerer").evaluate("(details) => { details.open = true; }")
    page.locator("#dossier-fichier").set_input_files(list(files))


def test_a_file_goes_out_and_comes_back(new_page: Callable[..., Page]) -> None:
    page = new_page(CLASSE)
    page.locator("#dossier-nom").fill("5e B – « été »")
    situate(page)
    choose(page, "destruction-faite", "a-verifier")
    page.locator("#q-destruction-faite").get_by_role("button", name="Ajouter une note").click()
    page.locator("#note-destruction-faite").fill("Teams\nà vider")
    page.get_by_text("Ouvrir, exporter, importer ou effacer").click()
    with page.expect_download() as file:
        page.get_by_role("button", name="Exporter dans un fichier").click()
    assert re.fullmatch(r"autoevaluation-classe-5e-b-ete-\d{4}-\d\d-\d\d\.json", file.value.suggested_filename)
    other = new_page(CLASSE)
    bring(other, upload("mon fichier.json", Path(file.value.path()).read_text(encoding="utf-8")))
    expect(other.locator("#dossier-nom")).to_have_value("5e B – « été »")
    expect(other.locator("#note-destruction-faite")).to_have_value("Teams\nà vider")
    expect(other.locator("#q-destruction-faite input[value=a-verifier]")).to_be_checked()
    expect(other.locator(".dossier__messages")).to_contain_text("1\u00a0évaluation importée")
    assert stored(other) == {}


HOSTILE = {
    "pas du JSON": "<script>alert(1)</script>",
    "autre format": json.dumps({"format": "autre", "version": 1, "evaluations": []}),
    "version future": file_text(evaluation(), version=99),
    "immense": "x" * (2 * 1024 * 1024 + 1),
    "vide": "",
    "binaire": b"\x00\x01\xff\xfe" * 64,
}


def test_a_bad_file_is_refused_in_words_and_nothing_is_lost(emptied: Callable[..., Page]) -> None:
    page = open_with(emptied, evaluation("a1", nom="5e B"))
    choose(page, "une-seule-plateforme", "non")
    before = stored(page)
    for name, content in HOSTILE.items():
        bring(page, upload(f"{name}.json", content))
        expect(page.locator(".dossier__messages")).to_contain_text(f"«\u00a0{name}.json\u00a0» n’a pas été importé")
        expect(page.locator("#q-une-seule-plateforme input[value=non]")).to_be_checked()
        assert stored(page) == before, name


def test_what_a_file_says_is_only_ever_text(again: Callable[[str], Page]) -> None:
    attack = "<img src=x onerror=\"document.title='pris'\"><b>gras</b>"
    page = again(CLASSE)
    known = questions(page)
    given = answered(known["une-seule-plateforme"], "non", attack)
    old = {**given, "question": attack, "empreinte": "0" * 12}
    one = evaluation(
        "a9",
        nom=attack,
        annee=attack[:20],
        reponses={"une-seule-plateforme": given, "portail-parents-privilegie": old, "disparue": {**given, "question": attack}},
        plan={"une-seule-plateforme": {"qui": attack, "date": ""}},
    )
    bring(page, upload("x.json", file_text(one)))
    expect(page.locator(".plan-action__note")).to_contain_text("<img")
    expect(page.locator(".retirees li")).to_contain_text("<b>gras</b>")
    expect(page.locator("#q-portail-parents-privilegie .question__rouverte")).to_contain_text("<img")
    assert page.locator(".autoevaluation img, .autoevaluation b").count() == 0
    assert page.title() != "pris"


def test_a_file_of_another_list_says_where_to_go(again: Callable[[str], Page]) -> None:
    page = again(CLASSE)
    bring(page, upload("x.json", file_text(evaluation("d1", "direction", nom="École"))))
    expect(page.locator(".dossier__messages")).to_contain_text("vient d’une autre liste")
    expect(page.locator("#dossier-nom")).to_have_value("")


# ---- Across a change of content


def changed(page: Page) -> dict[str, Any]:
    """Return an evaluation some answers of which were given to other words."""
    known = questions(page)
    reponses = {id_: answered(known[id_], "oui") for id_ in ("une-seule-plateforme", "moyens-proscrits-evites", "portail-parents-privilegie")}
    reponses["une-seule-plateforme"]["empreintes"] = {"directive/5.2": "0" * 12}
    reponses["moyens-proscrits-evites"] |= {"empreinte": "1" * 12, "question": "Communiquez-vous sans Facebook?"}
    reponses["question-retiree"] = {**answered(known["une-seule-plateforme"], "non", "Ma note"), "question": "Une question d’avant?"}
    return evaluation("a1", nom="5e B", reponses=reponses)


def test_only_what_changed_reopens_and_says_so(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    page = open_with(emptied, changed(page))
    expect(page.locator(".avancement__compte")).to_have_text(f"1 sur {asked(page)}")
    expect(page.locator("#q-portail-parents-privilegie input[value=oui]")).to_be_checked()
    clause, words = (page.locator(f"#q-{id_}") for id_ in ("une-seule-plateforme", "moyens-proscrits-evites"))
    expect(page.locator(".question__rouverte:visible")).to_have_count(2)
    expect(clause.locator(".question__rouverte")).to_contain_text("Le texte a changé depuis votre réponse\u00a0: Directive, art.\u00a05.2")
    expect(words.locator(".question__rouverte")).to_contain_text("Vous aviez répondu à\u00a0: «\u00a0Communiquez-vous sans Facebook?\u00a0»")
    expect(clause.locator("input:checked")).to_have_count(0)
    clause.get_by_role("button", name="Confirmer «\u00a0oui\u00a0»").click()
    expect(clause.locator("input[value=oui]")).to_be_checked()
    expect(clause.locator("input[value=oui]")).to_be_focused()
    choose(page, "moyens-proscrits-evites", "non")
    expect(page.locator(".question__rouverte:visible")).to_have_count(0)
    expect(page.locator(".avancement__compte")).to_have_text(f"3 sur {asked(page)}")
    page.reload()
    expect(page.locator(".question__rouverte:visible")).to_have_count(0)


def test_a_fact_in_other_words_is_asked_again(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    fact = data(page)["faits"][0]
    former = {"question": "Un tout autre fait?", "empreinte": "0" * 12}
    one = evaluation("a1", faits={fact["id"]: "non"}, enonces={fact["id"]: former})
    page = open_with(emptied, one)
    card = page.locator(f"#fait-{fact['id']}")
    expect(card.locator(".question__rouverte")).to_contain_text("La question a changé depuis votre réponse.")
    expect(card.locator(".question__rouverte")).to_contain_text("Vous aviez répondu à\u00a0: «\u00a0Un tout autre fait?\u00a0»")
    expect(card.locator("input:checked")).to_have_count(0)
    card.get_by_role("button", name="Confirmer «\u00a0non\u00a0»").click()
    expect(card.locator("input[value=non]")).to_be_checked()
    expect(card.locator("input[value=non]")).to_be_focused()
    expect(card.locator(".question__rouverte")).to_be_hidden()
    kept = json.loads(stored(page)[f"{PREFIX}classe.a1"])
    assert kept["enonces"] == {fact["id"]: {"question": fact["question"], "empreinte": fact["empreinte"]}}
    page.reload()
    expect(card.locator("input[value=non]")).to_be_checked()


def test_the_answer_to_a_removed_question_is_shown_apart_and_kept(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    page = open_with(emptied, changed(page))
    expect(page.locator(".retirees li")).to_have_text("Une question d’avant?\u00a0: «\u00a0non\u00a0». Note\u00a0: Ma note")
    choose(page, "portail-parents-privilegie", "non")
    assert "question-retiree" in json.loads(stored(page)[f"{PREFIX}classe.a1"])["reponses"]


def test_paper_has_no_button_beside_an_answer_to_confirm(emptied: Callable[..., Page]) -> None:
    page = emptied(CLASSE)
    page = open_with(emptied, changed(page))
    expect(page.get_by_role("button", name="Confirmer")).not_to_have_count(0)
    page.evaluate("document.body.dataset.imprime = 'reponses'")
    text = text_of(printed(page))
    assert "Votre réponse d’alors : « oui »" in text
    assert "Confirmer" not in text


# ---- Paper


KINDS = ["Imprimer la liste vierge", "Imprimer mes réponses", "Imprimer le plan"]


@pytest.fixture(scope="module")
def paper(tabs: Tabs) -> dict[str, list[Leaf]]:
    """What each print button prints of a list with some answers; after each, the page is as it was."""
    page = tabs.tab(timezone_id="America/Toronto").on("2026-11-22", CLASSE, dark=True)
    fill_in(page)
    summed(page)
    found = {}
    page.evaluate("window.print = () => {}")
    for button in KINDS:
        page.get_by_role("button", name=button).click()
        found[button] = printed(page)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator("#q-destruction-faite input[value=non]")).to_be_checked()
        expect(page.locator("#note-destruction-faite")).to_have_value("Il reste Teams.")
    return found


def fill_in(page: Page) -> None:
    """Give some answers, a note, who and when."""
    page.locator("#dossier-nom").fill("5e B")
    situate(page)
    for id_, answer in (("une-seule-plateforme", "oui"), ("destruction-faite", "non"), ("portail-parents-privilegie", "sans-objet")):
        choose(page, id_, answer)
    page.locator("#q-destruction-faite").get_by_role("button", name="Ajouter une note").click()
    page.locator("#note-destruction-faite").fill("Il reste Teams.")
    page.locator("[data-ligne=destruction-faite] input[type=text]").fill("Moi-même")
    page.locator("[data-ligne=destruction-faite] input[type=date]").fill("2027-06-15")


HEAD = "Évaluation : 5e B Année scolaire : 2026-2027 Date : 22 novembre 2026 Textes : Directive, entrée en vigueur : 22 août 2025"
CONTROLS = ["Enregistrer dans ce navigateur", "Ajouter une note", "Imprimer", "Voir le bilan", "Effacer", "Exporter"]


def test_the_blank_list_prints_blank(paper: dict[str, list[Leaf]], project: Project) -> None:
    text = text_of(paper["Imprimer la liste vierge"])
    for question in project.listes["classe"].questions:
        assert french(question.question).replace("\u00a0", " ") in text
        assert french(question.remede).replace("\u00a0", " ") in text
    assert text.count("Oui Non À vérifier Sans objet") == len(project.listes["classe"].questions)
    assert "n’est pas de celles-là." in text
    for absent in ["5e B", "Il reste Teams", "Où vous en êtes", "Votre plan", "non posée", *CONTROLS]:
        assert absent not in text


def test_the_answers_print_as_text(paper: dict[str, list[Leaf]]) -> None:
    text = text_of(paper["Imprimer mes réponses"])
    assert HEAD in text
    assert re.search(r"au plus tard le 30 juin, ce qui se trouve sur la plateforme\? .{0,120}Réponse : Non", text)
    assert "Note : Il reste Teams." in text
    assert "1 obligation à régler au plus tard le 30 juin 2027." in text
    assert "questions non posées : vous avez répondu « non » à" in text
    for absent in ["Votre plan", "Oui Non", "Ne répondez pas à la fois", *CONTROLS]:
        assert absent not in text


def test_the_result_prints_on_one_sheet(again: Callable[..., Page]) -> None:
    page = again("autoevaluation/direction/")
    page.locator("#dossier-nom").fill("École X")
    answer_all(page, "non", "a-verifier", "oui")
    summed(page)
    page.evaluate("document.body.dataset.imprime = 'feuille'")
    pdf = printed(page)
    assert [leaf.size for leaf in pdf] == [LETTER]
    text = text_of(pdf)
    assert "Évaluation : École X" in text
    verdict = page.locator(".bilan__phrase").inner_text().replace("\u00a0", " ")
    steps = [row.inner_text().replace("\u00a0", " ") for row in page.locator(".plan-action__remede").all()[:4]]
    for shown in (
        verdict,
        "Obligations, interdictions et limites",
        "respectées",
        "Prochaines étapes",
        *steps[:3],
        "conseil d’établissement",
        "Signature",
    ):
        assert shown in text
    assert steps[3] not in text
    assert "Votre situation" not in text


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-11-22", "Au plus tard le 30\u00a0juin\u00a02027"), ("2027-07-02", "Passé\u00a0: 30\u00a0juin\u00a02027")],
)
def test_the_sheet_tells_a_day_that_has_gone_by(day: str, told: str, on_day: Callable[..., Page]) -> None:
    page = on_day(day, CLASSE)
    page.locator("#dossier-annee").select_option("2026-2027")
    situate(page)
    choose(page, "destruction-faite", "non")
    details = page.locator(".une-feuille__details")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(details).to_contain_text(told)
    page.locator("[data-ligne=destruction-faite] input[type=date]").fill("2027-08-15")
    page.locator("[data-ligne=destruction-faite] input[type=text]").fill("Mme Feinte")
    # Nothing else is answered: what was typed is on the sheet all the same.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(details).to_contain_text("Mme Feinte · Pour le 15\u00a0août\u00a02027")


DONE, CONFIRMED = "destruction-faite", "destruction-confirmee"
# Days chosen in lines of the plan, one after the other, and what it tells of them.
CHOSEN = [
    (DONE, "2027-07-01", "Après l’échéance, le 30\u00a0juin\u00a02027."),
    (DONE, "2027-06-30", ""),
    (DONE, "2026-11-21", "Ce jour est passé."),
    # No text fixes its day.
    (CONFIRMED, "2027-07-01", ""),
]


def test_a_day_that_comes_too_late_is_told_in_the_plan_and_on_the_sheet(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-11-22", CLASSE)
    situate(page)
    for id_, chosen, told in CHOSEN:
        choose(page, id_, "non")
        line = page.locator(f"[data-ligne={id_}]")
        line.locator("input[type=date]").fill(chosen)
        line.locator("input[type=date]").dispatch_event("change")
        expect(line.locator(".plan-action__erreur").last).to_have_text(told)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        on_paper = f"({told[0].lower()}{told[1:-1]})" if told else "2027 ·"
        expect(page.locator(".une-feuille__details")).to_contain_text(on_paper)
        # What comes back later is told anew.
        for answer in ("non", "oui"):
            choose(page, "une-seule-plateforme", answer)
            expect(line.locator(".plan-action__erreur").last).to_have_text(told)
        choose(page, id_, "oui")


def test_a_date_of_the_plan_is_refused_once_it_is_left_and_never_while_it_is_typed(again: Callable[..., Page]) -> None:
    page = again(CLASSE)
    situate(page)
    choose(page, "destruction-faite", "non")
    line = page.locator("[data-ligne=destruction-faite]")
    date, told = line.locator("input[type=date]"), line.locator(".plan-action__erreur")
    # No place of an error is said beforehand: a plan has as many lines as there are answers.
    assert line.get_by_role("status").or_(line.get_by_role("alert")).count() == 0
    date.focus()
    # The first digit of a year makes a day of the first century.
    page.keyboard.type("06302")
    expect(date).to_have_value("0002-06-30")
    expect(told).to_be_empty()
    date.blur()
    expect(line.get_by_role("alert")).to_have_text("Cette date n’existe pas. Écrivez l’année, le mois et le jour.")
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(date).to_have_accessible_description("Cette date n’existe pas. Écrivez l’année, le mois et le jour.")
    expect(date).to_have_css("border-top-color", str(told.evaluate("(element) => getComputedStyle(element).color")))
    date.fill("2027-06-15")
    expect(told).to_be_empty()
    expect(date).to_have_attribute("aria-invalid", "false")


def test_no_word_of_a_document_of_the_plan_is_cut_on_paper(again: Callable[..., Page]) -> None:
    page = again(CLASSE)
    answer_all(page, "non")
    words = {word for title in page.locator(".plan-action .question__documents a").all_inner_texts() for word in title.split()}
    page.evaluate("document.body.dataset.imprime = 'plan'")
    text = text_of(printed(page))
    assert {word for word in words if word not in text} == set()


def test_no_day_of_the_plan_is_cut_on_paper(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-11-22", CLASSE)
    answer_all(page, "non")
    page.evaluate("document.body.dataset.imprime = 'plan'")
    assert "Passé : 30 septembre 2026. À faire maintenant." in text_of(printed(page))


def test_a_long_side_of_the_result_begins_under_its_title(again: Callable[..., Page]) -> None:
    page = again(CLASSE)
    answer_all(page, "non", "a-verifier")
    choose(page, "plateforme-non-approuvee", "non")
    page.evaluate("document.body.dataset.imprime = 'reponses'")
    pages = [leaf.text for leaf in printed(page)]
    (result,) = [text for text in pages if "Où vous en êtes" in text]
    assert "Obligations, interdictions et limites" in result


def test_the_plan_prints_by_itself(paper: dict[str, list[Leaf]]) -> None:
    text = text_of(paper["Imprimer le plan"])
    assert HEAD in text
    for shown in (
        "1 obligation à régler au plus tard le 30 juin 2027.",
        "supprimez ou détruisez",
        "Moi-même",
        "15 juin 2027",
        "Directive, art. 5.9",
        "Note : Il reste Teams.",
    ):
        assert shown in text
    for absent in ["Votre situation", "Portail Parents?", "Réponse :", *CONTROLS]:
        assert absent not in text


@pytest.mark.parametrize(("button", "most"), [*zip(KINDS, [10, 6, 1], strict=True)])
def test_paper_is_not_wasted(button: str, most: int, paper: dict[str, list[Leaf]]) -> None:
    pdf = paper[button]
    assert len(pdf) <= most
    headings = ["Votre situation", "Avant d’utiliser la plateforme", "Pendant l’année", "À la fin de l’année", "Où vous en êtes", "Votre plan"]
    for sheet in pdf:
        end = re.sub(r"\s*Page \d+ de \d+\s*", " ", sheet.text.replace("\u00a0", " ")).strip()
        assert not end.endswith(tuple(headings))


def test_paper_shows_an_empty_circle_where_nothing_is_answered_however_dark_the_page(again: Callable[..., Page]) -> None:
    page = again(CLASSE, color_scheme="dark")
    drawn = "getComputedStyle(document.querySelector('.question input')).colorScheme"
    assert page.evaluate(drawn) == "dark"
    page.emulate_media(media="print")
    assert page.evaluate(drawn) != "dark"


# ---- Accessibility


# One after the other in one page, each undone before the next: the dialog is closed, the folds are folded again.
STATES = {
    "vide": "() => {}",
    "dialogue": "() => document.querySelector('[data-action=tout-effacer]').click()",
    "déplié": """() => {
      document.querySelector('dialog[open]').close();
      document.querySelectorAll('.autoevaluation details:not([open])').forEach((details) => { details.open = details.dataset.deplie = true; });
      document.querySelectorAll('[data-action=articles]').forEach((button) => button.click());
    }""",
    "répondu": """() => {
      document.querySelectorAll('[data-deplie]').forEach((details) => { details.open = false; delete details.dataset.deplie; });
      document.querySelectorAll('[data-action=articles]').forEach((button) => button.click());
    }""",
}


@pytest.mark.parametrize("id_", ["classe", "evaluation-plateforme"])
def test_no_violation_in_any_state(id_: str, again: Callable[..., Page]) -> None:
    page = again(f"autoevaluation/{id_}/", reduced_motion="reduce")
    # It stays in view, as the header does, over one question or another: what they cover is reached by scrolling.
    page.evaluate("document.querySelector('.avancement').style.position = 'static'")
    for state, reach in STATES.items():
        # Read as a page that opens so would be.
        page.evaluate(reach)
        page.evaluate("delete window.axeSeen")
        if state == "répondu":
            answer_all(page, "non", "oui", "a-verifier", "sans-objet")
        # What a page has as it opens is read in test_accessibilite.py, and what is behind a dialog is out of reach.
        read, within = state != "vide", "dialog[open]" if state == "dialogue" else None
        # At its narrowest for axe, and no wider than any other phone.
        for width, scheme in [LOOKS[0], (320, LOOKS[1][1])]:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("scrollTo(0, 0)")
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert not read or violations_shown(page, within, FRAME) == [], f"{state} {width} {scheme}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{state} {width}"
        page.set_viewport_size({"width": LOOKS[1][0], "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[1][0], state


def small(controls: Locator) -> list[str]:
    """Return the controls smaller than 24 by 24 pixels."""
    size = "(it) => { const { width, height } = it.getBoundingClientRect(); return width && height ? Math.min(width, height) : 24; }"
    seen = "(it) => it.checkVisibility({ visibilityProperty: true })"
    return list(controls.evaluate_all(f"(all) => all.filter({seen}).filter((it) => ({size})(it) < 24).map((it) => it.outerHTML.slice(0, 90))"))


def test_targets_are_large_enough(again: Callable[..., Page]) -> None:
    page = again(CLASSE, width=390)
    answer_all(page, "non", "oui")
    page.locator(".dossier__gerer summary").click()
    assert (
        small(page.locator(".autoevaluation :is(button, label.choix__option, summary, select, textarea, input:not([type=radio])), .avancement__lien"))
        == []
    )


# ---- The index


def test_the_index_leads_to_each_list(again: Callable[..., Page], project: Project) -> None:
    page = again("autoevaluation/")
    for id_, liste in project.listes.items():
        card = page.locator(".liste-carte", has=page.get_by_role("link", name=french(liste.titre), exact=True))
        expect(card).to_contain_text(f"{len(liste.questions)} questions")
        expect(card.get_by_text("Texte de référence", exact=True)).to_have_count(1 if id_ == "evaluation-plateforme" else 0)
    page.locator(".listes").get_by_role("link", name="Comparer des évaluations").click()
    expect(page).to_have_url(re.compile("/autoevaluation/comparer/$"))
