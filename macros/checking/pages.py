"""The pages of `docs/` are prose: readable characters, a header in order, no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from macros.mistakes import Mistake
from macros.model.base import HTML
from macros.reading.characters import indentation
from macros.reading.draft import Draft, text_name
from macros.reading.nodes import Source, compose, parse
from macros.reading.page import Page
from macros.reading.words import nearest

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.S)
TEMPLATES = ("accueil.html",)
KEYS = ("title", "description", "hide", "template")
TEXT = "tag:yaml.org,2002:str"
# MkDocs would take such a first line away.
SWALLOWED = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
ATTRIBUTES = re.compile(r"(?<!{){(?![{%#])(?! #[\w-]+ })[^{}\n]*}(?!})|{#")


def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the pages' characters, headers and HTML."""
    for page in draft.pages.values():
        yield from page.mistakes
        yield from indentation(page.markdown, page.file, "quatre")
        yield from front_matter(draft, page)
        for part in (content, html, braces):
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
    yield from source.mistakes or header(draft, source, compose("\n" + match[1], source))


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
    return None


def html(page: Page) -> Iterator[Mistake]:
    """Refuse HTML: pages are prose and macro calls."""
    lines = {page.at(match.start()): match[0] for match in reversed(list(HTML.finditer(page.prose))) if not match[0].startswith("<http:")}
    for line, tag in lines.items():
        yield page.blame(line, f"la page contient du HTML (« {tag} »)", "écrivez du texte, des listes et des macros seulement")


def braces(page: Page) -> Iterator[Mistake]:
    """Refuse braces that are neither a macro call nor a heading's name."""
    for match in ATTRIBUTES.finditer(page.prose):
        remedy = "supprimez ces accolades, ou écrivez { #nom } à la fin d'un titre pour le nommer"
        yield page.blame(page.at(match.start()), f"des accolades se trouvent dans le texte (« {match[0]} »)", remedy)
