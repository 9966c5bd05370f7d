"""The kinds of things that editors describe, each declared once: reading, references, pages and the project come from this table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from macros.model.attendus import DocumentAttendu, FichierAttendus, ForceAttendue, ReponseAttendue, StatutAttendu, TexteAttendu
from macros.model.avis import Avis, FichierAvis
from macros.model.base import (
    IdAvis,
    IdCondition,
    IdContact,
    IdContradiction,
    IdEcheance,
    IdFormulaire,
    IdGroupe,
    IdListe,
    IdMoyen,
    IdOrganisation,
    IdPlateforme,
    IdRole,
    IdTexte,
    IdTheme,
    Modele,
    Mot,
)
from macros.model.collecte import Famille, FichierCollecte, FichierLogiciels, Moyen
from macros.model.contradictions import Contradiction, FichierContradictions
from macros.model.echeances import Echeance, FichierEcheances
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.formulaires import Formulaire
from macros.model.glossaire import FichierGlossaire, Terme
from macros.model.listes import Liste
from macros.model.menu import FichierMenu, Rubrique
from macros.model.organisations import Contact, FichierOrganisations, Organisation
from macros.model.plateformes import Plateforme
from macros.model.regles import Condition, FichierRegles, Regle
from macros.model.relectures import FichierRelectures, Relecture
from macros.model.roles import FichierRoles, Groupe, Role
from macros.model.situations import ThemeSituations
from macros.model.vocabulaire import FichierVocabulaire, Mention

PAGES = "docs"


@dataclass(frozen=True)
class Kind:
    """Things of one kind.

    `entry` is the model of one, `file` that of the file that holds it: the same where each has its own. `place` is that file, or the
    folder of those files, and `name` what one is called in messages. `key` is the list that holds them in their file, `cited` the type
    of id by which others cite one. `pages` is the folder of their own pages, `macro` makes each of these; `overview` shows them all,
    by the component of that name. `shown` is the address where the site shows one or, where each has its page, the place on it of what it
    holds; « {} » is an id.
    """

    entry: type[Modele]
    file: type[Modele]
    place: str
    name: str
    key: str = ""
    cited: type[Mot] | None = None
    pages: str = ""
    macro: str = ""
    overview: str = ""
    shown: str = ""

    @property
    def alone(self) -> bool:
        """Whether each has its own file, named by its id."""
        return self.entry is self.file

    @property
    def where(self) -> str:
        """Where they are described, as messages say it."""
        return f"{self.place}/" if self.alone else self.place

    @property
    def plural(self) -> str:
        """What several are called, without determiner; nothing where that takes more than a word (« le point à clarifier »)."""
        word = self.name.removeprefix("l'").removeprefix("le ").removeprefix("la ")
        return "" if " " in word else f"{word.removesuffix('s')}s"

    @property
    def feminine(self) -> bool:
        """Whether one is « la »."""
        return self.name.startswith("la ")

    def file_of(self, id_: str) -> str:
        """Return the file that describes one."""
        return f"{self.place}/{id_}.yml" if self.alone else self.place

    def named(self, file: str) -> str:
        """Return the id of the one that a file describes."""
        return file.removeprefix(self.where).removesuffix(".yml")

    def page_of(self, id_: str) -> str:
        """Return the page of one."""
        return f"{self.pages}/{id_}.md"


KINDS = (
    Kind(Rubrique, FichierMenu, "data/menu.yml", "la rubrique", "rubriques"),
    Kind(Encadrement, FichierEncadrements, "data/encadrements.yml", "le texte", "encadrements", IdTexte, f"{PAGES}/encadrements"),
    Kind(Organisation, FichierOrganisations, "data/organisations.yml", "l'organisation", "organisations", IdOrganisation, shown="contacts/"),
    Kind(Contact, FichierOrganisations, "data/organisations.yml", "le contact", "contacts", IdContact, overview="contacts", shown="contacts/"),
    Kind(Groupe, FichierRoles, "data/roles.yml", "le groupe", "groupes", IdGroupe),
    Kind(Role, FichierRoles, "data/roles.yml", "le rôle", "roles", IdRole),
    Kind(Mention, FichierVocabulaire, "data/vocabulaire.yml", "la mention"),
    Kind(Terme, FichierGlossaire, "data/glossaire.yml", "le terme", "termes", shown="glossaire/#{}"),
    Kind(Moyen, FichierCollecte, "data/collecte.yml", "le moyen", "moyens", IdMoyen, shown="transparence/"),
    Kind(Famille, FichierLogiciels, "data/logiciels.yml", "la famille", "familles", shown="transparence/logiciels/"),
    Kind(
        Contradiction,
        FichierContradictions,
        "data/contradictions.yml",
        "le point à clarifier",
        "contradictions",
        IdContradiction,
        shown="points-a-clarifier/#{}",
    ),
    Kind(Condition, FichierRegles, "data/regles.yml", "la condition", "conditions", IdCondition, shown="puis-je/"),
    Kind(Regle, FichierRegles, "data/regles.yml", "la règle", "regles", shown="puis-je/"),
    Kind(Echeance, FichierEcheances, "data/echeances.yml", "l'échéance", "echeances", IdEcheance, shown="calendrier/"),
    Kind(ReponseAttendue, FichierAttendus, "data/attendus.yml", "la réponse attendue", "reponses"),
    Kind(StatutAttendu, FichierAttendus, "data/attendus.yml", "le statut attendu", "statuts"),
    Kind(DocumentAttendu, FichierAttendus, "data/attendus.yml", "le document attendu", "documents"),
    Kind(TexteAttendu, FichierAttendus, "data/attendus.yml", "le texte attendu", "textes"),
    Kind(ForceAttendue, FichierAttendus, "data/attendus.yml", "la force attendue", "forces"),
    Kind(Avis, FichierAvis, "data/avis.yml", "l'avis", "avis", IdAvis),
    Kind(Relecture, FichierRelectures, "data/relectures.yml", "la relecture", "relectures"),
    Kind(Plateforme, Plateforme, "data/plateformes", "la plateforme", "", IdPlateforme, f"{PAGES}/plateformes", "plateforme"),
    Kind(Liste, Liste, "data/listes", "la liste", "", IdListe, f"{PAGES}/autoevaluation", "liste", shown="#q-{}"),
    Kind(Formulaire, Formulaire, "data/formulaires", "le document", "", IdFormulaire, f"{PAGES}/modeles", "formulaire"),
    Kind(ThemeSituations, ThemeSituations, "data/situations", "le thème", "", IdTheme, f"{PAGES}/situations", "situations", shown="#{}"),
)
# The files of which there is one, and the folders of which each file is one thing.
SINGLE_FILES: dict[str, type[Modele]] = {kind.place: kind.file for kind in KINDS if not kind.alone}
FOLDERS: dict[str, type[Modele]] = {kind.place: kind.file for kind in KINDS if kind.alone}
CITED: dict[type[Mot], Kind] = {kind.cited: kind for kind in KINDS if kind.cited}
BY_ENTRY: dict[type[Modele], Kind] = {kind.entry: kind for kind in KINDS}
PLACES: dict[type[Modele], str] = {kind.file: kind.place for kind in KINDS}


def lists_of(model: type[Modele]) -> Iterator[str]:
    """Yield the keys of a model that hold lists, and those of all that are made from it."""
    yield from (key for key, field in model.model_fields.items() if is_list(field.annotation))
    for other in model.__subclasses__():
        yield from lists_of(other)


def is_list(annotation: Any) -> bool:
    """Tell whether an annotation is that of a list, or of a list or nothing."""
    return get_origin(annotation) is list or any(get_origin(one) is list for one in get_args(annotation))


@cache
def groups_of(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Return the keys of a model that hold a group of keys, each with the model of that group."""
    kinds = {key: (field.annotation, *get_args(field.annotation)) for key, field in model.model_fields.items() if not is_list(field.annotation)}
    return {key: one for key, found in kinds.items() for one in found if isinstance(one, type) and issubclass(one, BaseModel)}


def musts_of(model: type[BaseModel]) -> set[str]:
    """Return the keys that a model must have."""
    return {name for name, field in model.model_fields.items() if field.is_required()}


def keys_of(model: type[Modele]) -> Iterator[str]:
    """Yield the keys of a model, and those of all that are made from it."""
    yield from model.model_fields
    for other in model.__subclasses__():
        yield from keys_of(other)


def of(entry: type[Modele]) -> Kind:
    """Return the kind whose things have a model."""
    return BY_ENTRY[entry]
