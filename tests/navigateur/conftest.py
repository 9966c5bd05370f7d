"""A real browser, and what no page may do in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.navigateur.scripts import Scripts

# A machine that is busy with something else is slow, not wrong.
expect.set_options(timeout=30_000)


@dataclass
class Watch:
    """What a page did that it must not do."""

    host: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def on_request(self, url: str) -> None:
        """Note a request that leaves for another host."""
        if not url.startswith((self.host, "data:", "blob:")):
            self.foreign.append(url)

    def on_console(self, message: ConsoleMessage) -> None:
        """Note an error or a violation of the content security policy."""
        if message.type == "error" or "Content Security Policy" in message.text:
            self.errors.append(f"{message.text} {message.location}")

    def follow(self, page: Page) -> None:
        """Watch a page."""
        page.on("request", lambda request: self.on_request(request.url))
        page.on("console", self.on_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


@pytest.fixture(scope="session")
def scripts() -> Iterator[Scripts]:
    """What ran of the scripts, when it is measured."""
    scripts = Scripts()
    yield scripts
    scripts.write()


@pytest.fixture
def watch(address: str) -> Watch:
    """What the pages of a test must not do."""
    return Watch(address)


@dataclass
class Opener:
    """Opens watched pages, each in a browser that has stored nothing."""

    browser: Browser
    watch: Watch
    scripts: Scripts
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, path: str = "", width: int = 1280, dark: bool = False, **options: object) -> Page:
        """Open a page of the site."""
        view, scheme = {"width": width, "height": 900}, "dark" if dark else "light"
        context = self.browser.new_context(viewport=view, color_scheme=scheme, locale="fr-CA", base_url=self.watch.host + "/", **options)
        self.contexts.append(context)
        page = context.new_page()
        self.watch.follow(page)
        self.scripts.follow(page)
        page.goto(path or ".")
        return page

    def close(self) -> None:
        """Close the pages: nothing forbidden was done in them."""
        self.scripts.gather()
        cookies = [cookie for context in self.contexts for cookie in context.cookies()]
        for context in self.contexts:
            context.close()
        assert self.watch.foreign == []
        assert self.watch.errors == []
        assert cookies == []


@pytest.fixture
def new_page(browser: Browser, watch: Watch, scripts: Scripts) -> Iterator[Callable[..., Page]]:
    """Opens watched pages: `new_page("glossaire/", width=390, dark=True)`; at the end, nothing forbidden was done."""
    opener = Opener(browser, watch, scripts)
    yield opener.open
    opener.close()


@pytest.fixture(scope="module")
def same_page(browser: Browser, address: str, scripts: Scripts) -> Iterator[Callable[[str], Page]]:
    """Opens a watched page once for all the tests of a file, which store nothing and leave it as it was: `same_page("modeles/classe/")`."""
    opener = Opener(browser, Watch(address), scripts)
    yield cache(opener.open)
    opener.close()


@pytest.fixture(scope="module")
def again(same_page: Callable[[str], Page]) -> Callable[[str], Page]:
    """Opens a page anew in the one tab of a file, for tests that store nothing: a tab costs as much as the page."""

    def open_page(path: str) -> Page:
        page = same_page("")
        # From elsewhere: an address that differs by its question alone would leave the page as it was.
        page.goto("about:blank")
        page.goto(path)
        return page

    return open_page
