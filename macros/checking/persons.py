"""A contact is a role or a service: who holds it changes, and has no name here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.model.organisations import FichierOrganisations
from macros.reading.draft import Draft

CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
TITLED = re.compile(rf"(?<!\w)(?:M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|Madame|Monsieur|Dre?\.?|Me)[ \u00a0]{CAPITAL}[\w'’.-]*(?:[ \u00a0]{CAPITAL}[\w'’-]+)*")
# A first name and a family name alone, or before what the person does.
NAMED = re.compile(
    rf"({CAPITAL}[a-zà-öø-ÿ'’]+(?:-{CAPITAL}?[a-zà-öø-ÿ]+)*(?:[ \u00a0]{CAPITAL}[\w'’]*[a-zà-öø-ÿ](?:-{CAPITAL}\w+)*){{1,2}})(?:\s*[,(–—-].*)?"
)
REMEDY = "écrivez la fonction ou le service"


@checks
def check(draft: Draft, file: FichierOrganisations) -> Iterator[Mistake]:
    """Yield a mistake for each contact that has a person's name."""
    for rank, contact in enumerate(file.contacts):
        for key in ("nom", "pour"):
            if found := TITLED.search(getattr(contact, key)):
                problem = f"« {found[0]} » est le nom d'une personne"
                yield draft.source(FichierOrganisations).blame(
                    ("contacts", rank, key), problem, f"{REMEDY}, qui restent quand les personnes changent"
                )


def perhaps_person(draft: Draft) -> Iterator[Mistake]:
    """Yield each contact of which all the words have a capital, as those of a person's name."""
    for rank, contact in enumerate(draft.model(FichierOrganisations).contacts):
        if found := NAMED.fullmatch(contact.nom):
            problem = f"« {found[1]} » ressemble au nom d'une personne"
            yield draft.source(FichierOrganisations).blame(("contacts", rank, "nom"), problem, f"{REMEDY} si c'en est un")
