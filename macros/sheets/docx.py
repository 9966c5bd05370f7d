"""A sheet as a Word file, in which each field is a content control: the same bytes for the same sheet."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import crc32

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model.formulaires import Champ, Option
from macros.sheets.fonts import FAMILY
from macros.sheets.glyphs import BOLD, REGULAR
from macros.sheets.pieces import Block, Line, Part, Piece
from macros.sheets.questions import answers, label, opening, place, proposed, question_of
from macros.sheets.sheet import Sheet
from macros.template_errors import told
from macros.typography import french

PARTS = Path(__file__).parent / "word"
# Lists of `numbering.xml`.
LISTS = {"ul": 1, "ol": 2}
TO_FILL = "[à remplir]"
# The fonts of the sheets go with the file, as Word and LibreOffice take them: the first bytes are mixed with a key that the file says. Where
# a program refuses them, Arial takes their place.
FACES = {"embedRegular": REGULAR, "embedBold": BOLD}
KEY = "{6F1D2C84-3B5A-4E97-9A0C-5D8E7B2F4A16}"
MIXED = 32
UNIX = 3
# Word refuses the title of a control beyond this length.
TITLE = 64
# What the title of a control says where the field was filled already.
AGAIN = " (à écrire ici aussi)"


def docx(sheet: Sheet) -> bytes:
    """Return the Word file of a sheet, nothing filled but what the site proposes to the staff. Raises MistakesError for what stops a template."""
    values = Writer(sheet).values()
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as file:
        for name in names():
            add(file, name, rendered(name, values))
        for path in FACES.values():
            add(file, f"word/{part_of(path)}", mixed(path.read_bytes()))
    return buffer.getvalue()


def rendered(name: str, values: dict[str, Any]) -> str:
    """Return a part of the document. Raises MistakesError for what stops its template."""
    with told(PARTS, PARTS.parents[2]):
        return environment().get_template(name).render(**values)


def add(file: ZipFile, name: str, content: str | bytes) -> None:
    """Add a part to a file, without the hour."""
    entry = ZipInfo(name)
    entry.compress_type, entry.create_system = ZIP_DEFLATED, UNIX
    file.writestr(entry, content)


def part_of(path: Path) -> str:
    """Return the name of the part that holds a font, from the folder of the document."""
    return f"fonts/{path.stem}.odttf"


def mixed(font: bytes) -> bytes:
    """Return a font as a Word file holds it (ECMA-376, 17.8.1): its first bytes mixed with the key, read backwards; twice gives it back."""
    key = bytes.fromhex(KEY.strip("{}").replace("-", ""))[::-1]
    return bytes(byte ^ key[number % len(key)] for number, byte in enumerate(font[:MIXED])) + font[MIXED:]


def names() -> list[str]:
    """Return the names of the files inside a Word file, its table of contents first."""
    return sorted((path.relative_to(PARTS).as_posix() for path in PARTS.rglob("*") if path.is_file()), key=lambda name: (name[0] != "[", name))


@cache
def environment() -> Environment:
    """Return what renders the templates: everything is escaped, a missing value is an error."""
    return Environment(loader=FileSystemLoader(PARTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


class Writer:
    """Says for the templates what a sheet holds."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        # How many times each field was shown again.
        self.again: Counter[str] = Counter()

    def values(self) -> dict[str, Any]:
        """Return the values of the templates."""
        sheet = self.sheet
        return {
            "famille": FAMILY,
            "cle": KEY,
            "polices": [{"place": place_, "fichier": part_of(path)} for place_, path in FACES.items()],
            "titre": french(sheet.titre),
            "organisation": french(sheet.organisation),
            "contenu": french(sheet.form.contenu),
            "mention": french(sheet.mention) if sheet.mention else None,
            "avis": french(sheet.preamble) if sheet.preamble else None,
            "ecole": [self.field(sheet.heading)] if sheet.heading else None,
            "parties": [self.part(part) for part in sheet.copied],
            "a_part": [self.part(part) for part in sheet.once],
            "retour": self.phrase(sheet.retour) if sheet.retour else None,
            "notes": [french(note) for note in (*sheet.notes, sheet.basis)],
        }

    def part(self, part: Part) -> dict[str, Any]:
        """Return a part."""
        titre = french(part.titre) if part.titre else None
        return {"titre": titre, "une_fois": part.une_fois, "blocs": [self.block(*pair) for pair in zip_longest(part.blocks, part.blocks[1:])]}

    def block(self, block: Block, after: Block | None) -> dict[str, Any]:
        """Return a block; `tient` says that a page does not part it from the one after."""
        below = [line for line in block.lines if line != (self.sheet.heading,)]
        return {
            "petit": block.meaning.small,
            "champs": block.meaning.fields,
            "liste": LISTS.get(block.meaning.list),
            "tient": bool(after and (after.meaning.list or any(champ.sens.signed for champ in after.champs))),
            "lignes": [self.phrase(line) for line in below],
        }

    def phrase(self, line: Line) -> list[str | dict[str, Any]]:
        """Return a sentence, or a field alone."""
        return [self.piece(piece) for piece in line]

    def piece(self, piece: Piece) -> str | dict[str, Any]:
        """Return a piece of a sentence."""
        if isinstance(piece, Champ):
            return self.field(piece)
        return french(piece) if isinstance(piece, str) else self.repeated(piece.champ)

    def repeated(self, champ: Champ) -> str | dict[str, Any]:
        """Return what stands in a sentence for a field filled elsewhere: words, or a control of its own, whose title says so.

        Nothing binds it to the other: LibreOffice would save for both what the last one holds, its brackets too.
        """
        if champ.rappel:
            return french(champ.rappel)
        self.again[champ.id] += 1
        control = self.control(champ)
        known = {"numero": number(f"{control['nom']} {self.again[champ.id]}"), "titre": short(french(champ.libelle), AGAIN)}
        return {"invite": f"[{french(champ.libelle)}]", "places": [control | known]}

    def field(self, champ: Champ) -> dict[str, Any]:
        """Return a field: what is printed before it, what stands in its place while it is empty, and its controls."""
        several = [self.control(champ, option) for option in answers(champ)] if champ.sens.answered and not champ.sens.single else []
        return {
            "invite": TO_FILL if champ.sens.several_lines else f"[{french(label(self.sheet, champ))}]",
            "intitule": french(opening(champ)),
            "seul": champ.sens.several_lines or champ.sens.answered,
            "signature": champ.sens.signed,
            "places": several or [self.control(champ)],
        }

    def control(self, champ: Champ, option: Option | None = None) -> dict[str, Any]:
        """Return a content control, of a field or of one of its answers."""
        name, value = place(champ, option), None if option else proposed(self.sheet, champ)
        kind = "case" if option else self.kind(champ)
        return {
            "nom": name,
            "numero": number(name),
            "titre": short(question_of(self.sheet, champ, option) if option else french(champ.libelle)),
            "nature": kind,
            "choix": self.choices(champ),
            "reponse": french(option.libelle) if option else None,
            "valeur": value,
            "vide": not value and kind not in ("case", "signature"),
        }

    def kind(self, champ: Champ) -> str:
        """Return what kind of control suits a field."""
        if champ.sens.single:
            return "choix"
        if self.choices(champ):
            return "suggestions"
        if champ.sens.signed:
            return "signature"
        return "bloc" if champ.sens.several_lines else champ.sens.control

    def choices(self, champ: Champ) -> list[str]:
        """Return what a control lets choose."""
        found = self.sheet.proposals.get(str(champ.id))
        return [french(option.libelle) for option in answers(champ)] or [*(found.suggestions if found and not champ.libre else ())]


def number(name: str) -> int:
    """Return the number by which Word knows a control."""
    return crc32(name.encode()) >> 1


def short(text: str, end: str = "") -> str:
    """Return a text cut at a word to the length of a title, with its end whole."""
    most = TITLE - len(end)
    return (text if len(text) <= most else text[: most - 1].rpartition(" ")[0] + "…") + end
