"""What a built site publishes in a form of its own."""

from __future__ import annotations

import json
from pathlib import Path

from macros.export.search import ENGINE

BEFORE = "const DOCUMENTS = "


def searched(site: Path) -> list[list[str]]:
    """Return the location, the title and the text of each page and section that the search knows."""
    lines = (site / ENGINE).read_text(encoding="utf-8").splitlines()
    (said,) = (line for line in lines if line.startswith(BEFORE))
    return [entry[:3] for entry in json.loads(said.removeprefix(BEFORE).removesuffix(";"))]
