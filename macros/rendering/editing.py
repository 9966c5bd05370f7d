"""Where the forge opens what a page shows, to be changed: the file that holds it, and its line."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model.kinds import KINDS, of
from macros.model.listes import Liste, Question
from macros.model.organisations import FichierOrganisations
from macros.model.regles import FichierRegles, Regle
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
def part_address(context: Context, part: Question | Situation | Regle, owner: str = "") -> str:
    """Return the address where the forge opens a question, a situation or a rule, at its line; nothing without a forge.

    `owner` is the id of the list or of the theme that holds it.
    """
    project = context.project
    file, key, parts = home_of_part(project, part, owner)
    line = project.draft.sources[file].line((key, [one.id for one in parts].index(part.id)))
    return edit_address(project, file, line)


def home_of_part(project: Project, part: Question | Situation | Regle, owner: str) -> tuple[str, str, Sequence[Question | Situation | Regle]]:
    """Return the file of a part, the key that holds it there, and those that this key holds."""
    if isinstance(part, Question):
        return of(Liste).file_of(owner), "questions", project.listes[owner].questions
    if isinstance(part, Situation):
        return of(ThemeSituations).file_of(owner), "situations", project.all(ThemeSituations)[owner].situations
    return of(Regle).place, of(Regle).key, project.draft.model(FichierRegles).regles
