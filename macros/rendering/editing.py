"""Where the forge opens what a page shows, to be changed: the file that holds it, and its line."""

from __future__ import annotations

from macros.model.kinds import KINDS
from macros.model.organisations import FichierOrganisations
from macros.project import Project


def edit_address(project: Project, file: str, line: int = 1) -> str:
    """Return the address where the forge opens a file at a line, or nothing while the data does not say where the forge is."""
    forge = project.draft.model(FichierOrganisations).forge
    return f"{forge.removesuffix('/')}/{file}{f'#L{line}' if line > 1 else ''}" if forge else ""


def home_of(page: str) -> str:
    """Return the file that says what a page shows: that of its thing if it shows one that has its own file, or the page."""
    for kind in KINDS:
        if kind.alone and page.startswith(f"{kind.pages}/") and not page.endswith("/index.md"):
            id_ = page.removeprefix(f"{kind.pages}/").removesuffix(".md")
            return kind.file_of(id_)
    return page
