"""The organisation's colours, written in the site's style sheet in the place of those that it has for any organisation."""

from __future__ import annotations

import re
from pathlib import Path

from macros.model.organisations import FichierOrganisations
from macros.project import Project

SHEET = "assets/site/site.css"


def write(project: Project, site: Path) -> None:
    """Give the built style sheet the colours of the site, if its organisation has its own."""
    colours = project.draft.model(FichierOrganisations).couleurs
    if colours:
        css = (site / SHEET).read_text(encoding="utf-8")
        (site / SHEET).write_text(coloured(css, {key: str(value) for key, value in colours}), encoding="utf-8")


def coloured(css: str, colours: dict[str, str]) -> str:
    """Return a style sheet whose variables `--marque-…` have these values; each must be declared there."""
    for name, colour in colours.items():
        css, found = re.subn(rf"(--marque-{name}: )#[0-9a-f]+;", rf"\g<1>{colour};", css)
        if not found:
            raise ValueError(f"{SHEET} declares no --marque-{name}")
    return css
