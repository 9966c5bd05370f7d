"""HTML to plain text, for words shown outside of their own page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = {"p", "li", "tr", "dt", "dd", "th", "td", "div", "ul", "ol", "table", "h2", "h3", "h4", "caption", "section"}


class _Text(HTMLParser):
    """Gathers the text of HTML, blocks apart."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Set a block apart from what precedes."""
        self.parts.append("\n" if tag in BLOCKS or tag == "br" else "")

    def handle_endtag(self, tag: str) -> None:
        """Set a block apart from what follows."""
        self.parts.append("\n" if tag in BLOCKS else "")

    def handle_data(self, data: str) -> None:
        """Keep the text; the line breaks of the source mean nothing."""
        self.parts.append(data.replace("\n", " "))


def plain_text(html: str) -> str:
    """Return the text of HTML, a line for each block; non-breaking spaces stay."""
    parser = _Text()
    parser.feed(html)
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ") for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """Return lines as one, each set apart from the next even where it has no final mark."""
    *lines, last = text.split("\n")
    return " ".join([*(line if line[-1] in ".;:,!?…" else f"{line};" for line in lines), last])
