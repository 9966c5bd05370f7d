"""The archive, opened from a folder: each link leads to a page; search, helper, lists and sheets work. In Firefox too: `test_firefox.py`."""

from __future__ import annotations

import errno
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.export.tags import tags
from tests.navigateur.conftest import Watch
from tests.navigateur.partage import once
from tests.navigateur.test_classe import many
from tests.navigateur.test_classe_papier import printed_classes
from tests.papier import printed, text_of
from tools import archive as archive_of
from tools.archive import main, write
from tools.server_examples import TYPES

DAY = date(2026, 11, 30)
NAME = "Clé USB – été"
SAID = "Copie hors réseau du 30\u00a0novembre\u00a02026"
# The longest path that the document libraries of intranets take, their own part apart.
LONGEST = 200


def unpacked(factory: pytest.TempPathFactory, site: Path) -> Path:
    """Return where the archive of a site is, unpacked in a folder whose name has a space and an accent; made once."""

    def make(folder: Path) -> None:
        folder.mkdir()
        write(site, folder / "site.zip", DAY)
        with zipfile.ZipFile(folder / "site.zip") as packed:
            packed.extractall(folder / NAME)

    return once(factory, "archive", make) / NAME


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the frozen site, unpacked."""
    return unpacked(tmp_path_factory, site)


@pytest.fixture(scope="module")
def archive(folder: Path) -> Path:
    """The archive of the frozen site."""
    return folder.with_name("site.zip")


# How long a page waits for its font: without a preload, one that need not come is at times left out, and pages differ.
FONT_WAITS = re.compile(r"font-display: *([a-z]+)")


@pytest.fixture
def open_file(browser: Browser, folder: Path) -> Iterator[Callable[[str], Page]]:
    """Opens a page of the folder: `open_file("index.html")`; at the end, nothing forbidden was done."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-CA")
    watch = Watch(folder.as_uri())

    def open_page(name: str) -> Page:
        page = context.new_page()
        watch.follow(page)
        page.goto((folder / name).as_uri())
        return page

    yield open_page
    context.close()
    assert watch.foreign == []
    assert watch.errors == []


def test_it_is_the_same_for_the_same_site(archive: Path, site: Path, tmp_path: Path) -> None:
    again = tmp_path / "encore.zip"
    write(site, again, DAY)
    assert again.read_bytes() == archive.read_bytes()


def test_it_is_whole_or_it_is_the_former_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    site, former = tmp_path / "site", tmp_path / "site.zip"
    site.mkdir()
    former.write_bytes(b"hier")
    assert main(site, former) == 1
    assert capsys.readouterr().err == "The site is not built. Remedy: make archive\n"
    (site / "index.html").write_text("<p>Bonjour</p>", encoding="utf-8")

    def refuse(*_: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(former))

    monkeypatch.setattr(archive_of, "page", refuse)
    assert main(site, former) == 1
    assert capsys.readouterr().err == f"{former}: the disk is full. Remedy: free some space on it, then run the command again.\n"
    assert former.read_bytes() == b"hier"
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.zip"}


