"""Serve a site as a host does: text compressed, and files that the browser keeps for ten minutes, as on many hosts of static pages."""

from __future__ import annotations

import gzip
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tools.serving import QuietHandler

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
KEPT = "public, max-age=600"


@cache
def compressed(path: Path) -> bytes:
    """Return a file as gzip sends it."""
    return gzip.compress(path.read_bytes(), 9, mtime=0)


class Host(QuietHandler):
    """Serves what a reader's browser would get from a host."""

    def send_head(self) -> BinaryIO | None:
        """Send the head of an answer and return its body, compressed if it is text."""
        path = Path(self.translate_path(self.path))
        if self.path.endswith("/"):
            path /= "index.html"
        if path.suffix not in COMPRESSED or not path.is_file():
            return super().send_head()
        body = compressed(path)
        self.send_response(200)
        for name, value in {"Content-Type": self.guess_type(path), "Content-Encoding": "gzip", "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        """End the head of an answer: how long its file is kept."""
        self.send_header("Cache-Control", KEPT)
        super().end_headers()
