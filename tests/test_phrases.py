"""The sentences that templates and scripts compose from the data agree with it: elisions, numbers, punctuation."""

from __future__ import annotations

import pkgutil
import re
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from macros import model
from macros.components import Components
from macros.words import SAID, enumerated, many, nearest, one_of, uncapitalized
from tests.copie import ROOT

# A word that loses its last letter before a vowel: nothing of the site has one that kept it.
UNELIDED = re.compile(r"(?<![-\w])(?:de|que|le|la|ne|se|lorsque|puisque) (?!oui|onze|un\b|une\b|y\b)[aeiouyàâéèêîïôûœ]\w*", re.I)
# Zero or one of what is written as several, but for the numbers of clauses.
PLURAL_OF_ONE = re.compile(r"(?<![\d,.–-])(?<!annexe )\b[01][ \u00a0](?:article|champ|échéance|question|point|feuille|document|élève)s\b")
DOUBLED = re.compile(r"\.\.(?!\.)|[?!…]\.|\.[;,]|[,;]{2}")
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "div", "summary", "caption", "dt", "dd", "label", "option", "title", "button", "legend"}


class Text(HTMLParser):
    """The words of a page, a line for each block; what is for machines is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        self.lines += [""] if tag in BLOCKS else []

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")
        self.lines += [""] if tag in BLOCKS else []

    def handle_data(self, data: str) -> None:
        self.lines[-1] += "" if self.hidden else re.sub(r"[ \n]+", " ", data)


def lines(page: Path) -> list[str]:
    """Return the words of a page, a line for each block."""
    text = Text()
    text.feed(page.read_text(encoding="utf-8"))
    return text.lines


@pytest.mark.parametrize("wrong", [UNELIDED, PLURAL_OF_ONE, DOUBLED], ids=["elision", "plural", "punctuation"])
def test_no_composed_sentence_is_wrong(wrong: re.Pattern[str], site: Path) -> None:
    every = ((page, line) for page in sorted(site.rglob("*.html")) for line in lines(page))
    # Where a sheet leaves a blank, what comes before it stays.
    found = [f"{page.relative_to(site)}: {line.strip()[:120]}" for page, line in every if wrong.search(line) and " , " not in line]
    assert found == []


def test_a_clause_cited_for_several_passages_is_silent_only_if_all_are(site: Path) -> None:
    page = (site / "plateformes" / "page-facebook-ecole" / "index.html").read_text(encoding="utf-8")
    sources = [re.sub(r"<[^>]+>|\s+", " ", found) for found in re.findall(r'<p class="sources">(.*?)</p>', page, re.S)]
    assert [line for line in sources if line.count("Directive, art.\u00a04.0 ") > 1 or "4.0 ne règle" in " ".join(line.split())] == []


def test_where_the_words_of_a_sheet_come_from_is_named_without_a_preposition(site: Path) -> None:
    page = " ".join(" ".join(lines(site / "modeles" / "consentement" / "index.html")).split())
    assert "D’où vient le texte Directive, annexe\u00a0A." in page or "D’où vient le texte Directive, annexe A." in page


def test_a_list_of_one_question_or_of_one_clause_is_counted_in_the_singular() -> None:
    components = Components(ROOT / "overrides" / "composants")
    assert "1\u00a0article<" in components.render("filtre-roles", options=[], total=1)
    assert "1\u00a0échéance<" in components.render("filtre-echeances", roles=[], total=1)
    shown = components.render("champs", fichier="encadrements", champs=[], lien=str)
    assert "0\u00a0champ<" in shown


def test_numbers_names_and_remedies_agree() -> None:
    assert [many(number, "article") for number in (0, 1, 2, 1000)] == [
        "0 article",
        "1 article",
        "2 articles",
        "1\u00a0000 articles",
    ]
    assert many(2, "point à clarifier", "points à clarifier") == "2 points à clarifier"
    assert [enumerated([*"abc"][:count]) for count in range(4)] == ["", "a", "a et b", "a, b et c"]
    assert enumerated(["a", "b"], "ou") == "a ou b"
    assert one_of(["force"]) == "écrivez « force »"
    assert one_of(["#a", "#b"], "…") == "écrivez l'une de celles-ci : #a, #b…"
    assert nearest("zzz", ["un"]) == "le seul mot connu ici est « un »"
    assert [uncapitalized(text) for text in ("Entrée en vigueur", "CSSPB", "À retenir", "")] == ["entrée en vigueur", "CSSPB", "à retenir", ""]


def test_the_page_of_a_means_gives_the_names_that_it_shares_too(site: Path) -> None:
    page = (site / "plateformes" / "telephone" / "index.html").read_text(encoding="utf-8")
    (names,) = re.findall(r'<div class="fiche-resume__noms">.*?</ul>', page, re.S)
    assert [word in names for word in ("<li>boîte vocale</li>", "<li>cellulaire</li>")] == [True, True]


def test_the_moments_of_a_condition_follow_one_label(site: Path) -> None:
    page = (site / "plateformes" / "teams" / "index.html").read_text(encoding="utf-8")
    said = [re.sub(r"<[^>]*>|\s+", " ", small) for small in re.findall(r"<small>.*?</small>", page, re.DOTALL)]
    assert [text for text in said if text.count("Quand") > 1] == []
    assert any(re.search(r"Quand : +Au plus tard le 30 juin ; +une fois la destruction faite", text) for text in said)


def test_what_editors_type_leads_to_codes_that_are_there() -> None:
    modules = [import_module(f"macros.model.{found.name}") for found in pkgutil.iter_modules(model.__path__)]
    codes = {str(code) for module in modules for value in vars(module).values() if get_origin(value) is Literal for code in get_args(value)}
    assert {*SAID} <= codes
