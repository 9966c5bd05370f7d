"""A page of `docs/`, as its author wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from macros.mistakes import Mistake
from macros.reading.characters import by_entity, lookalikes
from macros.reading.excess import Excess, excesses
from macros.reading.files import read_text
from macros.reading.marks import Marks
from macros.reading.rendered import Found, Rendered, rendered
from macros.signs import RULE

# What is no prose: code, e-mail or Web addresses, macro calls.
CODE = re.compile(r"(?<!\\)`[^`\n]*`|^```.*?^```|<https://[^>\s]+>|<[\w.+-]+@[\w.-]+>|{{(?:(?!{{).)*?}}", re.S | re.M)

FENCED = re.compile(r"^(```|~~~).*?^\1.*?$", re.S | re.M)
# A header, up to the first blank line if nothing closes it. Each line is read in one way only: an open header has many.
HEADER = re.compile(rf"\A\s*^{RULE.pattern}\n(?:(?:(?=.*\S).*\n)*?{RULE.pattern}$|(?=[\w-]+ ?:)(?:(?=.*\S).*\n)+)", re.M)

# The lettered items of a text, shown as items of a list: what they hold is no code.
LETTERED, LETTER = "docs/encadrements/", re.compile(r"^[a-z]\) ", re.M)


@dataclass(frozen=True)
class Page:
    """A page: its name from the project's root, its text, the mistakes of its characters. A file that cannot be read makes no text.

    `typed` is the text as its author typed it, its marks not yet in place (`marks.py`).
    """

    file: str
    markdown: str
    mistakes: tuple[Mistake, ...] = ()
    readable: bool = True
    typed: str = ""

    @cached_property
    def excesses(self) -> list[Excess]:
        """What keeps the page from being rendered."""
        return excesses(self.markdown)

    @cached_property
    def rendered(self) -> Rendered | None:
        """What the page gives once rendered, or None if it has excesses."""
        if self.excesses:
            return None
        return rendered(LETTER.sub("- ", self.markdown) if self.file.startswith(LETTERED) else self.markdown)

    @property
    def findings(self) -> list[tuple[int, Found]]:
        """What the rendered page holds, each thing with its line; nothing if it has excesses."""
        return self.rendered.found if self.rendered else []

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the page."""
        return self.markdown.split("\n")

    @cached_property
    def prose(self) -> list[str]:
        """The lines of the page's prose: those of the header and of code between fences are empty; « x » stands for each sign of other code."""
        return masked("\n".join(self.unfenced), "x").split("\n")

    @cached_property
    def unfenced(self) -> list[str]:
        """The lines of the page, those of the header and of code between fences empty."""
        return FENCED.sub(blank, HEADER.sub(blank, self.markdown)).split("\n")

    def at(self, offset: int) -> int:
        """Return the line (from 1) of an offset."""
        return self.markdown.count("\n", 0, offset) + 1

    def blame(self, line: int, problem: str, remedy: str) -> Mistake:
        """Return a mistake at a line."""
        return Mistake(self.file, line, problem, remedy)


def masked(markdown: str, sign: str) -> str:
    """Return a page's text with each sign of code, macro calls and safe addresses replaced by one sign."""
    return CODE.sub(lambda m: re.sub(r"[^\n]", sign, m[0]), markdown)


def blank(match: re.Match[str]) -> str:
    """Return the lines of what was found, empty."""
    return "\n" * match[0].count("\n")


def read_page(path: Path, root: Path, marks: Marks) -> Page:
    """Read one page; `path` is absolute, `root` the project's, `marks` are put in place."""
    file = path.relative_to(root).as_posix()
    typed, mistakes = read_text(path, file)
    return understood(file, typed, marks.put(typed or ""), tuple(mistakes))


@lru_cache(maxsize=512)
def understood(file: str, typed: str | None, markdown: str, mistakes: tuple[Mistake, ...]) -> Page:
    """Return a page of which the file was read; one that did not change is the same, with all that was found in it (none changes it)."""
    more = (*by_entity(masked(typed or "", " "), file), *lookalikes(typed or "", file))
    return Page(file, markdown, (*mistakes, *more), typed is not None, typed or "")
