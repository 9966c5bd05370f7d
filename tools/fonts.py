"""Make the two font files of the PDF sheets: `make fonts` (needs npm; only after a change of the characters below).

The regular one is embedded whole in each PDF, because what people will type is not known: Latin letters of Europe and of
Vietnamese, and the syllabics of the languages of Quebec (Inuktitut, Cree, Naskapi).
"""

from __future__ import annotations

import io
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path("macros/sheets/polices")
LATIN = "@fontsource/atkinson-hyperlegible-next@5.3.0"
VIETNAMESE = "@fontsource/noto-sans@5.3.0"
SYLLABICS = "@fontsource/noto-sans-canadian-aboriginal@5.3.0"
# Signs of Unicode's block that other languages than Quebec's use, by a word of their names.
ELSEWHERE = (
    "CARRIER", "BLACKFOOT", "SAYISI", "WEST-CREE", "OJIBWAY", "WOODS", "DENE", "TH-CREE", "MOOSE", "ATHAPASCAN", "SLAVEY", "R-CREE",
    "BIBLE", "SYLLABICS TTH", "CHI SIGN", "FULL STOP", "SYLLABICS TLH",
)  # fmt: skip


def main() -> None:
    """Write both files."""
    with tempfile.TemporaryDirectory() as work:
        latin, vietnamese, syllabics = (package(name, Path(work)) for name in (LATIN, VIETNAMESE, SYLLABICS))
        regular = part(latin / "atkinson-hyperlegible-next-latin-400-normal.woff2", printable, kerning=True)
        graft(regular, latin / "atkinson-hyperlegible-next-latin-ext-400-normal.woff2", printable)
        graft(regular, vietnamese / "noto-sans-vietnamese-400-normal.woff2", lambda code: printable(code) and not unicodedata.combining(chr(code)))
        graft(regular, syllabics / "noto-sans-canadian-aboriginal-canadian-aboriginal-400-normal.woff2", of_quebec)
        bold = part(latin / "atkinson-hyperlegible-next-latin-700-normal.woff2", printable, kerning=True)
        for font, style in ((regular, "Regular"), (bold, "Bold")):
            write(font, style)


def package(name: str, work: Path) -> Path:
    """Return the folder of the font files of an npm package, downloaded into a folder."""
    archive = subprocess.run(["npm", "pack", "--silent", name], cwd=work, check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run(["tar", "xzf", archive, "--one-top-level"], cwd=work, check=True)
    return work / archive.removesuffix(".tgz") / "package" / "files"


def printable(code: int) -> bool:
    """Tell whether a character is not a mere control."""
    return unicodedata.category(chr(code))[0] != "C"


def of_quebec(code: int) -> bool:
    """Tell whether a character is a syllabic of the languages of Quebec."""
    return 0x1400 < code < 0x1680 and not any(word in unicodedata.name(chr(code)) for word in ELSEWHERE)


def part(path: Path, wanted: Callable[[int], bool], *, kerning: bool = False) -> TTFont:
    """Return a font with the wanted characters only, without hinting."""
    font = TTFont(path, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=["kern"] if kerning else [], notdef_outline=True, layout_closure=False)
    options.drop_tables += ["STAT", "gasp", "GSUB"] + ([] if kerning else ["GPOS", "GDEF"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if wanted(code)])
    subsetter.subset(font)
    return reread(font)


def reread(font: TTFont) -> TTFont:
    """Return a font as if read from its TrueType file."""
    buffer = io.BytesIO()
    font.flavor = None
    font.save(buffer)
    return TTFont(buffer, recalcTimestamp=False)


def graft(base: TTFont, path: Path, wanted: Callable[[int], bool]) -> None:
    """Add to a font the wanted characters of another that it lacks."""
    has = base.getBestCmap()
    donor = part(path, lambda code: wanted(code) and code not in has)
    first = len(base.getGlyphOrder())
    names = {old: f"g{first + i:04}" for i, old in enumerate(glyph for glyph in donor.getGlyphOrder() if glyph != ".notdef")}
    for old, new in names.items():
        base["glyf"].glyphs[new], base["hmtx"].metrics[new] = renamed(donor["glyf"][old], names), donor["hmtx"].metrics[old]
    reorder(base, [*base.getGlyphOrder(), *names.values()])
    added = {code: names[glyph] for code, glyph in donor.getBestCmap().items()}
    for table in base["cmap"].tables:
        table.cmap.update({code: name for code, name in added.items() if code not in table.cmap})


def renamed(glyph: object, names: dict[str, str]) -> object:
    """Return a glyph whose components have their new names."""
    for component in getattr(glyph, "components", ()):
        component.glyphName = names[component.glyphName]
    return glyph


def reorder(font: TTFont, order: Iterable[str]) -> None:
    """Give a font its order of glyphs."""
    font.setGlyphOrder([*order])
    font["glyf"].glyphOrder = font.getGlyphOrder()


def write(font: TTFont, style: str) -> None:
    """Write a font under a name of its own: it is neither of those that it is made of."""
    font["name"].names = []
    for number, text in ((1, "Feuille"), (2, style), (4, f"Feuille {style}"), (6, f"Feuille-{style}")):
        font["name"].setName(text, number, 3, 1, 0x409)
    font.save(FOLDER / f"feuille-{style.lower()}.ttf")


if __name__ == "__main__":
    main()
