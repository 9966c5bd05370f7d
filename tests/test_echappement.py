"""What the editors write is text wherever it is published: never markup, never a script.

The site is built with a word, then with hostile text, at the end of every text value of every data file: the two must
differ by that text alone. The values are those that the models call texts, so that a new field is among them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from macros.adapter import hooks
from macros.export import sheets as sheet_files
from macros.export.helper import SCRIPT as HELPER
from macros.export.search import DRAWN
from macros.model import base
from macros.project import Project
from macros.reading.draft import read
from macros.reading.tree import walk
from macros.rendering import citations
from macros.rendering.catalogue import MACROS
from macros.typography import french

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent
HARMLESS = "Zqmot"
# The tags of a page in order, each with the names of its attributes, then what it says: its texts, and the attributes that a browser shows or
# says (the others are made from names), but for its policy and its inline style. The text of a script, which is data, is apart. All of it
# comes back as one text, which the driver passes on at once.
READ = """(html) => {
  const [tags, said, data] = [[], [], []];
  const read = (parent) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && parent.localName !== "style") (parent.localName === "script" ? data : said).push(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      tags.push([node.localName, ...node.getAttributeNames().sort()].join(" "));
      if (!node.hasAttribute("http-equiv"))
        said.push(...["content", "title", "alt", "aria-label", "placeholder", "value"].map((name) => node.getAttribute(name)));
      read(node);
      if (node.content instanceof DocumentFragment) read(node.content);
    }
  };
  read(new DOMParser().parseFromString(html, "text/html"));
  return JSON.stringify([tags, said.filter((text) => text?.trim()), data]);
}"""
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
HOSTILE = (" ".join(PAYLOADS), " ".join(reversed(PAYLOADS)))
# Excerpts are left whole: a text that is cut is another.
UNCUT = 1_000_000
NEVER = re.compile(r"(?!)")
FINGERPRINT = re.compile(r"\b[0-9a-f]{12}\b")


class Site:
    """The project with a text at the end of every text value, built without a check and without its PDF and Word files."""

    def __init__(self, text: str, root: Path, folder: Path) -> None:
        self.text, self.root, self.folder, self.values = text, root, folder, 0
        # What another build kept of the pages was made of the same files, whose values are lengthened as they are read.
        (root / ".cache" / "pages.sqlite").unlink(missing_ok=True)
        with pytest.MonkeyPatch.context() as patch:
            for pattern in ("HTML", "MARKUP", "EMPHASIS", "ENTITY", "SEVERAL"):
                patch.setattr(base, pattern, NEVER)
            project = self.project(patch)
            patch.setattr(hooks, "load_known", lambda *_, **__: project)
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

    def pages(self, reader: Page) -> Iterator[tuple[str, list[str], list[str]]]:
        """Yield the name of each page and of each script that brings HTML, its tags and what it says, as a browser reads it; what it says is sorted,
        as some lists are by the alphabet.
        """
        for name, html in self.written():
            tags, said, data = json.loads(reader.evaluate(READ, html))
            words = (*said, *(text for part in data if part.strip() for text in strings(json.loads(part))))
            yield name, tags, sorted(spaced(text) for text in words if text.strip())

    def written(self) -> Iterator[tuple[str, str]]:
        """Yield each page, then what the script of its folds puts in it, and what the scripts of the helper and of the search do."""
        for path in sorted(self.folder.rglob("*.html")):
            name, html = path.relative_to(self.folder).as_posix(), path.read_text(encoding="utf-8")
            folds = FOLDS.search(html)
            yield name, html
            if folds:
                yield f"{name}, plis", "".join(brought(self.folder / folds[1], "window.Plis"))
        yield HELPER, "".join(brought(self.folder / HELPER, "window.PuisJe")["html"].values())
        yield DRAWN, brought(self.folder / DRAWN, "window.Commun.rien")


@pytest.fixture(scope="module")
def sites(frozen_root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, list[Site]]:
    """The site with a word after every value, then with each hostile text."""
    made = [Site(text, frozen_root, tmp_path_factory.mktemp("site")) for text in (HARMLESS, *HOSTILE)]
    return made[0], made[1:]


# What parts two wordings follows from their words: there, all the other tags are the same, and the words are cut elsewhere.
OF_WORDS = "avis/index.html"
WORDINGS = ("del", "ins")
# The script of a page's folds.
FOLDS = re.compile(r'<body[^>]* data-plis="[^"]*?([^"/]+/[^"/]+/[^"/]+\.js)"')


def tags_but(left_out: tuple[str, ...], tags: list[str]) -> list[str]:
    """Return the tags of a page in order, but for some."""
    return [tag for tag in tags if tag not in left_out]


def brought(script: Path, name: str) -> Any:
    """Return the value that a script gives a name."""
    _, value = script.read_text(encoding="utf-8").split(f"{name} = ", 1)
    return json.JSONDecoder().raw_decode(value)[0]


def strings(value: Any) -> Iterator[str]:
    """Yield the strings of a value of JSON."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


def spaced(text: str) -> str:
    """Return a text, its white space as one space, without the fingerprints of the words of questions and clauses."""
    return FINGERPRINT.sub("", " ".join(text.split()))


# One test, not one for each thing that is looked at: the sites are built once, whatever runs beside.
def test_what_editors_write_is_text_wherever_it_is_published(sites: tuple[Site, list[Site]], browser: Browser) -> None:
    harmless, others = sites
    reader = browser.new_page()
    pages = [*harmless.pages(reader)]
    assert len(pages) > 50
    assert sum(name.endswith(", plis") for name, *_ in pages) > 2
    for hostile in others:
        assert harmless.values == hostile.values > 1000
        pages_differ_by_the_text_alone(pages, hostile, reader)
        published_data_differ_by_the_text_alone(harmless, hostile)
        calendars_hold_the_text(hostile)
    reader.close()


def pages_differ_by_the_text_alone(pages: list[tuple[str, list[str], list[str]]], hostile: Site, reader: Page) -> None:
    for (name, tags, said), (other, other_tags, other_said) in zip(pages, hostile.pages(reader), strict=True):
        assert other == name
        if name == OF_WORDS:
            assert tags_but(WORDINGS, other_tags) == tags_but(WORDINGS, tags)
            continue
        assert other_tags == tags, name
        assert other_said == sorted(text.replace(HARMLESS, spaced(hostile.text)) for text in said), name


def published_data_differ_by_the_text_alone(harmless: Site, hostile: Site) -> None:
    names = sorted(path.relative_to(harmless.folder) for path in harmless.folder.glob("donnees/*.json"))
    assert len(names) > 5
    for name in names:
        one, other = (json.loads((site.folder / name).read_text(encoding="utf-8")) for site in (harmless, hostile))
        assert [*map(spaced, strings(other))] == [spaced(found.replace(HARMLESS, hostile.text)) for found in strings(one)], name


def calendars_hold_the_text(hostile: Site) -> None:
    files = sorted(hostile.folder.glob("calendrier/*.ics"))
    assert files
    for path in files:
        calendar = Calendar.from_ical(path.read_bytes())
        assert hostile.text in unescaped(str(calendar["name"])), path
        assert all(hostile.text in str(event["summary"]) for event in calendar.walk("vevent")), path


def unescaped(value: str) -> str:
    """Return a value of a calendar that the library leaves as the file has it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
