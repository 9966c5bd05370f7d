"""Bytes to text, and the characters that no editor meant to write."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.mistakes import Mistake

# Control characters, invisible marks of direction or width, and code points that are no characters.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
# What is left of an accented letter after a wrong conversion.
DAMAGED = re.compile("\u00c3[\u0080-\u00bf]|\ufffd")
INDENT = re.compile(r"[^\S\n]*")
UTF8_REMEDY = "enregistrez le fichier avec l'encodage UTF-8, ou retapez ce mot dans l'éditeur de la forge"


def decode(data: bytes, file: str) -> tuple[str | None, list[Mistake]]:
    """Return a file's text with lines that end with a newline alone, and the mistakes of its characters.

    The text is None if the bytes are not UTF-8; the characters told as mistakes are no longer in it.
    """
    try:
        text = lines_ended(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, [undecodable(data, error.start, file)]
    return INVISIBLE.sub("", text), [*invisible(text, file), *damaged(text, file)]


def lines_ended(text: str) -> str:
    """Return a text whose lines all end with a newline alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def undecodable(data: bytes, position: int, file: str) -> Mistake:
    """Return the mistake of the first bytes that are not UTF-8, with the word that they probably make."""
    before, after = (lines_ended(part.decode("cp1252", "replace")) for part in (data[:position], data[position:]))
    word = (before.split()[-1] if before[-1:].strip() else "") + next(iter(after.split()), "")
    readable = word.isprintable() and not INVISIBLE.search(word) and "\ufffd" not in word
    problem = f"« {word} » n'est pas enregistré en UTF-8" if readable else "le fichier n'est pas enregistré en UTF-8"
    return Mistake(file, before.count("\n") + 1, problem, UTF8_REMEDY)


def invisible(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each line that holds an invisible character."""
    for number, line in enumerate(text.split("\n"), 1):
        if match := INVISIBLE.search(line):
            before = INVISIBLE.sub("", line[: match.start()]).strip()[-20:]
            where = f"après « {before} »" if before else "au début de la ligne"
            yield Mistake(file, number, f"un caractère invisible se trouve {where}", "effacez cette partie de la ligne et retapez-la")


def damaged(text: str, file: str) -> Iterator[Mistake]:
    """Yield a mistake for each line that holds what is left of an accented letter."""
    for number, line in enumerate(text.split("\n"), 1):
        if match := DAMAGED.search(line):
            word = line[: match.start()].rpartition(" ")[2] + line[match.start() :].partition(" ")[0]
            yield Mistake(file, number, f"les accents de « {INVISIBLE.sub('', word)} » sont abîmés", "retapez ce mot")


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
