"""What the project gives to the theme: the site's name, its menu, what the templates print, how they are compiled."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template

from macros import template_errors
from macros.adapter.reports import told
from macros.components import compiled
from macros.project import Project
from macros.rendering.given import Given
from macros.rendering.theme import escaping

# Our templates of the theme.
OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
# The theme's templates as they were compiled.
COMPILED = ".cache/theme"


def dress(conf: Any, site: Given, project: Project, root: Path) -> None:
    """Give the configuration of MkDocs what the project says of its site, and templates that escape what they print."""
    conf.nav = project.menu
    conf.site_url, conf.site_name, conf.site_description, conf.copyright = site.address, site.name, site.summary, site.notice
    conf.theme["favicon"] = site.logo
    conf.extra.update(site.extra)
    make = conf.theme.get_env
    conf.theme.get_env = lambda: escaping(compiling(make(), root), conf.site_name)


def compiling(environment: Environment, root: Path) -> Environment:
    """Make an environment keep the templates that it compiles, for the next build, list those in sight, and tell what stops one of ours."""
    environment.loader = InSight(environment.loader.searchpath)  # type: ignore[union-attr]
    environment.bytecode_cache = compiled(root / COMPILED)
    environment.template_class = Telling
    environment.undefined = template_errors.unprinted(OVERRIDES)
    return environment


class InSight(FileSystemLoader):
    """Finds every template, and lists those of no hidden folder: MkDocs asks for all 14,000, most of them icons, to leave these out one by one."""

    def list_templates(self) -> list[str]:
        """Return the names of the templates in sight."""
        found = (Path(folder, name).relative_to(place) for place in self.searchpath for folder, names in in_sight(place) for name in names)
        return sorted({path.as_posix() for path in found})


def in_sight(place: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the folders below one, hidden ones left out, each with the names of its files."""
    for folder, folders, names in os.walk(place):
        folders[:] = (name for name in folders if not name.startswith("."))
        yield folder, names


class Telling(Template):
    """A template of the theme: what stops one of ours stops the build with its line, in French."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page. Raises Abort with the report."""
        with told(), template_errors.told(OVERRIDES, OVERRIDES.parent):
            return super().render(*args, **kwargs)
