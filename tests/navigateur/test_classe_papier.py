"""A class at once, on paper: each pupil's leaves are those announced, and on two sides no leaf carries two pupils."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.test_classe import PATH, many, pasted, prepared, sheets
from tests.navigateur.test_etroit import CUT
from tests.papier import leaves as pages_of
from tests.papier import printed

PUPIL = re.compile(r"Élève (\d+) de \d+\b")
# The lines that a page has at least.
FEWEST = 3
NAME = "Marguerite-Bourgeoys-Wawanolo Desrochers-Villeneuve-St-Gelais"
# In lines of its own text: what the page has left below the consent, of the height that its rule gives; and what it must have.
SPARED = 4
SPARE = """(sheet) => {
  const copy = sheet.closest('.lot__feuille');
  copy.style.width = `${8.5 * 96 - 2 * 0.625 * 96}px`;
  return (11 * 96 - (0.28 + 0.4) * 96 - copy.getBoundingClientRect().height) / parseFloat(getComputedStyle(sheet).lineHeight);
}"""
# Leaves out of the pile what is not the register, which begins a leaf of its own.
REGISTER_ALONE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".lot__feuille:not(.registre) { display: none !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
ALL = '[name="document"]:not([data-rappel])'


def with_all(page: Page, choice: str = ALL) -> None:
    """Choose all the documents, or some, as if each box were clicked."""
    clicked = "(boxes) => boxes.map((box) => box.checked || (box.click(), box.checked && box.checkVisibility()))"
    assert {*page.locator(choice).evaluate_all(clicked)} == {True}


def announced(said: str) -> tuple[int, int]:
    """Return the leaves of the pupils and those of the register that the page announces."""
    pupils = re.search(r" : ([\d ]+) feuilles?", said)
    register = re.search(r"et le registre(?: \((\d+)\))?", said)
    assert pupils
    return int(pupils[1].replace(" ", "")), int(register[1] or 1) if register else 0


def once(said: str) -> int:
    """Return how many sheets are announced that are made once for all."""
    return len(re.findall("et une fois «", said))


def owners(pages: list[str]) -> list[str]:
    """Return whose each page is: a pupil's number, « registre », « une fois », or nothing for a blank page.

    A page that begins none is of the one before.
    """
    found: list[str] = []
    for text in pages:
        number = PUPIL.search(text)
        # What Firefox writes in bold is not read back: the register is told by its lines.
        apart = "registre" if re.search(r"Famille\d+, Prénom\d+", text) else "une fois" if "Lettre validée" in text else ""
        owner = number[1] if number else apart or found[-1]
        found.append(owner if text.strip() else "")
    return found


# How many a page of the register takes at most, or less; with the fewest sheets, a class that takes two.
ONE_PAGE, TWO_PAGES = 30, 36
CLASSES = pytest.mark.parametrize(("counts", "all_documents"), [((1, 2, TWO_PAGES), False), ((1, 2), True)], ids=["consent", "all"])


def printed_classes(page: Page, counts: tuple[int, ...], all_documents: bool) -> Iterator[tuple[int, int, int, list[str]]]:
    """Print classes of some numbers of pupils, in turn; yield each number, the leaves announced (the pupils', the register's), whose each page is."""
    if all_documents:
        with_all(page)
    for count in counts:
        pasted(page, many(count))
        yield count, *announced(prepared(page)), owners(sheets(page))


@CLASSES
def test_on_two_sides_no_leaf_carries_two_pupils(counts: tuple[int, ...], all_documents: bool, again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_label("Mon copieur imprime recto verso").check()
    for count, leaves, register, found in printed_classes(page, counts, all_documents):
        for front, back in zip(found[::2], [*found[1::2], ""], strict=False):
            assert front, count
            assert back in (front, ""), count
        ends = found.index("une fois") if all_documents else found.index("registre")
        assert (ends, leaves) == (2 * leaves, ends // 2), count
        # Its two pages are one leaf.
        assert found[ends:] == [*(["une fois", ""] if all_documents else []), *["registre"] * (2 if count > ONE_PAGE else 1)], count
        assert register == 1, count


@CLASSES
def test_on_one_side_the_announced_leaves_are_the_printed_ones(counts: tuple[int, ...], all_documents: bool, again: Callable[..., Page]) -> None:
    for count, leaves, register, found in printed_classes(again(PATH), counts, all_documents):
        assert "" not in found, count
        assert (leaves, register) == (found.index("une fois" if all_documents else "registre"), found.count("registre")), count


@pytest.mark.parametrize("long", [False, True], ids=["ordinary", "names of 60 letters"])
def test_no_page_has_less_than_a_few_lines_and_the_consent_leaves_some(long: bool, again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.locator(".ecole > summary").click()
    page.locator("#ecole-nom").fill("École Notre-Dame-de-l’Assomption")
    page.locator("#ecole-adresse").fill("12, rue Feinte\nRoberval (Québec)  G8H 0A0")
    with_all(page)
    if long:
        for control in page.locator("[data-commun]:not([hidden]) :is(input, textarea)").all():
            kind, most = control.get_attribute("type"), int(control.get_attribute("maxlength") or 60)
            bounds = control.get_attribute("data-bornes")
            words = bounds.split()[-1] if bounds else NAME[:most]
            control.fill({"date": "2026-09-08", "email": "marguerite.desrochers@exemple.gouv.qc.ca"}.get(kind or "", words))
    first, last = (NAME[:29], NAME[30:60]) if long else ("Roy", "Léa")
    pasted(page, f"Nom\tPrénom\n{first}\t{last}\nTestard\tXéna")
    leaves, _ = announced(prepared(page))
    lines = [text.text.splitlines() for text in printed(page)]
    assert [found for found in lines if len(found) < FEWEST] == []
    # Each family: two letters and the consent on a page each, and what the Cree board asks on two.
    assert leaves == 10
    if not long:
        page.emulate_media(media="print")
        page.evaluate("document.body.dataset.lot = ''")
        spare = page.locator('.lot [data-formulaire="consentement"]').first.evaluate(SPARE)
        assert spare >= SPARED


def test_a_letter_slightly_too_long_takes_one_leaf_for_each_pupil(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.locator('[name="document"][value="presentation-plateforme"]').check()
    page.locator('[name="document"][value="consentement"]').uncheck()
    page.locator("#classe-registre").uncheck()
    for box in page.locator("[data-commun]:not([hidden]) textarea").all():
        box.fill("\n".join(["Une ligne de quelques mots de la classe."] * 11))
    pasted(page, many(3))
    assert announced(prepared(page))[0] == 3
    text = [found.text for found in printed(page) if "Élève" in found.text]
    assert [len(text), sum("Repose sur" in one for one in text)] == [3, 3]


def test_each_sheet_says_which_it_is_of_those_of_its_family(again: Callable[..., Page]) -> None:
    page = again(PATH)
    with_all(page)
    pasted(page, many(2))
    prepared(page)
    said = page.locator(".lot .lot__numero").all_text_contents()
    assert said == [f"Élève {n} de 2, {which} de 5" for n in (1, 2) for which in ("page 1", "page 2", "page 3", "pages 4 et 5")]


def test_each_page_of_a_sheet_that_has_several_says_whose_it_is(again: Callable[..., Page]) -> None:
    page = again(PATH)
    with_all(page)
    pasted(page, many(2))
    prepared(page)
    pages = sheets(page)
    assert [next(iter(re.findall(r"Élève (\d) de 2", text)), "") for text in pages[:10]] == ["1"] * 5 + ["2"] * 5
    assert all("Élève 2 de 2 · Entente d’utilisation" in text for text in pages[8:10])
    # Nothing is left of it once the list is changed.
    pasted(page, many(1))
    assert page.evaluate("document.adoptedStyleSheets.length") == 0


def test_a_sheet_of_one_page_says_whose_it_is_on_its_second_where_it_is_printed_larger(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, many(2))
    prepared(page)
    pages = [leaf.text for leaf in pages_of(page.pdf(prefer_css_page_size=True, scale=1.6))]
    assert [owner for owner in (1, 2) for text in pages if f"Élève {owner} de 2 · Formulaire de consentement" in text] == [1, 1, 2, 2]


def test_a_register_at_the_beginning_has_a_leaf_of_its_own(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.get_by_label("Mon copieur imprime recto verso").check()
    page.get_by_label("Place").select_option("debut")
    pasted(page, many(2))
    prepared(page)
    assert owners(sheets(page)) == ["registre", "", "1", "", "2"]


@pytest.mark.parametrize("all_documents", [False, True], ids=["consent", "all"])
def test_the_register_of_a_class_of_thirty_is_one_page(all_documents: bool, again: Callable[..., Page]) -> None:
    page = again(PATH)
    if all_documents:
        with_all(page)
    pasted(page, many(ONE_PAGE))
    prepared(page)
    page.evaluate(REGISTER_ALONE)
    (register,) = printed(page)
    assert "Famille029, Prénom029" in register.text
    assert "Famille000, Prénom000" in register.text


def test_the_page_stays_where_one_prepares_the_sheets(again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, many(3))
    for _ in range(2):
        button = page.get_by_role("button", name="Préparer les feuilles")
        button.click()
        page.get_by_role("button", name="Imprimer").wait_for()
        expect(button).to_be_in_viewport()
        expect(page.locator('[data-role="preparation"]')).to_be_in_viewport()


@pytest.mark.parametrize("choice", [ALL, '[name="document"]'], ids=["four", "a reminder too"])
def test_no_title_of_the_register_is_cut_within_a_word(choice: str, again: Callable[..., Page]) -> None:
    # As wide as the paper within its margins.
    page = again(PATH, width=int((8.5 - 2 * 0.625) * 96))
    with_all(page, choice)
    pasted(page, many(2))
    if choice != ALL:
        page.get_by_role("button", name="Tout cocher").click()
    prepared(page)
    page.emulate_media(media="print")
    page.evaluate("document.body.dataset.lot = ''")
    titles = page.locator(".registre thead th")
    assert titles.count() > 10
    assert titles.evaluate_all(CUT) == []


def test_a_reminder_is_above_the_form_that_it_recalls(again: Callable[..., Page]) -> None:
    page = again(PATH)
    page.locator("[data-rappel]").check()
    pasted(page, many(2))
    page.get_by_role("button", name="Tout cocher").click()
    prepared(page)
    pile = page.locator(".lot [data-formulaire]").evaluate_all("(all) => all.map(({ dataset }) => dataset.formulaire)")
    assert pile == ["rappel-consentement", "consentement"] * 2


@pytest.mark.parametrize(("count", "long", "pages"), [(28, 10, 2), (29, 1, 1)])
def test_the_register_is_announced_as_it_is_when_some_lines_are_higher(count: int, long: int, pages: int, again: Callable[..., Page]) -> None:
    page = again(PATH)
    pasted(page, many(count - long) + "".join(f"\nFamille{number} {NAME[:29]}\tPrénom{number} {NAME[30:]}" for number in range(long)))
    _, announces = announced(prepared(page))
    page.evaluate(REGISTER_ALONE)
    assert (announces, len(printed(page))) == (pages, pages)


def test_a_class_that_is_not_prepared_prints_a_sentence_on_one_page(again: Callable[..., Page]) -> None:
    (only,) = printed(again(PATH))
    assert "préparez d’abord les feuilles" in only.text
    assert "Lire la liste" not in only.text


# What Safari did before 16.4, once; what a browser does of a page that is opened from a folder.
UNMADE_SHEETS = """() => {
  const { CSSStyleSheet } = window;
  window.CSSStyleSheet = function () { window.CSSStyleSheet = CSSStyleSheet; throw new TypeError('Illegal constructor'); };
}"""
HIDDEN_RULES = """() => Object.defineProperty(CSSStyleSheet.prototype, 'cssRules', { get() { throw new DOMException(); } })"""


def test_pages_that_the_browser_does_not_let_count_are_not_announced_as_counted(emptied: Callable[..., Page]) -> None:
    page = emptied(PATH)
    page.locator('[name="document"][value="entente-utilisation"]').check()
    page.locator("#classe-recto-verso").check()
    pasted(page, many(2))
    for hindrance in (UNMADE_SHEETS, HIDDEN_RULES):
        page.evaluate(hindrance)
        said = prepared(page)
        assert "Ce navigateur ne laisse pas compter les pages : ce nombre en suppose une par document. Voyez l’aperçu avant d’imprimer." in said
        assert "au recto seulement" in page.locator('[data-role="copieur"]').inner_text()
    assert page.locator(".lot .lot__numero").all_text_contents() == [f"Élève {n} de 2" for n in (1, 1, 2, 2)]
