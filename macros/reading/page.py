"""A page of `docs/`, as its author wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.mistakes import Mistake
from macros.reading.characters import by_entity
from macros.reading.excess import Excess, excesses
from macros.reading.files import read_text
from macros.reading.rendered import Rendered, rendered

# What is no prose: code, e-mail or Web addresses, macro calls.
CODE = re.compile(r"(?<!\\)`[^`\n]*`|^```.*?^```|<https://[^>\s]+>|<[\w.+-]+@[\w.-]+>|{{.*?}}", re.S | re.M)

# The lettered items of a text, shown as items of a list: what they hold is no code.
LETTERED, LETTER = "docs/encadrements/", re.compile(r"^[a-z]\) ", re.M)


@dataclass(frozen=True)
class Page:
    """A page: its name from the project's root, its text, the mistakes of its characters. A file that cannot be read makes no text."""

    file: str
    markdown: str
    mistakes: tuple[Mistake, ...] = ()
    readable: bool = True

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

    def at(self, offset: int) -> int:
        """Return the line (from 1) of an offset."""
        return self.markdown.count("\n", 0, offset) + 1

    def blame(self, line: int, problem: str, remedy: str) -> Mistake:
        """Return a mistake at a line."""
        return Mistake(self.file, line, problem, remedy)


def prose_of(markdown: str) -> str:
    """Return a page's text with code, macro calls and safe addresses replaced by spaces."""
    return CODE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), markdown)


def read_page(path: Path, root: Path) -> Page:
    """Read one page; `path` is absolute, `root` the project's."""
    file = path.relative_to(root).as_posix()
    markdown, mistakes = read_text(path, file)
    mistakes += by_entity(prose_of(markdown or ""), file)
    return Page(file, markdown or "", tuple(mistakes), markdown is not None)
