"""The address that the site is to have, as SITE_URL gives it to any engine."""

from __future__ import annotations

import os
from urllib.parse import urlsplit, urlunsplit

NO_ADDRESS = "SITE_URL={}: no site can have this address. Remedy: write all of it, as https://exemple.ca/dossier/."


def asked() -> str:
    """Return the site's address, that of a folder, empty where it is not known. Raises SystemExit for what is no address."""
    typed = os.environ.get("SITE_URL", "")
    if typed and not is_address(typed):
        raise SystemExit(NO_ADDRESS.format(typed))
    parts = urlsplit(typed)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/")) if typed else ""


def is_address(typed: str) -> bool:
    """Tell whether a browser could open what was typed."""
    try:
        parts = urlsplit(typed)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # A bracket alone, a port that is no number
        return False
