"""A small whole site broken at random, checked, then built: every mistake is told in French, or the strict build succeeds.

`make fuzz EXEMPLES=2000` tries many and prints what happened; `DEPUIS=5000` begins at another number. The same number is always
the same change. `ENGINE=zensical` builds by Zensical too, and compares.
"""

from __future__ import annotations

import json
import logging
import os
import random
import re
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ["NO_MKDOCS_2_WARNING"] = "1"

from jinja2 import BaseLoader, BytecodeCache, Environment, Template
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.adapter.zensical.engine import build_site
from macros.adapter.zensical.extension import site_of
from tests.copie import held, restore
from tests.mutations import OPERATIONS, SNIPPETS, faults, mistakes
from tools.asked import number

ROOT = Path(__file__).resolve().parent.parent
PARTS = [ROOT / "tests" / "erreurs" / name for name in ("projet", "site")]
SETTINGS = "mkdocs.yml"
# What would run, or leave the site, if a page held it as it is.
ALIVE = re.compile(r"<script>window\.lu|<img src=x|<svg onload|<base href=.?https://exemple|http-equiv=.?refresh", re.I)

SCRIPT = "<script>window.lu=1</script>"
HOSTILE = [
    f"</title>{SCRIPT}", f'">{SCRIPT}', '"><img src=x onerror=window.lu=1>', "'><svg onload=window.lu=1>", f"`{SCRIPT}",
    f"a ` b\nc ` {SCRIPT} ` d", f"`` ` `` {SCRIPT} `", f"\\` {SCRIPT} `", f"`a\n\nb` {SCRIPT}",
    "&lt;/title&gt;&lt;script&gt;window.lu=1&lt;/script&gt;", "&#60;script>window.lu=1&#60;/script>", "&ltscript&gtwindow.lu=1",
    "&amp;lt;b&amp;gt;", '<base href="https://exemple.test/">', '<meta http-equiv="refresh" content="0;url=https://exemple.test/">',
    "[x](javascript:window.lu=1)", "![x](https://exemple.test/a.png)", "![x][i]\n\n[i]: https://exemple.test/a.png",
    "[x][i]\n\n[i]: javascript:alert(1)", "<javascript:alert(1)>", "{{ 7*7 }}", "{% raw %}", "{% include 'a' %}", "{#", "`{#`", "{{", "}}",
    "{: onclick=x }", "{ #a }", "{ .a }", "[[", "]]", "[[x]]", "[TOC]", "\\", "\\`",
]  # fmt: skip
HIDDEN = [
    "a\nb", "a\r\nb", "\x00", "\x07", "\x1b[31m", "\x85", "\u202e", "\u200b", "\ufeff", "\u2028", "\ue000", "\ufffe", "\U000e0041", "\u00ad",
    "a\tb",
]  # fmt: skip
PLAIN = [
    "R&D", "A & B;", "école*", "2 * 3 * 4", "nom_de_fichier", "____", "3 < 4 > 2", "< x", "a | b", "|", "~", "^", "$", "%", "`", '"', "'", "« x »",
    "«", ":", "1. x", "- x", "+ x", "* x", "> x", "# x", "#", "=====", "---", "***", "- - -", ":---", "[^1]", "[^1]: x", "*[x]: y", "[x]: y",
    "!!! x", "~~x~~", "==x==", "https://exemple.test/?a=1&b=2", "www.exemple.test", "a@exemple.test", "[parent]", "[nom] [x]", "→ ✓ ☐ ≥ ½",
    "14\u202fans", "porte\u2011clés", "漢字", "😀", "☎\ufe0f", "x" * 300, "é" * 200, "mot " * 400, "!", "...", "(", ")", "[", "]", "a\u0301", "İ",
    "ß", "\u00a0", "\u2009", "*b*", "__c__", "`c`", "1er", "https://", "//exemple.test", "../../../etc/passwd", "/etc/passwd", "C:\\x", "art. 5",
    "directive/2", "null", "-", "?", "@x", "&x", "!x", "%x",
]  # fmt: skip
# Written in the file as they are.
YAML = [
    r'"\x3Cscript>window.lu=1\x3C/script>"', r'"\u202e"', r'"\u200b"', r'"\x00"', r'"a\nb"', r'"\ud800"', "|\n    a\n    b", ">\n    a\n\n    b",
    ">-\n    a", "!!python/object:os.system x", "!ENV HOME", "*x", "&x y", "[a, b]", "{a: b}", "[[[index.md]]]", "{12: index.md}", "~", "''",
    "0x1F", "1_000", "2026-02-30", "[" * 25, "- " * 25 + "x",
]  # fmt: skip
BLOCKS = [
    "# Titre", "## 9. Titre", "### 9.9 Titre\nObligation : personnel\n\nTexte.", "Titre\n=====", "- a\n    - b\n        - c", "1. a\n2. b",
    "a) x\n\nb) y", "| a | b |\n|---|---|\n| 1 |", "| a |\n|:-:|\n| `|` |", "```\n<b>\n```", "~~~\nx", "    <b>", "> x\n> > y", "Mot\n:   Sens",
    ":   x", "***", "a  \nb", "[x](index.md)", "[x](absente.md)", "[x](#absente)", "[x](../index.md#a)", "[x](/index.md)", "[x]( index.md )",
    "[x](<a b.md>)", "[x](index.md 'y')", "<https://exemple.test>", "<a@exemple.test>", "![x](absente.png)", "[x][]", "\\[x]", "*a **b* c**",
    "<!-- x -->", "&nbsp;", "&#8203;", "&copy;", "&x;", '{{ art("directive/2") }}', '{{ art("directive/2", mots=True) }}', "{{ contacts() }}",
    "{{ puis_je() }}", '{{ plateforme("teams") }}', "{{ liste() }}", '{{ formulaire("confirmation") }}', "{{ comparatif() }}{{ comparatif() }}",
    "{{ x }}", "{{ }}", "title: x", "---\ntitle: x\n---", "---\nhide: [toc]\n---", "\n".join(f"{'    ' * n}- x" for n in range(300)),
    "> " * 300 + "x", "[" * 2000, "](" * 2000, "*" * 2000, "`" * 999, "(" * 2000, "#" * 50, "<" * 2000, "&" * 2000, "## T { #a }\n\n## T { #a }",
    "## <b>", "## `</title><script>window.lu=1</script>`", "# `</title><script>window.lu=1</script>`", '# "><img src=x onerror=window.lu=1>',
    "# `<svg onload=x>`", "## [x](index.md)", "## {{ 1 }}", "##", "## ", "## &lt;b&gt;",
]  # fmt: skip
NAMES = [
    "Contacts.md", "CONTACTS.md", "é.md", "e\u0301.md", "a b.md", "a.b.md", ".a.md", "a..md", "-a.md", "a%20b.md", "a#b.md", "a?b.md", "a&b.md",
    "a'b.md", 'a"b.md', "<b>.md", "{{x}}.md", "{#.md", "[a](b).md", "README.md", "index.md", "nul.md", "a\nb.md", "a\n::error::x.md", "404.md",
    "search.md", "x.html", "x.txt", "x.js", "x.yml", "x.yaml", "x.svg", "x.MD", "x.markdown", "x.css", "a:b.md", "a\\b.md", "ß.md",
    "a" * 250 + ".md", "\u202e.md", "index.html", "sitemap.xml", "robots.txt", "puis-je.md", "directive.md", "x", "x.md.md", "x.yml.yml",
    "Teams.yml", "a b.yml", "é.yml", "x.png", "aux.yml", " x.md", "x .md",
]  # fmt: skip
FOLDERS = [
    "docs", "docs/encadrements", "docs/plateformes", "docs/modeles", "docs/assets", "docs/composants", "docs/a b", "data", "data/plateformes",
    "data/x",
]  # fmt: skip


