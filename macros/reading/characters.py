"""Bytes to text, and the characters that no editor meant to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from macros.mistakes import Mistake
from macros.reading.lookalikes import lookalike

# The signs that no editor meant to write, by what they are: one neither sees them nor knows that one types them.
HIDDEN = {
    "un caractère de contrôle": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f",
    "un saut de ligne invisible": "\x85\u2028\u2029",
    "un trait d'union invisible": "\u00ad",
    "une marque du sens de l'écriture": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "une espace sans largeur": "\u200b\u2060\ufeff",
    "un signe de liaison invisible": "\u034f\u180e\u200c\u200d\u2061-\u2065\u206a-\u206f\ufff0-\ufffc"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a",
    "une lettre invisible": "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U00016fe4\U0001d159",
    "un sélecteur de variante": "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "une étiquette invisible": "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff",
    "un caractère à usage privé": "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "une moitié de caractère": "\ud800-\udfff",
    "un code qui n'est pas un caractère": "\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
}
NAMES = [(name, re.compile(f"[{signs}]")) for name, signs in HIDDEN.items()]
INVISIBLE = re.compile(f"[{''.join(HIDDEN.values())}]")
# What a text in French is made of: none of these signs is hidden, cuts a line or shows another. Most texts have no other, and are looked at once.
ORDINARY = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u00ffŒœ–—‘’“”…]*")
# What makes one drawing of two (« ☎️ », a family): allowed right after a drawing.
OF_A_DRAWING = "\u200d\ufe0e\ufe0f"
# HTML's way to write a character by its number or its name.
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")
# What is left of an accented letter after a wrong conversion.
DAMAGED = re.compile("\u00c3[\u0080-\u00bf]|\ufffd")
# A letter, and the only accent after it.
APART = re.compile("[A-Za-z][\u0300-\u036f](?![\u0300-\u036f])")
# How the files of other programs begin, whatever their name says.
OFFICE = "un document de Word ou d'un autre logiciel de bureau"
DISGUISED = {
    b"PK\x03\x04": OFFICE,
    b"\xd0\xcf\x11\xe0": OFFICE,
    b"{\\rtf": "un document RTF, de Word ou d'un autre traitement de texte",
    b"%PDF-": "un document PDF",
    b"\x89PNG": "une image",
    b"\xff\xd8\xff": "une image",
}
INDENT = re.compile(r"[^\S\n]*")
OF_TEXT = "rétablissez ce fichier à partir de l'historique du dépôt, ou copiez-y le texte seul : en changer le nom ne suffit pas"
UTF8_REMEDY = "enregistrez le fichier avec l'encodage UTF-8, ou retapez ce mot dans l'éditeur de la forge"


def decode(data: bytes, file: str) -> tuple[str | None, list[Mistake]]:
    """Return a file's text with lines that end with a newline alone, and the mistakes of its characters.

    The text is None if the bytes are those of another program or not UTF-8; the characters told as mistakes are no longer in it.
    """
    if disguised := next((kind for beginning, kind in DISGUISED.items() if data.startswith(beginning)), None):
        return None, [Mistake(file, 1, f"ce fichier est {disguised}, et non du texte", OF_TEXT)]
    try:
        text = lines_ended(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, [undecodable(data, error.start, file)]
    return composed(visible(text)), [*invisible(text, file), *damaged(text, file)]


def composed(text: str) -> str:
    """Return a text whose letters hold their accent, which macOS writes after them; accents piled on a letter stay as they are."""
    return APART.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)


def lines_ended(text: str) -> str:
    """Return a text whose lines all end with a newline alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def undecodable(data: bytes, position: int, file: str) -> Mistake:
    """Return the mistake of the first bytes that are not UTF-8, with the word that they probably make."""
    before, after = (lines_ended(part.decode("cp1252", "replace")) for part in (data[:position], data[position:]))
    word = (before.split()[-1] if before[-1:].strip() else "") + next(iter(after.split()), "")
    readable = word.isprintable() and not hidden(word) and "\ufffd" not in word
    problem = f"« {word} » n'est pas enregistré en UTF-8" if readable else "le fichier n'est pas enregistré en UTF-8"
    return Mistake(file, before.count("\n") + 1, problem, UTF8_REMEDY)