def test_any_document_library_takes_its_files(archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
    assert "index.html" in names
    assert len({name.lower() for name in names}) == len(names)
    assert {name.rpartition(".")[2] for name in names} <= {*TYPES}
    assert [name for name in names if len(name) > LONGEST or not name.isascii() or set(name) & set('"*:<>?|\\ ')] == []


def test_who_serves_its_files_may_read_them(archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        assert {info.external_attr >> 16 for info in packed.infolist()} == {0o644}


def led_to(page: Path) -> Iterator[str]:
    """Yield the addresses of the files that a page leads to, or loads."""
    base = page.as_uri()
    for tag in tags(page.read_text(encoding="utf-8")):
        address = tag.get("href") if tag.name in {"a", "link"} and tag.get("rel") not in {"prev", "next"} else tag.get("src")
        if address is not None and (led := urljoin(base, address)).startswith("file:"):
            yield urldefrag(led)[0].partition("?")[0]


def test_each_link_leads_to_a_file(folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 30
    led = {address: page.name for page in pages for address in led_to(page)}
    assert len(led) > 100
    assert [(page, address) for address, page in led.items() if not Path(url2pathname(unquote(urlsplit(address).path))).is_file()] == []


def test_each_page_says_first_of_which_day_it_is_and_on_paper(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert text.count(f'<div id="contenu" tabindex="-1"></div><p class="copie"><strong>{SAID}.</strong>') == 1, page
        masthead = text[text.index('<div class="impression"') :]
        assert f" · copie{SAID.removeprefix('Copie')}</p>" in masthead[: masthead.index("</div>")], page


def test_a_page_whose_address_is_known_leads_to_it() -> None:
    html = '<link rel="canonical" href="https://exemple.ca/a%20b/"><body class="a"><div id="contenu" tabindex="-1"></div></body>'
    assert '<a href="https://exemple.ca/a%20b/">Lisez cette page sur le site.</a></p></body>' in archive_of.page(html, DAY, "./")


def test_what_is_dated_of_today_says_that_it_comes_from_the_copy(open_file: Callable[[str], Page]) -> None:
    for name in ("index.html", "plateformes/index.html", "plateformes/teams/index.html", "puis-je/index.html", "puis-je/affiche/index.html"):
        page = open_file(name)
        page.clock.set_fixed_time("2029-09-01T10:00:00")
        page.reload()
        told = [line.replace("\u00a0", " ") for line in page.locator("[data-jour=Au], [data-jour=au]").locator("..").all_inner_texts()]
        assert told, name
        assert all("au 1er septembre 2029 (copie du 30 novembre 2026)" in " ".join(line.lower().split()) for line in told), told


def test_what_scripts_answer_of_the_day_says_that_it_comes_from_the_copy(open_file: Callable[[str], Page]) -> None:
    page = open_file("puis-je/index.html")
    for name in ("plateforme", "destinataire", "contenu"):
        page.locator(f".puis-je input[name={name}]").first.check()
    expect(page.locator(".reponse__jour:visible").first).to_have_text(re.compile(r"^Au .+ \(copie du 30.novembre.2026\)$"))
    page = open_file("index.html")
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("teams")
    expect(page.locator(".recherche__reponse").first).to_have_text(re.compile(r"^Réponse du jour \(copie du 30.novembre.2026\)$"))


def test_the_first_page_opened_from_within_the_archive_says_to_unpack_it(folder: Path, tmp_path: Path, browser: Browser) -> None:
    alone = tmp_path / "index.html"
    alone.write_bytes((folder / "index.html").read_bytes())
    page = browser.new_page()
    for opened, shown in ((alone, True), (folder / "index.html", False)):
        page.goto(opened.as_uri())
        expect(page.get_by_text("Décompressez d’abord tout le fichier .zip")).to_be_visible(visible=shown)
    page.close()
    assert [one for one in folder.rglob("*.html") if 'class="copie__seule"' in one.read_text(encoding="utf-8")] == [folder / "index.html"]


def test_a_poster_of_the_copy_holds_on_its_page_and_a_sheet_is_for_others(open_file: Callable[[str], Page]) -> None:
    (poster,) = printed(open_file("puis-je/affiche/index.html"))
    assert "(copie du 30 novembre 2026)" in text_of([poster])
    assert "copie hors réseau du 30 novembre 2026" in text_of(printed(open_file("contacts/index.html")))
    assert "copie" not in text_of(printed(open_file("modeles/consentement/index.html"))).lower()


def test_no_page_goes_without_its_font(folder: Path) -> None:
    said = [(path.name, how) for path in folder.rglob("*") if path.suffix in (".css", ".html") for how in FONT_WAITS.findall(path.read_text("utf-8"))]
    assert said
    assert "optional" not in {how for _, how in said}, said


def test_the_search_finds_and_leads(open_file: Callable[[str], Page]) -> None:
    page = open_file("index.html")
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("teams")
    answer = page.locator(".recherche__reponses a, .recherche__liste a").first
    expect(answer).to_be_visible()
    answer.click()
    page.wait_for_url("**/index.html*")
    expect(page.locator("h1")).to_be_visible()


def test_links_made_by_scripts_lead_to_pages(open_file: Callable[[str], Page]) -> None:
    page = open_file("puis-je/index.html")
    for name in ("plateforme", "destinataire", "contenu"):
        page.locator(f".puis-je input[name={name}]").first.check()
    link = page.locator(".reponse:visible a[href*='encadrements/']").first
    link.focus()
    assert urlsplit(str(link.evaluate("(link) => link.href"))).path.endswith("/index.html")


class Library(SimpleHTTPRequestHandler):
    """A document library: it gives files by their names, and shows what a folder holds."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        return self.list_directory(self.translate_path(self.path)) if self.path.partition("?")[0].endswith("/") else super().send_head()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def library(folder: Path) -> Iterator[str]:
    """The address of the archive in the document library of an intranet."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Library, directory=folder.parent))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{quote(folder.name)}/"
    server.shutdown()
    server.server_close()


def led(link: Locator) -> str:
    """Return the path that a link leads to, as one is about to follow it."""
    return urlsplit(str(link.evaluate("(link) => { link.focus(); return link.href; }"))).path


def test_links_made_by_scripts_lead_to_pages_in_a_document_library(library: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{library}index.html")
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("teams")
    page.locator(".recherche__liste a").first.click()
    page.wait_for_url("**/index.html*")
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{library}puis-je/index.html")
    for name in ("plateforme", "destinataire", "contenu"):
        page.locator(f".puis-je input[name={name}]").first.check()
    assert led(page.locator(".puis-je a[href$='/']:visible, .puis-je a[href*='/#']:visible").first).endswith("/index.html")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a id=ailleurs href=/ailleurs/>Ailleurs</a>')")
    assert led(page.locator("#ailleurs")) == "/ailleurs/"
    page.close()


def test_a_list_and_a_sheet_are_filled(open_file: Callable[[str], Page]) -> None:
    page = open_file("autoevaluation/classe/index.html")
    page.locator("[data-fait] input[value=oui]").first.check()
    expect(page.locator("[data-fait] input[value=oui]").first).to_be_checked()
    page = open_file("modeles/consentement/index.html")
    page.get_by_label("Nom de l’enfant").first.fill("Xéna Testard")
    expect(page.locator('.feuille [data-valeur="enfant"]').first).to_have_text("Xéna Testard")


def test_a_class_is_prepared(open_file: Callable[[str], Page]) -> None:
    page = open_file("modeles/classe/index.html")
    page.get_by_label("Collez la liste").fill(many(3))
    page.get_by_role("button", name="Lire la liste").click()
    page.get_by_role("button", name="Préparer les feuilles").click()
    expect(page.locator('[data-role="preparation"]')).to_contain_text("3\u00a0élèves")


def test_the_pages_of_a_class_are_counted(open_file: Callable[[str], Page]) -> None:
    page = open_file("modeles/classe/index.html")
    page.get_by_label("Mon copieur imprime recto verso").check()
    for count, leaves, register, found in printed_classes(page, (2,), all_documents=True):
        assert (leaves, register, count) == (found.index("une fois") // 2, 1, 2)
        assert [found[at] for at in range(0, len(found), 2)].count("") == 0


def test_what_a_fold_leaves_apart_comes_from_the_folder_too(open_file: Callable[[str], Page]) -> None:
    page = open_file("encadrements/directive/index.html")
    fold = page.locator(".questions-article").first
    fold.locator("summary").click()
    link = fold.locator("li a").first
    name = link.get_attribute("href")
    link.click()
    page.wait_for_url("**/index.html#*")
    assert name
    assert page.url.endswith("index.html#" + name.partition("#")[2])
    expect(page.locator(":target")).to_have_count(1)
