"""The last hand on the built pages."""

from __future__ import annotations

import re
from pathlib import Path

from macros.export.csp import protected

# The theme writes it on its two checkboxes; HTML allows it on text fields only.
CHECKBOX = re.compile(r'(<input\b[^>]*type="checkbox"[^>]*?) autocomplete="off"')


def finish(site: Path, *, preview: bool) -> None:
    """Make each built page valid HTML and, unless it is a preview, give it its content security policy."""
    for page in sorted(site.rglob("*.html")):
        html = CHECKBOX.sub(r"\1", page.read_text(encoding="utf-8"))
        page.write_text(html if preview else protected(html), encoding="utf-8")
