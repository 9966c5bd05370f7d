"""The adapter to mkdocs-macros: the only module that knows MkDocs.

Everything else in this package is plain Python: files are read, checked and rendered without it.
"""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import click
from mkdocs.exceptions import Abort

from macros.export import calendars, json_files, pages, search
from macros.export import sheets as sheet_files
from macros.mistakes import MistakesError, annotate
from macros.model.organisations import Organisation
from macros.project import Project, load
from macros.rendering.catalogue import MACROS
from macros.rendering.clause_page import clause_page
from macros.rendering.components import Components, long_date
from macros.rendering.context import Context, build_day
from macros.typography import french, french_markdown

# Components that every page of the theme uses.
ALWAYS = ["menu", "chercher", "theme", "sommaire", "copie-lien", "imprimer"]


def define_env(env: Any) -> None:
    """Read the project and register the macros; with mistakes, stop the build and say them all."""
    project = load_or_abort(Path(env.project_dir))
    components = Components(Path(env.project_dir) / "overrides" / "composants")
    env.site_context = Context(project, components)
    organisation = full_name(project.site)
    env.conf.copyright = f"{organisation} · Édition en langage clair : les textes adoptés prévalent."
    env.conf.extra["sigle"] = project.site.sigle
    env.conf.extra["organisation"], env.conf.extra["version_du"] = organisation, long_date(build_day())
    # For what the theme renders without a page of ours: the error page.
    env.conf.extra["styles"], env.conf.extra["scripts"] = (components.assets(ALWAYS, suffix) for suffix in ("css", "js"))
    for name, function in MACROS.items():
        env.macro(partial(call, env, function), name)


def full_name(organisation: Organisation) -> str:
    """Return an organisation's name and acronym."""
    return f"{organisation.nom} ({organisation.sigle})"


def masthead(project: Project, document: str) -> dict[str, str]:
    """Return what a text says of itself on paper: who adopted it, its kind and its main date."""
    text = project.documents[document]
    main = text.dates[0]
    day = long_date(main.jour) if main.jour else main.precision
    return {"organisation": full_name(project.organisations[text.organisation]), "nature": f"{text.genre.capitalize()} · {main.quoi}\u00a0: {day}"}


def load_or_abort(root: Path) -> Project:
    """Return the project, or stop the build with the report of its mistakes."""
    try:
        return load(root)
    except MistakesError as error:
        if notes := annotate(error.mistakes):
            print(notes)
        raise Abort(str(error)) from None


def page_context(env: Any) -> Context:
    """Return the context of the page being rendered: one for each page."""
    page = env.page
    if not hasattr(page, "macro_context"):
        page.macro_context = Context(env.site_context.project, env.site_context.components, page.url)
    return page.macro_context  # type: ignore[no-any-return]


def call(env: Any, function: Any, *args: Any, **kwargs: Any) -> str:
    """Call a macro in the context of the page being rendered."""
    return str(function(page_context(env), *args, **kwargs))


def on_pre_page_macros(env: Any) -> None:
    """Turn a text's source into its page; give any other page its French typography."""
    context = page_context(env)
    folder, _, name = env.page.file.src_uri.removesuffix(".md").rpartition("/")
    if folder == "encadrements" and name in context.project.documents:
        env.markdown = clause_page(context, name)
        env.page.meta["texte"] = masthead(context.project, name)
    else:
        env.markdown = french_markdown(env.markdown)


def on_post_page_macros(env: Any) -> None:
    """Add what the page explains on demand, and tell the theme which components it uses."""
    context = page_context(env)
    if context.bubbles:
        env.markdown += "\n\n" + context.render("infobulles", bulles=context.bubbles)
    used = [*ALWAYS, *context.used]
    env.page.meta["description"] = escape(french(env.page.meta.get("description") or context.description))
    env.page.meta["styles"] = context.components.assets(used, "css")
    env.page.meta["scripts"] = context.components.assets(used, "js")


def on_post_build(env: Any) -> None:
    """Publish the data files and finish the pages."""
    site = Path(env.conf.site_dir)
    json_files.write(env.site_context, site)
    calendars.write(env.site_context, site)
    sheet_files.write(env.site_context, site, Path(env.project_dir))
    search.write(site)
    pages.finish(site, preview=previewing())


def previewing() -> bool:
    """Tell whether `mkdocs serve` runs: its live reload needs an inline script that a policy would stop."""
    command = click.get_current_context(silent=True)
    return command is not None and command.info_name == "serve"


__all__ = ["define_env", "on_post_build", "on_post_page_macros", "on_pre_page_macros"]
