"""Make the font file of the pages and the two of the PDF sheets, with the list of what these have: `make fonts`.

It needs npm, and serves only after a change of what is below.

That of the pages has the weights that the styles ask for, and the letters of French and of its neighbours: it then comes at once, in the ten
segments that a server sends before it waits for an answer. What it lacks is drawn by the fallback, which is as wide.

Those of the sheets have the same characters: Latin letters of Europe, of Vietnamese and of the languages of Quebec, the syllabics of these
(Inuktitut, Cree, Naskapi), and the signs of French typography. The regular one is embedded whole in each PDF, because
what people will type is not known.
"""

from __future__ import annotations

import io
import string
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.varLib import instancer

from macros.sheets.glyphs import BOLD, REGULAR, SIGNS

FOLDER = Path("macros/sheets/polices")
SITE = Path("overrides/assets/site/polices")
PAGES = "@fontsource-variable/atkinson-hyperlegible-next@5.3.0"
PAGES_FILE = "atkinson-hyperlegible-next-latin-wght-normal.woff2"
PAGES_WEIGHTS = (400, 700)
# English, French, Spanish, Portuguese; then the signs of their typography.
PAGES_LETTERS = "ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŒàâäæçèéêëîïôöùûüÿœ" + "ÁÍÓÚÑáíóúñ" + "ÃÕãõ"
PAGES_ASCII = "".join(sign for sign in string.printable if sign not in "^`|~")
PAGES_SIGNS = "\u00a0«»“”‘’–—−…·•°©×¹²"
# Kerning, and digits that stand under one another in a table.
PAGES_FEATURES = ["kern", "tnum"]
LATIN = "@expo-google-fonts/atkinson-hyperlegible-next@0.4.1"
MORE_LATIN = "@expo-google-fonts/noto-sans@0.4.2"
SYLLABICS = "@fontsource/noto-sans-canadian-aboriginal@5.3.0"
ARROWS = "@fontsource/noto-sans-symbols@5.3.0"
BOXES = "@fontsource/noto-sans-symbols-2@5.3.0"
# What the base font lacks, by the package that has it. Spaces, dashes and hyphens that do not break come first.
TYPOGRAPHY = "\u2009\u202f\u2010\u2011\u2012\u2015\u201b\u201f′″№⅓⅔⅛⅜⅝⅞"
VIETNAMESE = "ĨĩŨũƠơƯư₫" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
# Innu, Atikamekw, Abenaki, Wendat, Mohawk, Mi'kmaq; then Azerbaijani and languages of West Africa.
LETTERS = "ᵘʰʷʼˀˮꞋꞌ꞉ɁɂʔȢȣḴḵƗɨŊŋΘθǪǫŌōŎŏĔĕĬĭŬŭŦŧ\u0331\u0332" + "ƏəƐɛƆɔ"
# What the base font has and no letter home needs.
UNWANTED = "℮∂∏∑∙√∫◊♪ΔΩπ"
# Signs of Unicode's block that other languages than Quebec's use, by a word of their names.
ELSEWHERE = (
    "CARRIER", "BLACKFOOT", "SAYISI", "WEST-CREE", "OJIBWAY", "WOODS", "DENE", "TH-CREE", "MOOSE", "ATHAPASCAN", "SLAVEY", "R-CREE",
    "BIBLE", "SYLLABICS TTH", "CHI SIGN", "FULL STOP", "SYLLABICS TLH",
)  # fmt: skip
WEIGHTS = {"Regular": 400, "Bold": 700}


def main() -> None:
    """Write all of them."""
    with tempfile.TemporaryDirectory() as work:
        write_pages(package(PAGES, Path(work)) / "files" / PAGES_FILE)
        latin, more, syllabics, arrows, boxes = (package(name, Path(work)) for name in (LATIN, MORE_LATIN, SYLLABICS, ARROWS, BOXES))
        for style, weight in WEIGHTS.items():
            font = part(latin / f"{weight}{style}" / f"AtkinsonHyperlegibleNext_{weight}{style}.ttf", printable, kerning=True)
            graft(font, more / f"{weight}{style}" / f"NotoSans_{weight}{style}.ttf", among(TYPOGRAPHY + VIETNAMESE + LETTERS))
            graft(font, syllabics / "files" / f"noto-sans-canadian-aboriginal-canadian-aboriginal-{weight}-normal.woff2", of_quebec)
            graft(font, arrows / "files" / f"noto-sans-symbols-symbols-{weight}-normal.woff2", among("←↑→↓↔"))
            # This one has a single weight.
            graft(font, boxes / "files" / "noto-sans-symbols-2-symbols-400-normal.woff2", among("✓✔✗✘☐☑☒□■▪●○"))
            open_zero(font)
            write(font, style)
        for style, weight in WEIGHTS.items():
            write_digits(style, weight)
        write_signs()


