"""What `make bench` writes: tables, sections that stay, ratios, larger projects that are sound. It measures nothing here."""

from __future__ import annotations

import urllib.request
from pathlib import Path
from typing import Any

import pytest

from macros.loading import load
from tests.copie import CONTENT, frozen
from tools.asked import number
from tools.bench import node
from tools.bench.__main__ import asked
from tools.bench.construction import LARGER, STATES, Runs, forget
from tools.bench.film import BLANK, chosen
from tools.bench.host import Host
from tools.bench.lighthouse import CATEGORIES, METRICS, remarks, row
from tools.bench.others import lay_out
from tools.bench.report import HEAD, PARTS, merged, sections, spread, table
from tools.serving import serving


def test_a_section_is_replaced_and_the_others_stay() -> None:
    first = merged("", "lighthouse", "2026-01-01\n\n| a |\n")
    second = merged(first, "construction", "2026-01-02\n")
    assert second == f"{HEAD}\n## construction\n\n2026-01-02\n\n## lighthouse\n\n2026-01-01\n\n| a |\n"
    assert sections(merged(second, "construction", "2026-01-03\n\n")) == {"construction": "2026-01-03\n", "lighthouse": "2026-01-01\n\n| a |\n"}


def test_the_section_of_a_part_that_is_gone_goes() -> None:
    assert "## autre" not in merged(f"{HEAD}\n## autre\n\nx\n", "gestes", "y")


def test_a_part_is_measured_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTIE", "gestes")
    assert asked() == ["gestes"]
    monkeypatch.setenv("PARTIE", "")
    assert asked() == [*PARTS]
    monkeypatch.setenv("PARTIE", "tout")
    with pytest.raises(SystemExit, match="PARTIE=tout: the parts are construction, echelle, controle, gestes, lighthouse"):
        asked()


@pytest.mark.parametrize("asked", ["x", "0", "-1", "1.5", "²"])
def test_what_is_not_a_number_is_told(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOIS", asked)
    with pytest.raises(SystemExit, match=f"FOIS={asked}: a whole number is expected, 1 or more, as FOIS=3."):
        number("FOIS", 3)


def test_a_number_is_taken_or_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOIS", "12")
    monkeypatch.setenv("DEPUIS", "0")
    assert (number("FOIS", 3), number("DEPUIS", 5, 0), number("EXEMPLES", 60)) == (12, 0, 60)


def test_a_table_keeps_its_columns() -> None:
    assert table(("a", "b"), [["1|2", 3]]) == "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |\n"
    assert (spread([3.0]), spread([1.0, 2.0, 4.0], 0)) == ("3.0", "2 (1–4)")


def test_a_build_is_told_beside_others() -> None:
    theme, once = Runs("theme", [2.0, 2.0], [50.0, 50.0], 10), Runs("here", [4.0], [100.0], 10)
    assert once.row(theme) == ["here", "4.0", "100", "10", "2.00", "2.00", "", ""]
    assert Runs("ten", [10.0], [110.0], 20).row(theme, once) == ["ten", "10.0", "110", "20", "5.00", "2.20", "1.25", "1.10"]


@pytest.mark.parametrize("name", LARGER)
def test_a_larger_project_is_sound(name: str, tmp_path: Path) -> None:
    project = frozen(tmp_path / "projet", *CONTENT)
    pages = len([*(project / "docs").rglob("*.md")])
    LARGER[name](project, 2)
    # Raises the mistakes that there would be.
    assert load(project)
    assert len([*(project / "docs").rglob("*.md")]) > pages


def test_the_host_sends_text_compressed_and_the_rest_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>é</p>" * 100, encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"png")
    with serving(tmp_path, Host) as address:
        page, image = (urllib.request.urlopen(f"{address}/{name}") for name in ("", "a.png"))
        assert page.headers["Content-Encoding"] == "gzip"
        assert int(page.headers["Content-Length"]) < 100
        assert (image.headers["Content-Encoding"], image.read()) == (None, b"png")
        assert {page.headers["Cache-Control"], image.headers["Cache-Control"]} == {"public, max-age=600"}


def report(score: float, gain: int) -> dict[str, Any]:
    audits: dict[str, Any] = {name: {"numericValue": 2000, "score": 0} for name in METRICS.values()}
    audits |= {"network-requests": {"details": {"items": [{}, {}]}}, "lourd": {"title": "Too heavy", "score": 0.5, "metricSavings": {"LCP": gain}}}
    audits |= {"bon": {"title": "Good", "score": 1}, "sans": {"title": "Not asked", "score": None}}
    refs = [*({"id": name, "group": "metrics"} for name in METRICS.values()), {"id": "lourd"}, {"id": "bon"}, {"id": "sans"}]
    return {"audits": audits, "categories": {name: {"score": score, "auditRefs": refs} for name in CATEGORIES}}


def test_a_page_has_the_median_of_its_reports() -> None:
    reports = [report(score, 10) for score in (0.9, 1, 0.5)]
    assert row("page", reports) == ["page", "90", "90", "90", "90", "2000", "2000.00", "2000", "2", "2"]


def test_what_lighthouse_would_have_otherwise_is_told_once() -> None:
    assert [*remarks({"a": [report(1, 10)], "b": [report(1, 300)]})] == [["Too heavy", "2", "300"]]


def test_a_film_shows_the_last_frame_of_each_moment() -> None:
    shown = dict(chosen({-5: "before", 300.0: "first", 490.0: "second", 1900.0: "last"}))
    assert [shown[moment] for moment in (0, 250, 500, 1750, 2000)] == [BLANK, BLANK, "second", "second", "last"]


@pytest.mark.parametrize(("said", "wrong"), [("v18.18.0", False), ("v20.20.2", False), ("v18.9.1", True)])
def test_an_older_node_is_told(said: str, wrong: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node, "node_version", lambda: said)
    monkeypatch.setattr(node.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(node, "same", lambda one, other: True)
    if wrong:
        with pytest.raises(SystemExit, match=r"Lighthouse needs Node\.js 18\.18 or later with npm, and this is v18\.9\.1\. Remedy: "):
            node.prepare()
    else:
        node.prepare()


def test_what_cannot_be_installed_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node, "FOLDER", tmp_path / "npm")
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    with pytest.raises(SystemExit, match=r"Lighthouse could not be installed\. Remedy: check the access to the npm registry"):
        node.prepare()
    assert not node.FOLDER.exists()


@pytest.mark.parametrize(("state", "left"), [*zip(STATES, (["feuilles", "pages.sqlite", "theme"], ["feuilles"], []), strict=True)])
def test_a_state_of_the_builds_leaves_what_it_says(state: str, left: list[str], tmp_path: Path) -> None:
    cache = tmp_path / ".cache"
    for name in ("feuilles", "theme"):
        (cache / name).mkdir(parents=True)
        (cache / name / "x").touch()
    (cache / "pages.sqlite").touch()
    forget(tmp_path, state)
    assert sorted(path.name for path in cache.iterdir()) == left


def test_other_engines_are_given_the_same_pages(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("<p>Un.</p>", encoding="utf-8")
    lay_out(tmp_path / "index.md", tmp_path / "content" / "index.md")
    assert (tmp_path / "content" / "_index.md").read_text(encoding="utf-8") == "---\ntitle: index\n---\n<p>Un.</p>"
