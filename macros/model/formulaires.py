"""`data/formulaires/<id>.yml`: one letter or form: who fills which field, what it says, where it goes back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, model_validator

from macros.model.base import (
    Fiche,
    Id,
    IdContact,
    IdContradiction,
    IdEcheance,
    IdFormulaire,
    IdOrganisation,
    IdRole,
    Jour,
    Modele,
    Nombre,
    OuiNon,
    Renvoi,
    Renvois,
    Texte,
    Textes,
    wrong,
)
from macros.model.genres import FIELDS, CodeGenre, FieldMeaning
from macros.model.regles import CodePublic

CodeNature = Literal["lettre", "formulaire"]
# Whose words a form has: the site's, in plain language, or those of the form that a text adopts.
CodeMots = Literal["site", "adoptes"]
CodePart = Literal["enseignant", "direction", "direction-generale", "personne", "parent", "eleve"]
# Whether they are of the staff; each of those, and of the others, in the order in which they fill a sheet.
STAFF: Mapping[CodePart, bool] = {
    "enseignant": True,
    "direction": True,
    "direction-generale": True,
    "parent": False,
    "eleve": False,
    "personne": False,
}
PERSONNEL: tuple[CodePart, ...] = tuple(code for code, staff in STAFF.items() if staff)
# What these people write is theirs to give: nothing on the site may fill it in for them.
TIERS: tuple[CodePart, ...] = tuple(code for code, staff in STAFF.items() if not staff)
# What a sheet may propose: the last day of the deadline that says so (« propose »), or what the site works out.
CodeLimite = Literal["destruction"]
CodeValeur = Literal[
    "annee-scolaire", "annee-septembre", "plateformes", CodeLimite, "aujourd-hui", "mon-ecole", "mon-nom", "mon-courriel", "mon-retour"
]
CodeListe = Literal["nom-complet", "nom", "prenom"]
# What the register of what comes back says of the class.
CodeRegistre = Literal["ecole", "groupe", "annee", "personnel", "plateforme", "moyen"]
CodeBloc = Literal["texte", "puces", "numeros", "champs", "note", "visa"]
# A blank in a sentence: « Je, [parent], confirme… ».
BLANC = re.compile(r"\[([a-z0-9-]+)\]")


class Option(Modele, title="Une réponse offerte"):
    """One of the answers that a field offers."""

    id: Id = Field(description="Identifiant de la réponse.")
    libelle: Texte = Field(description="La réponse, en mots.")


def free(who: CodePart | None, kind: CodeGenre | None) -> bool:
    """Tell whether nothing on the site may fill a field in: it is for a parent, a pupil or another person to give, or a decision."""
    return who in TIERS or (kind is not None and kind in FIELDS and FIELDS[kind].decided)


class Champ(Modele, title="Un champ"):
    """A field: its label is what is printed under or beside it, and what a screen reader says."""

    id: Id = Field(description="Identifiant du champ, qui ne change plus une fois publié.")
    qui: CodePart = Field(description="Qui le remplit.")
    genre: CodeGenre = Field(default="ligne", description="Ce qu'on y écrit; absent : une ligne de texte.")
    libelle: Texte = Field(description="Nom du champ; pour « oui-non », l'énoncé complet.")
    abrege: Texte | None = Field(default=None, description="Nom court d'un énoncé à « Oui » ou « Non »; un lecteur d'écran le dit après la réponse.")
    rappel: Texte | None = Field(default=None, description="Ce qu'en dit une phrase tant que le champ, placé ailleurs, est vide.")
    aide: Texte | None = Field(default=None, description="Ce qui aide à le remplir.")
    longueur: Nombre | None = Field(default=None, description="Nombre de caractères, au plus.")
    lignes: Nombre | None = Field(default=None, description="Nombre de lignes d'un bloc.")
    minimum: Nombre | None = Field(default=None, description="Plus petit nombre que l'on y écrit, si c'est un nombre.")
    maximum: Nombre | None = Field(default=None, description="Plus grand nombre que l'on y écrit, si c'est un nombre.")
    requis: OuiNon = Field(default=False, description="Le document ne vaut rien sans lui.")
    options: list[Option] = Field(default=[], description="Réponses offertes par « choix » (une seule) ou « cases » (plusieurs).")
    enonces_de: IdFormulaire | None = Field(default=None, description="Document dont les énoncés à « Oui » ou « Non » sont les réponses offertes.")
    propose: CodeValeur | None = Field(default=None, description="Valeur que le site propose, tirée de ses données.")
    public: CodePublic | None = Field(default=None, description="À qui servent les plateformes proposées; absent : peu importe.")
    liste: CodeListe | None = Field(default=None, description="Colonne de la liste de classe qui le remplit.")
    registre: CodeRegistre | None = Field(default=None, description="Ce que le registre des retours en rappelle.")

    @property
    def libre(self) -> bool:
        """Whether only the person concerned may fill it: nothing proposes a value."""
        return free(self.qui, self.genre)

    @property
    def aide_sur_papier(self) -> str | None:
        """What helps to fill it, where the sheet itself says it: to whom it is given, who may have no page to read it on."""
        return self.aide if self.qui in TIERS else None

    @property
    def sens(self) -> FieldMeaning:
        """What its kind means."""
        return FIELDS[self.genre]


class Bloc(Modele, title="Un bloc"):
    """A piece of the sheet: exactly one of these."""

    texte: Texte | None = Field(default=None, description="Un paragraphe; un champ s'y place entre crochets : [parent].")
    puces: Textes | None = Field(default=None, description="Une liste à puces.")
    numeros: Textes | None = Field(default=None, description="Une liste numérotée.")
    champs: Annotated[list[Id], Field(min_length=1)] | None = Field(default=None, description="Des champs, chacun avec son libellé.")
    note: Texte | None = Field(default=None, description="Un paragraphe en petits caractères.")
    visa: Texte | None = Field(default=None, description="Un paragraphe que la feuille montre une fois ses champs remplis.")

    @model_validator(mode="before")
    @classmethod
    def one_kind(cls, value: Any) -> Any:
        """Refuse a piece that is nothing or several things."""
        if isinstance(value, dict) and len(value) != 1:
            *kinds, last = (f"« {kind} »" for kind in get_args(CodeBloc))
            raise wrong("un bloc est une seule chose", f"gardez une seule ligne parmi {', '.join(kinds)} et {last}")
        return value

    @property
    def genre(self) -> CodeBloc:
        """Which of these it is."""
        kinds: tuple[CodeBloc, ...] = get_args(CodeBloc)
        return next(kind for kind in kinds if getattr(self, kind) is not None)

    @property
    def lignes(self) -> list[str]:
        """Its sentences, or the ids of its fields."""
        value = getattr(self, self.genre)
        return [value] if isinstance(value, str) else [*value]


class Partie(Modele, title="Une partie"):
    """A part of the sheet, filled by one person."""

    titre: Texte | None = Field(default=None, description="Titre de la partie.")
    qui: CodePart = Field(description="Qui la remplit ou la signe.")
    une_fois: OuiNon = Field(default=False, description="Une feuille à part, faite une seule fois pour tous les exemplaires.")
    blocs: list[Bloc] = Field(min_length=1, description="Ce qu'elle contient, dans l'ordre.")


class Formulaire(Fiche, title="Une lettre ou un formulaire"):
    """One letter or form. One definition gives the page, the print, the PDF and the Word file."""

    ordre: Nombre = Field(description="Rang dans la liste.")
    titre: Texte = Field(description="Titre du document.")
    nature: CodeNature = Field(description="Lettre ou formulaire.")
    contenu: Texte = Field(description="Ce qu'il contient, en une phrase.")
    organisation: IdOrganisation = Field(description="Organisation dont il suit le texte.")
    articles: Renvois = Field(description="Articles sur lesquels il repose.")
    ecrit: list[Renvoi] = Field(default=[], description="Ceux de ces articles qui demandent cet écrit, s'il y en a.")
    modele: Renvoi | None = Field(default=None, description="Article qui en donne le texte, s'il y en a un.")
    mots: CodeMots = Field(default="site", description="De qui sont les mots de la feuille, si un article en donne le texte; absent : du site.")
    confirme_par: IdContact | None = Field(default=None, description="Fonction ou service qui a confirmé que ces mots sont ceux du texte adopté.")
    confirme_le: Jour | None = Field(default=None, description="Jour de cette confirmation.")
    roles: list[IdRole] = Field(min_length=1, description="Qui en a besoin.")
    echeance: IdEcheance | None = Field(default=None, description="Échéance de l'année scolaire.")
    quand: Texte | None = Field(default=None, description="Moment, en mots, si aucune échéance ne le dit.")
    classe: OuiNon = Field(default=False, description="Un exemplaire par élève : on peut le faire pour toute une classe.")
    rappel_de: IdFormulaire | None = Field(default=None, description="Document que cette lettre rappelle à qui n'a pas répondu.")
    mention: Texte | None = Field(default=None, description="Mention au haut de la feuille.")
    enonces: Texte | None = Field(default=None, description="Comment nommer un énoncé à « Oui » ou « Non », numéroté dans la marge.")
    champs: list[Champ] = Field(min_length=1, description="Les champs.")
    parties: list[Partie] = Field(min_length=1, description="La feuille, partie par partie.")
    retour: Texte | None = Field(default=None, description="Où et quand le retourner; un champ s'y place entre crochets.")
    notes: list[Texte] = Field(default=[], description="Notes au bas de la feuille.")
    points: list[IdContradiction] = Field(default=[], description="Points à clarifier, montrés à côté de la feuille.")
    ouverts: list[Texte] = Field(default=[], description="Ce que le document laisse ouvert, montré à côté de la feuille.")

    @property
    def par_id(self) -> dict[str, Champ]:
        """The fields by id."""
        return {str(champ.id): champ for champ in self.champs}

    @property
    def numeros(self) -> dict[str, int]:
        """The number of each statement answered by yes or no, by id."""
        return {str(champ.id): number for number, champ in enumerate((c for c in self.champs if c.sens.stated), start=1)}
