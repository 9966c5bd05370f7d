"""The content security policy: a `<meta>` in each built page, which runs no script but the site's own files.

And that no host which a link leads to is told where one comes from.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

CHARSET = re.compile(r'<meta charset="utf-8">')
# A browser tells a host that a link leads to where the reader comes from: the name of an intranet, or the whole address in an older one.
NO_REFERRER = '<meta name="referrer" content="no-referrer">'


def protected(html: str, styles: Iterable[str], *, asks: bool) -> str:
    """Return the page with its policy, right after its charset. Raises ValueError for a page without one."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(styles, asks=asks)}">'
    result, count = CHARSET.subn(lambda m: f"{m[0]}\n{meta}\n{NO_REFERRER}", html, count=1)
    if not count:
        raise ValueError("no charset in the page's head")
    return result


def policy(styles: Iterable[str], *, asks: bool) -> str:
    """Return the policy of a page: its own host, the styles that it holds; `asks` if it may ask its host for anything once loaded."""
    asked = "'self'" if asks else "'none'"
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' {' '.join(map(digest, styles))}",
            "img-src 'self' data:",
            "font-src 'self'",
            f"connect-src {asked}",
            f"worker-src {asked}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def digest(code: str) -> str:
    """Return the source expression of an inline code."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
