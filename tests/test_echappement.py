"""What the editors write is text wherever it is published: never markup, never a script.

The site is built with a word, then with hostile text, at the end of every text value of every data file: the two must
differ by that text alone. The values are those that the models call texts, so that a new field is among them.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from icalendar import Calendar
from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros import adapter
from macros.export import sheets as sheet_files
from macros.model import base
from macros.project import Project
from macros.reading.draft import read
from macros.reading.tree import walk
from macros.rendering import citations
from macros.rendering.catalogue import MACROS
from macros.typography import french

ROOT = Path(__file__).resolve().parent.parent
HARMLESS = "Zqmot"
# What a browser shows or says of an element's attributes; the others are made from names.
SAID = ("content", "title", "alt", "aria-label", "placeholder", "value")
PAYLOADS = (
    "</title><script>lu()</script>",
    '"><img src=x onerror=lu()>',
    "&lt;script&gt;",
    "\\x3Cscript>",
    "`",
    "{{ 7 * 7 }}",
    "a\nb",
    "*c*",
    "[E](javascript:lu())",
)
HOSTILE = {"in-order": " ".join(PAYLOADS), "backwards": " ".join(reversed(PAYLOADS))}
# Excerpts are left whole: a text that is cut is another.
UNCUT = 1_000_000
NEVER = re.compile(r"(?!)")
FINGERPRINT = re.compile(r"\b[0-9a-f]{12}\b")


class Site:
    """The project with a text at the end of every text value, built without a check and without its PDF and Word files."""

    def __init__(self, text: str, root: Path, folder: Path) -> None:
        self.text, self.root, self.folder, self.values = text, root, folder, 0
        # What another build kept was made of the same files, whose values are lengthened as they are read.
        shutil.rmtree(root / ".cache", ignore_errors=True)
        with pytest.MonkeyPatch.context() as patch:
            for pattern in ("HTML", "MARKUP", "EMPHASIS", "ENTITY"):
                patch.setattr(base, pattern, NEVER)
            project = self.project(patch)
            patch.setattr(adapter, "load", lambda root: project)
            patch.setattr(sheet_files, "write", lambda *_: [])
            patch.setattr(citations, "EXCERPT", UNCUT)
            build(load_config(str(self.root / "mkdocs.yml"), site_dir=str(folder), strict=False))

    def project(self, patch: pytest.MonkeyPatch) -> Project:
        """Return the project, its values lengthened while they are read."""
        with patch.context() as reading:
            reading.setattr(base, "french", self.lengthened)
            return Project(read(self.root, walk(self.root), MACROS))

    def lengthened(self, value: str) -> str:
        """Return a value with the text at its end."""
        self.values += 1
        return f"{french(value)} {self.text}"

    @cached_property
    def pages(self) -> list[tuple[str, list[str], list[str]]]:
        """Each page's name, its tags and what it says, as a browser reads it; read once."""
        files = {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(self.folder.rglob("*.html"))}
        trees = ((name, html5lib.parse(html, namespaceHTMLElements=False)) for name, html in files.items())
        return [(name, shape(tree), words(tree)) for name, tree in trees]


@pytest.fixture(scope="module")
def harmless(frozen_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with a word after every value."""
    return Site(HARMLESS, frozen_root, tmp_path_factory.mktemp("mot"))


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request: pytest.FixtureRequest, frozen_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with hostile text after every value."""
    return Site(HOSTILE[request.param], frozen_root, tmp_path_factory.mktemp("hostile"))


# What parts two wordings follows from their words: there, all the other tags are the same, and the words are cut elsewhere.
OF_WORDS = "avis/index.html"
WORDINGS = ("del ", "ins ")


def shape(element: Element) -> list[str]:
    """Return the tags of a page in order, each with the names of its attributes."""
    return [f"{found.tag} {' '.join(sorted(found.attrib))}" for found in element.iter()]


def tags_but(left_out: tuple[str, ...], tags: list[str]) -> list[str]:
    """Return the tags of a page in order, but for some."""
    return [tag for tag in tags if tag not in left_out]


def words(element: Element) -> list[str]:
    """Return what a page says, attributes included, but for its policy and its inline style.

    The pieces are sorted, since some lists are in the order of the alphabet.
    """
    said = [found for found in element.iter() if found.tag != "style" and "http-equiv" not in found.attrib]
    return sorted(spaced(part) for found in said for part in (inner(found), *map(found.get, SAID), found.tail) if part and part.strip())


def inner(element: Element) -> str:
    """Return the text of an element: the strings of data, for a script that is data."""
    if element.tag == "script" and element.text and element.text.strip():
        return " ".join(strings(json.loads(element.text)))
    return element.text or ""


def strings(value: Any) -> Iterator[str]:
    """Yield the strings of a value of JSON."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


def spaced(text: str) -> str:
    """Return a text, its white space as one space, without the fingerprints of the words of questions and clauses."""
    return FINGERPRINT.sub("", " ".join(text.split()))


def test_pages_differ_by_the_text_alone(harmless: Site, hostile: Site) -> None:
    assert harmless.values == hostile.values > 1000
    assert len(harmless.pages) > 50
    for (name, tags, said), (other, other_tags, other_said) in zip(harmless.pages, hostile.pages, strict=True):
        assert other == name
        if name == OF_WORDS:
            assert tags_but(WORDINGS, other_tags) == tags_but(WORDINGS, tags)
            continue
        assert other_tags == tags, name
        assert other_said == sorted(text.replace(HARMLESS, spaced(hostile.text)) for text in said), name


def test_published_data_differ_by_the_text_alone(harmless: Site, hostile: Site) -> None:
    names = sorted(path.relative_to(harmless.folder) for path in harmless.folder.glob("donnees/*.json"))
    assert len(names) > 5
    for name in names:
        one, other = (json.loads((site.folder / name).read_text(encoding="utf-8")) for site in (harmless, hostile))
        assert [*map(spaced, strings(other))] == [spaced(found.replace(HARMLESS, hostile.text)) for found in strings(one)], name


def test_calendars_hold_the_text_alone(hostile: Site) -> None:
    files = sorted(hostile.folder.glob("calendrier/*.ics"))
    assert files
    for path in files:
        calendar = Calendar.from_ical(path.read_bytes())
        assert hostile.text in unescaped(str(calendar["name"])), path
        assert all(hostile.text in str(event["summary"]) for event in calendar.walk("vevent")), path


def unescaped(value: str) -> str:
    """Return a value of a calendar that the library leaves as the file has it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
