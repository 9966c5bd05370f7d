"""The Word files of the letters: valid, in French, with a content control for each field, empty, the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from macros.mistakes import MistakesError
from macros.model.meanings import BLOCKS, BlockMeaning
from macros.project import Project
from macros.sheets.docx import docx, rendered
from macros.sheets.glyphs import BOLD, REGULAR
from macros.sheets.pieces import Repeat
from macros.sheets.questions import answers
from macros.sheets.sheet import Sheet, sheet
from macros.typography import french
from tests.copie import FROZEN

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 9, 1)
# All forms are tried, though letters only are published: any of them may become one.
FORMS = sorted(path.stem for path in (FROZEN / "data" / "formulaires").glob("*.yml"))


@pytest.fixture(scope="module")
def sheets(project: Project) -> dict[str, Sheet]:
    return {id_: sheet(project, id_, DAY) for id_ in project.formulaires}


def controls(file: bytes) -> list[Any]:
    """Return the content controls of a file."""
    return [*Document(io.BytesIO(file)).element.body.iter(qn("w:sdt"))]


def setting(control: Any, name: str) -> Any:
    """Return a setting of a content control, or None."""
    return control.find(f"{qn('w:sdtPr')}/{qn(name)}")


def value(control: Any, name: str) -> str:
    """Return the value of a setting."""
    return str(setting(control, name).get(qn("w:val")))


def again(control: Any) -> bool:
    """Tell whether a content control is for a field that was filled already."""
    return value(control, "w:alias").endswith(" (à écrire ici aussi)")


def text(control: Any) -> str:
    """Return what a content control holds."""
    return "".join(node.text or "" for node in control.find(qn("w:sdtContent")).iter(qn("w:t")))


@pytest.mark.parametrize("form", FORMS)
def test_each_field_is_a_control(form: str, sheets: dict[str, Sheet]) -> None:
    found = controls(docx(sheets[form]))
    champs = sheets[form].fields
    expected = [tag for champ in champs for tag in ([f"{champ.id}.{o.id}" for o in answers(champ)] if champ.genre == "cases" else [str(champ.id)])]
    assert [value(control, "w:tag") for control in found if not again(control)] == expected
    titles = [value(control, "w:alias") for control in found]
    # Word refuses longer ones.
    assert all(0 < len(title) <= 64 for title in titles)
    assert len({value(control, "w:id") for control in found}) == len(found)


@pytest.mark.parametrize("form", FORMS)
def test_a_field_shown_again_is_a_control_of_the_same_kind_whose_title_says_so(form: str, sheets: dict[str, Sheet]) -> None:
    found = controls(docx(sheets[form]))
    first = {value(control, "w:tag"): control for control in reversed(found)}
    shown = [control for control in found if again(control)]
    repeated = [piece.champ for line in sheets[form].lines for piece in line if isinstance(piece, Repeat) and not piece.champ.rappel]
    assert sorted(value(control, "w:tag") for control in shown) == sorted(str(champ.id) for champ in repeated)
    for control in shown:
        champ, other = sheets[form].form.par_id[value(control, "w:tag")], first[value(control, "w:tag")]
        proposal = sheets[form].proposals.get(str(champ.id))
        assert text(control) == ((proposal and proposal.valeur and text(other)) or f"[{french(champ.libelle)}]")
        assert etree.tostring(control[0][-1]) == etree.tostring(other[0][-1])


def test_a_field_shown_again_is_chosen_or_written_there_too(sheets: dict[str, Sheet]) -> None:
    shown = {value(control, "w:tag"): control for control in controls(docx(sheets["presentation-plateforme"])) if again(control)}
    assert {tag: text(control) for tag, control in shown.items()} == {
        "plateforme": "[Nom de la plateforme]",
        "groupe": "[Classe ou groupe]",
        "annee": "2026-2027",
        "personnel": "[Nom du membre du personnel]",
        "date-validation": "[Date de la validation]",
    }
    assert "Teams" in [item.get(qn("w:value")) for item in setting(shown["plateforme"], "w:comboBox")]
    assert setting(shown["date-validation"], "w:date") is not None


def test_no_field_is_bound_to_another(sheets: dict[str, Sheet]) -> None:
    """LibreOffice saves for all what the last of the bound fields holds, its brackets too."""
    for found in sheets.values():
        assert "w:dataBinding" not in docx_xml(found)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_filled_but_what_the_site_proposes_to_the_staff(form: str, sheets: dict[str, Sheet]) -> None:
    found = sheets[form]
    for control in controls(docx(found)):
        id_ = value(control, "w:tag").partition(".")[0]
        champ, proposal = found.form.par_id[id_], found.proposals.get(id_)
        if champ.genre == "cases":
            assert text(control) == "☐"
        elif champ.genre == "signature":
            assert text(control) == ""
        elif proposal and proposal.valeur:
            assert setting(control, "w:showingPlcHdr") is None
            assert not champ.libre
        else:
            assert setting(control, "w:showingPlcHdr") is not None
            assert re.fullmatch(r"\[.+\]", text(control))


@pytest.mark.parametrize("form", FORMS)
def test_the_parts_are_right(form: str, sheets: dict[str, Sheet]) -> None:
    file = docx(sheets[form])
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if not name.endswith(".odttf")}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert parts["word/styles.xml"].find(f".//{qn('w:lang')}").get(qn("w:val")) == "fr-CA"
    assert file == docx(sheets[form])


def test_it_brings_the_typeface_of_the_sheets_and_says_what_takes_its_place(sheets: dict[str, Sheet]) -> None:
    with zipfile.ZipFile(io.BytesIO(docx(sheets["annonce-changements"]))) as archive:
        table = etree.fromstring(archive.read("word/fontTable.xml"))
        links = {one.get("Id"): one.get("Target") for one in etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))}
        styles = etree.fromstring(archive.read("word/styles.xml"))
        font = table[0]
        assert font.get(qn("w:name")) == styles.find(f".//{qn('w:rFonts')}").get(qn("w:ascii"))
        assert font.find(qn("w:altName")).get(qn("w:val")) == "Arial"
        for place, path in (("w:embedRegular", REGULAR), ("w:embedBold", BOLD)):
            held = font.find(qn(place))
            key = bytes.fromhex(re.sub("[^0-9A-F]", "", held.get(qn("w:fontKey"))))[::-1]
            content = archive.read(f"word/{links[held.get(qn('r:id'))]}")
            assert content[:4] != path.read_bytes()[:4]
            assert bytes(a ^ b for a, b in zip(content[:32], key * 2, strict=True)) + content[32:] == path.read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_it_reads_as_the_sheet(form: str, sheets: dict[str, Sheet]) -> None:
    document = Document(io.BytesIO(docx(sheets[form])))
    headings = [(p.style.name, plain(p.text)) for p in document.paragraphs if p.style.name.startswith("Heading")]
    titles = [part.titre for part in sheets[form].parts if part.titre]
    assert headings == [("Heading 1", plain(sheets[form].titre)), *(("Heading 2", plain(title)) for title in titles)]
    assert document.core_properties.title == french(sheets[form].titre)
    assert document.core_properties.language == "fr-CA"
    words = plain(" ".join(node.text or "" for node in document.element.body.iter(qn("w:t"))))
    assert all(plain(piece.strip()) in words for line in sheets[form].lines for piece in line if isinstance(piece, str))
    assert plain(sheets[form].basis) in words


def plain(text: str) -> str:
    """Return a text as the data write it."""
    return text.replace("\u00a0", " ").replace("’", "'")


def test_the_platforms_are_suggested_and_another_can_be_written(sheets: dict[str, Sheet]) -> None:
    control = next(c for c in controls(docx(sheets["presentation-plateforme"])) if value(c, "w:tag") == "plateforme")
    items = [item.get(qn("w:value")) for item in setting(control, "w:comboBox")]
    assert items == [*sheets["presentation-plateforme"].proposals["plateforme"].suggestions]
    assert "Teams" in items


def test_a_field_that_ends_a_sentence_says_that_its_stop_is_there(sheets: dict[str, Sheet]) -> None:
    shown = {value(control, "w:tag"): text(control) for control in controls(docx(sheets["annonce-changements"]))}
    assert shown["moyen"] == "[Mode de communication choisi (sans point à la fin)]"
    assert [name for name, words in shown.items() if "sans point" in words] == ["moyen"]


def test_what_is_apart_comes_after_the_letter_and_repeats_what_the_site_proposes(sheets: dict[str, Sheet]) -> None:
    found = sheets["presentation-plateforme"]
    lines = [plain("".join(node.text or "" for node in p.iter(qn("w:t")))) for p in Document(io.BytesIO(docx(found))).element.body.iter(qn("w:p"))]
    assert lines.index(plain(found.basis)) < lines.index(plain(found.once[0].titre or ""))
    assert any(f"année scolaire {found.proposals['annee'].valeur}, préparée par" in line for line in lines)


def test_no_page_parts_what_one_signs_or_a_list_from_the_line_before(sheets: dict[str, Sheet]) -> None:
    """Who writes more than the frame of a PDF holds may have two pages."""
    paragraphs = Document(io.BytesIO(docx(sheets["annonce-changements"]))).paragraphs
    kept = [plain(p.text) for p in paragraphs if p.paragraph_format.keep_with_next]
    signed = next(p for p in paragraphs if p.paragraph_format.space_before)
    assert kept[-3].endswith("Il veut :")
    assert kept[-2:] == ["Merci de votre collaboration.", ""]
    assert signed.paragraph_format.keep_with_next


def test_a_text_cannot_break_the_file(sheets: dict[str, Sheet]) -> None:
    file = docx(replace(sheets["annonce-changements"], notes=('<w:p/> & "guillemets"',)))
    assert any(p.text == '<w:p/> & "guillemets"' for p in Document(io.BytesIO(file)).paragraphs)


def test_what_stops_a_template_of_the_document_is_told_at_its_line() -> None:
    with pytest.raises(MistakesError) as caught:
        rendered("docProps/core.xml", {})
    (mistake,) = caught.value.mistakes
    assert mistake.file == "macros/sheets/word/docProps/core.xml"
    assert mistake.message.startswith("ce gabarit demande « titre », qui n'existe pas ; ")


def test_what_a_block_means_says_whether_it_is_small(sheets: dict[str, Sheet], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the block is called."""
    found = sheets["demande-autorisation"]
    small = [block for part in (*found.copied, *found.once) for block in part.blocks if block.meaning.small]
    assert small

    def notes() -> int:
        return docx_xml(found).count('<w:pStyle w:val="Note"/>')

    before = notes()
    monkeypatch.setitem(BLOCKS, small[0].genre, BlockMeaning())
    assert notes() == before - sum(len(block.lines) for block in small)


def docx_xml(found: Sheet) -> str:
    """Return the body of a Word file as it is written."""
    with zipfile.ZipFile(io.BytesIO(docx(found))) as file:
        return file.read("word/document.xml").decode()
