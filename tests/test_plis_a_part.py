"""The content of the folds that a page leaves apart: what is taken out, and what stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.export.folds import emptied

FOLD = '<details class="a" data-a-part><summary>Un</summary><a data-repli href="../">Ailleurs</a>%s</details>'


def brought(site: Path) -> list[str]:
    (script,) = site.rglob("*.js")
    content: list[str] = json.loads(script.read_text(encoding="utf-8").removeprefix("window.Plis = ").removesuffix(";\n"))
    return content


def test_what_follows_the_link_comes_with_a_script(tmp_path: Path) -> None:
    html = "<body class='b'>" + FOLD % "<p>é</p>" + "<details><summary>x</summary>y</details>" + FOLD % "<details>z</details>t" + "</body>"
    left = emptied(html, tmp_path, "../")
    (script,) = tmp_path.rglob("*.js")
    assert left == (
        f"<body data-plis=\"../{script.relative_to(tmp_path).as_posix()}\" class='b'>"
        '<details class="a" data-a-part="0"><summary>Un</summary><a data-repli href="../">Ailleurs</a></details>'
        "<details><summary>x</summary>y</details>"
        '<details class="a" data-a-part="1"><summary>Un</summary><a data-repli href="../">Ailleurs</a></details></body>'
    )
    assert brought(tmp_path) == ["<p>é</p>", "<details>z</details>t"]


def test_a_page_without_such_a_fold_is_left_as_it_is(tmp_path: Path) -> None:
    html = "<body><details><summary>x</summary>y</details></body>"
    assert emptied(html, tmp_path, "") == html
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (FOLD.replace("data-repli ", "") % "y", "says nothing in the place"),
        (FOLD % '<p id="ici">y</p>', "is named: « ici »"),
        ('<details data-a-part><summary>x</summary><a data-repli href="../">y</a>', "does not close"),
    ],
)
def test_a_fold_that_cannot_be_taken_out_stops_the_build(html: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=said):
        emptied(html, tmp_path, "")
