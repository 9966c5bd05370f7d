"""The folds whose content comes when one opens them: by the keyboard, once the network is gone, without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

TEXT = "encadrements/directive/"
SCRIPTS = "**/assets/plis/*.js*"


def test_the_keyboard_opens_it_and_reads_what_comes(again: Callable[..., Page]) -> None:
    page = again(TEXT)
    fold = page.locator("[data-a-part]:visible").first
    number = fold.get_attribute("data-a-part")
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    opened = page.locator("details[open]:not([data-a-part])", has=page.locator("li a")).last
    expect(page.locator(f'[data-a-part="{number}"]')).to_have_count(0)
    expect(opened.locator("[data-repli]")).to_have_count(0)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('details[open]') !== null")


def test_what_comes_is_what_the_summary_counts(again: Callable[..., Page]) -> None:
    page = again(TEXT)
    fold = page.locator(".questions-article").first
    fold.locator("summary").click()
    expect(fold.locator("[data-repli]")).to_have_count(0)
    counts = [int(word) for word in fold.locator("summary").inner_text().split() if word.isdecimal()]
    expect(fold.locator("li a")).to_have_count(sum(counts))
    href = fold.locator("li a").first.evaluate("(link) => link.href")
    assert page.request.get(href).ok


def test_nothing_is_asked_before_the_first_touch_and_it_is_there_without_a_network_after(new_page: Callable[..., Page]) -> None:
    page = new_page(TEXT)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_load_state("networkidle")
    assert not asked
    with page.expect_response(SCRIPTS):
        page.locator("h1").click()
    page.context.set_offline(True)
    fold = page.locator(".questions-article").first
    fold.locator("summary").click()
    expect(fold.locator("li a").first).to_be_visible()


def test_what_hangs_is_said_in_the_fold_that_one_opened_and_asked_again(new_page: Callable[..., Page]) -> None:
    page = new_page(TEXT)
    page.clock.install()
    page.route(SCRIPTS, lambda route: None if "?" not in route.request.url else route.continue_())
    page.reload()
    page.locator("h1").click()
    page.clock.fast_forward(21_000)
    # Who opens none waits for nothing.
    expect(page.locator(".retard")).to_have_count(0)
    fold = page.locator(".questions-article").first
    fold.locator("summary").click()
    page.clock.fast_forward(21_000)
    expect(fold.get_by_role("alert")).to_contain_text("n’est pas venu")
    expect(fold.locator("[data-repli]")).to_be_visible()
    fold.get_by_role("button", name="Essayer encore").click()
    expect(fold.locator("li a").first).to_be_visible()
    expect(page.locator(".retard, .questions-article[open] [data-repli]")).to_have_count(0)
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_without_its_script_a_fold_says_where_to_read_the_same(without_script: Callable[..., Page]) -> None:
    page = without_script(TEXT)
    fold = page.locator("[data-a-part]:visible").first
    fold.locator("summary").click()
    expect(fold.locator("[data-repli]")).to_be_visible()
    fold.locator("[data-repli]").click()
    expect(page.locator(":target")).to_be_visible()


@pytest.mark.parametrize("path", ["", "puis-je/", "autoevaluation/classe/", "modeles/consentement/", "modeles/classe/"])
def test_nothing_is_left_apart_where_one_writes(path: str, site: Path) -> None:
    """There, nothing may be asked of the network once a page is open."""
    assert "data-plis" not in (site / path / "index.html").read_text(encoding="utf-8")


def test_a_script_that_does_not_come_is_asked_again(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(SCRIPTS, lambda route: route.abort())
    page.goto(f"{address}/{TEXT}")
    fold = page.locator(".questions-article").first
    fold.locator("summary").click()
    expect(fold.locator("[data-repli]")).to_be_visible()
    page.unroute(SCRIPTS)
    for _ in range(2):
        fold.locator("summary").click()
    expect(fold.locator("[data-repli]")).to_have_count(0)
    context.close()
