"""The pile of a class at once: the first sheets are there as soon as they are counted, the others come by themselves, all of them before paper."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.navigateur.test_classe import PATH, many, pasted, prepared

COUNT = 150
# In one go, before the page has rested: how many sheets there are once prepared, then as soon as paper asks for them.
AT_ONCE = """() => {
  const sheets = () => document.querySelectorAll('.lot > *').length;
  document.querySelector('[data-action="preparer"]').click();
  const found = [sheets()];
  dispatchEvent(new Event('beforeprint'));
  found.push(sheets());
  dispatchEvent(new Event('afterprint'));
  return found;
}"""
# What is prepared changes before the page has rested.
CHANGED = """() => {
  document.querySelector('[data-action="preparer"]').click();
  document.querySelector('#classe-recto-verso').click();
}"""
STRAYS = "() => new Promise((resolve) => setTimeout(() => resolve(document.querySelectorAll('.lot > *').length), 300))"
# The pages of a register as it is printed and as it is measured, for classes of some sizes, where some names are cut in two lines.
REGISTERS = """({ counts, long }) => {
  const data = JSON.parse(document.querySelector('[data-module="classe"] script[type="application/json"]').textContent);
  const place = document.querySelector('.lot');
  const { feuilles, feuillets } = window.Classe;
  return counts.map((count) => {
    const pupils = Array.from({ length: count }, (_, at) => ({ nom: at % 5 === 2 ? long : `Famille${at}`, prenom: `Prénom${at}` }));
    return [false, true].map((lean) => {
      const made = () => feuilles.registre(data.documents, pupils, [{ libelle: 'Groupe', valeur: '' }], lean);
      return feuillets.pages(place, [{ words: 'Registre', eleve: -1, document: '', faire: made }])[0];
    });
  });
}"""
# Three sheets made once, the words of the second being neither the shortest nor the longest.
APART = """() => {
  const made = (pages) => () => {
    const sheet = document.createElement('div');
    sheet.append(...Array.from({ length: pages }, (_, at) => {
      const page = document.createElement('p');
      page.style.breakBefore = at ? 'column' : 'auto';
      page.textContent = String(at);
      return page;
    }));
    return sheet;
  };
  const sheets = [['Un', 1], ['Trois ans', 3], ['Une à la fin', 1]];
  const plans = sheets.map(([words, pages], at) => ({ words, eleve: -1 - at, document: '', faire: made(pages) }));
  return window.Classe.feuillets.pages(document.querySelector('.lot'), plans);
}"""


def test_the_sheets_come_by_themselves_and_all_of_them_before_paper(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, many(COUNT))
    at_first, on_paper = page.evaluate(AT_ONCE)
    assert 1 < at_first < on_paper == COUNT + 1
    page.get_by_role("button", name="Suivante").click()
    prepared(page)
    expect(page.locator(".lot > *")).to_have_count(COUNT + 1)
    numbers = page.locator(".lot .lot__numero").all_text_contents()
    assert numbers == [f"Élève {number} de {COUNT}" for number in range(1, COUNT + 1)]
    assert page.locator(".lot > .registre").evaluate("(one) => one === one.parentElement.lastElementChild")
    assert page.locator(".lot > :visible").count() == 1


def test_what_is_prepared_no_longer_comes_once_something_has_changed(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, many(COUNT))
    page.evaluate(CHANGED)
    assert page.evaluate(STRAYS) == 0
    said = page.locator('[data-role="preparation"]').inner_text().replace("\u00a0", " ")
    assert said == "La liste ou un champ a changé : préparez de nouveau les feuilles."


def test_a_register_is_measured_as_high_as_it_is_printed(again: Callable[..., Page]) -> None:
    page = again(PATH)
    counts = [1, *range(24, 44), *range(70, 84), 300]
    pages = page.evaluate(REGISTERS, {"counts": counts, "long": "Desrochers-Villeneuve-de-la-Sablonnière-Wawanolo"})
    assert [printed for printed, _ in pages] == [measured for _, measured in pages]
    assert {1, 2, 3} < {printed for printed, _ in pages}


def test_each_sheet_made_once_has_its_own_pages(again: Callable[..., Page]) -> None:
    assert again(PATH).evaluate(APART) == [1, 3, 1]
