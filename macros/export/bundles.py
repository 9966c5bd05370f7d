"""What a page loads, in few files: one style sheet and one script for the site, one script for the page where it has its own.

Components keep their own files; these are joined here, in the order in which the page named them, under a name that changes with what they
hold, so that a browser may keep them for ever. What is the page's alone of the styles is in the page: it spares a request for 1 to 4 KB that
another page would seldom ask for; its own scripts come with the site's if they are light; the first font that it names is asked for at once.
The theme's styles lose what no page uses (`purge.py`).
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

import rcssmin

from macros.export.purge import purged, variables_read, words_of_page, words_of_script, words_of_style
from macros.export.scripts import bare, counted
from macros.export.search import ENGINE
from macros.kept import Kept

FOLDER = "assets/paquets"
COMPONENTS = "composants"
ERROR = "404.html"
THEME = "assets/stylesheets/"
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"( media="print")?>\n?')
SCRIPT = re.compile(r'<script src="([^"]+)" defer></script>\n?')
# The script that the page waits for, before anything is drawn.
OPENING = re.compile(r'(<script src=")([^"]+)("(?! defer)[^>]*></script>)')
# A script marked `defer` would run right after.
ONCE_READ = 'document.addEventListener("readystatechange",()=>{\n%s\n},{once:true});'
# In bytes: a page's own scripts that are no longer come with the site's, since one more request costs more than they do on every page.
LIGHT = 2300
# What `panne.js` looks at.
STOPPED = "window.Rate=e;"
# The first font of a page's own style is asked for with the style sheets rather than after them: its usual text is not drawn twice.
FONT = re.compile(r"""url\(["']?([^"')]+\.woff2)["']?\)""")
PRELOAD = '<link rel="preload" href="%s" as="font" type="font/woff2" crossorigin>\n'
ADDRESS = re.compile(r"""url\(\s*(["']?)(?!data:|#)([^)"']+)\1\s*\)""")


@dataclass(frozen=True)
class Style:
    """A style sheet as a page loads it: its path in the site, and whether it is for paper alone."""

    path: str
    paper: bool


class Loaded(NamedTuple):
    """What a page loads, in order: its style sheets, the scripts that wait for it; and the script that it waits for, empty if there is none."""

    styles: list[Style]
    scripts: list[str]
    opening: str


@dataclass(frozen=True)
class Finished:
    """A page that loads the joined files: its HTML, and the style that it holds; empty if it has none of its own."""

    html: str
    style: str


@dataclass(frozen=True)
class Bundles:
    """Joins what the pages of a site load. `pages` is their HTML by their path in the site, which may be read when it is asked for; `root`, the
    site's in addresses, decoded; `kept`, what former builds found.
    """

    site: Path
    pages: Mapping[str, str]
    root: str = "/"
    kept: Kept = field(default_factory=Kept)

    def write(self) -> Iterator[tuple[str, Finished]]:
        """Write the joined files and yield each page that loads them, which may then take the place of the former; once all are yielded, remove
        the files that they replace, the theme's source maps and the folders of which nothing is left.
        """
        # All that rests on the pages as they were is found before the first one changes.
        _ = self.loaded, self.used
        for name in self.pages:
            yield name, self.finished(name, self.pages[name])
        for path in [*(self.site / path for path in self.replaced), *self.site.rglob("*.map")]:
            path.unlink()
        for folder in sorted((path for path in self.site.rglob("*") if path.is_dir()), reverse=True):
            with suppress(OSError):
                # One that is not empty stays.
                folder.rmdir()

    @cached_property
    def replaced(self) -> set[str]:
        """The files that no page asks for any more: those that are joined, or that another script brings."""
        styles = {style.path for found in self.styles.values() for style in found} | self.parts("css")
        scripts = {path for found in self.scripts.values() for path in found} | self.parts("js")
        scripts |= set(self.openings.values()) if self.common_scripts else set()
        return styles if counted() else styles | scripts

    def parts(self, suffix: str) -> set[str]:
        """Return the files of a suffix that components are made of."""
        return {path.relative_to(self.site).as_posix() for path in self.site.glob(f"{COMPONENTS}/**/*.{suffix}")}

    @cached_property
    def loaded(self) -> dict[str, Loaded]:
        """What each page loads."""
        return {name: self.loaded_by(name, html) for name, html in self.pages.items()}

    def loaded_by(self, name: str, html: str) -> Loaded:
        """Return what a page loads."""
        styles = [Style(self.located(name, href), bool(paper)) for href, paper in STYLE.findall(head(html))]
        opening = OPENING.search(html)
        return Loaded(styles, [self.located(name, src) for src in SCRIPT.findall(html)], self.located(name, opening[2]) if opening else "")

    @cached_property
    def styles(self) -> dict[str, list[Style]]:
        """The style sheets of each page, in order."""
        return {name: found.styles for name, found in self.loaded.items()}

    @cached_property
    def scripts(self) -> dict[str, list[str]]:
        """The scripts of each page that wait for it, in order."""
        return {name: found.scripts for name, found in self.loaded.items()}

    @cached_property
    def openings(self) -> dict[str, str]:
        """The script that each page waits for; empty for a page without one."""
        return {name: found.opening for name, found in self.loaded.items()}

    @cached_property
    def common(self) -> list[Style]:
        """The styles that every page begins with."""
        lists = [*self.styles.values()]
        count = next((at for at, same in enumerate(zip(*lists, strict=False)) if len(set(same)) > 1), min(map(len, lists), default=0))
        return lists[0][:count] if lists else []

    @cached_property
    def common_scripts(self) -> list[str]:
        """The scripts of every page, in order: they come with the one that it waits for, if all have the same."""
        first, *others = self.scripts.values()
        same = len({*self.openings.values()}) == 1 and all(self.openings.values())
        return [path for path in first if all(path in other for other in others)] if same else []

    @cached_property
    def light_scripts(self) -> list[str]:
        """The scripts, in order, of pages whose own are light, but for the error page's: they rest on those of every page and one another."""
        read = [paths for name, paths in self.scripts.items() if name != ERROR]
        own = dict.fromkeys(tuple(path for path in paths if path not in self.common_scripts) for paths in read)
        light = dict.fromkeys(path for paths in own if len(self.guarded_scripts(paths)) <= LIGHT for path in paths)
        return [*light] if self.common_scripts else []

    @cached_property
    def used(self) -> frozenset[str]:
        """The words by which pages and scripts name what the theme's styles are about."""
        used, theirs = set[str](), {style.path for found in self.styles.values() for style in found if style.path.startswith(THEME)}
        asked = frozenset().union(*(words_of_style((self.site / path).read_text(encoding="utf-8")) for path in theirs))
        for html in self.pages.values():
            used |= asked.intersection(self.kept.of(["mots", html], partial(sorted_words, html)))
        for path in self.site.rglob("*.js"):
            if path != self.site / ENGINE:
                used |= asked & words_of_script(path.read_text(encoding="utf-8"))
        return frozenset(used)

    def finished(self, name: str, html: str) -> Finished:
        """Return a page that loads the joined files in the place of its own."""
        style = self.own_style(name)
        link = f'<link rel="stylesheet" href="{self.relative(name, self.site_style)}">\n' if self.common else ""
        font = FONT.search(style)
        html = replaced(STYLE, html, link + (PRELOAD % font[1] if font else "") + (f"  <style>{style}</style>\n" if style else ""))
        return Finished(html if counted() else self.with_scripts(name, html), style)

    def own_style(self, name: str) -> str:
        """Return the styles that a page has of its own, with their addresses counted from it. Raises ValueError if they would end in the page."""
        own = self.styles[name][len(self.common) :]
        text = moved("\n".join(map(self.style_text, own)), FOLDER, lambda path: self.relative(name, path))
        if "<" in text:
            raise ValueError(f"a style of {name} holds « < »: a page may not hold it")
        return text

    def with_scripts(self, name: str, html: str) -> str:
        """Return a page that loads the joined scripts: that of the site, then its own, once it is read."""
        if self.common_scripts:
            html = OPENING.sub(lambda found: f"{found[1]}{self.relative(name, self.site_script)}{found[3]}", html, count=1)
        own = [path for path in self.scripts[name] if path not in (*self.common_scripts, *self.light_scripts)]
        return replaced(SCRIPT, html, f'<script src="{self.relative(name, self.joined_scripts(own))}" defer></script>\n' if own else "")

    @cached_property
    def site_script(self) -> str:
        """The script that every page waits for, written with those of every page and the light ones of some, which run once it is read: its path."""
        opening = self.guarded_scripts({*self.openings.values()})
        once_read = [self.guarded_scripts(self.common_scripts), self.guarded_scripts(self.light_scripts, STOPPED)]
        return self.written("js", "\n".join([opening, ONCE_READ % "\n".join(once_read)]))

    @cached_property
    def site_style(self) -> str:
        """The styles that every page begins with, as one file: its path."""
        return self.joined_styles(self.common)

    def joined_styles(self, styles: Iterable[Style]) -> str:
        """Write some style sheets as one; return its path in the site."""
        return self.written("css", "\n".join(map(self.style_text, styles)))

    def style_text(self, style: Style) -> str:
        """Return the text of a style sheet as it stands in a joined one; it is read once."""
        if style not in self.texts:
            self.texts[style] = self.read_style(style)
        return self.texts[style]

    @cached_property
    def texts(self) -> dict[Style, str]:
        """The styles that were read."""
        return {}

    def read_style(self, style: Style) -> str:
        """Read a style sheet: its addresses are those of the joined files' folder, the theme's is purged."""
        folder = posixpath.dirname(style.path)
        text = moved((self.site / style.path).read_text(encoding="utf-8"), folder, lambda path: posixpath.relpath(path, FOLDER))
        text = self.purged(text, self.read_beside(style)) if style.path.startswith(THEME) else str(rcssmin.cssmin(text))
        return f"@media print{{{text}}}" if style.paper else text

    def purged(self, text: str, elsewhere: set[str]) -> str:
        """Return a style sheet of the theme without what no page uses."""
        return self.kept.of(["purge", text, *sorted(self.used), "", *sorted(elsewhere)], lambda: purged(text, self.used, elsewhere))

    def read_beside(self, style: Style) -> set[str]:
        """Return the variables that the other style sheets read."""
        others = {one.path for found in self.styles.values() for one in found} - {style.path}
        return {name for path in others for name in variables_read((self.site / path).read_text(encoding="utf-8"))}

    def joined_scripts(self, paths: Iterable[str]) -> str:
        """Write the scripts of a page as one; return its path in the site. What stops one does not stop the next, and is known to the tool."""
        return self.written("js", self.guarded_scripts(paths, STOPPED))

    def guarded_scripts(self, paths: Iterable[str], mark: str = "") -> str:
        """Return the text of some scripts, one after the other."""
        return "\n".join(guarded(self.script_text(path), mark) for path in paths)

    def script_text(self, path: str) -> str:
        """Return the text of a script as it is published; it is read once."""
        if path not in self.codes:
            self.codes[path] = bare((self.site / path).read_text(encoding="utf-8"))
        return self.codes[path]

    @cached_property
    def codes(self) -> dict[str, str]:
        """The scripts that were read."""
        return {}

    def located(self, page: str, address: str) -> str:
        """Return the path in the site of a file that a page names."""
        return posixpath.normpath(posixpath.join(self.root, posixpath.dirname(page), unquote(address))).removeprefix(self.root)

    def relative(self, page: str, path: str) -> str:
        """Return the address of a file of the site, from a page; the error page is shown at any address."""
        return f"{quote(self.root)}{path}" if page == ERROR else posixpath.relpath(path, posixpath.dirname(page) or ".")

    def written(self, suffix: str, text: str) -> str:
        """Write a joined file under the name that its text gives; return its path in the site."""
        path = f"{FOLDER}/paquet.{hashlib.sha256(text.encode()).hexdigest()[:8]}.min.{suffix}"
        (self.site / path).parent.mkdir(parents=True, exist_ok=True)
        (self.site / path).write_text(text, encoding="utf-8")
        return path


def sorted_words(html: str) -> list[str]:
    """Return the words of a page in a fixed order."""
    return sorted(words_of_page(html))


def guarded(code: str, mark: str) -> str:
    """Return a script that, when it fails, says so as it would alone, after a mark of its own, and lets the next one run."""
    return f"try{{\n{code}}}catch(e){{{mark}reportError(e)}}"


def head(html: str) -> str:
    """Return what stands before a page's body."""
    return html.partition("</head>")[0]


def replaced(pattern: re.Pattern[str], html: str, text: str) -> str:
    """Return a page with a text in the place of the first thing that matches, and of the others."""
    first = pattern.search(html)
    return pattern.sub(lambda found: text if first and found.start() == first.start() else "", html)


def moved(css: str, folder: str, address: Callable[[str], str]) -> str:
    """Return a style sheet whose addresses, counted from a folder of the site, are those that `address` gives for the paths in the site."""
    return ADDRESS.sub(lambda found: f"url({address(posixpath.normpath(posixpath.join(folder, found[2])))})", css)
