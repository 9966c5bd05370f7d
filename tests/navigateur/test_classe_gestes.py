"""A list that one goes on changing: what a gesture would lose is kept, or said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from test_classe import PATH, many, message, pasted, prepared, pressed, pupils, sheets
from test_classe_lecture import chosen, workbook

PASTE = """(input, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
# A document that says the group of the class, at its field of step 2.
GROUP = '[data-registre="groupe"]:not([hidden]) input'


def in_table(page: Page, column: str, text: str, line: int = 0) -> None:
    """Paste into a cell of the table."""
    page.locator(f'.classe__table tbody tr >> nth={line} >> [data-colonne="{column}"]').evaluate(PASTE, text)


def with_group(page: Page) -> None:
    """Choose the documents that say a group."""
    for id_ in {
        i for one in page.locator('[data-registre="groupe"]').evaluate_all("(all) => all.map((one) => one.dataset.pour)") for i in one.split()
    }:
        page.locator(f'[name="document"][value="{id_}"]').check()


def printed_groups(page: Page) -> list[str]:
    """Prepare the sheets; return what those of the pupils say of the group, in the order of the pupils."""
    prepared(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    field = page.locator('[data-registre="groupe"]').first.get_attribute("data-commun")
    return page.locator(f'.lot__feuille:has(> .lot__numero) [data-champ="{field}"] [data-valeur]').all_inner_texts()


def test_a_text_that_changed_since_it_was_read_is_said(again: Callable[..., Page]) -> None:
    page = again(PATH)
    chosen(page, "classe.csv", "Testard\tLéa\r\nRoy\tZoé".encode())
    expect(page.locator(".classe__table tbody tr")).to_have_count(2)
    assert message(page, "bilan") == "2 élèves. Rien à signaler."
    page.get_by_label("Collez la liste").press("Control+End")
    page.keyboard.type("\nBah\tRose")
    told = "Le texte de la liste a changé depuis sa lecture, et le tableau n’en tient pas compte : choisissez « Lire la liste » pour le prendre."
    assert message(page, "bilan") == f"2 élèves. {told}"
    assert told in prepared(page)
    # What is taken back leaves what was typed since.
    page.locator('[data-geste="retirer"]').last.click()
    page.get_by_role("button", name="Remettre la ligne 2").click()
    expect(page.get_by_label("Collez la liste")).to_have_value("Testard\tLéa\nRoy\tZoé\nBah\tRose")
    page.get_by_role("button", name="Lire la liste").click()
    assert message(page, "bilan") == "3 élèves. Rien à signaler."
    page.get_by_label("Collez la liste").fill("")
    assert message(page, "bilan") == "3 élèves. Rien à signaler."


def test_a_line_that_is_put_back_takes_nothing_of_what_was_corrected_since(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Roy\tLéa\nBah\tZoé\nAubin\tRose")
    page.get_by_role("button", name="Retirer la ligne 2").click()
    assert message(page) == "Ligne 2 retirée : Zoé Bah."
    page.get_by_label("Prénom, ligne 1").fill("Léo")
    page.get_by_label("Ordre des colonnes").select_option("prenom-nom")
    pressed(page, "annuler")
    assert message(page) == "Ligne 2 remise : Bah Zoé."
    assert pupils(page) == [["Léo", "Roy"], ["Zoé", "Bah"], ["Rose", "Aubin"]]
    expect(page.get_by_role("button", name="Retirer la ligne 2")).to_be_focused()
    expect(page.locator('[data-action="annuler"]')).to_be_hidden()
    # Those that are taken away come back one by one, the last one first.
    page.get_by_role("button", name="Retirer la ligne 1").click()
    page.get_by_role("button", name="Retirer la ligne 2").click()
    page.get_by_role("button", name="Remettre la ligne 2").click()
    assert pupils(page) == [["Zoé", "Bah"], ["Rose", "Aubin"]]
    page.get_by_role("button", name="Remettre la ligne 1").click()
    assert pupils(page) == [["Léo", "Roy"], ["Zoé", "Bah"], ["Rose", "Aubin"]]
    expect(page.locator('[data-action="annuler"]')).to_be_hidden()


def test_the_group_goes_back_with_the_list(again: Callable[..., Page]) -> None:
    page = again(PATH)
    with_group(page)
    pasted(page, "Nom\tPrénom\tGroupe\nRoy\tLéa\t501")
    pasted(page, "Nom\tPrénom\tGroupe\nBah\tZoé\t502")
    expect(page.locator(GROUP).first).to_have_value("502")
    page.get_by_role("button", name="Reprendre la liste d’avant").click()
    assert pupils(page) == [["Roy", "Léa"]]
    expect(page.get_by_label("Collez la liste")).to_have_value("Nom\tPrénom\tGroupe\nRoy\tLéa\t501")
    expect(page.locator(GROUP).first).to_have_value("501")


@pytest.mark.parametrize(
    ("first", "more", "groups", "said"),
    [
        ("Testard\tXéna\t501", "Nom\tPrénom\tGroupe\nRoy\tLéa\t502", ["501", "502"], "Groupes, d’après la liste : 502, 501."),
        ("Testard\tXéna\t501\nAbélard\tOdon\t", "", ["", "501"], "1 élève n’en a pas : la place reste vide."),
        ("Testard\tXéna\t501\nAbélard\tOdon\t501", "", ["501", "501"], "Groupe, d’après la liste : 501."),
    ],
)
def test_each_has_the_group_of_the_list(first: str, more: str, groups: list[str], said: str, again: Callable[..., Page]) -> None:
    page = again(PATH)
    with_group(page)
    pasted(page, f"Nom\tPrénom\tGroupe\n{first}")
    if more:
        in_table(page, "nom", more)
    assert said in message(page)
    assert {*printed_groups(page)} == {*groups}
    assert printed_groups(page)[:: len(printed_groups(page)) // 2] == groups


# The pupils of three groups, as a secretary has them: by name.
GROUPED = "Nom\tPrénom\tGroupe\nAbélard\tOdon\t10\nBah\tRose\t9\nRoy\tLéa\t10\nTestard\tXéna\t8"
REGISTERS = """(all) => all.map((one) => [
  one.querySelector(".registre__entete").textContent.replaceAll("\u00a0", " "),
  [...one.querySelectorAll("tbody tr")].map((row) => `${row.cells[0].textContent} ${row.cells[1].textContent}`),
])"""


def test_each_group_has_its_pile_and_its_register(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, GROUPED)
    said = prepared(page)
    assert "4 élèves, 1 document : 4 feuilles, et un registre par groupe (3)." in said
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    names = page.locator('.lot__feuille [data-champ="enfant"] [data-valeur]').all_text_contents()
    assert names == ["Xéna Testard", "Rose Bah", "Odon Abélard", "Léa Roy"]
    registers = page.locator(".registre").evaluate_all(REGISTERS)
    assert [lines for _, lines in registers] == [["1 Testard, Xéna"], ["2 Bah, Rose"], ["3 Abélard, Odon", "4 Roy, Léa"]]
    assert ["Groupe : 8" in registers[0][0], "Groupe : 9" in registers[1][0], "Groupe : 10" in registers[2][0]] == [True, True, True]
    assert len(sheets(page)) == 4 + 3


def test_a_group_that_the_list_says_is_nowhere_left_to_the_hand(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, GROUPED.replace("\t9", "\t10").replace("\t8", "\t10"))
    prepared(page)
    (head, _), *others = page.locator(".registre").evaluate_all(REGISTERS)
    assert "Groupe : 10" in head
    assert not others
    with_group(page)
    pasted(page, GROUPED)
    assert "Classe ou groupe" not in prepared(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "classe ou groupe 8, 9, 10, année" in str(page.locator(".lot .feuille--une-fois").inner_text())
    # A group that is written for all is that of one class.
    for field in page.locator(GROUP).all():
        field.fill("601")
    prepared(page)
    ((head, lines),) = page.locator(".registre").evaluate_all(REGISTERS)
    assert "Groupe : 601" in head
    assert len(lines) == 4


def test_a_group_written_by_hand_is_the_one_that_is_printed_and_this_is_said(again: Callable[..., Page]) -> None:
    page = again(PATH)
    with_group(page)
    for field in page.locator(GROUP).all():
        field.fill("601")
    pasted(page, "Nom\tPrénom\tGroupe\nRoy\tLéa\t501")
    assert "L’étape 2 en dit un autre, qui s’imprime : 601." in message(page)
    assert {*printed_groups(page)} == {"601"}


def test_a_line_without_a_name_has_no_group_to_lack(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Nom\tPrénom\tGroupe\nTestard\tXéna\t501")
    page.get_by_role("button", name="Ajouter une ligne").click()
    in_table(page, "nom", "Nom\tPrénom\tGroupe\nRoy\tLéa\t501")
    assert "Groupe, d’après la liste : 501." in message(page)


CORRECTIONS: dict[str, Callable[[Page], object]] = {
    "a name": lambda page: page.locator('.classe__table tbody [data-colonne="nom"]').last.fill("Caron"),
    "a line more": lambda page: page.get_by_role("button", name="Ajouter une ligne").click(),
    "a line less": lambda page: page.locator('[data-geste="retirer"]').last.click(),
    "a line the other way round": lambda page: page.locator('[data-geste="inverser"]').last.click(),
    "a paste": lambda page: in_table(page, "nom", "Bah\tRose"),
}


@pytest.mark.parametrize("gesture", CORRECTIONS)
def test_corrections_that_a_new_reading_takes_away_are_said(gesture: str, again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Testard\tLéa\nRoy\tZoé")
    CORRECTIONS[gesture](page)
    corrected = pupils(page)
    lost = "Vos corrections du tableau n’y sont plus"
    # What was taken back may be lost again; once it is lost, there is nothing more to lose.
    for _ in range(2):
        pressed(page, "lire")
        assert lost in message(page)
        pressed(page, "annuler")
        assert pupils(page) == corrected
    pressed(page, "lire", "lire")
    assert lost not in message(page)


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("nom", "De La Feinte\nSt Onge", [["De La Feinte", "Léa"], ["St Onge", "Zoé"]]),
        ("prenom", "Marie Ève\nJean Guy", [["Testard", "Marie Ève"], ["Roy", "Jean Guy"]]),
        ("nom", "Martin\tKhadija\nTremblay\tDjibril", [["Martin", "Khadija"], ["Tremblay", "Djibril"], ["Testard", "Léa"], ["Roy", "Zoé"]]),
    ],
)
def test_what_is_pasted_in_the_table_goes_where_it_is_pasted(column: str, text: str, expected: list[list[str]], again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Testard\tLéa\nRoy\tZoé")
    in_table(page, column, text)
    assert pupils(page) == expected


def test_a_column_of_a_long_list_may_be_filled(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, many(250))
    in_table(page, "prenom", "\n".join(f"Autre{number:03}" for number in range(250)))
    assert len(pupils(page)) == 250
    assert pupils(page)[0][1] == "Autre000"


def test_a_question_that_must_be_answered_stays(again: Callable[..., Page]) -> None:
    page = again(PATH)
    doubtful = "Nm\tPrnm\nTestard\tXéna"
    pasted(page, doubtful)
    page.locator("#classe-ordre").select_option("prenom-nom")
    page.get_by_role("button", name="Préparer les feuilles").click()
    assert message(page, "preparation") == "Répondez d’abord à la question sur la liste (étape 3)."
    page.get_by_role("link", name="étape 3").click()
    expect(page.locator("#classe-eleves")).to_be_in_viewport()
    in_table(page, "nom", doubtful)
    assert message(page) == "Une question se pose sur ces lignes : collez-les plutôt dans « Collez la liste »."
    # That of the order has its answer in the order that one chooses.
    pasted(page, "Testard\tXéna\nAbélard\tOdon")
    assert "Choisissez d’abord la bonne lecture" in message(page, "bilan")
    page.locator("#classe-ordre").select_option("prenom-nom")
    assert message(page, "bilan") == "2 élèves. Rien à signaler."


def test_nothing_of_a_name_is_out_of_sight(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Prénom\nLéa\nZoé")
    in_table(page, "nom", "Nom\tPrénom\nBah\tRose")
    assert [row[0] for row in pupils(page)] == ["Rose Bah", "Léa", "Zoé"]


def test_a_file_that_comes_late_is_read_all_the_same(again: Callable[..., Page]) -> None:
    page = again(PATH)
    waiting: list[Route] = []
    page.route("**/fflate*.js", lambda route: (waiting.append(route), None)[1])
    field = page.locator("#classe-fichier")
    with page.expect_request("**/fflate*.js"):
        chosen(page, "classe.xlsx", workbook(("501", [["Nom", "Prénom"], ["Testard", "Xéna"]])))
    page.locator('[name="document"]').nth(1).check()
    chosen(page, "autre.xlsx", workbook(("502", [["Nom", "Prénom"], ["Abélard", "Odon"]])))
    # The field is emptied as a file starts to be opened.
    expect(field).to_have_value("")
    for route in waiting:
        route.continue_()
    page.unroute_all()
    expect(page.locator(".classe__table tbody tr")).to_have_count(1)
    # The last one alone: the other never was the list.
    assert pupils(page) == [["Abélard", "Odon"]]
    expect(page.locator('[data-action="annuler"]')).to_be_hidden()


@pytest.mark.parametrize("meanwhile", ["typed", "pasted", "another file"])
def test_a_file_that_comes_late_replaces_nothing(again: Callable[..., Page], meanwhile: str) -> None:
    page = again(PATH)
    waiting: list[Route] = []
    page.route("**/fflate*.js", lambda route: (waiting.append(route), None)[1])
    with page.expect_request("**/fflate*.js"):
        chosen(page, "classe.xlsx", workbook(("501", [["Nom", "Prénom"], ["Testard", "Xéna"]])))
    field = page.get_by_label("Collez la liste")
    if meanwhile == "typed":
        field.press_sequentially("Abélard, Odon")
    elif meanwhile == "pasted":
        pasted(page, "Abélard, Odon")
    else:
        chosen(page, "autre.csv", b"Ab\xc3\xa9lard, Odon")
        expect(page.locator(".classe__table tbody tr")).to_have_count(1)
    for route in waiting:
        route.continue_()
    page.unroute_all()
    if meanwhile != "another file":
        expect(page.locator('[data-role="lecture"]')).to_contain_text("le fichier n’a pas été lu")
    page.wait_for_function("() => typeof fflate !== 'undefined'")
    page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    expect(field).to_have_value("Abélard, Odon")
    assert pupils(page) == ([] if meanwhile == "typed" else [["Abélard", "Odon"]])


def test_the_reading_that_was_taken_is_told_by_a_pupil_whom_the_other_changes(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Famille Testard : Xéna, Odon\nFamille Abélard : Ilda")
    said = "La liste a deux lectures possibles (étape 3). Celle-ci a été prise : "
    assert f"{said}Odon." in prepared(page)
    pasted(page, "Testard\tXéna\nAbélard\tOdon")
    assert f"{said}Xéna Testard." in prepared(page)


def test_nothing_is_made_while_the_pupils_may_be_twice_as_many(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Testard, Xéna\tAbélard, Odon\nZénobe, Wanda\tFaux, Ugo")
    pressed(page, "preparer")
    assert message(page, "preparation") == "Répondez d’abord à la question sur la liste (étape 3)."
    page.get_by_role("button", name="Choisir la lecture 2").click()
    assert prepared(page).startswith("4 élèves, ")


def test_lines_that_a_spreadsheet_hides_are_read_and_said(again: Callable[..., Page]) -> None:
    page = again(PATH)
    lines = [["Nom", "Prénom"], ["Testard", "Xéna"], ["Abélard", "Odon"]]
    chosen(page, "classe.xlsx", workbook(("501", lines), hidden=3))
    expect(page.locator(".classe__table tbody tr")).to_have_count(2)
    told = "1 ligne masquée dans le classeur a été lue aussi."
    assert told in message(page)
    assert message(page, "bilan") == f"2 élèves. {told}"
    # It stays true when the list is read again.
    page.get_by_role("button", name="Lire la liste").click()
    assert message(page, "bilan") == f"2 élèves. {told}"
    pasted(page, "Testard, Xéna\nAbélard, Odon")
    assert message(page, "bilan") == "2 élèves. Rien à signaler."
    chosen(page, "classe.xlsx", workbook(("501", [*lines, ["Feinte", "Ilda"], []]), hidden=5))
    expect(page.locator(".classe__table tbody tr")).to_have_count(3)
    assert "masquée" not in message(page)


def test_a_page_left_open_prepares_the_sheets_of_the_day(on_day: Callable[..., Page]) -> None:
    page = on_day("2027-06-30", PATH)
    field = page.locator('[data-propose="jour"]').first
    page.locator('[name="document"][value="presentation-plateforme"]').check()
    pasted(page, "Bouchard, Zoé")
    day = field.locator("input")
    page.clock.set_fixed_time("2027-07-01T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert day.input_value() == "2027-07-01"
    prepared(page)
    # Sheets that are prepared keep their day, until they are prepared again.
    page.clock.set_fixed_time("2027-07-02T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert day.input_value() == "2027-07-01"
    prepared(page)
    assert day.input_value() == "2027-07-02"
    day.fill("2027-06-01")
    page.clock.set_fixed_time("2027-07-03T08:00:00-04:00")
    prepared(page)
    assert day.input_value() == "2027-06-01"


def test_the_september_of_another_school_year_is_said_to_the_class(on_day: Callable[..., Page]) -> None:
    page = on_day("2026-09-22", PATH)
    page.locator('[name="document"][value="consentement"]').check()
    field = page.locator('[data-commun="annee-retour"]')
    year, error = field.locator("input"), field.locator(".classe__erreur")
    expect(year).to_have_value("2026")
    year.fill("2025")
    year.press("Tab")
    expect(error).to_have_text("L’année scolaire 2026-2027 commence en 2026. Corrigez l’une de ces deux années.")
    year.fill("2026")
    year.press("Tab")
    expect(error).to_be_empty()
    page.clock.set_fixed_time("2026-10-01T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(year).to_have_value("")
    school = page.locator('[data-propose="annee"]:visible').first
    school.locator("input").fill("2026-2028")
    school.locator("input").press("Tab")
    expect(school.locator(".classe__erreur")).to_have_text("Une année scolaire va d’une année à la suivante\u00a0: 2026-2027.")


def test_another_school_year_is_proposed_to_the_class(on_day: Callable[..., Page]) -> None:
    """The page was made in a year, and is read in another: each sheet on its own says the year of the day that it is read."""
    page = on_day("2031-06-30", PATH)
    field = page.locator('[data-propose="annee"] input').first
    assert field.input_value() == "2030-2031"
    page.clock.set_fixed_time("2031-08-25T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert field.input_value() == "2031-2032"
    # A year that one wrote stays.
    field.fill("2032-2033")
    page.clock.set_fixed_time("2032-08-25T08:00:00-04:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert field.input_value() == "2032-2033"


EMPTY = "1 case vide : vérifiez ces lignes."


@pytest.mark.parametrize(
    ("column", "first_names", "told"),
    [
        ("Xéna\n\nWanda\n", ["Xéna", "", "Wanda"], EMPTY),
        ("Prénom\r\nXéna\r\n-\r\nWanda", ["Xéna", "", "Wanda"], EMPTY),
        ("Xéna\nMerci\nWanda", ["Xéna", "Merci", "Wanda"], ""),
        ("Xéna\n\nOdon\n\nWanda", ["Xéna", "Odon", "Wanda"], ""),
    ],
)
def test_a_column_goes_beside_another_cell_by_cell(column: str, first_names: list[str], told: str, again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Nom\tPrénom\nTestard\t\nAbélard\t\nZénobe\t")
    page.get_by_label("Ordre des colonnes").select_option("nom-prenom")
    in_table(page, "prenom", column)
    assert pupils(page) == [[nom, prenom] for nom, prenom in zip(("Testard", "Abélard", "Zénobe"), first_names, strict=True)]
    first, *others = message(page).split("\n")
    assert first.startswith("3 lignes collées dans le tableau")
    assert [line for line in others if line] == [told] * bool(told)
