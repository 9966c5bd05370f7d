"""A class at once: what was understood of a list is shown, a question is asked where two readings are possible, any file is read or refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.axe import FRAME, violations
from tests.navigateur.test_classe import LETTER, PATH, message, pasted, prepared, pupils

CASES = Path(__file__).resolve().parent.parent / "classe" / "cas"
XENA, ODON, WANDA = ["Testard", "Xéna"], ["Abélard", "Odon"], ["Zénobe", "Wanda"]


def chosen(page: Page, name: str, content: bytes) -> None:
    """Choose a file for the list."""
    page.locator("#classe-fichier").set_input_files({"name": name, "mimeType": "", "buffer": content})


def cell(column: int, line: int, word: int) -> str:
    """Return a cell of a sheet that holds a shared word."""
    return f'<c r="{chr(65 + column)}{line}" t="s"><v>{word}</v></c>'


HIDDEN = ' hidden="1"'


def workbook(*sheets: tuple[str, list[list[str]]], hidden: int = 0) -> bytes:
    """Return a spreadsheet file with the named sheets, some of its words shared, as Excel writes them; a line of each may be hidden."""
    file = io.BytesIO()
    main, office = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    shared = [word for _, rows in sheets for row in rows for word in row]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        names = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, (name, _) in enumerate(sheets, 1))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>')
        links = "".join(f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1))
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{links}</Relationships>")
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{"".join(f"<si><t>{word}</t></si>" for word in shared)}</sst>')
        for n, (_, rows) in enumerate(sheets, 1):
            lines = "".join(
                f"<row{HIDDEN if line == hidden else ''}>{''.join(cell(at, line, shared.index(word)) for at, word in enumerate(row))}</row>"
                for line, row in enumerate(rows, 1)
            )
            archive.writestr(f"xl/worksheets/sheet{n}.xml", f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>')
    return file.getvalue()


def test_the_page_shows_what_it_understood_and_the_reader_changes_it(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Liste du groupe 501\n" + (CASES / "04-nom-d-une-autre-personne.csv").read_text(encoding="utf-8"))
    assert pupils(page) == [XENA, ODON, WANDA]
    assert "Colonne ignorée, qui ressemble à des noms : « Titulaire »." in page.locator(".compris").inner_text().replace("\u00a0", " ")
    assert "Rien à signaler" not in message(page, "bilan")
    role = page.get_by_label("Rôle de la colonne «\u00a0Titulaire\u00a0»")
    expect(role).to_have_value("ignoree")
    role.focus()
    role.select_option("prenom-nom")
    assert pupils(page)[0] == ["Feinte", "Rita"]
    expect(role).to_be_focused()
    page.get_by_role("button", name="Reprendre la liste d’avant").click()
    page.get_by_role("button", name="C’est un élève, ligne 1", exact=True).click()
    assert len(pupils(page)) == 4
    page.get_by_role("button", name="Ce n’est pas un élève, ligne 1", exact=True).click()
    assert pupils(page) == [XENA, ODON, WANDA]


@pytest.mark.parametrize("width", [1280, 320])
def test_two_readings_are_asked_side_by_side(width: int, again: Callable[..., Page]) -> None:
    page = again(PATH, width=width, reduced_motion="reduce")
    pasted(page, "Testard\tXéna\nAbélard\tOdon\nZénobe\tWanda")
    assert page.locator(".compris__essai").all_inner_texts()[0].split() == ["Nom", "Prénom", *XENA, *ODON, *WANDA]
    assert "Choisissez d’abord la bonne lecture" in message(page, "bilan")
    assert violations(page, but=FRAME) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Choisir la lecture 2").click()
    assert pupils(page)[0] == ["Xéna", "Testard"]
    assert message(page, "bilan") == "3 élèves. Rien à signaler."
    expect(page.locator(".compris__question")).to_have_count(0)


def test_a_case_makes_as_many_lines_in_the_table(again: Callable[..., Page]) -> None:
    page = again(PATH)
    cases = {path.name: path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*.txt"))}
    assert cases
    for name, text in cases.items():
        pasted(page, text)
        assert len(pupils(page)) == page.evaluate("(text) => Classe.liste.lire(text).eleves.length", text), name
        if name.startswith("07c"):
            assert "une cellule de trop (« Wanda »)" in page.locator(".classe__avis").nth(1).inner_text().replace("\u00a0", " ")
            assert "À vérifier : ligne 2." in message(page, "bilan")


def test_a_file_from_a_macintosh_is_read_and_may_be_read_otherwise(again: Callable[..., Page]) -> None:
    page = again(PATH)
    chosen(page, "classe.csv", (CASES / "08a-excel-csv-macintosh.csv").read_bytes())
    expect(page.locator(".classe__table tbody tr")).to_have_count(2)
    assert pupils(page) == [["L'Écuyer", "Zoé"], XENA]
    assert "lues comme « Mac »" in message(page)
    assert "lues comme « Mac » : vérifiez les accents." in message(page, "bilan")
    page.get_by_label("Lettres du fichier").select_option(label="Windows-1252")
    assert pupils(page)[0] == ["L'ƒcuyer", "ZoŽ"]
    # The reader's word is no guess.
    assert "vérifiez les accents" not in message(page, "bilan")


def test_a_file_in_utf8_but_for_a_few_bytes_keeps_its_titles_and_says_so(again: Callable[..., Page]) -> None:
    page = again(PATH)
    chosen(page, "classe.csv", "Nom;Prénom;Groupe\r\nTestard;Xéna;501\r\nCôté;Zoé;501\r\n".encode() + "Bélair;Ugo;5é1\r\n".encode("cp1252"))
    expect(page.locator(".classe__table tbody tr")).to_have_count(3)
    assert pupils(page) == [XENA, ["Côté", "Zoé"], ["B\ufffdlair", "Ugo"]]
    told = "Ce fichier a été lu comme « UTF-8 », sauf des lettres : « \ufffd » tient leur place. Écrivez-les."
    assert told in message(page)
    assert told in message(page, "bilan")
    page.get_by_label("Lettres du fichier").select_option(label="Windows-1252")
    assert pupils(page)[2][0] == "Bélair"
    page.get_by_label("Lettres du fichier").select_option(label="UTF-8")
    assert told in message(page, "bilan")


def test_a_workbook_says_the_numbers_and_the_signs_that_its_reader_sees(again: Callable[..., Page]) -> None:
    sheet = (
        '<worksheet><sheetData><row><c t="inlineStr"><is><t>Nom</t></is></c><c t="inlineStr"><is><t>Prénom</t></is></c>'
        '<c t="inlineStr"><is><t>Groupe</t></is></c></row>'
        '<row><c t="inlineStr"><is><t>Testard_x000D_</t></is></c><c t="str"><v>X_x00e9_na</v></c><c s="1"><v>12</v></c></row>'
        '<row><c t="inlineStr"><is><t>Abélard</t></is></c><c t="inlineStr"><is><t>Odon</t></is></c><c s="1" t="n"><v>7</v></c></row>'
        "</sheetData></worksheet>"
    )
    formats = '<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts>'
    styles = f'<styleSheet>{formats}<cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>'
    page = again(PATH)
    chosen(page, "classe.xlsx", with_parts(workbook(("A", [XENA])), {"xl/worksheets/sheet1.xml": sheet, "xl/styles.xml": styles}))
    expect(page.locator(".classe__table tbody tr")).to_have_count(2)
    assert pupils(page) == [XENA, ODON]
    assert "d’après la liste : 012, 007." in message(page)


def test_a_workbook_is_read_and_its_reader_loads_only_then(again: Callable[..., Page]) -> None:
    page = again(PATH)
    assert page.locator("script[src*=fflate]").count() == 0
    chosen(page, "classe.xlsx", workbook(("Groupe 501", [["Nom", "Prénom"], XENA, ODON]), ("Groupe 502", [["Nom", "Prénom"], WANDA])))
    expect(page.locator(".classe__table tbody tr")).to_have_count(2)
    assert pupils(page) == [XENA, ODON]
    assert "Le classeur a 2 feuilles : « Groupe 501 » a été lue, l’autre non." in message(page)
    page.get_by_label("Feuille du classeur").select_option(label="Groupe 502")
    assert pupils(page) == [WANDA]


def with_parts(file: bytes, parts: dict[str, str]) -> bytes:
    """Return a spreadsheet file with more parts, or others under the same names."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as read, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in ({name: read.read(name).decode() for name in read.namelist()} | parts).items():
            written.writestr(name, part)
    return made.getvalue()


