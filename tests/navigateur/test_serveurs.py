"""The examples of configuration: what they say is what the code says, and nginx, with its own, serves the site as it must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, expect

from tests.navigateur.conftest import Watch
from tools import nginx
from tools.server_examples import ASKED_AGAIN, FINGERPRINTED, FOLDER, FOREVER, HEADERS, PAGES, POLICY, TEXTS, TYPES, examples

POLICY_OF_PAGE = re.compile(r'<meta http-equiv="?Content-Security-Policy"? content="([^"]+)">')


def directives(policy: str) -> dict[str, set[str]]:
    """Return the sources of each directive, but for the hashes."""
    return {name: {one for one in sources if not one.startswith("'sha256-")} for name, *sources in (part.split() for part in policy.split("; "))}


def test_the_examples_are_those_that_the_code_writes() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == examples(), "run: make servers"


@pytest.mark.parametrize("name", examples())
def test_each_example_says_all(name: str) -> None:
    text = unescape(examples()[name])
    for said in (POLICY, FINGERPRINTED, FOREVER, ASKED_AGAIN, "404.html", *HEADERS, *HEADERS.values(), *TYPES.values()):
        assert said in text, said
    assert all(re.search(rf"[ .\"]{suffix}[;\"\n]", text) for suffix in TYPES)


def test_the_one_of_iis_is_well_formed() -> None:
    root = ET.fromstring((FOLDER / "web.config").read_bytes())
    kinds = {item.get("fileExtension"): item.get("mimeType") for item in root.iter("mimeMap")}
    assert kinds == {f".{suffix}": kind + "; charset=utf-8" * (suffix in TEXTS) for suffix, kind in TYPES.items()}
    assert {item.get("name"): item.get("value") for item in root.iterfind(".//customHeaders/add")} == HEADERS
    assert [item.get("value") for item in root.iterfind(".//outboundRules/rule/action")] == [POLICY, ASKED_AGAIN, FOREVER]


def test_every_file_of_the_site_has_a_type(site: Path) -> None:
    assert {path.suffix[1:] for path in site.rglob("*") if path.is_file()} <= {*TYPES}


def test_the_policy_of_the_header_is_the_widest_of_the_pages(site: Path) -> None:
    found = [directives(unescape(match[1])) for path in site.rglob("*.html") if (match := POLICY_OF_PAGE.search(path.read_text(encoding="utf-8")))]
    assert len(found) == len([*site.rglob("*.html")])
    widest = {name: set().union(*(page[name] for page in found)) for name in found[0]}
    allowed = {name: sources - {"'none'"} or {"'none'"} for name, sources in widest.items()}
    # The print style of each page is inline, and its hash differs; a `<meta>` cannot say who may frame the page.
    allowed["style-src"].add("'unsafe-inline'")
    assert directives(POLICY) == {**allowed, "frame-ancestors": {"'none'"}}


def test_what_is_kept_for_good_is_named_after_its_content(site: Path) -> None:
    kept = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if re.search(FINGERPRINTED, path.name))
    assert len(kept) >= 3
    assert all(name.startswith("assets/") for name in kept)
    assert not any(name.startswith("assets/site/") for name in kept)


# ---- nginx


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which nginx serves the site."""
    try:
        nginx.find()
    except SystemExit as missing:
        pytest.fail(str(missing))
    with nginx.serving_with_nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def asked(address: str, path: str) -> tuple[int, dict[str, str], bytes]:
    """Ask a server for a path; return the status, the headers and the body."""
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path)
    response = connection.getresponse()
    headers = response.getheaders()
    assert len({name.lower() for name, _ in headers}) == len(headers), "a header is sent twice"
    return response.status, {name.lower(): value for name, value in headers}, response.read()


def test_nginx_gives_each_file_its_type_its_headers_and_its_time(served: str, site: Path) -> None:
    examples_of = {path.suffix[1:]: path for path in sorted(site.rglob("*")) if path.is_file()}
    fingerprinted = [path for path in site.rglob("*.min.*") if re.search(FINGERPRINTED, path.name)]
    assert {"ics", "json", "woff2", "docx", "pdf", "js", "svg", "css", "html"} <= {*examples_of}
    for path in [*examples_of.values(), *fingerprinted]:
        name, suffix = path.relative_to(site).as_posix(), path.suffix[1:]
        status, headers, body = asked(served, f"/{name}")
        assert (status, body) == (200, path.read_bytes()), name
        assert headers["content-type"] == TYPES[suffix] + "; charset=utf-8" * (suffix in TEXTS), name
        assert {key: headers[key.lower()] for key in HEADERS} == HEADERS, name
        assert headers.get("content-security-policy") == (POLICY if suffix in PAGES else None), name
        assert headers["cache-control"] == (FOREVER if path in fingerprinted else ASKED_AGAIN), name
        assert re.fullmatch("nginx", headers["server"])


def test_nginx_gives_the_page_of_what_does_not_exist(served: str, site: Path) -> None:
    for path in ("/nulle-part/", "/data/roles.yml", "/assets/"):
        status, headers, body = asked(served, path)
        assert status == 404
        assert headers["content-security-policy"] == POLICY
        assert {key: headers[key.lower()] for key in HEADERS} == HEADERS
        assert body == (site / "404.html").read_bytes()


def test_nginx_leads_to_the_page_of_a_folder(served: str) -> None:
    status, headers, _ = asked(served, "/glossaire")
    assert (status, headers["location"]) == (301, "/glossaire/")


def test_the_pages_work_under_the_policy_of_the_header(served: str, browser: Browser) -> None:
    watch = Watch(served)
    context = browser.new_context(base_url=served + "/", locale="fr-CA")
    page = context.new_page()
    watch.follow(page)
    page.goto("glossaire/")
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    page.goto(".")
    page.get_by_role("textbox", name="Rechercher").press_sequentially("photo")
    expect(page.locator(".recherche__lien").first).to_be_visible()
    page.goto("modeles/classe/")
    expect(page.get_by_role("button", name="Lire la liste")).to_be_visible()
    context.close()
    assert (watch.foreign, watch.errors) == ([], [])


def test_the_former_address_of_a_page_leads_to_the_search_of_its_words(served: str, browser: Browser) -> None:
    context = browser.new_context(base_url=served + "/", locale="fr-CA")
    page = context.new_page()
    link = page.get_by_role("link", name="la recherche de")
    for address, words in (
        ("plateformes/mon-papier/", "mon papier"),
        ("glossaires/index.html", "glossaires"),
        ("modeles/demande%20d%E2%80%99acc%C3%A8s.pdf", "demande d accès"),
        ("%3Ci%3Ex&q=1%3Ci%3E/", "i x q 1 i"),
        ("404.html", None),
        ("--/", None),
    ):
        page.goto(address)
        if words:
            expect(link).to_have_text(f"la recherche de «\u00a0{words}\u00a0»")
        expect(page.get_by_role("heading", level=1)).to_have_text("Cette page n’existe pas")
        assert page.locator("article i").count() == 0
    expect(link).to_have_count(0)
    page.goto("plateformes/le-papier/")
    link.click()
    expect(page.locator(".recherche__lien").first).to_have_attribute("href", re.compile("plateformes/papier/"))
    context.close()
