"""The theme's templates, rendered as MkDocs renders them, without it."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context as Values
from markupsafe import Markup

from macros import template_errors
from macros.adapter.zensical.menu import Page, file_of, navigation
from macros.export.bundles import ERROR
from macros.navigation import Menu
from macros.reading.markup import is_elsewhere
from macros.rendering.given import Given
from macros.rendering.theme import escaping
from macros.theme_package import THEME

# What the theme's base asks for besides: no icon of its own, and, of Zensical's two looks, that of Material.
THEME_SETTINGS = {"icon": {}, "variant": "classic"}


class Dresser:
    """Puts the theme around the pages of a site."""

    def __init__(self, root: Path, about: Given, menu: Menu, pages: Mapping[str, Page]) -> None:
        self.root, self.overrides, self.pages = root, root / "overrides", pages
        self.environment = environment(self.overrides, about.name)
        self.values = {"nav": navigation(menu, pages), "config": config(about, root)}
        self.base = urlsplit(about.address).path or "/"

    def write(self, site: Path) -> None:
        """Write each page as the theme's templates show it, and the error page. Raises MistakesError."""
        for page in self.pages.values():
            page.active = True
            html = self.rendered(page.meta.get("template", "main.html"), page=page, base_url=relative(".", page.url))
            (site / file_of(page.url)).write_text(html, encoding="utf-8")
            page.active = False
        (site / ERROR).write_text(self.rendered(ERROR, page=None, base_url=self.base), encoding="utf-8")

    def rendered(self, template: str, **values: object) -> str:
        """Return what a template makes of a page. Raises MistakesError with what stops one of ours."""
        with template_errors.told(self.overrides, self.root):
            return self.environment.get_template(template).render(**self.values, **values)


def environment(overrides: Path, site_name: str) -> Environment:
    """Return what renders the templates of a site: ours, then those of the theme that is there."""
    made = Environment(loader=FileSystemLoader([overrides, THEME]), auto_reload=False, undefined=template_errors.unprinted(overrides))
    made.filters |= {"url": url, "script_tag": script_tag}
    return escaping(made, site_name)


@pass_context
def url(values: Values, address: Any) -> str:
    """Return an address counted from the site's root as one from the page that is rendered; the error page is shown at any address."""
    text, page = str(address), values["page"]
    if is_elsewhere(text) or text.startswith(("/", "#")):
        return text
    return relative(text, page.url) if page else posixpath.join(values["base_url"], text or ".")


@pass_context
def script_tag(values: Values, address: Any) -> Markup:
    """Return what loads a script of the settings; they name none, but the theme's base asks for it."""
    return Markup('<script src="{}"></script>').format(url(values, address))


def relative(address: str, page: str) -> str:
    """Return an address of the site from a page's, both counted from its root."""
    found = posixpath.relpath("/" + address, "/" + page)
    return f"{found}/" if address.endswith("/") else found


class Settings(yaml.SafeLoader):
    """Reads `mkdocs.yml`, in which `!ENV` names a variable of the environment, then what it is without it."""

    def variable(self, node: yaml.SequenceNode) -> object:
        """Return the value of a variable."""
        name, default = self.construct_sequence(node)
        return os.environ.get(name, default)


Settings.add_constructor("!ENV", Settings.variable)


def settings(root: Path) -> dict[str, Any]:
    """Return the settings of `mkdocs.yml`, which are as agreed (`checking/settings.py`)."""
    with (root / "mkdocs.yml").open(encoding="utf-8") as file:
        found: dict[str, Any] = yaml.load(file, Settings)  # noqa: S506 - a SafeLoader
    return found


def config(site: Given, root: Path) -> dict[str, Any]:
    """Return what templates read of the settings of MkDocs: those of the theme in `mkdocs.yml`, and what the project gives."""
    agreed = settings(root)
    return {
        "site_name": site.name,
        "site_url": site.address,
        "site_description": site.summary,
        "copyright": site.notice,
        "theme": {**THEME_SETTINGS, **agreed["theme"], "favicon": site.logo},
        "extra": {**agreed["extra"], **site.extra},
        "plugins": {},
        "extra_css": [],
        "extra_javascript": [],
    }
