"""A page of `docs/`, whichever engine builds it: its words before its macros are called, what it gains once they are."""

from __future__ import annotations

import json
from typing import Any

from macros.components import Components
from macros.kept import Kept, fingerprint
from macros.project import Project
from macros.reading.characters import composed
from macros.reading.marks import Marks
from macros.reading.markup import Fragments
from macros.rendering.clause_page import clause_page, masthead
from macros.rendering.context import Context
from macros.rendering.editing import edit_address, home_of
from macros.rendering.expansion import called
from macros.rendering.kept_pages import KeptPage, packed, unpacked
from macros.rendering.theme import html_title
from macros.typography import french, french_markdown

# What every page of the theme uses, and nearly every page.
ALWAYS = ["cadre", "modifier"]
# For what the theme renders without a page of ours.
ERROR_PAGE = [*ALWAYS, "introuvable"]
# The templates of the components as they were compiled; what is made of the pages, for the next build.
COMPILED, KEPT = ".cache/composants", ".cache/pages.sqlite"
# What a page gains in its header.
GAINED = ("texte", "description", "styles", "scripts")


def site_context(project: Project) -> Context:
    """Return the context of the site that is built of a project, with what builds of it keep."""
    root = project.draft.root
    return Context(project, Components(root / "overrides" / "composants", root / COMPILED), kept=Kept(root / KEPT))


def page_context(site: Context, page: str, fragments: Fragments) -> Context:
    """Return the context of a page of a site, by its address, with what its own HTML waits in."""
    return Context(site.project, site.components, page, site.today, fragments=fragments, kept=site.kept, site=site)


def put_marks(meta: dict[str, Any], marks: Marks) -> None:
    """Put the marks and the accents of a page's header in place, and make HTML of the title that it gives, as the title of a heading is."""
    meta |= {key: marks.put(composed(value)) for key, value in meta.items() if isinstance(value, str)}
    if "title" in meta:
        meta["title"] = html_title(str(meta["title"]))


def words(context: Context, source: str, markdown: str, meta: dict[str, Any]) -> str:
    """Return what the macros of a page are called in: the page that a text's source becomes, any other with its French typography.

    `source` is its file from `docs/`. Raises MistakesError.
    """
    folder, _, name = source.removesuffix(".md").rpartition("/")
    if folder == "encadrements" and name in context.project.documents:
        markdown = clause_page(context, name)
        meta["texte"] = masthead(context.project, name)
        return markdown
    return french_markdown(context.fragments.clean(context.project.draft.marks.put(composed(markdown))))


def complete(context: Context, source: str, markdown: str, meta: dict[str, Any]) -> str:
    """Return a page whose macros were called with what it explains on demand and where it is changed.

    What the theme needs to know of it is noted in its header. Raises MistakesError.
    """
    if context.bubbles:
        markdown = context.markdown(markdown, context.render("infobulles", bulles=context.bubbles))
    if address := edit_address(context.project, home_of(f"docs/{source}")):
        markdown = context.markdown(markdown, context.render("modifier", adresse=address))
    used = [*ALWAYS, *context.used]
    meta["description"] = french(meta.get("description") or context.description)
    meta["styles"] = context.components.assets(used, "css")
    meta["scripts"] = context.components.assets(used, "js")
    return markdown


def kept_as(context: Context, source: str, markdown: str, meta: dict[str, Any]) -> str:
    """Return the fingerprint of all that a page is made from, its own words included."""
    header = json.dumps(meta, default=str, sort_keys=True)
    return fingerprint(["page", context.materials, context.page, source, header, markdown])


def made(context: Context, source: str, markdown: str, meta: dict[str, Any]) -> str:
    """Return a page once its macros are called, as a former build kept it or for the next one. Raises MistakesError."""
    key, kept = kept_as(context, source, markdown, meta), context.kept or Kept()
    if former := kept.get(key):
        meta |= former["meta"]
        return unpacked(former, context.fragments)
    page = complete(context, source, called(context, words(context, source, markdown, meta)), meta)
    kept.keep(key, to_keep(context, page, meta))
    return page


def to_keep(context: Context, markdown: str, meta: dict[str, Any]) -> KeptPage:
    """Return what the next build takes of a page that is complete."""
    return packed(markdown, context.fragments, {key: meta[key] for key in GAINED if key in meta})
