"""Pages of a built site with the content of the folds that they leave apart in its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

APART = re.compile(r'( data-a-part)="(\d+)"([^>]*>.*?<a data-repli [^>]*>.*?</a>)', re.S)
SCRIPT = re.compile(r'<body data-plis="[./]*([^"]+)"')


def whole(site: Path, address: str) -> str:
    """Return the HTML of a page, `address` being its own from the site's root."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    found = SCRIPT.search(html)
    if found is None:
        return html
    contents = json.loads((site / found[1]).read_text(encoding="utf-8").removeprefix("window.Plis = ").removesuffix(";\n"))
    return APART.sub(lambda fold: f"{fold[1]}{fold[3]}\n{contents[int(fold[2])]}", html)