def test_what_a_workbook_hides_or_strikes_out_is_told(again: Callable[..., Page]) -> None:
    sheet = (
        '<worksheet><cols><col min="3" max="16384" hidden="1"/></cols><sheetData><row><c r="A1" t="inlineStr"><is><t>Testard</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Xéna</t></is></c><c r="C1"><v>501</v></c><c r="D1" s="1"/></row><row>'
        '<c r="A2" s="1" t="inlineStr"><is><t>Abélard</t></is></c><c r="B2" s="2" t="inlineStr"><is><t>Odon</t></is></c></row></sheetData>'
        "</worksheet>"
    )
    styles = (
        '<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellStyleXfs><xf fontId="1"/></cellStyleXfs>'
        '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>'
    )
    page = again(PATH)
    file = with_parts(workbook(("Groupe", [XENA])), {"xl/worksheets/sheet1.xml": sheet, "xl/styles.xml": styles})
    chosen(page, "classe.xlsx", file)
    expect(page.locator(".classe__table tbody tr")).to_have_count(2)
    told = message(page)
    assert "1 colonne masquée dans le classeur a été lue aussi." in told
    assert "Barré dans le classeur, mais lu : Abélard." in told


def test_what_a_workbook_strikes_out_of_a_cell_is_told(again: Callable[..., Page]) -> None:
    runs = "<r><t>Testard</t></r><r><rPr>{}</rPr><t> Faux</t></r>"
    strings = "<sst>" + "".join(f"<si>{part}</si>" for part in (runs.format("<strike/>"), runs.format('<strike val="0"/>'))) + "</sst>"
    sheet = (
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>Xéna</t></is></c></row><row><c t="s"><v>1</v></c>'
        '<c t="inlineStr"><is><r><t>Odon </t></r><r><rPr><strike val="true"/></rPr><t>Ugo</t></r></is></c></row></sheetData></worksheet>'
    )
    page = again(PATH)
    chosen(page, "classe.xlsx", with_parts(workbook(("Groupe", [XENA])), {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings}))
    expect(page.locator(".classe__table tbody tr")).to_have_count(2)
    assert "Barré dans le classeur, mais lu : Testard Faux, Odon Ugo." in message(page)


