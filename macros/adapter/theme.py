"""What the project gives to the theme: the site's name, its menu, what the templates print, how they are compiled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, Template

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
    """Make an environment keep the templates that it compiles, for the next build, and tell what stops one of ours."""
    environment.bytecode_cache = compiled(root / COMPILED)
    environment.template_class = Telling
    environment.undefined = template_errors.unprinted(OVERRIDES)
    return environment


class Telling(Template):
    """A template of the theme: what stops one of ours stops the build with its line, in French."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page. Raises Abort with the report."""
        with told(), template_errors.told(OVERRIDES, OVERRIDES.parent):
            return super().render(*args, **kwargs)
