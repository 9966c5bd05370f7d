"""Addresses of other hosts are asked, and those that are gone told where they stand; what a host merely refuses is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.loading import load
from tests.erreurs.edits import apply
from tools.addresses import answer, answers, dead, places, unknown

CODES = {"/la": 200, "/l%C3%A0?q=%C3%A9": 200, "/disparue": 404, "/retiree": 410, "/refusee": 403, "/trop": 429, "/panne": 500}

# What no program of the Web reads.
GARBAGE = {"/bruit": b"\x00\xff\r\n\r\n", "/longue": b"HTTP/1.1 200 " + b"x" * 70_000, "/entetes": b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300}


class Host(BaseHTTPRequestHandler):
    """Answers each path with its code."""

    def do_GET(self) -> None:
        if self.path in GARBAGE:
            self.wfile.write(GARBAGE[self.path])
            return
        self.send_response(CODES[self.path])
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """The address of a host of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_only_what_is_gone_is_told(host: str) -> None:
    said = {path: answer(host + path) for path in CODES}
    assert {path for path, problem in said.items() if problem} == {"/disparue", "/retiree"}
    assert {path for path, problem in said.items() if problem is None} == {"/refusee", "/trop", "/panne"}
    assert answer(f"{host}/la#partie") == answer(f"{host}/là?q=é") == ""
    assert answer("https://hote.invalid/page") == "est à un site qui n'existe plus"
    assert answer("http://127.0.0.1:9/") is None


@pytest.mark.parametrize("path", GARBAGE)
def test_a_host_that_answers_garbage_is_told(path: str, host: str) -> None:
    assert answer(host + path) == "ne mène à rien qui se lise"


def test_an_address_that_cannot_be_asked_is_told() -> None:
    assert answer("https://exemple.ca:port/") == "ne mène à rien qui se lise"


def test_each_place_of_a_dead_address_is_told(host: str) -> None:
    found = {f"{host}/disparue": [("docs/b.md", 4), ("data/a.yml", 7)], f"{host}/la": [("docs/b.md", 5)]}
    assert [*map(str, dead(found, answers(found)))] == [
        f"data/a.yml:7 : l'adresse « {host}/disparue » n'existe plus ; trouvez la nouvelle, ou enlevez le lien",
        f"docs/b.md:4 : l'adresse « {host}/disparue » n'existe plus ; trouvez la nouvelle, ou enlevez le lien",
    ]


def test_an_address_of_which_nothing_is_known_is_named(host: str) -> None:
    found = {f"{host}/refusee": [("docs/b.md", 4), ("docs/c.md", 1)], f"{host}/la": [("docs/b.md", 5)], f"{host}/disparue": [("docs/b.md", 6)]}
    assert unknown(found, answers(found)) == [f"- {host}/refusee (docs/b.md:4)"]


def test_the_addresses_are_those_of_the_pages_and_of_the_data(small_root: Path) -> None:
    apply(
        "--- docs/index.md\n+Voyez <https://exemple.ca/page>.\n+\n"
        ' Lisez la [directive](encadrements/directive.md#art-2-1), surtout {{ art("directive/2.1") }}.\n'
        "--- data/encadrements.yml\n     oblige_personnel: oui\n+    texte_adopte: https://exemple.ca/directive.pdf\n     couverture: oui",
        small_root,
    )
    assert places(load(small_root).draft) == {
        "https://exemple.ca/page": [("docs/index.md", 7)],
        "https://exemple.ca/directive.pdf": [("data/encadrements.yml", 13)],
    }
