"""`make serve`: the pages as they are published, policy included, plus what live reload needs.

MkDocs writes an inline script, never twice the same, in each page that it serves, and that script asks the server for news. Here the
policy of the page served allows that one script, by its hash, and requests to the server. The site itself is never served so.
"""

from __future__ import annotations

import os
import re
import socket

from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer

from macros.export.csp import digest

HOST = "127.0.0.1"
SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
TAKEN = (
    "Le port {port} est déjà pris, peut-être par un autre « make serve » ; fermez-le, ou choisissez un autre port : make serve PORT={other}\n"
    "Port {port} is taken, perhaps by another `make serve`. Remedy: stop it, or choose another port: make serve PORT={other}"
)


class PreviewServer(LiveReloadServer):
    """The server of MkDocs, whose live reload the policy of each page allows."""

    def server_bind(self) -> None:
        """Take the port. Raises SystemExit with the remedy if another took it while the site was being built."""
        try:
            super().server_bind()
        except OSError:
            raise taken(self.server_address[1]) from None

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Add the script of live reload, and to the policy what it needs."""
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
    """Build and serve the site on a port with live reload, until interrupted. Raises SystemExit with the remedy if the port is taken."""
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
