"""What carries out each clause, and what nothing does: for readers, and for the published files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from macros.clauses.clause import Clause
from macros.dependants import BOOKS, WITHIN, Dependant, dependants, grouped, resting
from macros.model.base import Modele
from macros.model.encadrements import Encadrement
from macros.model.kinds import KINDS, Kind
from macros.model.listes import Liste
from macros.model.meanings import ASKED
from macros.model.regles import Regle
from macros.model.situations import ThemeSituations
from macros.project import Project
from macros.rendering.citations import Citation, cite
from macros.rendering.context import Context
from macros.rendering.registry import macro
from macros.typography import french

ADDRESS = "transparence/tracabilite/"
# What says what a thing is, in the order in which it is looked for.
TITLES = ("titre", "nom", "terme", "question", "texte", "moyen")
# What only says that a clause exists, or is another clause.
APART = ("data/encadrements.yml", "docs/")
# What only keeps the editors from a mistake: no reader meets it.
KEPT = (WITHIN["ensemble"], WITHIN["mots_gardes"])


@dataclass(frozen=True)
class Carried:
    """A thing that carries out a clause: what such things are called, its title, its address from the site's root."""

    genre: str
    nom: str
    adresse: str


@dataclass(frozen=True)
class Trace:
    """A clause with all that carries it out, by kinds; `exige` if its text is to be covered and it binds the staff."""

    clause: Clause
    renvoi: Citation
    exige: bool
    groupes: list[tuple[str, list[Carried]]]

    @property
    def titre(self) -> str:
        """The clause's number and title; some have a title alone."""
        return french(self.clause.heading)

    @property
    def mise_en_oeuvre(self) -> list[Carried]:
        """All that carries it out."""
        return [carried for _, found in self.groupes for carried in found]


@macro
def tracabilite(context: Context) -> str:
    """Show, for each clause of each text, what carries it out, and what nothing does."""
    every = {text.id: traces(context, text) for text in context.project.documents.values()}
    bare = sum(not trace.groupes for found in every.values() for trace in found)
    return context.render("tracabilite", textes=context.project.documents, traces=every, total=sum(map(len, every.values())), vides=bare)


def traces(context: Context, text: Encadrement) -> list[Trace]:
    """Return the clauses of a text, each with what carries it out."""
    return [trace(context, text, clause) for clause in context.project.clauses[text.id]]


def trace(context: Context, text: Encadrement, clause: Clause) -> Trace:
    """Return a clause with what carries it out."""
    project = context.project
    asks = any(mark.force in ASKED and {*mark.roles} & project.personnel for mark in clause.marks)
    groups = [(kind[len(found) > 1], found) for kind, found in carrying(project, clause.reference)]
    return Trace(clause, cite(context, clause.reference), text.couverture and asks, groups)


def carrying(project: Project, reference: str) -> Iterator[tuple[tuple[str, str], list[Carried]]]:
    """Yield what carries out a clause or one of its letters, by kinds, each thing once."""
    for kind, ones in grouped([*filter(is_carrying, resting(project.draft, reference))]).items():
        yield kind, list(dict.fromkeys(Carried(kind[0], title(project, one), address(one)) for one in ones))


def led_to(project: Project) -> Iterator[tuple[Kind, str]]:
    """Yield the address of each thing that carries out a clause, with its kind."""
    yield from ((kind_of(one.file), address(one)) for one in dependants(project.draft) if one.file not in BOOKS and is_carrying(one))


def is_carrying(one: Dependant) -> bool:
    """Tell whether what rests on a clause carries it out."""
    return one.kind not in KEPT and not (one.spoken or one.file.startswith(APART))


def address(one: Dependant) -> str:
    """Return the address of a thing, from the site's root."""
    kind = kind_of(one.file)
    page = f"{kind.pages.removeprefix('docs/')}/{kind.named(one.file)}/" if kind.pages and kind.alone else ""
    return page + (kind.shown.format(one.owner[-1]) if len(one.owner) > 1 or not kind.alone else "")


def title(project: Project, one: Dependant) -> str:
    """Return the title of a thing, or its id if it has none."""
    thing = described(project, one)
    if isinstance(thing, Regle):
        return answer(project, thing)
    return next((str(value) for key in TITLES if (value := getattr(thing, key, None))), one.name)


def answer(project: Project, rule: Regle) -> str:
    """Return what a rule answers, after the means that it is limited to: its id says nothing to who does not edit it."""
    means = ", ".join(project.plateformes[id_].usuel for id_ in rule.quand.plateformes or ())
    return french(f"{means} : {rule.reponse}") if means else rule.reponse


def described(project: Project, one: Dependant) -> Any:
    """Return the thing that a citation belongs to: that of a file, or one of those that it holds."""
    kind = kind_of(one.file)
    if not kind.alone:
        every = [thing for other in KINDS if other.place == kind.place for thing in (project.draft.things[other.entry] or {}).items()]
        return dict(every).get(one.owner[-1])
    whole: Modele = project.all(kind.entry)[kind.named(one.file)]
    within = whole.questions if isinstance(whole, Liste) else whole.situations if isinstance(whole, ThemeSituations) else []
    return next((thing for thing in within if thing.id == one.owner[-1]), whole)


@cache
def kind_of(file: str) -> Kind:
    """Return the kind of the things of a file."""
    return next(kind for kind in KINDS if file == kind.place or (kind.alone and file.startswith(kind.where)))
