"""The published situations: what staff ask is there, and what the texts say of it."""

from __future__ import annotations

import re

import pytest

from macros.model.situations import Situation
from macros.project import Project
from macros.rendering.situation_macros import every

# What the staff ask, each in a few of its words.
ASKED = [
    *("des parents ont ouvert", "whatsapp", "seesaw", "remind", "discord", "google meet", "zoom", "m’écrit sur messenger", "photos du spectacle"),
    *("infolettre de la classe", "photos d’élèves dans l’infolettre", "album de finissants", "la note de son enfant", "absence de son enfant"),
    *("cellulaire personnel pendant une sortie", "service de garde", "équipe sportive", "suppléance", "ans ou plus", "séparés"),
    *("interdiction de contact", "demande en ami", "chaîne publique", "compte instagram", "transcrire", "rédiger un message", "ma collègue"),
    *("de l’an dernier", "refuse de donner", "retire son consentement", "quels documents dois-je garder"),
]


@pytest.fixture(scope="module")
def situations(project: Project) -> list[Situation]:
    return [placed.situation for placed in every(project)]


def test_there_are_fifty_and_more(situations: list[Situation]) -> None:
    assert len(situations) >= 50


@pytest.mark.parametrize("asked", ASKED)
def test_what_staff_ask_is_there(situations: list[Situation], asked: str) -> None:
    assert any(asked in situation.question.lower() for situation in situations), asked


# « The text says who must do it » tells nothing to who asks what to do.
SENT_AWAY = re.compile(r"\b(?:dit|disent|nomme|nomment) (?:à qui|comment|quels?|quelles?|qui|ce que|ce qui|les) ")


def test_what_the_texts_say_is_told_rather_than_that_they_say_it(situations: list[Situation]) -> None:
    assert [s.id for s in situations if SENT_AWAY.search(s.constat or "")] == []


def test_a_yes_that_supposes_a_consent_says_first_that_it_is_missing(situations: list[Situation]) -> None:
    without = [s for s in situations if s.cas and re.search(r"refusent|pas renvoyé", s.question)]
    assert len(without) == 2
    assert [s.id for s in without if "manque" not in (s.constat or "")] == []


def test_who_counts_platforms_is_told_that_parents_and_pupils_have_each_their_own(situations: list[Situation]) -> None:
    (counted,) = [s for s in situations if "deux applications" in s.question]
    assert {"directive/5.2", "note-de-service/plateformes-approuvees"} <= {*map(str, counted.articles)}
    assert "comptent pour deux" in (counted.silence or "")


# « les articles 5.1, 5.2 et 5.5 »; an article of the law is none of ours.
NUMBERED = re.compile(r"\barticles?\s((?:\d+(?:\.\d+)*(?:,\s|\set\s|\sà\s)?)+)(?![\d.]*\sde la loi)")


def test_a_clause_that_a_situation_names_by_its_number_is_one_that_it_cites(situations: list[Situation]) -> None:
    lost = []
    for situation in situations:
        cited = {str(article).rpartition("/")[2] for article in [*situation.articles, *situation.reference]}
        said = NUMBERED.findall(f"{situation.constat or ''} {situation.silence or ''}")
        named = {number for found in said for number in re.findall(r"\d+(?:\.\d+)*", found)}
        lost += [(situation.id, number) for number in sorted(named) if not any(one == number or one.startswith(f"{number}.") for one in cited)]
    assert any(NUMBERED.search(s.silence or "") for s in situations)
    assert lost == []


def test_who_has_no_class_is_told_each_clause_that_speaks_of_one(situations: list[Situation]) -> None:
    without = [s for s in situations if re.search(r"service de garde\. Comment|équipe sportive\. Comment", s.question)]
    assert len(without) == 2
    assert [s.id for s in without if not {"directive/5.1", "directive/5.2", "directive/5.5"} <= {*map(str, s.articles)}] == []
