"""`make archive`: the built site as one ZIP, which opens with a double-click on `index.html`, from a folder, a key or a document library.

What is opened so has no server to find the page of a folder: each link names its page, and each page says to the scripts that theirs must too. The
pages say of which day the copy is, since nothing renews it. The archive is the same for the same site.
"""

from __future__ import annotations

import re
import sys
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from html import escape, unescape
from pathlib import Path
from urllib.parse import urlsplit

from macros.days import long_date
from macros.export.tags import Tag, tags
from macros.refusals import sentence
from macros.rendering.context import build_day

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
ARCHIVE = ROOT / "site.zip"
PAGE = "index.html"
# What serves crawlers and servers alone.
LEFT_OUT = {"sitemap.xml", "sitemap.xml.gz", "404.html"}
LINK = re.compile(r'(\shref=")([^"]*)(")')
SHARED = "assets/"
PRELOAD = re.compile(r"[ \t]*<link rel=\"preload\"[^>]*>\n?")
SHEET = re.compile(r'<link rel="stylesheet" href="([^":]+/)([^"/]+)">')
ADDRESS = re.compile(r"""url\((?!["']|data:|#)""")
# What tells of which day answers are: scripts write there the day that the page is read.
DATED = re.compile(r'<((?:p|strong)[^>]*?)( data-jour="[Aa]u")>([^<]*)(</)')
# How it says so.
STYLE = Path(__file__).with_suffix(".css")
WAITED = ("font-display:optional", "font-display:block")
# Where sheets to print are, whose pages the scripts count.
PRINTED = "modeles/"
STYLES = "style-src 'self'"
# What the first page says where it is opened without its styles, as a system opens it from within the archive: nothing else works there.
HERE = "./"
BODY = re.compile(r"<body [^>]*>")
ALONE = (
    '<p class="copie__seule"><strong>Cette page s’est ouverte sans le reste de la copie.</strong> Décompressez d’abord tout le fichier .zip '
    "(sous Windows&nbsp;: clic droit, puis «&nbsp;Extraire tout&nbsp;»). Ouvrez ensuite index.html dans le dossier obtenu.</p>"
)
# What a page begins with on paper, then on a screen; its address on the site, if that is known.
MASTHEAD = re.compile(r'(<div class="impression"[^>]*>.*?)(</p>\s*</div>)', re.S)
TOP = re.compile(r'<div id="contenu"[^>]*></div>')
ONLINE = re.compile(r'<link rel="canonical" href="([^"]*)">')
# The first day that the format knows.
SINCE = (1980, 1, 1, 0, 0, 0)


def main(site: Path = SITE, archive: Path = ARCHIVE) -> int:
    """Write the archive of a built site; return the exit code. What the system refuses is said in a sentence."""
    if not (site / PAGE).is_file():
        print("The site is not built. Remedy: make archive", file=sys.stderr)
        return 1
    try:
        write(site, archive, build_day())
    except OSError as error:
        print(sentence(error), file=sys.stderr)
        return 1
    print(f"{archive.name} : {archive.stat().st_size / 1e6:.1f} Mo")
    return 0


def write(site: Path, archive: Path, day: date) -> None:
    """Write the archive of a site as it was built on a day: whole, or the former one stays."""
    new = archive.with_name(f"{archive.name}.new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as found:
            for name, content in files(site, day):
                found.writestr(told(name), content, zipfile.ZIP_DEFLATED)
        new.replace(archive)
    finally:
        new.unlink(missing_ok=True)


def told(name: str) -> zipfile.ZipInfo:
    """Return what the archive says of a file: a web server that unpacks it may read it."""
    info = zipfile.ZipInfo(name, SINCE)
    info.external_attr = 0o644 << 16
    return info


def files(site: Path, day: date) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the archive, by name, with what they hold."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name not in LEFT_OUT:
            yield name, content(path, name, day)


def content(path: Path, name: str, day: date) -> bytes:
    """Return what the archive holds of a file."""
    if path.suffix == ".css" and name.startswith(SHARED):
        return style(path).encode()
    if path.suffix != ".html":
        return path.read_bytes()
    html = page(path.read_text(encoding="utf-8"), day, "../" * name.count("/") or HERE)
    return (styled(html, path.parent) if name.startswith(PRINTED) else html).encode()


def style(path: Path) -> str:
    """Return a style of the site, with that of the copy; a font that is on the disk is waited for, and no page goes without it."""
    return path.read_text(encoding="utf-8").replace(*WAITED) + STYLE.read_text(encoding="utf-8")


def styled(html: str, folder: Path) -> str:
    """Return a page that holds its styles: a browser hides their rules from the scripts where they are in a file beside the page."""
    link = SHEET.search(html)
    if link is None:
        return html
    text = ADDRESS.sub(rf"url({link[1]}", style(folder / link[1] / link[2]))
    allowed = b64encode(sha256(text.encode()).digest()).decode()
    return html.replace(link[0], f"<style>{text}</style>").replace(STYLES, f"{STYLES} 'sha256-{allowed}'", 1)


def page(html: str, day: date, root: str) -> str:
    """Return a page whose links name their pages, which loads nothing ahead, and which says of which day it is and where the copy begins."""
    pieces, at = [], 0
    of_copy = f" (copie du {escape(long_date(day))})"
    html = html.replace("<body ", f'<body data-archive="{root}" data-hors-reseau="{of_copy}" ', 1)
    for tag in tags(html):
        pieces += [html[at : tag.at], named(tag)]
        at = tag.at + len(tag.source)
    html = PRELOAD.sub("", "".join(pieces) + html[at:])
    html = DATED.sub(rf'<\1><span\2>\3</span><span class="copie__jour">{of_copy}</span>\4', html)
    said = f"Copie hors réseau du {escape(long_date(day))}"
    html = MASTHEAD.sub(rf"\1 · {said[0].lower()}{said[1:]}\2", html, count=1)
    html = TOP.sub(lambda found: found[0] + told_first(html, said), html, count=1)
    return BODY.sub(rf"\g<0>{ALONE}", html, count=1) if root == HERE else html


def told_first(html: str, said: str) -> str:
    """Return what a page of the copy says before anything else."""
    online = ONLINE.search(html)
    link = f' <a href="{online[1]}">Lisez cette page sur le site.</a>' if online else ""
    return (
        f'<p class="copie"><strong>{said}.</strong> Ce qui a changé depuis n’y est pas&nbsp;: '
        f"même datée d’aujourd’hui, une réponse est celle que l’on connaissait ce jour-là.{link}</p>"
    )


def named(tag: Tag) -> str:
    """Return a tag, the address of a folder completed with the name of its page."""
    if tag.name != "a":
        return tag.source
    return LINK.sub(lambda found: found[1] + escape(complete(unescape(found[2]))) + found[3], tag.source)


def complete(address: str) -> str:
    """Return an address within the site with the name of its page; any other as it is."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.rpartition("/")[2] not in {"", ".", ".."}:
        return address
    return parts._replace(path=f"{parts.path.rstrip('/')}/{PAGE}").geturl()


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
