"""The components' folders: each file is loaded by a component, each file that is named exists, nothing for programmers is published."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from html5lib import parse
from jinja2.meta import find_referenced_templates

from macros.components import KEYS, Components, compiled
from macros.model.kinds import KINDS
from tools.templates import indented, templates

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "overrides" / "composants"
NAMES = sorted(path.name for path in FOLDER.iterdir())
COMPONENTS = Components(FOLDER)
MOST_LINES, LONGEST = 60, 150


def loaded(name: str) -> Iterator[str]:
    """Yield the styles and the scripts that a component names."""
    for suffix in KEYS:
        yield from COMPONENTS.own(name, suffix)


def test_each_style_and_script_is_loaded_by_a_component() -> None:
    files = {path.relative_to(FOLDER).as_posix() for suffix in KEYS for path in FOLDER.rglob(f"*.{suffix}")}
    assert {path for name in NAMES for path in loaded(name)} == files


def test_each_kind_that_a_page_shows_has_its_component() -> None:
    assert {kind.overview for kind in KINDS if kind.overview} <= {*NAMES}


@pytest.mark.parametrize("manifest", sorted(FOLDER.glob("*/composant.yml")), ids=lambda path: path.parent.name)
def test_a_manifest_says_what_the_names_do_not(manifest: Path) -> None:
    said = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    assert {*said} <= {*KEYS.values()}
    alone = {
        key: [f"{manifest.parent.name}.{suffix}"] for suffix, key in KEYS.items() if (manifest.parent / f"{manifest.parent.name}.{suffix}").is_file()
    }
    assert said != alone, "it says what is known without it"


def test_files_come_in_the_order_of_the_manifest_each_once() -> None:
    wanted = [f"composants/{path}" for path in COMPONENTS.own("classe", "js")]
    assert wanted[0] == "composants/commun/jours.js"
    assert wanted[-1] == "composants/classe/classe.js"
    # What its template includes comes before.
    assert COMPONENTS.assets(["classe", "classe"], "js") == ["composants/panne/panne.js", *wanted]


def test_what_is_shared_is_loaded_before_what_asks_for_it() -> None:
    asked, given = re.compile(r"const \{ ([^}]*) \} = window\.Commun;"), re.compile(r"window\.Commun = \{ \.\.\.window\.Commun, ([^}]*) \};")
    for name in NAMES:
        known: set[str] = set()
        for path in COMPONENTS.own(name, "js"):
            script = (FOLDER / path).read_text(encoding="utf-8")
            wanted = {word for words in asked.findall(script) for word in words.split(", ")}
            assert wanted <= known, f"{path}, for {name}"
            known |= {word for words in given.findall(script) for word in words.split(", ")}


def test_what_programmers_read_is_not_published(site: Path) -> None:
    published = {path.suffix for path in (site / "composants").rglob("*") if path.is_file()}
    assert published == {".svg"}


@pytest.mark.parametrize("template", templates(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_is_short_and_indented(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert indented(text) == text, "run: .venv/bin/python -m tools.templates"
    lines = text.splitlines()
    assert len(lines) <= MOST_LINES
    assert [line for line in lines if len(line) > LONGEST] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<ul>\n<li>a</li>\n</ul>\n", "<ul>\n  <li>a</li>\n</ul>\n"),
        ("{% if a %}\n\n<p>\nb\n</p>\n{% else %}\nc\n{% endif %}", "{% if a %}\n  <p>\n    b\n  </p>\n{% else %}\n  c\n{% endif %}\n"),
        ('<input a="b"\nc="{{ d > e }}">\nf', '<input a="b"\n  c="{{ d > e }}">\nf\n'),
        ('<p{% if a %} b="c"{% endif %}\n>d\n</p>', '<p{% if a %} b="c"{% endif %}\n  >d\n</p>\n'),
        ("{% set a %}\n<p>\nb\n</p>\n{% endset %}\n{% set c = 1 %}\nd", "{% set a %}\n  <p>\n    b\n  </p>\n{% endset %}\n{% set c = 1 %}\nd\n"),
        ("{% set a | b(c=d) %}\ne\n{%- endset -%}", "{% set a | b(c=d) %}\n  e\n{%- endset -%}\n"),
        ("<svg>\n<path/>\n</svg>", "<svg>\n  <path/>\n</svg>\n"),
    ],
)
def test_a_template_is_indented_by_what_it_nests(text: str, wanted: str) -> None:
    assert indented(text) == wanted
    assert indented(wanted) == wanted


def test_what_a_template_is_made_of_is_what_jinja_finds() -> None:
    for template in FOLDER.rglob("*.html"):
        found = find_referenced_templates(COMPONENTS.environment.parse(template.read_text(encoding="utf-8")))
        assert COMPONENTS.references(template) == list(dict.fromkeys(found)), template


def test_what_is_compiled_is_kept_apart_for_each_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "gabarit.html").write_text("<i>{{ 'x !' | francais }}</i>", encoding="utf-8")
    kept = tmp_path / "kept"
    former = [Components(tmp_path, kept).render("a") for _ in range(2)]
    assert former[0] == former[1] == Components(tmp_path).render("a")
    assert len([*kept.glob("*/*.cache")]) == 1
    monkeypatch.setattr("macros.components.CODE", "other")
    os.utime(next(kept.iterdir()), (0, 0))
    assert Components(tmp_path, kept).render("a") == former[0]
    assert [path.parent.name for path in kept.glob("*/*.cache")] == ["other"]


def test_the_data_of_a_script_are_the_words_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "gabarit.html").write_text("<script>{{ mots | tojson }}</script><p data-mots='{{ mots | tojson }}'>", encoding="utf-8")
    mots = {"b": 'Tenez à jour l\'<i>"annexe"</i> & l’école', "a": [1, None]}
    found = parse(Components(tmp_path).render("a", mots=mots), namespaceHTMLElements=False)
    assert "à jour" in Components(tmp_path).render("a", mots=mots)
    assert json.loads(found.find(".//script").text) == json.loads(found.find(".//p").get("data-mots")) == mots
    assert not found.findall(".//i")


def test_what_a_process_compiled_serves_until_the_template_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    template = tmp_path / "a" / "gabarit.html"
    template.write_text("<i>un</i>", encoding="utf-8")
    assert Components(tmp_path).render("a") == "<i>un</i>"
    with monkeypatch.context() as patch:
        patch.setattr("jinja2.Environment.compile", None)
        assert Components(tmp_path).render("a") == "<i>un</i>"
    template.write_text("<i>deux</i>", encoding="utf-8")
    assert Components(tmp_path).render("a") == "<i>deux</i>"


def test_a_folder_that_cannot_be_used_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("", encoding="utf-8")
    assert compiled(tmp_path / "kept") is None


def test_a_component_may_be_made_of_several_templates(tmp_path: Path) -> None:
    for path, text in {
        "a/gabarit.html": '{% include "a/partie.html" %}',
        "a/partie.html": '{% include "b/gabarit.html" %}\n<p>\n',
        "b/gabarit.html": "<i>\n",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    components = Components(tmp_path)
    assert components.with_parts("a") == ("b", "a")
    assert components.render("a") == "<i>\n<p>"


# What two files have to say, since a template knows no script: where each says it, below `overrides/`.
SAID_TWICE = {
    "pupils of a class": (("composants/classe/liste.js", r"const MOST = (\d+);"), ("composants/classe/eleves.html", r"Au plus (\d+) élèves\.")),
    "letters of a name": (("composants/classe/verification.js", r"const LONGEST = (\d+);"), ("composants/classe/ligne.html", r'maxlength="(\d+)"')),
    "letters of an evaluation's name": (
        ("composants/autoevaluation/dossiers.js", r"\bnom: (\d+)"),
        ("composants/autoevaluation/dossier.html", r'maxlength="(\d+)"'),
    ),
    "letters of a note": (("composants/autoevaluation/dossiers.js", r"\bnote: (\d+)"), ("composants/autoevaluation/note.html", r'maxlength="(\d+)"')),
    "version of what is kept": (
        ("composants/autoevaluation/dossiers.js", r"const VERSION = (\d+);"),
        ("partials/header.html", r'data-evaluations="[^"]*\.autoevaluation\.(\d+)\."'),
    ),
}


@pytest.mark.parametrize("places", SAID_TWICE.values(), ids=SAID_TWICE)
def test_what_two_files_say_is_the_same(places: tuple[tuple[str, str], ...]) -> None:
    said = [{*re.findall(form, (ROOT / "overrides" / file).read_text(encoding="utf-8"))} for file, form in places]
    assert [len(values) for values in said] == [1] * len(places)
    assert len(set.union(*said)) == 1
