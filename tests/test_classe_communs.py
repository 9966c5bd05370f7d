"""A class at once: what may be written for all the pupils, and what may not."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from macros.components import Components
from macros.model.formulaires import TIERS, Champ
from macros.project import Project
from macros.rendering.class_macros import class_sheets, document_data, shared, writable
from macros.rendering.context import Context
from macros.sheets.sheet import Sheet


@pytest.fixture(scope="module")
def sheets(project: Project, root: Path) -> list[Sheet]:
    return class_sheets(Context(project, Components(root / "overrides" / "composants"), "modeles/classe/", date(2026, 9, 1)))


def test_letters_come_before_forms(sheets: list[Sheet]) -> None:
    natures = [one.form.nature for one in sheets]
    assert natures == sorted(natures, key=lambda nature: nature != "lettre")
    assert {"consentement", "presentation-plateforme"} <= {one.id for one in sheets}


def test_only_the_staff_write_for_all(sheets: list[Sheet]) -> None:
    for field in shared(sheets):
        assert field.champ.qui not in TIERS
        assert not field.champ.sens.decided
        assert not field.champ.liste


@pytest.mark.parametrize("qui", TIERS)
@pytest.mark.parametrize("genre", ["ligne", "date", "courriel"])
def test_what_another_person_gives_is_never_written_for_all(qui: str, genre: str) -> None:
    assert not writable(Champ.model_validate({"id": "x", "qui": qui, "genre": genre, "libelle": "X"}))


@pytest.mark.parametrize("genre", ["oui-non", "signature"])
def test_nor_what_the_staff_decide_or_sign(genre: str) -> None:
    assert not writable(Champ.model_validate({"id": "x", "qui": "enseignant", "genre": genre, "libelle": "X"}))


def test_a_field_alike_in_several_forms_is_asked_once(sheets: list[Sheet]) -> None:
    found = shared(sheets)
    keys = [(field.champ.id, field.champ.genre, field.champ.libelle) for field in found]
    assert len(keys) == len(set(keys))
    assert len({field.id for field in found}) == len(found)
    (year,) = (field for field in found if field.champ.id == "annee")
    assert len(year.formulaires) > 1
    assert year.valeur == "2026-2027"


def test_the_list_fills_the_name_of_the_child_alone(sheets: list[Sheet]) -> None:
    for one in sheets:
        for id_ in document_data(one)["listes"]:
            champ = one.form.par_id[id_]
            assert champ.liste in ("nom-complet", "nom", "prenom")
            assert champ.qui in ("enseignant", "direction")


def test_a_shared_field_that_proposes_the_day_says_so(sheets: list[Sheet]) -> None:
    days = [field for field in shared(sheets) if field.propose and field.propose.source == "jour"]
    assert days
    assert all(field.valeur is None for field in days)


def test_what_reads_the_lists_is_the_published_file_with_its_licence(root: Path) -> None:
    folder = root / "overrides" / "assets" / "javascripts" / "papaparse"
    code = (folder / "papaparse.min.js").read_bytes()
    assert hashlib.sha256(code).hexdigest() == "e032656b2c709e9a756d5be817da9885d58b2313c43d432c414eb8534a752685"
    assert "v5.7.1" in code[:200].decode()
    assert "MIT License" in (folder / "LICENSE-papaparse.txt").read_text(encoding="utf-8")
    assert "papaparse.min.js" in (root / "overrides" / "composants" / "classe" / "gabarit.html").read_text(encoding="utf-8")


def test_what_opens_a_workbook_is_the_published_file_with_its_licence(root: Path) -> None:
    folder = root / "overrides" / "assets" / "javascripts" / "fflate"
    assert hashlib.sha256((folder / "fflate.min.js").read_bytes()).hexdigest() == "462ef8041fc970e3615a20a9dd2b2e3047a073b2da729ef4f02b634bba8b7b83"
    assert "MIT License" in (folder / "LICENSE-fflate.txt").read_text(encoding="utf-8")
