"""The forge: the address where it opens a file is the one that it gives, and no link leads a reader to a file there, but to the page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.checking.hosts import bare, begins_as, is_slip
from macros.checking.links import outside
from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.mistakes import Mistake
from macros.model.kinds import PAGES
from macros.model.organisations import FichierOrganisations
from macros.reading.draft import Draft

# Where a forge shows, edits and lists files, then the branch, then the file.
FILE = re.compile(rf"https?://\S+/(?:-/)?(?:blob|edit|tree|raw|blame|src/branch)/[^/\s]+/((?:{PAGES}|data)(?:/[^\s?#]*)?)(?:[?#]\S*)?")

# Where one opens a file to change it: after the repository, then the branch.
EDITED = re.compile(r"https://[^/]+(?:/[^/]+){2,}?/(?:-/)?_?edit/[^/?#]+")
WHOLE = re.compile(rf"{EDITED.pattern}(?:/(?!(?:{PAGES}|data)(?:/|$))[^/?#]+)*")
SHOWN = re.compile(r"(https://[^/]+(?:/[^/]+){2,}?/(?:-/)?)(?:blob|tree|raw|blame)/([^/?#]+)")
REPOSITORY = re.compile(r"(https://github\.com/[^/]+/[^/]+?)(?:\.git)?/?")
FORGES = ("github.com", "gitlab.com", "codeberg.org")
OPEN = (
    "ouvrez une page avec le crayon de la forge, puis copiez l'adresse jusqu'à « docs » exclu, comme https://github.com/organisation/site/edit/main/"
)


@checks
def opening(draft: Draft, file: FichierOrganisations) -> Iterator[Mistake]:
    """Yield the mistake of the address where the forge is said to open a file: every « Modifier cette page » leads there."""
    if file.forge and (wrong := mimicked(file.forge) or elsewhere(file.forge)):
        yield draft.source(FichierOrganisations).blame(("forge",), *wrong)


def mimicked(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address whose host one would take for that of a known forge, where people sign in; or None."""
    host = bare(urlsplit(address).hostname or "")
    meant = next((forge for forge in FORGES if host not in FORGES and (begins_as(host, forge) or is_slip(host, forge))), None)
    problem = f"le domaine de « {address} » ressemble à « {meant} », où l'on ouvre une session"
    return (problem, f"écrivez « {meant} » à la place de « {host} »") if meant else None


def elsewhere(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address at the end of which the name of a file would not open it to be changed, or None."""
    if WHOLE.fullmatch(address.removesuffix("/")):
        return None
    meant = edited(address)
    return f"« {address} » n'est pas l'adresse où la forge ouvre un fichier pour le modifier", f"écrivez « {meant} »" if meant else OPEN


def edited(address: str) -> str | None:
    """Return the address where a forge opens a file of which another one shows the repository, a branch or a file, or None."""
    if shown := SHOWN.match(address):
        return f"{shown[1]}edit/{shown[2]}/"
    if opened := EDITED.match(address):
        return f"{opened[0]}/"
    found = REPOSITORY.fullmatch(address)
    return f"{found[1]}/edit/main/" if found else None


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each such address of a page or of the data."""
    # The forge itself is named once, by its own key.
    own = {(file, source.line(path)) for file, source in draft.sources.items() for path in source.lines if path == ("forge",)}
    for file, line, text in (*outside(draft), *of_data(draft)):
        if (file, line) not in own and (found := FILE.search(text)) and exists(draft, found[1]):
            yield Mistake(file, line, f"« {found[0]} » mène à un fichier de la forge, et non à une page du site", remedy(file, found[1]))


def exists(draft: Draft, path: str) -> bool:
    """Tell whether the project has a file, or a folder, of this path."""
    return any(f"{file}/".startswith(f"{path.rstrip('/')}/") for file in draft.tree.files)


def remedy(file: str, path: str) -> str:
    """Return what to write in the place of the address of a file, in another."""
    if path.endswith(".md") and file.startswith(f"{PAGES}/"):
        return f"écrivez « {posixpath.relpath(path, posixpath.dirname(file))} »"
    return "menez à la page qui montre ce contenu, ou enlevez cette adresse"
