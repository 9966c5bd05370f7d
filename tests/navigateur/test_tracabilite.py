"""The page of what carries out each clause: a filter, for the keyboard too; and the banner of a change that is announced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

NewPage = Callable[..., Page]


def test_the_clauses_that_nothing_carries_out_are_found(again: NewPage, address: str) -> None:
    page = again()
    page.goto(f"{address}/transparence/tracabilite/")
    clauses = page.locator(".tracabilite__article:visible")
    assert clauses.count() == 0
    total = page.locator(".tracabilite__article").count()
    page.get_by_label("ce que rien ne met en œuvre").focus()
    page.keyboard.press("Space")
    assert 0 < clauses.count() < total
    assert page.locator(".tracabilite__article:visible:not(:has(.tracabilite__rien))").count() == 0
    expect(page.locator("output[for^=trace]")).to_have_text(f"{clauses.count()} articles")
    page.get_by_label("Montrer").select_option("directive")
    assert page.locator(".tracabilite:visible").count() == 1


def test_a_clause_is_named_as_in_the_index(again: NewPage) -> None:
    index = again("encadrements/articles/").locator(".index-articles a").all_inner_texts()
    assert again("transparence/tracabilite/").locator(".tracabilite__titre a").all_text_contents() == index


def test_a_change_is_announced_until_its_day(on_day: NewPage) -> None:
    page = on_day(date.today().isoformat(), "encadrements/confidentialite/")
    expect(page.locator(".avis-bandeau")).to_contain_text("Modification annoncée.")
    expect(page.locator(".avis-annonce p:visible")).to_contain_text("En vigueur jusqu’au 24 août 2090.")
    on_day("2090-08-25", "encadrements/confidentialite/")
    expect(page.locator(".avis-bandeau p")).to_be_hidden()
    expect(page.locator(".avis-annonce p:visible")).to_contain_text("N’est plus en vigueur depuis le 25 août 2090.")
    expect(page.locator(".avis-mots__jour:visible")).to_have_text("En vigueur depuis le 25 août 2090")
