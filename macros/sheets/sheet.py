"""A letter or form, computed once for all that is made of it: the page, the PDF, the Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.model.formulaires import PERSONNEL, Champ, CodePart, Formulaire
from macros.model.meanings import NATURES, NatureMeaning
from macros.project import Project
from macros.sheets.basis import basis, main_date, notice, reference, texts_of
from macros.sheets.columns import COLUMNS, rows, signed, size, spans
from macros.sheets.pieces import Cutter, Line, Part, glued
from macros.sheets.proposals import Proposal, proposal
from macros.sheets.statements import with_answers

# What proposes the name of the reader's school.
SCHOOL = "mon-ecole"


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
    def nature(self) -> NatureMeaning:
        """What its nature makes of it."""
        return NATURES[self.form.nature]

    @property
    def preamble(self) -> str | None:
        """What it says below its title, on its first page: whose words it has, that its text does not bind the staff; None if nothing."""
        return " ".join(filter(None, (self.notice, self.reference))) or None

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
        """The field that names the school, where it stands in the heading."""
        return next((champ for champ in self.fields if champ.propose == SCHOOL and self.nature.headed), None)

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

    @cached_property
    def stopped(self) -> frozenset[str]:
        """The ids of the fields where one writes the last words of a sentence: its stop is printed."""
        ends = (piece for line in self.lines for piece, mark in glued(line) if isinstance(piece, Champ) and mark.startswith("."))
        return frozenset(str(champ.id) for champ in ends if champ.sens.one_line and size(champ) != "court")

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
