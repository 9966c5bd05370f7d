"""The tags of a built page, read so strictly that no browser can read others.

Every `<` opens a tag that is well formed, no value holds one, and what HTML reads as text alone (a script, a title) holds none:
a page that passes is cut in the same tags by any reader, whatever it thinks of elements within others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

SPACE = r"[ \t\r\n\f]"
NAME = r"""[^ \t\r\n\f"'<>/=`\x00-\x1f\x7f]+"""
ATTRIBUTE = rf"""({NAME})(?:=("[^"<]*"|'[^'<]*'|{NAME}))?"""
TAG = re.compile(rf"<(/?)([a-z][a-z0-9]*)((?:{SPACE}+{ATTRIBUTE})*){SPACE}*/?>", re.I | re.A)
ATTRIBUTES = re.compile(ATTRIBUTE)
DOCTYPE = re.compile(r"\s*<!doctype html>", re.I)
# Elements whose content is text, whatever it looks like.
TEXT_ONLY = {"script", "style", "title", "textarea"}


class Tag(NamedTuple):
    """A tag: where it starts in the page, its name (that of a closing tag begins with a slash), its source, the text that follows it.

    What cannot be read as a tag has an empty name.
    """

    at: int
    name: str
    source: str
    text: str = ""

    @property
    def attributes(self) -> list[tuple[str, str]]:
        """The attributes in order, as a browser decodes them, names in lower case."""
        found = TAG.match(self.source)
        pairs = ATTRIBUTES.findall(found[3]) if found else []
        return [(name.lower(), unescape(value[1:-1] if value[:1] in ("'", '"') else value)) for name, value in pairs]

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, the first given, as browsers do; None without it."""
        return next((value for key, value in self.attributes if key == name), None)


def tags(html: str) -> Iterator[Tag]:
    """Yield the tags of a page in order."""
    opening = DOCTYPE.match(html)
    at, inside = html.find("<", opening.end() if opening else 0), ""
    while at >= 0:
        following = html.find("<", at + 1)
        tag = tag_at(html, at, following if following >= 0 else len(html), inside)
        inside = tag.name if tag.name in TEXT_ONLY else ""
        yield tag
        at = following


def tag_at(html: str, at: int, end: int, inside: str) -> Tag:
    """Return the tag at an offset, `end` being the next one's; within an element of text alone, only its own end is one."""
    match = TAG.match(html, at, end)
    name = (match[1] + match[2]).lower() if match else ""
    if match is None or (inside and name != f"/{inside}"):
        return Tag(at, "", html[at:end])
    return Tag(at, name, match[0], html[match.end() : end])
