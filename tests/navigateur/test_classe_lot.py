"""The pile of a class at once: the one that is shown is there as soon as all are counted, the others come by themselves, all of them before paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.test_classe import PATH, many, pasted, prepared, sheets
from tests.navigateur.test_classe_papier import REGISTER_ALONE, announced, owners, with_all
from tests.papier import printed

COUNT = 150
LONG = "Desrochers-Villeneuve-de-la-Sablonnière-Wawanolo"
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
# Three pupils whose names are as wide, the second of a group that makes a second page.
GROUPS = """() => {
  const sheet = (group) => () => {
    const made = document.createElement('div');
    made.append(...[...group].map((letter, at) => Object.assign(document.createElement('p'), { textContent: letter })));
    made.querySelectorAll('p + p').forEach((one) => { one.style.breakBefore = 'column'; });
    return made;
  };
  const plans = ['A', 'BB', 'C'].map((group, eleve) => ({ words: 'Nom', propres: ['Nom', group], eleve, document: 'd', faire: sheet(group) }));
  return window.Classe.feuillets.pages(document.querySelector('.lot'), plans);
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
# While a second document is made, what the first is measured as (its size of `rem`, whether it shows), and whether the page meanwhile stays as it is.
BESIDE = """() => {
  const found = [];
  const first = Object.assign(document.createElement('div'), { className: 'lot__feuille', innerHTML: '<span class="registre__vide"></span>' });
  const second = () => {
    const { minWidth } = getComputedStyle(first.firstChild);
    found.push(minWidth, getComputedStyle(first).display, document.body.matches('[data-lot]'), document.querySelector('.lot').childElementCount);
    found.push(getComputedStyle(document.querySelector('.classe__outil section')).display, document.querySelector('.classe__outil').contains(first));
    return document.createElement('div');
  };
  const plans = [() => first, second].map((faire, at) => ({ words: 'Nom', eleve: -1 - at, document: '', faire }));
  const pages = window.Classe.feuillets.pages(document.querySelector('.lot'), plans);
  return [...found, ...pages, document.documentElement.childElementCount];
}"""
# How many sheets of three pupils are made to count their pages, where one page is enough for each.
MADE_TO_COUNT = """() => {
  let made = 0;
  const modele = document.createElement('div');
  const faire = () => { made += 1; return modele.cloneNode(); };
  const plans = ['A', 'BB', 'CCC'].map((name, eleve) => ({ words: name, propres: [name, ''], eleve, document: 'd', modele, faire }));
  const pages = window.Classe.feuillets.pages(document.querySelector('.lot'), plans);
  return [made, pages];
}"""


def test_the_sheets_come_by_themselves_and_all_of_them_before_paper(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, many(COUNT))
    at_first, on_paper = page.evaluate(AT_ONCE)
    assert (at_first, on_paper) == (1, COUNT + 1)
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


# A list read and its sheets prepared without the page being drawn meanwhile; what is announced.
IN_ONE_GO = """(text) => {
  document.querySelector('#classe-texte').value = text;
  document.querySelector('[data-action="lire"]').click();
  document.querySelector('[data-action="preparer"]').click();
  return document.querySelector('[data-role="pret"]').hidden ? '' : document.querySelector('[data-role="preparation"]').innerText;
}"""
# Nobody looks at the table of the list, which paper leaves out: its hundreds of lines are not laid out for nothing.
UNSEEN = "document.querySelector('.classe__table').style.display = 'none'"
# About where its lines, then what stands below them, fill one page, two, three, four.
SIZES = {"consent": [35, 36, 37, 74, 76, 112, 145], "all": [34, 35, 36, 74, 76, 112]}


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("documents", SIZES)
def test_a_register_takes_the_pages_that_are_announced(documents: str, long: bool, again: Callable[..., Page]) -> None:
    page = again(PATH)
    if documents == "all":
        with_all(page)
    page.evaluate(UNSEEN)
    for count in SIZES[documents][: 3 if long else None]:
        # Some names are cut in two lines.
        said = page.evaluate(IN_ONE_GO, many(count).replace("Famille007", LONG) if long else many(count)).replace("\u00a0", " ")
        page.evaluate(REGISTER_ALONE)
        assert announced(said)[1] == len(printed(page)), count
        page.evaluate("document.adoptedStyleSheets = []")


def test_a_register_of_three_pages_leaves_the_first_pupil_a_front(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_label("Mon copieur imprime recto verso").check()
    page.get_by_label("Place").select_option("debut")
    pasted(page, many(76))
    prepared(page)
    assert owners(sheets(page))[:6] == ["registre", "registre", "registre", "", "1", ""]


def test_the_numbers_of_a_register_of_hundreds_are_on_one_line(again: Callable[..., Page]) -> None:
    page = again(PATH)
    with_all(page)
    page.evaluate(UNSEEN)
    pasted(page, many(150))
    prepared(page)
    expect(page.locator(".registre tbody tr")).to_have_count(150)
    page.emulate_media(media="print")
    page.evaluate("document.body.dataset.lot = ''")
    high = page.evaluate("[9, 99, 149].map((at) => document.querySelectorAll('.registre tbody tr')[at].getBoundingClientRect().height)")
    assert len({round(one) for one in high}) == 1


def test_a_group_of_its_own_is_counted_too(again: Callable[..., Page]) -> None:
    assert again(PATH).evaluate(GROUPS) == [1, 2, 1]


def test_what_one_measure_has_told_is_not_measured_again(again: Callable[..., Page]) -> None:
    assert again(PATH).evaluate(MADE_TO_COUNT) == [2, [1, 1, 1]]


def test_each_sheet_made_once_has_its_own_pages(again: Callable[..., Page]) -> None:
    assert again(PATH).evaluate(APART) == [1, 3, 1]


def test_pages_are_counted_beside_the_page_in_the_styles_of_paper(again: Callable[..., Page]) -> None:
    page = again(PATH, width=2560)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") != "17.3333px"
    # Five times 13 points; then the page, which is neither laid out as paper nor filled, and after which nothing is left.
    assert page.evaluate(BESIDE) == ["86.6667px", "flow-root", False, 0, "block", False, 1, 1, 2]
