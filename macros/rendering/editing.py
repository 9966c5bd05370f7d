"""Where the forge opens what a page shows, to be changed: the file that holds it, and its line."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model.base import Modele
from macros.model.kinds import KINDS, of
from macros.model.listes import Liste, Question
from macros.model.organisations import FichierOrganisations
from macros.model.situations import Situation, ThemeSituations
from macros.project import Project
from macros.rendering.context import Context
from macros.rendering.registry import tool


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


@tool("modifier")
def part_address(context: Context, part: Modele, owner: str = "") -> str:
    """Return the address where the forge opens a thing of a file that holds several, at its line; nothing without a forge.

    `owner` is the id of the list or of the theme that holds it, where it is a question or a situation.
    """
    project = context.project
    file, key, parts = home_of_part(project, part, owner)
    place = next(index for index, one in enumerate(parts) if one is part)
    return edit_address(project, file, project.draft.sources[file].line((key, place)))


def home_of_part(project: Project, part: Modele, owner: str) -> tuple[str, str, Sequence[Modele]]:
    """Return the file of a part, the key that holds it there, and those that this key holds."""
    if isinstance(part, Question):
        return of(Liste).file_of(owner), "questions", project.listes[owner].questions
    if isinstance(part, Situation):
        return of(ThemeSituations).file_of(owner), "situations", project.all(ThemeSituations)[owner].situations
    kind = of(type(part))
    return kind.place, kind.key, getattr(project.draft.model(kind.file), kind.key)
