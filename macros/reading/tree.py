"""The files of the project, found without following a link: what is published is what the project holds."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath

from macros.mistakes import Mistake
from macros.words import fold, grouped

# What the site is made from: three folders and the settings of MkDocs.
ROOTS = ("data", "docs", "overrides", "mkdocs.yml")
# No site of this kind has as many; beyond, something was put here by accident.
MOST_FILES, DEEPEST_FOLDER = 5_000, 12
# What Word, Excel and Windows leave beside the files that they open or show.
LEFT = re.compile(r"~.*|thumbs\.db|ehthumbs\.db|desktop\.ini", re.I)
NOT_PLAIN = re.compile(r"[^a-z0-9]+")
# Data that the system hides, but what a Macintosh leaves beside each file.
HIDDEN = re.compile(r"\.[^._].*\.ya?ml", re.I)
# What git obeys in any folder: it would hide a change from who reads it, or give other bytes than those that were read.
OBEYED = (".gitattributes", ".gitignore", ".gitmodules")
# How the name of a page ends, for its author.
PAGE = re.compile(r"\.(?:md|markdown)(?:\.(?:md|txt))*$", re.I)
# What the root may hold for programmers has capitals (`README.md`) or begins with a dot.
LOOSE = re.compile(r"[^.A-Z][^A-Z]*\.(?:md|markdown|ya?ml)")

Entry = os.DirEntry[str]


@dataclass
class Tree:
    """The files, named from the project's root, in order; what keeps them from being read at all; and, apart, what other programs left.

    `beside` are the folders of the root that no one reads, though their names are those of folders that the site is made from: these; `loose`,
    its files that look like a page or data.
    """

    files: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    beside: dict[str, list[str]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)

    @cached_property
    def pages(self) -> frozenset[str]:
        """The names under which the files of the pages count, once all the files are found."""
        return frozenset(page_name(file) for file in self.within("docs"))

    def within(self, folder: str) -> Iterator[str]:
        """Yield the files below a folder, but those that the system hides (`.DS_Store`)."""
        return (file for file in self.files if file.startswith(f"{folder}/") and not hidden(file))


def hidden(file: str) -> bool:
    """Tell whether a file, or a folder above it, has a name that begins with a dot: neither the site nor MkDocs reads it."""
    return any(part.startswith(".") for part in file.split("/"))


@lru_cache(maxsize=2 * MOST_FILES)
def proper(file: str) -> str:
    """Return a file's name as an address wants it: lower case without accents, digits, hyphens; or as it is, if nothing is left of it."""
    path = PurePosixPath(file)
    parts = [NOT_PLAIN.sub("-", fold(part)).strip("-") for part in (*path.parent.parts, path.stem)]
    return "/".join(parts) + fold(path.suffix) if all(parts) else file


def page_name(file: str) -> str:
    """Return the proper name of a file, which ends as that of a page if it is one for its author (`contacts.md.txt`)."""
    return proper(PAGE.sub(".md", file))


def of_folder(file: str, name: str, tree: Tree) -> Mistake | None:
    """Return the mistake of the folder of a file whose right name is given, if that folder alone is wrong: the same for all its files; or None."""
    (folder, own), (meant, right) = posixpath.split(file), posixpath.split(name)
    if own != right or hidden(file) or folder in (*ROOTS, meant) or [*tree.within(meant)]:
        return None
    return Mistake(next(tree.within(folder)), 1, f"le nom du dossier « {folder} » n'est pas le bon", f"renommez ce dossier {meant}")


def walk(root: Path) -> Tree:
    """Return the files of the project below `root`; a link, a device or a folder without end is a mistake and is never opened."""
    tree = Tree()
    found = entries(root, "", tree)
    folders = [entry.name for entry in found if entry.name not in ROOTS and entry.is_dir(follow_symlinks=False)]
    tree.beside = {name: meant for name in folders if (meant := homes(root, name))}
    tree.loose = [entry.name for entry in found if entry.name not in ROOTS and LOOSE.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)]
    waiting = [(entry.name, entry) for entry in found if entry.name in ROOTS]
    while waiting and len(tree.files) <= MOST_FILES:
        name, entry = waiting.pop()
        if wrong := unfit(name, entry):
            tree.mistakes.append(Mistake(name, 1, *wrong))
        elif entry.is_dir(follow_symlinks=False):
            waiting += [(f"{name}/{inner.name}", inner) for inner in entries(entry, name, tree)]
        else:
            (tree.left if LEFT.fullmatch(entry.name) else tree.files).append(name)
    if waiting:
        tree.mistakes.append(
            Mistake(waiting[-1][0], 1, f"le projet contient plus de {grouped(MOST_FILES)} fichiers", "supprimez ceux qui sont de trop")
        )
    tree.files.sort()
    tree.left.sort()
    return tree


def homes(root: Path, name: str) -> list[str]:
    """Return the folders of the project that one of its root, by its name, was meant for."""
    meant = proper(name)
    return [meant] if meant in ROOTS else [f"{place}/{meant}" for place in ("data", "docs") if meant and (root / place / meant).is_dir()]


def entries(folder: Path | Entry, name: str, tree: Tree) -> list[Entry]:
    """Return what a folder holds, or nothing after telling the tree that it cannot be opened."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        tree.mistakes.append(Mistake(name, 1, "ce dossier ne peut pas être ouvert", "rendez-le lisible, ou supprimez-le"))
        return []


def unfit(name: str, entry: Entry) -> tuple[str, str] | None:
    """Return what is wrong with something that is neither a file nor a folder, or with a folder; None if it can be read."""
    if entry.is_symlink():
        return "c'est un lien symbolique", "remplacez-le par le fichier lui-même, ou supprimez-le"
    if entry.is_dir(follow_symlinks=False):
        return unfit_folder(name)
    if entry.name.lower() in OBEYED:
        return "git obéirait à ce fichier, et pourrait taire ou changer ce que dit une proposition", "supprimez-le"
    if not entry.is_file(follow_symlinks=False):
        return "ce n'est ni un fichier ni un dossier", "supprimez-le"
    return None


def unfit_folder(name: str) -> tuple[str, str] | None:
    """Return what is wrong with a folder, or None."""
    if name.endswith((".md", ".yml")):
        return "c'est un dossier, qui porte le nom d'un fichier", "renommez-le, ou supprimez-le"
    if name.count("/") >= DEEPEST_FOLDER:
        return f"plus de {DEEPEST_FOLDER} dossiers sont l'un dans l'autre", "rapprochez-les de la racine"
    return None