@dataclass(frozen=True)
class Result:
    """What came of a change: « refuse », « bati » or « echec », and the reason of a failure."""

    number: int
    change: str
    outcome: str
    reason: str = ""


class Site:
    """A small whole site in a folder; each change is made on the files as they were."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "overrides", root / "overrides")
        # The macros are those already imported; the plugin only looks whether the folder is there.
        (root / "macros").mkdir()
        for part in PARTS:
            shutil.copytree(part, root, dirs_exist_ok=True)
        shutil.copy(ROOT / SETTINGS, root)
        self.former = {folder: held(folder) for folder in (root / "data", root / "docs")}

    def renew(self) -> None:
        """Put the edited files back as they are when nothing is wrong."""
        for folder, files in self.former.items():
            restore(folder, files)

    def files(self, *patterns: str) -> list[Path]:
        """Return the edited files that match, in a fixed order."""
        return sorted(path for pattern in patterns for path in self.root.glob(pattern) if path.is_file())

    def tried(self, number: int) -> Result:
        """Return what comes of the change that has this number."""
        self.renew()
        change = made(self, random.Random(number))
        try:
            told = mistakes(self.root)
        except Exception:
            return Result(number, change, "echec", f"the check: {traceback.format_exc(limit=-4)}")
        if told is not None:
            wrong = [f"{fault}: {mistake}" for mistake in told for fault in faults(self.root, mistake)]
            return Result(number, change, "echec" if wrong else "refuse", "; ".join(wrong))
        reason = self.failure()
        return Result(number, change, "echec" if reason else "bati", reason)

    def failure(self) -> str:
        """Build the site strictly; return why it is not as it must be, or nothing."""
        try:
            with said() as words, patch.object(BaseLoader, "load", load_compiled):
                config = load_config(str(self.root / SETTINGS), strict=True, site_dir=str(self.root / "site"))
                config.plugins.on_startup(command="build", dirty=False)
                build(config)
        except (Exception, SystemExit):
            return f"the build: {words.getvalue()}{traceback.format_exc(limit=-4)}"
        if os.environ.get("ENGINE") == "zensical" and (reason := self.otherwise()):
            return reason
        alive = [page.relative_to(self.root).as_posix() for page in self.files("site/**/*.html") if ALIVE.search(page.read_text(encoding="utf-8"))]
        return f"runs in {alive}" if alive else ""

    def otherwise(self) -> str:
        """Build the same site by Zensical; return what it makes otherwise, or nothing."""
        folders = [self.root / "site", self.root / "autre"]
        shutil.rmtree(folders[1], ignore_errors=True)
        site_of.cache_clear()
        try:
            with patch.object(BaseLoader, "load", load_compiled):
                build_site(self.root, folders[1])
        except (Exception, SystemExit):
            return f"the build by Zensical: {traceback.format_exc(limit=-4)}"
        one, other = ({path.relative_to(folder).as_posix(): data for path, data in held(folder).items()} for folder in folders)
        differ = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name) and not name.endswith(".gz"))
        return f"Zensical makes otherwise: {', '.join(differ)}" if differ else ""


class Compiled(BytecodeCache):
    """Keeps templates compiled from one build to the next: they do not change, and make half of the time."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.codes.get(f"{bucket.key} {bucket.checksum}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


