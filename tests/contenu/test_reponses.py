"""The published answers: what they cite and call for, and the proof of the whole table, day by day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.model.meanings import STATUSES, VERDICTS
from macros.project import Project
from macros.rules.proof import prove
from macros.words import fold

# Nearly four years: beyond the end of the school year after next.
DAYS = 1409


def test_the_real_table_day_by_day(project: Project) -> None:
    first, codes = project.facts.debut, project.mentions
    done = prove(project.facts, project.reponses, first + timedelta(days=DAYS - 1))
    questions = len(project.plateformes) * len(codes["publics"]) * len(codes["contenus"])
    assert (done.first, done.days, done.combinations) == (first, DAYS, questions)
    assert (done.cases, done.rules) == (DAYS * questions, len(project.facts.regles))
    assert done.failures == []


def test_the_real_answers_cite_only_what_binds_and_is_in_force(project: Project) -> None:
    first = {id_: min((d.jour for d in text.dates if d.jour), default=None) for id_, text in project.documents.items()}
    for answer in project.reponses:
        assert answer.cited
        for reference in answer.cited:
            document = reference.partition("/")[0]
            assert reference in project.passages
            assert project.documents[document].oblige_personnel
            assert project.documents[document].organisation == project.site.id
            assert (first[document] or answer.du) <= answer.du


def test_what_depends_on_a_point_names_it(project: Project) -> None:
    for answer in project.reponses:
        if not VERDICTS[answer.regle.verdict].settled:
            assert answer.regle.points
            assert {*answer.regle.points} <= {str(p.id) for p in project.points_of(answer)}


def test_the_table_agrees_with_the_files_read_otherwise(project: Project, root: Path) -> None:
    """Read the YAML and ask the questions again with none of the project's code, on both sides of every date that is written."""

    def read(file: Path) -> Any:
        return yaml.safe_load(file.read_text(encoding="utf-8"))

    rules = read(root / "data/regles.yml")["regles"]
    platforms = {file.stem: read(file) for file in (root / "data/plateformes").glob("*.yml")}
    spans = [(answer.du, answer.au or answer.du) for answer in project.reponses]
    days = {day + timedelta(days=step) for span in spans for day in span for step in (-1, 0, 1)} | {date(2099, 12, 31)}
    for answer in project.reponses:
        platform, audience, content = answer.combination
        for on in sorted(d for d in days if answer.en_vigueur(d)):
            statuses = platforms[platform]["statuts"][audience]
            (status,) = [s["statut"] for s in statuses if s["du"] <= on <= s.get("au", date.max)]
            facts = {"plateformes": platform, "destinataires": audience, "contenus": content, "statuts": status}
            facts["destructions"] = platforms[platform]["destruction"]["regle"]
            matching = [
                rule["id"]
                for rule in rules
                if all(value in rule["quand"].get(key, [value]) for key, value in facts.items())
                and platform not in rule["quand"].get("sauf", [])
                and rule["quand"].get("du", date.min) <= on <= rule["quand"].get("au", date.max)
            ]
            assert matching == [answer.regle.id], (answer.combination, on)


@pytest.mark.parametrize("network", ["Instagram", "TikTok", "Snapchat", "LinkedIn"])
def test_a_network_alone_does_not_say_whose_account_it_is(project: Project, network: str) -> None:
    statuses = {platform.statuts.parents[-1].statut for platform in project.plateformes.values() if network in platform.noms}
    assert statuses == {"autorisation", "proscrite"}


def test_a_request_names_the_points_of_the_statuses_that_ask_for_it(project: Project) -> None:
    asking = [answer for answer in project.reponses if "demande-autorisation" in answer.formulaires and answer.statut.point]
    assert asking
    assert {str(answer.statut.point) for answer in asking} <= {*map(str, project.formulaires["demande-autorisation"].points)}


def test_a_photo_on_a_platform_says_that_no_text_names_a_video(project: Project) -> None:
    shown = [answer for answer in project.reponses if {"directive/5.5.2", "directive/annexe-a"} <= {*answer.cited}]
    assert {str(answer.combination.contenu) for answer in shown} == {"realisation-ou-photo"}
    assert all("video-d-un-eleve" in {str(p.id) for p in project.points_of(answer)} for answer in shown)


def approving(project: Project, reference: str) -> str:
    """Return the paragraphs of a clause that say what is approved, each with the list that it announces."""
    blocks = project.passages[reference].markdown.split("\n\n")
    said = [place for place, block in enumerate(blocks) if re.search(r"(?<!non )approuv", block)]
    return " ".join(blocks[place] + (blocks[place + 1] if blocks[place].endswith(":") else "") for place in said)


def test_only_what_a_text_approves_is_said_approved(project: Project) -> None:
    """A footnote allows general information on a school's official page: Facebook is not among the approved platforms for it."""
    lost = set()
    for id_, platform in project.plateformes.items():
        for status in (*platform.statuts.parents, *platform.statuts.eleves):
            words = fold(" ".join(approving(project, str(article)) for article in status.articles))
            lost |= {id_} if STATUSES[status.statut].approved and not any(fold(name) in words for name in platform.noms) else set()
    assert lost == set()
