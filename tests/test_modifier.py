"""« Modifier cette page » leads to the file that says what the page shows; one setting says where the forge is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.components import Components
from macros.loading import load
from macros.model.avis import Avis
from macros.model.base import Modele
from macros.model.contradictions import Contradiction
from macros.model.echeances import Echeance
from macros.model.glossaire import Terme
from macros.model.kinds import of
from macros.model.organisations import Contact
from macros.model.regles import Regle
from macros.rendering.catalogue import MACROS
from macros.rendering.context import Context
from macros.rendering.editing import edit_address, home_of, part_address
from macros.rendering.helper_answers import FOLDER, known
from macros.rendering.situation_macros import every
from tests.copie import CONTENT, ROOT, SMALL, built, changed, frozen, unbuilt, write

# The macros that show the things of a file of several, with « Modifier » beside each.
SHOWN = {"contacts": Contact, "glossaire": Terme, "points_a_clarifier": Contradiction, "calendrier": Echeance, "avis": Avis}
SEVERAL = [of(entry) for entry in (Regle, *SHOWN.values())]
FORGE = "https://forge.exemple.ca/ecole/site/edit/main/"


@pytest.mark.parametrize(
    ("page", "home"),
    [
        ("docs/index.md", "docs/index.md"),
        ("docs/encadrements/directive.md", "docs/encadrements/directive.md"),
        ("docs/plateformes/teams.md", "data/plateformes/teams.yml"),
        ("docs/plateformes/index.md", "docs/plateformes/index.md"),
        ("docs/modeles/confirmation.md", "data/formulaires/confirmation.yml"),
        ("docs/autoevaluation/bilan.md", "data/listes/bilan.yml"),
    ],
)
def test_a_page_comes_from_a_file(page: str, home: str) -> None:
    assert home_of(page) == home


def test_each_page_leads_to_its_file(small_built: Path, tmp_path: Path) -> None:
    root = unbuilt(small_built, tmp_path / "projet")
    write(root, changed("data/organisations.yml", ("organisations:", f"forge: {FORGE}\norganisations:")))
    site = built(root)
    for page, home in (("plateformes/teams", "data/plateformes/teams.yml"), ("encadrements/directive", "docs/encadrements/directive.md")):
        html = (site / page / "index.html").read_text(encoding="utf-8")
        assert f'<a href="{FORGE}{home}">' in html
        assert (SMALL / home).is_file()
    questions = (site / "autoevaluation/bilan/index.html").read_text(encoding="utf-8")
    assert f'<a href="{FORGE}data/listes/bilan.yml#L24">' in questions


def test_each_thing_of_a_file_of_several_leads_to_its_line(tmp_path: Path) -> None:
    root = frozen(tmp_path / "projet", *CONTENT)
    organisations = root / "data/organisations.yml"
    organisations.write_text(f"forge: {FORGE}\n" + organisations.read_text(encoding="utf-8"), encoding="utf-8")
    project = load(root)
    context = Context(project, Components(ROOT / "overrides/composants"), FOLDER)
    parts: list[tuple[str, Modele, str]] = [
        *((f"data/listes/{id_}.yml", question, id_) for id_, liste in project.listes.items() for question in liste.questions),
        *((f"data/situations/{s.theme}.yml", s.situation, s.theme) for s in every(project)),
        *((kind.place, thing, "") for kind in SEVERAL for thing in getattr(project.draft.model(kind.file), kind.key)),
    ]
    assert len(parts) > 200
    lines = {file: (root / file).read_text(encoding="utf-8").splitlines() for file, _, _ in parts}
    for file, part, owner in parts:
        address, _, line = part_address(context, part, owner).partition("#L")
        assert address == f"{FORGE}{file}"
        first = lines[file][int(line) - 1].strip()
        assert first.partition(": ")[2].strip("\"'") == str(getattr(part, first.partition(": ")[0].removeprefix("- ")))
    for macro, entry in SHOWN.items():
        assert f'<a href="{FORGE}{of(entry).place}#L' in context.fragments.restore(MACROS[macro](context)), macro
    html = "".join(known(context)["html"].values())
    assert {f"{FORGE}data/regles.yml#L{number}" for number, line in enumerate(lines["data/regles.yml"], 1) if line == "  - id: classdojo-tolere"} < {
        *re.findall(r'href="([^"]+)"', html)
    }


def test_without_a_forge_nothing_is_offered(small_root: Path) -> None:
    assert edit_address(load(small_root), "docs/index.md") == ""
