"""What no built page may hold stops the build, in French, with the source file and its line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.export import pages
from macros.export.guard import Rules, links, located
from macros.mistakes import MistakesError, report
from tests.copie import ROOT, build, changed, copied

STYLE = "@page{}"
PAGE = '<!doctype html>\n<head><meta charset="utf-8"><style media="print">@page{}</style></head><body><article>%s</article></body>'
SOURCE = "# Page\n\nDu texte.\n\n%s\n"

# What Markdown would make of a page, and what is said of it.
REFUSED = {
    "<script>window.lu=1</script>": "un script est écrit dans la page ; enlevez-le",
    "<SCRIPT>window.lu=1</SCRIPT>": "un script est écrit dans la page ; enlevez-le",
    '<script type="module">window.lu=1</script>': "un script est écrit dans la page ; enlevez-le",
    '<script type="text/javascript" type="application/json">window.lu=1</script>': "un script est écrit dans la page ; enlevez-le",
    '<script src="https://exemple.test/a.js"></script>': "le script « https://exemple.test/a.js » n'est pas un fichier du site ; enlevez-le",
    '<script src="//exemple.test/a.js"></script>': "le script « //exemple.test/a.js » n'est pas un fichier du site ; enlevez-le",
    '<script src="../absent.js"></script>': "le script « ../absent.js » n'est pas un fichier du site ; enlevez-le",
    '<script src="../../a.js"></script>': "le script « ../../a.js » n'est pas un fichier du site ; enlevez-le",
    '<script src="data:text/javascript,1"></script>': "le script « data:text/javascript,1 » n'est pas un fichier du site ; enlevez-le",
    "<style>a{}</style>": "une feuille de style est écrite dans la page ; enlevez-la",
    '<style media="print">@page{}</style>': "une feuille de style est écrite dans la page ; enlevez-la",
    '<meta http-equiv="refresh" content="0;url=https://exemple.test">': "la page donne un ordre au navigateur (« http-equiv=refresh ») ; enlevez-le",
    '<meta http-equiv="Content-Security-Policy" content="x">': (
        "la page donne un ordre au navigateur (« http-equiv=Content-Security-Policy ») ; enlevez-le"
    ),
    '<base href="https://exemple.test/">': "l'élément « <base> » n'est pas permis dans une page ; enlevez-le",
    '<iframe src="a.html"></iframe>': "l'élément « <iframe> » n'est pas permis dans une page ; donnez un lien vers ce qu'il montrait",
    '<object data="a.svg"></object>': "l'élément « <object> » n'est pas permis dans une page ; donnez un lien vers ce qu'il montrait",
    '<embed src="a.svg">': "l'élément « <embed> » n'est pas permis dans une page ; donnez un lien vers ce qu'il montrait",
    '<video src="https://exemple.test/a.mp4"></video>': "l'élément « <video> » n'est pas permis dans une page ; donnez un lien vers la vidéo",
    "<svg><animate></animate></svg>": "l'élément « <animate> » n'est pas permis dans une page ; enlevez-le",
    "<svg><foreignObject></foreignObject></svg>": "l'élément « <foreignobject> » n'est pas permis dans une page ; enlevez-le",
    "<math></math>": "l'élément « <math> » n'est pas permis dans une page ; enlevez-le",
    '<form action="https://exemple.test"></form>': "un formulaire enverrait ce qu'on y écrit (« action=https://exemple.test ») ; enlevez-le",
    '<button formaction="x">a</button>': "un formulaire enverrait ce qu'on y écrit (« formaction=x ») ; enlevez-le",
    '<p style="color:red">a</p>': "l'attribut « style » n'est pas permis dans une page ; enlevez-le",
    '<p onclick="f()">a</p>': "l'attribut « onclick » n'est pas permis dans une page ; enlevez-le",
    '<img src="a.png" OnError=f()>': "l'attribut « onerror » n'est pas permis dans une page ; enlevez-le",
    '<a href="a" ping="https://exemple.test">a</a>': "l'attribut « ping » n'est pas permis dans une page ; enlevez-le",
    '<svg><use xlink:href="https://exemple.test"></use></svg>': "l'attribut « xlink:href » n'est pas permis dans une page ; enlevez-le",
    '<img srcset="https://exemple.test/a.png">': "l'attribut « srcset » n'est pas permis dans une page ; enlevez-le",
    '<a href="javascript:f()">a</a>': (
        "l'adresse « javascript:f() » n'est pas permise ; écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    ),
    '<a href="java&#10;script:f()">a</a>': (
        "l'adresse « java script:f() » n'est pas permise ; écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    ),
    '<a href="&#x6A;avascript:f()">a</a>': (
        "l'adresse « javascript:f() » n'est pas permise ; écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    ),
    '<a href="data:text/html,x">a</a>': (
        "l'adresse « data:text/html,x » n'est pas permise ; écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    ),
    '<a href="http://exemple.test">a</a>': (
        "l'adresse « http://exemple.test » n'est pas permise ; écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    ),
    '<a href="/\\exemple.test">a</a>': (
        "l'adresse « /\\exemple.test » n'est pas permise ; écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    ),
    '<img src="https://exemple.test/a.png">': (
        "l'image « https://exemple.test/a.png » ne vient pas du site ; déposez l'image dans docs/ et donnez son chemin"
    ),
    '<img src="//exemple.test/a.png">': "l'image « //exemple.test/a.png » ne vient pas du site ; déposez l'image dans docs/ et donnez son chemin",
    '<img src="data:image/png;base64,AA">': (
        "l'image « data:image/png;base64,AA » ne vient pas du site ; déposez l'image dans docs/ et donnez son chemin"
    ),
    '<link rel="stylesheet" href="https://exemple.test/a.css">': (
        "l'adresse « https://exemple.test/a.css » n'est pas permise ; écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    ),
    '<input id="a"><h2 id="a">b</h2>': (
        "le nom « a » est déjà celui d'une autre partie de la page ; donnez au titre un autre nom, par { #nom } à sa fin"
    ),
    "<!-- note -->": "« <!-- note --> » ne peut pas être lu comme une balise ; enlevez le signe « < », ou le commentaire",
    "<![CDATA[a]]>": "« <![CDATA[a]]> » ne peut pas être lu comme une balise ; enlevez le signe « < », ou le commentaire",
    '<p title="<b">a</p>': '« <p title=" » ne peut pas être lu comme une balise ; enlevez le signe « < », ou le commentaire',
    "<b></b><textarea><b></b></textarea>": "« <b> » ne peut pas être lu comme une balise ; enlevez le signe « < », ou le commentaire",
    "<textarea><b></b></textarea>": "« <b> » ne peut pas être lu comme une balise ; enlevez le signe « < », ou le commentaire",
    "<svg><title><i></i></title></svg>": "« <i> » ne peut pas être lu comme une balise ; enlevez le signe « < », ou le commentaire",
    '<script type="application/json">{"a": "<!--"}</script>': (
        '« <!--"} » ne peut pas être lu comme une balise ; enlevez le signe « < », ou le commentaire'
    ),
}
ALLOWED = [
    '<td align="right">1</td>',
    '<a href="https://exemple.test/a?b=c&amp;d">a</a> <a href="mailto:a@exemple.test">b</a> <a href="tel:1">c</a> <a href="#d">d</a>',
    '<script src="../composants/a.js" defer></script>',
    '<script type="application/json">{"a": "\\u003cb"}</script>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><img src="../a.png" alt="">',
    '<p data-x="onclick=f()">&lt;script&gt;window.lu=1&lt;/script&gt; javascript:f()</p>',
]


@pytest.fixture
def finish(tmp_path: Path) -> Callable[..., str]:
    """Finishes a site of one page, whose body is given, and returns the report of its mistakes, or nothing."""

    def done(body: str, file: str = "page/index.html") -> str:
        for name, text in {file: PAGE % body, "composants/a.js": ""}.items():
            (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / name).write_text(text, encoding="utf-8")
        origin = pages.Origin("docs/page.md", SOURCE % body, f"<article>{body}</article>", "overrides/main.html", STYLE)
        try:
            pages.finish(tmp_path / "site", tmp_path / "docs", {"page/index.html": origin}, "/")
        except MistakesError as error:
            return report(error.mistakes)
        return ""

    return done


def test_the_indentation_of_templates_is_not_published_but_that_of_a_text_is() -> None:
    kept = "<PRE>a\n\n  <b>b</b>\n  <i>c</i>\n</PRE><textarea><b>\n\n <i></textarea><b>a</b>\u00a0\n<i>b</i>"
    assert pages.unindented(f"<ul>\n\n    <li>\n  un <b>mot</b>\n  de plus</li>\n  {kept}\n</ul>\n") == (
        f"<ul>\n<li>\n  un <b>mot</b>\n  de plus</li>\n{kept}\n</ul>\n"
    )


def test_the_lines_between_the_attributes_of_templates_are_not_published() -> None:
    assert pages.unindented('<a href="a"\n    class="b"\n  hidden>« "\n  c »</a><textarea id="a"\n  name="b">"\n  c=</textarea>') == (
        '<a href="a" class="b" hidden>« "\n  c »</a><textarea id="a"\n  name="b">"\n  c=</textarea>'
    )
    assert pages.unindented('<style>a\n</style>\n\n  <b id="a"\n  >c</b>') == '<style>a\n</style>\n<b id="a">c</b>'


def test_a_page_has_one_style_of_its_own() -> None:
    paper = '<style media="print">@page{}</style>'
    assert pages.in_one(f"<style>p{{b:c}}</style>{paper}", "p{b:c}", "@page{}") == (
        "<style>p{b:c}\n@media print{@page{}}</style>",
        "p{b:c}\n@media print{@page{}}",
    )
    assert pages.in_one(paper, "", "@page{}") == (paper, "@page{}")


@pytest.mark.parametrize("body", REFUSED)
def test_what_is_refused(body: str, finish: Callable[..., str]) -> None:
    assert REFUSED[body] in [line.partition(" : ")[2] for line in finish(body).splitlines()]


@pytest.mark.parametrize("body", ALLOWED)
def test_what_is_allowed(body: str, finish: Callable[..., str]) -> None:
    assert finish(body) == ""


def test_all_is_told_at_once(finish: Callable[..., str]) -> None:
    assert finish('<p style="a">a</p>\n<p onclick="f()">a</p>\n<iframe></iframe>').splitlines() == [
        "docs/page.md:5 : l'attribut « style » n'est pas permis dans une page ; enlevez-le",
        "docs/page.md:6 : l'attribut « onclick » n'est pas permis dans une page ; enlevez-le",
        "docs/page.md:7 : l'élément « <iframe> » n'est pas permis dans une page ; donnez un lien vers ce qu'il montrait",
        "3 erreurs à corriger.",
    ]


def test_a_page_that_is_refused_is_left_without_a_policy(finish: Callable[..., str], tmp_path: Path) -> None:
    assert finish("<p onclick=f()>")
    assert "Content-Security-Policy" not in (tmp_path / "site/page/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "page", "root", "file"),
    [
        ("../a.js", "page/index.html", "/", "a.js"),
        ("/a.js", "404.html", "/", "a.js"),
        ("/intranet/a.js", "404.html", "/intranet/", "a.js"),
        ("/a%20b/a.js", "404.html", "/a b/", "a.js"),
        ("../../a.js", "page/index.html", "/intranet/", ""),
        ("/a.js", "404.html", "/intranet/", ""),
        ("https:a.js", "404.html", "/", ""),
    ],
)
def test_a_script_is_found_from_the_site_s_root(address: str, page: str, root: str, file: str) -> None:
    assert located(address, Rules(page, frozenset(), STYLE, root)) == file


def test_the_links_to_other_hosts_are_listed() -> None:
    html = (
        '<a href="https://exemple.test/a">a</a><a href="../b">b</a><a href="mailto:a@exemple.test">c</a><link rel="x" href="https://exemple.test/d">'
    )
    assert links(html) == ["https://exemple.test/a"]


def told(output: str) -> list[str]:
    """Return the mistakes of a build."""
    return [line for line in output.splitlines() if re.match(r"(docs|overrides)/\S+:\d+ : |\d+ erreurs?", line)]


def test_a_build_stops_on_what_it_must_not_publish(tmp_path: Path) -> None:
    component = (ROOT / "overrides/composants/contacts/gabarit.html").read_text(encoding="utf-8")
    header = (ROOT / "overrides/partials/footer.html").read_text(encoding="utf-8")
    text = "\n![une image][i]\n\n![deux [images] ici](https://exemple.test/b.png)\n\n[i]: https://exemple.test/a.png\n\n{{ contacts() }}\n"
    index = changed("docs/index.md", ("# Bienvenue", f"# Bienvenue\n{text}"))
    changes = {
        **index,
        "overrides/composants/contacts/gabarit.html": f"{component}<iframe></iframe>",
        "overrides/partials/footer.html": f'{header}<p onclick="f()"></p>',
        "docs/piege.html": "<script>window.lu=1</script>",
        "docs/dessin.svg": "<svg/>",
    }
    site, code, said = build(copied(tmp_path, changes, checked=False))
    assert code == 1
    active = "pourrait agir dans le navigateur ; enlevez-le : docs/ contient des pages .md et des images .png ou .jpg"
    assert told(said) == [
        "docs/contacts.md:1 : l'élément « <iframe> » n'est pas permis dans une page ; donnez un lien vers ce qu'il montrait",
        f"docs/dessin.svg:1 : un fichier « .svg » {active}",
        "docs/index.md:1 : l'élément « <iframe> » n'est pas permis dans une page ; donnez un lien vers ce qu'il montrait",
        f"docs/piege.html:1 : un fichier « .html » {active}",
        "overrides/404.html:1 : l'attribut « onclick » n'est pas permis dans une page ; enlevez-le",
        "overrides/main.html:1 : l'attribut « onclick » n'est pas permis dans une page ; enlevez-le",
        "6 erreurs à corriger.",
    ]
    shutil.rmtree(site)


def test_what_comes_from_the_data_is_told_where_the_data_says_it(tmp_path: Path) -> None:
    address = "javascript:window.lu=1"
    base = (ROOT / "macros/model/base.py").read_text(encoding="utf-8")
    refusals = (
        "if isinstance(value, str) and not WEB.fullmatch(value):",
        "if isinstance(value, str) and (misleading := host_error(value) or unclean(value)):",
    )
    assert all(refusal in base for refusal in refusals)
    register = ("vise: Tout le personnel", f"vise: Tout le personnel\n    texte_adopte: {address}")
    changes = {
        **changed("data/encadrements.yml", register),
        "macros/model/base.py": base.replace(refusals[0], "if False:").replace(refusals[1], "if False:"),
    }
    _, code, said = build(copied(tmp_path, changes, checked=False))
    assert code == 1
    line = changes["data/encadrements.yml"].splitlines().index(f"    texte_adopte: {address}") + 1
    remedy = "écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    assert f"data/encadrements.yml:{line} : l'adresse « {address} » n'est pas permise ; {remedy}" in said
    assert "docs/encadrements/directive.md:" not in said


def test_the_theme_prints_one_thing_as_html() -> None:
    templates = [*(ROOT / "overrides").glob("*.html"), *(ROOT / "overrides/partials").rglob("*.html")]
    lines = [(path.name, line.strip()) for path in templates for line in path.read_text(encoding="utf-8").splitlines()]
    found = [(name, line) for name, line in lines if re.search(r"\|\s*safe\b", line)]
    assert found == [("content.html", "{{ page.content | safe }}")]
    assert [path.name for path in templates if re.search(r"autoescape|Markup|striptags", path.read_text(encoding="utf-8"))] == []
