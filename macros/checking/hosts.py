"""An address that may lead to another host than it seems, or that is no longer the one of the text: a slip, or someone who means to be written to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.checking.sentences import of_data
from macros.mistakes import Mistake
from macros.model.base import MAIL
from macros.model.organisations import FichierOrganisations, Organisation
from macros.project import Project
from macros.words import distance

# An e-mail address or a link: what comes before its host, which is taken for that of a machine, and its host.
HOSTED = re.compile(r"([\w.+-]+@|https?://)([\w-]+(?:\.[\w-]+)+)", re.I)
SLIP = 2
WWW = "www."


def doubtful(project: Project) -> Iterator[Mistake]:
    """Yield the addresses to compare with those of the texts, then the others whose host is doubtful."""
    compared = [*unlike_its_text(project)]
    yield from compared
    places = {(mistake.file, mistake.line) for mistake in compared}
    yield from (mistake for mistake in near_hosts(project) if (mistake.file, mistake.line) not in places)


def near_hosts(project: Project) -> Iterator[Mistake]:
    """Yield the addresses whose host looks like one that the content names more often, and is no organisation's."""
    prose = [(page.file, number, line) for page in project.draft.pages.values() for number, line in enumerate(page.lines, 1)]
    found = [(file, line, match[1], match[2]) for file, line, text in (*prose, *of_data(project.draft)) for match in HOSTED.finditer(text)]
    times = Counter(bare(host) for _, _, _, host in found)
    named = {organisation.sigle.lower() for organisation in project.all(Organisation).values()}
    for file, line, before, host in found:
        known = (other for other in times if times[other] > times[bare(host)])
        if meant := next((other for other in known if looks_like(bare(host), other, named)), None):
            problem = f"le domaine de « {before}{host} » ressemble à « {meant} », que le site nomme plus souvent"
            yield Mistake(file, line, problem, f"écrivez « {before}{meant} » si c'est lui")


def bare(host: str) -> str:
    """Return the name of a host in small letters, without what says that it is one of the Web."""
    return host.lower().removeprefix(WWW)


def looks_like(host: str, other: str, named: set[str]) -> bool:
    """Tell whether a host may be taken for another one; two organisations may have names that are nearly the same."""
    first = host.partition(".")[0]
    is_another = first in named and not other.startswith(f"{first}.")
    return begins_as(host, other) or (not is_another and is_slip(host, other))


def begins_as(host: str, other: str) -> bool:
    """Tell whether the letters of a host begin with those of another one, whose owner it does not depend on (`ecole-gouv-qc.ca.exemple.com`)."""
    return letters(host).startswith(letters(other)) and not host.endswith(f".{other}")


def letters(host: str) -> str:
    """Return the letters and figures of a host."""
    return re.sub(r"[^a-z0-9]", "", host)


def is_slip(host: str, other: str) -> bool:
    """Tell whether a host may be another one mistyped: a letter apart, or two that are only added or left out."""
    own, others = Counter(host), Counter(other)
    far = distance(host, other) if abs(len(host) - len(other)) <= SLIP else SLIP + 1
    return 0 < far < SLIP or (far == SLIP and (not own - others or not others - own))


def unlike_its_text(project: Project) -> Iterator[Mistake]:
    """Yield each contact whose e-mail address is not the one that the clauses which it cites give."""
    for rank, contact in enumerate(project.draft.model(FichierOrganisations).contacts):
        cited = [project.passages[reference] for reference in (contact.article, *contact.autres_articles)]
        given = [(mail[0], passage.reference) for passage in cited for mail in MAIL.finditer(passage.markdown)]
        if contact.courriel and given and contact.courriel.lower() not in {mail.lower() for mail, _ in given}:
            problem = f"« {contact.courriel} » n'est pas l'adresse que donne l'article « {given[0][1]} » : « {given[0][0]} »"
            remedy = "comparez-les au texte adopté ; si l'adresse a changé, corrigez aussi l'article"
            yield project.draft.source(FichierOrganisations).blame(("contacts", rank, "courriel"), problem, remedy)
