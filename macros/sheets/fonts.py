"""The font of the PDF sheets, embedded whole: what people will type into a field is not known when the file is made.

A reader that makes a field's appearance looks typed characters up in the font's Unicode map: a subset of the printed
characters would lose « Č » or « ᐃ ». This font has no subset tag, so that readers accept to write with it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf
from fontTools.ttLib import TTFont

from macros.sheets.glyphs import REGULAR

FAMILY = "Feuille"
# Its name in the resources of the fields. PDFium (Chrome, Edge) takes a font of the system for all that is not of the charset that it supposes
# of ours, and loses what that one lacks, as « ễ »; of a font of this name, it supposes nothing, and takes all that the font has.
NAME = pikepdf.Name("/Wingdings")
# Tables that place glyphs: of use to lay a page out, not to draw one.
LAYOUT = ("GDEF", "GPOS", "GSUB")
# PDF font flags: characters outside the standard Latin set.
SYMBOLIC = 1 << 2


class FieldFont:
    """The regular font, as fields and running text share it."""

    def __init__(self) -> None:
        self.font = TTFont(REGULAR, recalcTimestamp=False)
        self.glyphs: dict[int, int] = {code: self.font.getGlyphID(name) for code, name in self.font.getBestCmap().items()}

    def encode(self, text: str) -> bytes:
        """Return the codes of a text, as shown by `Tj`. Raises KeyError for a character that the font lacks."""
        return b"".join(self.glyphs[ord(character)].to_bytes(2, "big") for character in text)

    def program(self) -> bytes:
        """Return the file to embed."""
        kept = TTFont(REGULAR, recalcTimestamp=False)
        for table in LAYOUT:
            if table in kept:
                del kept[table]
        buffer = io.BytesIO()
        kept.save(buffer)
        return buffer.getvalue()

    def widths(self) -> list[int]:
        """Return the width of each glyph, in thousandths."""
        return [self.font["hmtx"][name][0] for name in self.font.getGlyphOrder()]

    def add_to(self, file: pikepdf.Pdf) -> pikepdf.Object:
        """Add the font to a file and return it."""
        program = self.program()
        descendant = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.CIDFontType2,
            BaseFont=self.postscript_name,
            CIDSystemInfo=pikepdf.Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
            CIDToGIDMap=pikepdf.Name.Identity,
            FontDescriptor=file.make_indirect(self.descriptor(pikepdf.Stream(file, program, Length1=len(program)))),
            W=[0, self.widths()],
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=self.postscript_name,
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=[file.make_indirect(descendant)],
            ToUnicode=pikepdf.Stream(file, unicode_map((glyph, code) for code, glyph in self.glyphs.items())),
        )
        return file.make_indirect(font)

    @property
    def postscript_name(self) -> pikepdf.Name:
        """The font's name, without the tag of a subset."""
        return pikepdf.Name(f"/{FAMILY}-Regular")

    def descriptor(self, program: pikepdf.Stream) -> pikepdf.Dictionary:
        """Return the measures of the font, with its program."""
        head, lines = self.font["head"], self.font["hhea"]
        return pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor,
            FontName=self.postscript_name,
            Flags=SYMBOLIC,
            FontBBox=[head.xMin, head.yMin, head.xMax, head.yMax],
            ItalicAngle=0,
            Ascent=lines.ascent,
            Descent=lines.descent,
            CapHeight=self.font["OS/2"].sCapHeight,
            StemV=80,
            FontFile2=program,
        )


def unicode_map(pairs: Iterable[tuple[int, int]]) -> bytes:
    """Return the CMap from glyphs to characters; a glyph of several characters stands for the first."""
    first: dict[int, int] = {}
    for glyph, code in sorted(pairs):
        first.setdefault(glyph, code)
    runs = [f"<{start:04x}> <{end:04x}> <{first[start]:04x}>" for start, end in runs_of(first)]
    blocks = [runs[i : i + 100] for i in range(0, len(runs), 100)]
    body = "\n".join(f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def runs_of(codes: dict[int, int]) -> Iterable[tuple[int, int]]:
    """Return the ranges of glyphs whose characters follow each other, none across a change of the first byte."""
    start = end = next(iter(codes))
    for glyph in [*codes][1:]:
        if glyph == end + 1 and codes[glyph] == codes[end] + 1 and glyph & 0xFF and codes[glyph] & 0xFF:
            end = glyph
        else:
            yield start, end
            start = end = glyph
    yield start, end
