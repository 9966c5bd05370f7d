"""Each link of a page leads to a page, or to a clause, that exists."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from os.path import isfile

from markdown.extensions.toc import slugify

from macros.checking.register import absence_told
from macros.mistakes import Mistake
from macros.model.contradictions import FichierContradictions
from macros.reading.draft import PAGES, Draft, text_name
from macros.reading.page import Page
from macros.reading.words import closest

LINK = re.compile(r"\]\(([^)\n]*)\)|^ {0,3}\[[^\]\n]+\]:[ \t]*(\S+)|<(http://[^>\s]+)>", re.M)
ADDRESS = re.compile(r"<?([^\s<>]*)>?(?:\s+[\"'].*[\"'])?\s*")
HEADING = re.compile(r"^#{1,6}\s+(.*?)(?:\s*{ #([\w-]+) })?\s*$", re.M)
# The macros that leave a page without ids of their own; after any other, the ids are not known here.
WITHOUT_IDS = {"art", "comparatif", "matrice", "points_a_clarifier", "tableau"}
IMAGE = re.compile(r"!\[[^\]\n]*\]\(\s*<?(https?:[^)\s>]*)", re.I)
SCRIPT = re.compile(r"\b(javascript|vbscript)\s*:", re.I)
SAFE = ("https://", "mailto:", "tel:")
PATH_REMEDY = "donnez le chemin d'un fichier .md à partir de cette page"


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the links of every page."""
    for page in draft.pages.values():
        for match in LINK.finditer(page.prose):
            address = ADDRESS.fullmatch((match[1] or match[2] or match[3] or "").strip())
            wrong = destination(draft, page, address[1]) if address else ("une espace se trouve dans l'adresse d'un lien", "enlevez-la")
            if wrong:
                yield page.blame(page.at(match.start()), *wrong)
        yield from dangers(page)


def dangers(page: Page) -> Iterator[Mistake]:
    """Yield the mistakes of what would leave the site or run: images of another host, scripts as addresses."""
    for match in IMAGE.finditer(page.prose):
        yield page.blame(page.at(match.start()), f"l'image « {match[1]} » vient d'un autre site", "déposez l'image dans docs/ et donnez son chemin")
    told = {page.at(match.start()) for match in LINK.finditer(page.prose)}
    for match in SCRIPT.finditer(page.prose):
        if page.at(match.start()) not in told:
            yield page.blame(page.at(match.start()), f"« {match[0]} » n'est pas une adresse permise", "enlevez ce lien")


def destination(draft: Draft, page: Page, address: str) -> tuple[str, str] | None:
    """Return what is wrong with the address of a link, or None."""
    if address.startswith(SAFE):
        return None
    if not address:
        return "le lien n'a pas d'adresse", "écrivez l'adresse entre les parenthèses, sans espace"
    if address.startswith("http:"):
        return f"le lien « {address} » n'est pas sécurisé", "écrivez une adresse qui commence par https://"
    if re.match(r"[\w+.-]+:", address):
        return f"le lien « {address} » ne mène à aucune page", "écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"
    return within(draft, page, address)


def within(draft: Draft, page: Page, address: str) -> tuple[str, str] | None:
    """Return what is wrong with a link to another page of the site, or None."""
    path, _, fragment = address.partition("#")
    folder = posixpath.dirname(page.file)
    file = posixpath.normpath(posixpath.join(folder, path)) if path else page.file
    if file in draft.pages:
        return anchor(draft, draft.pages[file], fragment) if fragment else None
    if absence_told(draft, file) or (file.startswith(f"{PAGES}/") and isfile(draft.root / file)):
        return None
    meant = closest(file, list(draft.pages))
    return f"le lien « {address} » ne mène à aucune page", f"écrivez « {posixpath.relpath(meant, folder)} »" if meant else PATH_REMEDY


def anchor(draft: Draft, page: Page, fragment: str) -> tuple[str, str] | None:
    """Return what is wrong with the anchor of a link to a page, or None."""
    anchors = anchors_of(draft, page)
    if anchors is None or fragment in anchors:
        return None
    return f"l'ancre « #{fragment} » n'existe pas dans {page.file}", anchor_remedy(fragment, anchors)


def anchor_remedy(fragment: str, anchors: list[str]) -> str:
    """Return the remedy for an anchor that does not exist: the nearest one, or some that do."""
    if meant := closest(fragment, anchors):
        return f"écrivez « #{meant} »"
    return "écrivez l'une de celles-ci : " + ", ".join(f"#{a}" for a in anchors[:12]) if anchors else "enlevez-la de l'adresse"


def anchors_of(draft: Draft, page: Page) -> list[str] | None:
    """Return the anchors of a page, or None if they cannot be known before it is made."""
    if name := text_name(page.file):
        text = draft.texts.get(name)
        return [p.anchor for p in draft.passages.values() if p.clause.document == name] if text and not text.unsure else None
    macros = set(re.findall(r"{{ *(\w+)", page.markdown))
    points = draft.found(FichierContradictions)
    if not macros <= WITHOUT_IDS or ("points_a_clarifier" in macros and points is None):
        return None
    headings = [id_ or slugify(re.sub(r"\]\([^)]*\)", "", title), "-") for title, id_ in HEADING.findall(page.markdown)]
    return headings + ([str(c.id) for c in points.contradictions] if points and "points_a_clarifier" in macros else [])
