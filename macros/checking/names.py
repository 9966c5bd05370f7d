"""The names of files: the same everywhere, whatever the system, and fit for an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from pathlib import PurePosixPath

from macros.checking.named_pages import to_move
from macros.checking.runner import checks
from macros.checking.uploads import BEGINNINGS
from macros.mistakes import Mistake
from macros.model.base import Id
from macros.model.kinds import PAGES
from macros.reading.draft import Draft
from macros.reading.tree import PAGE, hidden, of_folder, page_name, proper

# What Windows keeps for its devices, whatever the ending; the signs that it refuses, and a dot or a space at the end.
DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.I | re.S)
REFUSED = re.compile(r"""[<>:"\\|?*\x00-\x1f\x7f\ud800-\udfff]|[. ]\Z""")
# A folder of templates, for MkDocs, which never publishes it.
UNPUBLISHED = f"{PAGES}/templates/"
ELSEWHERE = "renommez-le"
# What systems and editing programs leave, and what keeps an empty folder in git: no one means to publish it.
LEFT = re.compile(r"\.(?:DS_Store|_.*|gitkeep|fseventsd|Trash.*|Spotlight.*|idea|vscode|obsidian)", re.I)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each name that another system would refuse or confuse, or that is no address; of a page to rename, that is told there."""
    seen: dict[str, str] = {}
    for file in sorted(draft.tree.files, key=lambda file: (proper(file) != file, file)):
        if file in draft.copies | to_move(draft):
            continue
        if wrong := confused(file, seen) or refused(file):
            yield Mistake(file, 1, *wrong)
        elif wrong := unfit(file):
            yield of_folder(file, page_name(file), draft.tree) or Mistake(file, 1, *wrong)
    yield from same_addresses(draft)


def confused(file: str, seen: dict[str, str]) -> tuple[str, str] | None:
    """Return what is wrong with a name that a system without capitals takes for another one, seen before; None if it is seen first."""
    for path in accumulate(file.split("/"), "{}/{}".format):
        other = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            problem = f"ce nom ne diffère de « {other} » que par des majuscules ou par la façon d'écrire ses accents"
            return problem, "renommez-le ou supprimez-le : sous Windows et macOS, l'un prend la place de l'autre"
    return None


def wrongly_named(file: str) -> tuple[str, str] | None:
    """Return what is wrong with the name of a file, whatever the others are called; None if it is right."""
    return refused(file) or unfit(file)


def refused(file: str) -> tuple[str, str] | None:
    """Return what is wrong with a name that Windows refuses, or None."""
    for part in file.split("/"):
        if DEVICE.fullmatch(part):
            return f"Windows réserve le nom « {part} »", ELSEWHERE
        if REFUSED.search(part):
            return f"Windows refuse le nom « {part} »", f"{ELSEWHERE}, sans signe spécial, et sans point ni espace à la fin"
    return None


def unfit(file: str) -> tuple[str, str] | None:
    """Return what is wrong with the name of a file that would not be published under it, or None."""
    if not file.startswith(f"{PAGES}/") or any(map(LEFT.fullmatch, file.split("/"))):
        return None
    if hidden(file) and not published(file):
        return "un point commence ce nom : le site ne publie pas ce fichier", "supprimez-le ; s'il est pour le serveur, remettez-le à qui s'en occupe"
    if not published(file):
        return None
    if hidden(file) or file.startswith(UNPUBLISHED):
        return "MkDocs ne publie pas un fichier de ce nom", f"{ELSEWHERE}, sans point au début et hors de {UNPUBLISHED}"
    name, meant = file.removeprefix(f"{PAGES}/"), page_name(file)
    if meant == file and all(Id.forme.fullmatch(part) for part in PurePosixPath(file).with_suffix("").parts):
        return None
    return f"le nom « {name} » n'a pas la bonne forme", f"{ELSEWHERE} {meant}" if meant != file else Id.attendu


def published(file: str) -> bool:
    """Tell whether a file is of a kind that may be published; that another may not is told in `uploads.py`."""
    return PAGE.search(file) is not None or PurePosixPath(file).suffix.lower() in BEGINNINGS


def same_addresses(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each page that another one would replace on the site: `a/index.md` beside `a.md`."""
    for name, page in draft.pages.items():
        twin = f"{name.removesuffix('/index.md')}.md"
        if name.endswith("/index.md") and twin in draft.pages:
            yield page.blame(1, f"cette page a la même adresse que « {twin} »", "renommez-la ou supprimez l'une des deux")
