"""The texts and pages that are published: their clauses, their names, their size."""

from __future__ import annotations

from pathlib import Path

from macros.clauses.clause import Mark
from macros.project import Project
from macros.reading.excess import excesses
from macros.reading.tree import proper, walk


def test_the_real_texts(project: Project) -> None:
    assert {document: len(clauses) for document, clauses in project.clauses.items()} == {
        "directive": 20,
        "note-de-service": 8,
        "confidentialite": 17,
        "plateformes-apprentissage": 36,
        "medias-sociaux": 50,
    }
    named = ["contexte", "directive", "changements", "plateformes-approuvees", "mise-en-oeuvre", "tableau-a", "tableau-b", "signature"]
    assert [c.anchor for c in project.clauses["note-de-service"]] == named
    assert project.passages["directive/5.2"].title == "Une seule plateforme par groupe-classe"
    assert project.passages["directive/5.2"].clause.marks == (Mark("preference", ("personnel",), "doit être privilégiée"),)
    assert all(c.marks and c.title for clauses in project.clauses.values() for c in clauses)


def test_the_pages_of_the_site_are_far_from_every_limit(project: Project) -> None:
    assert [page.file for page in project.draft.pages.values() if excesses("\n\n".join([page.markdown] * 5))] == []


def test_the_names_of_the_site_are_proper(root: Path) -> None:
    files = [file for file in walk(root).files if file.startswith(("docs/", "data/")) and "/." not in file]
    assert len(files) > 80
    assert [file for file in files if proper(file) != file] == []
