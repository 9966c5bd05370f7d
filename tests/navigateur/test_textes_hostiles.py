"""Texts that look like code, wherever the theme prints one: the browser shows them as texts, and runs nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import html5lib
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.copie import built, changed, copied
from tests.navigateur.partage import once
from tests.papier import leaves
from tools.serving import serving

RUN = "window.lu=1"
HOSTILE = f"Lu</title><script>{RUN}</script>\"><img src=x onerror='{RUN}'>&lt;script&gt;{RUN}&lt;/script&gt;\\x3Cscript>`${{lu}}` {{{{ 7 * 7 }}}}"
# What no result of a search is made of.
FOREIGN = ".recherche :is(img, script, b, h1 h1, h2 h1, p h1)"
# In the words of YAML, with a line break.
QUOTED = json.dumps(f"{HOSTILE}\nfin")
SHOWN = f"{HOSTILE} fin"
# What Markdown takes as it is: code, without the braces that would call a macro.
CODE = HOSTILE.replace("{{", "(").replace("}}", ")")
ENTITIES = "Centre&lt;/title&gt;&lt;script&gt;window.lu=1&lt;/script&gt;"
HOME = f"description: {QUOTED}\ntemplate: accueil.html"
MENU = [
    ("titre: Accueil", f"titre: {QUOTED}"),
    ("titre: Plateformes", f"titre: {QUOTED}"),
    ("  - titre: Formulaire\n    pages:\n      - modeles/confirmation.md\n", ""),
    ("      - autoevaluation/", "      - notes.md\n      - essai/\n      - modeles/\n      - autoevaluation/"),
]
ORGANISATION = [
    ("nom: Centre de services", f'nom: "{ENTITIES}"'),
    ("sigle: CS", 'sigle: "CS&lt;b&gt;"'),
    ("titre: Communiquer avec les parents et les élèves", f"titre: {QUOTED}"),
]
CHANGES = {
    **changed("data/menu.yml", *MENU),
    **changed("docs/index.md", ("title: Accueil", f"title: {QUOTED}\n{HOME}"), ("# Bienvenue", "## Bienvenue")),
    **changed("data/organisations.yml", *ORGANISATION),
    **changed("data/plateformes/teams.yml", ("nom: Teams", f'nom: "{ENTITIES}"')),
    **changed("data/listes/bilan.yml", ("titre: Bilan de l'année", f'titre: "{ENTITIES}"')),
    **changed("data/formulaires/confirmation.yml", ("titre: Confirmation écrite", f'titre: "{ENTITIES}"')),
    "docs/notes.md": f"---\ntitle: {QUOTED}\ndescription: {QUOTED}\n---\n\nUn mot.\n",
    "docs/essai/code.md": f"# Code ``{CODE}``\n\n## Partie ``{CODE}``\n\n" + "Un mot.\n\n" * 60,
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that such a content makes, whatever the checks say of it."""
    return once(tmp_path_factory, "hostile", lambda folder: built(copied(folder, CHANGES, checked=False))) / "site"