def test_a_workbook_that_holds_gigabytes_is_not_unpacked_whole(again: Callable[..., Page]) -> None:
    page = again(PATH)
    heavy = {f"xl/worksheets/lourde{n}.xml": " " * 9_000_000 for n in range(6)}
    chosen(page, "classe.xlsx", with_parts(workbook(("501", [["Nom", "Prénom"], XENA])), heavy))
    expect(page.locator(".classe__table tbody tr")).to_have_count(1)
    sizes = """async (bytes) => {
      let size = 0;
      const unzip = fflate.unzipSync;
      fflate = { unzipSync: (...given) => {
        const parts = unzip(...given);
        size = Object.values(parts).reduce((sum, part) => sum + part.length, 0);
        return parts;
      } };
      await Classe.classeur.lire(new Uint8Array(bytes), "");
      return size;
    }"""
    assert page.evaluate(sizes, [*with_parts(workbook(("501", [XENA])), heavy)]) <= 20_000_000


def test_a_workbook_whose_cells_share_a_long_text_is_refused(again: Callable[..., Page]) -> None:
    page = again(PATH)
    cells = "<c t='s'><v>0</v></c>" * 200
    parts = {
        "xl/sharedStrings.xml": "<sst><si><t>" + "a" * 2_000_000 + "</t></si></sst>",
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + f"<row>{cells}</row>" * 2000 + "</sheetData></worksheet>",
    }
    chosen(page, "classe.xlsx", with_parts(workbook(("501", [XENA])), parts))
    expect(page.locator("[data-role=lecture]")).to_contain_text("Ouvrez-le, copiez les noms et collez-les ici")


# What is looked through again for each thing that it is in: without letters, nothing of it is counted as such.
ENDLESS = {
    "rows within rows": "<row>" * 1900 + "<c><v>1</v></c>" * 20_000 + "</row>" * 1900,
    "empty cells": "<row>" + "<c/>" * 2_000_000 + "</row>",
    "empty rows": "<row/>" * 2_000_000,
}


@pytest.mark.parametrize("sheet", ENDLESS)
def test_a_workbook_of_endless_empty_things_is_refused_at_once(sheet: str, again: Callable[..., Page]) -> None:
    page = again(PATH)
    parts = {"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{ENDLESS[sheet]}</sheetData></worksheet>"}
    chosen(page, "classe.xlsx", with_parts(workbook(("501", [XENA])), parts))
    expect(page.locator("[data-role=lecture]")).to_contain_text("Ouvrez-le, copiez les noms et collez-les ici", timeout=20_000)


