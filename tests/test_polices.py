"""The fonts of the sheets: what French typography and Quebec's names need, drawn by the file's own fonts."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import page as pdf_checker
import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from pydantic.fields import FieldInfo

from macros.checking import of_module, printed
from macros.checking.runner import run
from macros.components import Components
from macros.model.base import Modele
from macros.project import Project
from macros.reading.draft import read
from macros.reading.models import walk
from macros.reading.tree import walk as walk_tree
from macros.sheets.glyphs import BOLD, REGULAR, characters
from macros.sheets.paper import html
from macros.sheets.pdf import pdf
from macros.sheets.sheet import sheet

DAY = date(2026, 9, 1)
PAGES = Path("overrides/assets/site/polices/atkinson-hyperlegible-next-latin-wght-normal.woff2")
HEADS = 300
TYPOGRAPHY = "\u00a0\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2015‘’‚‛“”„‟«»‹›…•·†‡‰′″№ℓ°ºª¹²³½¼¾⅓⅔⅛⅜⅝⅞œŒæÆÿŸ€©®™"
SIGNS = "←↑→↓↔✓✔✗✘≤≥≠±×÷−≈∞☐☑☒□■▪●○"
# Of the languages of the First Nations and the Inuit in Quebec, then of people who come from elsewhere.
NAMES = "ᵘʷʼˮꞌȢȣŵŴḵḴɨŊŋΘθāēīōūâêîôû\u0300\u0301\u0302\u0304\u0331\u0332ᐃᓄᒃᑎᑐᑦᓇᔅᑲᐱᐧ" + "ČčŁłŞşĞğİıŐőȘșȚțĐđẠạỄễƠơƯưƏəƐɛƆɔ"


@pytest.fixture(scope="module")
def drawn(project: Project, root: Path) -> bytes:
    """The PDF file of a sheet whose title, organisation (in bold) and note hold all these characters."""
    found, line = sheet(project, "plainte", DAY), readable(TYPOGRAPHY + SIGNS + NAMES)
    form = found.form.model_copy(update={"titre": f"{line} 14\u202fans, porte\u2011clés"})
    return pdf(replace(found, form=form, organisation=line, notes=(line,)), Components(root / "overrides" / "composants"))


def test_the_font_of_the_pages_has_the_weights_of_the_styles_and_no_other(root: Path) -> None:
    (weights,) = TTFont(root / PAGES)["fvar"].axes
    least, most = int(weights.minValue), int(weights.maxValue)
    styles = {path: path.read_text(encoding="utf-8") for path in sorted((root / "overrides").rglob("*.css"))}
    assert f"font-weight: {least} {most};" in styles[root / "overrides/assets/site/site.css"]
    asked = {int(weight) for text in styles.values() for weight in re.findall(r"font-weight: (\d+);", text)}
    assert {min(asked), max(asked)} == {least, most}


def test_the_font_of_the_pages_comes_in_the_first_segments_that_a_server_sends(root: Path) -> None:
    """Ten of 1,460 bytes, heads included (RFC 6928): one more is a whole journey more before the text is drawn as meant."""
    assert (root / PAGES).stat().st_size < 10 * 1460 - HEADS


@pytest.mark.parametrize("text", ["abcdefghijklmnopqrstuvwxyz", "àâäæçèéêëîïôöùûüœ", "áíóúñãõ", "0123456789@#%&+=/_;:!?", "«\u00a0»’“”–—…·•°×©¹²"])
def test_the_font_of_the_pages_has_what_is_written_here(root: Path, text: str) -> None:
    has = TTFont(root / PAGES).getBestCmap()
    assert {one for one in text + text.upper() if ord(one) not in has} == set()


def test_the_digits_of_the_pages_can_stand_under_one_another(root: Path) -> None:
    font = TTFont(root / PAGES)
    (tabular,) = {feature.FeatureTag for feature in font["GSUB"].table.FeatureList.FeatureRecord}
    assert tabular == "tnum"
    assert len({font["hmtx"][other][0] for lookup in font["GSUB"].table.LookupList.Lookup for other in lookup.SubTable[0].mapping.values()}) == 1


def readable(characters: str) -> str:
    """Return the characters apart, each mark on a letter."""
    return " ".join(f"a{c}" if unicodedata.combining(c) else c for c in characters if not c.isspace())


@pytest.mark.parametrize("path", [REGULAR, BOLD], ids=lambda path: path.stem)
def test_both_fonts_have_what_is_needed(path: Path) -> None:
    has = TTFont(path).getBestCmap()
    assert {f"{c} U+{ord(c):04X}" for c in TYPOGRAPHY + SIGNS + NAMES if ord(c) not in has} == set()
    assert has.keys() == characters()


@pytest.mark.parametrize("path", [REGULAR, BOLD], ids=lambda path: path.stem)
def test_every_sign_is_drawn(path: Path) -> None:
    font = TTFont(path)
    names = font.getBestCmap()
    empty = {c for c in TYPOGRAPHY + SIGNS + NAMES if not font["glyf"][names[ord(c)]].numberOfContours}
    assert empty == {c for c in TYPOGRAPHY if c.isspace()}
    assert {chr(code) for code, name in names.items() if name == ".notdef"} == set()


def test_the_licence_names_each_source() -> None:
    licence = (REGULAR.parent / "LICENSE-feuille.txt").read_text(encoding="utf-8")
    assert all(name in licence for name in ("atkinson-hyperlegible-next", "latin-greek-cyrillic", "canadian-aboriginal", "notofonts/symbols"))


def test_a_sheet_that_holds_them_all_is_accessible_and_uses_no_other_font(drawn: bytes) -> None:
    report = pdf_checker.validate_pdf_bytes(drawn, profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]
    with pikepdf.open(io.BytesIO(drawn)) as file:
        names = {str(font.BaseFont).rpartition("+")[2].lstrip("/") for leaf in file.pages for font in leaf.Resources.Font.values()}
    assert names == {"Feuille-Regular", "Feuille-Bold"}


def test_what_is_drawn_can_be_read_back(drawn: bytes) -> None:
    document = pypdfium2.PdfDocument(drawn)
    text = unicodedata.normalize("NFC", "".join(leaf.get_textpage().get_text_bounded() for leaf in document))
    document.close()
    # A reader takes a hyphen at the end of a line for a word cut there.
    expected = {c for c in unicodedata.normalize("NFC", TYPOGRAPHY + SIGNS + NAMES) if not c.isspace() and not unicodedata.combining(c)}
    assert expected - {*text} <= {"\u2010", "\u2011"}


def marked(value: Any, numbers: Iterator[int]) -> Any:
    """Return a value of a model, each of its texts followed by a sign that the fonts lack and a number of its own."""
    if isinstance(value, list):
        return [marked(item, numbers) for item in value]
    if not isinstance(value, Modele):
        return value
    fields = type(value).model_fields
    return value.model_copy(update={name: changed(getattr(value, name), field, numbers) for name, field in fields.items()})


def changed(value: Any, field: FieldInfo, numbers: Iterator[int]) -> Any:
    """Return the value of a field with its texts marked; codes and ids stay."""
    if "as_text" not in repr(field):
        return marked(value, numbers)
    if isinstance(value, str):
        return f"{value} ☃{next(numbers)}☃"
    return [changed(item, field, numbers) for item in value] if isinstance(value, list) else value


def test_every_text_that_a_sheet_draws_is_looked_at(frozen_root: Path) -> None:
    draft, numbers = read(frozen_root, walk_tree(frozen_root)), count()
    draft.models = {file: marked(model, numbers) for file, model in draft.models.items()}
    told = {(mistake.file, mistake.line) for mistake in run(draft, of_module(printed.__name__))}
    places = {
        int(found[1]): (file, draft.sources[file].line(path))
        for file, model in draft.models.items()
        for path, value in walk(model)
        if isinstance(value, str) and (found := re.search(r"☃(\d+)☃", value))
    }
    project, components = Project(draft), Components(frozen_root / "overrides" / "composants")
    drawn = {int(number) for id_ in project.formulaires for number in re.findall(r"☃(\d+)☃", html(sheet(project, id_, DAY), components))}
    assert len(places) == next(numbers) > 1000
    assert len(drawn) > 150
    assert {places[number] for number in drawn} - told == set()
