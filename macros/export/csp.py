"""The content security policy: a `<meta>` in each built page, inline scripts allowed by their hash alone."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S)
STYLE = re.compile(r"<style[^>]*>(?P<code>.*?)</style>", re.S)
CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.I)
# The search is all that asks for anything once a page is loaded: its index, and the script that reads it.
SEARCH = 'data-md-component="search"'
DATA_BLOCK = re.compile(r'type="?application/(?:ld\+)?json')


def protected(html: str) -> str:
    """Return the page with its policy, right after its charset. Raises ValueError for a page without one."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    result, count = CHARSET.subn(lambda m: m[0] + "\n" + meta, html, count=1)
    if not count:
        raise ValueError("no charset in the page's head")
    return result


def policy(html: str) -> str:
    """Return the policy of a page: its own host, and the inline scripts and styles it holds now; without a search, no request at all."""
    asked = "'self'" if SEARCH in html else "'none'"
    scripts = [m["code"] for m in SCRIPT.finditer(html) if "src=" not in m["attributes"] and not DATA_BLOCK.search(m["attributes"])]
    styles = [m["code"] for m in STYLE.finditer(html)]
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes(scripts)]),
            " ".join(["style-src 'self'", *hashes(styles)]),
            "img-src 'self' data:",
            "font-src 'self'",
            f"connect-src {asked}",
            f"worker-src {asked}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def hashes(codes: Iterable[str]) -> list[str]:
    """Return the source expressions of inline codes, without repetition."""
    digests = (base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in codes)
    return list(dict.fromkeys(f"'sha256-{digest}'" for digest in digests))
