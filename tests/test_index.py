"""What the search knows of a page: its sections, in plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.export.index import EXCLUDED, INLINE, entries

ROOT = Path(__file__).resolve().parent.parent
Entries = list[list[str]]


def read(html: str) -> Entries:
    """The sections of a page called « Page »."""
    return entries("page/", "Page", html)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Photo &amp; vid&eacute;o</p>", "Photo & vidéo"),
        ("<p>Un <code>mot</code>,\n deux.</p><ul><li>Un</li><li><p>deux</p></li></ul><p>Fin</p>", "Un mot, deux.\nUn deux\nFin"),
        ("<p>&lt;b&gt;\u00a0gras</p><p> </p><p>fin\x02</p>", "<b> gras\nfin"),
        ("<table><tr><th>Un</th><td>deux<br>trois</td></tr></table>", "Un deux trois"),
        ("<p><strong>Un</strong><sup>e</sup> mot <a href='a'>li</a>é</p>", "Une mot lié"),
        ("<p>Avant<svg><path d='M0'/><title>Non</title></svg> après</p><script type='application/json'>{}</script>", "Avant après"),
    ],
)
def test_a_text_is_plain_with_a_line_for_each_block(html: str, text: str) -> None:
    assert read(html) == [["page/", "Page", text]]


def test_each_heading_with_an_address_begins_a_section() -> None:
    title = '<h1 id="titre">Titre<a class="headerlink" href="#titre">#</a></h1>'
    html = f'{title}<p>Un.</p><h2 class="x" id="a">Partie <code>A</code></h2><p>Deux.</p><h3>Sans</h3>Trois'
    assert read(html) == [["page/", "Titre", "Un."], ["page/#a", "Partie A", "Deux.\nSans Trois"]]


def test_what_stands_before_a_heading_that_is_not_the_title_is_under_the_page_s() -> None:
    assert read('<p>Un.</p><h2 id="a">A</h2><p>Deux.</p>') == [["page/", "Page", "Un."], ["page/#a", "A", "Deux."]]
    assert read('<h2 id="a">A</h2>')[0] == ["page/", "Page", ""]


def test_a_section_ends_with_the_element_that_holds_its_heading() -> None:
    html = '<h1 id="t">T</h1><ul><li><h2 id="a">A</h2><p>Un.</p></li><li>Deux</li></ul><p>Trois</p><section><h2 id="b">B</h2>Quatre</section>Cinq'
    assert read(html) == [["page/", "T", "Deux Trois\nCinq"], ["page/#a", "A", "Un."], ["page/#b", "B", "Quatre"]]


def test_what_is_excluded_is_left_out_to_its_end() -> None:
    html = '<h1 id="t">T</h1><div data-search-exclude><div>Non</div><h2 id="x">Non</h2><p>Non</p></div><p>Oui</p>'
    assert read(html) == [["page/", "T", "Oui"]]


def test_a_heading_that_is_excluded_is_so_with_its_section() -> None:
    html = '<h1 id="t">T</h1><h2 data-search-exclude id="x">Non</h2><p>Non</p><h2 id="a">A</h2><p>Oui</p>'
    assert read(html) == [["page/", "T", ""], ["page/#a", "A", "Oui"]]


def test_a_section_without_a_word_is_not_told() -> None:
    assert read('<h1 id="t">T</h1><h2 id="x"> </h2><div></div>') == [["page/", "T", ""]]


def test_no_template_excludes_what_stands_within_a_sentence() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html")]
    assert any(EXCLUDED in source for source in sources)
    assert not [found for source in sources for found in INLINE.findall(source) if EXCLUDED in found]
