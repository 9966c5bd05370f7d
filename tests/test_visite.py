"""The visit of each page that the gate of the content makes: what is wrong is said in French, page by page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tools.browser import SAME_FRAME, firefox, installed
from tools.dead_links import SHOWN, dead_links, sentence
from tools.visit import told, visit

ROOT = Path(__file__).resolve().parent.parent
REMEDY = "corrigez le lien, ou remettez {} sous ce nom si un gabarit y mène"
PLACE = "l'endroit"
SOUND = "<!doctype html><title>T</title><link rel=icon href=data:,><h1>Titre</h1>"


def written(site: Path, **pages: str) -> Path:
    for name, html in pages.items():
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text(html, encoding="utf-8")
    return site


def test_what_goes_wrong_in_a_page_is_said(browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = written(
        tmp_path,
        bonne=SOUND,
        large=f"{SOUND}<div style='width:900px'>trop</div>",
        longue=f"{SOUND}<div style='height:12661px'>fin</div>",
        texte=f"{SOUND}<p class=entete>un texte</p><div style='height:20000px'>fin</div>",
        sans=SOUND.replace("h1", "p"),
        script=f"{SOUND}<script>rien.du.tout</script>",
        image=f"{SOUND}<img src=absente.png alt=>",
    )
    (site / "index.html").write_text(SOUND, encoding="utf-8")
    assert told(visit(site, browser)) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(" (")[0] for line in said] == [
        "image/ : un fichier manque",
        "large/ : la page déborde à droite sur un téléphone",
        "longue/ : la page fait 16 écrans de téléphone, plus de 15",
        "sans/ : la page n'a pas de titre",
        "script/ : un script s'arrête",
        "8 pages ouvertes dans un navigateur, 5 à revoir.",
    ]


def test_a_sound_site_passes(browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(visit(written(tmp_path, bonne=SOUND), browser)) == 0
    assert capsys.readouterr().out == "1 page ouverte dans un navigateur, 0 à revoir.\n"


@pytest.mark.parametrize("script", sorted((ROOT / "tools").glob("*.sh")), ids=lambda path: path.name)
def test_a_strict_build_counts_its_warnings(script: Path) -> None:
    # With --quiet, MkDocs logs no warning and --strict counts none.
    builds = [line for line in script.read_text(encoding="utf-8").splitlines() if "mkdocs build" in line and not line.lstrip().startswith("#")]
    assert all("--strict" in line and not {"-q", "--quiet"} & {*line.split()} for line in builds), builds


def test_no_page_is_no_success(browser: Browser, tmp_path: Path) -> None:
    assert told(visit(tmp_path, browser)) == 1


def test_a_link_to_nothing_is_said_whoever_wrote_it(browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ways = ("../deux/#ici", "../deux/", "../deux/donnees.json", "#plateforme=x", "https://e.ca", "../deux/#la")
    said = "".join(f'<a href="{way}">a</a>' for way in ways) + '<noscript><a href="../partie/">f</a></noscript>'
    site = written(tmp_path, un=f"{SOUND}{said}", deux=f'{SOUND}<p id="ici"><a href="../partie/">h</a>', trois=SOUND)
    (site / "deux" / "donnees.json").write_text("{}", encoding="utf-8")
    assert told(visit(site, browser)) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"partie/ : cette page n'existe pas, et 2 pages y mènent (deux/, un/) ; {REMEDY.format('la page')}",
        f"deux/#la : cet endroit n'existe pas, et une page y mène (un/) ; {REMEDY.format(PLACE)}",
        "3 pages ouvertes dans un navigateur, 0 à revoir.",
    ]


@pytest.mark.parametrize(
    ("link", "lost"),
    [
        ("../deux/#ici", ""),
        ("../deux/#l%C3%A0-bas", ""),
        ("../deux/#ailleurs", "deux/#ailleurs"),
        ("../deux/donnees.json", ""),
        ("../deux/donnees.json#ici", "deux/donnees.json#ici"),
        ("../%C3%A9t%C3%A9/", ""),
        ("../trois/", "trois/"),
        ("../trois/#ici", "trois/"),
        ("../deux/absent.json", "deux/absent.json"),
        ("..", ""),
        ("../#absent", "#absent"),
        ("/deux/", ""),
        ("?x=1", ""),
        ("#absent", "un/#absent"),
        ("#plateforme=x", ""),
        *((elsewhere, "") for elsewhere in ("https://e.ca/trois/", "//e.ca/trois/", "mailto:x@e.ca", "tel:1", "data:,x")),
    ],
)
@pytest.mark.parametrize("tag", ["a", "area"])
def test_a_link_leads_to_a_page_or_a_place_of_the_site_or_elsewhere(tag: str, link: str, lost: str, tmp_path: Path) -> None:
    site = written(tmp_path, un=f'{SOUND}<{tag} href="{link}">', deux=f'{SOUND}<p id="ici"><p id="là-bas">', été=SOUND)
    (site / "index.html").write_text(SOUND, encoding="utf-8")
    (site / "404.html").write_text('<a href="/nulle-part/">', encoding="utf-8")
    (site / "deux" / "donnees.json").write_text("{}", encoding="utf-8")
    assert dead_links(site) == ({lost: ["un/"]} if lost else {})


def test_the_first_pages_that_lead_to_nothing_are_named() -> None:
    pages = ["", *(f"{number}/" for number in range(SHOWN))]
    assert sentence("x/", pages[:SHOWN]).split(" ; ")[0] == "x/ : cette page n'existe pas, et 3 pages y mènent (accueil, 0/, 1/)"
    assert sentence("x/", pages).split(" ; ")[0] == "x/ : cette page n'existe pas, et 4 pages y mènent (accueil, 0/, 1/…)"


def test_the_pages_of_the_tests_keep_what_playwright_enables(browser: Browser) -> None:
    line = str(browser.new_browser_cdp_session().send("SystemInfo.getInfo")["commandLine"])
    *given, ours = (set(features.split(",")) for features in re.findall(r"--enable-features=(\S+)", line))
    assert ours == {*SAME_FRAME.partition("=")[2].split(",")}
    assert given
    assert set().union(*given) <= ours


def test_a_browser_that_is_named_and_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, find in (("CHROMIUM", lambda: next(installed())), ("FIREFOX", firefox)):
        monkeypatch.setenv(variable, str(tmp_path / "absent"))
        with pytest.raises(SystemExit, match=f"^{variable}={tmp_path}/absent: there is no such program. Remedy: "):
            find()
