"""The last hand on the built pages: nothing in them acts or loads by itself, and each has its policy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from macros.aside import Lazy
from macros.export.bundles import ERROR, Bundles
from macros.export.csp import protected
from macros.export.folds import emptied
from macros.export.guard import Offence, Rules, offences
from macros.kept import Kept
from macros.mistakes import Mistake, MistakesError
from macros.typography import undivided

# The theme writes it on its two checkboxes; HTML allows it on text fields only.
CHECKBOX = re.compile(r'(<input\b[^>]*type="checkbox"[^>]*?) autocomplete="off"')
# The theme's own link to the content, which leads past the title of the page (the site's leads to it), where it leads, and what it leaves empty;
# the checkbox by which its search would be open.
SKIPPED = re.compile(
    r'<div data-md-component="(?:skip">.*?|announce">\s*)</div>\s*|<a id="__skip"[^>]*></a>\s*|<div class="md-dialog".*?</div>\s*</div>\s*'
    r'|<input class="md-toggle" data-md-toggle="search"[^>]*>\s*',
    re.DOTALL,
)
# What the theme's own script looks for, which is not published.
UNHEARD = re.compile(r' data-md-(?:component|type|color-primary|color-accent)="[^"]*"')
# The theme has the menu and the contents of a page within its main part, which is the page's own content by HTML.
MAIN = re.compile(r'<main (class="md-main".*?)<div (class="md-content".*</article>\s*)</div>(.*?)</main>', re.DOTALL)
# What stands as it is.
VERBATIM = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
# What only indents, between two tags or after an attribute, and what stays of it: a line's end, a space.
INDENTS = [
    (re.compile(r"\A[ \t\r]*\n[ \t\r\n]*(?=<|\Z)"), "\n"),
    (re.compile(r">[ \t\r]*\n[ \t\r\n]*(?=<|\Z)"), ">\n"),
    (re.compile(r'"\s*\n\s*(?=>)'), '"'),
    (re.compile(r'"\s*\n\s*(?=[\w-]+[=>])'), '" '),
]
# How the theme's template heads a page on paper.
ON_PAPER = '<style media="print">{}</style>'
# What a browser that opens it would run, or read as a page.
ACTIVE = {".htm", ".html", ".xhtml", ".svg", ".xml", ".js", ".mjs", ".css"}
DOCS = "docs"


@dataclass(frozen=True)
class Origin:
    """Where a built page comes from: its source file and text, what Markdown made of it, the theme's template that holds it.

    `style` is the one style that the page holds, `asks` tells whether it may ask its host for anything once it is loaded; `others` are the texts
    of the files that it may quote, by name.
    """

    file: str
    source: str
    content: str
    template: str
    style: str
    asks: bool = True
    others: Mapping[str, str] = field(default_factory=dict)

    def blame(self, html: str, offence: Offence) -> Mistake:
        """Return the mistake of an offence: in the page's source if it is in what Markdown made of it, else in the template."""
        start = html.find(self.content) if self.content else -1
        if not 0 <= start <= offence.at < start + len(self.content):
            return Mistake(self.template, 1, offence.problem, offence.remedy)
        before = html.count(offence.needle, start, offence.at)
        place = (
            (self.file, line_of(self.source, offence.needle, before)) if offence.needle.lower() in self.source.lower() else self.elsewhere(offence)
        )
        return Mistake(*place, offence.problem, offence.remedy)

    def elsewhere(self, offence: Offence) -> tuple[str, int]:
        """Return the file and the line of the data or of the texts from which an offence comes; the page, if none is found."""
        for file, text in self.others.items():
            if offence.needle.lower() in text.lower():
                return file, line_of(text, offence.needle, 0)
        return self.file, 1


def line_of(source: str, needle: str, before: int) -> int:
    """Return the line of a source that holds a text for the nth time, else that of the last time, else 1."""
    lines = [number for number, line in enumerate(source.splitlines(), 1) for _ in range(line.lower().count(needle.lower()))]
    return lines[min(before, len(lines) - 1)] if lines else 1


