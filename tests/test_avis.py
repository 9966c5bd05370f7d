"""Notices: in time, naming their clauses, shown with both wordings, followed by a feed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown import Markdown

from macros.checking.reminders import reminders
from macros.components import Components
from macros.export.feed import ATOM, feed
from macros.loading import load
from macros.mistakes import MistakesError
from macros.project import Project
from macros.reading.markup import of_page
from macros.rendering.clause_page import clause_page
from macros.rendering.context import Context
from macros.rendering.expansion import called, expand
from tests.conftest import small_project

NOTICE = """\
avis:
  - id: choix
    objet: Choix d'une plateforme
    encadrement: directive
    publie_le: 2026-08-01
    en_vigueur: 2026-08-25
    texte: Le choix change.
    articles:
      - article: directive/2.a
        nouveau:
          - Vous prenez une plateforme.
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small project, with a notice and a delay."""
    root = small_project(tmp_path / "projet")
    (root / "data/avis.yml").write_text(NOTICE, encoding="utf-8")
    register = root / "data/encadrements.yml"
    register.write_text(
        register.read_text(encoding="utf-8").replace("    couverture: oui\n", "    couverture: oui\n    delai_avis: 15\n", 1), encoding="utf-8"
    )
    return root


def changed(root: Path, former: str, new: str) -> list[str]:
    """Return the mistakes once a part of the notice is replaced."""
    text = (root / "data/avis.yml").read_text(encoding="utf-8")
    assert former in text
    (root / "data/avis.yml").write_text(text.replace(former, new), encoding="utf-8")
    try:
        load(root)
    except MistakesError as error:
        return [str(mistake) for mistake in error.mistakes]
    return []


def test_a_notice_in_time_is_sound(small: Path) -> None:
    assert changed(small, "2026-08-25", "2026-08-16") == []


def test_a_delay_that_is_too_short_is_told(small: Path) -> None:
    assert changed(small, "2026-08-25", "2026-08-10") == [
        "data/avis.yml:6 : 9 jours séparent l'avis de son entrée en vigueur, et « directive » en demande 15 ; "
        "repoussez ce jour, ou dites pourquoi le délai est court sur une ligne « delai_court: »"
    ]
    assert changed(small, "    texte:", "    delai_court: La loi le veut.\n    texte:") == []


@pytest.mark.parametrize(
    ("former", "new", "told"),
    [
        (
            "2026-08-25",
            "2026-07-25",
            "data/avis.yml:2 : la modification vaut dès le 2026-07-25, avant l'avis du 2026-08-01 ; corrigez l'un des deux jours",
        ),
        (
            "    en_vigueur",
            "    corrige_le: 2026-07-31\n    en_vigueur",
            "data/avis.yml:2 : l'avis est corrigé le 2026-07-31, avant de paraître le 2026-08-01 ; corrigez l'un des deux jours",
        ),
        (
            "        nouveau:\n          - Vous prenez une plateforme.\n",
            "",
            "data/avis.yml:9 : cet article n'a ni « ancien » ni « nouveau » ; donnez les mots que sa page n'a pas : ceux d'avant, ou ceux à venir",
        ),
        (
            "directive/2.a",
            "politique/1",
            "data/avis.yml:9 : l'avis porte sur « directive », et cet article est d'un autre texte ; "
            "corrigez l'article, ou faites un avis pour chaque texte",
        ),
    ],
)
def test_a_notice_that_cannot_be_is_told(small: Path, former: str, new: str, told: str) -> None:
    assert changed(small, former, new) == [told]


@pytest.mark.parametrize(
    ("former", "new", "told"),
    [
        (
            "Vous prenez une plateforme.",
            "Vous choisissez une plateforme approuvée.",
            "data/avis.yml:10 : la page de « directive/2.a » a déjà ces mots ; s'ils y sont depuis ce changement, "
            "écrivez « ancien: » et les mots d'avant à la place ; sinon, donnez les mots à venir",
        ),
        (
            "        nouveau:\n          - Vous prenez une plateforme.",
            "        ancien:\n          - Vous choisissez une plateforme approuvée.",
            "data/avis.yml:10 : la page de « directive/2.a » a encore ces mots ; écrivez « nouveau: » et les mots à venir à la place : "
            "le site les lit dans la page tant qu'elle les a",
        ),
        (
            "        nouveau:",
            "        ancien:\n          - Vous choisissez une plateforme approuvée.\n        nouveau:",
            "data/avis.yml:10 : la page de « directive/2.a » a encore ces mots ; enlevez « ancien: » et ses mots : "
            "le site les lit dans la page tant qu'elle les a",
        ),
    ],
)
def test_words_that_the_page_has_are_no_other_wording(small: Path, former: str, new: str, told: str) -> None:
    assert changed(small, former, new) == [told]


def overdue(root: Path, day: date) -> list[str]:
    """Return what is said of notices whose page was forgotten."""
    return [str(one) for one in reminders(load(root), day) if one.file == "data/avis.yml"]


def test_once_the_page_has_the_new_words_it_is_not_said_to_keep_the_old_ones(small: Path) -> None:
    assert [one for one in overdue(small, date(2026, 8, 25)) if "sa page garde les anciens" in one]
    page = small / "docs/encadrements/directive.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("Vous choisissez une plateforme approuvée.", "Vous prenez une plateforme."), encoding="utf-8"
    )
    assert changed(small, "        nouveau:", "        ancien:\n          - Vous choisissez une plateforme approuvée.\n        nouveau:") == []
    assert overdue(small, date(2026, 8, 25)) == []


def test_a_subject_that_ends_with_a_stop_has_no_other(small: Path) -> None:
    assert changed(small, "Choix d'une plateforme", "Le choix d'une plateforme change.") == []
    page = " ".join(shown(small, date(2026, 8, 24)).split())
    assert "plateforme change. En vigueur le" in page


def shown(root: Path, day: date, macro: str = "") -> str:
    """Return the page of the directive, or what a macro gives, built on a day."""
    context = Context(load(root), Components(Path(__file__).resolve().parents[1] / "overrides/composants"), "encadrements/directive/", today=day)
    source = expand(context, macro) if macro else called(context, clause_page(context, "directive"))
    return Markdown(extensions=of_page(context.fragments)).convert(source)


def test_both_wordings_are_there_and_the_day_says_which_holds(small: Path) -> None:
    before, after = (shown(small, date(2026, 8, day)) for day in (24, 25))
    for page in (before, after):
        assert "Vous choisissez une" in page
        assert "Vous prenez une plateforme." in page
        assert 'data-du="" data-au="2026-08-24"' in page
    assert "Modification annoncée" in before
    assert "Modification annoncée" not in shown(small, date(2026, 9, 1))
    assert '<p data-du="" data-au="2026-08-24" hidden>' not in before
    assert '<p data-du="" data-au="2026-08-24" hidden>' in after


def test_once_in_the_page_a_change_shows_in_the_list_alone(small: Path) -> None:
    assert changed(small, "nouveau:", "ancien:") == []
    assert "avis-mots" not in shown(small, date(2026, 9, 1))
    assert "Ces mots ne vaudront qu’à partir du" in shown(small, date(2026, 8, 24))


def test_built_where_the_day_has_come_the_page_still_says_what_holds_where_it_is_the_eve(small: Path) -> None:
    assert changed(small, "nouveau:", "ancien:") == []
    eve, day = (" ".join(shown(small, date(2026, 8, number)).split()) for number in (24, 25))
    for page in (eve, day):
        assert '<p data-du="" data-au="2026-08-24"' in page
        assert "Ces mots ne vaudront qu’à partir du" in page
        assert "Modification annoncée" in page
    assert "data-groupe data-search-exclude hidden" not in eve
    assert "data-groupe data-search-exclude hidden" in day


def test_the_list_shows_what_was_and_what_is(small: Path) -> None:
    page = " ".join(shown(small, date(2026, 8, 24), "{{ avis() }}").split())
    assert "<del>choisissez </del> <ins>prenez </ins>" in page
    assert 'href="../../avis.xml"' in page


def test_the_feed_is_atom(small: Path) -> None:
    root = ElementTree.fromstring(feed(load(small)))
    names = {key: f"{{{ATOM}}}{key}" for key in ("id", "title", "updated", "entry", "author", "link", "summary")}
    assert root.tag == f"{{{ATOM}}}feed"
    assert [len(root.findall(names[key])) for key in ("id", "title", "updated", "author", "entry")] == [1, 1, 1, 1, 1]
    entry = root.find(names["entry"])
    assert entry is not None
    assert (entry.findtext(names["title"]), entry.findtext(names["updated"])) == ("Choix d’une plateforme", "2026-08-01T12:00:00+00:00")
    link = entry.find(names["link"])
    assert link is not None
    assert link.get("href") == "avis/#choix"
    assert (root.findtext(names["id"]) or "").startswith("urn:uuid:")


SECOND = """\
  - id: second
    objet: Autre chose
    encadrement: directive
    publie_le: 2026-08-05
    en_vigueur: 2026-08-25
    texte: Autre chose change.
    articles:
      - article: directive/2.a
        nouveau:
          - Vous prenez deux plateformes.
