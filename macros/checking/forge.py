"""No link leads a reader to a file of the site on the forge, where it is edited: it leads to the page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from macros.checking.links import outside
from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.mistakes import Mistake
from macros.model.kinds import PAGES
from macros.reading.draft import Draft

# Where a forge shows, edits and lists files, then the branch, then the file.
FILE = re.compile(rf"https?://\S+/(?:-/)?(?:blob|edit|tree|raw|blame|src/branch)/[^/\s]+/((?:{PAGES}|data)(?:/[^\s?#]*)?)(?:[?#]\S*)?")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each such address of a page or of the data."""
    for file, line, text in (*outside(draft), *of_data(draft)):
        # The forge itself is named once, by its own key.
        if (found := FILE.search(text)) and exists(draft, found[1]):
            yield Mistake(file, line, f"« {found[0]} » mène à un fichier de la forge, et non à une page du site", remedy(file, found[1]))


def exists(draft: Draft, path: str) -> bool:
    """Tell whether the project has a file, or a folder, of this path."""
    return any(f"{file}/".startswith(f"{path.rstrip('/')}/") for file in draft.tree.files)


def remedy(file: str, path: str) -> str:
    """Return what to write in the place of the address of a file, in another."""
    if path.endswith(".md") and file.startswith(f"{PAGES}/"):
        return f"écrivez « {posixpath.relpath(path, posixpath.dirname(file))} »"
    return "menez à la page qui montre ce contenu, ou enlevez cette adresse"
