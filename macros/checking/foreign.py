"""The signs of other editors and other sites that this one publishes as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.memo import all_once
from macros.mistakes import Mistake
from macros.reading.characters import ENTITY, is_hidden
from macros.reading.draft import Draft

# A line that begins with the same sign twice or more: no sentence does, and no Markdown of ours, but for titles and fences.
OPENING = re.compile(
    r"[ >]*(([!?:%@$^+&;])\2+|/{3,}(?= *\w| *$)|={2,}(?![=\s]*$)|={3} |~~(?!~)|--8<--|\[TOC\]|(?<=[ >])\[![A-Za-z]+\]|\*\[[^\]]+\]:|\[//\]:)"
)
# What `marks.py` puts in place, between braces.
NAMED = r"(?:sigle|nom|titre|(?:courriel|nombre) [\w-]+)"
BOLD = "enlevez ces signes ; le gras s'écrit **ainsi**"
# What stands anywhere in a line: words between two same pairs of signs, then what each other writing is for.
ANYWHERE = (
    (re.compile(r"(~~|==|\^\^|\+\+|%%|\$\$)(?=[^\s=])[^\n]*?[^\s=]\1"), BOLD),
    (re.compile("(?<=\\w)(?:''|(?<!\u00c3)[\u00b4\u02b9\u02ca\u2032])(?=\\w)"), "écrivez une apostrophe (')"),
    (re.compile(r"(?<=\S)\\$"), "enlevez la barre oblique inverse qui finit la ligne"),
    (re.compile(rf"\[\[(?!{NAMED}\]\])[^\[\]\n]*\]\]"), "écrivez [texte](adresse)"),
    (re.compile(rf"\[\[(?P<mark>{NAMED})\]\]"), "écrivez « {{{{ {mark} }}}} »"),
    (re.compile(r"\[(b|i|u|url|img|color|size)\b[^\]\n]*\].*?\[/\1\]", re.I), f"{BOLD}, et un lien [texte](adresse)"),
    (re.compile(r"(?<=\w)([\^~])\w{1,4}\1"), "écrivez ces lettres sans ces signes"),
    (re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])"), "écrivez le mot, ou collez le dessin lui-même"),
    (re.compile(r"(?<![\w$])\$[^\s$0-9][^$\n]*(?<=[^\s$])\$(?![\w$])"), "écrivez ce calcul en mots"),
)
# A row of a table.
CELLS = re.compile(r"\|[^|\n]+\|")
# A link and an image without words, an image whose sign is apart.
WORDLESS = re.compile(r"(!?)\[\s*\]\([^)\n]+\)")
# An address, in which signs are not words.
ADDRESSES = re.compile(r"\]\([^)\n]*\)|<[^<>\n]*>|^ {0,3}\[[^\]\n]+\]:.*")
# What a telephone, a screen or the forge calls an image, in the place of what it shows.
CALLED_SO = re.compile(
    r"!\[((?:image|img|photo|dsc|capture(?: d.[ée]cran)?|screenshot|scan|sans titre|untitled)?[\W\d_]*(?:\.\w{3,4})?"
    r"|[^\]\s]+\.(?:png|jpe?g|webp))\]\([^)\n]+\)",
    re.I,
)
APART = re.compile(r"(?<!\S)!\s+\[[^\[\]\n]*\]\([^)\n]*\)")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each of the signs that would be published as they are, and for each link and image of a page without words."""
    for page in draft.renderable.values():
        for number, line in enumerate(page.prose, 1):
            words = ADDRESSES.sub("]", line)
            for part in (opening(line), within(words), entities(words), wordless(line)):
                yield from (page.blame(number, *wrong) for wrong in part)
    for file, place, text in of_data(draft):
        yield from (Mistake(file, place, *wrong) for wrong in (*opening(text), *within(text), *celled(text)) if "://" not in text)


@all_once
def opening(line: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the beginning of a line."""
    if found := OPENING.match(line):
        yield raw(found[1], "enlevez-les, et écrivez ce passage comme un paragraphe ou une liste")


@all_once
def within(words: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each sign that makes nothing here among the words of a line."""
    found = [(one, remedy) for signs, remedy in ANYWHERE for one in signs.finditer(words) if not OPENING.match(words)]
    yield from (raw(one[0], remedy.format(**one.groupdict())) for one, remedy in found)


@all_once
def celled(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a text of the data that has the cells of a table, which only a page can show."""
    if found := CELLS.search(text):
        yield raw(found[0], "dites-le en phrases : un tableau se fait dans une page de docs/")


@all_once
def entities(words: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each sign of a line that is written as HTML's code of it; a hidden one is told elsewhere."""
    for code in (found[0] for found in ENTITY.finditer(words) if found[0].endswith(";")):
        shown = unescape(code)
        if shown != code and not is_hidden(code):
            yield raw(code, f"écrivez « {shown} »" if shown.strip() else "écrivez une espace ordinaire")


def raw(signs: str, remedy: str) -> tuple[str, str]:
    """Return what is wrong with signs that make nothing here, and the remedy."""
    return f"« {signs} » serait publié tel quel : ces signes ne donnent rien ici", remedy


@all_once
def wordless(line: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each link or image that says nothing to who reads or hears it."""
    for found in APART.finditer(line):
        yield f"« {found[0]} » n'est pas une image : une espace suit le point d'exclamation", "enlevez cette espace"
    for found in WORDLESS.finditer(line):
        remedy = "décrivez-la en quelques mots entre les crochets" if found[1] else "écrivez entre les crochets les mots sur lesquels on clique"
        yield f"{'cette image' if found[1] else 'ce lien'} (« {found[0]} ») n'a pas de mots", remedy
    for found in CALLED_SO.finditer(line):
        if found[1].strip():
            yield f"« {found[1]} » ne dit pas ce que montre l'image", "décrivez-la en quelques mots entre les crochets"
