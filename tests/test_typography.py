"""French typography: where a line must not break, and what is left alone."""

from __future__ import annotations

import pytest

from macros.typography import french, french_markdown

N = "\u00a0"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("le mot « oui » suffit", f"le mot «{N}oui{N}» suffit"),
        ("«oui»", f"«{N}oui{N}»"),
        ("Trois cas : un, deux", f"Trois cas{N}: un, deux"),
        ("selon (note) :", f"selon (note){N}:"),
        ("le 30 juin 2026", f"le 30{N}juin 2026"),
        ("avant 14 ans", f"avant 14{N}ans"),
        ("50 % des cas à 16 h", f"50{N}% des cas à 16{N}h"),
        ("art. 5 et n° 7110", f"art.{N}5 et n°{N}7110"),
        ("l'élève d'ici", "l’élève d’ici"),
        ("à 10:30, voir https://csspb.gouv.qc.ca", "à 10:30, voir https://csspb.gouv.qc.ca"),
        ("Quoi ? Non; oui !", "Quoi ? Non; oui !"),
        ("30 élèves", "30 élèves"),
    ],
)
def test_spaces_and_apostrophes(written: str, shown: str) -> None:
    assert french(written) == shown
    assert french(shown) == shown


@pytest.mark.parametrize(
    "code",
    [
        '{{ art("directive/5.9", mots=True) }}',
        "{ #mise-en-oeuvre }",
        "](l'adresse.md)",
        "`d'une : « clé »`",
        "<l'adresse@csspb.qc.ca>",
        "---\ntitle: L'été\n---\n",
    ],
)
def test_code_is_left_alone(code: str) -> None:
    assert french_markdown(code) == code


def test_prose_around_code_is_not() -> None:
    assert french_markdown("L'article : {{ art(\"directive/5.9\") }} d'ici") == f'L’article{N}: {{{{ art("directive/5.9") }}}} d’ici'