def write_pages(published: Path) -> None:
    """Write the variable font of the pages, between the lightest and the heaviest weight of the styles."""
    font = reread(instancer.instantiateVariableFont(TTFont(published, recalcTimestamp=False), {"wght": PAGES_WEIGHTS}))
    # Its few bytes of hints tell a browser to add none: letters would be set apart on paper, and words read back in pieces.
    options = subset.Options(hinting=True, layout_features=PAGES_FEATURES, notdef_outline=False, glyph_names=False)
    options.drop_tables += ["STAT", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=PAGES_ASCII + PAGES_LETTERS + PAGES_SIGNS)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(SITE / PAGES_FILE)


def package(name: str, work: Path) -> Path:
    """Return the folder of an npm package, downloaded into a folder."""
    archive = subprocess.run(["npm", "pack", "--silent", name], cwd=work, check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run(["tar", "xzf", archive, "--one-top-level"], cwd=work, check=True)
    return work / archive.removesuffix(".tgz") / "package"


def among(characters: str) -> Callable[[int], bool]:
    """Return what tells whether a character is one of these."""
    return lambda code: chr(code) in characters


def printable(code: int) -> bool:
    """Tell whether a character is of use, and not a mere control."""
    return unicodedata.category(chr(code))[0] != "C" and chr(code) not in UNWANTED


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


def open_zero(font: TTFont) -> None:
    """Take the stroke out of the zero: families read it as an eight or as a letter. Its hole is the outline, drawn smaller, the other way round."""
    glyph = font["glyf"]["zero"]
    points, ends, flags = glyph.getCoordinates(font["glyf"])
    outline, hole = [*points[: ends[0] + 1]], points[ends[0] + 1 :]
    inner = [*zip(*(scaled(one, other) for one, other in zip(zip(*outline, strict=True), zip(*hole, strict=True), strict=True)), strict=True)]
    glyph.coordinates = GlyphCoordinates([*outline, inner[0], *reversed(inner[1:])])
    glyph.flags = flags[: ends[0] + 1] + flags[:1] + flags[ends[0] : 0 : -1]
    glyph.endPtsOfContours, glyph.numberOfContours = [ends[0], len(outline) * 2 - 1], 2
    glyph.recalcBounds(font["glyf"])


def scaled(numbers: Sequence[int], others: Sequence[int]) -> list[int]:
    """Return numbers brought to the extent of others."""
    low, high, start, end = min(numbers), max(numbers), min(others), max(others)
    return [round(start + (number - low) * (end - start) / (high - low)) for number in numbers]


def write_digits(style: str, weight: int) -> None:
    """Write the digits alone, for the sheets that a browser shows: they take the place of those of the site's typeface.

    All of them, so that a number is in one font: what reads a printed file may part what is in two.
    """
    font = TTFont(FOLDER / f"feuille-{style.lower()}.ttf", recalcTimestamp=False)
    options = subset.Options(layout_features=[], notdef_outline=False)
    options.drop_tables += ["GPOS", "GDEF"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*map(ord, "0123456789")])
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(SITE / f"feuille-chiffres-{weight}.woff2")


def write_signs() -> None:
    """Write which characters both fonts of the sheets have, as first and last codes of each run of them."""
    both = frozenset.intersection(*(frozenset(TTFont(path).getBestCmap()) for path in (REGULAR, BOLD)))
    firsts, lasts = ([code for code in sorted(both) if code + step not in both] for step in (-1, 1))
    SIGNS.write_text("".join(f"{first:04X}-{last:04X}\n" for first, last in zip(firsts, lasts, strict=True)), encoding="ascii")


def write(font: TTFont, style: str) -> None:
    """Write a font under a name of its own: it is neither of those that it is made of."""
    font["name"].names = []
    for number, text in ((1, "Feuille"), (2, style), (4, f"Feuille {style}"), (6, f"Feuille-{style}")):
        font["name"].setName(text, number, 3, 1, 0x409)
    font.save(FOLDER / f"feuille-{style.lower()}.ttf")


if __name__ == "__main__":
    main()
