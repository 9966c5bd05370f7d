"""What the project gives to the theme: the site's name, its menu, what the templates print, how they are compiled."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, Template

from macros import template_errors
from macros.adapter.reports import told
from macros.components import compiled
from macros.days import long_date
from macros.model.organisations import FichierOrganisations
from macros.project import Project
from macros.rendering.context import build_day
from macros.rendering.platform_macros import stand_in
from macros.rendering.theme import escaping
from macros.typography import french

# Our templates of the theme.
OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
# The theme's templates as they were compiled.
COMPILED = ".cache/theme"
# The logo of a site whose organisation names none.
LOGO = "assets/site/logo.svg"
# What an address may hold as it is; the rest is encoded.
ADDRESS = "%:/?#[]@!$&'()*+,;=~"


def dress(conf: Any, project: Project, root: Path) -> None:
    """Give the configuration of MkDocs what the project says of its site, and templates that escape what they print."""
    file, organisation = project.draft.model(FichierOrganisations), project.site.nom_et_sigle
    conf.nav = project.menu
    # Typed as one reads it, with its spaces and accents, or as it is asked for.
    conf.site_url = quote(conf.site_url or "", safe=ADDRESS)
    conf.site_name, conf.site_description = file.titre, file.resume
    conf.theme["favicon"] = file.logo or LOGO
    conf.copyright = french(f"{organisation} · Édition en langage clair : les textes adoptés prévalent.")
    conf.extra.update(sigle=project.site.sigle, organisation=organisation, version_du=long_date(build_day()), tient_lieu=stand_in(project))
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
