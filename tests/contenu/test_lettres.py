"""The published letters and forms: what each must keep of the text that asks for it."""

from __future__ import annotations

from datetime import date

import pytest

from macros.project import Project
from macros.sheets.sheet import Repeat, Sheet, sheet

DAY = date(2026, 9, 1)


@pytest.fixture(scope="module")
def made(project: Project) -> dict[str, Sheet]:
    return {id_: sheet(project, id_, DAY) for id_ in project.formulaires}


def words(shown: Sheet) -> str:
    """Return all that a sheet says, fields by their names."""
    named = (
        piece if isinstance(piece, str) else piece.champ.libelle if isinstance(piece, Repeat) else piece.libelle
        for line in shown.lines
        for piece in line
    )
    return " ".join([shown.titre, shown.mention or "", *named, *shown.notes, *(part.titre or "" for part in shown.parts)])


def test_the_forms_are_twelve_in_order(project: Project) -> None:
    assert [*project.formulaires] == [
        "consentement",
        "rappel-consentement",
        "presentation-plateforme",
        "annonce-changements",
        "demande-autorisation",
        "refus-retrait",
        "confirmation-destruction",
        "demande-evaluation",
        "entente-utilisation",
        "demande-espace",
        "demande-acces",
        "plainte",
    ]


def test_the_consent_is_the_parents_to_give(made: dict[str, Sheet]) -> None:
    shown, said = made["consentement"], words(made["consentement"])
    assert shown.mention == "Confidentiel – Transmis électroniquement"
    choices = [champ for champ in shown.fields if champ.genre == "oui-non"]
    assert [champ.qui for champ in choices] == ["parent", "parent"]
    assert "leurs parents" not in said
    assert [champ.id for champ in shown.fields if champ.qui == "parent"] == [
        "parent",
        "autorisation-classe",
        "autorisation-parent",
        "lieu",
        "date",
        "signature",
    ]


def test_the_cree_agreement_has_its_six_points_and_is_no_consent(made: dict[str, Sheet]) -> None:
    shown = made["entente-utilisation"]
    numbered = [block for part in shown.parts for block in part.blocks if block.genre == "numeros"]
    assert [len(block.lines) for block in numbered] == [6]
    assert "consentement" not in words(shown)
    assert {champ.libelle for champ in shown.fields} == {
        "Nom du parent/tuteur (en caractères d’imprimerie)",
        "Signature du parent/tuteur",
        "Date",
        "Nom de l’élève (en caractères d’imprimerie)",
        "Signature de l’élève",
    }


def test_the_request_for_a_space_has_every_box(made: dict[str, Sheet]) -> None:
    boxes = {champ.id: [option.libelle for option in champ.options] for champ in made["demande-espace"].fields if champ.options}
    assert boxes == {
        "espace": ["Google", "LinkedIn", "Méta (Facebook)", "Méta (Instagram)", "YouTube", "X", "Autre"],
        "adhesion": [
            "13\u00a0ans – pour consultation seulement, sans adhésion",
            "13\u00a0ans avec consentement parental – pour adhésion et rédaction de commentaires possibles",
            "14\u00a0ans et plus avec consentement de l’élève ou parental – pour adhésion et rédaction de commentaires possibles",
        ],
        "decision": ["Accepté", "Refusé"],
    }
