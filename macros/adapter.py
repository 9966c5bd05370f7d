"""The adapter to mkdocs-macros: the only module that knows MkDocs.

Everything else in this package is plain Python: files are read, checked and rendered without it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, Template
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from macros import french_log, template_errors
from macros.aside import Aside, Lazy
from macros.components import Components, compiled
from macros.days import long_date
from macros.export import calendars, colours, feed, helper, index, json_files, pages, search, trace_table
from macros.export import sheets as sheet_files
from macros.kept import Kept, fingerprint
from macros.loading import load
from macros.mistakes import MistakesError, annotate
from macros.model.organisations import FichierOrganisations
from macros.project import Project
from macros.reading.marks import Marks
from macros.reading.markup import TOKEN, Fragments, of_page
from macros.rendering.catalogue import MACROS
from macros.rendering.clause_page import clause_page
from macros.rendering.context import Context, build_day
from macros.rendering.editing import edit_address, home_of
from macros.rendering.expansion import call
from macros.rendering.kept_pages import packed, unpacked
from macros.rendering.platform_macros import address
from macros.rendering.theme import escaping, holds_names, html_title, print_style
from macros.typography import french, french_markdown

ID = re.compile(r'<[^<>]* id="([^"]*)"')
# What every page of the theme uses.
ALWAYS = ["cadre"]
# Templates as they were compiled, those of the components and those of the theme.
COMPILED, COMPILED_THEME = ".cache/composants", ".cache/theme"
# Where pages wait, nameless, between what their words say and what the theme makes around them.
ASIDE = ".cache"
# What is made of the pages, for the next build.
KEPT = ".cache/pages.sqlite"
# What a page gains in its header.
GAINED = ("texte", "description", "styles", "scripts")
# Our templates of the theme.
OVERRIDES = Path(__file__).resolve().parent.parent / "overrides"
# The theme's logos; that of a site whose organisation names none.
LOGOS, LOGO = "assets/site/", "assets/site/logo.svg"


def define_env(env: Any) -> None:
    """Read the project and register the macros; with mistakes, stop the build and say them all."""
    with told():
        project = load(Path(env.project_dir))
    french_log.speak(Path(env.project_dir))
    components = Components(Path(env.project_dir) / "overrides" / "composants", Path(env.project_dir) / COMPILED)
    env.kept = Kept(Path(env.project_dir) / KEPT)
    env.site_context = Context(project, components, kept=env.kept)
    identify(env.conf, project.draft.model(FichierOrganisations))
    env.pages, env.spoilt = [], []
    env.aside = Aside(Path(env.project_dir) / ASIDE)
    env.conf.nav = project.menu
    make = env.conf.theme.get_env
    env.conf.theme.get_env = lambda: escaping(kept(make(), Path(env.project_dir)), env.conf.site_name)
    # The extensions of the pages have one home, which is not mkdocs.yml: they are what makes a page safe.
    env.conf.markdown_extensions, env.conf.mdx_configs = of_page(env.site_context.fragments), {}
    env.conf.plugins["ancres"], env.conf.plugins["composants"] = Anchors(), Unpublished(env.conf.theme["favicon"])
    env.conf.plugins["attente"] = Waiting(env.aside, env.site_context.fragments)
    organisation = project.site.nom_et_sigle
    env.conf.copyright = french(f"{organisation} · Édition en langage clair : les textes adoptés prévalent.")
    env.conf.extra["sigle"] = project.site.sigle
    env.conf.extra["organisation"], env.conf.extra["version_du"] = organisation, long_date(build_day())
    env.conf.extra["tient_lieu"] = stand_in(project)
    # For what the theme renders without a page of ours: the error page.
    env.conf.extra["styles"], env.conf.extra["scripts"] = (components.assets(ALWAYS, suffix) for suffix in ("css", "js"))
    for name, function in MACROS.items():
        env.macro(partial(call_here, env, function), name)


def kept(environment: Environment, project: Path) -> Environment:
    """Make an environment keep the templates that it compiles, for the next build, and tell what stops one of ours."""
    environment.bytecode_cache = compiled(project / COMPILED_THEME)
    environment.template_class = Telling
    environment.undefined = template_errors.unprinted(OVERRIDES)
    return environment


class Telling(Template):
    """A template of the theme: what stops one of ours stops the build with its line, in French."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page. Raises Abort with the report."""
        with told(), template_errors.told(OVERRIDES, OVERRIDES.parent):
            return super().render(*args, **kwargs)


