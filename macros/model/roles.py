"""`data/roles.yml`: whom a clause binds or benefits, and the groups under which the letters and forms are listed."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, IdGroupe, IdOrganisation, IdRole, Modele, Texte


class Groupe(Modele, title="Un groupe de rôles"):
    """Roles whose letters and forms stand together in their list."""

    id: Id = Field(description="Identifiant du groupe.")
    nom: Texte = Field(description="Titre du groupe dans la liste des lettres et des formulaires.")


class Role(Modele, title="Un rôle"):
    """A person or body that a clause names."""

    id: Id = Field(description="Identifiant du rôle, employé sous le titre des articles.")
    nom: Texte = Field(description="Nom affiché.")
    groupe: IdGroupe = Field(description="Groupe sous lequel ses lettres et ses formulaires sont présentés.")
    organisation: IdOrganisation | None = Field(default=None, description="Organisation à laquelle le rôle est propre, s'il l'est.")
    fait_partie_de: list[IdRole] = Field(default=[], description="Rôles plus larges dont les articles valent aussi pour lui.")


class FichierRoles(Modele, title="Les rôles"):
    """The whole file."""

    tout_le_personnel: IdRole = Field(description="Rôle qui désigne tout le personnel.")
    groupes: list[Groupe] = Field(min_length=1, description="Les groupes de rôles, dans l'ordre de la liste des lettres et des formulaires.")
    roles: list[Role] = Field(min_length=1, description="Les rôles, dans l'ordre où les filtres les présentent.")

    @property
    def personnel(self) -> set[str]:
        """The roles of the staff: the one that is all of it, and those that are part of it."""
        return {str(self.tout_le_personnel)} | {str(role.id) for role in self.roles if self.tout_le_personnel in role.fait_partie_de}