@pytest.fixture(scope="module")
def hostile_address(hostile: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(hostile) as url:
        yield url


@pytest.fixture
def visit(browser: Browser, hostile_address: str) -> Iterator[Callable[[str], Page]]:
    """Opens pages of it; at the end, nothing ran, and no policy had anything to stop."""
    context = browser.new_context(locale="fr-CA", base_url=f"{hostile_address}/")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def open_page(path: str) -> Page:
        page.goto(path or ".")
        return page

    yield open_page
    ran = page.evaluate("window.lu")
    context.close()
    assert ran is None
    assert said == []


def words(text: str | None) -> str:
    """Return a text on one line."""
    return re.sub(r"\s+", " ", text or "").strip()


def listed(page: Page, selector: str) -> list[str]:
    """Return the texts of some elements."""
    return [words(text) for text in page.locator(selector).all_text_contents()]


def test_no_element_comes_from_a_text(hostile: Path) -> None:
    paths = sorted(hostile.rglob("*.html"))
    assert len(paths) > 8
    for path in paths:
        tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        assert [e.get("src") for e in tree.iter("img")] == [], path
        assert [e for e in tree.iter("script") if not e.get("src") and e.get("type") != "application/json"] == [], path
        assert len(list(tree.iter("title"))) == 1, path
        assert [name for e in tree.iter() for name in e.attrib if str(name).startswith("on")] == [], path


def test_the_title_of_a_page_s_header(visit: Callable[[str], Page]) -> None:
    page = visit("notes/")
    assert page.title() == words(f"{SHOWN} – {SHOWN} (CS&lt;b&gt;)")
    assert words(page.locator("h1").text_content()) == SHOWN
    assert words(page.locator("meta[name=description]").get_attribute("content")) == SHOWN


def test_the_title_of_a_heading(visit: Callable[[str], Page]) -> None:
    page = visit("essai/code/")
    assert page.title() == words(f"Code {CODE} – {SHOWN} (CS&lt;b&gt;)")
    assert words(page.locator("h1").text_content()) == f"Code {CODE}#"
    assert listed(page, ".sommaire a") == [f"Partie {CODE}"]


def test_the_home_page(visit: Callable[[str], Page]) -> None:
    page = visit("")
    assert words(page.locator("h1").text_content()) == SHOWN
    assert words(page.locator(".md-header__title").text_content()) == f"{SHOWN} CS&lt;b&gt;"
    assert page.locator(".md-logo").get_attribute("aria-label") == f"{HOSTILE}\nfin\u00a0: accueil"
    assert listed(page, ".bandeau__organisation") == [f"{ENTITIES} (CS&lt;b&gt;)"]
    expected = {SHOWN, f"Code {CODE}"}
    assert expected <= set(listed(page, "#menu-du-site a"))
    assert SHOWN in listed(page, "#menu-du-site summary")
    assert SHOWN in listed(page, ".onglets a")
    assert SHOWN in listed(page, ".pied a")


def test_the_error_page(visit: Callable[[str], Page]) -> None:
    assert visit("404.html").title() == words(f"Cette page n’existe pas – {SHOWN} (CS&lt;b&gt;)")


@pytest.mark.parametrize("path", ["plateformes/teams/", "autoevaluation/bilan/", "modeles/confirmation/", "encadrements/politique/"])
def test_the_pages_of_data(path: str, visit: Callable[[str], Page]) -> None:
    page = visit(path)
    assert "window.lu=1" in page.title()
    assert "window.lu=1" in (page.locator(".md-content").text_content() or "") or path.startswith("encadrements/")


def test_paper(visit: Callable[[str], Page]) -> None:
    page = visit("essai/code/")
    pdf = leaves(page.pdf())
    text = words(" ".join(sheet.text for sheet in pdf))
    assert f"Code {CODE} · Lu".replace(" ", "") in text.replace(" ", "")
    assert len(pdf) > 1


@pytest.mark.parametrize("query", ["lu", "code", "partie"])
def test_the_search_shows_texts(query: str, visit: Callable[[str], Page]) -> None:
    page = visit(f"?q={query}")
    page.locator(".recherche__trouve").first.wait_for()
    assert page.locator(FOREIGN).count() == 0
    assert any("<script>window.lu=1</script>" in text for text in listed(page, ".recherche__trouve"))


@pytest.mark.parametrize("query", ["<h1>lu</h1>", "lu <img src=x onerror=window.lu=1>", '"><script>window.lu=1</script>', "<b>introuvable"])
def test_what_is_searched_is_text(query: str, visit: Callable[[str], Page]) -> None:
    page = visit(f"?q={quote(query)}")
    expect(page.locator(".recherche__etat")).to_contain_text(re.compile("résultat|Aucun"))
    assert page.locator(FOREIGN).count() == 0
