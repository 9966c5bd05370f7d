"""The calendar files, one for each role, published beside the calendar's page."""

from __future__ import annotations

from pathlib import Path

from macros.calendar.ics import Entry, calendar_file
from macros.calendar.occurrences import Occurrence
from macros.history import last_change
from macros.model.roles import Role
from macros.rendering.calendar_macros import FOLDER, card, file_address, roles_with_deadlines, schedule
from macros.rendering.context import Context
from macros.typography import french

UNFIXED = "Les textes ne fixent pas de jour : le site a choisi celui-ci pour vous le rappeler."
LAST_WORD = "Édition en langage clair : les textes adoptés prévalent. Voyez les articles sur le site, à la page « Calendrier »."


def write(context: Context, site: Path, base: str = "") -> list[Path]:
    """Write the files below the built site's folder and return their paths; `base` is the address of the site, if it is known."""
    return [write_one(context, site, base, role) for role in roles_with_deadlines(context.project)]


def write_one(context: Context, site: Path, base: str, role: Role) -> Path:
    """Write the file of a role."""
    path = site / file_address(role)
    path.parent.mkdir(parents=True, exist_ok=True)
    name = f"calendrier {role.id} {last_change(context.project.draft.root)} {base}"
    made = context.lasting(name, lambda: role_calendar(context, role, base).decode())
    path.write_bytes(made.encode())
    return path


def role_calendar(context: Context, role: Role, base: str = "") -> bytes:
    """Return the file of a role: the first occurrence of each of its deadlines, which repeats if it is yearly.

    Each event says that it was made when the content last changed: a calendar that has an older one takes it, whatever the day of the build.
    """
    plan = schedule(context.project)
    entries = [entry(context, occurrence, base) for occurrence in plan.firsts() if role.id in map(str, occurrence.echeance.roles)]
    name = french(f"Communiquer avec les parents et les élèves : {role.nom}")
    return calendar_file(name, str(context.project.site.id), last_change(context.project.draft.root), entries)


def entry(context: Context, occurrence: Occurrence, base: str) -> Entry:
    """Return a deadline as an event, on the day that a text fixes or else on the first of its period; it leads to its place in the page."""
    echeance = occurrence.echeance
    day = occurrence.au if echeance.jour_fixe else occurrence.du
    title = echeance.titre if echeance.jour_fixe else f"{echeance.titre} (sans jour fixé)"
    address = f"{base}{FOLDER}/#{echeance.id}" if base else ""
    return Entry(str(echeance.id), title, description(context, occurrence), day, echeance.jour_fixe, not echeance.fin_de_statut, address)


def description(context: Context, occurrence: Occurrence) -> str:
    """Return what an event says: the moment and the detail, then the clauses, the documents and what is unclear, in words."""
    made = card(context, occurrence.echeance, [occurrence])
    echeance = made.echeance
    lines = [
        f"{echeance.moment}.",
        echeance.detail,
        "" if echeance.jour_fixe else UNFIXED,
        listed("Articles", [citation.long for citation in made.citations]),
        listed("Documents", [form.titre for form in made.documents.values()]),
        listed("À clarifier", [point.titre for point in made.points]),
        LAST_WORD,
    ]
    return french("\n".join(line for line in lines if line))


def listed(title: str, items: list[str]) -> str:
    """Return a titled list as a line, or nothing for no item."""
    return f"{title} : {' · '.join(items)}" if items else ""
