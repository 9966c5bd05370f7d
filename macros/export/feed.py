"""The Atom feed of the notices, `avis.xml`: what a reader follows to be told of the changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from macros.clauses.names import name_of
from macros.days import long_date
from macros.model.avis import Avis
from macros.project import Project
from macros.rendering.context import Context
from macros.rendering.notice_macros import FEED, PAGE

ATOM = "http://www.w3.org/2005/Atom"
TITLE = "Avis de modification des textes"
# Without a notice, the feed was last changed the day when the texts were: that of none.
NEVER = "1970-01-01T00:00:00+00:00"


def write(context: Context, site: Path, base: str = "") -> Path:
    """Write the feed below the built site's folder and return its path; `base` is the address of the site, if it is known."""
    path = site / FEED
    path.write_bytes(feed(context.project, base))
    return path


def feed(project: Project, base: str = "") -> bytes:
    """Return the feed: an entry for each notice, the most recent first; addresses are whole if that of the site is known, or relative to it."""
    notices = sorted(project.all(Avis).values(), key=lambda notice: notice.publie_le, reverse=True)
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "fr-CA"})
    add(root, "id", urn(project, ""))
    add(root, "title", f"{TITLE} ({project.site.sigle})")
    add(root, "updated", max((moment(notice.said_on) for notice in notices), default=NEVER))
    SubElement(root, "link", {"rel": "self", "href": f"{base}{FEED}"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{PAGE}"})
    add(SubElement(root, "author"), "name", project.site.nom)
    for notice in notices:
        entry(root, project, notice, base)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def entry(root: Element, project: Project, notice: Avis, base: str) -> None:
    """Add the entry of a notice."""
    one = SubElement(root, "entry")
    add(one, "id", urn(project, notice.id))
    add(one, "title", notice.objet)
    add(one, "published", moment(notice.publie_le))
    add(one, "updated", moment(notice.said_on))
    SubElement(one, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{PAGE}#{notice.id}"})
    named = ", ".join(name_of(project.passages[changed.article]) for changed in notice.articles)
    title = project.documents[notice.encadrement].titre
    corrected = f"Avis corrigé le {long_date(notice.corrige_le)}. " if notice.corrige_le else ""
    add(one, "summary", f"{corrected}{title}\u00a0: {named}. En vigueur le {long_date(notice.en_vigueur)}. {notice.texte}")


def add(parent: Element, name: str, text: str) -> None:
    """Add an element that holds a text."""
    SubElement(parent, name).text = text


def urn(project: Project, id_: str) -> str:
    """Return what names the feed or a notice for ever, wherever the site is published."""
    return uuid5(NAMESPACE_URL, f"{project.site.id}/{FEED}#{id_}").urn


def moment(day: date) -> str:
    """Return a day as Atom writes it: at noon, which is of that day in Quebec too."""
    return datetime.combine(day, time(12), UTC).isoformat()
