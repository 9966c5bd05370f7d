"""The interactive form of a PDF file, made again from the definition of the sheet.

What lays the page out writes form fields whose radio buttons do not work and whose tooltips are guesses: only the places
of its fields on the page are kept.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from macros.model.formulaires import Champ, Option
from macros.sheets.fonts import NAME, FieldFont
from macros.sheets.questions import (
    LINE_HOLDS,
    answers,
    line_place,
    lines,
    most,
    place,
    proposed,
    question,
    question_of,
    question_of_line,
    readers,
)
from macros.sheets.sheet import Sheet

# Flags of fields (ISO 32000-1, 12.7.3 and 12.7.4).
REQUIRED, RADIO, NO_SPELLING, NO_SCROLL = 1 << 1, 1 << 15, 1 << 22, 1 << 23
# What the layout knows of a place: where it is, and its tag.
KEPT = ("/Type", "/Subtype", "/Rect", "/P", "/F", "/StructParent")
SIZE = 10.5
# 0: readers choose the size at which the whole text fits.
AUTO = b"%s 0 Tf 0 g" % str(NAME).encode()


class Form:
    """Builds the form of one sheet in one file."""

    def __init__(self, file: Pdf, sheet: Sheet, font: FieldFont) -> None:
        self.file, self.sheet, self.font = file, sheet, font
        self.resources = Dictionary(Font=Dictionary({str(NAME): font.add_to(file)}))
        self.places = self.found_places()

    def found_places(self) -> dict[str, list[Object]]:
        """Return the places on the pages by name, bare."""
        places = defaultdict(list)
        for page in self.file.pages:
            for widget in page.obj.get("/Annots", []):
                if widget.Subtype == Name.Widget:
                    places[str(widget.T)].append(bare(widget))
        return dict(places)

    def build(self) -> None:
        """Give the file its form."""
        fields = [self.field(champ) for champ in self.sheet.fields]
        if self.places:
            raise ValueError(f"des champs de la feuille n'ont pas de définition : {', '.join(self.places)}")
        self.file.Root.AcroForm = self.file.make_indirect(Dictionary(Fields=Array(fields), DR=self.resources, DA=AUTO))

    def field(self, champ: Champ) -> Object:
        """Return the field of the definition, with its places."""
        options, value = answers(champ), proposed(self.sheet, champ)
        if champ.sens.several_lines:
            return self.box(champ)
        if not options:
            return self.text(champ, value)
        return self.one_of(champ, options) if champ.sens.single else self.several_of(champ, options)

    def text(self, champ: Champ, value: str | None) -> Object:
        """Return a field in which one writes, with a value if the site proposes one."""
        field = self.new(champ, FT=Name.Tx, Ff=text_flags(champ) | self.required(champ), DA=AUTO)
        field.MaxLen = most(champ)
        if value:
            field.V = String(value)
        widgets = self.places.pop(place(champ))
        for widget in widgets:
            widget.AP = Dictionary(N=self.written(widget, value))
        return self.with_places(field, widgets)

    def box(self, champ: Champ) -> Object:
        """Return a field of several lines, each a field of its own.

        A field of several lines has no way to refuse the one that it cannot show, when a text is pasted in Chrome or Edge, or typed in
        Firefox: what is below its frame would be lost. A line refuses what is longer, and readers make the rest fit.
        """
        field, count = self.new(champ), lines(champ)
        return self.with_kids(field, [self.line(champ, number, count) for number in range(1, count + 1)])

    def line(self, champ: Champ, number: int, count: int) -> Object:
        """Return one of the lines of a box; the first is required if the box is."""
        flags = text_flags(champ) | (self.required(champ) if number == 1 else 0)
        line = self.file.make_indirect(Dictionary(FT=Name.Tx, Ff=flags, DA=AUTO, MaxLen=LINE_HOLDS))
        line.T, line.TU = String(str(number)), String(question_of_line(self.sheet, champ, number, count))
        widgets = self.places.pop(line_place(champ, number))
        for widget in widgets:
            widget.AP = Dictionary(N=self.written(widget, None))
        return self.with_places(line, widgets)

    def one_of(self, champ: Champ, options: list[Option]) -> Object:
        """Return a field of exclusive answers, none of them chosen."""
        field = self.new(champ, FT=Name.Btn, Ff=RADIO | self.required(champ))
        return self.with_kids(field, [widget for option in options for widget in self.squares(champ, option)])

    def several_of(self, champ: Champ, options: list[Option]) -> Object:
        """Return a field of which each answer is a field, none of them chosen."""
        field = self.new(champ)
        kids = []
        for option in options:
            box = self.file.make_indirect(Dictionary(FT=Name.Btn, T=String(str(option.id)), TU=String(question_of(self.sheet, champ, option))))
            kids.append(self.with_places(box, self.squares(champ, option)))
        return self.with_kids(field, kids)

    def new(self, champ: Champ, **entries: Any) -> Object:
        """Return a field with its name and its question."""
        return self.file.make_indirect(Dictionary(T=String(place(champ)), TU=String(question(self.sheet, champ)), **entries))

    def required(self, champ: Champ) -> int:
        """Return the flag of a field that the reader of the copy must fill."""
        return REQUIRED if champ.requis and champ.qui in readers(self.sheet) else 0

    def with_places(self, field: Object, widgets: list[Object]) -> Object:
        """Return a field with its places on the pages; one place and its field are one object."""
        if len(widgets) > 1:
            return self.with_kids(field, widgets)
        for key, value in field.items():
            widgets[0][key] = value
        return widgets[0]

    def with_kids(self, field: Object, kids: list[Object]) -> Object:
        """Return a field with what is under it."""
        field.Kids = Array(kids)
        for kid in kids:
            kid.Parent = field
        return field

    def squares(self, champ: Champ, option: Option) -> list[Object]:
        """Return the squares of an answer, unchecked."""
        widgets = self.places.pop(place(champ, option))
        for widget in widgets:
            widget.TU = String(question_of(self.sheet, champ, option))
            widget.AS = Name.Off
            widget.AP = Dictionary(N=Dictionary({f"/{option.id}": self.drawn(widget, cross(*extent(widget))), "/Off": self.drawn(widget, b"")}))
        return widgets

    def written(self, widget: Object, value: str | None) -> Object:
        """Return the appearance of a place that holds a text, or nothing."""
        height = extent(widget)[1]
        text = b"q BT %s %g Tf 0 g 2 %g Td <%s> Tj ET Q " % (
            str(NAME).encode(),
            SIZE,
            (height - SIZE * 0.7) / 2,
            self.font.encode(value).hex().encode(),
        ) if value else b""  # fmt: skip
        return self.drawn(widget, b"/Tx BMC " + text + b"EMC", Resources=self.resources)

    def drawn(self, widget: Object, content: bytes, **entries: Any) -> Object:
        """Return a drawing of the size of a place."""
        return pikepdf.Stream(self.file, content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, *extent(widget)], **entries)


def bare(widget: Object) -> Object:
    """Return a place without what the layout guessed of its field, its corners in the right order."""
    x1, y1, x2, y2 = (float(number) for number in widget.Rect)
    for key in set(widget.keys()) - {*KEPT}:
        del widget[key]
    widget.Rect = [round(number, 2) for number in (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))]
    return widget


def extent(widget: Object) -> tuple[float, float]:
    """Return the width and the height of a place."""
    x1, y1, x2, y2 = (float(number) for number in widget.Rect)
    return round(x2 - x1, 2), round(y2 - y1, 2)


def cross(width: float, height: float) -> bytes:
    """Return the drawing of a cross from corner to corner."""
    edge = 2.0
    return b"q 1.2 w 1 J %g %g m %g %g l %g %g m %g %g l S Q" % (edge, edge, width - edge, height - edge, edge, height - edge, width - edge, edge)


def text_flags(champ: Champ) -> int:
    """Return the flags of a field in which one writes: no more than it shows; names and addresses are not for a spelling checker."""
    return NO_SCROLL | (0 if champ.sens.spelled else NO_SPELLING)
