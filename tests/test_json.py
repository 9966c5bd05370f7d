"""The published JSON files: complete, true to the pages, documented field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from macros.clauses.passages import passages
from macros.project import Project

FILES = ("encadrements", "plateformes", "collecte")


@pytest.fixture(scope="module")
def published(site: Path) -> dict[str, Any]:
    return {name: json.loads((site / "donnees" / f"{name}.json").read_text(encoding="utf-8")) for name in FILES}


def page_and_ids(site: Path, address: str) -> tuple[Path, set[str]]:
    page = site / address.partition("#")[0] / "index.html"
    return page, set(re.findall(r'\bid="?([^"\s>]+)', page.read_text(encoding="utf-8"))) if page.is_file() else set()


def test_every_clause_is_there_in_order(published: dict[str, Any], project: Project) -> None:
    found = [(d["id"], a["renvoi"]) for d in published["encadrements"]["encadrements"] for a in d["articles"]]
    assert found == [(document, p.reference) for document, clauses in project.clauses.items() for p in passages(clauses)]
    assert [d["id"] for d in published["encadrements"]["encadrements"]] == list(project.documents)
    assert len([r for _, r in found if not re.fullmatch(r".*\.[a-z]", r)]) == sum(map(len, project.clauses.values()))


def test_every_clause_is_full(published: dict[str, Any]) -> None:
    for document in published["encadrements"]["encadrements"]:
        for article in document["articles"]:
            assert article["titre"], article
            assert article["texte"], article
            assert article["force"] in ("obligation", "interdiction", "recommandation", "permission", "droit", "information")
            assert article["force"] == article["marques"][0]["force"]
            assert all(mark["roles"] for mark in article["marques"])
            assert not re.search(r"\{\{|\]\(|\*\*|<[a-z]", article["texte"]), article["texte"]


def test_every_address_leads_to_a_clause(published: dict[str, Any], site: Path) -> None:
    for document in published["encadrements"]["encadrements"]:
        page, ids = page_and_ids(site, document["adresse"])
        assert page.is_file()
        for article in document["articles"]:
            assert article["adresse"].partition("#")[0] == document["adresse"]
            assert article["adresse"].partition("#")[2] in ids, article["adresse"]


def test_a_clause(published: dict[str, Any]) -> None:
    directive = published["encadrements"]["encadrements"][0]
    article = next(a for a in directive["articles"] if a["renvoi"] == "directive/5.2")
    assert directive["dates"] == [{"quoi": "Entrée en vigueur", "jour": "2025-08-22", "precision": None}]
    assert article == {
        "renvoi": "directive/5.2",
        "document": "directive",
        "numero": "5.2",
        "titre": "Une seule plateforme par groupe-classe",
        "force": "recommandation",
        "marques": [{"force": "recommandation", "nuance": "doit être privilégiée", "roles": ["personnel"]}],
        "texte": "Pour chaque groupe-classe, le recours à une seule plateforme doit être privilégié.",
        "adresse": "encadrements/directive/#art-5-2",
    }


def test_every_platform_is_there(published: dict[str, Any], project: Project, site: Path) -> None:
    platforms = published["plateformes"]["plateformes"]
    assert [p["id"] for p in platforms] == list(project.plateformes)
    assert {p["id"] for p in platforms} == {path.stem for path in (project.draft.root / "data" / "plateformes").glob("*.yml")}
    for platform in platforms:
        assert page_and_ids(site, platform["adresse"])[0].is_file()
        assert {s["public"] for s in platform["statuts"]} == {"parents", "eleves"}
        assert {s["du"] for s in platform["statuts"]} >= {"2025-08-22"}
        assert all(article in project.passages for s in platform["statuts"] for article in s["articles"])
    classdojo = next(p for p in platforms if p["id"] == "classdojo")
    spans = [(s["statut"], s["du"], s["au"]) for s in classdojo["statuts"] if s["public"] == "parents"]
    assert spans == [
        ("autorisation", "2025-08-22", "2025-08-24"),
        ("toleree", "2025-08-25", "2026-06-30"),
        ("proscrite", "2026-07-01", None),
    ]


def test_the_seven_means_of_collection(published: dict[str, Any]) -> None:
    means = published["collecte"]["moyens"]
    assert [m["article"] for m in means] == [f"confidentialite/2.{n}" for n in range(1, 8)]
    assert all(m["renseignements"] and m["acces"] for m in means)
    assert [m["automatique"] for m in means] == [True] * 6 + [False]


def paths(value: Any, prefix: str = "") -> Iterator[str]:
    """Yield the path of each field of a published value, as the documentation writes it."""
    for key, inner in value.items():
        path = f"{prefix}{key}{'[]' if isinstance(inner, list) else ''}"
        yield path
        for item in inner if isinstance(inner, list) else [inner]:
            if isinstance(item, dict):
                yield from paths(item, f"{path}.")


class Documented(HTMLParser):
    """The fields that the page documents: the headers of the rows of its tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: list[set[str]] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.fields.append(set())
        self.inside = self.inside or (tag == "th" and ("scope", "row") in attrs)

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "th"

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.fields[-1].add(data.strip())


def test_every_field_is_documented_and_every_documented_field_exists(published: dict[str, Any], site: Path) -> None:
    documented = Documented((site / "donnees" / "index.html").read_text(encoding="utf-8")).fields
    assert documented == [set(paths(published[name])) for name in FILES]
