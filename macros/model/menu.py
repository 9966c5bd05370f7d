"""`data/menu.yml`: the sections of the menu, and the pages of each."""

from __future__ import annotations

import re

from pydantic import Field

from macros.model.base import Modele, Mot, Texte
from macros.words import fold


class Place(Mot):
    """A page (`contacts.md`) or a folder of pages (`plateformes/`), from `docs/`."""

    forme = re.compile(r"(?:[a-z0-9-]+/)*(?:[a-z0-9-]+\.md|[a-z0-9-]+/)")
    attendu = "nommez une page à partir de docs/ (contacts.md), ou un dossier dont toutes les pages suivent (plateformes/)"

    @classmethod
    def remede(cls, value: str) -> str:
        r"""Return what to write in the place of a page named as on a disk or by its address (`docs\contacts.md`, `/contacts.html`)."""
        if page := cls.meant(value):
            return f"écrivez « {page} »"
        either = cls.forme.fullmatch(f"{cls.path(value)}/")
        return f"écrivez « {either[0]} » si c'est un dossier, « {either[0][:-1]}.md » si c'est une page" if either else cls.attendu

    @classmethod
    def meant(cls, value: str) -> str | None:
        """Return the page or the folder that a value says otherwise, with its ending; or None."""
        page = re.sub(r"\.(?:html?|md)$", ".md", cls.path(value))
        return page if cls.forme.fullmatch(page) else None

    @staticmethod
    def path(value: str) -> str:
        """Return a place from `docs/`, in letters that a file's name may have."""
        return fold(value.replace("\\", "/")).lstrip("./").removeprefix("docs/").replace(" ", "-")


class Rubrique(Modele, title="Une rubrique du menu"):
    """A section: a page alone, or several."""

    titre: Texte = Field(description="Nom de la rubrique dans le menu.")
    pages: list[Place] = Field(min_length=1, description="Ses pages et ses dossiers, dans l'ordre; une page seule est la rubrique elle-même.")


class FichierMenu(Modele, title="Le menu"):
    """The whole file."""

    rubriques: list[Rubrique] = Field(min_length=1, description="Les rubriques, dans l'ordre du menu.")
