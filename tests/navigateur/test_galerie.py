"""Each component in each of its examples, apart from the site: valid, accessible light and dark, and drawn where one can look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.navigateur.conftest import Watch
from tests.navigateur.test_accessibilite import axe
from tools.examples import Example, examples
from tools.gallery import OVERRIDES, PALETTES, ROOT, write
from tools.serving import serving

FOUND = examples(OVERRIDES / "composants")
# On paper, no browser loads it: `test_pdf.py` checks its files.
SHOWN = [example for every in FOUND.values() for example in every if not example.sur_papier]
DRAWINGS = ROOT / ".cache" / "galerie-images"
# A component is not a page: whether it stands in landmarks, under which title, is for the pages to say.
RUN = "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']})"
# html5lib does not know what a template may hold: it reads each by itself.
TEMPLATE = re.compile(r"<template[^>]*>(.*?)</template>", re.S)


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the gallery."""
    folder = tmp_path_factory.mktemp("galerie") / "galerie"
    write(folder)
    return folder


@pytest.fixture(scope="module")
def opened(gallery: Path, browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """A page of the gallery, and what it does that it must not do."""
    with serving(gallery) as address:
        context: BrowserContext = browser.new_context(base_url=f"{address}/", viewport={"width": 900, "height": 700}, locale="fr-CA")
        page, watch = context.new_page(), Watch(address)
        watch.follow(page)
        yield page, watch
        context.close()


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: f"{example.composant}-{example.rang}")
def test_an_example_is_valid_accessible_and_drawn(example: Example, gallery: Path, opened: tuple[Page, Watch]) -> None:
    page, watch = opened
    watch.errors.clear()
    for palette in PALETTES:
        assert mistakes(gallery / example.page(palette)) == []
        page.goto(example.page(palette))
        page.evaluate(axe())
        found = page.evaluate(RUN)["violations"]
        assert [f"{v['id']}: {node['target']} {node['html'][:160]}" for v in found for node in v["nodes"]] == [], palette
        page.screenshot(path=DRAWINGS / f"{example.composant}-{example.rang}-{palette}.png", full_page=True)
    assert watch.errors == []
    assert watch.foreign == []


def mistakes(page: Path) -> list[object]:
    """Return what the HTML parser of browsers would have to mend in a page, and the ids that it gives twice."""
    text = page.read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    ids = [element.get("id") for element in parser.parse(TEMPLATE.sub("", text)).iter() if element.get("id")]
    found = [*parser.errors, *{id_ for id_ in ids if ids.count(id_) > 1}]
    for inside in TEMPLATE.findall(text):
        parser.parseFragment(inside, container="tbody" if inside.lstrip().startswith("<tr") else "div")
        found += parser.errors
    return found
