"""The gallery of the components: each in each of its examples, light and dark, apart from the site.

A component's `exemples.yml` names its examples. Each says where its HTML comes from, on the small project of the cases, or on the frozen site if
`site` says `fige`: `macro`, called with `avec`; `reponses`, what the helper's answers are made of; `texte`, the page of a text; `papier`, a form laid
out for paper; `valeurs`, those of its template; `gabarit`, a piece of template for what others import. Of a macro or a text, the component's first
HTML is shown, or that of `rang`; `dans` names another component that holds it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.components import Components
from macros.loading import load
from macros.project import Project
from macros.rendering.catalogue import MACROS
from macros.rendering.clause_page import clause_page
from macros.rendering.context import Context
from macros.rendering.helper_answers import known
from macros.sheets import paper
from macros.sheets.pdf import pdf
from macros.sheets.sheet import sheet

ROOT = Path(__file__).resolve().parent.parent
OVERRIDES, FOLDER = ROOT / "overrides", ROOT / ".cache" / "galerie"
# The small project of the cases, and the frozen site for what it lacks (`site: fige`).
PROJECTS = {"petit": ROOT / "tests" / "erreurs" / "projet", "fige": ROOT / "tests" / "site_fige"}
THEME = Path(str(files("material").joinpath("templates/assets/stylesheets")))
DAY = date(2026, 9, 1)
# What the theme calls light and dark.
PALETTES = {"clair": "default", "sombre": "slate"}
TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent / "galerie"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@dataclass(frozen=True)
class Example:
    """A component in one of its states: what its file says."""

    composant: str
    nom: str
    rang: int
    dit: dict[str, Any]

    @property
    def sur_papier(self) -> bool:
        """Whether it is a PDF file, which no palette changes."""
        return "papier" in self.dit

    def page(self, palette: str = "") -> str:
        """Return the path of its page in the gallery, in a palette."""
        return f"exemples/{self.composant}-{self.rang}" + (".pdf" if self.sur_papier else f"-{palette}.html")


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


def examples(folder: Path) -> dict[str, list[Example]]:
    """Return the examples of the components of a folder, by component; none for what has no template."""
    return {path.parent.name: of_component(path.parent) for path in sorted(folder.glob("*/gabarit.html"))}


def of_component(folder: Path) -> list[Example]:
    """Return the examples of a component, none if it names none."""
    path = folder / "exemples.yml"
    said = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return [Example(folder.name, name, rank, one) for rank, (name, one) in enumerate(said.items(), 1)]


@cache
def project_of(site: str) -> Project:
    """Return a project of the examples."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "projet"
        shutil.copytree(PROJECTS[site], root)
        shutil.copy(ROOT / "mkdocs.yml", root)
        return load(root)


def made(example: Example, context: Recording) -> Markup:
    """Return the HTML of an example. Raises IndexError when what it names gives nothing of the component."""
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
    return Markup(context.fragments.restore(context.shown[said.get("rang", 1) - 1]))  # noqa: S704


def write(folder: Path) -> dict[str, list[Example]]:
    """Write the gallery in a folder, in the place of what was there, and return its examples."""
    components = Components(OVERRIDES / "composants")
    found = examples(components.folder)
    copy_assets(folder)
    for example in [example for every in found.values() for example in every]:
        project = project_of(example.dit.get("site", "petit"))
        context = Recording(project, components, "galerie/", DAY, wanted=example.dit.get("dans", example.composant))
        if example.sur_papier:
            (folder / example.page()).write_bytes(pdf(sheet(project, example.dit["papier"], DAY), components))
        else:
            write_pages(folder, example, made(example, context), context)
    index = TEMPLATES.get_template("index.html").render(composants=found, palettes=PALETTES)
    (folder / "index.html").write_text(index, encoding="utf-8")
    return found


def copy_assets(folder: Path) -> None:
    """Copy what the pages load: the styles of the theme and ours, our scripts."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(OVERRIDES / "assets", folder / "assets")
    shutil.copytree(OVERRIDES / "composants", folder / "composants", ignore=shutil.ignore_patterns("*.html", "*.yml"))
    shutil.copytree(THEME, folder / "assets" / "stylesheets", ignore=shutil.ignore_patterns("*.map"))
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
    """Write the gallery, say where it is, and name the components without an example; return the exit code."""
    found = write(FOLDER)
    print(f"{sum(map(len, found.values()))} examples of {len(found)} components: {FOLDER / 'index.html'}")
    missing = [name for name, every in found.items() if not every]
    print(f"Without an example: {', '.join(missing)}" if missing else "Each component has an example.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
