"""What every file made of a sheet says of a field: its question, its answers, the names of the places to fill."""

from __future__ import annotations

from datetime import date

from macros.days import long_date
from macros.model.formulaires import Champ, Option
from macros.model.meanings import FIELDS
from macros.sheets.sheet import Repeat, Sheet
from macros.typography import french

YES_NO = [Option.model_validate({"id": "oui", "libelle": "Oui"}), Option.model_validate({"id": "non", "libelle": "Non"})]
# Answers of which one only can be chosen.
ONE_OF = tuple(kind for kind, meaning in FIELDS.items() if meaning.single)


def field_of(piece: Champ | Repeat) -> Champ:
    """Return the field that a piece of a sentence is, or shows again."""
    return piece.champ if isinstance(piece, Repeat) else piece


def answers(champ: Champ) -> list[Option]:
    """Return the answers that a field offers; none if one writes in it."""
    return YES_NO if champ.genre == "oui-non" else champ.options


def question(champ: Champ) -> str:
    """Return what a screen reader says of a field."""
    return french(f"{champ.libelle}{'' if champ.libelle[-1] in '.?!:' else '.'} {champ.aide}" if champ.aide else champ.libelle)


def question_of(champ: Champ, option: Option) -> str:
    """Return what a screen reader says of one of the answers of a field."""
    return f"{question(champ)} — {french(option.libelle)}"


def opening(champ: Champ) -> str:
    """Return the label as printed before the place to fill."""
    return champ.libelle if champ.genre == "oui-non" or champ.libelle.endswith(("?", ":", ".")) else f"{champ.libelle} :"


def place(champ: Champ, option: Option | None = None) -> str:
    """Return the name of a place to fill: a field's, or a field's and an answer's."""
    return f"{champ.id}.{option.id}" if option else str(champ.id)


def proposed(sheet: Sheet, champ: Champ) -> str | None:
    """Return the value that the site proposes for a field, as one writes it. Raises ValueError for what is another's to give."""
    found = sheet.proposals.get(str(champ.id))
    if found is None or not found.valeur:
        return None
    if champ.libre:
        raise ValueError(f"« {champ.id} » ne peut pas être rempli d'avance")
    return french(as_written(champ, found.valeur))


def as_written(champ: Champ, value: str) -> str:
    """Return a value as one writes it on paper: a date in words."""
    return long_date(date.fromisoformat(value)) if champ.genre == "date" else value
