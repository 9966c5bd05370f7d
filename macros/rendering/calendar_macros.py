"""The calendar of the school year: its drawing, its deadlines, its files."""

from __future__ import annotations

from dataclasses import dataclass

from macros.calendar.drawing import drawing
from macros.calendar.ics import REMINDER
from macros.calendar.occurrences import Occurrence, Schedule
from macros.calendar.years import school_years
from macros.model.contradictions import Contradiction
from macros.model.echeances import Echeance
from macros.model.formulaires import Formulaire
from macros.model.roles import Role
from macros.project import Project
from macros.rendering.citations import Citation
from macros.rendering.context import Context
from macros.rendering.platform_macros import cites
from macros.rendering.registry import macro

FOLDER = "calendrier"
FILES = "## Ajouter à mon calendrier { #fichiers }"


@macro
def calendrier(context: Context) -> str:
    """Show what must be done when: this school year drawn, each deadline in words, files for calendars, other years; say that nothing is written."""
    if not context.project.echeances:
        return context.markdown("Aucune échéance n'est encore inscrite.", FILES, "Un fichier paraîtra ici pour chaque rôle qui a une échéance.")
    plan = schedule(context.project)
    years = school_years(plan.first, max([context.today, *plan.ends]))
    roles = roles_with_deadlines(context.project)
    files = [(role, file_address(role)) for role in roles]
    wider = [(role, wide) for role in roles for wide in roles if str(wide.id) in map(str, role.fait_partie_de)]
    drawings = {"dessins": [drawing(year, plan.of(year), [role.id for role in roles], context.today) for year in years]}
    dated, undated = [card(context, *found) for found in plan.all(years)], [card(context, e, []) for e in plan.undated]
    parts = [
        context.render("filtre-echeances", roles=roles, total=count(context, dated) + len(undated)),
        "## L’année en cours { #annee }",
        context.render("calendrier", **drawings, fin=years[-1].next.du),
        FILES,
        context.render("calendrier-fichiers", fichiers=files, elargis=wider, rappel=-REMINDER.days),
        "## Quoi faire et quand { #quoi-faire }",
        context.render("echeances", cartes=dated, genre="datees"),
        "## À tout moment de l’année { #sans-date }",
        context.render("echeances", cartes=undated, genre="sans-date"),
        "## Autres années scolaires { #autres-annees }",
        context.render("calendrier-autres", **drawings),
    ]
    return context.markdown(*parts)


def schedule(project: Project) -> Schedule:
    """Return the deadlines of a project."""
    return Schedule(list(project.echeances.values()), project.plateformes)


def roles_with_deadlines(project: Project) -> list[Role]:
    """Return the roles that a deadline names, in the order of the roles."""
    named = {role for echeance in project.echeances.values() for role in echeance.roles}
    return [role for id_, role in project.roles.items() if id_ in named]


def file_address(role: Role) -> str:
    """Return the address of a role's calendar file, from the site's root."""
    return f"{FOLDER}/{role.id}.ics"


@dataclass(frozen=True)
class Card:
    """A deadline in words: when it falls, what to use, what is unclear about it."""

    echeance: Echeance
    occurrences: list[Occurrence]
    citations: list[Citation]
    documents: dict[str, Formulaire]
    points: list[Contradiction]

    @property
    def once(self) -> Occurrence | None:
        """The only occurrence of what happens once."""
        return self.occurrences[0] if self.echeance.fin_de_statut else None


def card(context: Context, echeance: Echeance, occurrences: list[Occurrence]) -> Card:
    """Return a deadline in words."""
    points = [point for point in context.project.contradictions if point.id in {*map(str, echeance.points)}]
    documents = {str(id_): context.project.formulaires[id_] for id_ in echeance.formulaires}
    return Card(echeance, occurrences, cites(context, echeance.articles), documents, points)


def count(context: Context, cards: list[Card]) -> int:
    """Return how many cards are shown on the day of the build."""
    return sum(not card.once or card.once.year.en_vigueur(context.today) for card in cards)
