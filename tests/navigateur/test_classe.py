"""A class at once: the list is read whatever its shape, the sheets are the right ones, nothing leaves the page nor stays in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from macros.model.formulaires import TIERS
from macros.project import Project
from macros.sheets.statements import statement
from tests.navigateur.axe import FRAME, violations
from tests.navigateur.conftest import Watch
from tests.navigateur.test_accessibilite import LOOKS
from tests.papier import printed

PATH = "modeles/classe/"
HOSTILE = '<img src=x onerror="document.title=1">'
CONSENT = "Formulaire de consentement"
LETTER = "Présentation de la plateforme aux parents"


# What a click on a button does, without the wait for a page that no longer moves: it scrolls there, and one that is not shown is not clicked.
READ = """(text) => {
  const button = document.querySelector('[data-action="lire"]');
  if (!button.checkVisibility()) throw new Error("one cannot have the list read");
  document.querySelector('#classe-texte').value = text;
  button.focus();
  button.click();
}"""
PREPARE = """() => {
  const said = document.querySelector('[data-role="preparation"]');
  const [prepare, print] = ['preparer', 'imprimer'].map((action) => document.querySelector(`[data-action="${action}"]`));
  if (!prepare.checkVisibility()) throw new Error("one cannot prepare the sheets");
  prepare.focus();
  prepare.click();
  if (!print.checkVisibility()) throw new Error(`nothing to print: ${said.innerText}`);
  return said.innerText;
}"""


PRESS = """(action) => {
  const button = document.querySelector(`[data-action="${action}"]`);
  if (!button.checkVisibility()) throw new Error(`one cannot press ${action}`);
  button.focus();
  button.click();
}"""


def pressed(page: Page, *actions: str) -> None:
    """Press buttons of the page, by their actions."""
    for action in actions:
        page.evaluate(PRESS, action)


def pasted(page: Page, text: str) -> None:
    """Give the page a list and have it read."""
    page.evaluate(READ, text)


def prepared(page: Page) -> str:
    """Prepare the sheets; return what is announced."""
    return str(page.evaluate(PREPARE)).replace("\u00a0", " ")


def sheets(page: Page) -> list[str]:
    """Return the text of each page of what is printed."""
    pdf = printed(page)
    return [re.sub(r"\s+", " ", sheet.text) for sheet in pdf]


def message(page: Page, role: str = "lecture") -> str:
    """Return what a live region says."""
    return str(page.locator(f'[data-role="{role}"]').inner_text()).replace("\u00a0", " ")


def pupils(page: Page) -> list[list[str]]:
    """Return the names of the table, line by line."""
    found = page.locator(".classe__table tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.querySelectorAll('input')].map((input) => input.value))"
    )
    return [[str(name) for name in row] for row in found]


def many(count: int) -> str:
    """Return a list of distinct pupils."""
    return "Nom\tPrénom\n" + "\n".join(f"Famille{number:03}\tPrénom{number:03}" for number in reversed(range(count)))


# ---- Reading a list

LEA = ["St-Gelais", "Léa"]
READINGS: dict[str, tuple[str, list[list[str]]]] = {
    "quotes and commas": ('"St-Gelais","Léa"', [LEA]),
    "semicolons": ("St-Gelais;Léa\nČapek;Karel", [LEA, ["Čapek", "Karel"]]),
    "tabs": ("St-Gelais\tLéa\nRoy\tZoé", [LEA, ["Roy", "Zoé"]]),
    "header": ("Nom,Prénom\r\nSt-Gelais,Léa\r\n", [LEA]),
    "header, first name first": ("Prénom;Nom de famille\nLéa;St-Gelais", [LEA]),
    "header among other columns": ("Fiche\tNom\tPrénom\tGroupe\n1234567\tSt-Gelais\tLéa\t501\n1234568\tRoy\tZoé\t501", [LEA, ["Roy", "Zoé"]]),
    "no header among other columns": ("1234567\tSt-Gelais\tLéa\tF\n1234568\tRoy\tZoé\tF", [LEA, ["Roy", "Zoé"]]),
    "byte order mark": ("\ufeffNom,Prénom\nSt-Gelais,Léa", [LEA]),
    "first name first, without a header": ("Léa\tSt-Gelais\nZoé\tRoy", [LEA, ["Roy", "Zoé"]]),
    "capitals are family names": ("Xyla\tROY\nYuma\tCÔTÉ", [["ROY", "Xyla"], ["CÔTÉ", "Yuma"]]),
    "sorted column": ("Xyla\tAbel\nWanda\tBois\nYuma\tCaron", [["Abel", "Xyla"], ["Bois", "Wanda"], ["Caron", "Yuma"]]),
    "both in one column": ('Élève\n"St-Gelais, Léa"\n"Roy, Zoé"', [LEA, ["Roy", "Zoé"]]),
    "numbered lines": ("1. St-Gelais, Léa\n2. Roy, Zoé", [LEA, ["Roy", "Zoé"]]),
    "doubled quotes": ('"Roy ""dit"" Desjardins",Léa', [['Roy "dit" Desjardins', "Léa"]]),
    "a line break in a cell": ('"St-Gelais\n",Léa', [LEA]),
    "empty lines and columns": ("\n;;\nSt-Gelais;;Léa\n;;\n", [LEA]),
    "syllabics": ("ᐃᓄᒃ\tᑎᑐᑦ", [["ᐃᓄᒃ", "ᑎᑐᑦ"]]),
    "markup and formula": (f"{HOSTILE}\t=cmd()\nRoy\tLéa", [[HOSTILE, "=cmd()"], ["Roy", "Léa"]]),
    "invisible characters": ("St\u200b-Gelais\tLéa\u202e", [LEA]),
    "decomposed accents": ("St-Gelais\tLe\u0301a", [LEA]),
    "one name": ("Léa", [["Léa", ""]]),
}


@pytest.mark.parametrize(("text", "expected"), READINGS.values(), ids=READINGS)
def test_a_list_is_read(text: str, expected: list[list[str]], same_page: Callable[[str], Page]) -> None:
    found = same_page(PATH).evaluate("(text) => Classe.liste.lire(text)", text)
    assert [[one["nom"], one["prenom"]] for one in found["eleves"]] == expected


@pytest.mark.parametrize(
    ("text", "settings", "expected"),
    [
        ("Roy\tLéa", {"ordre": "prenom-nom"}, [["Léa", "Roy"]]),
        ("Léa Roy\nZoé Côté", {"ordre": "prenom-nom"}, [["Roy", "Léa"], ["Côté", "Zoé"]]),
        ("Roy Léa", {"ordre": "nom-prenom"}, [["Roy", "Léa"]]),
        ("Nom\tPrénom\nRoy\tLéa", {"entete": False}, [["Nom", "Prénom"], ["Roy", "Léa"]]),
        ("a\tb\tc\nRoy\t5\tLéa", {"ordre": "nom-prenom", "nom": 2, "prenom": 0}, [["c", "a"], ["Léa", "Roy"]]),
        ("Roy\tLéa", {"ordre": "une"}, [["Roy", ""]]),
    ],
)
def test_the_reader_decides(text: str, settings: dict[str, Any], expected: list[list[str]], same_page: Callable[[str], Page]) -> None:
    found = same_page(PATH).evaluate("([text, settings]) => Classe.liste.lire(text, settings)", [text, settings])
    assert [[one["nom"], one["prenom"]] for one in found["eleves"]] == expected


UNREADABLE = [
    ("", "La liste est vide"),
    (" \n\t\n", "La liste est vide"),
    ("Nom;Prénom", "La liste n’a que des titres"),
    ("\n".join(f"Roy{n},Léa" for n in range(5000)), "La liste a 5 000 lignes, et la page en prend au plus 400"),
    ("x" * 500_001, "Ce texte est trop long"),
]


def test_a_list_that_cannot_be_read_is_refused_in_a_sentence(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    for text, sentence in UNREADABLE:
        pasted(page, text)
        assert sentence in message(page)
        assert pupils(page) == [], sentence
        page.locator('[data-action="preparer"]').click()
        expect(page.locator('[data-role="preparation"]')).to_contain_text(re.compile("liste"))
        assert page.locator(".lot > *").count() == 0, sentence
        # What follows is told for itself.
        page.locator('[data-role="lecture"], [data-role="preparation"]').evaluate_all(
            "(places) => places.forEach((place) => place.replaceChildren())"
        )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ab\n" * 130_000, "La liste a 130 000 lignes, et la page en prend au plus 400 : rien n’a été lu. Collez un groupe à la fois."),
        ("a," * 250_000, "La liste a 250 000 colonnes, et la page en prend au plus 100 : rien n’a été lu. Gardez seulement les colonnes des noms."),
        (
            "a," * 125_000 + "\n" + "a\n" * 120_000,
            "La liste a 120 001 lignes, et la page en prend au plus 400 : rien n’a été lu. Collez un groupe à la fois.",
        ),
    ],
    ids=["lines", "columns", "both"],
)
def test_a_list_without_measure_is_refused_in_a_sentence(text: str, sentence: str, same_page: Callable[[str], Page]) -> None:
    refusal = same_page(PATH).evaluate("(text) => Classe.liste.lire(text).refus", text)
    assert refusal.replace("\u00a0", " ") == sentence


def test_quotes_left_open_lose_no_line(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    pasted(page, '"Roy,Léa\nCôté,Zoé')
    assert pupils(page) == [["Roy", "Léa"], ["Côté", "Zoé"]]
    assert "Des guillemets ne sont pas fermés" in message(page)


# Each has a pupil of its own, who tells that it was read.
FILES: dict[str, tuple[bytes, str]] = {
    "UTF-8": ("Nom,Prénom\nČapek,Léa".encode(), "Čapek Léa"),
    "UTF-8 with a mark": ("\ufeffNom;Prénom\nČapek;Zoé".encode(), "Čapek Zoé"),
    "UTF-16": ("\ufeffNom\tPrénom\nČapek\tNoé".encode("utf-16-le"), "Čapek Noé"),
    "Windows-1252": ("Nom;Prénom\nL’Écuyer;Zoé".encode("cp1252"), "L’Écuyer Zoé"),
}


def test_a_file_is_read(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    for content, expected in FILES.values():
        page.locator("#classe-fichier").set_input_files({"name": "classe.csv", "mimeType": "text/csv", "buffer": content})
        page.wait_for_function(
            "(expected) => [...document.querySelectorAll('.classe__table tbody input')].map((one) => one.value).join(' ') === expected", arg=expected
        )


NO_LISTS = [
    (b"PK\x03\x04rest", "La page lit les fichiers .xlsx et CSV, pas celui-ci."),
    (b"%PDF-1.7", "C’est un PDF"),
    (b"a\0b", "n’est pas du texte"),
    (b"a" * 1_000_001, "trop gros"),
    (b"ab\n" * 130_000, "La liste a 130\u00a0000\u00a0lignes"),
]


def test_what_is_not_a_list_is_refused(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    for content, sentence in NO_LISTS:
        expect(page.locator('[data-role="lecture"]')).not_to_contain_text(sentence)
        page.locator("#classe-fichier").set_input_files({"name": "classe.csv", "mimeType": "text/csv", "buffer": content})
        expect(page.locator('[data-role="lecture"]')).to_contain_text(sentence)


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path: Path, again: Callable[[str], Page]) -> None:
    path = tmp_path / "classe.csv"
    path.write_bytes(b"Roy,Lea\n" * 6_553_600)
    page = again(PATH)
    page.evaluate("() => { File.prototype.arrayBuffer = () => { throw new Error('read'); }; }")
    page.locator("#classe-fichier").set_input_files(path)
    expect(page.locator('[data-role="lecture"]')).to_contain_text("Ce fichier est trop gros pour une liste de classe. Gardez seulement")
    assert pupils(page) == []


def test_a_paste_is_read_at_once(with_clipboard: Callable[..., Page]) -> None:
    page = with_clipboard(PATH)
    page.evaluate("navigator.clipboard.writeText('St-Gelais\\tLéa\\nRoy\\tZoé')")
    page.get_by_label("Collez la liste").press("Control+V")
    expect(page.locator(".classe__table tbody tr")).to_have_count(2)
    assert message(page).startswith("2 élèves lus : le nom puis le prénom.")


@pytest.mark.parametrize(("line", "count", "words"), [("Roy,Léa\n", 5000, "5\u00a0000"), ("ab\n", 130_000, "130\u00a0000")])
def test_a_paste_of_thousands_of_lines_is_refused_at_once(line: str, count: int, words: str, with_clipboard: Callable[..., Page]) -> None:
    page = with_clipboard(PATH)
    page.evaluate("(text) => navigator.clipboard.writeText(text)", line * count)
    page.get_by_label("Collez la liste").press("Control+V")
    expect(page.locator('[data-role="lecture"]')).to_contain_text(f"La liste a {words}\u00a0lignes")
    assert page.get_by_label("Collez la liste").input_value() == ""


# ---- Correcting it


def test_what_is_to_be_checked_is_said_beside_each_line(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    pasted(page, f"Nom\tPrénom\nRoy\tLéa\nCôté\t\nRoy\tLéa\n{HOSTILE}\tZoé")
    notes = [text.replace("\u00a0", " ") for text in page.locator(".classe__avis").all_inner_texts()]
    assert notes[0].startswith("Même nom qu’à la ligne 3.")
    assert notes[1:] == ["Il manque le prénom.", notes[0].replace("3", "1"), "Signes inhabituels : vérifiez."]
    assert "À vérifier : lignes 1, 2, 3, 4." in message(page, "bilan")
    page.get_by_label("Prénom, ligne 2").fill("Zoé")
    page.get_by_label("Nom, ligne 4", exact=True).fill("Bois")
    assert "À vérifier : lignes 1, 3." in message(page, "bilan")
    described = page.get_by_label("Nom, ligne 1", exact=True).evaluate(
        "(input) => document.getElementById(input.getAttribute('aria-describedby')).textContent"
    )
    assert described.startswith("Même nom")


def test_lines_and_columns_change(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    pasted(page, "Roy\tLéa\nBois\tZoé\n")
    page.get_by_label("Ordre des colonnes").select_option("prenom-nom")
    assert pupils(page) == [["Léa", "Roy"], ["Zoé", "Bois"]]
    page.get_by_role("button", name="Inverser le nom et le prénom, ligne 2").click()
    assert pupils(page) == [["Léa", "Roy"], ["Bois", "Zoé"]]
    page.get_by_role("button", name="Retirer la ligne 1").click()
    assert pupils(page) == [["Bois", "Zoé"]]
    expect(page.get_by_role("button", name="Retirer la ligne 1")).to_be_focused()
    page.get_by_role("button", name="Remettre la ligne 1").click()
    assert pupils(page) == [["Léa", "Roy"], ["Bois", "Zoé"]]
    page.get_by_role("button", name="Ajouter une ligne").click()
    expect(page.get_by_label("Nom, ligne 3", exact=True)).to_be_focused()
    page.keyboard.type("Caron")
    page.get_by_label("Ordre des colonnes").select_option("une")
    assert pupils(page)[0][0] == "Roy"
    page.get_by_role("button", name="Reprendre la liste d’avant").click()
    assert pupils(page)[2] == ["Caron", ""]
    for _ in range(3):
        page.get_by_role("button", name="Retirer la ligne 1", exact=True).click()
    # A list that has nobody left is not all well.
    assert message(page, "bilan") == "0 élève. Lisez une liste, ou ajoutez une ligne."


def test_columns_are_chosen_among_several(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    pasted(page, "Nom\tPrénom\tPrénom usuel\nRoy\tMarie Léa\tLéa")
    page.get_by_label("Rôle de la colonne « Prénom usuel »".replace("« ", "«\u00a0").replace(" »", "\u00a0»")).select_option("prenom")
    assert pupils(page) == [["Roy", "Léa"]]
    page.get_by_role("button", name="C’est un élève, ligne 1").click()
    assert pupils(page)[0] == ["Nom", "Prénom usuel"]
    page.get_by_role("button", name="Ce sont des titres, ligne 1").click()
    assert pupils(page) == [["Roy", "Léa"]]


def test_no_more_pupils_than_the_page_can_take(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    pasted(page, many(400))
    assert len(pupils(page)) == 400
    page.get_by_role("button", name="Ajouter une ligne").click()
    assert "La liste a déjà 400 élèves" in message(page)


# ---- The sheets


@pytest.mark.parametrize("count", [1, 40, 300])
def test_each_pupil_has_each_document(count: int, again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_role("checkbox", name=LETTER).check()
    page.get_by_label("Nom de la plateforme").fill("Mozaïk-Portail")
    page.get_by_label("Ajouter une fois").uncheck()
    pasted(page, many(count))
    said = prepared(page)
    assert said.startswith(f"{count} élève{'s' if count > 1 else ''}, 2 documents : {2 * count} feuilles, et le registre")
    of_pupils = page.locator(".lot .lot__feuille:not(.registre)")
    expect(of_pupils).to_have_count(2 * count)
    made = [re.sub(r"\s+", " ", text) for text in of_pupils.all_text_contents()]
    for index, text in enumerate(made):
        number = index // 2
        assert f"Élève {number + 1} de {count}, page {index % 2 + 1} de 2" in text
        assert set(re.findall(r"Prénom\d+ Famille\d+", text)) == {f"Prénom{number:03} Famille{number:03}"}
        assert "Mozaïk-Portail" in text
        assert (LETTER, CONSENT)[index % 2] in text
    # On paper, hundreds are as forty: the sheets one after the other, then a register of several pages.
    pdf = printed(page) if count <= 40 else []
    if not pdf:
        return
    for index in sorted({*range(0, 2 * count, max(1, count // 4)), 2 * count - 1}):
        text = re.sub(r"\s+", " ", pdf[index].text)
        assert f"Élève {index // 2 + 1} de {count}, page {index % 2 + 1} de 2" in text
        # The zero of the sheets is of another font: a reader of the file may set it apart.
        assert set(re.findall(r"Prénom\d+Famille\d{3}", text.replace(" ", ""))) == {f"Prénom{index // 2:03}Famille{index // 2:03}"}
        assert (LETTER, CONSENT)[index % 2] in text
        # The pages of the pile are counted for nobody.
        assert "Page" not in text
    # A reader of the file finds no space on some pages of a long table.
    register = [re.sub(r"\s+", "", sheet.text) for sheet in pdf[2 * count :]]
    assert re.findall(r"Famille\d{3},Prénom\d{3}", " ".join(register)) == [f"Famille{n:03},Prénom{n:03}" for n in range(count)]
    assert all("N°Élève" in sheet for sheet in register)


def test_thirty_pupils_are_there_at_once(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    pasted(page, many(30))
    ready = """() => {
      document.querySelector('[data-action="preparer"]').click();
      return [!document.querySelector('[data-role="pret"]').hidden, document.querySelectorAll('.lot > *').length];
    }"""
    assert page.evaluate(ready) == [True, 31]


def test_hostile_names_are_only_text(again: Callable[..., Page]) -> None:
    page = again(PATH)
    names = [HOSTILE, "=cmd()", "</template><script>document.title=2</script>", "{{ 7*7 }}", "%s %n", "ᐃᓄᒃ ᑎᑐᑦ", "Čapek Š", "N" * 200]
    title = page.title()
    before = page.locator("img, script").count()
    pasted(page, "Nom complet\n" + "\n".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in names))
    assert [row[0] for row in pupils(page)] == [*names[:-1], "N" * 120]
    prepared(page)
    shown = page.locator('.lot [data-champ="enfant"] [data-valeur]').all_text_contents()
    assert sorted(shown) == sorted([*names[:-1], "N" * 120])
    printed = sheets(page)
    assert len([sheet for sheet in printed if CONSENT in sheet and "Élève" in sheet and "Oui" in sheet and "Je," in sheet]) == len(names)
    assert page.locator("img, script").count() == before
    assert page.title() == title


OUTSIDE = """() => [...document.querySelectorAll('.lot .lot__feuille')].flatMap((sheet) => {
  const edge = sheet.getBoundingClientRect().right;
  return [...sheet.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge + 0.5).map((one) => one.outerHTML.slice(0, 200));
})"""


def test_a_name_of_120_letters_wraps(again: Callable[..., Page]) -> None:
    page = again(PATH, width=390)
    name, first = "W" * 120, "M" * 120
    page.get_by_role("checkbox", name=LETTER).check()
    page.get_by_label("Nom de la plateforme").fill("P" * 120)
    page.get_by_label("Classe ou groupe").fill("G" * 40)
    pasted(page, f"{name}\t{first}\nRoy\tLéa")
    assert pupils(page)[0] == [name, first]
    note = page.locator(".classe__avis").first
    # Once the page has had the time to measure it.
    expect(note).to_contain_text(f"Il s’imprimera ainsi\u00a0: {first} {name}")
    prepared(page)
    seen = set()
    for _ in range(5):
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width
            assert note.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth"), width
        seen.add(page.locator('[data-role="numero"]').inner_text())
        page.get_by_role("button", name="Suivante").click(force=True)
    assert len(seen) == 5
    page.set_viewport_size({"width": 680, "height": 900})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(OUTSIDE) == []
    page.emulate_media(media="null")
    letters = re.sub(r"\s", "", "".join(sheets(page)))
    # In the letter; on the consent, in its field and in the sentence that names it.
    assert letters.count(first + name) == 3
    assert letters.count(f"{name},{first}") == 1


def test_the_same_name_twice_makes_two_sheets(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, "Roy\tLéa\nRoy\tLéa")
    prepared(page)
    printed = sheets(page)
    assert [f"Élève {n} de 2" in printed[n - 1] and "Léa Roy" in printed[n - 1] for n in (1, 2)] == [True, True]


def test_sheets_follow_the_french_alphabet(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    names = ["Zoé", "Étienne", "Côté", "Cote", "Coté", "Čapek", "St-Gelais", "D’Amour"]
    pasted(page, "Nom\n" + "\n".join(names))
    prepared(page)
    shown = page.locator('.lot [data-champ="enfant"] [data-valeur]').all_text_contents()
    assert shown == ["Čapek", "Cote", "Coté", "Côté", "D’Amour", "Étienne", "St-Gelais", "Zoé"]


def test_the_register_is_for_the_hand(again: Callable[..., Page], project: Project) -> None:
    page = again(PATH)
    page.get_by_role("checkbox", name=LETTER).check()
    page.get_by_label("Classe ou groupe").fill("5e B")
    page.get_by_label("Ajouter une fois").uncheck()
    page.get_by_label("Place").select_option("debut")
    pasted(page, "Roy\tLéa")
    prepared(page)
    heads = [row.locator("th").all_inner_texts() for row in page.locator(".registre thead tr").all()]
    assert heads == [["N°", "Élève", LETTER, CONSENT], ["Remis le", "Reçu le", "Répondu par", "Autorisation 1", "Autorisation 2"]]
    assert page.locator(".registre tbody td").all_inner_texts()[1:4] == ["", "", ""]
    assert page.locator(".registre__case").count() == 4
    # Each statement has one name: on the sheet, here, on the letter that refuses, in the tooltips of the PDF.
    consent = project.formulaires["consentement"]
    named = [statement(consent, consent.par_id[id_]) for id_ in consent.numeros]
    assert [text.replace("\u00a0", " ").lower() for text in page.locator(".registre__legende li").all_inner_texts()] == [n.lower() for n in named]
    assert page.locator(".lot .champ__numero").all_inner_texts() == ["1", "2"]
    printed = sheets(page)
    assert "Registre des retours" in printed[0]
    assert "5e B" in printed[0]
    page.get_by_label("Ajouter le registre des retours").uncheck()
    prepared(page)
    assert len(sheets(page)) == 2


def test_what_is_validated_once_is_one_sheet_of_the_pile(again: Callable[..., Page]) -> None:
    page = again(PATH)
    once = page.get_by_label("Ajouter une fois")
    expect(once).to_be_hidden()
    page.get_by_role("checkbox", name=LETTER).check()
    expect(once).to_be_checked()
    page.get_by_label("Nom de la plateforme").fill("Mozaïk-Portail")
    page.get_by_label("Classe ou groupe").fill("5e B")
    pasted(page, many(2))
    assert "4 feuilles, et une fois « Validation de la direction d’établissement », et le registre." in prepared(page)
    printed = sheets(page)
    assert len(printed) == 6
    assert [number for number, text in enumerate(printed) if "Lettre validée" in text] == [4]
    # It says what is validated: what the sheet only repeats is filled too.
    assert "Mozaïk-Portail" in printed[4]
    assert "5eB" in printed[4].replace(" ", "")
    assert "Élève 1" not in printed[4]
    page.get_by_label("Place").select_option("debut")
    prepared(page)
    assert "Lettre validée" in sheets(page)[0]


# ---- Who has not answered yet

RECALL = "Rappel du formulaire de consentement"


def test_those_ticked_as_missing_get_a_reminder_and_nothing_is_kept(again: Callable[..., Page]) -> None:
    page = again(PATH)
    expect(page.locator('[data-role="manquants"]')).to_be_hidden()
    page.get_by_label(CONSENT, exact=True).uncheck()
    page.get_by_role("checkbox", name=RECALL).check()
    page.get_by_label("Ajouter le registre des retours").uncheck()
    page.get_by_label("Nom de la plateforme").fill("Teams")
    pasted(page, many(4))
    page.get_by_role("button", name="Préparer les feuilles").click()
    assert "Cochez au moins un élève qui n’a pas encore répondu (étape 3)." in message(page, "preparation")
    page.get_by_label("2. Famille001, Prénom001").check()
    page.get_by_label("4. Famille003, Prénom003").check()
    assert message(page, "nombre-manquants") == "2 élèves cochés."
    assert prepared(page).startswith("2 élèves, 1 document : 2 feuilles.")
    printed = sheets(page)
    assert [RECALL in text and "Teams" in text for text in printed] == [True, True]
    squeezed = [text.replace(" ", "") for text in printed]
    assert ["Prénom001Famille001" in squeezed[0], "Prénom003Famille003" in squeezed[1]] == [True, True]
    # A name that is mended keeps its tick; another copy of the form can go with the letter.
    page.get_by_label("Prénom, ligne 3", exact=True).fill("Ilda")
    expect(page.get_by_label("2. Famille001, Ilda")).to_be_checked()
    page.get_by_label(CONSENT, exact=True).check()
    assert prepared(page).startswith("2 élèves, 2 documents : 4 feuilles.")
    page.get_by_role("button", name="Tout décocher").click()
    assert message(page, "nombre-manquants") == "0 élève coché."
    page.get_by_role("button", name="Tout cocher").click()
    assert prepared(page).startswith("4 élèves, 2 documents : 8 feuilles.")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_role("checkbox", name=RECALL).uncheck()
    expect(page.get_by_role("button", name="Tout cocher")).to_be_hidden()
    assert prepared(page).startswith("4 élèves, 1 document : 4 feuilles.")


def test_one_pupil_and_one_document_is_one_page(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_label("Ajouter le registre des retours").uncheck()
    pasted(page, "Roy\tLéa")
    assert prepared(page).startswith("1 élève, 1 document : 1 feuille.")
    (sheet,) = sheets(page)
    assert "Pour toute une classe" not in sheet
    assert "Rien n’est gardé" not in sheet


def test_the_menu_of_the_browser_prints_the_sheets_too(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, many(3))
    printed = sheets(page)
    assert "Élève 1 de 3" in printed[0]
    page.get_by_label("Nom, ligne 1", exact=True).fill("Autre")
    assert "Autre" in " ".join(sheets(page))


def test_a_change_asks_to_prepare_again(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    pasted(page, many(2))
    changes: list[Callable[[], object]] = [
        lambda: page.get_by_label("Nom, ligne 1", exact=True).fill("Autre"),
        lambda: [page.get_by_label(label).fill(year) for label, year in (("Année scolaire", "2030-2031"), ("Année du retour", "2030"))],
        lambda: page.get_by_role("checkbox", name=LETTER).check(),
        lambda: page.get_by_label("Place").select_option("debut"),
    ]
    for change in changes:
        prepared(page)
        change()
        expect(page.get_by_role("button", name="Imprimer")).to_be_hidden()
        assert page.locator(".lot > *").count() == 0
        assert "préparez de nouveau" in message(page, "preparation")


def test_values_proposed_and_left_empty(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    assert re.fullmatch(r"\d{4}-\d{4}", page.get_by_label("Année scolaire").input_value())
    pasted(page, "Roy\tLéa")
    assert "Laissés vides, à remplir à la main : Nom de la plateforme" in prepared(page)
    page.get_by_label("Adresse courriel de retour").fill("a@b")
    page.get_by_role("button", name="Préparer les feuilles").click()
    assert "Corrigez d’abord : Adresse courriel de retour" in message(page, "preparation")
    expect(page.get_by_label("Adresse courriel de retour")).to_have_attribute("aria-invalid", "true")


# ---- What is another person's to give is never filled

EMPTY = """() => [...document.querySelectorAll('.lot [data-champ]')].map((field) => [
  field.dataset.champ, field.dataset.qui,
  [...field.querySelectorAll('[data-valeur]')].map((place) => place.textContent).join(''),
  field.querySelectorAll('input, textarea, select, [checked], .champ__case--cochee').length])"""


def test_nobody_answers_for_a_parent_or_a_pupil(emptied: Callable[..., Page], project: Project) -> None:
    fields = {champ.id: champ for form in project.formulaires.values() for champ in form.champs}
    query = "&".join(f"{id_}=oui&commun-{id_}=oui" for id_ in fields)
    page = emptied(f"{PATH}?{query}#{query}")
    page.evaluate("(ids) => ids.forEach((id) => { sessionStorage.setItem(id, 'oui'); localStorage.setItem(id, 'oui'); })", list(fields))
    page.reload()
    for box in page.locator('[name="document"]').all():
        box.check()
    for field in page.locator("[data-commun]:not([hidden])").all():
        control = field.locator("input, textarea")
        words = (control.get_attribute("data-bornes") or "rempli").split()[-1]
        control.fill({"date": "2026-09-01", "email": "a@b.ca"}.get(control.get_attribute("type") or "", words))
    # What pretends to be written for all, and columns named after what parents write.
    page.evaluate(
        """(ids) => ids.forEach((id) => {
          const field = document.querySelector('[data-commun]').cloneNode(true);
          const pour = [...document.querySelectorAll('[name="document"]')].map((box) => box.value).join(' ');
          Object.assign(field.dataset, { commun: id, pour });
          field.querySelector('input, textarea').value = 'FORCÉ';
          document.querySelector('.classe__groupe').append(field);
        })""",
        [id_ for id_, champ in fields.items() if champ.libre],
    )
    pasted(page, "Nom\tPrénom\tparent\tdate\tsignature\tautorisation-classe\nRoy\tLéa\tMarie\t2026-01-01\tX\toui")
    page.get_by_role("button", name="Tout cocher").click()
    prepared(page)
    found = page.evaluate(EMPTY)
    assert found
    assert all(controls == 0 for *_, controls in found)
    decided = {champ.id for champ in fields.values() if champ.sens.decided}
    for id_, qui, text, _ in found:
        if qui in TIERS or id_ in decided:
            assert text == "", id_
    assert [text for id_, *_, text, _ in found if id_ == "enfant"] == ["Léa Roy"]


def test_the_common_part_holds_only_what_the_staff_write(again: Callable[[str], Page], project: Project) -> None:
    page = again(PATH)
    asked = page.locator("[data-commun]").evaluate_all("(fields) => fields.map((field) => [field.dataset.commun, field.dataset.pour.split(' ')])")
    assert asked
    for id_, forms in asked:
        for form in forms:
            champ = project.formulaires[form].par_id[id_]
            assert champ.qui in ("enseignant", "direction")
            assert champ.sens.written
            assert not champ.liste


# ---- Nothing leaves the page, nothing stays


def test_no_request_nothing_stored_and_no_network_needed(new_page: Callable[..., Page]) -> None:
    page = new_page(PATH)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    page.get_by_role("checkbox", name=LETTER).check()
    page.locator("#classe-fichier").set_input_files({"name": "c.csv", "mimeType": "text/csv", "buffer": many(30).encode()})
    expect(page.locator(".classe__table tbody tr")).to_have_count(30)
    prepared(page)
    assert len(sheets(page)) >= 61
    page.get_by_role("button", name="Suivante").click()
    assert asked == []
    kept = """Promise.all([
      localStorage.length, sessionStorage.length, document.cookie, location.search, location.hash,
      indexedDB.databases().then((all) => all.length), caches.keys().then((all) => all.length)])"""
    assert page.evaluate(kept) == [0, 0, "", "", "", 0, 0]


def test_the_policy_of_the_page_stops_any_request(again: Callable[..., Page], watched: Watch) -> None:
    page = again(PATH)
    for attempt in ("fetch('../')", "new Worker('../../assets/javascripts/bundle.js')", "navigator.sendBeacon('../', 'x') || Promise.reject()"):
        page.evaluate(f"async () => {{ try {{ await {attempt}; }} catch {{ return; }} }}")
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert {"connect-src 'none'", "worker-src 'none'", "form-action 'none'"} <= set(policy.split("; "))
    assert watched.errors
    watched.errors.clear()


def test_search_is_one_link_away(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    page.get_by_role("link", name="Rechercher").click()
    page.get_by_role("textbox", name="Rechercher").press_sequentially("photo")
    expect(page.locator(".recherche__lien").first).to_be_visible()


def test_leaving_with_names_is_confirmed_and_erases_them(again: Callable[..., Page], listen: Callable[..., None]) -> None:
    page = again(PATH)
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    listen("dialog", answer)
    pasted(page, "Roy\tLéa")
    prepared(page)
    page.get_by_role("link", name="Rechercher").click()
    page.wait_for_url(lambda url: PATH not in url)
    assert asked == ["beforeunload"]
    page.go_back()
    expect(page.get_by_role("button", name="Lire la liste")).to_be_visible()
    assert page.get_by_label("Collez la liste").input_value() == ""
    assert pupils(page) == []
    assert "Roy" not in page.content()
    page.reload()
    assert asked == ["beforeunload"]


def test_everything_is_erased_at_once(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_label("Nom du membre du personnel").fill("Marie Tremblay")
    pasted(page, "Roy\tLéa")
    prepared(page)
    page.get_by_role("button", name="Tout effacer").click()
    page.get_by_role("dialog").get_by_role("button", name="Garder").click()
    assert pupils(page) == [["Roy", "Léa"]]
    page.get_by_role("button", name="Tout effacer").click()
    page.get_by_role("dialog").get_by_role("button", name="Tout effacer").click()
    assert pupils(page) == []
    assert page.get_by_label("Nom du membre du personnel").input_value() == ""
    content = page.content()
    assert "Roy" not in content
    assert "Léa" not in content
    expect(page.get_by_label("Collez la liste")).to_be_focused()


def test_browsers_are_asked_to_keep_nothing_and_to_send_nothing(again: Callable[[str], Page]) -> None:
    page = again(PATH)
    pasted(page, "Roy\tLéa")
    # « Mon école » alone is about the reader.
    careless = """() => [...document.querySelectorAll('.classe :is(input, textarea, select):not([type="checkbox"], [type="file"], [data-cle-ecole])')]
      .filter((control) => control.autocomplete !== 'off').map((control) => control.outerHTML)"""
    assert page.evaluate(careless) == []
    spelled = "() => [...document.querySelectorAll('#classe-texte, .classe__table input')].filter((control) => control.spellcheck).length"
    assert page.evaluate(spelled) == 0


# ---- For everyone


NAME_OF_FOCUS = """() => {
  const { ariaLabel, labels, textContent } = document.activeElement;
  return (ariaLabel || labels?.[0]?.textContent || textContent).trim();
}"""


def test_by_keyboard_alone(again: Callable[..., Page]) -> None:
    page = again(PATH)

    def reach(name: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate(NAME_OF_FOCUS) == name:
                return
        raise AssertionError(f"no way to {name} by Tab")

    reach("Collez la liste")
    page.keyboard.insert_text("Roy\tLéa\nBois\tZoé")
    reach("Lire la liste")
    page.keyboard.press("Enter")
    reach("Prénom, ligne 1")
    page.keyboard.type("Noé")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "Prénom, ligne 2"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "Nom, ligne 3"
    page.keyboard.type("Caron")
    reach("Retirer la ligne 3")
    page.keyboard.press("Space")
    assert pupils(page) == [["Roy", "Noé"], ["Bois", "Zoé"]]
    reach("Préparer les feuilles")
    page.keyboard.press("Enter")
    expect(page.locator('[data-role="preparation"]')).to_contain_text("2 élèves, 1 document")
    reach("Imprimer")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_no_violation_once_filled(width: int, scheme: str, again: Callable[..., Page]) -> None:
    page = again(PATH, width=width, dark=scheme == "dark", reduced_motion="reduce")
    page.get_by_role("checkbox", name=LETTER).check()
    pasted(page, f"Roy\tLéa\nRoy\tLéa\nBois\t\n{HOSTILE}\tZoé")
    page.get_by_label("Adresse courriel de retour").fill("a")
    page.get_by_role("button", name="Préparer les feuilles").click()
    assert violations(page, but=FRAME) == []
    page.get_by_label("Adresse courriel de retour").fill("")
    prepared(page)
    assert violations(page, but=FRAME) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator('[data-action="suivante"]').evaluate("(next) => { for (let n = 0; n < 20 && !next.disabled; n += 1) next.click(); }")
    expect(page.get_by_role("heading", name="Registre des retours")).to_be_visible()
    assert violations(page, but=FRAME) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_blank_sheets_are_one_link_away(without_script: Callable[..., Page]) -> None:
    page = without_script(PATH)
    expect(page.locator(".classe__sans-script")).to_be_visible()
    assert page.locator(".classe__sans-script a").count() >= 2
    expect(page.get_by_role("button", name="Lire la liste")).to_be_hidden()
