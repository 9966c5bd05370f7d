"""A line of YAML whose dash, colon, space or quotation mark is Word's: YAML takes it for text, and complains elsewhere or of something else."""

from __future__ import annotations

import re

from macros.mistakes import Mistake
from macros.signs import AS_COLON, AS_DASH, AS_SPACE, COLONS, SPACES, UNSPACED_DASH, bulleted, called

KEY = r" *(?:- +)*[a-z_]+"
# Signs that begin a list elsewhere.
MARK = re.compile(r" *([*+>]) +(?=\S)")
COLON = re.compile(rf"{KEY}[ {SPACES}]*([{COLONS}])(?=[ {SPACES}]|$)")
AFTER_COLON = re.compile(rf"{KEY} *:([{SPACES}])")
# Word's quotation marks, which open or close a text.
CURLED = "\u2018\u2019\u201c\u201d\u201e"
# A key between them, which the model of its file tells.
QUOTED_KEY = re.compile(rf" *(?:- +)*[{CURLED}][a-z_]+[{CURLED}] *:(?: |$)")
GLUED = re.compile(r" *-[\"']")
OPENED = re.compile(rf" *(?:- +)*(?:[a-z_]+ *: +)?([{CURLED}]).*(?:: | #)")


def disguised(line: str) -> tuple[str, str] | None:
    """Return which sign of a line is not the one that YAML reads, and what to do; None if there is none."""
    if found := MARK.match(line):
        return f"{called(found[1])} ne fait pas une liste", AS_DASH
    if found := COLON.match(line):
        return f"{called(found[1])} n'est pas le deux-points du clavier", AS_COLON
    if found := AFTER_COLON.match(line):
        return f"{called(found[1])} suit le deux-points de la clé", AS_SPACE
    if (found := OPENED.match(line)) and not QUOTED_KEY.match(line):
        return curled(found[1])
    return UNSPACED_DASH if GLUED.match(line) else bulleted(line)


def curled(sign: str) -> tuple[str, str]:
    """Return what is wrong with a quotation mark of Word's that opens a text, and the remedy."""
    return f"le guillemet « {sign} » n'est pas celui du clavier", 'remplacez-le, et celui qui ferme, par des guillemets droits "…"'


def all_disguised(text: str, file: str) -> list[Mistake]:
    """Return a mistake for each line of a YAML text that has such a sign."""
    return [Mistake(file, number, *wrong) for number, line in enumerate(text.split("\n"), 1) if (wrong := disguised(line))]
