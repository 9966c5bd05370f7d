"""Firefox, where it is installed: driven by its own protocol (Marionette), to print pages as it does."""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

# Letter paper, in centimetres: the page's own size and margins are what it prints with.
LETTER = {"width": 21.59, "height": 27.94}
# Neither a page of its own, at its start and in each new tab, nor extensions to look for: nothing that a page is shown with.
BARE = """user_pref("browser.startup.page", 0);
user_pref("browser.newtabpage.enabled", false);
user_pref("extensions.enabledScopes", 0);
"""


def free_port() -> int:
    """Return a port that nothing listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Firefox:
    """A headless Firefox with an empty profile, for the time of a `with`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.folder = tempfile.TemporaryDirectory()
        self.port = free_port()
        (Path(self.folder.name) / "user.js").write_text(f'{BARE}user_pref("marionette.port", {self.port});\n', encoding="utf-8")
        self.number = 0
        self.answers: dict[int, Any] = {}

    def __enter__(self) -> Firefox:
        command = [self.path, "--headless", "--marionette", "--no-remote", "--profile", self.folder.name]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": self.folder.name})
        self.link = self.connect()
        self.receive()
        self.send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "accept"}}})
        return self

    def connect(self) -> socket.socket:
        """Return the link to the browser, once it listens."""
        for _ in range(300):
            try:
                return socket.create_connection(("127.0.0.1", self.port), timeout=120)
            except OSError:
                time.sleep(0.2)
        raise AssertionError("Firefox does not answer")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.link.close()
        self.process.terminate()
        self.process.wait(30)
        self.folder.cleanup()

    def receive(self) -> Any:
        """Return the next message: its length, a colon, JSON."""
        length = b""
        while (sign := self.link.recv(1)) != b":":
            length += sign
        body = b""
        while len(body) < int(length):
            body += self.link.recv(int(length) - len(body))
        return json.loads(body)

    def ask(self, command: str, values: dict[str, Any]) -> int:
        """Give a command without waiting for its answer; return its number."""
        self.number += 1
        message = json.dumps([0, self.number, command, values])
        self.link.sendall(f"{len(message)}:{message}".encode("ascii"))
        return self.number

    def answer(self, asked: int) -> Any:
        """Return the answer to a command, whichever comes first; raises AssertionError with what the browser says."""
        while asked not in self.answers:
            _, number, error, answer = self.receive()
            self.answers[number] = (error, answer)
        error, answer = self.answers.pop(asked)
        assert error is None, error
        return answer

    def send(self, command: str, values: dict[str, Any]) -> Any:
        """Give a command and return its answer."""
        return self.answer(self.ask(command, values))

    def tab(self) -> None:
        """Go on in a new tab; the others stay as they are."""
        self.send("WebDriver:SwitchToWindow", {"handle": self.send("WebDriver:NewWindow", {"type": "tab"})["handle"]})

    def go(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self.send("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *values: Any) -> Any:
        """Return what the body of a function returns in the page."""
        return self.send("WebDriver:ExecuteScript", {"script": script, "args": list(values)})["value"]

    def print(self) -> int:
        """Begin to print the page, and return what `printed` takes: Firefox waits up to a second before each of the first ten pages."""
        paper = {"page": LETTER, "margin": {"top": 0, "bottom": 0, "left": 0, "right": 0}, "shrinkToFit": False, "background": False}
        return self.ask("WebDriver:Print", paper)

    def printed(self, begun: int | None = None) -> bytes:
        """Return the page as it is printed, or what `print` began to print, as PDF."""
        return base64.b64decode(self.answer(begun or self.print())["value"])
