"""Find nginx, or install it from Debian, and serve a built site with its example of configuration."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.browser import apt_install, may_install
from tools.server_examples import FOLDER

PATHS = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"])
MISSING = (
    "nginx is missing: its example of configuration is tested with it. Remedy: install it (Debian: apt-get install nginx-light), then run again."
)
# Around the example: one process, nothing outside of its folder.
AROUND = """\
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    fastcgi_temp_path {folder}/fastcgi;
    proxy_temp_path {folder}/proxy;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    include {folder}/example.conf;
}}
"""


def find() -> str:
    """Return the path of nginx, installed if need be. Raises SystemExit with the remedy."""
    path = shutil.which("nginx", path=PATHS)
    if path is None and may_install():
        apt_install("nginx-light")
        path = shutil.which("nginx", path=PATHS)
    if path is None:
        raise SystemExit(MISSING)
    return path


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def configuration(site: Path, port: int) -> str:
    """Return the example as someone would adapt it. Raises ValueError if a line to adapt is no longer there."""
    text = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    for former, new in (("listen 80;", f"listen 127.0.0.1:{port};"), ("root /srv/communiquer/site;", f'root "{site}";')):
        if text.count(former) != 1:
            raise ValueError(f"no {former!r} in the example")
        text = text.replace(former, new)
    return text


@contextmanager
def serving_with_nginx(site: Path, folder: Path) -> Iterator[str]:
    """Serve a built site while the context lasts; `folder` is nginx's own. Gives its address, without a final slash."""
    port = free_port()
    (folder / "example.conf").write_text(configuration(site, port), encoding="utf-8")
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
    server = subprocess.Popen([find(), "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.PIPE, text=True)
    try:
        wait(server, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait(server: subprocess.Popen[str], port: int) -> None:
    """Wait until the server answers. Raises RuntimeError with its words if it stops."""
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(server.stderr.read() if server.stderr else "")


if __name__ == "__main__":
    print(find())
