"""What stands in another folder than its own, data among the pages or a page among the data, with the name that it was meant to have."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from macros.mistakes import Mistake
from macros.model.encadrements import Encadrement
from macros.model.kinds import FOLDERS, KINDS, PAGES, SINGLE_FILES, Kind, of
from macros.reading.tree import PAGE, Tree, page_name, proper

# What may end the name of a data file instead of « .yml ».
ENDINGS = re.compile(r"(?:\.(?:ya?ml|txt))+$", re.I)
# What Windows, macOS and a browser add to the name of the copy of a file.
COPIED = re.compile(r"copie[ _-]+(?:de[ _-]+)?(?P<of>.+)|(?P<from>.+?)(?:[ _-]+(?:copie|copy)(?:[ _-]*\(?[0-9]+\)?)?| ?\([0-9]+\))", re.I)


def meant(file: str, tree: Tree) -> str | None:
    """Return the name that a data file was meant to have, if its case, its accents or its endings alone make it another one; or None."""
    name = proper(f"{ENDINGS.sub('', file)}.yml") if ENDINGS.search(file) else file
    kind = next((kind for kind in KINDS if kind.alone and is_one_of(name, kind.place)), None)
    pages = tree.pages
    if name in SINGLE_FILES or (kind and kind.page_of(kind.named(name)) in pages):
        return name if name != file else None
    return (kind and (alone(kind, file, tree) or spaced(kind, name, tree))) or lost(name, tree, pages)


def copied_from(file: str) -> str | None:
    """Return the file of which a name says that it is the copy, whether it is there or not; or None."""
    path = PurePosixPath(file)
    match = COPIED.fullmatch(path.stem)
    return f"{path.parent}/{match['of'] or match['from']}{path.suffix}" if match else None


def alone(kind: Kind, file: str, tree: Tree) -> str | None:
    """Return the file of which a name says that it is the copy, if it is gone and its page waits for it; or None."""
    first = copied_from(file)
    return first if first and first not in tree.files and kind.page_of(kind.named(first)) in tree.pages else None


def spaced(kind: Kind, name: str, tree: Tree) -> str | None:
    """Return the place of the one thing of a kind that has its page and no file, and the letters of a name without its hyphens; or None."""
    pages = (page for page in tree.pages if posixpath.dirname(page) == posixpath.dirname(kind.page_of("x")))
    waiting = [file for page in pages if (file := kind.file_of(PurePosixPath(page).stem)) not in tree.files]
    same = [file for file in waiting if file.replace("-", "") == name.replace("-", "")]
    return same[0] if len(same) == 1 else None


def lost(file: str, tree: Tree, pages: frozenset[str]) -> str | None:
    """Return the place of a file that stands in another folder or without its ending, if one page, or the site, waits for that name; or None."""
    id_ = PurePosixPath(proper(file)).name.removesuffix(".yml")
    places = {kind.file_of(id_) for kind in KINDS if kind.alone and kind.page_of(id_) in pages} | ({f"data/{id_}.yml"} & {*SINGLE_FILES})
    waiting = [place for place in places if place not in tree.files]
    return waiting[0] if len(waiting) == len(places) == 1 else None


def is_one_of(file: str, folder: str) -> bool:
    """Tell whether a file is one of a folder's things, of which each is a file."""
    return PurePosixPath(file).parent.as_posix() == folder and file.endswith(".yml")


def data_in_pages(tree: Tree) -> dict[str, str | None]:
    """Return the data files that stand among the pages, each with the name that it was meant to have, if that shows."""
    return {file: moved(file, tree) for file in tree.within(PAGES) if ENDINGS.sub("", file) != file and not file.endswith((".txt", ".md"))}


def moved(file: str, tree: Tree) -> str | None:
    """Return the name of a data file that stands among the pages, as if its folder stood in `data/`; or None if nothing is read there."""
    name = file.replace(PAGES, "data", 1)
    here = proper(f"{ENDINGS.sub('', name)}.yml")
    return meant(name, tree) or (here if here in SINGLE_FILES or posixpath.dirname(here) in FOLDERS else None)


def pages_in_data(tree: Tree, registered: Iterable[str]) -> dict[str, str]:
    """Return the pages that stand in `data/`, each with the name under which it would be found, where no page has it."""
    texts = {PurePosixPath(name).name: name for name in lacking(tree, registered)}
    pages = [file for file in tree.within("data") if PAGE.search(file)]
    found = {file: waited(file, tree) or texts.get(PurePosixPath(page_name(file)).name) or file.replace("data", PAGES, 1) for file in pages}
    return {file: page_name(name) for file, name in found.items() if page_name(name) not in tree.pages}


def waited(file: str, tree: Tree) -> str | None:
    """Return the page that a thing of the data waits for under the name of a file; or None."""
    id_ = PurePosixPath(page_name(file)).stem
    pages = [kind.page_of(id_) for kind in KINDS if kind.alone and kind.file_of(id_) in tree.files]
    return next((page for page in pages if page not in tree.files), None)


def texts_astray(tree: Tree, registered: Iterable[str]) -> dict[str, str]:
    """Return the pages that stand in another folder under the name of a text of the register that has no page, each with the right name."""
    pages = {PurePosixPath(file).name: file for file in tree.within(PAGES)}
    found = {name: pages.get(PurePosixPath(name).name) for name in lacking(tree, registered)}
    return {file: name for name, file in found.items() if file}


def lacking(tree: Tree, registered: Iterable[str]) -> set[str]:
    """Return the pages of the texts of the register that are not there."""
    return {f"{of(Encadrement).pages}/{id_}.md" for id_ in registered} - tree.pages


def page_astray(file: str, names: Mapping[str, str]) -> Mistake:
    """Return the mistake of a page that stands where no page does, or a text apart from the others; `names` are those that they should have."""
    problem = "cette page n'est pas dans son dossier" if file.startswith(f"{PAGES}/") else f"une page ne va pas dans data/, mais dans {PAGES}/"
    return Mistake(file, 1, problem, f"renommez-la {names[file]}" if file in names else f"supprimez-la, ou donnez-lui un autre nom, dans {PAGES}/")
