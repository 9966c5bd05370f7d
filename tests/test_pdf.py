"""The PDF sheets: accessible, light, the same each time, empty, and keeping what two libraries write in them."""

from __future__ import annotations

import errno
import io
import os
import pickle
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import page as pdf_checker
import pikepdf
import pypdfium2.raw as pdfium
import pytest
from pypdf import PdfReader, PdfWriter

from macros.components import Components
from macros.export import sheets as export
from macros.mistakes import Mistake, MistakesError
from macros.model.base import JourAnnee
from macros.model.echeances import Echeance
from macros.model.formulaires import TIERS, Champ
from macros.project import Project
from macros.rendering.context import Context
from macros.sheets.acroform import Form
from macros.sheets.docx import docx
from macros.sheets.fonts import NAME, FieldFont
from macros.sheets.glyphs import characters
from macros.sheets.paper import html
from macros.sheets.pdf import laid_out, pdf
from macros.sheets.pieces import Part, Repeat
from macros.sheets.proposals import Proposal, proposal
from macros.sheets.questions import LINE_HOLDS, WORDS, answers, lines, most, question, question_of, readers
from macros.sheets.sheet import Sheet, sheet
from macros.typography import french
from tests.copie import FROZEN
from tests.papier import LEAST_LETTERS, least_letters, leaves, text_of
from tests.remplissage import fill_with_pdfium, fill_with_pypdf, opened, read_with_pdfium, read_with_pypdf

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 9, 1)
FORMS = sorted(path.stem for path in (FROZEN / "data" / "formulaires").glob("*.yml"))
MOST_BYTES = 80_000
# What the name of a parent holds.
MOST_TYPED = 80
NAMES = ("St-Gelais", "Čapek", "Léa", "ᐃᓄᒃᑎᑐᑦ", "Nguyễn Thị Hoà", "d’Élise O’Neil-Bérubé")
MADE_ELSEWHERE = """
import sys
from datetime import date
from pathlib import Path
from macros.components import Components
from macros.project import Project
from macros.reading.draft import read
from macros.reading.tree import walk
from macros.rendering.catalogue import MACROS
from macros.sheets.pdf import pdf
from macros.sheets.sheet import sheet
root, folder, day = Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3])
# What was read is sound: the tests of this process have checked it.
project = Project(read(root, walk(root), MACROS))
for id_ in project.formulaires:
    (folder / f"{id_}.pdf").write_bytes(pdf(sheet(project, id_, day), Components(root / "overrides" / "composants")))
"""


@pytest.fixture(scope="module")
def components(root: Path) -> Components:
    return Components(root / "overrides" / "composants")


@pytest.fixture(scope="module")
def sheets(project: Project) -> dict[str, Sheet]:
    return {id_: sheet(project, id_, DAY) for id_ in project.formulaires}


@pytest.fixture(scope="module")
def files(sheets: dict[str, Sheet], components: Components) -> dict[str, bytes]:
    return {id_: pdf(found, components) for id_, found in sheets.items()}


