"""Clauses quoted out of their page: all of their words, as text and not as code."""

from __future__ import annotations

from pathlib import Path

from macros.components import Components
from macros.project import Project
from macros.rendering.citations import cite, excerpt, words
from macros.rendering.context import Context


def context(project: Project, root: Path, page: str = "") -> Context:
    return Context(project, Components(root / "overrides" / "composants"), page)


def test_no_quoted_clause_turns_into_code(project: Project, root: Path) -> None:
    here = context(project, root)
    assert [reference for reference in project.passages if "<pre" in words(here, reference)] == []


def test_a_quoted_clause_keeps_its_letters(project: Project, root: Path) -> None:
    quoted = words(context(project, root), "plateformes-apprentissage/2.2")
    assert [letter for letter in ("a)", "b)", "c)") if letter in quoted] == ["a)", "b)", "c)"]


def test_a_citation_names_links_and_tells_who_is_bound(project: Project, root: Path) -> None:
    here = cite(context(project, root, "plateformes/teams/"), "directive/5.9")
    assert (here.href, here.short, here.long) == ("../../encadrements/directive/#art-5-9", "5.9", "Directive, art.\u00a05.9")
    assert here.binding
    reference = cite(context(project, root), "medias-sociaux/annexe-a")
    assert (reference.href, reference.short) == ("encadrements/medias-sociaux/#annexe-a", "annexe A")
    assert not reference.binding


def test_an_excerpt_is_short_and_on_one_line(project: Project, root: Path) -> None:
    here = context(project, root)
    for reference in project.passages:
        text = excerpt(here, reference)
        assert "\n" not in text
        assert 0 < len(text) <= 421


def test_the_name_of_a_contact_that_says_its_organization_does_not_say_it_twice(project: Project, root: Path) -> None:
    shown = context(project, root).render("contacts", choses=project.contacts)
    assert ">Comité de sécurité du CSSPB</h2>" in shown
    assert ">Votre direction d’établissement <small>CSSPB</small></h2>" in shown


def test_a_contact_cites_every_clause_that_says_what_to_ask(project: Project, root: Path) -> None:
    shown = context(project, root).render("contacts", choses={"direction": project.contacts["direction"]})
    wanted = ["#art-4", "#art-5-1", "#art-5-9"]
    assert [anchor for anchor in wanted if f'encadrements/directive/{anchor}"' in shown] == wanted
