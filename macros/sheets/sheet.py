"""A letter or form, computed once for all that is made of it: the page, the PDF, the Word file."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import zip_longest
from math import ceil

from macros.clauses.names import name_of
from macros.days import long_date
from macros.model.base import Renvoi
from macros.model.encadrements import Encadrement
from macros.model.formulaires import BLANC, PERSONNEL, Champ, CodeBloc, CodePart, Formulaire, Option, Partie
from macros.model.meanings import FIELDS, STEPS, VERDICTS
from macros.model.regles import Condition
from macros.project import Project
from macros.rules.table import Answer
from macros.school_year import school_year_end
from macros.typography import french
from macros.words import capitalized, uncapitalized

# Below these numbers of characters, a field in a sentence is short, then of middle length.
SHORT, MIDDLE = 20, 60
# A line of fields has twelve columns: how many a field takes, by the most characters that it holds; those of one that does not say.
COLUMNS = 12
BY_LENGTH = ((12, 3), (40, 4), (60, 5), (80, 6))
UNTOLD, BRIEF, SIGNATURE = 80, 3, 4
# How many characters of a label a column holds, and the narrowest field that takes a line if it is left alone on it.
LABEL_HOLDS, WIDE = 10, 5
# What a statement answered by yes or no is called, if its sheet does not say.
STATEMENT = "énoncé"
# What proposes the name of the reader's school.
SCHOOL = "mon-ecole"
# What may not begin a line.
CLOSING = re.compile(r"[,.;:)\u00a0]+")


@dataclass(frozen=True)
class Repeat:
    """A place where the value of a field filled elsewhere on the sheet shows again."""

    champ: Champ


# A sentence is cut where a field stands in it. In a sentence as in a block of fields, a `Champ` is the one place where
# it is filled.
Piece = str | Champ | Repeat
Line = tuple[Piece, ...]
# The fields of a line, each with its columns.
Row = list[tuple[Champ, int]]


def size(champ: Champ) -> str:
    """Return how wide a field is in a sentence: « court », « moyen » or « long »."""
    if FIELDS[champ.genre].brief:
        return "moyen"
    return "court" if (champ.longueur or MIDDLE) <= SHORT else "moyen" if (champ.longueur or MIDDLE) < MIDDLE else "long"


def natural_span(champ: Champ) -> int:
    """Return how many columns a field asks for, so that its text and its label hold."""
    if champ.genre == "signature":
        return SIGNATURE
    if champ.genre == "bloc" or not FIELDS[champ.genre].written:
        return COLUMNS
    length = champ.longueur or UNTOLD
    wanted = BRIEF if FIELDS[champ.genre].brief else next((span for most, span in BY_LENGTH if length <= most), COLUMNS)
    return min(COLUMNS, max(wanted, ceil(len(champ.libelle) / LABEL_HOLDS)))


def spans(champs: Iterable[Champ]) -> dict[str, int]:
    """Return how many columns each field of a block takes, its lines filled from the left."""
    return {str(champ.id): span for row in rows(champs) for champ, span in stretched(row)}


def rows(champs: Iterable[Champ]) -> Iterator[Row]:
    """Yield the lines of fields of a block: each holds in the columns."""
    row: Row = []
    for champ in champs:
        if row and sum(span for _, span in row) + natural_span(champ) > COLUMNS:
            yield row
            row = []
        row.append((champ, natural_span(champ)))
    if row:
        yield row


def stretched(row: Row) -> Row:
    """Return a line whose signatures, else its widest fields, share the columns that are left; a short field alone stays short."""
    most = max(span for _, span in row)
    if len(row) == 1 and most < WIDE and not signed(row):
        return row
    wider = [number for number, (champ, span) in enumerate(row) if (champ.genre == "signature" if signed(row) else span == most)]
    each, left = divmod(COLUMNS - sum(span for _, span in row), len(wider))
    more = {number: each + (rank < left) for rank, number in enumerate(wider)}
    return [(champ, span + more.get(number, 0)) for number, (champ, span) in enumerate(row)]


def signed(row: Row) -> bool:
    """Tell whether one signs on a line."""
    return any(champ.genre == "signature" for champ, _ in row)


@dataclass(frozen=True)
class Block:
    """A piece of a part.

    `genre` is « texte », « note » or « visa » (one line), « puces » or « numeros » (a line for each item), or « champs »
    (a line for each field, made of that field alone).
    """

    genre: CodeBloc
    lines: tuple[Line, ...]

    @property
    def champs(self) -> list[Champ]:
        """The fields that stand here alone, each on its own."""
        return [piece for line in self.lines for piece in line if isinstance(piece, Champ)] if self.genre == "champs" else []


@dataclass(frozen=True)
class Part:
    """A part of the sheet, with its title if it has one; `qui` fills or signs it; made once for all copies if `une_fois`."""

    titre: str | None
    qui: CodePart
    blocks: tuple[Block, ...]
    une_fois: bool = False


@dataclass(frozen=True)
class Proposal:
    """What the site's data propose for a field that the staff fill: a value (ISO for a date), or values to choose from."""

    valeur: str | None = None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """What every output shares.

    `organisation` is the full name and acronym; `mention` stands at the top, or None; `basis` says on what it rests
    and which version (« Repose sur… »), and ends with a stop; `versions` has the main
    date of each text alone; `notice` says whose words it has, or is None if no text words it; `reference` is None if the text binds the staff of the
    site's organisation, else the sentence that says that it does not; `proposals` is by id of field, and never has a
    field that is another person's to fill; `retour` is the return line in pieces, or None.
    """

    id: str
    form: Formulaire
    organisation: str
    basis: str
    versions: tuple[str, ...]
    notice: str | None
    reference: str | None
    parts: tuple[Part, ...]
    retour: Line | None
    notes: tuple[str, ...]
    proposals: dict[str, Proposal]

    @property
    def titre(self) -> str:
        """The title."""
        return self.form.titre

    @property
    def mention(self) -> str | None:
        """What stands at the top, if anything does."""
        return self.form.mention

    @cached_property
    def fields(self) -> tuple[Champ, ...]:
        """The fields in the order in which they stand on the sheet, each once."""
        return tuple(piece for line in self.lines for piece in line if isinstance(piece, Champ))

    @property
    def copied(self) -> tuple[Part, ...]:
        """The parts that each copy has."""
        return tuple(part for part in self.parts if not part.une_fois)

    @property
    def once(self) -> tuple[Part, ...]:
        """The parts of the sheet that is made once for all the copies."""
        return tuple(part for part in self.parts if part.une_fois)

    def filled_apart(self, champ: Champ, part: Part | None) -> bool:
        """Tell whether a field that a part shows again (or the return line: None) is filled on the other sheet."""
        once = any(champ in block.champs for other in self.once for block in other.blocks)
        return once != bool(part and part.une_fois)

    @cached_property
    def heading(self) -> Champ | None:
        """The field of a letter that names the school: it stands in its heading."""
        return next((champ for champ in self.fields if champ.propose == SCHOOL and self.form.nature == "lettre"), None)

    @cached_property
    def spans(self) -> dict[str, int]:
        """How many of the columns of its line each field of a block takes, by id."""
        blocks = (block for part in self.parts for block in part.blocks if block.champs)
        found = {id_: span for block in blocks for id_, span in spans(champ for champ in block.champs if champ != self.heading).items()}
        return found | ({str(self.heading.id): COLUMNS} if self.heading else {})

    @cached_property
    def tall(self) -> frozenset[str]:
        """The ids of the fields that share the line of a signature: all its frames are as high."""
        blocks = (block.champs for part in self.parts for block in part.blocks)
        return frozenset(str(champ.id) for champs in blocks for row in rows(champs) if signed(row) for champ, _ in row)

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each statement answered by yes or no, by id."""
        return self.form.numeros

    @property
    def filler(self) -> CodePart | None:
        """Who on the staff fills it first, and is told of what is missing; None if none of the staff does."""
        return next((who for who in PERSONNEL if any(champ.qui == who for champ in self.fields)), None)

    @property
    def others(self) -> list[CodePart]:
        """Who else fills or signs it, in the order of the sheet."""
        return list(dict.fromkeys(champ.qui for champ in self.fields if champ.qui != self.filler))

    @property
    def lines(self) -> Iterator[Line]:
        """The lines of the sheet in the order in which they are read, the return line last."""
        for part in self.parts:
            for block in part.blocks:
                yield from block.lines
        if self.retour:
            yield self.retour


def glued(line: Line) -> Iterator[tuple[Piece, str]]:
    """Yield the pieces of a line, each with the punctuation that follows it and may not begin a line of paper."""
    taken = 0
    for piece, after in zip_longest(line, line[1:], fillvalue=""):
        own = piece[taken:] if isinstance(piece, str) else piece
        mark = CLOSING.match(after) if isinstance(after, str) and not isinstance(piece, str) else None
        taken = mark.end() if mark else 0
        yield own, mark[0] if mark else ""


def sheet(project: Project, id_: str, today: date) -> Sheet:
    """Return the sheet of a form of a checked project, with the values proposed on a day: made once."""
    return project.once(("sheet", id_, today), lambda: composed(project, id_, today))


def composed(project: Project, id_: str, today: date) -> Sheet:
    """Make the sheet of a form."""
    form = with_answers(project, project.formulaires[id_])
    cutter = Cutter(form)
    organisation = project.organisations[form.organisation]
    return Sheet(
        id_,
        form,
        organisation.nom_et_sigle,
        basis(project, form),
        tuple(f"{text.titre_court}, {main_date(text)}" for text in texts_of(project, form)),
        notice(project, form),
        reference(project, form),
        tuple(cutter.part(partie) for partie in form.parties),
        cutter.line(form.retour) if form.retour else None,
        tuple(form.notes),
        {str(champ.id): proposal(project, id_, champ, today) for champ in form.champs if champ.propose and not champ.libre},
    )


def with_answers(project: Project, form: Formulaire) -> Formulaire:
    """Return a form in which the answers that are the statements of another one are written."""
    return form.model_copy(update={"champs": [offering(project, champ) for champ in form.champs]})


def offering(project: Project, champ: Champ) -> Champ:
    """Return a field with the answers that it offers, by the names that their own sheet gives them."""
    if champ.enonces_de is None:
        return champ
    other = project.formulaires[champ.enonces_de]
    named = [(id_, statement(other, other.par_id[id_])) for id_ in other.numeros]
    return champ.model_copy(update={"options": [Option.model_validate({"id": id_, "libelle": capitalized(name)}) for id_, name in named]})


def statement(form: Formulaire, champ: Champ) -> str:
    """Return the short name of a statement answered by yes or no, on its sheet and wherever it is named: « autorisation 1 : … »."""
    return f"{number_of(form, champ)} : {champ.abrege or champ.libelle}"


def number_of(form: Formulaire, champ: Champ) -> str:
    """Return what a statement is called by its number: « autorisation 1 »."""
    return f"{form.enonces or STATEMENT} {form.numeros[str(champ.id)]}"


class Cutter:
    """Cuts the sentences of a form at its blanks; a field is filled where its block stands, else where it is read first."""

    def __init__(self, form: Formulaire) -> None:
        self.fields = form.par_id
        self.placed = {id_ for partie in form.parties for bloc in partie.blocs if bloc.genre == "champs" for id_ in bloc.lignes}

    def part(self, partie: Partie) -> Part:
        """Return a part, its blocks cut."""
        blocks = tuple(Block(bloc.genre, tuple(self.of_block(bloc.genre, line) for line in bloc.lignes)) for bloc in partie.blocs)
        return Part(partie.titre, partie.qui, blocks, partie.une_fois)

    def of_block(self, genre: CodeBloc, line: str) -> Line:
        """Return a line of a block: a field, or a sentence cut."""
        return (self.fields[line],) if genre == "champs" else self.line(line)

    def line(self, sentence: str) -> Line:
        """Return a sentence cut at its blanks, without empty pieces."""
        parts = BLANC.split(sentence)
        return tuple(self.blank(part) if i % 2 else part for i, part in enumerate(parts) if part)

    def blank(self, id_: str) -> Champ | Repeat:
        """Return the field of a blank the first time it is read, then its repetition."""
        champ = self.fields[id_]
        if id_ in self.placed:
            return Repeat(champ)
        self.placed.add(id_)
        return champ


def proposal(project: Project, id_: str, champ: Champ, today: date) -> Proposal:
    """Return what the data propose on a day for a field of a form; the day itself is left to whoever shows the sheet."""
    end = school_year_end(today)
    match champ.propose:
        case "annee-scolaire":
            return Proposal(f"{end.year - 1}-{end.year}")
        case "plateformes":
            return Proposal(suggestions=tuple(suited(project, id_, champ, today)))
        case "destruction":
            return Proposal(project.limites["destruction"].de(end.year - 1).isoformat())
        case _:
            # The day, and what the browser keeps of the reader's own school.
            return Proposal()


def suited(project: Project, id_: str, champ: Champ, day: date) -> list[str]:
    """Return the names of the platforms that a field of a form may name: those whose answers of the day call for the form."""
    asked = (answer for answer in project.reponses if answer.en_vigueur(day) and champ.public in (None, answer.combination.destinataire))
    calling = {str(condition.id) for condition in callers(project.facts.fichier.conditions, id_, project.formulaires[id_])}
    found = {answer.combination.plateforme for answer in asked if calls(answer, calling)}
    return [platform.nom for name, platform in project.plateformes.items() if name in found and not platform.tient_lieu]


def callers(conditions: Iterable[Condition], id_: str, form: Formulaire) -> list[Condition]:
    """Return the conditions that name a form or, if none does, those that rest on one of its clauses."""
    every = [*conditions]
    return [c for c in every if id_ in c.formulaires] or [c for c in every if {*c.articles} & {*form.articles}]


def calls(answer: Answer, calling: Container[str]) -> bool:
    """Tell whether an answer has one of some conditions: one that comes before or with what one may do, or one about what was done."""
    sure = VERDICTS[answer.regle.verdict].sure
    return any(condition.id in calling and (sure or STEPS[condition.etape].past) for condition in answer.conditions)


def notice(project: Project, form: Formulaire) -> str | None:
    """Return whose words a form has, as a sentence; None if no text words it."""
    if form.modele is None:
        return None
    if form.confirme_par and form.confirme_le:
        return french(f"Mots du formulaire adopté, confirmés le {long_date(form.confirme_le)} par : {project.contacts[form.confirme_par].nom}.")
    return french("Mots du site, en langage clair : c'est le formulaire adopté qui prévaut.")


def cited(form: Formulaire) -> list[Renvoi]:
    """Return the clauses that a form rests on: those that call for it, then the one that words it."""
    return list(dict.fromkeys([*form.articles, *([form.modele] if form.modele else [])]))


def texts_of(project: Project, form: Formulaire) -> list[Encadrement]:
    """Return the texts that a form rests on."""
    return [project.documents[document] for document in dict.fromkeys(renvoi.document for renvoi in cited(form))]


def basis(project: Project, form: Formulaire) -> str:
    """Return on what a form rests, and which version of each text."""
    return french(f"Repose sur : {'; '.join(of_text(project, text, cited(form)) for text in texts_of(project, form))}.")


def of_text(project: Project, text: Encadrement, renvois: list[Renvoi]) -> str:
    """Return those of some clauses that are a text's, with its version."""
    names = ", ".join(name_of(project.passages[renvoi]) for renvoi in renvois if renvoi.document == text.id)
    return f"{text.titre_court}, {names} ({main_date(text)})"


def main_date(text: Encadrement) -> str:
    """Return the main date of a text, or that it gives none."""
    main = text.date_principale
    return f"{uncapitalized(main.quoi)} : {main.en_mots if main.jour else 'date non indiquée au texte'}"


def reference(project: Project, form: Formulaire) -> str | None:
    """Return the sentence that says that the text does not bind the staff, or None if it does."""
    if any(project.binds_staff(renvoi.document) for renvoi in form.articles):
        return None
    owner = project.organisations[form.organisation]
    return french(f"Texte de référence : il vient de l'organisation « {owner.nom} » et n'oblige pas le personnel {project.site.du}.")
