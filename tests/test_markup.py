"""Markdown without HTML: what an editor types is text, what a component makes is left as it is."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown
from markupsafe import Markup, escape
from mkdocs.utils.rendering import get_heading_text

from macros.components import Components
from macros.export.pages import ours, unindented
from macros.project import Project
from macros.reading.markup import CLOSE, OPEN, Fragments, of_page
from macros.rendering.catalogue import MACROS
from macros.rendering.context import Context
from macros.rendering.expansion import call, expand
from tests.plis import whole

# What Markdown, HTML or an attribute would make of a value that is text.
SIGNS = [
    "Teams&lt;/title&gt;&lt;script&gt;window.lu=1&lt;/script&gt;",
    "</title><script>window.lu=1</script>",
    '"><img src=x onerror=alert(1)>',
    "*b* __c__ `d`",
    "un accent ` seul",
    "[x](y) ![z](https://exemple.test/a.png)",
    "{ #nom } {: onclick=x}",
    "# titre #",
    "1. un",
    "- un",
    "a | b",
    "\\*b\\*",
    "&#x3C;b> &amp;amp;",
    f"{OPEN}0{CLOSE}",
]


def render(markdown: str, fragments: Fragments | None = None) -> str:
    return Markdown(extensions=of_page(fragments or Fragments())).convert(markdown)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>gras</b>", "<p>&lt;b&gt;gras&lt;/b&gt;</p>"),
        ("a ` b\nc ` <script>window.lu=1</script> ` d", "<p>a <code>b\nc</code> &lt;script&gt;window.lu=1&lt;/script&gt; ` d</p>"),
        ("<script>\nf()\n</script>", "<p>&lt;script&gt;\nf()\n&lt;/script&gt;</p>"),
        ("<!-- note -->", "<p>&lt;!-- note --&gt;</p>"),
        ("&lt;b&gt; &#60;b&#62; &nbsp; a & b", "<p>&amp;lt;b&amp;gt; &amp;#60;b&amp;#62; &amp;nbsp; a &amp; b</p>"),
        ("`&lt; <b>`", "<p><code>&amp;lt; &lt;b&gt;</code></p>"),
        ("un mot\n{: onclick=x style=y}", "<p>un mot\n{: onclick=x style=y}</p>"),
        ("[x](y.md){: onclick=x}", '<p><a href="y.md">x</a>{: onclick=x}</p>'),
        ('[x](y.md "&quot; onclick=x")', '<p><a href="y.md" title="&amp;quot; onclick=x">x</a></p>'),
        ("``` {onclick=x}\na\n```", "<pre><code>a\n</code></pre>"),
        ("<div markdown=1>*a*</div>", "<p>&lt;div markdown=1&gt;<em>a</em>&lt;/div&gt;</p>"),
    ],
)
def test_what_an_editor_types_is_text(typed: str, shown: str) -> None:
    assert render(typed) == shown


SCRIPTS = [
    "javascript:alert(1)",
    "JaVaScRiPt:a(1)",
    "java&#115;cript:a(1)",
    "javascript&colon;a(1)",
    "<java script:x>",
    "vbscript:x",
    "data:text/html,x",
]


@pytest.mark.parametrize("address", SCRIPTS)
def test_no_link_runs(address: str) -> None:
    assert render(f"[x]({address})") == "<p><a>x</a></p>"
    assert render(f"[x][i]\n\n[i]: {address.replace(' ', '')}") == "<p><a>x</a></p>"


@pytest.mark.parametrize("address", ["https://exemple.test/a.png", "http://exemple.test/a.png", "//exemple.test/a.png", "data:image/png;base64,AA"])
def test_no_image_comes_from_elsewhere(address: str) -> None:
    assert render(f"![x]({address})") == '<p><img alt="x" /></p>'
    assert render(f"![x [y] z]({address})") == '<p><img alt="x [y] z" /></p>'
    assert render(f"![x][i]\n\n[i]: {address}") == '<p><img alt="x" /></p>'


@pytest.mark.parametrize("text", SIGNS)
def test_html_of_a_component_is_left_as_it_is(text: str) -> None:
    fragments = Fragments()
    block = Markup('<section title="{0}">\n\n    {0}\n\n# x\n\n</section>').format(text)
    inline = Markup("<a>{}</a>").format(text)
    page = f"Avant {fragments.keep(inline)} après.\n{fragments.keep(block)}\nEnsuite.\n\n- un\n\n    {fragments.keep(block)}\n"
    assert render(page, fragments) == f"<p>Avant {inline} après.</p>\n{block}\n<p>Ensuite.</p>\n<ul>\n<li>\n<p>un</p>\n{block}\n</li>\n</ul>"


def test_an_opening_and_a_closing_tag_hold_markdown() -> None:
    fragments = Fragments()
    opening, closing = (fragments.keep(Markup(tag)) for tag in ("<section>", "</section>"))
    anchor = '<a class="headerlink" href="#nom" title="Lien vers cette partie">#</a>'
    page = f"{opening}\n\n## *Titre* {{ #nom }}\n\n*mot*\n\n{closing}"
    assert render(page, fragments) == f'<section>\n<h2 id="nom"><em>Titre</em>{anchor}</h2>\n<p><em>mot</em></p>\n</section>'


def test_a_part_of_a_sentence_alone_on_its_line_is_a_paragraph() -> None:
    fragments = Fragments()
    assert render(fragments.keep(Markup("<a>x</a>")), fragments) == "<p><a>x</a></p>"


@pytest.fixture
def here(project: Project, root: Path) -> Context:
    return Context(project, Components(root / "overrides" / "composants"), "plateformes/teams/")


@pytest.mark.parametrize("text", SIGNS)
def test_a_value_in_a_heading_is_its_text_in_the_page_the_contents_and_the_title(here: Context, text: str) -> None:
    md = Markdown(extensions=of_page(here.fragments))
    titles: list[str] = []

    class Titles:
        def run(self, root: object) -> None:
            titles.append(get_heading_text(root[0], md))  # type: ignore[index]

    md.treeprocessors.register(Titles(), "titles", 1)  # type: ignore[arg-type]
    html = md.convert(here.markdown(here.heading(1, text, "nom"), here.heading(2, text)))
    assert html.startswith(f'<h1 id="nom">{escape(text)}<a ')
    assert [unescape(token["name"]) for token in md.toc_tokens] == [text]  # type: ignore[attr-defined]
    assert [unescape(title) for title in titles] == [text]


@pytest.mark.parametrize("text", SIGNS)
def test_a_value_in_a_list_is_its_text(here: Context, text: str) -> None:
    assert here.fragments.html(f"- {here.text(text)}") == f"<ul>\n<li>{escape(text)}</li>\n</ul>"


def test_a_token_cannot_be_typed(here: Context) -> None:
    kept = here.fragments.keep(Markup("<b>secret</b>"))
    assert expand(here, f"Voici {kept} et {OPEN}0{CLOSE}.") == "Voici 0 et 0."
    assert here.fragments.html(expand(here, f"Voici {kept}.")) == "<p>Voici 0.</p>"


def test_a_macro_never_enters_an_attribute(here: Context) -> None:
    page = expand(here, '![{{ art("directive/5.9") }}](a.png "{{ art("directive/5.9") }}") [x]({{ art("directive/5.9") }})')
    assert render(page, here.fragments) == '<p><img alt="" src="a.png" title="" /> <a href="">x</a></p>'


def test_a_macro_in_a_heading_gives_its_words_to_the_contents(here: Context) -> None:
    md = Markdown(extensions=of_page(here.fragments))
    md.convert(expand(here, '## Ce que dit {{ art("directive/5.9") }}'))
    assert [(token["name"], token["id"]) for token in md.toc_tokens] == [("Ce que dit 5.9", "ce-que-dit-59")]  # type: ignore[attr-defined]


# The built site.

MADE = [("plateforme", "plateformes", "plateformes"), ("liste", "autoevaluation", "listes"), ("formulaire", "modeles", "formulaires")]


@pytest.mark.parametrize("made", MADE)
def test_what_a_macro_makes_is_published_as_it_is(project: Project, root: Path, site: Path, made: tuple[str, str, str]) -> None:
    macro, folder, things = made
    components, told = Components(root / "overrides" / "composants"), 0
    for id_ in getattr(project, things):
        here = Context(project, components, f"{folder}/{id_}/")
        page = whole(site, f"{folder}/{id_}/")
        call(here, MACROS[macro], id_)
        assert [html for html in map(unindented, here.fragments.kept) if html not in page] == []
        told += len(here.fragments.kept)
    assert told > 10


def test_no_token_is_left_in_the_site(site: Path) -> None:
    texts = {path: path.read_text(encoding="utf-8") for pattern in ("*.html", "*.json", "*.xml") for path in site.rglob(pattern)}
    assert len(texts) > 60
    assert [path for path, text in texts.items() if OPEN in text or CLOSE in text or "<fragment" in text] == []


def test_what_the_theme_writes_for_its_own_script_leaves_its_tags_alone() -> None:
    text = 'on écrit data-md-type="x", ou &lt;nav data-md-type="x"&gt;'
    page = f'<nav class="a" data-md-component="tabs" data-md-type="toc" data-md-toggle="drawer">{text}</nav>'
    assert ours(page) == f'<nav class="a" data-md-toggle="drawer">{text}</nav>'


def test_no_page_holds_what_no_script_looks_for(site: Path) -> None:
    held = {mark for path in site.rglob("*.html") for mark in re.findall(r"<[^<>]* (data-md-[\w-]+)", path.read_text(encoding="utf-8"))}
    assert held == {"data-md-toggle", "data-md-color-scheme"}
