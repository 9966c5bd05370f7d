"""The content security policy: the site's own scripts, the styles that a page holds, nothing else."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.export.csp import policy, protected
from macros.rendering.theme import css_text


def digest(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


def directives(found: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in found.split("; "))


def test_a_page_runs_the_scripts_of_the_site_alone() -> None:
    found = directives(policy(["a{}", "b{}"], asks=True))
    assert found["script-src"] == "'self'"
    assert found["style-src"] == f"'self' {digest('a{}')} {digest('b{}')}"
    assert found["default-src"] == "'none'"
    assert (found["connect-src"], found["worker-src"]) == ("'self'", "'self'")


def test_a_page_with_names_asks_for_nothing() -> None:
    found = directives(policy(["a{}"], asks=False))
    assert (found["connect-src"], found["worker-src"], found["form-action"]) == ("'none'", "'none'", "'none'")


def test_the_policy_follows_the_charset() -> None:
    html = protected('<head><meta charset="utf-8"><title>x</title></head>', ["a{}"], asks=True)
    assert html.startswith('<head><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src')
    assert html.count("Content-Security-Policy") == 1


def test_no_host_is_told_which_page_leads_to_it() -> None:
    html = protected('<head><meta charset="utf-8"><title>x</title></head>', ["a{}"], asks=False)
    assert html.count('<meta name="referrer" content="no-referrer">') == 1


def test_a_page_without_a_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        protected("<p>", ["a{}"], asks=True)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Élèves · été 2026 : « Puis-je? »", "Élèves · été 2026 : « Puis-je? »"),
        ('a"b', r"a\22 b"),
        ("a\\b", r"a\5c b"),
        ("</style><b>", r"\3c \2f style\3e \3c b\3e "),
        ("a\nb\x0cc", "a b c"),
        ("a\x00\u2028", r"a\0 \2028 "),
        ("a;}b{", r"a;\7d b\7b "),
    ],
)
def test_a_title_on_paper_is_text(text: str, inside: str) -> None:
    assert css_text(text) == inside


class Inline(HTMLParser):
    """The policy of a page, its inline scripts and its styles, read without the code under test."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.referrers: list[str] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"] or "")
        if given.get("name") == "referrer":
            self.referrers.append(given["content"] or "")
        data = given.get("type") == "application/json"
        self.open = tag if tag == "style" or (tag == "script" and "src" not in given and not data) else ""

    def handle_data(self, data: str) -> None:
        (self.scripts if self.open == "script" else self.styles if self.open == "style" else []).append(data)
        self.open = ""


def test_every_page_of_the_site_is_protected(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        page = Inline(path.read_text(encoding="utf-8"))
        assert page.scripts == [], path
        assert len(page.policies) == 1, path
        assert page.referrers == ["no-referrer"], path
        found = directives(page.policies[0])
        assert found["script-src"] == "'self'", path
        assert [found["style-src"]] == [" ".join(["'self'", *map(digest, page.styles)])], path
        assert not any(word in page.policies[0] for word in ("unsafe", "http:", "https:", "*")), path


def test_where_names_are_written_no_request_is_allowed(site: Path) -> None:
    pages = sorted((site / "modeles").glob("*/index.html"))
    assert len(pages) > 10
    for path in pages:
        (found,) = Inline(path.read_text(encoding="utf-8")).policies
        assert {"connect-src 'none'", "worker-src 'none'", "form-action 'none'"} <= set(found.split("; ")), path
