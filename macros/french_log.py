"""What only the build can find, said as the check says its mistakes: a link to a part that its page does not have, a name that no macro gives."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from macros.mistakes import Mistake, annotate

LOGGER = "mkdocs.structure.pages"
# Where each engine says, in English, which page a build stopped at.
STOPPED = ("mkdocs.commands.build", "properdocs.commands.build")
NO_ANCHOR = re.compile(r"Doc file '(.+?)' contains a link '(.+?)', but (?:the doc '(.+?)' does not contain an anchor|there is no such anchor)")
# What this build has told.
TOLD: set[Mistake] = set()
REMEDY = "corrigez ce qui suit le dièse, ou enlevez-le de l'adresse"


class French(logging.Filter):
    """Puts in French, with its line, the warning of a link whose anchor does not exist; leaves the others as they are."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the message of a record; always keep it, so that a strict build stops."""
        if found := NO_ANCHOR.match(record.getMessage()):
            mistake = absent_anchor(self.root, found[1], found[2], found[3] or found[1])
            record.msg, record.args = "\n".join(filter(None, [str(mistake), annotate([mistake])])), ()
        return True


def untold(_: logging.LogRecord) -> bool:
    """Tell whether what stops the build, if it is being said, remains to be told; a report of mistakes tells all of it."""
    return not isinstance(sys.exc_info()[1], SystemExit)


def absent_anchor(root: Path, page: str, link: str, target: str) -> Mistake:
    """Return the mistake of a link of a page to a part that the target lacks; pages are named from `docs/`."""
    lines = (root / "docs" / page).read_text(encoding="utf-8-sig").splitlines()
    number = next((number for number, line in enumerate(lines, 1) if link in line), 1)
    return Mistake(f"docs/{page}", number, f"l'ancre « #{link.partition('#')[2]} » n'existe pas dans docs/{target}", REMEDY)


def warn(mistakes: Iterable[Mistake]) -> None:
    """Warn of mistakes, so that a strict build stops; each is told once, however many pages it spoils."""
    logger = logging.getLogger(LOGGER)
    if fresh := [mistake for mistake in mistakes if mistake not in TOLD]:
        TOLD.update(fresh)
        logger.warning("%s", "\n".join(filter(None, [*map(str, fresh), annotate(fresh)])))


def speak(root: Path) -> None:
    """Have the build's warnings said in French; `root` is the project's. A build that follows another one says again what is still wrong."""
    TOLD.clear()
    logger = logging.getLogger(LOGGER)
    if not any(isinstance(known, French) for known in logger.filters):
        logger.addFilter(French(root))
    for name in STOPPED:
        logging.getLogger(name).addFilter(untold)
