"""Letters that stand for others, and accents piled on one: what is read is not what is written, and no search finds it."""

from __future__ import annotations

import re

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# Letters of other alphabets, among which Greek ones that are drawn as Latin ones only: « kΩ » and « 5 μm » are ordinary.
OTHER = (
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03b9\u03ba\u03bf\u03c5"
    "\u0400-\u052f\u0531-\u0587\u10a0-\u10ff\u13a0-\u13ff\u2c80-\u2cff\u2de0-\u2dff\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf\U00010400-\U0001044f"
)
MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
MIXED = re.compile(f"[{LATIN}][{MARKS}]*[{OTHER}]|[{OTHER}][{MARKS}]*[{LATIN}]")
# Letters for mathematics, or as wide as Chinese ones: one of them is a sign, several are a word that only looks like one.
# A PDF gives two letters as one sign (« ﬁ »).
DRAWN = re.compile("[\U0001d400-\U0001d7ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{2}|[\ufb00-\ufb06]")
PILED = re.compile(rf"[{MARKS}]{{3}}|(?:^|\s)[{MARKS}]")
BY_HAND = "retapez ce mot au clavier"


def lookalike(text: str) -> tuple[str, str] | None:
    """Return the problem and the remedy of the first word of a text that is not made of the letters that it shows, or None."""
    if text.isascii():
        return None
    if found := MIXED.search(text):
        return f"« {word_at(text, found.start())} » mêle les lettres de deux alphabets", BY_HAND
    if found := DRAWN.search(text):
        return f"« {word_at(text, found.start())} » n'est pas écrit avec les lettres du clavier", BY_HAND
    if found := PILED.search(text):
        return f"des accents ne portent sur aucune lettre, ou s'empilent, dans « {word_at(text, found.end() - 1)} »", BY_HAND
    return None


def word_at(text: str, at: int) -> str:
    """Return the word of a text that a position is in."""
    return text[:at].rpartition(" ")[2] + text[at:].partition(" ")[0]
