"""A contact is a role or a service: who holds it changes, and has no name here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import checks
from macros.checking.wording import ours
from macros.mistakes import Mistake
from macros.model.kinds import PLACES
from macros.model.organisations import FichierOrganisations
from macros.reading.draft import Draft
from macros.words import fold

CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
# A word of a name, or initials: the stop of a sentence is not its own.
WORD = rf"(?:{CAPITAL}\.(?:-?{CAPITAL}\.)*|{CAPITAL}[\w'’-]*)"
TITLED = re.compile(rf"(?<!\w)(?:M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|Madame|Monsieur|Dre?\.?|Me)[ \u00a0]{WORD}(?:[ \u00a0]{CAPITAL}[\w'’-]+)*")
# A first name and a family name alone, or before what the person does.
NAMED = re.compile(
    rf"({CAPITAL}[a-zà-öø-ÿ'’]+(?:-{CAPITAL}?[a-zà-öø-ÿ]+)*(?:[ \u00a0]{CAPITAL}[\w'’]*[a-zà-öø-ÿ](?:-{CAPITAL}\w+)*){{1,2}})(?:\s*[,(–—-].*)?"
)
# The address of a person: a first name and a family name.
OF_PERSON = re.compile(r"([a-z-]{2,})\.([a-z-]{2,})@.*", re.I)
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


def perhaps_named(draft: Draft) -> Iterator[Mistake]:
    """Yield each person whom the site's own words name, after a title: whom to ask changes with the years, the function does not."""
    for file, line, text in ours(draft):
        if file != PLACES[FichierOrganisations] and (found := TITLED.search(text)):
            yield Mistake(file, line, f"« {found[0]} » ressemble au nom d'une personne", f"{REMEDY} si c'en est un")


def perhaps_person(draft: Draft) -> Iterator[Mistake]:
    """Yield each contact of which all the words have a capital, as those of a person's name, or whose address is made of two words foreign to it."""
    for rank, contact in enumerate(draft.model(FichierOrganisations).contacts):
        if found := NAMED.fullmatch(contact.nom):
            problem = f"« {found[1]} » ressemble au nom d'une personne"
            yield draft.source(FichierOrganisations).blame(("contacts", rank, "nom"), problem, f"{REMEDY} si c'en est un")
        said = fold(f"{contact.nom} {contact.pour}")
        if (found := OF_PERSON.fullmatch(contact.courriel or "")) and not any(fold(word).removesuffix("s") in said for word in found.groups()):
            problem = f"« {contact.courriel} » ressemble à l'adresse d'une personne"
            remedy = "donnez celle de la fonction ou du service, qui reste quand les personnes changent, si c'en est une"
            yield draft.source(FichierOrganisations).blame(("contacts", rank, "courriel"), problem, remedy)
