"""The pages of `docs/` are prose: readable characters, a header in order, no HTML, nothing without end."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from macros.mistakes import Mistake
from macros.reading.characters import indentation
from macros.reading.draft import Draft, text_name
from macros.reading.nodes import Source, compose, parse
from macros.reading.page import Page
from macros.reading.rendered import FRONT_MATTER, HTML
from macros.words import nearest

TEMPLATES = ("accueil.html",)
KEYS = ("title", "description", "hide", "template")
TEXT = "tag:yaml.org,2002:str"
# MkDocs would take such a first line away.
SWALLOWED = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
# The attributes of a block of code between fences.
FENCE = re.compile(r"^(?:```|~~~)[^\n{]*({[^\n]*)", re.M)


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the pages' characters, headers and HTML."""
    for page in draft.pages.values():
        yield from page.mistakes
        yield from indentation(page.markdown, page.file, "quatre")
        yield from front_matter(draft, page)
        for part in (content, excess, html, braces):
            yield from part(page)


def content(page: Page) -> Iterator[Mistake]:
    """Refuse an empty page; that of a text is told with its clauses."""
    if page.readable and not page.markdown.strip() and text_name(page.file) is None:
        yield page.blame(1, "la page est vide", "écrivez-la, ou rétablissez-la à partir de l'historique du dépôt")


def front_matter(draft: Draft, page: Page) -> Iterator[Mistake]:
    """Check the YAML that opens a page."""
    if not page.markdown.startswith("---"):
        if found := SWALLOWED.match(page.markdown):
            yield page.blame(1, f"la page commence par « {found[0]} », qui serait pris pour un en-tête", "commencez-la par son titre, après un dièse")
        return
    match = FRONT_MATTER.match(page.markdown)
    if match is None:
        yield page.blame(1, "l'en-tête de la page n'est pas fermé", "ajoutez une ligne « --- » après la dernière clé de l'en-tête")
        return
    source = Source(page.file)
    parse("\n" + match[1], source)
    yield from source.mistakes
    if source.value is not None:
        told = {mistake.line for mistake in source.mistakes}
        yield from (found for found in header(draft, source, compose("\n" + match[1], Source(page.file))) if found.line not in told)


def header(draft: Draft, source: Source, node: yaml.Node | None) -> Iterator[Mistake]:
    """Check the keys of a page's header and their values."""
    if not isinstance(node, yaml.MappingNode):
        yield Mistake(source.file, 2, "l'en-tête de la page n'est pas fait de clés", "écrivez une ligne « title: » suivie du titre de la page")
        return
    for key_node, value in node.value:
        if wrong := header_key(draft, key_node.value, value):
            yield source.blame((key_node.value,), *wrong)


def header_key(draft: Draft, key: str, value: yaml.Node) -> tuple[str, str] | None:
    """Return what is wrong with a key of a page's header, or None."""
    if key not in KEYS:
        return f"la clé « {key} » est inconnue", nearest(key, KEYS)
    if key == "hide":
        right = isinstance(value, yaml.SequenceNode)
        return None if right else ("« hide » demande une liste", "écrivez par exemple « hide: [navigation, toc] »")
    if value.tag != TEXT:
        return f"« {key} » n'est pas suivi d'un texte", 'écrivez le texte sur la même ligne, entre guillemets droits "…"'
    if key == "template" and value.value not in TEMPLATES:
        return f"le modèle de page « {value.value} » n'existe pas", "supprimez cette ligne"
    return header_text(key, value.value)


def header_text(key: str, text: str) -> tuple[str, str] | None:
    """Return what is wrong with a text of a page's header, as YAML decodes it, or None."""
    if found := HTML.search(text):
        return f"« {key} » contient du HTML (« {found[0]} »)", "écrivez le texte seul, sans balise"
    return None


def excess(page: Page) -> Iterator[Mistake]:
    """Tell what keeps the page from being rendered."""
    for line, problem, remedy in page.excesses:
        yield page.blame(line, problem, remedy)


def html(page: Page) -> Iterator[Mistake]:
    """Refuse HTML: pages are prose and macro calls. Only the first tag of a line is told."""
    lines: dict[int, str] = {}
    for line, thing in page.rendered.found if page.rendered else ():
        if thing.kind == "html":
            lines.setdefault(line, thing.text)
    for line, tag in lines.items():
        yield page.blame(line, f"la page contient du HTML (« {tag} »)", "écrivez du texte, des listes et des macros seulement")


def braces(page: Page) -> Iterator[Mistake]:
    """Refuse braces that are neither a macro call nor a heading's name."""
    found = [(line, thing.text) for line, thing in (page.rendered.found if page.rendered else ()) if thing.kind == "braces"]
    found += [(page.at(match.start()), match[1]) for match in FENCE.finditer(page.markdown)]
    for line, text in found:
        yield page.blame(line, *in_braces(text))


def in_braces(text: str) -> tuple[str, str]:
    """Return what is wrong with a text in braces, and the remedy."""
    remedy = "supprimez ces accolades, ou écrivez { #nom } à la fin d'un titre pour le nommer"
    return f"des accolades se trouvent dans le texte (« {text} »)", remedy
