"""A quotation mark left open or closed too early: YAML then stops elsewhere, sometimes much later."""

from __future__ import annotations

import re

# What may precede a quoted value on its line: dashes, a key.
OPENING = re.compile(r"""\s*(?:- +)*(?:[^\s"'#:\[{][^:"'#]*: +)?(["'])""")
CONTENT = {'"': re.compile(r'(?:[^"\\]|\\.)*"', re.S), "'": re.compile(r"(?:[^']|'')*'", re.S)}
UNCLOSED = ("un guillemet droit est ouvert et n'est pas fermé", "ajoutez le guillemet droit qui manque à la fin du texte")
AFTER_QUOTE = ("une virgule suit un texte entre guillemets", "supprimez-la : chaque clé est sur sa ligne")
# What Word puts in the place of the mark that closes.
CURVED = {'"': ("\u201c\u201d\u201e\u2033\uff02", 'un guillemet droit (")'), "'": ("\u2018\u2019\u2032", "une apostrophe droite (')")}
TRAILING = (
    "du texte suit le guillemet droit qui ferme",
    'mettez tout le texte entre guillemets droits "…", et écrivez « … » à l\'intérieur',
)


def misquoted(lines: list[str], last: int) -> tuple[int, str, str] | None:
    """Return the line (from 1, up to `last`) of the first misused quotation mark, the problem and the remedy; or None."""
    number = 0
    while number < min(last, len(lines)):
        if opening := OPENING.match(lines[number]):
            text = "\n".join([lines[number][opening.end() :], *lines[number + 1 :]])
            content = CONTENT[opening[1]].match(text)
            if (content is None or "\n" in content[0]) and lines[number].rstrip().endswith(tuple(CURVED[opening[1]][0])):
                return number + 1, *miswritten(lines[number].rstrip()[-1], opening[1])
            if content is None:
                return number + 1, *UNCLOSED
            after = text[content.end() :].split("\n", 1)[0].strip()
            if after and after[0] not in "#:":
                return number + 1, *(UNCLOSED if "\n" in content[0] else AFTER_QUOTE if after == "," else TRAILING)
            number += content[0].count("\n")
        number += 1
    return None


def miswritten(sign: str, opening: str) -> tuple[str, str]:
    """Return what is wrong with a sign that was meant to close what a keyboard's mark opens, and the remedy."""
    return f"le guillemet « {sign} » n'est pas celui du clavier, et ne ferme pas le texte", f"remplacez-le par {CURVED[opening][1]}"
