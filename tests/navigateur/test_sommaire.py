"""The table of contents beside a long page: it follows what is read, and never moves under who uses it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

POINTS = "points-a-clarifier/"
FRAME = "document.querySelector('.md-sidebar--secondary .md-sidebar__scrollwrap')"
# The foot of the page is tall: further down, the table leaves the window.
FAR = "document.body.scrollHeight - innerHeight - 900"
# The part that is read changes in the frame after a scroll.
READ = "(top) => { scrollTo(0, top); return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); }"


def read_at(page: Page, top: str) -> int:
    """Scroll to a place of the page; return how far its table of contents is scrolled, in pixels."""
    page.evaluate(READ, page.evaluate(top))
    return int(page.evaluate(f"{FRAME}.scrollTop"))


def test_it_follows_what_is_read(again: Callable[..., Page]) -> None:
    page = again(POINTS)
    page.mouse.move(640, 450)
    assert read_at(page, "0") == 0
    assert read_at(page, FAR) > 0


def test_it_does_not_move_under_a_pointer_nor_from_a_focus(again: Callable[..., Page]) -> None:
    page = again(POINTS)
    link = page.locator(".md-sidebar--secondary .sommaire a").first
    link.hover()
    assert read_at(page, FAR) == 0
    page.mouse.move(640, 450)
    assert read_at(page, FAR + " - 300") > 0
    assert read_at(page, "0") == 0
    link.focus()
    assert read_at(page, FAR) == 0
    link.blur()
    assert read_at(page, FAR + " - 300") > 0
