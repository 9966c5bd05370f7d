"""Each component in each of its examples, apart from the site: valid, accessible light and dark; `make gallery` shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.navigateur.axe import COLOURS, STANDARD, axe, violations
from tests.navigateur.conftest import Watch
from tests.navigateur.partage import once
from tools.examples import Example, examples
from tools.gallery import OVERRIDES, PALETTES, write
from tools.serving import serving

FOUND = examples(OVERRIDES / "composants")
# On paper, no browser loads it: `test_pdf.py` checks its files.
SHOWN = [example for every in FOUND.values() for example in every if not example.sur_papier]
SCHEME = ' data-md-color-scheme="{}"'
# html5lib does not know what a template may hold: it reads each by itself.
TEMPLATE = re.compile(r"<template[^>]*>(.*?)</template>", re.S)


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the gallery."""
    return once(tmp_path_factory, "galerie", write)


@pytest.fixture(scope="module")
def opened(gallery: Path, browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """A page of the gallery, and what it does that it must not do."""
    with serving(gallery) as address:
        # Without motion, a colour is that of the palette at once.
        view = {"viewport": {"width": 900, "height": 700}, "reduced_motion": "reduce"}
        context: BrowserContext = browser.new_context(base_url=f"{address}/", locale="fr-CA", **view)
        page, watch = context.new_page(), Watch(address)
        watch.follow(page)
        page.add_init_script(axe())
        yield page, watch
        context.close()


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: f"{example.composant}-{example.rang}")
def test_an_example_is_valid_and_accessible(example: Example, gallery: Path, opened: tuple[Page, Watch]) -> None:
    page, watch = opened
    watch.errors.clear()
    pages = {palette: (gallery / example.page(palette)).read_text(encoding="utf-8") for palette in PALETTES}
    # But for the name of the palette, they are one page.
    assert len({html.replace(SCHEME.format(PALETTES[palette]), "") for palette, html in pages.items()}) == 1
    assert mistakes(pages["clair"]) == []
    page.goto(example.page("clair"))
    for palette, scheme in PALETTES.items():
        page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)
        # A component is not a page: whether it stands in landmarks, under which title, is for the pages to say.
        assert violations(page, only=STANDARD if palette == "clair" else COLOURS) == [], palette
    assert watch.errors == []
    assert watch.foreign == []


def mistakes(text: str) -> list[object]:
    """Return what the HTML parser of browsers would have to mend in a page, and the ids that it gives twice."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    ids = [element.get("id") for element in parser.parse(TEMPLATE.sub("", text)).iter() if element.get("id")]
    found = [*parser.errors, *{id_ for id_ in ids if ids.count(id_) > 1}]
    for inside in TEMPLATE.findall(text):
        parser.parseFragment(inside, container="tbody" if inside.lstrip().startswith("<tr") else "div")
        found += parser.errors
    return found
