"""The fonts of the sheets: what French typography and Quebec's names need, drawn by the file's own fonts."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import page as pdf_checker
import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from macros.project import Project
from macros.rendering.components import Components
from macros.sheets.fonts import BOLD, REGULAR
from macros.sheets.pdf import characters, pdf
from macros.sheets.sheet import sheet

DAY = date(2026, 9, 1)
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
