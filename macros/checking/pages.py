"""The pages of `docs/` are prose: readable characters, no HTML, nothing without end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.runner import checks
from macros.mistakes import Mistake
from macros.reading.characters import indentation
from macros.reading.draft import Draft, text_name
from macros.reading.page import Page
from macros.reading.rendered import CALLED

# An address without its beginning.
HOST = re.compile(r"<((?:www\.|[\w-]+\.(?:ca|com|org|net|qc\.ca)\b)[^\s<>]*)>")
# A macro or a mark with a brace on each side.
SINGLE = re.compile(r"{ *[^\W\d_]\w*(?: *\(| [\w-]+ *}| *})")
DOUBLED = "écrivez deux accolades de chaque côté si c'est une macro ou une marque ; sinon, supprimez-les"
# The attributes of a block of code between fences.
FENCE = re.compile(r"^(?:```|~~~)[^\n{]*({[^\n]*)", re.M)


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield the mistakes of the pages' characters and HTML."""
    for page in draft.pages.values():
        yield from page.mistakes
        yield from indentation(page.markdown, page.file, "quatre")
        for part in (excess, html, braces):
            yield from part(page)


@checks
def content(draft: Draft) -> Iterator[Mistake]:
    """Refuse an empty page; that of a text is told with its clauses."""
    for page in draft.legible.values():
        if not page.markdown.strip() and text_name(page.file) is None:
            yield page.blame(1, "la page est vide", "écrivez-la, ou rétablissez-la à partir de l'historique du dépôt")


def excess(page: Page) -> Iterator[Mistake]:
    """Tell what keeps the page from being rendered."""
    for line, problem, remedy in page.excesses:
        yield page.blame(line, problem, remedy)


def html(page: Page) -> Iterator[Mistake]:
    """Refuse HTML: pages are prose and macro calls. Only the first tag of a line is told."""
    lines: dict[int, str] = {}
    for line, thing in page.findings:
        if thing.kind == "html":
            lines.setdefault(line, thing.text)
    for line, tag in lines.items():
        yield page.blame(line, *in_tag(tag))


def in_tag(tag: str) -> tuple[str, str]:
    """Return what is wrong with a text between angle brackets, and the remedy: an address lacks its beginning, the rest is HTML."""
    if host := HOST.fullmatch(tag):
        return f"« {tag} » n'est pas une adresse complète", f"écrivez <https://{host[1]}>"
    return f"la page contient du HTML (« {tag} »)", "écrivez du texte, des listes et des macros seulement"


def braces(page: Page) -> Iterator[Mistake]:
    """Refuse braces that are neither a macro call nor a heading's name."""
    found = [(line, thing.text) for line, thing in page.findings if thing.kind == "braces"]
    found += [(page.at(match.start()), match[1]) for match in FENCE.finditer(page.markdown)]
    for line, text in found:
        yield page.blame(line, *in_braces(text))


def in_braces(text: str) -> tuple[str, str]:
    """Return what is wrong with a text in braces, and the remedy."""
    shown = text.replace(CALLED, "{{ … }}")
    remedy = "supprimez ces accolades, ou écrivez { #nom } à la fin d'un titre pour le nommer"
    return f"des accolades se trouvent dans le texte (« {shown} »)", DOUBLED if SINGLE.match(text) else remedy
