"""The pages whose words are alike say first in what they differ; the measure finds those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.alike import alike, main

WORDS = " ".join(f"mot{number}" for number in range(100))
APART = '<div class="fiche-voisines"><p>Comme <a href="../{}/">l’autre</a></p></div>'


def site_of(folder: Path, **pages: str) -> Path:
    for name, article in pages.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(f"<!doctype html><title>T</title><nav>menu</nav><article>{article}</article>", encoding="utf-8")
    return folder


def page(first: str = "", last: str = "") -> str:
    return f"<h1>Titre</h1><h2>Un</h2>{first}<p>{WORDS}</p><h2>Deux</h2>{last}"


def test_what_differs_comes_first_in_both(tmp_path: Path) -> None:
    site = site_of(tmp_path, un=page(APART.format("deux")), deux=page(APART.format("un")), trois="<h1>Autre chose</h1>")
    assert [(pair.one.address, pair.other.address, pair.told) for pair in alike(site)] == [("deux", "un", True)]
    assert main(site) == 0


@pytest.mark.parametrize("other", [page(), page(last=APART.format("un")), page(APART.format("trois"))])
def test_a_page_that_does_not_say_it_first_is_told(other: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(site_of(tmp_path, un=page(APART.format("deux")), deux=other)) == 1
    assert capsys.readouterr().out.splitlines()[0].endswith("% deux un: what differs does not come first")


def test_a_folder_without_a_page_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"^No page in .* Remedy: make build"):
        main(tmp_path)


def test_the_site_says_it(site: Path) -> None:
    pairs = alike(site)
    assert pairs
    assert [f"{pair.ratio:.0%} {pair.one.address} {pair.other.address}" for pair in pairs if not pair.told] == []
