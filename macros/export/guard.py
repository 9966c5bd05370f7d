"""What no built page may hold: a script that is not ours, what loads or sends anything elsewhere, what acts by itself.

This is the last look: it reads the pages as they are published, wherever their words come from.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from urllib.parse import unquote, urlsplit

from macros.export.tags import Tag, tags
from macros.mistakes import Mistake, MistakesError
from macros.reading.markup import HEADINGS

# All that the theme, the components and Markdown write: what is not here is refused.
ELEMENT_NAMES = """
html head body meta link title style script template noscript
header footer main nav section article aside div p h1 h2 h3 h4 h5 h6 hr br blockquote pre figure figcaption
ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td details summary dialog
a span strong em b i u s small sub sup code kbd abbr cite q dfn mark del ins time wbr img
form fieldset legend label input button select option optgroup datalist textarea output progress
svg g defs path line rect circle polyline polygon text use
"""
ATTRIBUTE_NAMES = """
id class title lang dir hidden tabindex role translate spellcheck autocapitalize enterkeyhint open
charset name content media rel href src alt width height type datetime download
scope align colspan rowspan span start reversed value for list min max step maxlength minlength rows cols size
accept multiple required checked disabled selected readonly placeholder autocomplete novalidate method label
d x y x1 x2 y1 y2 rx ry r cx cy points fill viewbox xmlns text-anchor defer
as crossorigin
"""
ELEMENTS, ATTRIBUTES = (frozenset(names.split()) for names in (ELEMENT_NAMES, ATTRIBUTE_NAMES))
# Elements that a page could bring by mistake: an editor is told what to do instead.
INSTEAD = {
    "iframe": "donnez un lien vers ce qu'il montrait",
    "object": "donnez un lien vers ce qu'il montrait",
    "embed": "donnez un lien vers ce qu'il montrait",
    "video": "donnez un lien vers la vidéo",
    "audio": "donnez un lien vers le son",
}
# Attributes whose value is an address that the browser follows by itself; those of a link wait for the reader.
LOADED = {"src", "href"}
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
FOLLOWED = ("https:", "mailto:", "tel:")
# Browsers drop these from an address, or read the last as a slash.
ODD = re.compile(r"[\x00-\x20\x7f\\]")
REMOVE = "enlevez-le"


@dataclass(frozen=True)
class Offence:
    """Something that a page may not hold: where it starts, what to look for in the source, a problem and a remedy in French."""

    at: int
    needle: str
    problem: str
    remedy: str


@dataclass(frozen=True)
class Rules:
    """What differs from a page to another: its file in the site, the scripts that are ours, its one style, the site's root in addresses, decoded."""

    page: str
    scripts: frozenset[str]
    style: str
    root: str = "/"


def offences(html: str, rules: Rules) -> Iterator[Offence]:
    """Yield what a page may not hold, in its order."""
    styles, ids = 0, set[str]()
    for tag in tags(html):
        if is_plain(tag.name, tag.source):
            continue
        styles += tag.name == "style"
        yield from named_again(tag, ids)
        yield from unreadable(tag) or element(tag, rules, first_style=styles == 1) or attributes(tag)


@cache
def is_plain(name: str, source: str) -> bool:
    """Tell whether a tag is one that any page may hold, wherever it stands: most are, and come back on every page."""
    known = name.removeprefix("/") in ELEMENTS and name not in ("script", "style")
    return known and " id=" not in source and not wrong_attributes(source)


def check(html: str, place: str, template: str) -> None:
    """Look at what a script will put in a page, which has no script of its own. Raises MistakesError, at a template, with what no page may hold."""
    refused = [Mistake(template, 1, found.problem, found.remedy) for found in offences(html, Rules(place, frozenset(), ""))]
    if refused:
        raise MistakesError(refused)


def named_again(tag: Tag, ids: set[str]) -> list[Offence]:
    """Refuse an id that an element before has: a script or a label would take one for the other. Adds it to those that are there."""
    id_ = tag.get("id") if " id=" in tag.source else None
    if id_ is None or id_ not in ids:
        ids |= {id_} if id_ else set()
        return []
    # A heading without a name of its own is found by its words.
    words = unescape(tag.text).strip() if tag.name in HEADINGS else ""
    return [
        Offence(
            tag.at,
            words or id_,
            f"le nom « {id_} » est déjà celui d'une autre partie de la page",
            "donnez au titre un autre nom, par { #nom } à sa fin",
        )
    ]


