"""The content security policy: hashes of what is inline, nothing of another host."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.export.csp import policy, protected


def digest(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


def test_inline_code_is_allowed_by_its_hash() -> None:
    html = '<div data-md-component="search"></div>'
    html += '<style>a{}</style><script>f()</script><script src="x.js"></script><script type="application/json">{"a":1}</script><script>f()</script>'
    found = dict(part.split(" ", 1) for part in policy(html).split("; "))
    assert found["script-src"] == f"'self' {digest('f()')}"
    assert found["style-src"] == f"'self' {digest('a{}')}"
    assert found["default-src"] == "'none'"
    assert found["connect-src"] == "'self'"


def test_a_page_without_a_search_asks_for_nothing() -> None:
    found = dict(part.split(" ", 1) for part in policy("<p>").split("; "))
    assert (found["connect-src"], found["worker-src"], found["form-action"]) == ("'none'", "'none'", "'none'")


def test_the_policy_follows_the_charset() -> None:
    html = protected('<head><meta charset="utf-8"><title>x</title></head>')
    assert html.startswith('<head><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src')
    assert html.count("Content-Security-Policy") == 1


def test_a_page_without_a_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        protected("<p>")


class Inline(HTMLParser):
    """The policy of a page and its inline scripts and styles, read without the code under test."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.codes: list[str] = []
        self.open = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"] or "")
        self.open = tag in ("script", "style") and "src" not in given and "json" not in (given.get("type") or "")

    def handle_data(self, data: str) -> None:
        if self.open:
            self.codes.append(data)
            self.open = False


def test_every_page_of_the_site_is_protected(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        html = path.read_text(encoding="utf-8")
        page = Inline(html)
        assert len(page.policies) == 1, path
        assert "unsafe" not in page.policies[0], path
        assert not re.search(r"https?:|\*", page.policies[0]), path
        assert [code for code in page.codes if digest(code) not in page.policies[0]] == [], path


def test_where_names_are_written_no_request_is_allowed(site: Path) -> None:
    pages = sorted((site / "modeles").glob("*/index.html"))
    assert len(pages) > 10
    for path in pages:
        (found,) = Inline(path.read_text(encoding="utf-8")).policies
        assert {"connect-src 'none'", "worker-src 'none'", "form-action 'none'"} <= set(found.split("; ")), path
