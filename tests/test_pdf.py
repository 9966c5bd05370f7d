"""The PDF sheets: accessible, light, the same each time, empty, and keeping what two libraries write in them."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import page as pdf_checker
import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from macros.components import Components
from macros.export import sheets as export
from macros.model.formulaires import TIERS, Champ
from macros.project import Project
from macros.rendering.context import Context
from macros.sheets.docx import docx
from macros.sheets.fonts import FieldFont
from macros.sheets.pdf import pdf
from macros.sheets.questions import answers, question, question_of
from macros.sheets.sheet import Proposal, Repeat, Sheet, sheet
from macros.typography import french
from tests.copie import FROZEN
from tests.remplissage import fill_with_pdfium, fill_with_pypdf, opened, read_with_pdfium, read_with_pypdf

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 9, 1)
FORMS = sorted(path.stem for path in (FROZEN / "data" / "formulaires").glob("*.yml"))
MOST_BYTES = 65_000
NAMES = ("St-Gelais", "Čapek", "Léa", "ᐃᓄᒃᑎᑐᑦ", "Nguyễn Thị Hoà", "d’Élise O’Neil-Bérubé")
MADE_ELSEWHERE = """
import sys
from datetime import date
from pathlib import Path
from macros.loading import load
from macros.components import Components
from macros.sheets.pdf import pdf
from macros.sheets.sheet import sheet
root, folder, day = Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3])
project = load(root)
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
def test_the_sheets_of_a_text_hold_on_one_page(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    if sheets[form].form.modele:
        assert len(PdfReader(io.BytesIO(files[form])).pages) == 1


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
            check_field(field, champ)


def check_field(field: Any, champ: Champ) -> None:
    """Check a field against its definition."""
    assert str(field.TU) == question(champ)
    flags = int(field.get("/Ff", 0))
    if not answers(champ):
        assert field.FT == "/Tx"
        assert field.get("/MaxLen") == champ.longueur
        assert bool(flags & 1 << 12) == (champ.genre == "bloc")
        assert bool(flags & 1 << 1) == champ.requis
        return
    kids = [*field.Kids]
    assert [str(kid.TU) for kid in kids] == [question_of(champ, option) for option in answers(champ)]
    assert [{*kid.AP.N.keys()} for kid in kids] == [{f"/{option.id}", "/Off"} for option in answers(champ)]
    if champ.genre == "cases":
        assert [str(kid.T) for kid in kids] == [option.id for option in answers(champ)]
        assert all(kid.FT == "/Btn" and "/Ff" not in kid for kid in kids)
    else:
        # Exclusive: radio buttons, not check boxes.
        assert field.FT == "/Btn"
        assert flags & 1 << 15
        assert bool(flags & 1 << 1) == champ.requis
        assert all("/T" not in kid for kid in kids)


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
    expected = [str(champ.id) for champ in sheets[form].fields for _ in answers(champ) or [None]]
    assert order == expected


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
    for champ in theirs:
        forced = replace(consent, proposals={**consent.proposals, str(champ.id): Proposal("Oui")})
        for make in (docx, lambda found: pdf(found, components)):
            with pytest.raises(ValueError, match="rempli d'avance"):
                make(forced)


def values_for(file: bytes, found: Sheet) -> dict[str, str]:
    """Return a value for each field of a sheet, and for the last answer of each question."""
    values = {}
    for number, champ in enumerate(found.fields):
        options = [option.id for option in answers(champ)]
        if champ.genre == "cases":
            values.update({f"{champ.id}.{option}": option for option in options})
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


@pytest.mark.parametrize("form", FORMS)
def test_the_longest_text_stays_legible(form: str, files: dict[str, bytes], sheets: dict[str, Sheet]) -> None:
    prose = "Nous montrons ici les travaux de la classe et nous répondons aux questions. " * 20
    values = {str(champ.id): prose[: champ.longueur].strip() for champ in sheets[form].fields if champ.longueur}
    with pikepdf.open(io.BytesIO(fill_with_pdfium(files[form], values))) as file:
        drawn = {str(f.T): pikepdf.parse_content_stream(f.AP.N) for f in file.Root.AcroForm.Fields if str(f.T) in values}
    sizes = {name: min(float(i.operands[1]) for i in found if str(i.operator) == "Tf") for name, found in drawn.items()}
    assert {name: size for name, size in sizes.items() if size < 6} == {}


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


def test_syllabics_are_drawn_as_chrome_draws_them(files: dict[str, bytes]) -> None:
    filled = fill_with_pdfium(files["consentement"], {"parent": "ᐃᓄᒃᑎᑐᑦ"})
    with pikepdf.open(io.BytesIO(filled)) as file:
        field = next(field for field in file.Root.AcroForm.Fields if str(field.T) == "parent")
        shown = b"".join(bytes(item.operands[0]) for item in pikepdf.parse_content_stream(field.AP.N) if str(item.operator) == "Tj")
    assert shown == FieldFont().encode("ᐃᓄᒃᑎᑐᑦ")


def test_a_field_that_shows_twice_is_one_field(sheets: dict[str, Sheet], components: Components) -> None:
    consent = sheets["consentement"]
    child = consent.form.par_id["enfant"]
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


def test_an_unchanged_form_is_not_made_again(
    project: Project, components: Components, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made: list[str] = []
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
    assert names >= {"acroform.py", "sheet.py", "feuille-regular.ttf", "document.xml", "gabarit.html", "feuille-pdf.css", "typography.py"}


def test_the_cache_forgets_what_no_longer_serves(tmp_path: Path) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    for path in (old, new):
        path.write_bytes(b"")
    os.utime(old, (0, 0))
    export.forget(tmp_path)
    assert [*tmp_path.iterdir()] == [new]