@pytest.fixture(scope="module")
def elsewhere(frozen_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elsewhere")
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", MADE_ELSEWHERE, frozen_root, folder, DAY.isoformat()], cwd=frozen_root, env=environment, check=True)
    return folder


def test_every_form_has_its_file(files: dict[str, bytes]) -> None:
    assert sorted(files) == FORMS


@pytest.mark.parametrize("form", FORMS)
def test_another_process_makes_the_same_bytes(form: str, files: dict[str, bytes], elsewhere: Path) -> None:
    assert (elsewhere / f"{form}.pdf").read_bytes() == files[form]


@pytest.mark.parametrize("form", FORMS)
def test_it_is_light(form: str, files: dict[str, bytes]) -> None:
    assert len(files[form]) < MOST_BYTES


@pytest.mark.parametrize("form", FORMS)
def test_a_checker_finds_it_accessible(form: str, files: dict[str, bytes]) -> None:
    report = pdf_checker.validate_pdf_bytes(files[form], profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


@pytest.mark.parametrize("form", FORMS)
def test_its_first_page_says_that_it_does_not_bind(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    first = text_of(leaves(files[form])[:1])
    assert ("n’oblige pas le personnel" in first) == bool(sheets[form].reference)


@pytest.mark.parametrize("form", FORMS)
def test_it_says_what_it_is(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    with pikepdf.open(io.BytesIO(files[form])) as file:
        root = file.Root
        assert str(root.Lang) == "fr-CA"
        assert root.MarkInfo.Marked
        assert root.StructTreeRoot.K
        assert root.ViewerPreferences.DisplayDocTitle
        assert all(leaf.obj.Tabs == "/S" for leaf in file.pages)
        assert str(file.docinfo.Title) == french(sheets[form].titre)
        assert "/CreationDate" not in file.docinfo
        assert file.open_metadata()["pdfuaid:part"] == "1"
        # Nothing runs, nothing asks readers to draw the fields again.
        assert not {"/NeedAppearances", "/XFA", "/CO"} & set(root.AcroForm.keys())
        assert not {"/OpenAction", "/AA", "/Names"} & set(root.keys())


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_holds_on_one_page_or_fills_a_second_one(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    pages = [leaf.extract_text() for leaf in PdfReader(io.BytesIO(files[form])).pages]
    copies = pages[: len(pages) - len(sheets[form].once)]
    assert len(copies) <= 2
    assert all(f"Page {number} de {len(copies)}" in text for number, text in enumerate(copies, start=1))
    # No line is pushed alone to another page.
    assert [text for text in pages if len(text.splitlines()) < 6] == []


def test_a_parent_reads_the_consent_on_one_page(files: dict[str, bytes]) -> None:
    assert len(PdfReader(io.BytesIO(files["consentement"])).pages) == 1


@pytest.mark.parametrize("form", FORMS)
def test_a_worn_copier_loses_no_letters(form: str, files: dict[str, bytes]) -> None:
    assert least_letters(files[form]) >= LEAST_LETTERS


@pytest.mark.parametrize("form", FORMS)
def test_every_font_is_embedded(form: str, files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files[form])) as file:
        fonts = [*file.pages[0].Resources.Font.values(), *file.Root.AcroForm.DR.Font.values()]
        names = {str(font.BaseFont) for font in fonts}
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
        assert {name.rpartition("+")[2].lstrip("/") for name in names} == {"Feuille-Regular", "Feuille-Bold"}


@pytest.mark.parametrize("form", FORMS)
def test_every_field_is_there_once_with_its_question(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    with pikepdf.open(io.BytesIO(files[form])) as file:
        fields = [*file.Root.AcroForm.Fields]
        assert [str(field.T) for field in fields] == [str(champ.id) for champ in sheets[form].fields]
        assert sorted(str(champ.id) for champ in sheets[form].form.champs) == sorted(str(field.T) for field in fields)
        for field, champ in zip(fields, sheets[form].fields, strict=True):
            check_field(field, champ, sheets[form])


def check_field(field: Any, champ: Champ, found: Sheet) -> None:
    """Check a field against its definition."""
    assert str(field.TU) == question(found, champ)
    flags = int(field.get("/Ff", 0))
    required = champ.requis and champ.qui in readers(found)
    if champ.genre == "bloc":
        check_lines([*field.Kids], champ, required)
        return
    if not answers(champ):
        assert field.FT == "/Tx"
        assert field.MaxLen == most(champ)
        assert champ.longueur in (None, most(champ))
        assert not flags & 1 << 12
        assert bool(flags & 1 << 1) == required
        return
    kids = [*field.Kids]
    assert [str(kid.TU) for kid in kids] == [question_of(found, champ, option) for option in answers(champ)]
    assert [{*kid.AP.N.keys()} for kid in kids] == [{f"/{option.id}", "/Off"} for option in answers(champ)]
    if champ.genre == "cases":
        assert [str(kid.T) for kid in kids] == [option.id for option in answers(champ)]
        assert all(kid.FT == "/Btn" and "/Ff" not in kid for kid in kids)
    else:
        # Exclusive: radio buttons, not check boxes.
        assert field.FT == "/Btn"
        assert flags & 1 << 15
        assert bool(flags & 1 << 1) == required
        assert all("/T" not in kid for kid in kids)


def check_lines(kids: list[Any], champ: Champ, required: bool) -> None:
    """Check the lines of a box: enough for its longest text, each of which takes no more than it shows; none has several lines."""
    assert [str(kid.T) for kid in kids] == [str(number) for number in range(1, lines(champ) + 1)]
    assert len(kids) > (champ.lignes or 3)
    assert len(kids) * LINE_HOLDS > (champ.longueur or 0)
    assert all(kid.FT == "/Tx" and int(kid.MaxLen) == LINE_HOLDS and not int(kid.Ff) & 1 << 12 for kid in kids)
    assert [bool(int(kid.Ff) & 1 << 1) for kid in kids] == [required, *[False] * (len(kids) - 1)]


@pytest.mark.parametrize("form", FORMS)
def test_what_one_hears_begins_with_the_answer_and_is_short(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    with pikepdf.open(io.BytesIO(files[form])) as file:
        heard = [str(element.TU) for element in elements(file.Root.AcroForm.Fields) if "/TU" in element]
    assert heard
    assert [text for text in heard if len(text.split()) >= WORDS] == []
    # What helps the staff is not for whom the sheet is given to.
    notes = [french(champ.aide) for champ in sheets[form].fields if champ.aide and champ.qui not in TIERS]
    assert not [text for text in heard for note in notes if note in text]


def test_a_field_that_ends_a_sentence_says_that_its_stop_is_there(files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files["annonce-changements"])) as file:
        heard = {str(field.T): str(field.TU) for field in file.Root.AcroForm.Fields}
    assert [name for name, text in heard.items() if "sans point à la fin" in text] == ["moyen"]


def test_the_two_authorisations_are_told_by_their_numbers(files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files["consentement"])) as file:
        heard = [str(kid.TU) for field in file.Root.AcroForm.Fields if str(field.T).startswith("autorisation") for kid in field.Kids]
    assert [text.partition("\u00a0:")[0] for text in heard] == [f"{answer}, autorisation {n}" for n in (1, 2) for answer in ("Oui", "Non")]


@pytest.mark.parametrize("form", FORMS)
def test_a_pen_can_tick_the_squares(form: str, files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files[form])) as file:
        squares = [[*map(float, w.Rect)] for leaf in file.pages for w in leaf.obj.get("/Annots", []) if "/AS" in w]
    assert all(x2 - x1 >= 12 and y2 - y1 >= 12 for x1, y1, x2, y2 in squares)


@pytest.mark.parametrize("form", FORMS)
def test_printed_blank_each_field_has_its_name(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    text = "".join("".join(leaf.extract_text().split()) for leaf in PdfReader(io.BytesIO(files[form])).pages)
    assert [champ.libelle for champ in sheets[form].fields if "".join(french(champ.libelle).split()) not in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_places_to_fill_are_on_the_page_and_apart(form: str, files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files[form])) as file:
        for leaf in file.pages:
            boxes = [tuple(map(float, widget.Rect)) for widget in leaf.obj.get("/Annots", [])]
            assert all(36 <= x1 < x2 <= 576 and 18 <= y1 < y2 <= 774 for x1, y1, x2, y2 in boxes)
            assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
            # Tags and places answer each other.
            assert all("/StructParent" in widget and int(widget.F) == 4 for widget in leaf.obj.get("/Annots", []))


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Tell whether two rectangles share more than an edge."""
    edge = 0.5
    return all(min(one[i + 2], other[i + 2]) - max(one[i], other[i]) > edge for i in (0, 1))


@pytest.mark.parametrize("form", FORMS)
def test_the_tags_hold_the_fields_in_the_order_of_the_sheet(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    with pikepdf.open(io.BytesIO(files[form])) as file:
        order = [owner(widget) for widget in tagged(file.Root.StructTreeRoot.K[0])]
    found = sheets[form]
    lines_ = [(line, part) for parts in (found.copied, found.once) for part in parts for block in part.blocks for line in block.lines]
    lines_.insert(sum(len(block.lines) for part in found.copied for block in part.blocks), (found.retour or (), None))
    assert order == [name for line, part in lines_ for piece in line if not isinstance(piece, str) for name in places(found, piece, part)]


def places(found: Sheet, piece: Champ | Repeat, part: Part | None) -> list[str]:
    """Return the name of a field as often as it has places: none where a sentence says it in words, or leaves it to the hand."""
    champ = piece.champ if isinstance(piece, Repeat) else piece
    if isinstance(piece, Repeat) and (champ.rappel or found.filled_apart(champ, part)):
        return []
    return [str(champ.id)] * (lines(champ) or len(answers(champ)) or 1)


def tagged(element: Any) -> Iterator[Any]:
    """Yield the places of a tree of tags in the order of reading; each is in a Form element."""
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and child.get("/Type") == "/OBJR":
            assert element.S == "/Form"
            yield child.Obj
        elif isinstance(child, pikepdf.Dictionary):
            yield from tagged(child)


def owner(widget: Any) -> str:
    """Return the name of the field of a place."""
    return owner(widget.Parent) if "/Parent" in widget else str(widget.T)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_filled_but_what_the_site_proposes_to_the_staff(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    by_id = sheets[form].form.par_id
    with pikepdf.open(io.BytesIO(files[form])) as file:
        filled = {owner(element) for element in elements(file.Root.AcroForm.Fields) if has_value(element)}
    proposed = {id_ for id_, proposal in sheets[form].proposals.items() if proposal.valeur}
    assert filled == proposed
    assert not [id_ for id_ in filled if by_id[id_].qui in TIERS or by_id[id_].genre in ("oui-non", "choix", "cases", "signature")]
    assert set(read_with_pdfium(files[form])) == set(read_with_pypdf(files[form])) == proposed


def elements(fields: Any) -> Iterator[Any]:
    """Yield fields and all that is under them."""
    for field in fields:
        yield field
        yield from elements(field.get("/Kids", []))


def has_value(element: Any) -> bool:
    """Tell whether a field or one of its places holds, shows or falls back on anything."""
    if {"/V", "/DV", "/RV"} & set(element.keys()) or element.get("/AS", "/Off") != "/Off":
        return True
    drawing = element.AP.N if "/AP" in element else None
    return isinstance(drawing, pikepdf.Stream) and bytes(drawing.read_bytes()) != b"/Tx BMC EMC"


def test_what_a_parent_gives_can_be_filled_through_no_proposal(sheets: dict[str, Sheet], components: Components) -> None:
    consent = sheets["consentement"]
    theirs = [champ for champ in consent.fields if champ.libre]
    assert {champ.genre for champ in theirs} >= {"oui-non", "signature", "date"}
    # What is laid out has no value yet: it is the same for each of them.
    rough = laid_out(html(consent, components), components)
    for champ in theirs:
        forced = replace(consent, proposals={**consent.proposals, str(champ.id): Proposal("Oui")})
        assert html(forced, components) == html(consent, components)
        with pytest.raises(ValueError, match="rempli d'avance"):
            docx(forced)
        with pytest.raises(ValueError, match="rempli d'avance"), pikepdf.open(io.BytesIO(rough)) as file:
            Form(file, forced, FieldFont()).build()


def values_for(file: bytes, found: Sheet) -> dict[str, str]:
    """Return a value for each field of a sheet, and for the last answer of each question."""
    values = {}
    for number, champ in enumerate(found.fields):
        options = [option.id for option in answers(champ)]
        if champ.genre == "cases":
            values.update({f"{champ.id}.{option}": option for option in options})
        elif champ.genre == "bloc":
            values.update({f"{champ.id}.{line}": NAMES[line % len(NAMES)] for line in range(1, lines(champ) + 1)})
        else:
            text = NAMES[number % len(NAMES)]
            values[str(champ.id)] = options[number % len(options)] if options else text[: champ.longueur or len(text)]
    return {name: value.strip() for name, value in values.items()}


@pytest.mark.parametrize("form", FORMS)
def test_what_pypdf_writes_pdfium_reads(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    values = values_for(files[form], sheets[form])
    filled = fill_with_pypdf(files[form], values)
    assert read_with_pdfium(filled) == read_with_pypdf(filled) == values


@pytest.mark.parametrize("form", FORMS)
def test_what_pdfium_writes_pypdf_reads(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    values = values_for(files[form], sheets[form])
    filled = fill_with_pdfium(files[form], values)
    assert read_with_pypdf(filled) == read_with_pdfium(filled) == values


PROSE = "Nous montrons ici les travaux de la classe et répondons aux questions, "
CAPITALS = "ÉLISABETH DESROCHERS-VILLENEUVE, MARGUERITE-MARIE WAWANOLOATH, "
LEAST_SIZE = 5


@pytest.mark.parametrize("fill", [fill_with_pypdf, fill_with_pdfium])
@pytest.mark.parametrize("text", [PROSE * 20, CAPITALS * 20], ids=["prose", "capitals"])
@pytest.mark.parametrize("form", FORMS)
def test_all_that_a_field_takes_is_shown(form: str, text: str, fill: Any, files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files[form])) as file:
        brim = {full_name(one): text[: int(one.MaxLen)].strip() for one in elements(file.Root.AcroForm.Fields) if one.get("/FT") == "/Tx"}
    filled = fill(files[form], brim)
    assert {name: kept for name, kept in read_with_pdfium(filled).items() if name in brim} == brim
    with pikepdf.open(io.BytesIO(filled)) as file:
        drawn = [shown(widget) for leaf in file.pages for widget in leaf.obj.get("/Annots", []) if owner_kind(widget) == "/Tx"]
    assert [name for name, text, _, _ in drawn if text != brim[name]] == []
    assert [(name, size) for name, _, size, _ in drawn if text.startswith(PROSE) and size < LEAST_SIZE] == []
    assert [(name, spare) for name, _, _, spare in drawn if spare < 0] == []


def test_seven_short_lines_are_all_shown(files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    lines_ = (
        "12, rue Feinte, app. 3", "Roberval (Québec)", "G8H 0X0", "Tél. : 418 555-0100", "Cell. : 418 555-0101", "xena.testard@exemple.ca",
        "le soir seulement",
    )  # fmt: skip
    assert lines(sheets["plainte"].form.par_id["coordonnees"]) >= len(lines_)
    filled = fill_with_pdfium(files["plainte"], {f"coordonnees.{number}": line for number, line in enumerate(lines_, start=1)})
    with opened(filled) as (document, _):
        pdfium.FPDFPage_Flatten(document[0], 0)
        text = document[0].get_textpage().get_text_bounded()
    assert [line for line in lines_ if line not in text] == []


def test_a_paste_of_many_lines_is_refused_before_it_is_lost(files: dict[str, bytes]) -> None:
    pasted = "\n".join(f"ligne {number}" for number in range(30))
    filled = fill_with_pdfium(files["plainte"], {"faits.1": pasted})
    kept = read_with_pdfium(filled)["faits.1"]
    assert "\n" not in kept
    assert len(kept) <= LINE_HOLDS
    with pikepdf.open(io.BytesIO(filled)) as file:
        drawn = next(shown(w) for leaf in file.pages for w in leaf.obj.Annots if full_name(w) == "faits.1")
    assert drawn[1] == kept
    assert drawn[3] >= 0


@cache
def field_font() -> tuple[dict[int, str], list[int]]:
    """Return the character of each glyph of the fields' font, and their widths."""
    font = FieldFont()
    return {glyph: chr(code) for code, glyph in sorted(font.glyphs.items(), reverse=True)}, font.widths()


def shown(widget: Any) -> tuple[str, str, float, float]:
    """Return what a place shows: its name, the text that is drawn, its size, and the room left on the right, in points."""
    characters, widths = field_font()
    drawn = [*pikepdf.parse_content_stream(widget.AP.N)]
    codes = b"".join(bytes(item.operands[0]) for item in drawn if str(item.operator) == "Tj")
    glyphs = [int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2)]
    size = min((float(item.operands[1]) for item in drawn if str(item.operator) == "Tf"), default=0)
    x1, _, x2, _ = map(float, widget.Rect)
    room = abs(x2 - x1) - sum(widths[glyph] for glyph in glyphs) * size / 1000
    return full_name(widget), "".join(characters[glyph] for glyph in glyphs), size, room


def full_name(element: Any) -> str:
    """Return the name of a field with those above it."""
    above = full_name(element.Parent) if "/Parent" in element else ""
    return ".".join(filter(None, [above, str(element.get("/T", ""))]))


def owner_kind(element: Any) -> str:
    """Return the kind of the field of a place."""
    return str(element.FT) if "/FT" in element else owner_kind(element.Parent) if "/Parent" in element else ""


@pytest.mark.parametrize("fill", [fill_with_pypdf, fill_with_pdfium])
def test_yes_and_no_exclude_each_other(fill: Any, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    asked = [str(champ.id) for champ in sheets["consentement"].fields if champ.genre == "oui-non"]
    file = files["consentement"]
    for answer in ("oui", "non", "oui"):
        file = fill(file, dict.fromkeys(asked, answer))
        assert {name: read_with_pdfium(file)[name] for name in asked} == dict.fromkeys(asked, answer)
        with pikepdf.open(io.BytesIO(file)) as saved:
            fields = [field for field in saved.Root.AcroForm.Fields if str(field.T) in asked]
            assert [str(field.V) for field in fields] == [f"/{answer}"] * len(asked)
            assert all(Counter(str(kid.AS) for kid in field.Kids) == {f"/{answer}": 1, "/Off": 1} for field in fields)


def test_names_of_all_origins_are_drawn_with_the_font_of_the_file(files: dict[str, bytes]) -> None:
    values = {"parent": "Čapek ᐃᓄᒃᑎᑐᑦ", "enfant": "Nguyễn Thị Hoà, d’Élise"}
    writer = PdfWriter(clone_from=io.BytesIO(files["consentement"]))
    writer.update_page_form_field_values(None, dict(values), auto_regenerate=False, flatten=True)
    flat = io.BytesIO()
    writer.write(flat)
    with opened(flat.getvalue()) as (document, _):
        text = document[0].get_textpage().get_text_bounded()
    assert all(value in text for value in values.values())


def test_chrome_draws_every_sign_of_the_font_with_it(files: dict[str, bytes]) -> None:
    signs = "".join(chr(code) for code in sorted(characters()) if unicodedata.category(chr(code))[0] not in "CZ")
    assert all(sign in signs for sign in "ễŒ’ČșᐃŁ")
    for start in range(0, len(signs), MOST_TYPED):
        typed = signs[start : start + MOST_TYPED]
        assert drawn_in(fill_with_pdfium(files["consentement"], {"parent": typed}), "parent") == FieldFont().encode(typed)


@pytest.mark.parametrize("form", FORMS)
def test_the_page_says_which_letters_its_pdf_may_not_show(form: str, site: Path) -> None:
    text = " ".join((site / "modeles" / form / "index.html").read_text(encoding="utf-8").split())
    assert "lettres arabes, chinoises ou cyrilliques, imprimez plutôt cette page" in text


def drawn_in(file: bytes, name: str) -> bytes:
    """Return the codes of what a field shows in the font of the file, and in no other."""
    with pikepdf.open(io.BytesIO(file)) as opened_:
        field = next(field for field in opened_.Root.AcroForm.Fields if str(field.T) == name)
        content = pikepdf.parse_content_stream(field.AP.N)
    assert {str(item.operands[0]) for item in content if str(item.operator) == "Tf"} == {str(NAME)}
    return b"".join(bytes(item.operands[0]) for item in content if str(item.operator) == "Tj")


def test_a_field_that_shows_twice_is_one_field(sheets: dict[str, Sheet], components: Components) -> None:
    consent = sheets["consentement"]
    child = consent.form.par_id["enfant"].model_copy(update={"rappel": None})
    twice = replace(consent, retour=("Pour ", Repeat(child)))
    with pikepdf.open(io.BytesIO(pdf(twice, components))) as file:
        fields = {str(field.T): field for field in file.Root.AcroForm.Fields}
        assert [*fields] == [str(champ.id) for champ in twice.fields]
        assert len(fields["enfant"].Kids) == 2
    filled = fill_with_pdfium(pdf(twice, components), {"enfant": "Léa"})
    assert read_with_pypdf(filled) == {**read_with_pypdf(pdf(twice, components)), "enfant": "Léa"}


def test_a_character_without_glyph_is_told(sheets: dict[str, Sheet], components: Components) -> None:
    with pytest.raises(ValueError, match="caractère « 漢 »"):
        pdf(replace(sheets["consentement"], notes=("漢字",)), components)


def test_what_is_wrong_in_a_sheet_comes_back_from_the_process_that_made_it(project: Project, components: Components, tmp_path: Path) -> None:
    """An exception that could not cross would leave the build waiting for ever."""
    wrong = MistakesError([Mistake("a", 1, "b", "c")])
    assert pickle.loads(pickle.dumps(wrong)).mistakes == wrong.mistakes
    copy = tmp_path / "overrides" / "composants"
    shutil.copytree(components.folder, copy)
    (copy / "feuille-pdf" / "gabarit.html").write_text("<p>\n{{ inconnu }}\n</p>", encoding="utf-8")
    assert len(project.formulaires) >= export.MANY
    with pytest.raises(MistakesError, match=r"overrides/composants/feuille-pdf/gabarit.html:2 : ce gabarit demande « inconnu »"):
        export.write(Context(project, Components(copy), today=DAY), tmp_path / "site", tmp_path)


def test_an_unchanged_form_is_not_made_again(
    project: Project, components: Components, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made: list[str] = []
    monkeypatch.setattr(export, "MANY", 99)
    monkeypatch.setattr(export, "maker_of", lambda format_, _: lambda found: made.append(f"{found.id}.{format_}") or found.titre.encode())
    context = Context(project, components, today=DAY)
    letters = [id_ for id_, form in project.formulaires.items() if form.nature == "lettre"]
    written = export.write(context, tmp_path / "site", tmp_path)
    assert [path.name for path in written] == made == [*(f"{id_}.pdf" for id_ in project.formulaires), *(f"{id_}.docx" for id_ in letters)]
    assert f"PDF : 3 sur {len(project.formulaires)}, {[*project.formulaires][2]}\n" in capsys.readouterr().out

    made.clear()
    assert export.write(context, tmp_path / "again", tmp_path) == [tmp_path / "again" / "modeles" / path.name for path in written]
    assert (made, capsys.readouterr().out) == ([], "")

    original = export.sheet
    monkeypatch.setattr(export, "sheet", lambda *given: changed(original(*given)))
    export.write(context, tmp_path / "site", tmp_path)
    assert made == ["consentement.pdf"]
    assert capsys.readouterr().out == "PDF : 1 sur 1, consentement\n"


def published(context: Context, folder: Path) -> dict[str, bytes]:
    """Publish the files of the sheets in a folder of their own and return their contents."""
    site = folder / str(len([*folder.iterdir()]))
    return {path.name: path.read_bytes() for path in export.write(context, site, folder)}


def test_a_cached_file_that_is_not_as_it_was_made_is_made_again(
    project: Project, components: Components, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(export, "MANY", 99)
    monkeypatch.setattr(export, "maker_of", lambda format_, _: lambda found: f"{found.id}.{format_}".encode() * 1000)
    context = Context(project, components, today=DAY)
    expected = published(context, tmp_path)
    cut, emptied, flipped, longer, swapped, *_ = sorted((tmp_path / export.CACHE).glob("*.pdf"))
    word, *_ = sorted((tmp_path / export.CACHE).glob("*.docx"))
    capsys.readouterr()

    swapped.write_bytes(cut.read_bytes())
    cut.write_bytes(cut.read_bytes()[:5000])
    emptied.write_bytes(b"")
    flipped.write_bytes(bytes([flipped.read_bytes()[0] ^ 1]) + flipped.read_bytes()[1:])
    longer.write_bytes(longer.read_bytes() + b"\n")
    word.write_text("<!doctype html><title>Sign in</title>", encoding="utf-8")
    assert published(context, tmp_path) == expected
    said = capsys.readouterr().out
    assert "PDF : 5 sur 5, " in said
    assert "Word : 1 sur 1, " in said

    assert published(context, tmp_path) == expected
    assert capsys.readouterr().out == ""


def test_a_cache_that_cannot_be_used_costs_time_and_no_file(
    project: Project, components: Components, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(export, "MANY", 99)
    monkeypatch.setattr(export, "maker_of", lambda format_, _: lambda found: found.titre.encode())
    context = Context(project, components, today=DAY)
    expected = published(context, tmp_path)
    for place in (export.CACHE, str(Path(export.CACHE).parent)):
        shutil.rmtree(tmp_path / place)
        (tmp_path / place).write_text("a file where a folder is due", encoding="utf-8")
        capsys.readouterr()
        assert published(context, tmp_path) == expected
        (tmp_path / place).unlink()
        said = [line for line in capsys.readouterr().out.splitlines() if " sur " not in line]
        assert len(said) == 1
        assert said[0].startswith("Les feuilles seront refaites à chaque fois. ")
        assert str(tmp_path / ".cache") in said[0]
        (tmp_path / ".cache").mkdir(exist_ok=True)


def test_a_full_disk_leaves_no_part_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    export.keep_all({tmp_path / "a.pdf": b"x" * 1000})
    assert [*tmp_path.iterdir()] == []
    assert " : le disque est plein ; libérez de l'espace, puis recommencez\n" in capsys.readouterr().out


def changed(found: Sheet) -> Sheet:
    """Return a sheet, with one word more if it is the consent."""
    return replace(found, notes=(*found.notes, "Merci.")) if found.id == "consentement" else found


def test_the_code_and_the_libraries_count_in_the_cache(components: Components, monkeypatch: pytest.MonkeyPatch) -> None:
    before = export.fingerprint_of_recipe(components)
    assert export.fingerprint_of_recipe(components) == before
    monkeypatch.setattr(export, "version", lambda name: "0")
    assert export.fingerprint_of_recipe(components) != before
    names = {path.name for path in export.ingredients(components)}
    assert names >= {
        "acroform.py",
        "sheet.py",
        "feuille-regular.ttf",
        "document.xml",
        "gabarit.html",
        "feuille-pdf.css",
        "typography.py",
        "genres.py",
    }


# What these say of a sheet is in its definition, whose words count as well.
DEFINED_BY = ("project", "rules", "clauses", "school_year", "template_errors")


def test_what_makes_a_sheet_counts_in_the_cache(components: Components) -> None:
    makers = (path.read_text(encoding="utf-8") for path in (export.CODE / "sheets").glob("*.py"))
    used = {module for text in makers for module in re.findall(r"^ *from macros\.([\w.]+) import", text, re.M)}
    counted = {path.relative_to(export.CODE).with_suffix("") for path in export.ingredients(components) if path.is_relative_to(export.CODE)}
    inside = {Path(*module.split(".")) for module in used if module.split(".")[0] not in DEFINED_BY}
    assert Path("words") in inside
    assert inside <= counted


def test_the_cache_forgets_what_no_longer_serves(tmp_path: Path) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    for path in (old, new):
        path.write_bytes(b"")
    os.utime(old, (0, 0))
    export.forget(tmp_path)
    assert [*tmp_path.iterdir()] == [new]


@pytest.mark.parametrize(
    ("last", "day", "proposed"),
    [
        ("06-30", "2026-11-30", "2027-06-30"),
        ("07-15", "2026-11-30", "2027-07-15"),
        ("07-15", "2027-07-02", "2027-07-15"),
        ("10-15", "2026-11-30", "2026-10-15"),
    ],
)
def test_a_day_of_the_summer_closes_the_year_before_it(project: Project, last: str, day: str, proposed: str) -> None:
    other = Project(project.draft)
    other.made[Echeance] = {id_: one.model_copy(update={"au": JourAnnee(last)}) if one.propose else one for id_, one in project.echeances.items()}
    (champ,) = [one for one in project.formulaires["confirmation-destruction"].champs if one.propose == "destruction"]
    assert proposal(other, "confirmation-destruction", champ, date.fromisoformat(day)).valeur == proposed
