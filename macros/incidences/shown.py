"""A comparison shown: as text in the terminal, as the forge's summary, as one page that asks nothing of any host."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.comparison import one_side, trimmed
from macros.incidences.report import Item, Section
from macros.mistakes import printable, typeset
from macros.words import many

TEMPLATES = Path(__file__).resolve().parent / "gabarits"
# The things of a section shown in the terminal and in the summary, and the passages of one; a page shows them all.
MOST, MOST_WORDS, MOST_LINES, MOST_TITLES, ALL = 12, 3, 40, 3, 10**6
LONGEST = 300
# In bytes: the forge shows nothing of a step's summary beyond 1 MiB, of which the mistakes take a part.
LARGEST = 900_000
TOO_LARGE = Markup("<p>Le détail est trop long pour ce résumé : ouvrez la page des incidences, jointe à cette vérification.</p>")


def environment() -> Environment:
    """Return what renders the templates: everything is escaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["base64"] = lambda image: b64encode(image).decode()
    return made


def brief(sections: list[Section]) -> str:
    """Return how many things of each kind change, on one line."""
    return " · ".join(f"{section.title} : {len(section.items)}" for section in sections)


def terminal(sections: list[Section]) -> str:
    """Return the comparison as lines of text."""
    return "\n".join(printable(line) for section in sections for line in (f"== {section.title} ({len(section.items)})", *lines(section), ""))


def lines(section: Section) -> Iterator[str]:
    """Yield the lines of a section."""
    if section.intro:
        yield section.intro
    yield from (f"À RÉGLER\u00a0: {typeset(str(mistake))}" for mistake in section.mistakes)
    groups = grouped(section.items, pictures=False)
    for group in groups[:MOST]:
        yield f"- {group[0].title if len(group) == 1 else first(group)}"
        yield from (f"    {line}" for line in details(group[0]))
    if rest := sum(map(len, groups[MOST:])):
        yield f"… et {many(rest, 'autre', 'autres')}"


def grouped(items: list[Item], *, pictures: bool) -> list[list[Item]]:
    """Return the things by what changes in them, in their order, whatever else each says; those that are shown by pictures stay alone."""
    found: dict[str, list[Item]] = {}
    for item in items:
        alone = (item.title,) if item.more or (item.pictures and pictures) or not (item.words or item.notes) else ()
        found.setdefault(repr(([*map(trimmed, item.words)], item.notes, alone)), []).append(item)
    return [*found.values()]


def first(group: list[Item]) -> str:
    """Return the titles of the first things of a group, and how many others there are."""
    more = f", et {many(len(group) - MOST_TITLES, 'autre', 'autres')}" if len(group) > MOST_TITLES else ""
    return " ; ".join(item.title for item in group[:MOST_TITLES]) + more


def details(item: Item) -> Iterator[str]:
    """Yield what the terminal says of a thing: its notes, what it was and what it is."""
    yield from item.notes
    for found in item.words[:MOST_WORDS]:
        near = trimmed(found)
        if before := one_side(near, "new"):
            yield f"avant : {cut(before)}"
        yield f"après : {cut(one_side(near, 'gone'))}" if one_side(near, "gone") else "après : (rien)"
    if len(item.words) > MOST_WORDS:
        yield f"… et {many(len(item.words) - MOST_WORDS, 'autre passage', 'autres passages')}"


def cut(text: str) -> str:
    """Return a text that a terminal can show."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…"


def body(sections: list[Section], *, whole: bool) -> Markup:
    """Return the comparison as HTML: whole, or short and without pictures."""
    parts = [(section, grouped(section.items, pictures=whole)) for section in sections]
    limits = {"most": ALL, "most_lines": ALL} if whole else {"most": MOST, "most_lines": MOST_LINES}
    html = environment().get_template("corps.html").render(parts=parts, pictures=whole, **limits)
    return Markup("\n".join(line.strip() for line in html.splitlines()))  # noqa: S704


def summary(sections: list[Section]) -> str:
    """Return the comparison for the forge's summary: blocks of HTML without a blank line, in which it reads no Markdown."""
    html = body(sections, whole=False)
    html = html if len(html.encode()) <= LARGEST else TOO_LARGE
    return (
        "\n".join(filter(str.strip, f"<h1>Ce que change la proposition</h1>\n<p>{Markup.escape(brief(sections))}</p>\n{html}".splitlines())) + "\n\n"
    )


def page(sections: list[Section]) -> str:
    """Return the comparison as a page of its own."""
    return environment().get_template("page.html").render(body=body(sections, whole=True), brief=brief(sections))
