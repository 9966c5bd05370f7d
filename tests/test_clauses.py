"""From the Markdown of a text to its clauses, what can be cited, and the definitions."""

from __future__ import annotations

import pytest

from macros.clauses.clause import Letter, Mark, anchor, normal_number
from macros.clauses.definitions import definition
from macros.clauses.parsing import parse
from macros.clauses.passages import passages

TEXT = """\
## 4.0 Mots employés
Information : personnel
Obligation (lorsque possible) : personnel, direction

Dans ce texte :

Plateforme
:   Application qui sert
    à communiquer.

Renseignement personnel
:   Ce qui identifie quelqu'un.

### 4.1. Choisir
Permission : personnel

Vous pouvez :

a) **Comparer.** Prendre le temps.

    - avec des collègues;
    - avec la direction.

b) Demander de l'aide.

Voilà tout.

## Annexe A : Formulaire
Droit : parent

### Annexe A, 3 : Signature
Information : parent

Signez ici.

## Ce qui change { #changements }
Interdiction : personnel

Rien d'autre.
"""


@pytest.mark.parametrize(
    ("label", "number", "id_"),
    [
        ("4.0", "4", "art-4"),
        ("5.5.3", "5.5.3", "art-5-5-3"),
        ("5.10", "5.10", "art-5-10"),
        ("10.0", "10", "art-10"),
        ("2)", "2", "art-2"),
        ("1.3.", "1.3", "art-1-3"),
        ("Annexe A", "annexe-a", "annexe-a"),
        ("Annexe A, 3", "annexe-a-3", "annexe-a-3"),
        ("Annexe 2", "annexe-2", "annexe-2"),
        ("Tableau B", "tableau-b", "tableau-b"),
    ],
)
def test_numbers_and_anchors(label: str, number: str, id_: str) -> None:
    assert normal_number(label) == number
    assert anchor(number) == id_


def test_the_anchor_of_a_letter() -> None:
    assert anchor("2.2.a") == "art-2-2-a"


def test_the_clauses_of_a_text() -> None:
    text = parse("essai", "essai.md", TEXT)
    assert text.mistakes == []
    assert [(c.label, c.number, c.title, c.level, c.line) for c in text.clauses] == [
        ("4.0", "4", "Mots employés", 2, 1),
        ("4.1.", "4.1", "Choisir", 3, 14),
        ("Annexe A", "annexe-a", "Formulaire", 2, 28),
        ("Annexe A, 3", "annexe-a-3", "Signature", 3, 31),
        ("", "changements", "Ce qui change", 2, 36),
    ]
    first, second, annex = text.clauses[:3]
    assert first.marks == (Mark("information", ("personnel",)), Mark("obligation", ("personnel", "direction"), "lorsque possible"))
    assert first.forces == ("information", "obligation")
    assert first.roles == ("personnel", "direction")
    assert second.letters == (Letter("a", 3), Letter("b", 8))
    assert TEXT.splitlines()[second.body_line - 1 + 3] == "a) **Comparer.** Prendre le temps."
    assert (first.heading, second.heading, annex.heading) == ("4.0 Mots employés", "4.1. Choisir", "Annexe A : Formulaire")
    assert (second.reference, second.anchor) == ("essai/4.1", "art-4-1")


def test_what_can_be_cited() -> None:
    found = {p.reference: p for p in passages(parse("essai", "essai.md", TEXT).clauses)}
    assert list(found) == ["essai/4", "essai/4.1", "essai/4.1.a", "essai/4.1.b", "essai/annexe-a", "essai/annexe-a-3", "essai/changements"]
    a, b = found["essai/4.1.a"], found["essai/4.1.b"]
    assert (a.label, a.title, a.address) == ("4.1 a)", "Comparer", "encadrements/essai/#art-4-1-a")
    assert a.markdown == "Prendre le temps.\n\n- avec des collègues;\n- avec la direction."
    assert (b.title, b.markdown) == ("Choisir", "Demander de l'aide.")


def test_definitions() -> None:
    found = {p.reference: p for p in passages(parse("essai", "essai.md", TEXT).clauses)}
    assert definition(found["essai/4"], "plateforme") == "Application qui sert\nà communiquer."
    assert definition(found["essai/4"], "Renseignement personnel") == "Ce qui identifie quelqu'un."
    assert definition(found["essai/4"], "Application") is None
    assert definition(found["essai/4.1.a"], "comparer") == found["essai/4.1.a"].markdown
    assert definition(found["essai/4.1.a"], "choisir") is None
