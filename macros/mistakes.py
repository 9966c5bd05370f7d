"""What an editor got wrong: where, what, and what to do about it."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

# As in `typography.py`, which stands above this module.
NBSP = "\u00a0"

# A quotation or a word longer than this is cut short: a message fits on a line.
LONG = re.compile(r"«([^«»]{80})[^«»]{5,}»")
LONG_WORD = re.compile(r"(\S{100})\S{5,}")
# What a message quotes; what Quebec usage has no space before; what a line may not break before.
QUOTED = re.compile(r"(«[^«»]+»)")
NO_SPACE, KEPT_TOGETHER = re.compile(r"[ \u00a0]+(?=[;!?](?:\s|\Z))"), re.compile(r" :(?=\s|\Z)")
ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
# What the forge's log obeys: `::` where a line begins, `##[` anywhere in it.
COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\[)")
# The remedy for a file that is gone, or that holds nothing.
RESTORE = "rétablissez-le à partir de l'historique du dépôt ; s'il n'y a jamais été, contribuer/exemples.md le montre"
# The places of one mistake that a report tells apart, at most: over several files, and in one; the annotations that the forge keeps of a step.
FEW, FEW_IN_FILE, ANNOTATIONS = 3, 9, 10


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake in an edited file, told in French.

    `file` is relative to the project's root, `line` counts from 1; `problem` and `remedy` are
    sentences without a final stop. `rank` is lower for what may be the cause of others.
    """

    file: str
    line: int
    problem: str
    remedy: str
    rank: int = field(default=1, compare=False)

    def __str__(self) -> str:
        return printable(f"{self.file}:{self.line} : {self.message}")

    @property
    def message(self) -> str:
        """The problem and the remedy, on one line whatever they quote."""
        return f"{short(self.problem)} ; {short(self.remedy)}"

    def as_annotation(self, mild: bool = False) -> str:
        """Return the workflow command that shows the mistake on its line of a pull request; `mild`, as what does not stop it."""
        file = escaped(printable(self.file), (*ESCAPES, (":", "%3A"), (",", "%2C")))
        return f"::{'warning' if mild else 'error'} file={file},line={self.line}::{escaped(printable(self.message), ESCAPES)}"


def printable(text: str) -> str:
    """Return a text as one line of a log: what is not seen is spelled out, and nothing of it is a command for the forge or a terminal."""
    seen = "".join(char if char.isprintable() or unicodedata.category(char) == "Zs" else spelled(char) for char in text)
    return COMMAND.sub(lambda match: f"{match[0]} ", seen)


def spelled(char: str) -> str:
    r"""Return the code of a character, in ASCII (`\n`, `\x1b`)."""
    return char.encode("unicode_escape").decode("ascii")


def typeset(told: str) -> str:
    """Return what is told with the spaces of French as written in Quebec, as all of it is on its way out; what it quotes keeps its signs."""
    parts = QUOTED.split(told)
    parts[::2] = [KEPT_TOGETHER.sub(f"{NBSP}:", NO_SPACE.sub("", part)) for part in parts[::2]]
    parts[1::2] = [f"«{NBSP}{part[1:-1].strip(f' {NBSP}') or part[1:-1]}{NBSP}»" for part in parts[1::2]]
    return "".join(parts)


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

    def __reduce__(self) -> tuple[type[MistakesError], tuple[list[Mistake]]]:
        """Return how another process makes it again: what it holds, not what it says."""
        return type(self), (self.mistakes,)


def report(mistakes: list[Mistake]) -> str:
    """Return the text shown to the editor: one line for each mistake, then their number."""
    told = gathered(mistakes)
    total = "1 erreur à corriger." if len(told) == 1 else f"{len(told)} erreurs à corriger."
    return "\n".join([*map(str, told), total])


def gathered(mistakes: list[Mistake]) -> list[Mistake]:
    """Return the mistakes, those that say the same of many places as one that names them all."""
    same: dict[tuple[str, str], list[Mistake]] = {}
    for mistake in mistakes:
        same.setdefault((mistake.problem, mistake.remedy), []).append(mistake)
    return sorted(told for group in same.values() for told in ([as_one(group)] if is_one(group) else group))


def is_one(group: list[Mistake]) -> bool:
    """Tell whether mistakes that say the same have one cause: too many for chance."""
    return len(group) > (FEW if len({mistake.file for mistake in group}) > 1 else FEW_IN_FILE)


def as_one(group: list[Mistake]) -> Mistake:
    """Return one mistake for all those that say the same, at the place of the first cause among them."""
    first = min(group, key=lambda mistake: mistake.rank)
    return replace(first, problem=f"{first.problem} ({len(group)} endroits : {places(group)})")


def places(mistakes: Iterable[Mistake]) -> str:
    """Return where some mistakes are: « a.yml, lignes 3 et 8 ; … », with commas alone."""
    found = sorted({(mistake.file, mistake.line) for mistake in mistakes})
    by_file = [(file, [str(line) for _, line in at]) for file, at in groupby(found, key=lambda place: place[0])]
    return " · ".join(
        f"{file}, ligne{'s' if len(at) > 1 else ''} {' et '.join([*filter(None, [', '.join(at[:-1])]), at[-1]])}" for file, at in by_file
    )


def annotate(mistakes: list[Mistake], mild: bool = False) -> str:
    """Return the pull request annotations, or nothing outside of the forge's checks.

    The forge keeps the first ten of a step: the causes come first, and the step's summary holds them all.
    """
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return ""
    summarize(mistakes, mild)
    causes = sorted(gathered(mistakes), key=lambda mistake: mistake.rank)
    return typeset("\n".join(mistake.as_annotation(mild) for mistake in causes[:ANNOTATIONS]))


def told(mistakes: list[Mistake]) -> str:
    """Return all that stops what was asked, as it is printed: the annotations of a pull request, where there is one, then the report."""
    return "\n".join(filter(None, [annotate(mistakes), typeset(report(mistakes))]))


def summarize(mistakes: list[Mistake], mild: bool) -> None:
    """Add the whole report to the summary of the forge's step, as text that it does not read as Markdown."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        fence = "`" * 12
        with Path(path).open("a", encoding="utf-8") as summary:
            told = "\n".join(map(str, gathered(mistakes))) if mild else report(mistakes)
            summary.write(f"### {'À vérifier' if mild else 'Erreurs à corriger'}\n\n{fence}text\n{typeset(told)}\n{fence}\n")
