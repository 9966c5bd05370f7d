"""What a build keeps for the next one: the same site, in less time, and nothing that is no longer so."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from macros import kept as kept_module
from macros.aside import Aside, Lazy
from macros.kept import Kept, fingerprint
from macros.loading import load
from macros.project import Project
from macros.reading.markup import CLOSE, OPEN, Fragments
from macros.rendering.kept_pages import packed, unpacked
from macros.rendering.materials import materials
from macros.rendering.pages import page_context, site_context
from tests.copie import build, frozen

DAY = date(2026, 11, 27)


def made(kept: Kept, *parts: str) -> list[str]:
    return kept.of(parts, lambda: [*parts, "fait"])


def test_a_result_is_made_once_and_taken_again_by_the_next_build(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "pages.sqlite"
    first = Kept(file)
    assert made(first, "a", "b") == ["a", "b", "fait"]
    first.write()
    second = Kept(file)
    assert second.of(["a", "b"], lambda: ["autre"]) == ["a", "b", "fait"]
    assert second.of(["ab"], lambda: ["autre"]) == ["autre"]


def test_a_long_text_is_kept_by_pieces(tmp_path: Path) -> None:
    file, text = tmp_path / "pages.sqlite", ["a", "b\n", "« c »"]
    for make in (lambda: iter(text), list[str], list[str]):
        kept = Kept(file)
        assert [*kept.pieces(["x"], make)] == text
        kept.write()


def test_a_piece_that_is_lost_is_made_again(tmp_path: Path) -> None:
    file, text = tmp_path / "pages.sqlite", ["a", "b", "c"]
    first = Kept(file)
    assert [*first.pieces(["x"], lambda: text)] == text
    first.write()
    with kept_module.sqlite3.connect(file) as store:
        store.execute("DELETE FROM results WHERE key = ?", (f"{fingerprint(['x'])} 1",))
    store.close()
    assert [*Kept(file).pieces(["x"], lambda: text)] == text


def test_a_text_without_pieces_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "pages.sqlite"
    first = Kept(file)
    assert [*first.pieces(["x"], list[str])] == []
    first.write()
    assert [*Kept(file).pieces(["x"], lambda: ["autre"])] == []


@pytest.mark.parametrize("folder", [".", "absent", None])
def test_a_text_that_waits_comes_back_as_it_was(folder: str | None, tmp_path: Path) -> None:
    aside = Aside(folder and tmp_path / folder)
    texts = ["é’", "", "\ud800", "a\r\n"]
    places = [aside.put(text) for text in texts]
    assert [aside.get(place) for place in reversed(places)] == [*reversed(texts)]
    aside.close()
    assert not [*tmp_path.iterdir()]


def test_a_value_is_made_when_it_is_asked_for() -> None:
    made: list[str] = []
    lazy = Lazy(["a", "b"], lambda name: made.append(name) or name * 2)
    assert ("a" in lazy, "c" in lazy, [*lazy], len(lazy), lazy.get("c"), made) == (True, False, ["a", "b"], 2, None, [])
    assert [lazy["b"], lazy["b"], made] == ["bb", "bb", ["b", "b"]]


def test_what_a_build_did_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "pages.sqlite"
    for asked in ("a", "b"):
        kept = Kept(file)
        made(kept, asked)
        kept.write()
    assert [Kept(file).get(fingerprint([part])) for part in ("a", "b")] == [None, ["b", "fait"]]


def test_other_code_makes_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "pages.sqlite"
    kept = Kept(file)
    made(kept, "a")
    kept.write()
    monkeypatch.setattr(kept_module, "code", lambda: "autre")
    assert Kept(file).get(fingerprint(["a"])) is None


@pytest.mark.parametrize("text", ["", "{", "SQLite format 3\0" + "x" * 200])
def test_a_file_that_cannot_be_read_is_no_file(text: str, tmp_path: Path) -> None:
    file = tmp_path / "pages.sqlite"
    file.write_text(text, encoding="utf-8")
    kept = Kept(file)
    assert made(kept, "a") == ["a", "fait"]
    kept.write()
    assert Kept(file).get(fingerprint(["a"])) == ["a", "fait"]


def test_a_part_that_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    file = tmp_path / "pages.sqlite"
    first = Kept(file)
    for number in range(2000):
        first.of([str(number)], lambda: "x" * 200)
    first.write()
    spoilt = bytearray(file.read_bytes())
    spoilt[8192:-4096] = b"\xff" * (len(spoilt) - 12288)
    file.write_bytes(spoilt)
    kept = Kept(file)
    assert [made(kept, str(number)) for number in range(3)] == [[str(number), "fait"] for number in range(3)]
    kept.write()


def with_two_kept(folder: Path) -> Path:
    """Return a file that keeps two results."""
    first = Kept(folder / "pages.sqlite")
    made(first, "a")
    made(first, "b")
    first.write()
    return folder / "pages.sqlite"


@pytest.mark.parametrize("change", ["'\"\"'", "'[\"autre\"]'", "replace(result, 'fait', 'faux')", "substr(result, 2)", "NULL", "x'00'", "5"])
def test_a_result_that_is_not_as_it_was_kept_is_made_again(change: str, tmp_path: Path) -> None:
    file = with_two_kept(tmp_path)
    with kept_module.sqlite3.connect(file) as store:
        store.execute(f"UPDATE results SET result = {change} WHERE key = '{fingerprint(['a'])}'")
    store.close()
    kept = Kept(file)
    assert kept.get(fingerprint(["b"])) == ["b", "fait"]
    assert made(kept, "a") == ["a", "fait"]


def test_a_result_kept_for_other_texts_is_made_again(tmp_path: Path) -> None:
    file = with_two_kept(tmp_path)
    with kept_module.sqlite3.connect(file) as store:
        store.execute("UPDATE results SET result = (SELECT max(result) FROM results)")
    store.close()
    assert [made(Kept(file), name) for name in "ab"] == [["a", "fait"], ["b", "fait"]]


def test_a_file_that_another_build_is_writing_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "pages.sqlite"
    Kept(file).write()
    monkeypatch.setattr(kept_module.sqlite3, "connect", partial(kept_module.sqlite3.connect, timeout=0))
    other = kept_module.sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    kept = Kept(file)
    assert made(kept, "a") == ["a", "fait"]
    kept.write()
    other.close()
    assert Kept(file).get(fingerprint(["a"])) is None


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "ici").write_text("", encoding="utf-8")
    kept = Kept(tmp_path / "ici" / "pages.sqlite")
    made(kept, "a")
    kept.write()


def test_texts_of_another_cut_have_another_fingerprint() -> None:
    assert fingerprint(["a", "bc"]) != fingerprint(["ab", "c"]) != fingerprint(["abc"])


def test_the_tokens_of_a_page_find_their_html_in_another_build() -> None:
    first, second = Fragments(), Fragments()
    first.kept, second.kept = ["autre", "<p>un</p>", "<b>deux</b>"], ["x"] * 7
    page = packed(f"{OPEN}2{CLOSE} et {OPEN}1{CLOSE}, {OPEN}2{CLOSE}", first, {})
    assert second.restore(unpacked(page, second)) == "<b>deux</b> et <p>un</p>, <b>deux</b>"


@pytest.mark.parametrize(
    ("file", "former", "new"),
    [
        ("data/glossaire.yml", "\n", "\n\n"),
        ("docs/encadrements/directive.md", "\n\n", "\n\n\n"),
        ("overrides/composants/glossaire/gabarit.html", "\n", "\n\n"),
        ("overrides/composants/cadre/composant.yml", "\n", "\n\n"),
    ],
)
def test_what_macros_write_from_is_seen_to_change(file: str, former: str, new: str, frozen_project: Project) -> None:
    path = frozen_project.draft.root / file
    text = path.read_text(encoding="utf-8")
    before = of(frozen_project)
    path.write_text(text.replace(former, new, 1), encoding="utf-8")
    after = of(frozen_project)
    path.write_text(text, encoding="utf-8")
    assert of(frozen_project) == before != after


def test_a_new_style_is_one_of_them(frozen_project: Project) -> None:
    """A component loads the style that bears its name: a page that was made before it does not name it."""
    style = frozen_project.draft.root / "overrides" / "composants" / "terme" / "terme.css"
    before = of(frozen_project)
    style.write_text("", encoding="utf-8")
    after = of(frozen_project)
    style.unlink()
    assert of(frozen_project) == before != after


def test_the_day_is_one_of_them(frozen_project: Project) -> None:
    assert of(frozen_project) != of(frozen_project, DAY + timedelta(days=1))


def test_what_macros_write_from_is_read_once_for_a_build(frozen_project: Project) -> None:
    style = frozen_project.draft.root / "overrides" / "composants" / "terme" / "terme.css"
    site, fragments = site_context(frozen_project), Fragments()
    before = page_context(site, "", fragments).materials
    style.write_text("", encoding="utf-8")
    assert page_context(site, "glossaire/", fragments).materials == before == site.materials
    assert page_context(site_context(frozen_project), "", fragments).materials != before
    style.unlink()


@pytest.fixture(scope="module")
def frozen_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return load(frozen(tmp_path_factory.mktemp("materiaux") / "projet", "data", "docs", "overrides"))


def of(project: Project, day: date = DAY) -> str:
    return materials(project, project.draft.root / "overrides" / "composants", day)


@pytest.mark.long
def test_after_a_change_the_site_is_that_of_a_first_build(small_built: Path, tmp_path: Path) -> None:
    """A datum, a page, a template and a script change between two builds that share what they keep."""
    changes = {
        "docs/index.md": ("\n# ", "\n# Autre : "),
        "data/plateformes/teams.yml": ("Plateforme de collaboration", "Plateforme pour collaborer"),
        "overrides/partials/footer.html": ("pied__mention", "pied__mention masque"),
        "overrides/composants/cadre/copie-lien.js": ("(() => {", "(() => {\n  document.title += '';"),
    }
    kept = Path(shutil.copytree(small_built, tmp_path / "gardes"))
    for name, (former, new) in changes.items():
        path = kept / name
        text = path.read_text(encoding="utf-8")
        assert former in text, name
        path.write_text(text.replace(former, new, 1), encoding="utf-8")
    first = tmp_path / "premiere"
    shutil.copytree(kept, first)
    shutil.rmtree(first / ".cache")
    assert files(*build(kept)) == files(*build(first, alone=True))


def files(site: Path, code: int, said: str) -> dict[str, bytes]:
    assert code == 0, said
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file() and path.suffix != ".gz"}
