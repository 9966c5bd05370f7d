"""What a page loads is joined in few files, in order, and the theme's styles lose only what no page uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.export.bundles import LIGHT, Bundles
from macros.export.purge import purged, split, words_of_page, words_of_script
from macros.export.scripts import COUNTED, bare
from macros.export.tags import tags
from tools.weight import BUDGET, Weight, in_document, weigh

HEAD = '<!doctype html>\n<html><head>\n%s</head><body class="ici">\n%s</body></html>'
# What a page's own script that stops leaves to its tool (`panne.js`), and says.
STOPPED = "catch(e){window.Rate=e;reportError(e)}"
LINK = '  <link rel="stylesheet" href="%s">\n'


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{b:c}.z{b:c}", ".a{b:c}"),
        (".z,.a .b{b:c}", ".a .b{b:c}"),
        (".a.z{b:c}.a:not(.z){b:c}:is(.z,.a) p{b:c}", ".a:not(.z){b:c}:is(.z,.a) p{b:c}"),
        ("[dir=ltr] .a{b:c}[dir=rtl] .a{b:c}", "[dir=ltr] .a{b:c}"),
        ("@media print{.z{b:c}}@media print{.a{b:c}}", "@media print{.a{b:c}}"),
        ("@supports (a:b){@media print{.a{b:c}}}", "@supports (a:b){@media print{.a{b:c}}}"),
        (".a\\:b{b:c}p>a:hover::after{b:c}", "p>a:hover::after{b:c}"),
        ("#z{b:c}#a{b:c}", "#a{b:c}"),
        ("hr,p{b:c}.a>pre code{b:c}a::z{b:c}p:hover{b:c}", "p{b:c}a::z{b:c}p:hover{b:c}"),
        ("[dir] p{b:c}[hidden] p{b:c}p[dir]{b:c}p[z=ltr]{b:c}", "[dir] p{b:c}p[dir]{b:c}"),
        ("*{b:c}::before{b:c}p+*{b:c}", "*{b:c}::before{b:c}p+*{b:c}"),
        ('.a{--x:1;--y:url("data:a;b{}");b:var( --x )}', ".a{--x:1;b:var( --x )}"),
        (".a{--x:var(--y);--y:2}", ""),
        ("table:not([class]) td{b:c}p:not([class]) p{b:c}", "p:not([class]) p{b:c}"),
        ("@font-face{font-family:F}@page{margin:1cm}", "@font-face{font-family:F}@page{margin:1cm}"),
    ],
)
def test_a_rule_goes_when_no_page_can_hold_what_it_asks_for(css: str, kept: str) -> None:
    assert purged(css, {"a", "b", "p", "dir", "ltr", "p:not([class])"}, set()) == kept


NOTICES = ":root{--md-admonition-icon--b:x}.a>.b{c:var(--md-admonition-icon--b)}p.b:hover{c:d}.a{b:c}"


def test_the_notes_of_the_theme_go_where_no_page_has_one_whatever_word_they_are_called_by() -> None:
    assert purged(NOTICES, {"a", "b", "p"}, set()) == ".a{b:c}"
    assert purged(NOTICES, {"a", "b", "p", "admonition"}, set()) == NOTICES


def test_a_variable_that_another_sheet_reads_stays(tmp_path: Path) -> None:
    files = {"assets/stylesheets/main.css": "p{color:var(--x)}", "assets/stylesheets/palette.css": "p{--x:red;--y:blue}"}
    pages = joined(tmp_path, {"index.html": HEAD % ("".join(LINK % name for name in files), "<p>Texte</p>")}, files)
    (address,) = re.findall(r'rel="stylesheet" href="([^"]+)"', pages["index.html"])
    assert (tmp_path / address).read_text() == "p{color:var(--x)}\np{--x:red}"


def test_words_are_those_of_tags_and_of_scripts() -> None:
    assert words_of_page('<!doctype html><p class="un deux-trois" data-x="y">texte</p>') == {"p", "class", "un", "deux-trois", "data-x", "y"}
    assert words_of_page("<td CLASS=x><p data-class=y></p></td><table>") >= {"p:not([class])", "table:not([class])"}
    assert "td:not([class])" not in words_of_page("<td CLASS=x><td class='y'></td>")
    assert words_of_script("make('li', `a__b--c`)") >= {"make", "li", "a__b--c"}
    assert "grid" not in words_of_script('{"html":"<p class=\\"a\\">","style":"b{display:grid;content:\\"}\\"}"}')
    assert words_of_script("x.dataset.unDeux; new Image()") >= {"data-un-deux", "img"}


def test_a_comma_within_brackets_parts_no_selector() -> None:
    assert split(":is(a, b) c, [d='e,f'], g") == [":is(a, b) c", "[d='e,f']", "g"]


def test_scripts_stay_apart_while_their_lines_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COUNTED, "x")
    html = HEAD % ('  <script src="a.js" defer></script>\n', "")
    assert joined(tmp_path, {"index.html": html}, {"a.js": "f();\n"})["index.html"] == html
    assert (tmp_path / "a.js").read_text(encoding="utf-8") == "f();\n"


def joined(site: Path, pages: dict[str, str], files: dict[str, str]) -> dict[str, str]:
    """Write the files of a site and join what its pages load; return the pages."""
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    return {name: page.html for name, page in Bundles(site, pages).write()}


def test_the_styles_of_all_pages_are_one_file_and_those_of_a_page_are_in_it(tmp_path: Path) -> None:
    files = {
        "assets/site/site.css": '.ici { src: url("polices/a.woff2") }',
        "composants/a/a.css": ".a { b: c }",
        "composants/b/b.css": '.b { b: url("../b.png") }',
        "p.css": "p { b: c }",
    }
    page = HEAD % (
        LINK % "../assets/site/site.css" + LINK % "../composants/%s/%s.css" + '  <link rel="stylesheet" href="../p.css" media="print">\n',
        "",
    )
    pages = joined(tmp_path, {f"{name}/index.html": page % (name, name) for name in "ab"}, files)
    sheets = [re.findall(r'href="\.\./([^"]+)"', html) for html in pages.values()]
    assert sheets[0] == sheets[1]
    assert (tmp_path / sheets[0][0]).read_text() == ".ici{src:url(../site/polices/a.woff2)}"
    assert [re.findall("<style>(.*?)</style>", html, re.S) for html in pages.values()] == [
        [".a{b:c}\n@media print{p{b:c}}"],
        [".b{b:url(../composants/b.png)}\n@media print{p{b:c}}"],
    ]
    assert not any((tmp_path / name).exists() for name in files)


def test_the_first_font_that_a_page_names_is_asked_for_with_its_style_sheets(tmp_path: Path) -> None:
    faces = '@font-face{src:url("../polices/%s.woff2")}'
    page = HEAD % (LINK % "../commun.css" + LINK % "../composants/%s.css", "")
    files = {"commun.css": "p{b:c}", "composants/a.css": faces % "x" + faces % "y", "composants/b.css": "b{b:url(z.png)}"}
    pages = joined(tmp_path, {f"{name}/index.html": page % name for name in "ab"}, files)
    preloads = [re.findall(r'<link rel="preload" href="([^"]+)" as="font" type="font/woff2" crossorigin>\n', html) for html in pages.values()]
    assert preloads == [["../polices/x.woff2"], []]


def test_a_style_that_would_end_in_the_page_stops_the_build(tmp_path: Path) -> None:
    page = HEAD % (LINK % "../%s.css", "")
    with pytest.raises(ValueError, match=r"a style of b/index\.html"):
        joined(tmp_path, {f"{name}/index.html": page % name for name in "ab"}, {"a.css": "a{b:c}", "b.css": 'b{b:"</style>"}'})


def test_a_style_sheet_is_read_once_for_all_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, once = [], Bundles.read_style
    monkeypatch.setattr(Bundles, "read_style", lambda self, style: read.append(style.path) or once(self, style))
    page = HEAD % (LINK % "../commun.css" + LINK % "../%s.css", "")
    files = {"commun.css": "p{b:c}", "x.css": "i{b:c}", "y.css": "b{b:c}"}
    joined(tmp_path, {f"{name}/index.html": page % style for name, style in (("un", "x"), ("deux", "x"), ("trois", "y"))}, files)
    assert sorted(read) == sorted(files)


def test_a_script_that_fails_does_not_stop_the_next(tmp_path: Path) -> None:
    scripts = '<script src="/un.js" defer></script>\n<script src="/deux.js" defer></script>\n'
    pages = joined(tmp_path, {"404.html": HEAD % ("", scripts)}, {"un.js": "// Un.\nf();\n", "deux.js": "g();\n"})
    (address,) = re.findall(r'<script src="(/assets/paquets/paquet\.[0-9a-f]{8}\.min\.js)" defer></script>', pages["404.html"])
    assert (tmp_path / address[1:]).read_text() == "\n".join(f"try{{\n{name}();\n}}{STOPPED}" for name in "fg")


def test_the_scripts_of_every_page_come_with_the_one_that_it_waits_for(tmp_path: Path) -> None:
    page = HEAD % ("", '<script src="../ouverture.js"\n  data-x="y"></script>\n' + '<script src="../%s.js" defer></script>\n' * 2)
    long = f"'{'x' * LIGHT}';\n"
    files = {"ouverture.js": "o();\n", "tous.js": "t();\n", "a.js": f"a();\n{long}", "b.js": f"b();\n{long}"}
    pages = joined(tmp_path, {f"{name}/index.html": page % ("tous", name) for name in "ab"}, files)
    sources = [re.findall(r'<script src="\.\./([^"]+)"(?:\n  data-x="y"| defer)>', html) for html in pages.values()]
    assert sources[0][0] == sources[1][0]
    assert [(tmp_path / own).read_text() for _, own in sources] == [f"try{{\n{name}();\n{long}}}{STOPPED}" for name in "ab"]
    first, rest = (tmp_path / sources[0][0]).read_text().split("\n", 4)[:4], (tmp_path / sources[0][0]).read_text()
    assert first == ["try{", "o();", "}catch(e){reportError(e)}", 'document.addEventListener("readystatechange",()=>{']
    assert rest.endswith("try{\nt();\n}catch(e){reportError(e)}\n\n},{once:true});")
    assert not any((tmp_path / name).exists() for name in files)


def test_the_light_scripts_of_a_page_come_with_those_of_every_page(tmp_path: Path) -> None:
    page = HEAD % ("", '<script src="../ouverture.js"></script>\n<script src="../tous.js" defer></script>\n%s')
    files = {"ouverture.js": "o();\n", "tous.js": "t();\n", "a.js": "a();\n", "b.js": f"b('{'x' * LIGHT}');\n"}
    asked = {name: page % "".join(f'<script src="../{own}.js" defer></script>\n' for own in name) for name in ("a", "ab", "b")}
    pages = joined(tmp_path, {f"{name}/index.html": html for name, html in asked.items()}, files)
    own = [re.findall(r'<script src="\.\./([^"]+)" defer>', html) for html in pages.values()]
    assert own[0] == []
    assert own[1] == own[2] != []
    site = re.findall(r'<script src="\.\./([^"]+)"></script>', pages["a/index.html"])
    assert (tmp_path / site[0]).read_text().endswith(f"try{{\nt();\n}}catch(e){{reportError(e)}}\ntry{{\na();\n}}{STOPPED}\n}},{{once:true}});")


def test_the_light_scripts_of_the_error_page_are_its_alone(tmp_path: Path) -> None:
    page = HEAD % ("", '<script src="ouverture.js"></script>\n<script src="tous.js" defer></script>\n%s')
    files = {"ouverture.js": "o();\n", "tous.js": "t();\n", "a.js": "a();\n"}
    pages = joined(tmp_path, {"index.html": page % "", "404.html": page % '<script src="a.js" defer></script>\n'}, files)
    site, own = (re.findall(pattern, pages["404.html"]) for pattern in (r'<script src="([^"]+)"></script>', r'<script src="([^"]+)" defer>'))
    assert f'<script src="{site[0].lstrip("/")}"></script>' in pages["index.html"]
    assert "a();" not in (tmp_path / site[0].lstrip("/")).read_text()
    assert "a();" in (tmp_path / own[0].lstrip("/")).read_text()


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("// Why.\nf();\n", "f();\n"),
        ("  /* Why. */\n  f(); // Here.\n", "f(); // Here.\n"),
        ("/**\n * Why.\n * @param {A} x\n */\nf();\n  /**\n   * A « * / ».\n   */\n  g();\n", "f();\ng();\n"),
        ("/*! Licence. */\nf('//x');\n", "/*! Licence. */\nf('//x');\n"),
        ("g(/** @type {A} */ (x)); /** @type {B<C>} */\nlet y;\n", "g((x)); \nlet y;\n"),
        ("x = `a\n// b\n`;\n", "x = `a\n// b\n`;\n"),
        ("x = 'a\\\n  b';\n", "x = 'a\\\n  b';\n"),
        ("if (x)\n\n  f(\n    `a  b`,\n  );\n", "if (x)\nf(\n`a  b`,\n);\n"),
    ],
)
def test_scripts_are_published_without_comments_and_indents(code: str, kept: str) -> None:
    assert bare(code) == kept


def test_each_kind_of_page_keeps_to_its_budget(site: Path) -> None:
    budgets = yaml.safe_load(BUDGET.read_text(encoding="utf-8"))
    over = {page: weigh(site, page).over(budget) for page, budget in budgets.items()}
    assert not {page: found for page, found in over.items() if found}
    assert all({"kilobytes", "requests", "elements"} <= set(budget) for budget in budgets.values())


def test_what_a_template_or_a_noscript_holds_is_no_element_of_the_page() -> None:
    html = "<!doctype html><p>a</p><template><p>b</p><template><i>c</i></template><b>d</b></template><p>e</p><noscript><i>f</i></noscript>"
    assert sum(in_document(tags(html))) == 4


def test_a_page_over_its_budget_is_told() -> None:
    assert Weight(31, 34, 6, 100).over({"kilobytes": 30, "requests": 6, "elements": 99}) == ["kilobytes 31 > 30", "elements 100 > 99"]


def test_nothing_is_published_that_no_page_asks_for(site: Path) -> None:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    theirs = ("assets/stylesheets/", "assets/recherche", "assets/javascripts/bundle", "assets/javascripts/lunr", "assets/javascripts/workers")
    assert not {name for name in names if name.endswith(".map") or name.startswith(theirs)}
    assert {name for name in names if name.startswith("search/")} == {"search/moteur.js", "search/page.js"}


def test_no_style_of_the_site_is_for_tags_without_a_class(site: Path) -> None:
    styles = [*site.rglob("*.css"), *site.rglob("*.html")]
    assert not [path.name for path in styles if re.search(r":not\(\[class\]\)[^{<]*\{", path.read_text(encoding="utf-8"))]


def test_no_script_of_ours_stays_as_it_is() -> None:
    """A sign that is half of a pair, in a regular expression, would publish all the comments of its script."""
    scripts = sorted((Path(__file__).parent.parent / "overrides" / "composants").rglob("*.js"))
    assert scripts
    assert [path.name for path in scripts if re.search(r"^ *//", bare(path.read_text(encoding="utf-8")), re.M)] == []
