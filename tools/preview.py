"""`make serve`: the pages as they are published, policy included, plus what live reload needs.

MkDocs writes an inline script, never twice the same, in each page that it serves, and that script asks the server for news. Here the
policy of the page served allows that one script, by its hash, and requests to the server. The site itself is never served so.

Of a change that stops the build, MkDocs shows nothing, and answers no request until it is mended: here each page says the mistakes, and comes back
once they are mended.
"""

from __future__ import annotations

import os
import re
import socket
import traceback
from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer

from macros.adapter.address import asked
from macros.export.csp import digest
from macros.mistakes import typeset

HOST = "127.0.0.1"
SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
TAKEN = (
    "Le port {port} est déjà pris, peut-être par un autre « make serve » ; fermez-le, ou choisissez un autre port : make serve PORT={other}\n"
    "Port {port} is taken, perhaps by another `make serve`. Remedy: stop it, or choose another port: make serve PORT={other}"
)
WAITING = "L'aperçu attend : corrigez ce qui précède, puis enregistrez."
# As high as any page, so that the reader's place is kept.
MISTAKES = """<!doctype html>
<html lang="fr-CA"><head><meta charset="utf-8"><title>À corriger</title>
<style>
:root {{ color-scheme: light dark; font: 1.1rem/1.5 sans-serif; }}
body {{ margin: 0; min-height: 100000px; }}
main {{ position: fixed; inset: 0; overflow: auto; padding: 1rem 2rem; }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
</style></head>
<body><main><h1>À corriger</h1>
<p>L’aperçu attend. Corrigez ce qui suit, puis enregistrez : la page revient d’elle-même.</p>
<pre>{}</pre></main></body></html>
"""


class PreviewServer(LiveReloadServer):
    """The server of MkDocs, whose live reload the policy of each page allows, and whose pages say what stops a build."""

    def __init__(self, builder: Callable[[], None], *args: Any, **named: Any) -> None:
        super().__init__(partial(self.rebuild, builder), *args, **named)
        self.mistakes = ""

    def rebuild(self, build: Callable[[], None]) -> None:
        """Build the site again; what stops it is told, and shown by each page until it is mended."""
        try:
            build()
            self.mistakes = ""
        except (Exception, SystemExit) as error:
            self.mistakes = str(error) or type(error).__name__
            print(f"{self.mistakes}\n{WAITING}" if isinstance(error, SystemExit) else traceback.format_exc(), flush=True)

    def server_bind(self) -> None:
        """Take the port. Raises SystemExit with the remedy if another took it while the site was being built."""
        try:
            super().server_bind()
        except OSError:
            raise taken(self.server_address[1]) from None

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Add the script of live reload, and to the policy what it needs; in place of the page, what stops the build."""
        content = MISTAKES.format(escape(typeset(self.mistakes))).encode() if self.mistakes else content
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return allowing(page.decode(), SCRIPT.match(page[content.rfind(b"</body>") :].decode())).encode()


def allowing(page: str, script: re.Match[str] | None) -> str:
    """Return a page whose policy allows one more script, and requests to its own host. Raises ValueError without that script."""
    if script is None:
        raise ValueError("MkDocs no longer writes the script of live reload as it did")
    page = page.replace("script-src 'self'", f"script-src 'self' {digest(script[1])}", 1)
    return page.replace("connect-src 'none'", "connect-src 'self'", 1)


def taken(port: int) -> SystemExit:
    """Return what to say of a port that another program has."""
    return SystemExit(TAKEN.format(port=port, other=port + 1))


def free(port: int) -> bool:
    """Tell whether one can listen on a port of this machine."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError:
        return False
    return True


def preview(port: int) -> None:
    """Build and serve the site on a port with live reload, until interrupted. Raises SystemExit if it is taken, or SITE_URL wrong."""
    asked()
    if not free(port):
        raise taken(port)
    serve.LiveReloadServer = PreviewServer  # type: ignore[attr-defined]
    cli(["serve", "--livereload", "--dev-addr", f"{HOST}:{port}"])


def port_asked() -> int:
    """Return the port that PORT names, 8000 by default. Raises SystemExit if it names none."""
    asked = os.environ.get("PORT") or "8000"
    if not (asked.isdecimal() and 0 < int(asked) < 65535):
        raise SystemExit(f"PORT={asked} : un port est un nombre, de 1 à 65534\nPORT={asked}: a port is a number, from 1 to 65534")
    return int(asked)


if __name__ == "__main__":
    preview(port_asked())