def finish(site: Path, docs: Path, origins: Mapping[str, Origin], root: str, kept: Kept | None = None) -> None:
    """Check each built page, make it valid HTML and give it its content security policy.

    `origins` says where each page comes from, by its file in the site; `root` is the site's in addresses, decoded; `kept`, what former builds found.
    Raises MistakesError with all that no page may hold.
    """
    pages = Lazy(undressed(site), lambda name: (site / name).read_text(encoding="utf-8"))
    kept = kept or Kept()
    mistakes = [*alien(site, docs), *refused(pages, origins, scripts_of(site), root, kept)]
    if mistakes:
        raise MistakesError(mistakes)
    for name, page in Bundles(site, pages, root, kept).write():
        origin = origins[name]
        html, style = in_one(page.html, page.style, origin.style)
        html = emptied(undivided(unindented(html)), site, folder_from(name, root))
        (site / name).write_text(protected(html, filter(None, [style]), asks=origin.asks), encoding="utf-8")


def undressed(site: Path) -> Iterator[str]:
    """Leave each page of a site without what is the theme's alone, once for all that reads it, and yield its name."""
    for path in sorted(site.rglob("*.html")):
        path.write_text(ours(path.read_text(encoding="utf-8")), encoding="utf-8")
        yield path.relative_to(site).as_posix()


def ours(html: str) -> str:
    """Return a page without what the theme writes for itself alone, or against HTML."""
    html = SKIPPED.sub("", CHECKBOX.sub(r"\1", MAIN.sub(r"<div \1<main \2</main>\3</div>", html)))
    return UNHEARD.sub(lambda mark: "" if within_tag(mark) else mark[0], html)


def within_tag(found: re.Match[str]) -> bool:
    """Tell whether something stands in a tag of a page, not in its text."""
    return found.string.rfind("<", 0, found.start()) > found.string.rfind(">", 0, found.start())


def unindented(html: str) -> str:
    """Return a page without the indentation of its templates: a browser reads that too."""
    parts = VERBATIM.split(html)
    # What stands as it is comes as itself, then as the name of its tag.
    return "".join(part if rank % 3 else without_indents(part) for rank, part in enumerate(parts) if rank % 3 < 2)


def without_indents(html: str) -> str:
    """Return a passage of a page, all of which is tags and text, without its indentation."""
    for indent, kept in INDENTS:
        html = indent.sub(kept, html)
    return html


def in_one(html: str, own: str, on_paper: str) -> tuple[str, str]:
    """Return a page that has one style, and this style: its own, then what heads it on paper. Its policy has a hash for each."""
    if not own:
        return html, on_paper
    style = f"{own}\n@media print{{{on_paper}}}"
    return html.replace(ON_PAPER.format(on_paper), "", 1).replace(f"<style>{own}</style>", f"<style>{style}</style>", 1), style


def folder_from(name: str, root: str) -> str:
    """Return the address of the site's folder from a page; the error page is shown at any address."""
    return quote(root) if name == ERROR else "../" * name.count("/")


def scripts_of(site: Path) -> frozenset[str]:
    """Return the scripts of the site, which are ours and the theme's since none may come from `docs/`."""
    return frozenset(path.relative_to(site).as_posix() for path in site.rglob("*.js"))


def alien(site: Path, docs: Path) -> Iterator[Mistake]:
    """Refuse the files of `docs/` that a browser would run."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site)
        if path.suffix.lower() in ACTIVE and (docs / name).is_file():
            problem = f"un fichier « {path.suffix} » pourrait agir dans le navigateur"
            yield Mistake(f"{DOCS}/{name.as_posix()}", 1, problem, "enlevez-le : docs/ contient des pages .md et des images .png ou .jpg")


def refused(pages: Mapping[str, str], origins: Mapping[str, Origin], scripts: frozenset[str], root: str, kept: Kept) -> Iterator[Mistake]:
    """Yield what no page may hold."""
    for name, html in pages.items():
        if (origin := origins.get(name)) and not kept.of(*sound(html, Rules(name, scripts, origin.style, root))):
            yield from (origin.blame(html, found) for found in offences(html, Rules(name, scripts, origin.style, root)))


def sound(html: str, rules: Rules) -> tuple[list[str], Callable[[], bool]]:
    """Return what makes a page sound, or not, and how to tell it."""
    return ["garde", html, rules.page, rules.style, rules.root, *sorted(rules.scripts)], lambda: not any(offences(html, rules))