def test_letters_that_cells_share_are_found_once(again: Callable[..., Page]) -> None:
    page = again(PATH)
    parts = {
        "xl/sharedStrings.xml": "<sst><si><t>Testard</t>" + "<x/>" * 900_000 + "</si></sst>",
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData>"
        + "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>" * 300
        + "</sheetData></worksheet>",
    }
    chosen(page, "classe.xlsx", with_parts(workbook(("501", [XENA])), parts))
    expect(page.locator(".classe__table tbody tr")).to_have_count(300, timeout=20_000)


def test_a_part_of_a_workbook_is_read_once(again: Callable[..., Page]) -> None:
    page = again(PATH)
    names = "".join(f'<sheet name="{n}" r:id="r1"/>' for n in range(1, 4))
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {"xl/workbook.xml": f'<workbook xmlns:r="{office}"><sheets>{names}</sheets></workbook>'}
    chosen(page, "classe.xlsx", with_parts(workbook(("501", [XENA])), parts))
    expect(page.locator(".classe__table tbody tr")).to_have_count(1)
    assert pupils(page) == [XENA]
    expect(page.get_by_label("Feuille du classeur")).to_be_hidden()


def test_a_workbook_that_declares_entities_is_refused(again: Callable[..., Page]) -> None:
    page = again(PATH)
    cells = "<row><c t='inlineStr'><is><t>&e;</t></is></c></row>" * 2
    sheet = f'<!DOCTYPE x [<!ENTITY e "Testard">]><worksheet><sheetData>{cells}</sheetData></worksheet>'
    chosen(page, "classe.xlsx", with_parts(workbook(("501", [XENA])), {"xl/worksheets/sheet1.xml": sheet}))
    expect(page.locator("[data-role=lecture]")).to_contain_text("pas celui-ci. Ouvrez-le, copiez les noms")


def test_a_workbook_whose_reader_is_missing_is_refused_in_a_sentence(new_page: Callable[..., Page], watch: Any) -> None:
    page = new_page(PATH)
    page.route("**/fflate.min.js*", lambda route: route.abort())
    chosen(page, "classe.xlsx", workbook(("A", [XENA])))
    said = page.get_by_role("alert").filter(has_text="n’est pas venu")
    expect(said).to_contain_text("Ou ouvrez le classeur, copiez les noms et collez-les ici.")
    watch.errors.clear()
    # The file that was chosen is read once what opens it is there.
    page.unroute("**/fflate.min.js*")
    page.get_by_role("button", name="Essayer encore").click()
    expect(page.locator(".classe__table tbody tr")).to_have_count(1)
    expect(said).to_have_count(0)


# Counts the calls of a function that the page finds by its name.
COUNTED = """(path) => {
  const names = path.split(".");
  const name = names.pop();
  const holder = names.reduce((whole, part) => whole[part], window);
  const real = holder[name];
  window.calls = 0;
  holder[name] = function (...given) {
    window.calls += 1;
    return real.apply(this, given);
  };
}"""
PASTE = """(input, copied) => {
  const clipboardData = new DataTransfer();
  const [text, html = ""] = [copied].flat();
  clipboardData.setData("text/plain", text);
  clipboardData.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  if (input.dispatchEvent(event)) input.value += text;
}"""


