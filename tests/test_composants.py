"""The components' folders: each file is loaded by a component, each file that is named exists, nothing for programmers is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.components import KEYS, Components

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "overrides" / "composants"
NAMES = sorted(path.name for path in FOLDER.iterdir())
COMPONENTS = Components(FOLDER)


def loaded(name: str) -> Iterator[str]:
    """Yield the styles and the scripts that a component names."""
    for suffix in KEYS:
        yield from COMPONENTS.own(name, suffix)


def test_each_style_and_script_is_loaded_by_a_component() -> None:
    files = {path.relative_to(FOLDER).as_posix() for suffix in KEYS for path in FOLDER.rglob(f"*.{suffix}")}
    assert {path for name in NAMES for path in loaded(name)} == files


@pytest.mark.parametrize("manifest", sorted(FOLDER.glob("*/composant.yml")), ids=lambda path: path.parent.name)
def test_a_manifest_says_what_the_names_do_not(manifest: Path) -> None:
    said = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    assert {*said} <= {*KEYS.values()}
    alone = {
        key: [f"{manifest.parent.name}.{suffix}"] for suffix, key in KEYS.items() if (manifest.parent / f"{manifest.parent.name}.{suffix}").is_file()
    }
    assert said != alone, "it says what is known without it"


def test_files_come_in_the_order_of_the_manifest_each_once() -> None:
    wanted = ["composants/classe/liste.js", "composants/classe/feuilles.js", "composants/classe/classe.js"]
    assert COMPONENTS.assets(["classe", "classe"], "js") == wanted


def test_what_programmers_read_is_not_published(site: Path) -> None:
    published = {path.suffix for path in (site / "composants").rglob("*") if path.is_file()}
    assert published == {".css", ".js", ".svg"}
