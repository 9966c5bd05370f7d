"""A build by Zensical: its project, laid out apart from ours, then its site, which is finished."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from zensical import build

from macros.adapter.address import asked
from macros.adapter.zensical.extension import Site, site_of
from macros.adapter.zensical.finish import finish
from macros.mistakes import MistakesError
from macros.model.kinds import PAGES
from macros.reading.rendered import FRONT_MATTER

# What Zensical writes of a page: what it knows of it, for the step that follows.
DATA = "{{ {'url': page.url, 'meta': page.meta, 'toc': page.toc, 'content': page.content} | tojson }}"
# What it writes besides the pages, which has no page of ours.
NOTHING = ("404.html", "sitemap.xml")


def build_site(root: Path, folder: Path) -> None:
    """Build the site of a project in a folder that is not there yet. Raises MistakesError, SystemExit for a wrong address, what stops Zensical."""
    site, published_at = site_of(root.resolve()), asked()
    work = root / ".cache" / "zensical"
    shutil.rmtree(work, ignore_errors=True)
    lay_out(site, work)
    with uninterrupted():
        build(str(work / "mkdocs.yml"), {"clean": True, "strict": False})
    if site.mistakes:
        raise MistakesError(site.mistakes)
    (work / "site").rename(folder)
    finish(site.context, folder, published_at)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put an interruption off until Zensical is done: it would end the process, without a site, as if all were well. Raises KeyboardInterrupt."""
    asked: list[int] = []
    former = signal.signal(signal.SIGINT, lambda number, _: asked.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
    if asked:
        raise KeyboardInterrupt


def lay_out(site: Site, work: Path) -> None:
    """Lay out a project of Zensical: the pages without their headers, the settings, templates that write data."""
    draft, root = site.context.project.draft, site.context.project.draft.root
    for file in draft.tree.within(PAGES):
        (work / file).parent.mkdir(parents=True, exist_ok=True)
        if file in draft.pages:
            (work / file).write_text(FRONT_MATTER.sub("", draft.pages[file].typed), encoding="utf-8")
        else:
            shutil.copyfile(root / file, work / file)
    (work / "theme").mkdir()
    for template in (root / "overrides").glob("*.html"):
        (work / "theme" / template.name).write_text(DATA, encoding="utf-8")
    for name in NOTHING:
        (work / "theme" / name).write_text("", encoding="utf-8")
    (work / "mkdocs.yml").write_text(yaml.safe_dump(settings(site), allow_unicode=True), encoding="utf-8")


def settings(site: Site) -> dict[str, object]:
    """Return the settings: no theme, no plugin. The links of the pages are checked before, those of our HTML are not there yet."""
    return {
        "site_name": "Site",
        "theme": {"name": None, "custom_dir": "theme"},
        # Given first, what Zensical would add last has no say.
        "markdown_extensions": ["pymdownx.superfences", {"macros.adapter.zensical.extension": {"root": str(site.context.project.draft.root)}}],
        "plugins": [],
        "validation": False,
        "nav": site.context.project.menu,
    }
