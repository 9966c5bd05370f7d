"""What is wrong in the examples of a component is told in French at its line, whatever is wrong: never a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.components import Components
from macros.mistakes import MistakesError
from tests.copie import write
from tools import gallery
from tools.examples import SOURCES, Example, examples

FILE = "overrides/composants/{}/exemples.yml"
ONE_OF = f"donnez-lui l'une des clés {', '.join(SOURCES)}"
YAML = "le fichier ne se lit pas ; vérifiez les crochets, les retraits et les deux-points"
NONE = "nommez-en un, suivi de ce qui le donne : « nom de l'exemple: {macro: …} »"
WRONG = {
    None: [f":1 : aucun exemple du composant « a » ; {NONE}"],
    "": [f":1 : aucun exemple du composant « a » ; {NONE}"],
    "[x]\n": [f":1 : aucun exemple du composant « a » ; {NONE}"],
    "x: {macro: accueil\n": [f":2 : {YAML}"],
    "x: !rien {macro: accueil}\n": [f":1 : {YAML}"],
    "x:\n": [f":1 : l'exemple « x » ne dit pas ce qui le donne ; {ONE_OF}"],
    "x: {}\n": [f":1 : l'exemple « x » ne dit pas ce qui le donne ; {ONE_OF}"],
    "x: {macro: accueil}\ny: {macros: accueil}\n": [
        ":2 : l'exemple « y » a une clé inconnue, « macros » ; écrivez « macro »",
        f":2 : l'exemple « y » ne dit pas ce qui le donne ; {ONE_OF}",
    ],
    "x: {macro: [accueil]}\n": [":1 : l'exemple « x » a pour « macro » autre chose qu'un texte ; écrivez un texte"],
    "x: {valeurs: 3, rang: 0}\n": [
        ":1 : l'exemple « x » a pour « rang » autre chose qu'un nombre à partir de 1 ; écrivez un nombre à partir de 1",
        ":1 : l'exemple « x » a pour « valeurs » autre chose que des clés et leurs valeurs ; écrivez des clés et leurs valeurs",
    ],
    "x: {macro: acueil}\n": [":1 : l'exemple « x » nomme « acueil », qui n'existe pas, pour « macro » ; écrivez « accueil »"],
    "x: {macro: accueil, site: figé}\n": [":1 : l'exemple « x » nomme « figé », qui n'existe pas, pour « site » ; écrivez « fige »"],
    "x: {macro: accueil, dans: b}\n": [":1 : l'exemple « x » nomme « b », qui n'existe pas, pour « dans » ; le seul mot connu ici est « a »"],
    "x: {macro: accueil, texte: directive}\n": [":1 : l'exemple « x » est donné à la fois par « macro » et « texte » ; gardez une seule de ces clés"],
    "x: {texte: directive, avec: {id: a}}\n": [":1 : l'exemple « x » a une clé « avec », que rien ne lit ; supprimez-la : une macro seule la lit"],
    "x: {macro: accueil}\ny: {macro: accueil, macro: avis}\nx: {macro: avis}\n": [
        ":2 : « macro » est déjà à la ligne 2 ; gardez une seule des deux",
        ":3 : « x » est déjà à la ligne 1 ; gardez une seule des deux",
    ],
}


@pytest.mark.parametrize("text", WRONG, ids=[str(number) for number in range(len(WRONG))])
def test_what_an_example_says_is_checked(text: str | None, tmp_path: Path) -> None:
    write(tmp_path, {"overrides/composants/a/gabarit.html": "", **({} if text is None else {FILE.format("a"): text})})
    with pytest.raises(MistakesError) as caught:
        examples(tmp_path / "overrides/composants")
    assert [str(mistake) for mistake in caught.value.mistakes] == [FILE.format("a") + line for line in WRONG[text]]


def test_a_file_of_other_letters_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"overrides/composants/a/gabarit.html": ""})
    (tmp_path / FILE.format("a")).write_bytes("é: {macro: accueil}".encode("latin-1"))
    with pytest.raises(MistakesError, match=r"exemples\.yml:1 : le fichier ne se lit pas ; enregistrez-le en UTF-8"):
        examples(tmp_path / "overrides/composants")


HALTED = "corrigez ce que donne l'exemple, ou ce gabarit"
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("accueil", {"macro": "accueil", "rang": 2}, "ne montre que 1 fois le composant « accueil » ; corrigez ce qui le donne, ou « rang »"),
    ("avis", {"macro": "accueil"}, "ne montre nulle part le composant « avis » ; corrigez ce qui le donne, ou « rang »"),
    (
        "infobulles",
        {"valeurs": {"bulle": {}}},
        f"ne se rend pas : à overrides/composants/infobulles/gabarit.html, ligne 3, ce gabarit demande « bulles », qui n'existe pas ; {HALTED}",
    ),
    (
        "infobulles",
        {"valeurs": {"bulles": 3}},
        f"ne se rend pas : à overrides/composants/infobulles/gabarit.html, ligne 3, ce gabarit demande « items », qui n'existe pas ; {HALTED}",
    ),
    ("panne", {"gabarit": "{{ rien }}"}, f"ne se rend pas : ce gabarit demande « rien », qui n'existe pas ; {HALTED}"),
    ("panne", {"gabarit": "{{ 'a' | rien }}"}, f"ne se rend pas : le filtre « rien » n'existe pas ; {HALTED}"),
    ("accueil", {"macro": "accueil", "avec": {"id": 3}}, f"ne se rend pas : une erreur de programme arrête le rendu (TypeError) ; {HALTED}"),
    ("entete", {"texte": "directiv"}, "demande « directiv », qui n'existe pas ; nommez une chose de tests/erreurs/projet/"),
    ("avis", {"macro": "liste", "avec": {"id": "bila"}, "site": "fige"}, "demande « bila », qui n'existe pas ; nommez une chose de tests/site_fige/"),
    ("feuille-pdf", {"papier": "confirmatio"}, "demande « confirmatio », qui n'existe pas ; nommez une chose de tests/erreurs/projet/"),
]


@pytest.mark.parametrize(("component", "said", "told"), REFUSED, ids=[str(number) for number in range(len(REFUSED))])
def test_what_stops_an_example_is_told_at_its_line(component: str, said: dict[str, Any], told: str, tmp_path: Path) -> None:
    example = Example(component, "essai", 1, said, FILE.format(component), 3)
    with pytest.raises(MistakesError) as caught:
        gallery.write_example(tmp_path, example, Components(gallery.OVERRIDES / "composants"))
    (mistake,) = caught.value.mistakes
    assert str(mistake) == f"{FILE.format(component)}:3 : l'exemple « essai » {told}"


def test_the_gallery_says_it_and_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gallery, "OVERRIDES", tmp_path / "overrides")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    write(tmp_path, {"overrides/composants/a/gabarit.html": ""})
    assert gallery.main() == 1
    assert capsys.readouterr().out == f"{FILE.format('a')}:1 : aucun exemple du composant « a » ; {NONE}\n1 erreur à corriger.\n"