def test_lines_pasted_into_a_cell_are_as_many_pupils(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_role("button", name="Écrire les noms un à un").click()
    page.get_by_label("Nom, ligne 1", exact=True).evaluate(PASTE, (CASES / "24-coller-dans-le-tableau.txt").read_text(encoding="utf-8"))
    assert pupils(page) == [XENA, ODON, WANDA]
    assert message(page).startswith("3 lignes collées dans le tableau")
    page.get_by_label("Prénom, ligne 1", exact=True).evaluate(PASTE, "Ilda\nUgo")
    assert pupils(page) == [["Testard", "Ilda"], ["Abélard", "Ugo"], WANDA]


@pytest.mark.parametrize(
    "text",
    [
        "Testard, Xéna; Abélard, Odon; Zénobe, Wanda",
        "Testard, Xéna • Abélard, Odon • Zénobe, Wanda",
        '"Testard, Xéna", "Abélard, Odon", "Zénobe, Wanda"',
        "Nom\nPrénom\nTestard\nXéna\nAbélard\nOdon\nZénobe\nWanda",
    ],
)
def test_several_pupils_on_one_line_or_one_cell_a_line_go_into_the_table_too(text: str, again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_role("button", name="Écrire les noms un à un").click()
    page.get_by_label("Nom, ligne 1", exact=True).evaluate(PASTE, text)
    assert pupils(page) == [XENA, ODON, WANDA]
    assert message(page).startswith("3 lignes collées dans le tableau")
    expect(page.get_by_label("Nom, ligne 3", exact=True)).to_be_focused()


def test_what_may_be_one_name_or_two_is_pasted_as_it_is_in_a_cell_and_lines_of_them_are_asked(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_role("button", name="Écrire les noms un à un").click()
    field = page.get_by_label("Nom, ligne 1", exact=True)
    field.evaluate(PASTE, "Testard Faux, Xéna Ilda")
    assert field.input_value() == "Testard Faux, Xéna Ilda"
    field.evaluate(PASTE, "Xéna Testard, Odon Abélard\nWanda Zénobe, Ugo Faux")
    assert message(page).startswith("Une question se pose sur ces lignes")
    assert len(pupils(page)) == 1


ROWS = "".join(f"<tr><td><div>{nom}</div></td><td><p>{prenom}\n</p></td></tr>" for nom, prenom in (XENA, ODON, WANDA))
# Tables of a page, each with what it says around those rows.
TABLES = {
    "a paragraph in each cell": f"<table><tr><th>Nom</th><th>Prénom</th></tr>{ROWS}</table>",
    "titles of two lines": f"<table><tr><th>Nom de<br>l'élève</th><th><div>Prénom</div><div>usuel</div></th></tr>{ROWS}</table>",
    "a group over all": "<table><tr><th>Groupe</th><th>Nom</th><th>Prénom</th></tr>"
    + ROWS.replace("<tr>", "<tr><td rowspan='3'>501</td>", 1)
    + "</table>",
    "a title over two columns": f"<table><tr><th colspan='2'>Élève</th></tr><tr><th>Nom</th><th>Prénom</th></tr>{ROWS}</table>",
    "within a message": f"<table><tr><td><h2>Groupe 501</h2><table>{ROWS}</table><p>Merci!</p></td></tr></table>",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_pasted_as_its_page_shows_it(name: str, with_clipboard: Callable[..., Page]) -> None:
    page = with_clipboard(PATH)
    page.evaluate("(html) => document.body.insertAdjacentHTML('beforeend', `<div id='copie'>${html}</div>`)", TABLES[name])
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#copie'))")
    page.keyboard.press("Control+c")
    page.get_by_label("Collez la liste").focus()
    page.keyboard.press("Control+v")
    expect(page.locator("[data-role=lecture]")).to_contain_text("3 élèves lus")
    assert pupils(page) == [XENA, ODON, WANDA]


def test_a_table_is_pasted_in_a_cell_as_its_page_shows_it(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_role("button", name="Écrire les noms un à un").click()
    page.get_by_label("Nom, ligne 1", exact=True).evaluate(PASTE, ["Testard\nXéna\nAbélard\nOdon\nZénobe\nWanda", f"<table>{ROWS}</table>"])
    assert pupils(page) == [XENA, ODON, WANDA]


def test_a_table_that_does_not_say_what_the_text_says_is_left(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_label("Collez la liste").evaluate(PASTE, ["Testard, Xéna\nAbélard, Odon", f"<table>{ROWS}</table>"])
    expect(page.locator("[data-role=lecture]")).to_contain_text("2 élèves lus")
    assert pupils(page) == [XENA, ODON]


@pytest.mark.parametrize("part", ["<tr><td rowspan=9999>", "<br", "<td rowspan=9999 colspan=999>"])
def test_a_table_without_measure_is_left_at_once(part: str, again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.evaluate(COUNTED, "Array.prototype.fill")
    page.get_by_label("Collez la liste").evaluate(PASTE, ["Testard, Xéna\nAbélard, Odon", f"<table><tr>{part * 20000}"])
    expect(page.locator("[data-role=lecture]")).to_contain_text("2 élèves lus")
    # No more rows than a workbook may have, whatever each says of those below.
    assert page.evaluate("window.calls") <= 2000 * 2000


FAMILY = [["Testard", "Xéna"], ["Testard", "Ugo"], ["Abélard", "Odon"]]


def test_a_family_name_merged_over_its_children_is_that_of_each(again: Callable[..., Page]) -> None:
    page = again(PATH)
    html = (
        "<table><tr><th>Nom</th><th>Prénom</th></tr><tr><td rowspan=3>Testard</td><td>Xéna</td></tr><tr><td>Ugo</td></tr><tr><td></td></tr>"
        "<tr><td>Abélard</td><td>Odon</td></tr></table>"
    )
    page.get_by_label("Collez la liste").evaluate(PASTE, ["Nom\tPrénom\nTestard\tXéna\n\tUgo\n\t\nAbélard\tOdon", html])
    expect(page.locator("[data-role=lecture]")).to_contain_text("3 élèves lus")
    assert pupils(page) == FAMILY
    cells = [["Nom", "Prénom"], ["Testard", "Xéna"], ["", "Ugo"], ["Abélard", "Odon"], ["", ""]]
    written = [["<c t='inlineStr'><is><t>" + word + "</t></is></c>" if word else "<c/>" for word in line] for line in cells]
    lines = "".join(f"<row>{''.join(line)}</row>" for line in written)
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:A5"/></mergeCells>'
    sheet = f"<worksheet><sheetData>{lines}</sheetData>{merged}</worksheet>"
    chosen(page, "classe.xlsx", with_parts(workbook(("A", [XENA])), {"xl/worksheets/sheet1.xml": sheet}))
    expect(page.get_by_label("Collez la liste")).to_have_value(re.compile("Testard\tUgo"))
    assert pupils(page) == FAMILY


def test_a_title_merged_over_two_lines_of_titles_is_no_pupil(again: Callable[..., Page]) -> None:
    page = again(PATH)
    titles = "<tr><th rowspan=2>Élève</th><th colspan=2>Dates</th></tr><tr><th>Début</th><th>Fin</th></tr>"
    html = f"{titles}<tr><td>Testard, Xéna</td><td>1</td><td>2</td></tr>"
    text = "Élève\tDates\t\n\tDébut\tFin\nTestard, Xéna\t1\t2"
    page.get_by_label("Collez la liste").evaluate(PASTE, [text, f"<table>{html}</table>"])
    expect(page.locator("[data-role=lecture]")).to_contain_text("1 élève lu")
    assert pupils(page) == [XENA]
    written = [["<c t='inlineStr'><is><t>" + cell + "</t></is></c>" if cell else "<c/>" for cell in line.split("\t")] for line in text.split("\n")]
    lines = "".join(f"<row>{''.join(line)}</row>" for line in written)
    sheet = f'<worksheet><sheetData>{lines}</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells></worksheet>'
    chosen(page, "classe.xlsx", with_parts(workbook(("A", [ODON])), {"xl/worksheets/sheet1.xml": sheet}))
    expect(page.get_by_label("Collez la liste")).to_have_value(re.compile("\n\tDébut"))
    assert pupils(page) == [XENA]


@pytest.mark.parametrize("part", ["<table><tr><td>", "<div>", "<style>"])
def test_elements_within_elements_without_end_are_left_at_once(part: str, again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.evaluate(COUNTED, "DOMParser.prototype.parseFromString")
    page.get_by_label("Collez la liste").evaluate(PASTE, ["Testard, Xéna\nAbélard, Odon", part * (500_000 // len(part)) + f"<table>{ROWS}"])
    expect(page.locator("[data-role=lecture]")).to_contain_text("2 élèves lus")
    # A browser takes a minute to open them.
    assert page.evaluate("window.calls") == 0


def test_a_table_of_word_is_read_however_many_settings_come_with_it(again: Callable[..., Page]) -> None:
    page = again(PATH)
    settings = "<xml><w:LatentStyles>" + '<w:LsdException Locked="false"/>' * 400 + "</w:LatentStyles></xml>"
    page.get_by_label("Collez la liste").evaluate(
        PASTE, ["Testard\nXéna\nAbélard\nOdon\nZénobe\nWanda", f"<!--[if gte mso 9]>{settings}<![endif]--><table>{ROWS}</table>"]
    )
    expect(page.locator("[data-role=lecture]")).to_contain_text("3 élèves lus")
    assert pupils(page) == [XENA, ODON, WANDA]


def dropped(page: Page, place: str, *steps: str, **data: Any) -> None:
    """Drag something over a place of the page, as the browser itself does."""
    box = page.locator(place).bounding_box() or {}
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    session = page.context.new_cdp_session(page)
    for step in steps:
        session.send("Input.dispatchDragEvent", {"type": step, **at, "data": {"items": [], "dragOperationsMask": 1, **data}})


OVER = ("dragEnter", "dragOver")


def test_a_file_dropped_on_the_list_is_read_and_elsewhere_does_no_harm(again: Callable[..., Page], tmp_path: Path) -> None:
    page = again(PATH)
    page.evaluate("addEventListener('dragover', (event) => { window.effect = event.dataTransfer.dropEffect; })")
    file, other = tmp_path / "classe.csv", tmp_path / "autre.csv"
    file.write_text("Nom;Prénom\nTestard;Xéna\nAbélard;Odon", encoding="utf-8")
    other.write_text("Nom;Prénom\nZénobe;Wanda", encoding="utf-8")
    field = page.get_by_label("Collez la liste")
    field.fill("Feinte, Rita")
    target = page.locator(".classe__entree--cible")
    page.locator("#classe-eleves").scroll_into_view_if_needed()
    dropped(page, "#classe-eleves", *OVER, files=[str(file)])
    expect(target).to_be_visible()
    assert page.evaluate("effect") == "none"
    dropped(page, "#classe-eleves", "drop", files=[str(file)])
    expect(target).to_have_count(0)
    expect(field).to_have_value("Feinte, Rita")
    dropped(page, "#classe-texte", *OVER, "drop", files=[str(file), str(other)])
    expect(page.locator("[data-role=lecture]")).to_have_text("Déposez un seul fichier à la fois.")
    expect(field).to_have_value("Feinte, Rita")
    # What was typed is not lost.
    dropped(page, "#classe-texte", *OVER, "drop", files=[str(file)])
    expect(page.locator("[data-role=lecture]")).to_contain_text("Lisez ou effacez d’abord ce que vous avez écrit")
    expect(field).to_have_value("Feinte, Rita")
    page.get_by_role("button", name="Lire la liste").click()
    dropped(page, "#classe-texte", *OVER, files=[str(file)])
    # At the top, where the head of the page covers no field in part.
    page.evaluate("scrollTo(0, 0)")
    assert violations(page, but=FRAME) == []
    page.locator("#classe-texte").scroll_into_view_if_needed()
    dropped(page, "#classe-texte", "drop", files=[str(file)])
    expect(page.locator("[data-role=lecture]")).to_contain_text("2 élèves lus")
    assert pupils(page) == [XENA, ODON]
    expect(target).to_have_count(0)
    dropped(page, "#classe-fichier", *OVER, "drop", files=[str(other)])
    expect(page.locator("[data-role=lecture]")).to_contain_text("1 élève lu")
    assert page.url.endswith(PATH)


def test_a_file_that_is_chosen_takes_the_place_of_no_text_that_was_not_read(again: Callable[..., Page]) -> None:
    page = again(PATH)
    field = page.get_by_label("Collez la liste")
    field.fill("Feinte, Rita")
    chosen(page, "classe.csv", b"Nom;Prenom\nTestard;Odon")
    expect(page.locator("[data-role=lecture]")).to_have_text("Lisez ou effacez d’abord ce que vous avez écrit, puis reprenez le fichier.")
    expect(field).to_have_value("Feinte, Rita")
    assert pupils(page) == []
    page.get_by_role("button", name="Lire la liste").click()
    chosen(page, "classe.csv", b"Nom;Prenom\nTestard;Odon")
    expect(page.locator(".classe__table tbody tr")).to_have_count(1)
    assert pupils(page) == [["Testard", "Odon"]]
    # The list that was read comes back.
    page.locator('[data-action="annuler"]').click()
    assert pupils(page) == [["Feinte", "Rita"]]
    expect(field).to_have_value("Feinte, Rita")


def test_a_link_dropped_on_the_page_does_not_leave_it_and_text_goes_where_one_writes(again: Callable[..., Page]) -> None:
    page = again(PATH)
    address = page.url.replace(PATH, "glossaire/")
    link = [{"mimeType": kind, "data": address} for kind in ("text/uri-list", "text/plain")]
    page.locator("#classe-eleves").scroll_into_view_if_needed()
    page.evaluate("addEventListener('dragover', (event) => { window.stopped = event.defaultPrevented; })")
    dropped(page, "#classe-eleves", *OVER, "drop", items=link)
    assert page.evaluate("stopped") is True
    dropped(page, "#classe-texte", *OVER, "drop", items=[{"mimeType": "text/plain", "data": "Testard, Xéna"}])
    expect(page.get_by_label("Collez la liste")).to_have_value("Testard, Xéna")
    page.locator(".ecole > summary").click()
    dropped(page, "#ecole-courriel", *OVER, "drop", items=[{"mimeType": "text/plain", "data": "x@exemple.ca"}])
    expect(page.locator("#ecole-courriel")).to_have_value("x@exemple.ca")
    assert page.url.endswith(PATH)


def test_a_paste_below_another_begins_on_its_own_line(again: Callable[..., Page]) -> None:
    page = again(PATH)
    field = page.get_by_label("Collez la liste")
    field.fill("Testard\tXéna\nAbélard\tOdon")
    field.evaluate("(field) => field.setSelectionRange(field.value.length, field.value.length)")
    field.evaluate(PASTE, "Zénobe\tWanda\nFauxnap\tYuma")
    expect(page.locator(".classe__table tbody tr")).to_have_count(4)
    assert pupils(page)[2] == WANDA


def test_the_group_of_the_list_serves_the_field_of_that_name(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_role("checkbox", name=LETTER).check()
    pasted(page, "Nom;Prénom;Groupe\nTestard;Xéna;501\nAbélard;Odon;501")
    expect(page.get_by_label("Classe ou groupe")).to_have_value("501")
    pasted(page, "Nom;Prénom;Groupe\nTestard;Xéna;501\nAbélard;Odon;502")
    expect(page.get_by_label("Classe ou groupe")).to_have_value("")
    prepared(page)
    # A group after the other.
    assert page.locator(".lot [data-champ=groupe] [data-valeur=groupe]").all_text_contents() == ["501", "502"]


def test_a_year_of_two_digits_is_refused(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_role("checkbox", name=LETTER).check()
    date = page.locator(".classe__champ:not([hidden]) input[type=date]").first
    date.fill("0026-09-30")
    date.blur()
    # Empty, the attribute would say that nothing is wrong.
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".classe__champ:not([hidden]):has([type=date]) .classe__erreur").first).to_have_text(
        "Cette date n’existe pas. Écrivez l’année, le mois et le jour."
    )
    pasted(page, "Roy\tLéa")
    page.get_by_role("button", name="Préparer les feuilles").click()
    assert "Corrigez d’abord" in message(page, "preparation")
    # What is erased is wrong no more.
    page.get_by_role("button", name="Tout effacer").click()
    page.get_by_role("dialog").get_by_role("button", name="Tout effacer").click()
    assert page.locator(".classe [aria-invalid=true]").count() == 0
    assert [said for said in page.locator(".classe__erreur").all_text_contents() if said] == []


def test_a_day_that_september_does_not_have_is_refused(again: Callable[..., Page]) -> None:
    page = again(PATH)
    day = page.get_by_label("Jour de septembre")
    day.fill("45")
    day.blur()
    expect(day).to_have_attribute("aria-invalid", "true")
    said = page.locator("[data-commun=jour-retour] .classe__erreur")
    expect(said).to_have_text("Écrivez un nombre de 1 à 30.")
    expect(day).to_have_css("border-top-color", str(said.evaluate("(element) => getComputedStyle(element).color")))
    pasted(page, "Roy\tLéa")
    page.get_by_role("button", name="Préparer les feuilles").click()
    assert "Corrigez d’abord" in message(page, "preparation")
    day.fill("1er")
    day.blur()
    expect(page.locator("[data-commun=jour-retour] .classe__erreur")).to_be_empty()


def test_what_is_wrong_in_a_field_is_said_aloud_once_it_is_left(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_role("checkbox", name=LETTER).check()
    date, day = page.locator(".classe__champ:not([hidden]) input[type=date]").first, page.get_by_label("Jour de septembre")
    day.fill("45")
    date.focus()
    expect(page.get_by_role("alert")).to_have_text("Écrivez un nombre de 1 à 30.")
    # The first digit of a year makes a day of the first century: nothing is wrong yet.
    page.keyboard.type("06302")
    expect(date).to_have_value("0002-06-30")
    expect(page.get_by_role("alert")).to_have_count(1)
    day.fill("12")
    day.blur()
    expect(page.get_by_role("alert")).to_have_text("Cette date n’existe pas. Écrivez l’année, le mois et le jour.")


def test_nothing_is_made_of_a_line_that_may_be_titles_before_the_answer(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Nm\tPrnm\nTestard\tXéna\nAbélard\tOdon")
    assert "Une question attend votre réponse." in message(page)
    page.get_by_role("button", name="Préparer les feuilles").click()
    assert message(page, "preparation") == "Répondez d’abord à la question sur la liste (étape 3)."
    assert page.locator(".lot > *").count() == 0
    page.get_by_role("button", name="Choisir la lecture 1").click()
    page.get_by_role("button", name="Préparer les feuilles").click()
    expect(page.locator('[data-role="preparation"]')).to_contain_text("2\u00a0élèves")
    assert "Prnm" not in page.locator(".lot").inner_text()
