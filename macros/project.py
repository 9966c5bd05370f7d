"""All that the editors wrote, read and checked as one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, TypeVar

from macros.clauses.clause import Clause
from macros.clauses.fingerprints import clause_fingerprint
from macros.clauses.passages import Passage
from macros.model.base import Fiche, JourAnnee, Modele
from macros.model.collecte import FichierLogiciels, Moyen
from macros.model.contradictions import Contradiction
from macros.model.echeances import Echeance
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.formulaires import CodeValeur, Formulaire
from macros.model.glossaire import Terme
from macros.model.listes import Liste
from macros.model.organisations import Contact, FichierOrganisations, Organisation
from macros.model.plateformes import Plateforme
from macros.model.regles import FichierRegles
from macros.model.relectures import FichierRelectures
from macros.model.roles import FichierRoles, Groupe, Role
from macros.model.vocabulaire import FichierVocabulaire, Mention, MotSeul
from macros.navigation import Menu, navigation
from macros.reading.draft import Draft
from macros.rules.facts import Combination, Facts, first_day, first_days
from macros.rules.points import points_of
from macros.rules.table import Answer, table
from macros.words import uncapitalized

M = TypeVar("M", bound=Modele)
T = TypeVar("T")


@dataclass(frozen=True)
class Project:
    """The site's facts: everything in it has been checked."""

    draft: Draft

    def all(self, kind: type[M]) -> dict[str, M]:
        """Return the things of a kind by id, in the order of their list, or by rank if each has its own file; always the same dictionary."""
        return self.once(kind, lambda: self.in_order(kind))

    def in_order(self, kind: type[M]) -> dict[str, M]:
        """Find what `all` returns."""
        things = [(id_, thing) for id_, thing in (self.draft.things[kind] or {}).items() if isinstance(thing, kind)]
        return dict(sorted(things, key=lambda pair: pair[1].ordre if isinstance(pair[1], Fiche) else 0))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is made of the project under a key, made the first time that it is asked for; not to be changed."""
        if key not in self.made:
            self.made[key] = make()
        made: T = self.made[key]
        return made

    @cached_property
    def made(self) -> dict[Hashable, Any]:
        """What `once` has returned."""
        return {}

    @property
    def documents(self) -> dict[str, Encadrement]:
        """The texts by id, in the order of the register."""
        return self.all(Encadrement)

    @cached_property
    def clauses(self) -> dict[str, list[Clause]]:
        """The clauses of each text."""
        return {document: self.draft.texts[document].clauses for document in self.documents}

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All that can be cited, by citation."""
        return self.draft.passages

    def sense(self, reference: str) -> str:
        """Return the mark of what a clause means: it changes with its words, unless these were said to mean the same."""
        words, book = clause_fingerprint(self.passages[reference]), self.draft.found(FichierRelectures)
        return book.sense(reference, words) if book else words

    @property
    def plateformes(self) -> dict[str, Plateforme]:
        """The platforms by id, in the order of the tables."""
        return self.all(Plateforme)

    @property
    def organisations(self) -> dict[str, Organisation]:
        """The organisations by id."""
        return self.all(Organisation)

    @cached_property
    def site(self) -> Organisation:
        """The organisation whose site this is."""
        return self.organisations[self.draft.model(FichierOrganisations).site]

    @property
    def contacts(self) -> dict[str, Contact]:
        """Who to ask, by id."""
        return self.all(Contact)

    @property
    def roles(self) -> dict[str, Role]:
        """The roles by id."""
        return self.all(Role)

    @property
    def groupes(self) -> dict[str, Groupe]:
        """The groups of roles by id, in the order of the list of letters and forms."""
        return self.all(Groupe)

    @cached_property
    def tout_le_personnel(self) -> str:
        """The id of the role that is the whole staff."""
        return str(self.draft.model(FichierRoles).tout_le_personnel)

    @property
    def personnel(self) -> set[str]:
        """The ids of the roles that are the whole staff or a part of it."""
        return self.draft.model(FichierRoles).personnel

    @property
    def moyens(self) -> dict[str, Moyen]:
        """The means of collection by id."""
        return self.all(Moyen)

    @property
    def logiciels(self) -> FichierLogiciels:
        """The list of software."""
        return self.draft.model(FichierLogiciels)

    @cached_property
    def termes(self) -> list[Terme]:
        """The defined words."""
        return [*self.all(Terme).values()]

    @cached_property
    def contradictions(self) -> list[Contradiction]:
        """The points to clarify."""
        return [*self.all(Contradiction).values()]

    @property
    def formulaires(self) -> dict[str, Formulaire]:
        """The letters and forms by id, in the order of their list."""
        return self.all(Formulaire)

    @property
    def echeances(self) -> dict[str, Echeance]:
        """The deadlines by id, in the order of the school year."""
        return self.all(Echeance)

    @cached_property
    def limites(self) -> dict[CodeValeur, JourAnnee]:
        """The day of any year that sheets propose for each code: the last of the deadline that says so."""
        return {e.propose: e.au for e in self.echeances.values() if e.propose and e.au}

    @property
    def listes(self) -> dict[str, Liste]:
        """The self-assessments by id, in the order of the menu."""
        return self.all(Liste)

    @cached_property
    def menu(self) -> Menu:
        """The sections of the menu, each with its page or its pages."""
        return navigation(self.draft)

    @cached_property
    def facts(self) -> Facts:
        """What the rules are evaluated against."""
        rules, register = self.draft.model(FichierRegles), self.draft.model(FichierEncadrements)
        return Facts(rules, self.plateformes, first_days(register), self.debut)

    @cached_property
    def debut(self) -> date:
        """The first day that the site answers for."""
        start = first_day(self.draft.model(FichierEncadrements))
        assert start is not None
        return start

    @cached_property
    def reponses(self) -> list[Answer]:
        """The answers to every question, by platform, audience and content, then by date."""
        return table(self.facts)

    def answers_to(self, plateforme: str, destinataire: str, contenu: str) -> list[Answer]:
        """Return the answers to a question, in order of date."""
        return self.by_question[Combination(plateforme, destinataire, contenu)]

    def answers_about(self, plateforme: str) -> list[Answer]:
        """Return the answers about a platform, in their order."""
        return self.by_platform[plateforme]

    @cached_property
    def by_platform(self) -> dict[str, list[Answer]]:
        """The answers about each platform, in their order."""
        found: dict[str, list[Answer]] = {id_: [] for id_ in self.plateformes}
        for answer in self.reponses:
            found[answer.combination.plateforme].append(answer)
        return found

    @cached_property
    def by_question(self) -> dict[Combination, list[Answer]]:
        """The answers to each question, in order of date."""
        return {question: list(found) for question, found in groupby(self.reponses, key=lambda answer: answer.combination)}

    def points_of(self, answer: Answer) -> list[Contradiction]:
        """Return the points to clarify that an answer depends on."""
        return points_of(answer, self.contradictions)

    @cached_property
    def mentions(self) -> dict[str, dict[str, Mention]]:
        """What is shown for each code: `mentions["statuts"]["approuvee"]`."""
        vocabulary = self.draft.model(FichierVocabulaire)
        return {kind: {m.id: m for m in mentions} for kind, mentions in vocabulary if kind != "synonymes"}

    @property
    def lient(self) -> dict[str, tuple[str, str]]:
        """The name and the plural of each force that binds, as they stand within a sentence; a check gives a plural to these alone."""
        forces = self.draft.model(FichierVocabulaire).forces
        return {force.id: (uncapitalized(force.nom), uncapitalized(force.pluriel)) for force in forces if force.pluriel}

    @property
    def synonymes(self) -> list[list[MotSeul]]:
        """The groups of words that are typed for one another."""
        return self.draft.model(FichierVocabulaire).synonymes

    def binds_staff(self, document: str) -> bool:
        """Tell whether a text binds the staff of the site's organisation."""
        return self.documents[document].oblige_personnel
