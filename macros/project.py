"""All that the editors wrote, read and checked as one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.clauses.clause import Clause
from macros.clauses.passages import Passage
from macros.model.collecte import FichierCollecte, FichierLogiciels, Moyen
from macros.model.contradictions import Contradiction, FichierContradictions
from macros.model.echeances import Echeance, FichierEcheances
from macros.model.encadrements import Encadrement, FichierEncadrements
from macros.model.formulaires import Formulaire
from macros.model.glossaire import FichierGlossaire, Terme
from macros.model.listes import Liste
from macros.model.organisations import Contact, FichierOrganisations, Organisation
from macros.model.plateformes import Plateforme
from macros.model.regles import FichierRegles
from macros.model.roles import FichierRoles, Role
from macros.model.vocabulaire import FichierVocabulaire, Mention
from macros.navigation import Menu, navigation
from macros.reading.draft import Draft
from macros.rules.facts import Facts, first_day, first_days
from macros.rules.points import points_of
from macros.rules.table import Answer, table


@dataclass(frozen=True)
class Project:
    """The site's facts: everything in it has been checked."""

    draft: Draft

    @cached_property
    def documents(self) -> dict[str, Encadrement]:
        """The texts by id, in the order of the register."""
        return {text.id: text for text in self.draft.model(FichierEncadrements).encadrements}

    @cached_property
    def clauses(self) -> dict[str, list[Clause]]:
        """The clauses of each text."""
        return {document: self.draft.texts[document].clauses for document in self.documents}

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All that can be cited, by citation."""
        return self.draft.passages

    @cached_property
    def plateformes(self) -> dict[str, Plateforme]:
        """The platforms by id, in the order of the tables."""
        found = [(id_, p) for id_, p in self.draft.platforms.items() if p]
        return dict(sorted(found, key=lambda pair: pair[1].ordre))

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """The organisations by id."""
        return {o.id: o for o in self.draft.model(FichierOrganisations).organisations}

    @cached_property
    def site(self) -> Organisation:
        """The organisation whose site this is."""
        return self.organisations[self.draft.model(FichierOrganisations).site]

    @cached_property
    def contacts(self) -> dict[str, Contact]:
        """Who to ask, by id."""
        return {c.id: c for c in self.draft.model(FichierOrganisations).contacts}

    @cached_property
    def roles(self) -> dict[str, Role]:
        """The roles by id."""
        return {r.id: r for r in self.draft.model(FichierRoles).roles}

    @cached_property
    def moyens(self) -> dict[str, Moyen]:
        """The means of collection by id."""
        return {m.id: m for m in self.draft.model(FichierCollecte).moyens}

    @property
    def logiciels(self) -> FichierLogiciels:
        """The list of software."""
        return self.draft.model(FichierLogiciels)

    @property
    def termes(self) -> list[Terme]:
        """The defined words."""
        return self.draft.model(FichierGlossaire).termes

    @property
    def contradictions(self) -> list[Contradiction]:
        """The points to clarify."""
        return self.draft.model(FichierContradictions).contradictions

    @cached_property
    def formulaires(self) -> dict[str, Formulaire]:
        """The letters and forms by id, in the order of their list."""
        found = [(id_, form) for id_, form in self.draft.forms.items() if form]
        return dict(sorted(found, key=lambda pair: pair[1].ordre))

    @cached_property
    def echeances(self) -> dict[str, Echeance]:
        """The deadlines by id, in the order of the school year."""
        return {str(e.id): e for e in self.draft.model(FichierEcheances).echeances}

    @cached_property
    def listes(self) -> dict[str, Liste]:
        """The self-assessments by id, in the order of the menu."""
        found = [(id_, liste) for id_, liste in self.draft.lists.items() if liste]
        return dict(sorted(found, key=lambda pair: pair[1].ordre))

    @cached_property
    def menu(self) -> Menu:
        """The sections of the menu, each with its page or its pages."""
        return navigation(self.draft)

    @cached_property
    def facts(self) -> Facts:
        """What the rules are evaluated against."""
        rules, register = self.draft.model(FichierRegles), self.draft.model(FichierEncadrements)
        start = first_day(register)
        assert start is not None
        return Facts(rules, self.plateformes, first_days(register), start)

    @cached_property
    def reponses(self) -> list[Answer]:
        """The answers to every question, by platform, audience and content, then by date."""
        return table(self.facts)

    def points_of(self, answer: Answer) -> list[Contradiction]:
        """Return the points to clarify that an answer depends on."""
        return points_of(answer, self.contradictions)

    @cached_property
    def mentions(self) -> dict[str, dict[str, Mention]]:
        """What is shown for each code: `mentions["statuts"]["approuvee"]`."""
        vocabulary = self.draft.model(FichierVocabulaire)
        return {kind: {m.id: m for m in getattr(vocabulary, kind)} for kind in type(vocabulary).model_fields}

    def binds_staff(self, document: str) -> bool:
        """Tell whether a text binds the staff of the site's organisation."""
        return self.documents[document].oblige_personnel
