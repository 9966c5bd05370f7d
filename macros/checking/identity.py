"""What makes the site an organisation's: its logo is a picture that is there, and white can be read on its colours."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from os.path import isfile
from pathlib import Path

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.kinds import PAGES
from macros.model.organisations import FichierOrganisations
from macros.reading.draft import Draft

THEME = Path(__file__).resolve().parents[2] / "overrides"
# The contrast of a text with what it is written on, at least (WCAG 2.1, AA).
READABLE = 4.5


@checks
def logo(draft: Draft, organisations: FichierOrganisations) -> Iterator[Mistake]:
    """Check that the logo is a file of `docs/` or of the theme."""
    name = organisations.logo
    if name and f"{PAGES}/{name}" not in draft.tree.files and not isfile(THEME / name):
        remedy = f"{picture(draft, name)}, ou supprimez la ligne : un dessin neutre prendra sa place"
        yield draft.source(FichierOrganisations).blame(("logo",), f"le logo « {name} » n'existe pas", remedy)


def picture(draft: Draft, name: str) -> str:
    """Return the remedy of a logo that is not there: the path of the picture of its name, or where to put it."""
    place = name.removeprefix(f"{PAGES}/")
    alike = [file.removeprefix(f"{PAGES}/") for file in draft.tree.within(PAGES) if posixpath.basename(file) == posixpath.basename(name)]
    if len(alike) == 1:
        return f"écrivez « {alike[0]} »"
    # What one adds to the pages is no drawing in SVG, which may hold scripts.
    if name.endswith(".svg"):
        return f"donnez une image .png ou .webp, déposée dans {PAGES}/"
    return f"déposez l'image dans {PAGES}/{place}" + (f" et écrivez « {place} »" if place != name else "")


@checks
def colours(draft: Draft, organisations: FichierOrganisations) -> Iterator[Mistake]:
    """Check that each colour is dark enough for the white that is written on it."""
    for key, colour in organisations.couleurs or ():
        found = contrast_with_white(str(colour))
        if found < READABLE:
            problem = f"du blanc se lit mal sur « {colour} » (contraste de {found:.1f} au lieu de {READABLE})".replace(".", ",")
            yield draft.source(FichierOrganisations).blame(("couleurs", key), problem, "choisissez une couleur plus foncée")


def contrast_with_white(colour: str) -> float:
    """Return the contrast of white with a colour written `#242c72`."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def linear(part: float) -> float:
    """Return the light of a part of a colour, from what is written."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
