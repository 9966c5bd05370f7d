"""The gallery of the components: each in each of its examples, light and dark, apart from the site.

What is wrong in an example (`tools/examples.py`) is told in French, at its line.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.components import Components
from macros.loading import load
from macros.mistakes import Mistake, MistakesError, annotate, report
from macros.project import Project
from macros.rendering.catalogue import MACROS
from macros.rendering.clause_page import clause_page
from macros.rendering.context import Context
from macros.rendering.helper_answers import known
from macros.sheets import paper
from macros.sheets.pdf import pdf
from macros.sheets.sheet import sheet
from macros.template_errors import OF_COMPONENT, steps_of, wrong
from macros.theme_package import THEME
from tools.examples import PROJECTS, Example, examples

ROOT = Path(__file__).resolve().parent.parent
OVERRIDES, FOLDER = ROOT / "overrides", ROOT / ".cache" / "galerie"
STYLES = THEME / "assets" / "stylesheets"
REFUSED = "corrigez ce que donne l'exemple, ou ce gabarit"
DAY = date(2026, 9, 1)
# What the theme calls light and dark.
PALETTES = {"clair": "default", "sombre": "slate"}
TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent / "galerie"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@dataclass
class Recording(Context):
    """Where an example is made: keeps each HTML that one component gives."""

    wanted: str = ""
    shown: list[Markup] = field(default_factory=list)

    def render(self, component: str, **values: object) -> Markup:
        """Return a component's HTML; keep it if it is the one wanted."""
        html = super().render(component, **values)
        self.shown += [html] if component == self.wanted else []
        return html


@cache
def project_of(site: str) -> Project:
    """Return a project of the examples."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "projet"
        shutil.copytree(PROJECTS[site], root)
        shutil.copy(ROOT / "mkdocs.yml", root)
        return load(root)


def shown(example: Example, context: Recording) -> Markup:
    """Return the HTML of an example. Raises MistakesError when it gives nothing of the component."""
    said, project, components = example.dit, context.project, context.components
    match said:
        case {"papier": form}:
            return Markup(paper.html(sheet(project, form, DAY), components))  # noqa: S704
        case {"gabarit": text}:
            context.used.append(example.composant)
            return components.piece(text, **context.tools())
        case {"valeurs": values}:
            context.render(example.composant, **values)
        case {"texte": text}:
            clause_page(context, text)
        case {"reponses": _}:
            known(context)
        case {"macro": name}:
            MACROS[name](context, **said.get("avec", {}))
    if len(context.shown) < (rank := said.get("rang", 1)):
        times = f"que {len(context.shown)} fois" if context.shown else "nulle part"
        raise MistakesError([example.mistake(f"ne montre {times} le composant « {context.wanted} »", "corrigez ce qui le donne, ou « rang »")])
    return Markup(context.fragments.restore(context.shown[rank - 1]))  # noqa: S704


def write(folder: Path) -> dict[str, list[Example]]:
    """Write the gallery in a folder, in the place of what was there, and return its examples. Raises MistakesError with every mistake found."""
    components = Components(OVERRIDES / "composants")
    found, mistakes = examples(components.folder), []
    copy_assets(folder)
    for example in [example for every in found.values() for example in every]:
        try:
            write_example(folder, example, components)
        except MistakesError as error:
            mistakes += error.mistakes
    if mistakes:
        raise MistakesError(mistakes)
    index = TEMPLATES.get_template("index.html").render(composants=found, palettes=PALETTES)
    (folder / "index.html").write_text(index, encoding="utf-8")
    return found


def write_example(folder: Path, example: Example, components: Components) -> None:
    """Write an example in the gallery. Raises MistakesError."""
    project = project_of(example.dit.get("site", "petit"))
    context = Recording(project, components, "galerie/", DAY, wanted=example.dit.get("dans", example.composant))
    with told(example):
        if example.sur_papier:
            (folder / example.page()).write_bytes(pdf(sheet(project, example.dit["papier"], DAY), components))
        else:
            write_pages(folder, example, shown(example, context), context)


@contextmanager
def told(example: Example) -> Iterator[None]:
    """Have what stops an example told at its line. Raises MistakesError."""
    try:
        yield
    except MistakesError as error:
        raise MistakesError([at(example, mistake) for mistake in error.mistakes]) from error
    except KeyError as error:
        project = PROJECTS[example.dit.get("site", "petit")].relative_to(ROOT).as_posix()
        raise MistakesError([example.mistake(f"demande « {error.args[0]} », qui n'existe pas", f"nommez une chose de {project}/")]) from error
    except Exception as error:
        problem, _ = wrong(error, steps_of(error), ROOT, OF_COMPONENT)
        raise MistakesError([example.mistake(f"ne se rend pas : {problem}", REFUSED)]) from error


def at(example: Example, mistake: Mistake) -> Mistake:
    """Return a mistake at the line of the example that shows it, if it is one of a template."""
    return (
        mistake
        if mistake.file == example.fichier
        else example.mistake(f"ne se rend pas : à {mistake.file}, ligne {mistake.line}, {mistake.problem}", REFUSED)
    )


def copy_assets(folder: Path) -> None:
    """Copy what the pages load: the styles of the theme and ours, our scripts."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(OVERRIDES / "assets", folder / "assets")
    shutil.copytree(OVERRIDES / "composants", folder / "composants", ignore=shutil.ignore_patterns("*.html", "*.yml"))
    shutil.copytree(STYLES, folder / "assets" / "stylesheets", ignore=shutil.ignore_patterns("*.map"))
    (folder / "exemples").mkdir()


def write_pages(folder: Path, example: Example, html: Markup, context: Context) -> None:
    """Write the page of an example in each palette."""
    styles = [f"assets/stylesheets/{path.name}" for path in sorted((folder / "assets" / "stylesheets").glob("*.css"))]
    styles += ["assets/site/site.css", *context.components.assets(context.used, "css")]
    scripts = context.components.assets(context.used, "js")
    for palette, scheme in PALETTES.items():
        page = TEMPLATES.get_template("exemple.html").render(exemple=example, html=html, styles=styles, scripts=scripts, scheme=scheme)
        (folder / example.page(palette)).write_text(page, encoding="utf-8")


def main() -> int:
    """Write the gallery and say where it is; or say in French what is wrong in the examples. Return the exit code."""
    try:
        found = write(FOLDER)
    except MistakesError as error:
        print("\n".join(filter(None, [annotate(error.mistakes), report(error.mistakes)])))
        return 1
    print(f"{sum(map(len, found.values()))} examples of {len(found)} components: {FOLDER / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
