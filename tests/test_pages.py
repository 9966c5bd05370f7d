"""A page read once rendered: what is told on which line, what is legal, and what is refused before it is rendered."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checking.links import outside
from macros.loading import load
from macros.mistakes import MistakesError
from macros.reading.excess import excesses
from macros.reading.files import LONGEST_LINE
from macros.reading.rendered import Found, rendered
from macros.words import grouped
from tests.conftest import small_project
from tools.bench.check import TIRING, line

MANY = 50_000
LEVELS = "cette ligne est à plus de 10 niveaux de listes ou de citations"
BRACKETS = "trop de crochets ou de parenthèses s'ouvrent ici sans se fermer"
MARKS = "ce passage a trop de signes *, _ ou `"
LINES = "trop de lignes se suivent ici sans ligne vide"
# What one types to see a program stop, and what is said of it.
ENDLESS = {
    "[": ("[" * 20_000, BRACKETS),
    "](": ("](" * MANY, BRACKETS),
    "[](": ("[](" * MANY, BRACKETS),
    "![": ("![" * MANY, BRACKETS),
    "*a*": ("*a* " * MANY, MARKS),
    "_a": ("_a " * MANY, MARKS),
    "`a": ("`a`` " * MANY, MARKS),
    "_a sur bien des lignes": ("\n".join(["_a " * 1_600] * 40), MARKS),
    "listes": ("".join(f"{'    ' * level}- x\n" for level in range(300)), LEVELS),
    "tirets": ("- " * 300 + "x", LEVELS),
    "numéros": ("1. " * 300 + "x", LEVELS),
    "citations": ("> " * 300 + "x", LEVELS),
    "citations serrées": (">" * 300 + "x", LEVELS),
    "lignes": (": x\n" * 9_000, LINES),
    "code": ("~~~a\n\n" * 4_000, "la page ouvre 4000 fois du code"),
    "tableau": ("|" * 400 + "\n" + "|-" * 400 + "\n" + "|\n" * 400, "ce tableau a trop de cases"),
    "adresses": (("<a@b.ca> " * 500 + "\n\n") * 11, "trop de signes « < » ouvrent une adresse ou une balise"),
    "macros": ("{{ " * MANY, "trop de macros sont appelées sur cette ligne"),
}
# What is said of a line that repeats what a search would look through again from each; nothing of the others.
SAID = {
    "macros left open": "trop de macros sont appelées sur cette ligne",
    "words within signs": "« _ » se trouve seul et serait publié tel quel",
    "brackets that close nothing": "« a) » ne fait pas une liste dans cette page",
    "escapes": MARKS,
}
# What an office writes as it should.
RIGHT = {
    "steps in a quotation": "> Pour répondre :\n>\n> 1. lisez;\n> 2. répondez.",
    "the author of a quotation": "> Répondez par écrit.\n> — Le guide",
    "a shorter dash before it": "> Répondez par écrit.\n>\n> – Le guide",
    "hyphens in a sentence": "Trois voies : le téléphone - permis; le courriel - permis; le texto - non permis.",
    "a definition of two paragraphs": "Accord\n:   Oui écrit.\n\n    Il se garde.\n\nRefus\n:   Non écrit.",
    "a paragraph amid items": "1. Un.\n\n    La suite.\n\n2. Deux.\n    - le premier;\n    - le second.",
}
# The same signs, where they neither nest nor wait for another.
HARMLESS = ["*" * MANY, "_" * MANY, "`" * MANY, "-" * MANY, "<" * MANY, "{ #" * MANY, "a" + " " * MANY + "b"]


def project_with(folder: Path, markdown: str) -> Path:
    """Return a project whose first page ends with some Markdown, after ten lines."""
    root = small_project(folder / "projet")
    page = root / "docs/index.md"
    first = page.read_text(encoding="utf-8")
    page.write_text(first + "\n" * (10 - first.count("\n")) + markdown, encoding="utf-8")
    return root


def told(root: Path) -> str | None:
    """Return the problem of the only mistake of a project, or None if it is sound."""
    try:
        load(root)
    except MistakesError as found:
        (mistake,) = found.mistakes
        return mistake.problem
    return None


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_is_not_told(tmp_path: Path, case: str) -> None:
    assert told(project_with(tmp_path, RIGHT[case])) is None


@pytest.mark.parametrize("case", ENDLESS)
def test_what_would_be_endless_is_told_before(tmp_path: Path, case: str) -> None:
    markdown, problem = ENDLESS[case]
    with pytest.raises(MistakesError) as caught:
        load(project_with(tmp_path, markdown))
    line = {"listes": 21, "adresses": 31}.get(case, 11)
    if max(map(len, markdown.split("\n"))) > LONGEST_LINE:
        # A limit that comes before: what is too long is not even looked through.
        assert case == "macros" or problem in [found for _, found, _ in excesses(markdown)]
        problem = f"la ligne dépasse {grouped(LONGEST_LINE)} caractères"
    assert (line, problem) in [(mistake.line, mistake.problem) for mistake in caught.value.mistakes]


# What it costs is measured by the bench.
@pytest.mark.parametrize("case", TIRING)
def test_what_is_long_is_looked_through(tmp_path: Path, case: str) -> None:
    assert told(project_with(tmp_path, line(TIRING[case]))) == SAID.get(case)


@pytest.mark.parametrize("markdown", HARMLESS, ids=lambda markdown: markdown[:2])
def test_what_ends_is_rendered(markdown: str) -> None:
    assert excesses(markdown) == []
    assert rendered(markdown).found == []


FIRST_HEADING = "# Glossaire `</title><script>window.lu=1</script>`\n\n"


def test_a_tag_in_code_is_legal(tmp_path: Path) -> None:
    root = project_with(tmp_path, "")
    (root / "docs/index.md").write_text(FIRST_HEADING + "```html\n<b>\n\n    – <i>\n```\n\nUn `<br>` et 3 < 4 & 5 > 2.\n", encoding="utf-8")
    assert load(root).draft.pages["docs/index.md"].rendered is not None


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("`<b>`\n\n<b>\n", [(3, Found("html", "<b>"))]),
        ("a ` b\nc ` <i> ` d\n", [(2, Found("html", "<i>"))]),
        ("un\ndeux <b\nclass=x>\n", [(2, Found("html", "<b"))]),
        ("`[x](a.md)`\n\n[x\ny](\na.md)\n", [(5, Found("link", "a.md"))]),
        ("[x](a.md)\n\n[x](a.md)\n", [(1, Found("link", "a.md")), (3, Found("link", "a.md"))]),
        ("[x][i] ![y][i]\n\n[i]: a.png\n", [(3, Found("link", "a.png")), (3, Found("image", "a.png"))]),
        ("rien\n\n[jamais]: a.md\n", [(3, Found("link", "a.md"))]),
        ("[a]()\n\n`]()`\n", [(1, Found("link", ""))]),
        ("## Titre { #nom }\n\nmot { #nom }\n", [(3, Found("braces", "{ #nom }"))]),
        ("<moi@exemple.ca>\n\n[x](mailto:moi@exemple.ca)", [(line, Found("link", "mailto:moi@exemple.ca")) for line in (1, 3)]),
        ("<moi@exemple.ca> <https://exemple.ca>", [(1, Found("link", "mailto:moi@exemple.ca")), (1, Found("link", "https://exemple.ca"))]),
        ('{{ art("a/1") }}\n\n[x](<a b.md>)\n', [(3, Found("link", "a b.md"))]),
    ],
)
def test_what_is_found_is_on_its_line(markdown: str, found: list[tuple[int, Found]]) -> None:
    assert rendered(markdown).found == found


def test_the_links_that_leave_the_site_are_listed(tmp_path: Path) -> None:
    root = project_with(tmp_path, "[a](https://exemple.ca/a) <https://exemple.ca/b>\n[c][d] <moi@exemple.ca>\n\n[d]: https://exemple.ca/c\n")
    file = "docs/index.md"
    assert list(outside(load(root).draft)) == [
        (file, 11, "https://exemple.ca/a"),
        (file, 11, "https://exemple.ca/b"),
        (file, 14, "https://exemple.ca/c"),
    ]