COMPILED: dict[str, Compiled] = {}
LOAD = BaseLoader.load


def load_compiled(self: BaseLoader, environment: Environment, name: str, globals: Any = None) -> Template:
    """Load a template as the loader does, compiled once for each kind of environment."""
    kind = f"{environment.autoescape} {environment.trim_blocks} {environment.lstrip_blocks} {sorted(environment.extensions)}"
    environment.bytecode_cache = COMPILED.setdefault(kind, Compiled())
    return LOAD(self, environment, name, globals)


@contextmanager
def said() -> Iterator[StringIO]:
    """Keep what a build says."""
    words = StringIO()
    handler, logger = logging.StreamHandler(words), logging.getLogger("mkdocs")
    handler.setLevel(logging.WARNING)
    logger.addHandler(handler)
    try:
        with redirect_stdout(words), redirect_stderr(words):
            yield words
    finally:
        logger.removeHandler(handler)


def made(site: Site, chance: random.Random) -> str:
    """Make one change, and say which."""
    kinds = [(value, 40), (prose, 30), (raw, 15), (moved, 12), (added, 8)]
    change = chance.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]
    return f"{change.__name__} {change(site, chance)}"


def value(site: Site, chance: random.Random) -> str:
    """Change a value of a data file, of the menu or of a page's header, and write it as YAML wants it."""
    path = chance.choice([*site.files("data/**/*.yml") * 3, *site.files("docs/puis-je/index.md", "docs/index.md")])
    lines = path.read_text(encoding="utf-8").split("\n")
    at = chance.choice([n for n, line in enumerate(lines) if re.match(r" *(- )?([\w-]+: )?[^\s#-]", line) and line[-1] != ":"])
    head, old = re.fullmatch(r"( *(?:- )?(?:[^:\"]+: )?)(.*)", lines[at]).groups()  # type: ignore[union-attr]
    text = chance.choice([*HOSTILE, *PLAIN * 2, *HIDDEN])
    written = [json.dumps(text, ensure_ascii=False), json.dumps(f"{old.strip(chr(34))} {text}", ensure_ascii=False), text, chance.choice(YAML)]
    lines[at] = head + chance.choices(written, [2, 5, 1, 1])[0]
    path.write_text("\n".join(lines), encoding="utf-8", errors="surrogatepass")
    return f"{path.relative_to(site.root)}:{at + 1} {lines[at]!r}"


