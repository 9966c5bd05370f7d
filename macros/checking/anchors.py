"""Each link to a part of a page that macros make leads to a part that they make: known only once all the rest is sound."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from markdown import Markdown

from macros.checking.links import addresses
from macros.checking.targets import anchors_of, lost
from macros.components import Components
from macros.mistakes import Mistake
from macros.model.kinds import PAGES
from macros.project import Project
from macros.reading.markup import of_page
from macros.reading.page import Page
from macros.reading.rendered import FRONT_MATTER
from macros.rendering.context import Context
from macros.rendering.expansion import expand

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "composants"
ID = re.compile(r'<[^<>]* id="([^"]+)"')


def check(project: Project) -> Iterator[Mistake]:
    """Yield a mistake for each link to a part that its page lacks; a page that is linked to so is rendered, the others are not."""
    known: dict[str, list[str]] = {}
    components = Components(COMPONENTS)
    for page in project.draft.pages.values():
        for line, _, address in addresses(page):
            target = led_to(project, page, address)
            if target is None:
                continue
            if target.file not in known:
                known[target.file] = ids(project, components, target)
            if wrong := lost(target, address.partition("#")[2], known[target.file]):
                yield page.blame(line, *wrong)


def led_to(project: Project, page: Page, address: str) -> Page | None:
    """Return the page of which a link names a part, if its parts are not known before it is made; or None."""
    path, _, fragment = address.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), path)) if path else page.file
    target = project.draft.pages.get(file) if fragment else None
    return target if target and anchors_of(project.draft, target) is None else None


def ids(project: Project, components: Components, page: Page) -> list[str]:
    """Return the ids of the parts of a page once its macros are called."""
    context = Context(project, components, page.file.removeprefix(f"{PAGES}/"))
    source = expand(context, FRONT_MATTER.sub("", page.markdown))
    return list(dict.fromkeys(ID.findall(Markdown(extensions=of_page(context.fragments)).convert(source))))
