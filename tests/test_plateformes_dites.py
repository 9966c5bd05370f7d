"""What is said of a platform agrees: the clauses that approve it name it, one that another replaces is no longer allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading import load
from macros.mistakes import MistakesError
from tests.conftest import small_project
from tests.erreurs.edits import apply

NAMED = """\
--- docs/encadrements/directive.md
-Une seule plateforme suffit ({{ art("directive/2.a") }}).
+Une seule plateforme suffit, par exemple Texto ({{ art("directive/2.a") }}).
"""
REPLACED = """\
--- data/plateformes/teams.yml
+remplacee_par:
+  plateforme: texto
+  du: 2026-12-01
+  articles:
+    - directive/2
 destruction:
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small project, to be changed."""
    return small_project(tmp_path / "projet")


def told(root: Path) -> list[str]:
    """Return the mistakes about a platform."""
    with pytest.raises(MistakesError) as caught:
        load(root)
    return [str(mistake) for mistake in caught.value.mistakes if mistake.file == "data/plateformes/teams.yml"]


def test_an_approval_by_a_clause_that_names_others_is_told(small: Path) -> None:
    apply(NAMED, small)
    assert told(small) == [
        "data/plateformes/teams.yml:17 : « Teams » est dite approuvée, et l'article cité ici en nomme d'autres sans elle ; "
        "citez l'article qui la nomme, changez d'abord le texte, ou corrigez le statut"
    ]


def test_so_is_what_is_only_allowed(small: Path) -> None:
    """A text may let one use a platform without counting it among those that are approved."""
    apply(NAMED, small)
    path = small / "data/plateformes/teams.yml"
    path.write_text(path.read_text("utf-8").replace("statut: approuvee", "statut: permise"), "utf-8")
    assert any("« Teams » est dite permise, et l'article cité ici en nomme d'autres sans elle" in mistake for mistake in told(small))


def test_a_platform_that_is_replaced_may_no_longer_be_used(small: Path) -> None:
    apply(REPLACED, small)
    assert told(small) == [
        "data/plateformes/teams.yml:17 : « texto » remplace « teams » le 2026-12-01, et le statut « approuvee » (eleves) vaut encore ce jour-là ; "
        "fermez-le par « au: 2026-11-30 », puis ajoutez le statut qui suit"
    ]


def test_a_status_that_begins_once_the_platform_is_replaced_must_be_another_one(small: Path) -> None:
    apply(REPLACED.replace("2026-12-01", "2026-07-01"), small)
    assert told(small) == [
        "data/plateformes/teams.yml:17 : « texto » remplace « teams » le 2026-07-01, et le statut « approuvee » (eleves) vaut encore ce jour-là ; "
        "choisissez un statut qui ne la permet plus : autorisation, proscrite ou a-clarifier"
    ]


def test_a_platform_does_not_replace_itself(small: Path) -> None:
    apply(REPLACED.replace("plateforme: texto", "plateforme: teams"), small)
    assert any("une plateforme ne se remplace pas elle-même ; nommez celle qui prend sa place" in mistake for mistake in told(small))