def prose(site: Site, chance: random.Random) -> str:
    """Add words or a block to a page, or to a line of it."""
    path = chance.choice(site.files("docs/**/*.md"))
    lines = path.read_text(encoding="utf-8").split("\n")
    text, at = chance.choice([*HOSTILE, *BLOCKS, *PLAIN, *HIDDEN]), chance.randrange(len(lines))
    lines[at] = chance.choice([f"{lines[at]}\n\n{text}\n", f"{lines[at]} {text}", f"{text}{lines[at]}", text])
    path.write_text("\n".join(lines), encoding="utf-8", errors="surrogatepass")
    return f"{path.relative_to(site.root)}:{at + 1} {text[:100]!r}"


def raw(site: Site, chance: random.Random) -> str:
    """Break a file without regard for what it is."""
    path = chance.choice([*site.files("data/**/*.yml", "docs/**/*.md")])
    rest, done = path.read_text(encoding="utf-8"), []
    for _ in range(chance.randint(1, 3)):
        operation, snippet = chance.choice(OPERATIONS), chance.choice([*SNIPPETS, *HOSTILE])
        rest = operation(rest, chance.randrange(100_000), chance.randrange(100_000), snippet)
        done.append(f"{operation.__name__} {snippet[:60]!r}")
    path.write_text(rest, encoding="utf-8", errors="surrogatepass")
    return f"{path.relative_to(site.root)} {', '.join(done)}"


def moved(site: Site, chance: random.Random) -> str:
    """Give a file another name, or another file its name, or take it away."""
    path = chance.choice(site.files("docs/**/*.md", "data/**/*.yml"))
    new = path.with_name(chance.choice([*NAMES, path.name.upper(), path.name.capitalize(), path.stem + path.suffix.upper()]))
    action = chance.choice(["rename", "copy", "copy", "remove"])
    if action == "remove":
        path.unlink()
    elif path != new:
        (path.rename if action == "rename" else lambda to: shutil.copy(path, to))(new)
    return f"{action} {path.relative_to(site.root)} {new.name!r}"


def added(site: Site, chance: random.Random) -> str:
    """Add a file that nothing names."""
    path = site.root / chance.choice(FOLDERS) / chance.choice(NAMES)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# Titre\n\n{chance.choice([*HOSTILE, *BLOCKS, *PLAIN])}\n", encoding="utf-8")
    return f"{path.relative_to(site.root).as_posix()!r}"


def main(examples: int, first: int) -> int:
    """Try changes, print each failure when it is found, then the figures; return the exit code."""
    figures: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        for number in range(first, first + examples):
            result = site.tried(number)
            figures[result.outcome] += 1
            if result.reason:
                print(f"--- {number} : {result.change}\n{result.reason}", flush=True)
    print(f"Tried: {examples}, from {first}. Refused in French: {figures['refuse']}. Built: {figures['bati']}. Failed: {figures['echec']}.")
    return 1 if figures["echec"] else 0


if __name__ == "__main__":
    sys.exit(main(number("EXEMPLES", 2000), number("DEPUIS", 0, 0)))
