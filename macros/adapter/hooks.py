"""What mkdocs-macros calls: before the pages, around each of them, and once they are built."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from macros import french_log
from macros.adapter.plugins import Anchors, Unpublished, Waiting
from macros.adapter.reports import told
from macros.adapter.theme import dress
from macros.aside import Aside
from macros.export.publication import Place, Published, publish
from macros.loading import load_known
from macros.mistakes import MistakesError
from macros.reading.markup import TOKEN, of_page
from macros.rendering import pages
from macros.rendering.catalogue import MACROS
from macros.rendering.context import Context
from macros.rendering.expansion import call
from macros.rendering.given import given
from macros.rendering.kept_pages import unpacked
from macros.rendering.pages import complete, kept_as, put_marks, site_context, to_keep, words
from macros.rendering.theme import html_title
from macros.sound import FILE as SOUND
from macros.sound import Sound

# Where pages wait, nameless, between what their words say and what the theme makes around them.
ASIDE = ".cache"


def define_env(env: Any) -> None:
    """Read the project and register the macros; with mistakes, stop the build and say them all. What is known to be sound is not checked again."""
    root = Path(env.project_dir)
    with told():
        project = load_known(root, Sound(root / SOUND), again=False)
    french_log.speak(root)
    env.site_context, env.aside = site_context(project), Aside(root / ASIDE)
    env.kept = env.site_context.kept
    env.pages, env.spoilt = [], []
    dress(env.conf, given(project, env.site_context.components, env.conf.site_url or ""), project, root)
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
        page.macro_context = pages.page_context(env.site_context, page.url, env.site_context.fragments)
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
    context, source, meta = page_context(env), env.page.file.src_uri, env.page.meta
    env.pages.append(env.page)
    put_marks(meta, context.project.draft.marks)
    # Of which the first heading is read before the macros are called: a mark is none.
    env.page.markdown = context.project.draft.marks.put(env.page.markdown)
    if "title" in vars(env.page):
        # The menu's, or that of the header.
        env.page.title = html_title(str(env.page.title))
    env.page.kept_as = kept_as(context, source, env.markdown, meta)
    env.page.kept = env.kept.get(env.page.kept_as)
    if env.page.kept:
        # Nothing is called again: what a macro wrote is no call, whatever it looks like.
        env.markdown = ""
        return
    with told():
        env.markdown = words(context, source, env.markdown, meta)


def on_post_page_macros(env: Any) -> None:
    """Complete a page whose macros were called, and keep it for the next build unless one of them failed; or take what a former one kept."""
    context, meta = page_context(env), env.page.meta
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
        env.markdown = complete(context, env.page.file.src_uri, env.markdown, meta)
    if env.page not in env.spoilt:
        env.kept.keep(env.page.kept_as, to_keep(context, env.markdown, meta))


def on_post_build(env: Any) -> None:
    """Publish the data files and finish the pages."""
    place = Place(Path(env.conf.site_dir), Path(env.conf.docs_dir), env.conf.site_url or "", env.conf.site_name)
    with told():
        publish(env.site_context, place, [published(env, page) for page in env.pages])
    env.aside.close()


def published(env: Any, page: Any) -> Published:
    """Return a page of MkDocs as what follows the pages takes it."""
    return Published(page.file.src_uri, page.file.dest_uri, page.url, page.title, page.meta, lambda: env.aside.get(page.waits))


__all__ = ["define_env", "on_post_build", "on_post_page_macros", "on_pre_page_macros"]
