"""What is written on a page stays nowhere in the browser that nobody asked for: no store, address, title, history or clipboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.navigateur.test_accessibilite import ANSWERED
from tests.navigateur.test_noms import FIELDS, FILL, NAME

# A page of each kind where one writes.
WRITTEN = ("puis-je/", ANSWERED.format("teams"), "transparence/logiciels/", "autoevaluation/classe/", "autoevaluation/evaluation-plateforme/")
# Where what is written disappears with the page.
SHEETS = ("modeles/consentement/", "modeles/plainte/", "modeles/classe/")
# Notes what goes to the clipboard, and prints nothing.
SPY = """window.print = () => {};
window.copied = [];
if (navigator.clipboard) navigator.clipboard.writeText = (text) => Promise.resolve(window.copied.push(text));"""
# All that one can tick or press, but for what asks that something be kept, or takes away.
PRESS = """() => {
  const press = (one) => one.click();
  document.querySelectorAll("main :is([type=radio], [type=checkbox])").forEach(press);
  const asks = /garder|accorder|Garder|ffacer|etirer|Enregistrer/;
  const buttons = [...document.querySelectorAll("main button")].filter((one) => one.checkVisibility() && !one.closest("dialog"));
  buttons.filter((one) => !asks.test(one.outerHTML)).forEach(press);
  // A browser names after its title the file in which it prints a page.
  dispatchEvent(new Event("beforeprint"));
}"""
HELD = """async () => {
  const stores = [Object.entries(localStorage), Object.entries(sessionStorage), await indexedDB.databases(), await caches.keys()];
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  const said = [document.title, location.href, window.name, JSON.stringify(history.state), ...window.copied];
  const result = [stores.flat().length + workers.length, document.cookie, said];
  dispatchEvent(new Event("afterprint"));
  return result;
}"""


def written(page: Page) -> None:
    """Write a name in each field, and press all that is there, twice: what a first time brings is filled too."""
    for _ in range(2):
        page.evaluate(FILL, NAME)
        page.evaluate(PRESS)
    page.evaluate(FILL, NAME)


@pytest.mark.parametrize("path", [*WRITTEN, *SHEETS])
def test_what_is_written_stays_nowhere_in_the_browser(path: str, again: Callable[..., Page], listen: Callable[..., None]) -> None:
    listen("dialog", lambda dialog: dialog.accept())
    page = again(path, script=SPY)
    written(page)
    many, cookie, said = page.evaluate(HELD)
    assert (many, cookie) == (0, "")
    assert [one for one in said if NAME.lower() in one.lower()] == []
    assert page.evaluate(f"[...document.querySelectorAll('main :is({FIELDS})')].some((field) => field.value.includes('{NAME}'))")