def invisible(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each line that holds an invisible character."""
    for number, line in enumerate(text.split("\n") if INVISIBLE.search(text) else (), 1):
        if match := hidden(line):
            where = after(line, match.start()) or "au début de la ligne"
            yield Mistake(file, number, f"{called(match[0])} se trouve {where}", "effacez cette partie de la ligne et retapez-la")


def called(sign: str) -> str:
    """Return what a hidden sign is called where it stands in a file: an editor who sees nothing there needs no more."""
    return named(sign) if unicodedata.category(sign) == "Co" else "un caractère invisible"


def hidden(text: str) -> re.Match[str] | None:
    """Return the first hidden sign of a text that is no part of a drawing, or None."""
    return next((match for match in INVISIBLE.finditer(text) if not of_a_drawing(match)), None)


def visible(text: str) -> str:
    """Return a text without its hidden signs."""
    return INVISIBLE.sub(lambda match: match[0] if of_a_drawing(match) else "", text)


def of_a_drawing(match: re.Match[str]) -> bool:
    """Tell whether a hidden sign follows a drawing, of which it makes another."""
    before = match.string[: match.start()][-1:]
    joined = match[0] == "\u200d" and before == "\ufe0f"
    return match[0] in OF_A_DRAWING and bool(before) and (joined or unicodedata.category(before) in ("So", "Sk", "Sm"))


def named(sign: str) -> str:
    """Return what a hidden sign is, with its code: « une espace sans largeur (U+200B) »."""
    name = next(name for name, signs in NAMES if signs.match(sign))
    return f"{name} (U+{ord(sign):04X})"


def after(text: str, position: int) -> str:
    """Return after which words of a text a position is (« après « Plateforme » »), or nothing at its beginning."""
    before = visible(text[:position]).strip()[-20:]
    return f"après « {before} »" if before else ""


def in_value(text: str) -> tuple[str, str] | None:
    """Return the problem and the remedy of the first sign that a value of one line cannot hold, or None.

    The text is decoded: YAML makes these signs of escapes that are characters like others in the file.
    """
    if ORDINARY.fullmatch(text):
        return None
    if match := hidden(text):
        where = after(text, match.start()) or "au début du texte"
        return f"{named(match[0])} se trouve {where}", "supprimez ce signe, ou le code qui le donne (il commence par une barre oblique inverse)"
    if match := re.search(r"[\n\r]", text.strip()):
        where = after(text.strip(), match.start())
        return f"un saut de ligne se trouve {where}", "écrivez ce texte d'un seul trait : sans \\n, sans ligne vide, et sans « | » après la clé"
    if match := re.search(r"\t", text):
        return f"une tabulation se trouve {after(text, match.start()) or 'au début du texte'}", "remplacez-la par une espace"
    return lookalike(text)


def by_entity(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each line of Markdown that holds a hidden sign written as HTML's code of it (`&#8203;`)."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := next((m[0] for m in ENTITY.finditer(line) if is_hidden(m[0])), None):
            yield Mistake(file, number, f"« {found} » ne donne aucun signe visible", "supprimez ce code")


def lookalikes(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each line of Markdown with a word that is not made of the letters that it shows."""
    yield from (Mistake(file, number, *wrong) for number, line in enumerate(text.split("\n"), 1) if (wrong := lookalike(line)))


def is_hidden(entity: str) -> bool:
    """Tell whether an entity gives a hidden sign, or one that HTML replaces because it has none."""
    shown = unescape(entity)
    return shown in ("", "\ufffd") or (shown != entity and hidden(shown) is not None)


def damaged(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each line that holds what is left of an accented letter."""
    for number, line in enumerate(text.split("\n") if DAMAGED.search(text) else (), 1):
        if match := DAMAGED.search(line):
            word = line[: match.start()].rpartition(" ")[2] + line[match.start() :].partition(" ")[0]
            yield Mistake(file, number, f"les accents de « {visible(word)} » sont abîmés", "retapez ce mot")


def indentation(text: str, file: str, spaces: str) -> list[Mistake]:
    """Return a mistake for each line whose indentation holds something else than spaces; `spaces` says how many to write."""
    mistakes = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = INDENT.match(line)[0]  # type: ignore[index]
        if "\t" in indent:
            mistakes.append(Mistake(file, number, "une tabulation sert de retrait", f"remplacez-la par {spaces} espaces"))
        elif indent.strip(" ") and line.strip():
            mistakes.append(Mistake(file, number, "une espace insécable sert de retrait", "remplacez-la par des espaces ordinaires"))
    return mistakes
