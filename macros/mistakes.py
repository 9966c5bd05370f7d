"""What an editor got wrong: where, what, and what to do about it."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# A quotation or a word longer than this is cut short: a message fits on a line.
LONG = re.compile(r"«([^«»]{80})[^«»]{5,}»")
LONG_WORD = re.compile(r"(\S{100})\S{5,}")
ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
# What the forge's log obeys: `::` where a line begins, `##[` anywhere in it.
COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\[)")


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake in an edited file, told in French.

    `file` is relative to the project's root, `line` counts from 1; `problem` and `remedy` are
    sentences without a final stop.
    """

    file: str
    line: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        return printable(f"{self.file}:{self.line} : {self.message}")

    @property
    def message(self) -> str:
        """The problem and the remedy, on one line whatever they quote."""
        return f"{short(self.problem)} ; {short(self.remedy)}"

    def as_annotation(self) -> str:
        """Return the workflow command that shows the mistake on its line of a pull request."""
        file = escaped(printable(self.file), (*ESCAPES, (":", "%3A"), (",", "%2C")))
        return f"::error file={file},line={self.line}::{escaped(printable(self.message), ESCAPES)}"


def printable(text: str) -> str:
    """Return a text as one line of a log: what is not seen is spelled out, and nothing of it is a command for the forge or a terminal."""
    seen = "".join(char if char.isprintable() or unicodedata.category(char) == "Zs" else spelled(char) for char in text)
    return COMMAND.sub(lambda match: f"{match[0]} ", seen)


def spelled(char: str) -> str:
    r"""Return the code of a character, in ASCII (`\n`, `\x1b`)."""
    return char.encode("unicode_escape").decode("ascii")


def short(text: str) -> str:
    """Return a text on one line, its long quotations and words cut."""
    quoted = LONG.sub(lambda m: f"«{m[1].rstrip()}… »", re.sub(r"[ \t\r\n]+", " ", text))
    return LONG_WORD.sub(r"\1…", quoted)


def escaped(text: str, escapes: Iterable[tuple[str, str]]) -> str:
    """Return a text as a workflow command wants it."""
    for char, code in escapes:
        text = text.replace(char, code)
    return text


class MistakesError(Exception):
    """Raised once, with every mistake found."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = sorted(set(mistakes))
        super().__init__(report(self.mistakes))


def report(mistakes: list[Mistake]) -> str:
    """Return the text shown to the editor: one line for each mistake, then their number."""
    count = len(mistakes)
    total = f"{count} erreur à corriger." if count == 1 else f"{count} erreurs à corriger."
    return "\n".join([*map(str, mistakes), total])


def annotate(mistakes: list[Mistake]) -> str:
    """Return the pull request annotations, or nothing outside of the forge's checks."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return ""
    return "\n".join(mistake.as_annotation() for mistake in mistakes)
