"""The macro about a class at once: what is the same for all, a list of pupils, the sheets of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.model.formulaires import PERSONNEL, TIERS, Champ
from macros.model.meanings import LISTED, NATURES, PROPOSED, REGISTER, ProposedMeaning
from macros.rendering.context import Context
from macros.rendering.registry import macro
from macros.rendering.sheet_macros import address, article, school
from macros.sheets.proposals import Proposal, Suggestion
from macros.sheets.sheet import Sheet, sheet
from macros.sheets.statements import number_of
from macros.typography import french
from macros.words import capitalized


@dataclass(frozen=True)
class Shared:
    """A field that is written once for all the pupils; `formulaires` are the forms that hold it."""

    champ: Champ
    formulaires: list[str]
    proposal: Proposal

    @property
    def id(self) -> str:
        """The id of its control: that of the field, and the first form that holds it."""
        return f"commun-{self.champ.id}-{self.formulaires[0]}"

    @property
    def valeur(self) -> str | None:
        """The value proposed, if there is one."""
        return self.proposal.valeur

    @property
    def offre(self) -> tuple[Suggestion, ...]:
        """The values to choose from, now or later."""
        return self.proposal.offre

    @property
    def propose(self) -> ProposedMeaning | None:
        """Where the value proposed comes from, if one is."""
        return PROPOSED[self.champ.propose] if self.champ.propose else None


@dataclass(frozen=True)
class Document:
    """A document that can be made for a whole class; `une_fois` is its sheet made once for all, if it has one.

    `coche` if it is chosen from the start, as its nature says, where its text binds the staff.
    """

    sheet: Sheet
    adresse: str
    feuille: Markup
    une_fois: Markup | None
    coche: bool

    @property
    def titre_une_fois(self) -> str:
        """The title of the sheet made once for all."""
        return title_once(self.sheet)


@macro
def classe(context: Context) -> str:
    """Make the letters and forms of a whole class, from a list of pupils, without sending or keeping anything; say that there is none."""
    sheets = class_sheets(context)
    if not sheets:
        return "Aucun document ne se fait encore pour toute une classe."
    documents = [document(context, one) for one in sheets]
    data = {"documents": [document_data(s) for s in sheets], "registre": [{"id": code, "libelle": name} for code, name in REGISTER.items()]}
    return context.render("classe", ecole=school(context), vues=documents, communs=shared(sheets), donnees=data)


def document(context: Context, one: Sheet) -> Document:
    """Return a document with its sheets as paper shows them."""
    once = article(context, one, copie=True, une_fois=True) if one.once else None
    return Document(one, address(one.id), article(context, one, copie=True), once, one.nature.chosen and not one.reference)


def title_once(one: Sheet) -> str:
    """Return the title of what is made once for all the copies of a sheet; empty if nothing is."""
    return next((part.titre or one.titre for part in one.once), "")


def class_sheets(context: Context) -> list[Sheet]:
    """Return the sheets that a class may need, as they are handed out: by nature, then in their own order."""
    natures = [*NATURES]
    sheets = [sheet(context.project, id_, context.today) for id_, form in context.project.formulaires.items() if form.classe]
    return sorted(sheets, key=lambda one: (natures.index(one.form.nature), one.form.ordre))


def writable(champ: Champ) -> bool:
    """Tell whether the staff may write a field once for all: not what another person gives, ticks or signs, nor a pupil's name."""
    return champ.qui in PERSONNEL and champ.sens.written and not champ.libre and not champ.liste


def shared(sheets: Iterable[Sheet]) -> list[Shared]:
    """Return the fields written once, in the order of the sheets; those alike in several forms are one."""
    found: dict[tuple[str, ...], Shared] = {}
    for one in sheets:
        for champ in filter(writable, one.fields):
            key = (champ.id, champ.genre, champ.libelle)
            if key in found:
                found[key].formulaires.append(one.id)
            else:
                found[key] = Shared(champ, [one.id], one.proposals.get(champ.id, Proposal()))
    return list(found.values())


def document_data(one: Sheet) -> dict[str, Any]:
    """Return what the script knows of a document: what the list fills, what comes back, what is answered."""
    given = [champ for champ in one.fields if champ.qui in TIERS]
    return {
        "id": one.id,
        "titre": one.titre,
        "listes": {champ.id: LISTED[champ.liste] for champ in one.fields if champ.liste and champ.qui in PERSONNEL},
        "retour": bool(given),
        "uneFois": french(title_once(one)),
        "questions": [asked(one, champ) for champ in given if champ.sens.stated],
    }


def asked(one: Sheet, champ: Champ) -> dict[str, str]:
    """Return a statement that a parent answers by yes or no: what its sheet calls it, and what it says in short."""
    name = number_of(one.form, champ)
    return {"id": str(champ.id), "nom": french(capitalized(name)), "libelle": french(champ.abrege or champ.libelle)}
