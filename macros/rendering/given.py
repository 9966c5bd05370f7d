"""What the project gives to the theme's templates of every page, whichever engine renders them."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import quote

from macros.components import Components
from macros.days import long_date
from macros.model.organisations import FichierOrganisations
from macros.project import Project
from macros.rendering.context import build_day
from macros.rendering.pages import ERROR_PAGE
from macros.typography import french

# The logo of a site whose organisation names none.
LOGO = "assets/site/logo.svg"
# What an address may hold as it is; the rest is encoded.
ADDRESS = "%:/?#[]@!$&'()*+,;=~"


class Given(NamedTuple):
    """The site's address, empty where it is not known, its name, what sums it up, its logo and its notice; what our templates ask for besides."""

    address: str
    name: str
    summary: str
    logo: str
    notice: str
    extra: dict[str, Any]


def given(project: Project, components: Components, address: str) -> Given:
    """Return what the project says of its site, to be published at an address as one reads it, with its spaces and accents, or as it is asked for."""
    file, organisation = project.draft.model(FichierOrganisations), project.site.nom_et_sigle
    notice = french(f"{organisation} · Édition en langage clair : les textes adoptés prévalent.")
    extra = {
        "sigle": project.site.sigle,
        "organisation": organisation,
        "version_du": long_date(build_day()),
        "styles": components.assets(ERROR_PAGE, "css"),
        "scripts": components.assets(ERROR_PAGE, "js"),
    }
    return Given(quote(address, safe=ADDRESS), file.titre, file.resume, file.logo or LOGO, notice, extra)
