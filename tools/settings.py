"""Agree on `mkdocs.yml` as it is: write the fingerprint of each of its keys where the check reads them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from macros.checking.settings import AGREED, FILE, settings
from macros.mistakes import report
from macros.reading.nodes import Source

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write the fingerprints, or say why they cannot be known; return the exit code."""
    source = Source(FILE)
    found = settings(ROOT, source)
    if found is None:
        print(report(source.mistakes))
        return 1
    AGREED.write_text(json.dumps({key: fingerprint for key, (_, fingerprint) in found.items()}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
