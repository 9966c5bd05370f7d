"""In Firefox too, what is announced is what is printed: no blank page at the end, no line alone on a page of its own.

And what it does in its own way; the archive in it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from math import ceil
from pathlib import Path

import pytest

from macros.project import Project
from tests.navigateur.firefox import Firefox
from tests.navigateur.test_archive import unpacked
from tests.navigateur.test_classe import many
from tests.navigateur.test_classe_papier import FEWEST, ONE_PAGE, REGISTER_ALONE, announced, once, owners
from tests.papier import leaves
from tools.browser import find_firefox

PREPARE = """
const [text, all, sides] = arguments;
for (const box of document.querySelectorAll('[name="document"]:not([data-rappel])')) if (all !== box.checked && (all || !box.checked)) box.click();
if (document.querySelector('#classe-recto-verso').checked !== sides) document.querySelector('#classe-recto-verso').click();
document.querySelector('#classe-texte').value = text;
document.querySelector('[data-action="lire"]').click();
document.querySelector('[data-action="preparer"]').click();
"""
READY = """return document.querySelector('[data-role="pret"]').hidden ? '' : document.querySelector('[data-role="preparation"]').innerText;"""


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    """A Firefox for the whole file."""
    with Firefox(find_firefox()) as browser:
        yield browser


def pages(file: bytes) -> list[str]:
    """Return the text of each page."""
    return [re.sub(r"[^\S\n]+", " ", page.text) for page in leaves(file)]


def until(browser: Firefox, script: str) -> object:
    """Return what a script returns once it returns something."""
    for _ in range(300):
        if said := browser.run(script):
            return said
        time.sleep(0.1)
    raise AssertionError(script)


def prepared(browser: Firefox, count: int, all_documents: bool, sides: bool) -> str:
    """Prepare the sheets of a class; return what is announced."""
    browser.run(PREPARE, many(count), all_documents, sides)
    return str(until(browser, READY)).replace("\u00a0", " ")


# How many pupils, with all the documents or the consent alone, on one side or two: the longest begins first.
CLASSES = {
    "40 consents, two sides": (40, False, True),
    "2, all, two sides": (2, True, True),
    "1, all": (1, True, False),
    "3 consents": (3, False, False),
}


# Before all the tests: each print takes seconds, in which Firefox does nothing. They pass together, and while the other tests run.
@pytest.fixture(scope="module", autouse=True)
def classes(firefox: Firefox, address: str) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """What is announced of each class, and what gives it as it is printed."""
    begun = {}
    for name, asked in CLASSES.items():
        firefox.go(f"{address}/modeles/classe/")
        said = prepared(firefox, *asked)
        begun[name] = (said, partial(firefox.printed, firefox.print()))
        firefox.tab()
    return begun


# Titles at several heights of a page, the last of which hold no line below them. In letters that are read back.
TITLES = """
const part = (tag, text, style = {}) => {
  const element = Object.assign(document.createElement(tag), { textContent: text });
  Object.assign(element.style, style);
  return element;
};
const [tags, heights] = arguments;
document.querySelector('article').replaceChildren(...tags.flatMap((tag) => heights.flatMap((height) => [
  part('div', '', { height: `${height}cm`, breakBefore: 'page' }),
  part(tag, `Titre ${tag} ${height}`, { fontWeight: 400, margin: 0 }),
  part(tag === 'dt' ? 'dd' : 'p', `Suite ${tag} ${height}`),
])));
"""
TAGS = ["h2", "h3", "h4", "dt"]
HEIGHTS = [20, 21, 22, 22.5, 23]


@pytest.fixture(scope="module", autouse=True)
def titles(classes: object, firefox: Firefox, address: str) -> Callable[[], list[str]]:
    """What gives the pages of titles as they are printed, after the classes."""
    firefox.go(f"{address}/contacts/")
    firefox.run(TITLES, TAGS, HEIGHTS)
    begun = firefox.print()
    firefox.tab()
    return cache(lambda: pages(firefox.printed(begun)))


def test_the_register_of_a_class_of_thirty_is_one_page(firefox: Firefox, address: str) -> None:
    firefox.go(f"{address}/modeles/classe/")
    prepared(firefox, ONE_PAGE, all_documents=True, sides=False)
    firefox.run(f"({REGISTER_ALONE})()")
    (register,) = pages(firefox.printed())
    assert "Famille029, Prénom029" in register
    assert "Famille000, Prénom000" in register


# A letter as high as a page of a class: on any other, it has a second page.
HIGH = """
const letter = document.querySelector('[name="document"][value="presentation-plateforme"]');
if (!letter.checked) letter.click();
for (const field of document.querySelectorAll('[data-pour="presentation-plateforme"] textarea')) field.value = 'ligne\\n'.repeat(11);
"""


def test_the_second_pupil_has_the_pages_of_the_first(firefox: Firefox, address: str) -> None:
    firefox.go(f"{address}/modeles/classe/")
    firefox.run(HIGH)
    firefox.run(
        "document.querySelector('#classe-texte').value = arguments[0];"
        "for (const action of ['lire', 'preparer']) document.querySelector(`[data-action=\"${action}\"]`).click();",
        many(2),
    )
    said = str(until(firefox, READY)).replace("\u00a0", " ")
    found = owners(pages(firefox.printed()))
    assert announced(said)[0] == 4
    assert found[:5] == ["1", "1", "2", "2", "une fois"]


@pytest.mark.parametrize("form", ["consentement", "rappel-consentement", "presentation-plateforme", "refus-retrait"])
def test_a_sheet_alone_is_one_page(form: str, firefox: Firefox, address: str) -> None:
    firefox.go(f"{address}/modeles/{form}/")
    assert len(pages(firefox.printed())) == 1


def test_a_class_that_is_not_prepared_prints_a_sentence_on_one_page(firefox: Firefox, address: str) -> None:
    firefox.go(f"{address}/modeles/classe/")
    (only,) = pages(firefox.printed())
    assert "préparez d’abord les feuilles" in only
    assert "Lire la liste" not in only


AIMED = "return document.querySelector(':target')?.id ?? ''"


def test_a_place_is_aimed_at_once_the_words_of_a_search_have_left_the_address(firefox: Firefox, address: str, project: Project) -> None:
    place = project.contradictions[-1].id
    firefox.go(f"{address}/points-a-clarifier/#{place}?h=texte")
    assert until(firefox, AIMED) == place
    assert firefox.run("return location.hash") == f"#{place}"
    assert firefox.run("return document.querySelectorAll('article mark').length") > 0


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_printed_as_announced(name: str, classes: dict[str, tuple[str, Callable[[], bytes]]]) -> None:
    (count, all_documents, sides), (said, printed) = CLASSES[name], classes[name]
    leaves, register = announced(said)
    texts = pages(printed())
    found = owners(texts)
    pupils = found[: found.index("une fois") if all_documents else found.index("registre")]
    of_register = found.count("registre")
    assert (len(pupils) / (2 if sides else 1), ceil(of_register / (2 if sides else 1))) == (leaves, register)
    assert found.count("une fois") == once(said) == int(all_documents)
    assert found[-1] == "registre"
    # The agreement of a pupil has a second page, whose foot is empty.
    assert ("ne dit pas de quel élève elle est" in said) == all_documents
    assert of_register == (2 if count > ONE_PAGE else 1)
    for front, back in zip(pupils[::2], pupils[1::2], strict=False) if sides else ():
        assert back in (front, "")
    assert [text for text, owner in zip(texts, found, strict=True) if owner and len(text.strip().splitlines()) < FEWEST] == []


@pytest.mark.parametrize("tag", TAGS)
def test_no_title_is_alone_at_the_foot_of_a_page(tag: str, titles: Callable[[], list[str]]) -> None:
    for height in HEIGHTS:
        (page,) = [text.splitlines() for text in titles() if f"Titre {tag} {height}" in text.splitlines()]
        assert f"Suite {tag} {height}" in page, height


FOUND = "return document.querySelectorAll('.recherche__reponses a, .recherche__liste a').length"
TYPE = """
const query = document.querySelector('.recherche__champ');
query.focus();
query.value = 'teams';
query.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
query.dispatchEvent(new Event('input', { bubbles: true }));
"""
LEAD = """
const link = document.querySelector('.recherche__reponses a, .recherche__liste a');
link.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
return link.href;
"""
# No clipboard is read there without its reader's leave: what it would hold is kept in the page.
COPY = """
Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { document.body.dataset.copie = text; } } });
document.querySelector('h2[id^=art-] > .headerlink').click();
"""
PREPARED = "return document.querySelector('[data-role=\"preparation\"]').innerText"


def test_the_archive_works_from_a_folder(firefox: Firefox, site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = unpacked(tmp_path_factory, site)
    firefox.go((folder / "index.html").as_uri())
    firefox.run(TYPE)
    assert until(firefox, FOUND)
    assert "/index.html" in str(firefox.run(LEAD))
    text = (folder / "encadrements/directive/index.html").as_uri()
    firefox.go(text)
    firefox.run(COPY)
    assert re.fullmatch(rf"{re.escape(text)}#art-[\d-]+", str(until(firefox, "return document.body.dataset.copie")))
    firefox.go((folder / "puis-je" / "index.html").as_uri())
    firefox.run("document.querySelectorAll('.puis-je fieldset').forEach((field) => field.querySelector('input[type=radio]').click())")
    assert until(firefox, "return [...document.querySelectorAll('.puis-je .verdict')].some((found) => found.offsetParent)")
    firefox.go((folder / "modeles" / "classe" / "index.html").as_uri())
    firefox.run("document.querySelector('#classe-texte').value = arguments[0]; document.querySelector('[data-action=lire]').click();", many(3))
    firefox.run("document.querySelector('[data-action=preparer]').click()")
    assert "3\u00a0élèves" in str(until(firefox, PREPARED))
