"""The engine that continues MkDocs makes the same site, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.copie import ROOT, build, frozen
from tools.build import engine


def published(site: Path) -> dict[str, bytes]:
    """Return the files of a site."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files if path.suffix != ".gz"}


@pytest.mark.long
def test_properdocs_makes_the_same_site(site: Path, tmp_path: Path) -> None:
    made, code, said = build(frozen(tmp_path / "projet"), engine="properdocs")
    assert code == 0, said
    one, other = published(site), published(made)
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.parametrize("name", ["mkdocs", "properdocs"])
def test_the_engine_is_chosen_by_its_name(name: str) -> None:
    # In a process of its own: ProperDocs, once imported, takes the place of MkDocs.
    command = [sys.executable, "-c", "from tools.build import engine; print(*engine().commands)"]
    said = subprocess.run(command, cwd=ROOT, env={**os.environ, "ENGINE": name}, capture_output=True, text=True, check=True).stdout
    assert set(said.split()) >= {"build", "serve"}


def test_another_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGINE", "hugo")
    with pytest.raises(click.ClickException, match="ENGINE=hugo: the engines are mkdocs and properdocs"):
        engine()
