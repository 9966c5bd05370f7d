"""What mkdocs-macros calls: before the pages, around each of them, and once they are built."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros import french_log
from macros.adapter.plugins import Anchors, Unpublished, Waiting
from macros.adapter.reports import told
from macros.adapter.theme import dress
from macros.aside import Aside, Lazy
from macros.components import Components
from macros.export import calendars, colours, feed, helper, index, json_files, pages, search, trace_table
from macros.export import sheets as sheet_files
from macros.kept import Kept, fingerprint
from macros.loading import load_known
from macros.mistakes import MistakesError
from macros.reading.marks import Marks
from macros.reading.markup import TOKEN, of_page
from macros.rendering.catalogue import MACROS
from macros.rendering.clause_page import clause_page, masthead
from macros.rendering.context import Context
from macros.rendering.editing import edit_address, home_of
from macros.rendering.expansion import call
from macros.rendering.kept_pages import packed, unpacked
from macros.rendering.theme import holds_names, html_title, print_style
from macros.sound import FILE as SOUND
from macros.sound import Sound
from macros.typography import french, french_markdown

# What every page of the theme uses, and nearly every page.
ALWAYS = ["cadre", "modifier"]
# For what the theme renders without a page of ours.
ERROR_PAGE = [*ALWAYS, "introuvable"]
# The templates of the components as they were compiled.
COMPILED = ".cache/composants"
# Where pages wait, nameless, between what their words say and what the theme makes around them.
ASIDE = ".cache"
# What is made of the pages, for the next build.
KEPT = ".cache/pages.sqlite"
# What a page gains in its header.
GAINED = ("texte", "description", "styles", "scripts")


def define_env(env: Any) -> None:
    """Read the project and register the macros; with mistakes, stop the build and say them all. What is known to be sound is not checked again."""
    root = Path(env.project_dir)
    with told():
        project = load_known(root, Sound(root / SOUND), again=False)
    french_log.speak(root)
    components = Components(root / "overrides" / "composants", root / COMPILED)
    env.kept, env.aside = Kept(root / KEPT), Aside(root / ASIDE)
    env.site_context = Context(project, components, kept=env.kept)
    env.pages, env.spoilt = [], []
    dress(env.conf, project, root)
    env.conf.extra.update(styles=components.assets(ERROR_PAGE, "css"), scripts=components.assets(ERROR_PAGE, "js"))
    plug(env)
    for name, function in MACROS.items():
        env.macro(partial(call_here, env, function), name)


def plug(env: Any) -> None:
    """Give MkDocs our plugins, and the extensions of the pages: their one home is not mkdocs.yml, since they are what makes a page safe."""
    fragments = env.site_context.fragments
    env.conf.markdown_extensions, env.conf.mdx_configs = of_page(fragments), {}
    env.conf.plugins["ancres"], env.conf.plugins["composants"] = Anchors(), Unpublished(env.conf.theme["favicon"])
    env.conf.plugins["attente"] = Waiting(env.aside, fragments)


def page_context(env: Any) -> Context:
    """Return the context of the page being rendered: one for each page."""
    page = env.page
    if not hasattr(page, "macro_context"):
        site = env.site_context
        page.macro_context = Context(site.project, site.components, page.url, site.today, fragments=site.fragments, kept=site.kept)
    return page.macro_context  # type: ignore[no-any-return]


def call_here(env: Any, function: Any, *args: Any, **kwargs: Any) -> str:
    """Call a macro in the context of the page being rendered; what is wrong in a template is told, and shown in its place."""
    context = page_context(env)
    try:
        return call(context, function, *args, **kwargs)
    except MistakesError as error:
        env.spoilt.append(env.page)
        french_log.warn(error.mistakes)
        return context.text(str(error))
    except Exception:
        env.spoilt.append(env.page)
        raise


def on_pre_page_macros(env: Any) -> None:
    """Turn a text's source into its page; give any other page its French typography."""
    context = page_context(env)
    env.pages.append(env.page)
    name_page(env.page, context.project.draft.marks)
    env.page.kept_as = kept_as(env)
    env.page.kept = env.kept.get(env.page.kept_as)
    if env.page.kept:
        # Nothing is called again: what a macro wrote is no call, whatever it looks like.
        env.markdown = ""
        return
    folder, _, name = env.page.file.src_uri.removesuffix(".md").rpartition("/")
    if folder == "encadrements" and name in context.project.documents:
        with told():
            env.markdown = clause_page(context, name)
        env.page.meta["texte"] = masthead(context.project, name)
    else:
        env.markdown = french_markdown(context.fragments.clean(context.project.draft.marks.put(env.markdown)))


