"""What every file made of a sheet says of a field: its question, its answers, the names of the places to fill."""

from __future__ import annotations

from datetime import date
from math import ceil

from macros.days import long_date
from macros.model.formulaires import TIERS, Champ, CodePart, Option
from macros.sheets.sheet import Sheet
from macros.sheets.statements import statement
from macros.typography import french
from macros.words import capitalized

YES_NO = [Option.model_validate({"id": "oui", "libelle": "Oui"}), Option.model_validate({"id": "non", "libelle": "Non"})]

# The characters that a line of a box holds, the widest too; the lines of a box that does not say, and the one that is left for who ends
# the others early.
LINE_HOLDS, LINES, SPARE = 90, 3, 1
# The characters of a date or of a number to call; of any other line that does not say.
BRIEF_HOLDS, SIGNATURE_HOLDS, PLACE_HOLDS = 24, 60, 80
# One listens to fewer words than these.
WORDS = 25
NO_STOP = " (sans point à la fin)"


def answers(champ: Champ) -> list[Option]:
    """Return the answers that a field offers; none if one writes in it."""
    return YES_NO if champ.sens.stated else champ.options


def pairs(champ: Champ) -> list[tuple[str, str]]:
    """Return the id and the words of each answer that a field offers."""
    return [(str(option.id), option.libelle) for option in answers(champ)]


def question(sheet: Sheet, champ: Champ) -> str:
    """Return what a screen reader says of a field; what is said to the staff is not for whom the sheet is given to."""
    if champ.sens.stated:
        return brief(statement(sheet.form, champ), capital=True)
    asked = label(sheet, champ)
    helped = f"{asked}. {champ.aide_sur_papier}" if champ.aide_sur_papier else asked
    return brief(helped if len(helped.split()) < WORDS else asked)


def label(sheet: Sheet, champ: Champ) -> str:
    """Return the label of a field; a file that one fills cannot drop a stop that one types before that of the sentence, so it is told."""
    return champ.libelle.rstrip(" :;.") + (NO_STOP if str(champ.id) in sheet.stopped else "")


def question_of(sheet: Sheet, champ: Champ, option: Option) -> str:
    """Return what a screen reader says of one of the answers of a field: the answer, then the question."""
    asked = statement(sheet.form, champ) if champ.sens.stated else champ.libelle.rstrip(" :;.")
    return brief(f"{option.libelle.rstrip(' :;.')}, {asked}", capital=True)


def question_of_line(sheet: Sheet, champ: Champ, number: int, count: int) -> str:
    """Return what a screen reader says of one of the lines of a box; the first says what it is for."""
    return question(sheet, champ) if number == 1 else brief(f"{champ.libelle.rstrip(' :;.')}, ligne {number} de {count}")


def brief(text: str, *, capital: bool = False) -> str:
    """Return a text in French typography, cut at the number of words that one listens to."""
    words = text.split(" ")
    cut = text if len(words) < WORDS else " ".join(words[: WORDS - 1]).rstrip(" ,;:.") + "…"
    return french(capitalized(cut) if capital else cut)


def readers(sheet: Sheet) -> frozenset[CodePart]:
    """Return who must fill the copy that is handed over: those whom it is given to, else who on the staff fills it first."""
    given = frozenset(champ.qui for champ in sheet.fields if champ.qui in TIERS)
    return given or frozenset(who for who in [sheet.filler] if who)


def opening(champ: Champ) -> str:
    """Return the label as printed before the place to fill."""
    return champ.libelle if champ.sens.stated or champ.libelle.endswith(("?", ":", ".")) else f"{champ.libelle} :"


def place(champ: Champ, option: Option | None = None) -> str:
    """Return the name of a place to fill: a field's, or a field's and an answer's."""
    return f"{champ.id}.{option.id}" if option else str(champ.id)


def lines(champ: Champ) -> int:
    """Return the lines of a box: enough for its longest text, and a few more for who ends them early; none if it has one line."""
    return max(champ.lignes or LINES, ceil((champ.longueur or 0) / LINE_HOLDS)) + SPARE if champ.sens.several_lines else 0


def most(champ: Champ) -> int:
    """Return the most characters that a field of one line takes: what its definition says, or what its place holds."""
    if champ.sens.signed:
        return SIGNATURE_HOLDS
    return champ.longueur or (BRIEF_HOLDS if champ.sens.brief else PLACE_HOLDS)


def line_place(champ: Champ, number: int) -> str:
    """Return the name of one of the lines of a box, the first of which is 1."""
    return f"{champ.id}.{number}"


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
    return long_date(date.fromisoformat(value)) if champ.sens.control == "date" else value
