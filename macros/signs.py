"""The signs that a word processor puts in the place of a keyboard's: one sees a dash, a space or a colon, and the machine sees none."""

from __future__ import annotations

import re

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
DASHES = "\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d"
DOTS = "\u00b7\u2022\u2023\u2219\u25a0\u25aa\u25ab\u25b8\u25ba\u25cb\u25cf\u25e6\u25c6\u25c7\u2605\u2606\u2666\u27a2\u2756\u2713\u2714"
COLONS = "\u02d0\u2236\ua789\ufe55\uff1a"
# The bullets of Word that other programs paste as letters, before the tabulation or the spaces that they had.
PASTED = "o\u00a7\u00d8\u00fcvq"
# What some signs are called; a space is called by what it does.
NAMES = {
    "\u2010": "trait d'union typographique",
    "\u2011": "trait d'union insécable",
    "\u2013": "tiret demi-cadratin",
    "\u2014": "tiret cadratin",
    "\u2212": "signe moins",
    "\u00b7": "point médian",
    "\u2022": "puce",
    "*": "astérisque",
}
# What a code may hold by accident, and what was meant.
MEANT = (
    (re.compile(f"[{DASHES}]"), "un trait d'union (-)"),
    (re.compile(f"[{SPACES}]"), "rien, ou par un trait d'union entre deux mots"),
    (re.compile(f"[{COLONS}]"), "un deux-points ordinaire (:)"),
    (re.compile("[\u2044\u2215\uff0f]"), "une barre oblique (/)"),
    (re.compile("[\u2024\uff0e]"), "un point ordinaire (.)"),
    (re.compile("[\uff10-\uff19]"), "un chiffre ordinaire"),
    (re.compile("[\u2018\u2019\u201c\u201d]"), "un guillemet ou une apostrophe du clavier"),
)
# The beginning of an item of a list for its author, and of nothing for the machine.
BULLET = re.compile(rf"[ >]*(?:([{DOTS}{DASHES}])(?=[ \t{SPACES}]|[^\W\d_])|(o|--|\u00a7) (?=[^\W\d_])|([{PASTED}])(?= {{2,}}\S|[\t{SPACES}]))")
UNSPACED = re.compile(rf"[ >]*([-+*]|[0-9]{{1,2}}\.)([{SPACES}])")
GLUED = re.compile(r"[ >]*-(?=[^\W\d_])")
AS_DASH = "remplacez ce signe par un trait d'union (-) suivi d'une espace"
AS_COLON = "remplacez ce signe par un deux-points (:) suivi d'une espace"
AS_SPACE = "remplacez-la par une espace ordinaire"
UNSPACED_DASH = ("aucune espace ne suit le trait d'union : il ne fait pas une liste", "ajoutez une espace après lui, ou enlevez-le")
# A line made of dashes, of whatever kind.
RULE = re.compile(rf"[ \t{SPACES}]*(?:[{DASHES}]|[-{DASHES}_*=~+][ \t{SPACES}]*[-{DASHES}_*=~+]+)[-{DASHES}_*=~+ \t{SPACES}]*")


def underlined(line: str) -> tuple[str, str]:
    """Return what is wrong with a line of equals signs or hyphens under words: it makes a title of them, or parts two versions of a merge."""
    if line.strip() == "=" * 7:
        problem = "une marque de conflit est restée, ou cette ligne fait un titre de la ligne précédente"
        return problem, "vérifiez que le passage n'est pas écrit deux fois, puis supprimez cette ligne"
    return "cette ligne fait un titre de la ligne précédente", "supprimez-la, ou laissez une ligne vide avant elle"


def called(sign: str) -> str:
    """Return a sign as a message shows it: « – » (tiret demi-cadratin), and a space by its name alone."""
    if re.match(f"[{SPACES}]", sign):
        return "une espace insécable" if sign in "\u00a0\u202f" else "une espace qui n'est pas celle du clavier"
    return f"« {sign} » ({NAMES[sign]})" if sign in NAMES else f"« {sign} »"


def bulleted(line: str) -> tuple[str, str] | None:
    """Return what is wrong with the beginning of a line that was meant as an item of a list and is none, or None."""
    if found := BULLET.match(line):
        return f"{called(next(filter(None, found.groups())))} ne fait pas une liste", AS_DASH
    if found := UNSPACED.match(line):
        return f"{called(found[2])} suit « {found[1]} », qui ne fait donc pas une liste", AS_SPACE
    if GLUED.match(line):
        return UNSPACED_DASH
    return None


def misread(code: str) -> tuple[str, str] | None:
    """Return the first sign of a code that only looks like a keyboard's, as messages call it, and what was meant; or None."""
    found = [(match.start(), match[0], meant) for pattern, meant in MEANT if (match := pattern.search(code))]
    return (called(min(found)[1]), min(found)[2]) if found else None
