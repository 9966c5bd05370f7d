"""What a sheet prints has its signs in the fonts of the PDF files, which draw nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from macros.mistakes import Mistake
from macros.model.encadrements import FichierEncadrements
from macros.model.formulaires import Formulaire
from macros.model.kinds import PLACES, of
from macros.model.organisations import FichierOrganisations
from macros.reading.draft import Draft
from macros.reading.models import walk
from macros.sheets.glyphs import lacking

Printed = tuple[str, int, str]


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each text that a sheet prints and that has a sign without a drawing."""
    for file, line, text in (*of_forms(draft), *of_organisations(draft), *of_texts(draft), *of_clauses(draft)):
        if sign := lacking(text):
            problem = f"le signe « {sign} » (U+{ord(sign):04X}) n'existe pas dans la police des feuilles"
            yield Mistake(file, line, problem, "écrivez-le en mots, ou employez un signe plus courant")


def of_forms(draft: Draft) -> Iterator[Printed]:
    """Yield all that is written in the letters and forms."""
    for id_, form in draft.forms.items():
        file = of(Formulaire).file_of(id_)
        for path, value in walk(form) if form else ():
            if isinstance(value, str):
                yield file, draft.sources[file].line(path), value


def of_organisations(draft: Draft) -> Iterator[Printed]:
    """Yield the names of the organisations, and of the contacts who may confirm the words of a form."""
    file, found = PLACES[FichierOrganisations], draft.found(FichierOrganisations)
    for index, contact in enumerate(found.contacts if found else ()):
        yield file, draft.sources[file].line(("contacts", index, "nom")), contact.nom
    for index, organisation in enumerate(found.organisations if found else ()):
        for key in ("nom", "sigle"):
            yield file, draft.sources[file].line(("organisations", index, key)), getattr(organisation, key)


def of_texts(draft: Draft) -> Iterator[Printed]:
    """Yield the names of the texts on which sheets rest, and what their main date marks."""
    file, found = PLACES[FichierEncadrements], draft.found(FichierEncadrements)
    for index, text in enumerate(found.encadrements if found else ()):
        line = draft.sources[file].line
        yield file, line(("encadrements", index, "titre_court")), text.titre_court
        yield file, line(("encadrements", index, "dates", 0, "quoi")), text.dates[0].quoi


def of_clauses(draft: Draft) -> Iterator[Printed]:
    """Yield what names each clause: its number or, without one, its title."""
    for text in draft.texts.values():
        yield from ((text.file, clause.line, clause.label or clause.title) for clause in text.clauses)