def unreadable(tag: Tag) -> list[Offence]:
    """Refuse what is not a tag: a comment, a bracket, a tag that is cut."""
    if tag.name:
        return []
    start = tag.source[:40].strip()
    return [Offence(tag.at, start, f"« {start} » ne peut pas être lu comme une balise", "enlevez le signe « < », ou le commentaire")]


def element(tag: Tag, rules: Rules, *, first_style: bool) -> list[Offence]:
    """Refuse an element that is not known, a script that is not ours, a style that is not the page's own."""
    name = tag.name.removeprefix("/")
    if name not in ELEMENTS:
        return [] if tag.name.startswith("/") else [offence(tag, f"l'élément « <{name}> » n'est pas permis dans une page", INSTEAD.get(name, REMOVE))]
    if tag.name == "script":
        return script(tag, rules)
    if tag.name == "style" and not (first_style and tag.text == rules.style and tag.source == '<style media="print">'):
        return [offence(tag, "une feuille de style est écrite dans la page", "enlevez-la")]
    return []


def script(tag: Tag, rules: Rules) -> list[Offence]:
    """Refuse a script, unless it is a file of ours or a block of data."""
    address = tag.get("src")
    if address is None:
        data = tag.get("type") == "application/json"
        return [] if data else [offence(tag, "un script est écrit dans la page", REMOVE)]
    if tag.text.strip() or located(address, rules) not in rules.scripts:
        return [offence(tag, f"le script « {address} » n'est pas un fichier du site", REMOVE, address)]
    return []


def located(address: str, rules: Rules) -> str:
    """Return the file of the site that an address leads to, from the page; empty if it leaves the site."""
    if ODD.search(address) or not address.isascii():
        return ""
    here = posixpath.join(rules.root, rules.page)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(urlsplit(address).path)))
    local = not SCHEME.match(address) and not address.startswith("//") and path.startswith(rules.root)
    return path.removeprefix(rules.root) if local else ""


def attributes(tag: Tag) -> list[Offence]:
    """Refuse attributes that act by themselves, and addresses that leave the site without a reader's will."""
    return [offence(tag, *wrong) for wrong in wrong_attributes(tag.source)]


def wrong_attributes(source: str) -> tuple[tuple[str, str, str], ...]:
    """Return what is wrong with the attributes of a tag, and what to look for in the source."""
    tag = Tag(0, "", source)
    element = source[1:].split(maxsplit=1)[0].lower()
    found = ((attribute(element, name, value, tag), value or name) for name, value in tag.attributes)
    return tuple((*wrong, needle) for wrong, needle in found if wrong)


def attribute(element: str, name: str, value: str, tag: Tag) -> tuple[str, str] | None:
    """Return what is wrong with an attribute, or None."""
    if name in LOADED:
        canonical = element == "link" and tag.get("rel") == "canonical"
        return None if canonical else address_error(element, value)
    if name.startswith(("data-", "aria-")) or name in ATTRIBUTES:
        return None
    if name == "http-equiv":
        return f"la page donne un ordre au navigateur (« {name}={value} »)", REMOVE
    if name in ("action", "formaction"):
        return f"un formulaire enverrait ce qu'on y écrit (« {name}={value} »)", REMOVE
    return f"l'attribut « {name} » n'est pas permis dans une page", REMOVE


def address_error(element: str, address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address, or None: links may leave the site, what a page loads may not."""
    scheme = SCHEME.match(address)
    followed = element == "a" and scheme and scheme[0].lower() in FOLLOWED
    if not ODD.search(address) and (followed or not (scheme or address.startswith("//"))):
        return None
    if element == "img":
        return f"l'image « {address} » ne vient pas du site", "déposez l'image dans docs/ et donnez son chemin"
    return f"l'adresse « {address} » n'est pas permise", "écrivez une adresse qui commence par https://, ou le chemin d'un fichier .md"


def offence(tag: Tag, problem: str, remedy: str, needle: str = "") -> Offence:
    """Return what is wrong with a tag; without anything better to look for, the source holds its name."""
    return Offence(tag.at, needle or f"<{tag.name}", problem, remedy)


def links(html: str) -> list[str]:
    """Return the addresses of other hosts that a page links to, in its order."""
    found: Iterable[str | None] = (tag.get("href") for tag in tags(html) if tag.name == "a")
    return [address for address in found if address and urlsplit(address).netloc]
