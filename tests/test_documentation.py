"""What the documents for programmers name exists; the drawing of the floors is that of the contract."""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import lectures

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("ARCHITECTURE.md", "DECISIONS.md", "README.md", "CHANGELOG.md")
# What is made here, and not kept: a text may name it though it is not there.
MADE = {line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()}
TOP = {path.name for path in ROOT.iterdir()} - MADE


@pytest.fixture(autouse=True)
def content() -> Iterator[None]:
    """These texts name data files: whether they are there is looked for, nothing is read of them."""
    yield
    lectures.taken()


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def named(text: str) -> Iterator[str]:
    """Yield the paths that a text names, from the root or as links: `<nom>` stands for any name."""
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M))
    yield from (re.sub(r"<\w+>", "*", span) for span in spans if re.fullmatch(r"[\w.*<>/-]+", span) and span.partition("/")[0] in TOP)
    yield from (link for link in re.findall(r"\]\(([^)#:]+)\)", text))


def missing(text: str) -> list[str]:
    """Return the paths that a text names and that match nothing."""
    return [path for path in named(text) if not any(ROOT.glob(path.rstrip("/").replace("**.", "**/*.")))]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_named_exists(document: str) -> None:
    assert missing(text_of(document)) == []


def test_a_path_that_is_gone_is_told() -> None:
    text = "Open `macros/parti.py`, `macros/model/`, [this](docs/parti.md) or `overrides/composants/<nom>/`, not `encadrements.json`."
    assert missing(text) == ["macros/parti.py", "docs/parti.md"]


def test_enough_paths_are_read() -> None:
    assert {document: len([*named(text_of(document))]) > 20 for document in DOCUMENTS} == dict.fromkeys(DOCUMENTS, True)


def test_the_plan_holds_in_two_pages() -> None:
    text = text_of("ARCHITECTURE.md")
    assert len(text.splitlines()) <= 100
    assert len(text.split()) <= 1250


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_named_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.M))
    assert {*re.findall(r"`make ([a-z-]+)", text_of(document))} <= targets


def test_the_names_in_code_exist() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "macros").rglob("*.py"))
    row = re.compile(r"`(Code\w+|WITHIN_TEXTS|Mark|Sheet|Passage|Answer|Text)` ?(?:in `([\w/.]+)`)?")
    found = row.findall("".join(map(text_of, ("ARCHITECTURE.md", "DECISIONS.md", "overrides/composants/commun/saisies.js"))))
    assert len(found) > 6
    for name, file in found:
        assert re.search(rf"^(?:class )?{name}\b", text_of(file) if file else code, re.M), (name, file)


def test_the_drawing_is_that_of_the_contract() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    layers = [line.replace("|", " ").split() for line in contract["importlinter:contract:floors"]["layers"].strip().splitlines()]
    drawing = text_of("ARCHITECTURE.md").partition("```text\n")[2].partition("```")[0].splitlines()
    assert [line.split()[: len(layer)] for line, layer in zip(drawing, layers, strict=True)] == layers
