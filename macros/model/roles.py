"""`data/roles.yml`: whom a clause binds or benefits."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, IdOrganisation, IdRole, Modele, Texte


class Role(Modele, title="Un rôle"):
    """A person or body that a clause names."""

    id: Id = Field(description="Identifiant du rôle, employé sous le titre des articles.")
    nom: Texte = Field(description="Nom affiché.")
    organisation: IdOrganisation | None = Field(default=None, description="Organisation à laquelle le rôle est propre, s'il l'est.")
    fait_partie_de: list[IdRole] = Field(default=[], description="Rôles plus larges dont les articles valent aussi pour lui.")


class FichierRoles(Modele, title="Les rôles"):
    """The whole file."""

    roles: list[Role] = Field(min_length=1, description="Les rôles, dans l'ordre où les filtres les présentent.")
