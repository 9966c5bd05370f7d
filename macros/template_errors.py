"""What stops a template, whichever renders it, told at the line that was being rendered: a slip of the template, or an error of what it calls."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, Undefined, UndefinedError

from macros.mistakes import Mistake, MistakesError

# A name in the messages of the templates' engine; what it says of a filter or a test that it does not know.
QUOTED = re.compile(r"'([^']*)'")
UNKNOWN = re.compile(r"No (filter|test) named '([^']*)'")
UNREADABLE = ("le gabarit ne se lit pas", "vérifiez les accolades et les blocs « {% … %} » jusqu'à cette ligne")
# What may stand where a template asks for what is not: in a component, and elsewhere.
OF_COMPONENT = "écrivez un nom que la macro lui donne, une clé du modèle ou une icône qui existe"
OF_OTHER = "écrivez un nom que ce gabarit reçoit ou un gabarit qui existe"
CALLED = "corrigez ce que cette ligne donne à ce qu'elle appelle, ou ce programme"


class NoIconError(Exception):
    """The theme has no icon of a name."""


Step = tuple[Path, int]


def unprinted(folder: Path) -> type[Undefined]:
    """Return what a template gets in the place of what is not there: one of the folder may ask whether it is, not print it; others print nothing."""

    class Unprinted(Undefined):
        def __str__(self) -> str:
            return self._fail_with_undefined_error() if rendering().is_relative_to(folder) else ""

    return Unprinted


def rendering() -> Path:
    """Return the template that prints what the caller was asked to write."""
    frames = (Path(frame.f_code.co_filename) for frame, _ in traceback.walk_stack(None))
    return next((file for file in frames if file.suffix != ".py"), Path())


@contextmanager
def told(folder: Path, project: Path, remedy: str = OF_OTHER) -> Iterator[None]:
    """Have what stops a template of a folder told with its file, from the project's folder; `remedy` is for what it asks for in vain.

    Raises MistakesError. What the system refuses, what is told already, and what stopped before any template are raised as they are.
    """
    try:
        yield
    except (MistakesError, OSError) as error:
        if not isinstance(error, TemplateNotFound):
            raise
        raise MistakesError([mistake(error, folder, project, remedy)]) from error
    except Exception as error:
        raise MistakesError([mistake(error, folder, project, remedy)]) from error


def mistake(error: Exception, folder: Path, project: Path, remedy: str) -> Mistake:
    """Return what stopped a template, at the last line of one of the folder that was being rendered. Raises the error if there is none."""
    folder, project = folder.resolve(), project.resolve()
    steps = steps_of(error)
    rendered = [number for number, (file, _) in enumerate(steps) if file.is_relative_to(folder)]
    if rendered:
        file, line = steps[rendered[-1]]
        return Mistake(file.relative_to(project).as_posix(), line, *wrong(error, steps[rendered[-1] + 1 :], project, remedy))
    if isinstance(error, TemplateNotFound):
        absent = (folder / str(error.name)).relative_to(project).as_posix()
        return Mistake(absent, 1, "le gabarit manque", "ajoutez-le, ou corrigez le nom que donne la macro")
    raise error


def steps_of(error: Exception) -> list[Step]:
    """Return the lines that were being run, the last one last."""
    return [(Path(step.filename).resolve(), step.lineno or 1) for step in traceback.extract_tb(error.__traceback__)]


def wrong(error: Exception, steps: list[Step], project: Path, remedy: str) -> tuple[str, str]:
    """Return what is wrong in a template and what to do about it; `steps` are the lines that it ran."""
    if isinstance(error, TemplateSyntaxError):
        return unread(error)
    if isinstance(error, (UndefinedError, NoIconError, TemplateNotFound)):
        # The name that is not found ends the message of the engine, but for another template.
        words = [error.name] if isinstance(error, TemplateNotFound) else QUOTED.findall(str(error))
        return (f"ce gabarit demande « {words[-1]} », qui n'existe pas" if words else "ce gabarit ne peut pas être rendu"), remedy
    called = [(path.relative_to(project).as_posix(), line) for path, line in steps if path.is_relative_to(project / "macros")]
    place = f" à la ligne {called[-1][1]} de {called[-1][0]}" if called else ""
    return f"une erreur de programme arrête le rendu{place} ({type(error).__name__})", CALLED


def unread(error: TemplateSyntaxError) -> tuple[str, str]:
    """Return what keeps a template from being read and what to do about it."""
    if found := UNKNOWN.match(error.message or ""):
        return (
            f"{'le filtre' if found[1] == 'filter' else 'le test'} « {found[2]} » n'existe pas",
            "écrivez le nom d'un filtre ou d'un test qui existe",
        )
    return UNREADABLE
