"""What a sheet prints has its signs in the fonts of the PDF files, which draw nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.checking.runner import Sound, checks
from macros.mistakes import Mistake
from macros.model.encadrements import FichierEncadrements
from macros.model.formulaires import Formulaire
from macros.model.kinds import of
from macros.model.organisations import FichierOrganisations
from macros.reading.draft import Draft
from macros.sheets.glyphs import lacking

Printed = tuple[str, int, str]


def undrawn(printed: Iterable[Printed]) -> Iterator[Mistake]:
    """Yield a mistake for each text that a sheet prints and that has a sign without a drawing."""
    for file, line, text in printed:
        if sign := lacking(text):
            problem = f"le signe « {sign} » (U+{ord(sign):04X}) n'existe pas dans la police des feuilles"
            yield Mistake(file, line, problem, "écrivez-le en mots, ou employez un signe plus courant")


@checks
def of_forms(draft: Draft, forms: Sound[Formulaire]) -> Iterator[Mistake]:
    """Check all that is written in the letters and forms."""
    for id_ in forms:
        file = of(Formulaire).file_of(id_)
        yield from undrawn((file, draft.sources[file].line(path), value) for path, value in draft.values[file])


@checks
def of_organisations(draft: Draft, file: FichierOrganisations) -> Iterator[Mistake]:
    """Check the names of the organisations, and of the contacts who may confirm the words of a form."""
    contacts = [(("contacts", index, "nom"), contact.nom) for index, contact in enumerate(file.contacts)]
    names = [(("organisations", index, key), getattr(o, key)) for index, o in enumerate(file.organisations) for key in ("nom", "sigle")]
    source = draft.source(FichierOrganisations)
    yield from undrawn((source.file, source.line(path), text) for path, text in (*contacts, *names))


@checks
def of_texts(draft: Draft, register: FichierEncadrements) -> Iterator[Mistake]:
    """Check the names of the texts on which sheets rest, and what their main date marks."""
    titles = [(("encadrements", index, "titre_court"), text.titre_court) for index, text in enumerate(register.encadrements)]
    dates = [(("encadrements", index, "dates", 0, "quoi"), text.dates[0].quoi) for index, text in enumerate(register.encadrements)]
    source = draft.source(FichierEncadrements)
    yield from undrawn((source.file, source.line(path), text) for path, text in (*titles, *dates))


@checks
def of_clauses(draft: Draft) -> Iterator[Mistake]:
    """Check what names each clause: its number or, without one, its title."""
    for text in draft.texts.values():
        yield from undrawn((text.file, clause.line, clause.label or clause.title) for clause in text.clauses)