def name_page(page: Any, marks: Marks) -> None:
    """Put the marks of the page's header in place, and make HTML of the title that it or the menu gives, as the title of a heading is."""
    page.meta |= {key: marks.put(value) for key, value in page.meta.items() if isinstance(value, str)}
    if "title" in vars(page):
        page.title = html_title(str(page.title))
    if "title" in page.meta:
        page.meta["title"] = html_title(str(page.meta["title"]))


def on_post_page_macros(env: Any) -> None:
    """Complete a page whose macros were called, and keep it for the next build unless one of them failed; or take what a former one kept."""
    context = page_context(env)
    if TOKEN.search(env.page.title or ""):
        # A first heading that calls a macro: the title will be that of the rendered page.
        del env.page.title
    former = vars(env.page).pop("kept")
    del env.page.macro_context
    if former:
        env.markdown = unpacked(former, context.fragments)
        env.page.meta |= former["meta"]
        return
    with told():
        complete(env, context)
    if env.page not in env.spoilt:
        gained = {key: env.page.meta[key] for key in GAINED if key in env.page.meta}
        env.kept.keep(env.page.kept_as, packed(env.markdown, context.fragments, gained))


def kept_as(env: Any) -> str:
    """Return the fingerprint of all that a page is made from, its own words included."""
    header = json.dumps(env.page.meta, default=str, sort_keys=True)
    return fingerprint(["page", env.site_context.materials, env.page.url, env.page.file.src_uri, header, env.markdown])


def complete(env: Any, context: Context) -> None:
    """Add what a page explains on demand and where it is changed; note in its header what the theme needs to know of it."""
    if context.bubbles:
        env.markdown = context.markdown(env.markdown, context.render("infobulles", bulles=context.bubbles))
    if address := edit_address(context.project, home_of(f"docs/{env.page.file.src_uri}")):
        env.markdown = context.markdown(env.markdown, context.render("modifier", adresse=address))
    used = [*ALWAYS, *context.used]
    env.page.meta["description"] = french(env.page.meta.get("description") or context.description)
    env.page.meta["styles"] = context.components.assets(used, "css")
    env.page.meta["scripts"] = context.components.assets(used, "js")


def on_post_build(env: Any) -> None:
    """Publish the data files and finish the pages."""
    site, base = Path(env.conf.site_dir), env.conf.site_url or ""
    with told():
        json_files.write(env.site_context, site)
        trace_table.write(env.site_context, site)
        calendars.write(env.site_context, site, base)
        feed.write(env.site_context, site, base)
        sheet_files.write(env.site_context, site, Path(env.project_dir))
        search.write(env.site_context, site, searched(env))
        helper.write(env.site_context, site)
        colours.write(env.site_context.project, site)
        pages.finish(site, Path(env.conf.docs_dir), origins(env), unquote(urlsplit(base or "/").path) or "/", env.kept)
        env.kept.write()
    env.aside.close()


def searched(env: Any) -> Iterator[list[Any]]:
    """Yield the sections of the pages, as the search takes them."""
    for page in env.pages:
        known = [page.url, unescape(str(page.meta.get("title", page.title))), env.aside.get(page.waits)]
        first, *others = env.kept.of(["index", *known], partial(index.entries, *known))
        # What else a page is looked for by, as its header says it.
        yield [*first, page.meta["recherche"]] if "recherche" in page.meta else first
        yield from others


def origins(env: Any) -> Mapping[str, pages.Origin]:
    """Return where each page of the site comes from, by its file, each found when it is asked for."""
    draft = env.site_context.project.draft
    of_page = {page.file: page.markdown for page in draft.pages.values()}
    others = Lazy([*draft.sources, *of_page], lambda file: of_page[file] if file in of_page else (draft.root / file).read_text(encoding="utf-8-sig"))
    published = {page.file.dest_uri: page for page in env.pages}
    error = pages.Origin("", "", "", "overrides/404.html", print_style(env.conf.site_name, None))
    return Lazy([*published, "404.html"], lambda name: origin(env, published[name], others) if name in published else error)


def origin(env: Any, page: Any, others: Mapping[str, str]) -> pages.Origin:
    """Return where a page comes from; `others` are the texts that it may quote, by file."""
    source = env.site_context.project.draft.pages[f"docs/{page.file.src_uri}"]
    template = f"overrides/{page.meta.get('template', 'main.html')}"
    style = print_style(env.conf.site_name, page)
    return pages.Origin(source.file, source.markdown, env.aside.get(page.waits), template, style, asks=not holds_names(page.url), others=others)


__all__ = ["define_env", "on_post_build", "on_post_page_macros", "on_pre_page_macros"]