"""


def test_a_notice_that_was_corrected_comes_back_to_who_follows_the_feed(small: Path) -> None:
    assert changed(small, "    en_vigueur: 2026-08-25\n", "    corrige_le: 2026-08-10\n    en_vigueur: 2026-09-01\n") == []
    with (small / "data/avis.yml").open("a", encoding="utf-8") as file:
        file.write(SECOND)
    root = ElementTree.fromstring(feed(load(small)))
    told = [[entry.findtext(f"{{{ATOM}}}{key}") for key in ("published", "updated")] for entry in root.iter(f"{{{ATOM}}}entry")]
    assert told == [["2026-08-05T12:00:00+00:00"] * 2, ["2026-08-01T12:00:00+00:00", "2026-08-10T12:00:00+00:00"]]
    assert root.findtext(f"{{{ATOM}}}updated") == "2026-08-10T12:00:00+00:00"
    summaries = [entry.findtext(f"{{{ATOM}}}summary") or "" for entry in root.iter(f"{{{ATOM}}}entry")]
    assert [text.partition("Directive")[0] for text in summaries] == ["", "Avis corrigé le 10\u00a0août\u00a02026. "]
    page = " ".join(shown(small, date(2026, 8, 24), "{{ avis() }}").split())
    assert 'août 2026</time>, corrigé le <time datetime="2026-08-10">10 août 2026</time>; en vigueur le' in page


def test_the_feed_of_a_site_whose_address_is_known_says_it_whole(small: Path) -> None:
    root = ElementTree.fromstring(feed(load(small), "https://exemple.ca/site/"))
    links = [link.get("href") for link in root.iter(f"{{{ATOM}}}link")]
    assert links == [f"https://exemple.ca/site/{address}" for address in ("avis.xml", "avis/", "avis/#choix")]


def test_the_feed_of_no_notice_is_sound(project: Project) -> None:
    assert ElementTree.fromstring(feed(project)).tag == f"{{{ATOM}}}feed"
