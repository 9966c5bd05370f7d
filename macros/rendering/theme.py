"""What the theme's templates print: text, always escaped, under one title for each page.

MkDocs calls « title » a text that is HTML when a heading gives it, plain when the menu or a page's header does. `html_title`
makes HTML of the latter, so that a page's title is always HTML, and `plain_title` gives back the one text that all templates print.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from macros.components import silent
from macros.typography import french

# A sheet and the class page, where names are written, are below the list of the letters and forms.
LETTERS = "modeles/"
NOT_PLAIN = re.compile(r"[^\w .,;:!?’()«»–—·\u00a0\u202f-]")


def escaping(environment: Environment, site_name: str) -> Environment:
    """Make an environment escape all that its templates print, and give them what they need to name a page."""
    environment.autoescape = True
    environment.filters["titre"] = plain_title
    environment.filters["texte"] = unescape
    environment.filters["dessins_muets"] = silent
    environment.tests["avec_noms"] = holds_names
    environment.globals["style_impression"] = lambda page: Markup(print_style(site_name, page))  # noqa: S704
    return environment


def html_title(text: str) -> str:
    """Return a plain title as HTML; no brace is left, since the macros read one as a call."""
    return escape(french(text)).replace("{", "&#123;")


def plain_title(item: Any) -> str:
    """Return the plain title of a page, of a heading of its contents, of a section of the menu."""
    plain = getattr(item, "is_section", False) or getattr(item, "is_link", False)
    # Python-Markdown makes single ordinary spaces of all those of a heading.
    return french(str(item.title) if plain else unescape(str(item.title)))


def holds_names(address: str) -> bool:
    """Tell whether names are written on the page at an address counted from the site's root."""
    return address.startswith(LETTERS) and address != LETTERS


def print_style(site_name: str, page: Any) -> str:
    """Return the style that heads a page on paper with its title; `page` is None for the error page. A sheet is of its sender, not of the site."""
    parts = [site_name] if page is None or not page.url else [plain_title(page), site_name][: 1 if holds_names(page.url) else 2]
    return f'@page {{ @top-left {{ content: "{css_text(" · ".join(parts))}"; }} }}'


def css_text(text: str) -> str:
    """Return a text on one line as the inside of a CSS string, in letters that mean nothing in CSS or HTML."""
    return NOT_PLAIN.sub(lambda m: f"\\{ord(m[0]):x} ", re.sub(r"[ \t\r\n\f]+", " ", text))