def identify(conf: Any, file: FichierOrganisations) -> None:
    """Give the site its name, its description and its logo, which are the organisation's."""
    conf.site_name, conf.site_description = file.titre, file.resume
    conf.theme["favicon"] = file.logo or LOGO


def stand_in(project: Project) -> str | None:
    """Return the address of the page on the applications that the texts do not name, if there is one."""
    return next((address(id_) for id_, platform in project.plateformes.items() if platform.tient_lieu), None)


def masthead(project: Project, document: str) -> dict[str, str]:
    """Return what a text says of itself on paper: who adopted it, its kind and its main date."""
    text = project.documents[document]
    main = text.date_principale
    nature = f"{text.genre.capitalize()} · {main.quoi}\u00a0: {main.en_mots}"
    return {"organisation": project.organisations[text.organisation].nom_et_sigle, "nature": nature}


@contextmanager
def told() -> Iterator[None]:
    """Stop the build with the report of the mistakes that are raised."""
    try:
        yield
    except MistakesError as error:
        if notes := annotate(error.mistakes):
            print(notes)
        raise Abort(str(error)) from None


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


class Anchors(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Tells MkDocs of the ids in our HTML, which it looks for in Markdown: it warns of the links that lead to no id."""

    def on_page_content(self, html: str, page: Any, **_: Any) -> None:
        """Add the ids of a page that is rendered."""
        page.present_anchor_ids.update(ID.findall(html))


class Waiting(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Keeps the pages out of memory while they wait: MkDocs renders the words of all of them before the theme takes the first."""

    def __init__(self, aside: Aside, fragments: Fragments) -> None:
        self.aside, self.fragments = aside, fragments

    def on_page_content(self, html: str, page: Any, **_: Any) -> str:
        """Put what Markdown made of a page aside, and let go what it is made from."""
        page.waits = self.aside.put(html)
        page.markdown = ""
        self.fragments.kept.clear()
        return ""

    def on_page_context(self, context: Any, page: Any, **_: Any) -> None:
        """Give it back to the theme."""
        page.content = self.aside.get(page.waits)

    def on_post_page(self, output: str, page: Any, **_: Any) -> None:
        """Let it go."""
        page.content = ""


class Unpublished(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Keeps out of the site what components say to programmers only, and other logos than its own; MkDocs would copy them with the theme."""

    def __init__(self, logo: str) -> None:
        self.logo = logo

    def on_files(self, files: Files, **_: Any) -> None:
        """Take the manifests of the components and the other logos from the files to publish."""
        for file in [file for file in files if self.kept_out(file.src_uri)]:
            files.remove(file)

    def kept_out(self, name: str) -> bool:
        """Tell whether a file of the theme is not to be published."""
        manifest = name.startswith("composants/") and name.endswith(".yml")
        return manifest or (name.startswith(LOGOS) and name.endswith(".svg") and name != self.logo)


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
    site = Path(env.conf.site_dir)
    with told():
        json_files.write(env.site_context, site)
        trace_table.write(env.site_context, site)
        calendars.write(env.site_context, site)
        feed.write(env.site_context, site)
        sheet_files.write(env.site_context, site, Path(env.project_dir))
        search.write(env.site_context, site, searched(env))
        helper.write(env.site_context, site)
        colours.write(env.site_context.project, site)
        pages.finish(site, Path(env.conf.docs_dir), origins(env), unquote(urlsplit(env.conf.site_url or "/").path) or "/", env.kept)
        env.kept.write()
    env.aside.close()


def searched(env: Any) -> Iterator[list[str]]:
    """Yield the sections of the pages, as the search takes them."""
    for page in env.pages:
        known = [page.url, unescape(str(page.meta.get("title", page.title))), env.aside.get(page.waits)]
        yield from env.kept.of(["index", *known], partial(index.entries, *known))


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
