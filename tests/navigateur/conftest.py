"""A real browser, and what no page may do in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from typing import Literal
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.navigateur.scripts import Scripts

# What a page that a test opens is shown with, unless it says otherwise.
USUAL = {"media": "null", "reduced_motion": "no-preference", "forced_colors": "none", "contrast": "no-preference"}
# What a page left in the browser, which the next one would find: nothing of it is left once it is told. It is out of sight from then on: at
# another width and in other colours, all of it would be styled again for nothing. It is told no more of that than when one leaves it.
LEFT = """() => {
  for (const told of ["change", "blur", "focusout"]) addEventListener(told, (event) => event.stopImmediatePropagation(), true);
  document.documentElement.style?.setProperty("content-visibility", "hidden", "important");
  const stores = [localStorage, sessionStorage];
  const kept = stores.flatMap((store) => Object.entries(store));
  stores.forEach((store) => store.clear());
  return [document.cookie, kept];
}"""
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


@dataclass
class Tab:
    """Opens pages one after the other in one tab, each as in a new one."""

    page: Page
    watch: Watch
    before: ExitStack = field(default_factory=ExitStack)

    def open(self, path: str = "", width: int = 1280, dark: bool = False, script: str = "", **media: str) -> Page:
        """Open a page of the site, whatever the one before was; `media` as for `emulate_media`.

        A script runs before those of this page and of the next ones, until the end of the test.
        """
        if script:
            self.before.enter_context(self.page.add_init_script(script))
        # From elsewhere: an address that differs by what follows # alone would leave the page as it was. Without a #, it is opened anew.
        if "#" in path and urldefrag(urljoin(self.watch.host + "/", path)).url == urldefrag(self.page.url).url:
            self.page.goto("about:blank")
        # To give it the size that it has would have it laid out again.
        if self.page.viewport_size != (view := {"width": width, "height": 900}):
            self.page.set_viewport_size(view)
        self.page.emulate_media(**{**USUAL, "color_scheme": "dark" if dark else "light", **media})
        self.page.goto(path or ".")
        return self.page

    def on(self, day: str, path: str = "", **shown: object) -> Page:
        """Open a page as it is read on a day, late in the evening: an hour later in summer, the same day."""
        self.page.clock.set_fixed_time(f"{day}T22:30:00-05:00")
        return self.open(path, **shown)

    def leave(self, stored: bool = False) -> None:
        """Check what the pages did, and forget it; something may be stored where one says so."""
        for other in self.page.context.pages:
            if other is not self.page:
                other.close()
        self.before.close()
        # Cookies that a page does not see are looked for once the tab is closed.
        cookie, kept = self.page.evaluate(LEFT) if self.page.url.startswith(self.watch.host) else ("", [])
        done = [*self.watch.foreign, *self.watch.errors, *filter(None, [cookie])]
        self.watch.foreign.clear()
        self.watch.errors.clear()
        assert done == []
        assert stored or kept == []


@dataclass
class Tabs:
    """The tabs of a file, each in a browser of its own that has stored nothing: one for each set of options."""

    opener: Opener
    opened: dict[str, Tab] = field(default_factory=dict)

    def tab(self, **options: object) -> Tab:
        """Return the tab with these options."""
        known = self.opened.get(str(options)) or Tab(self.opener.open("about:blank", **options), self.opener.watch)
        return self.opened.setdefault(str(options), known)


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
def tabs(browser: Browser, address: str, scripts: Scripts) -> Iterator[Tabs]:
    """The tabs of a file: a tab costs as much as the page that one opens in it."""
    opener = Opener(browser, Watch(address), scripts)
    yield Tabs(opener)
    opener.close()


@pytest.fixture
def again(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """Opens a page anew in the one tab of a file, as `new_page` does, for tests that store nothing and listen to nothing.

    At the end, nothing was stored, and nothing forbidden was done.
    """
    yield tabs.tab().open
    tabs.tab().leave()


@pytest.fixture
def emptied(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """Opens a page anew in the one tab of a file, for tests that store something: it is forgotten at the end."""
    yield tabs.tab().open
    tabs.tab().leave(stored=True)


@pytest.fixture
def watched(tabs: Tabs) -> Watch:
    """What the pages of the one tab of a file do that they must not do, for tests that have them do it."""
    return tabs.opener.watch


@pytest.fixture
def listen(tabs: Tabs) -> Iterator[Callable[[Literal["request", "dialog", "framenavigated"], Callable[..., None]], None]]:
    """Listens to the one tab of a file until the end of a test: `listen("request", note)`."""
    page = tabs.tab().page
    with ExitStack() as heard:

        def begin(event: Literal["request", "dialog", "framenavigated"], told: Callable[..., None]) -> None:
            page.on(event, told)
            heard.callback(page.remove_listener, event, told)

        yield begin


@pytest.fixture
def with_clipboard(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """Opens a page in one tab that may read and write the clipboard."""
    tab = tabs.tab(permissions=["clipboard-read", "clipboard-write"])
    yield tab.open
    tab.leave()


@pytest.fixture
def on_day(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """Opens a page as it is read on a day, in one tab, for tests that store nothing: `on_day("2026-07-01", "calendrier/")`."""
    tab = tabs.tab(timezone_id="America/Toronto")
    yield tab.on
    tab.leave()


@pytest.fixture
def without_script(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """Opens a page in one tab where no script runs."""
    tab = tabs.tab(java_script_enabled=False)
    yield tab.open
    tab.leave()
