"""The published JSON files: complete, true to the pages, documented field by field."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import groupby, pairwise, product
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from macros.clauses.fingerprints import fingerprint
from macros.clauses.passages import passages
from macros.export.json_files import TOGETHER, pieces_of, text_of
from macros.export.trace_table import cell
from macros.lists.conditions import shown
from macros.lists.forces import force_of
from macros.model.listes import CodeForce
from macros.model.plateformes import Plateforme, Statut
from macros.model.regles import CodeContenu
from macros.project import Project
from macros.published.fields import fields
from macros.published.forms import Published, form, listed, many, own
from macros.published.schema import FILES as FORMS
from macros.published.schema import CodeFichier
from macros.typography import french

# In the order of their tables on the page.
CASE = form(Published, "n m", n=own(int, "n"), m=own(list[str], "m"))
FILES = ("encadrements", "plateformes", "regles", "echeances", "formulaires", "listes", "situations", "collecte", "tracabilite")
ANSWER = ["plateforme", "destinataire", "contenu", "du", "au", "verdict", "reserve", "articles", "conditions", "formulaires", "echeances"]
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def published(site: Path) -> dict[str, Any]:
    return {name: json.loads((site / "donnees" / f"{name}.json").read_text(encoding="utf-8")) for name in FILES}


@pytest.mark.parametrize("count", [0, 1, TOGETHER, TOGETHER + 1])
@pytest.mark.parametrize("shape", [form(Published, "k", k=many(CASE, "k")), listed(CASE)])
def test_the_pieces_of_a_file_are_its_text(shape: type[BaseModel], count: int) -> None:
    items = [CASE.model_construct(n=number, m=["[]"]) for number in range(count)]
    assert "".join(pieces_of(shape, lambda: items)) == text_of(shape, items)


def test_each_published_file_is_looked_at() -> None:
    assert {*FILES} == {*get_args(CodeFichier)}


@pytest.fixture(scope="module")
def schemas(site: Path) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (site / "donnees" / "schemas").iterdir()}


def wrong(schema: Any, value: Any) -> list[str]:
    """Return what a schema says of a value, days included."""
    found = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(value)
    return [f"{error.json_path} {error.validator}" for error in found]


def test_each_file_is_what_the_schema_beside_it_says(published: dict[str, Any], schemas: dict[str, Any]) -> None:
    assert {*schemas} == {*FILES}
    for name, schema in schemas.items():
        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(schema)
        assert wrong(schema, published[name]) == []


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("statut", "proscrit", ["statuts[0].statut enum"]),
        ("du", "2025-02-30", ["statuts[0].du format"]),
        ("du", None, ["statuts[0].du type"]),
        ("articles", ["directive 5"], ["statuts[0].articles[0] pattern"]),
        ("conditions", ..., ["statuts[0] required"]),
        ("nouvelle", "clé", []),
    ],
)
def test_a_schema_finds_what_is_not_as_published(key: str, value: Any, expected: list[str], site: Path, schemas: dict[str, Any]) -> None:
    file = json.loads((site / "donnees" / "plateformes.json").read_text(encoding="utf-8"))
    status = file["plateformes"][0]["statuts"][0]
    status[key] = value
    if value is ...:
        del status[key]
    assert wrong(schemas["plateformes"], file) == [f"$.plateformes[0].{one}" for one in expected]


def test_a_schema_says_of_each_key_what_the_page_says(schemas: dict[str, Any]) -> None:
    for file, schema in schemas.items():
        said = {key["description"] for node in [schema, *schema["$defs"].values()] for key in node.get("properties", {}).values()}
        assert said == {french(field.description) for field in fields(file)}  # type: ignore[arg-type]
    assert (
        schemas["plateformes"]["$defs"]["StatutJson"]["properties"]["au"]["description"] == "Dernier jour, inclus; null\u00a0: le statut dure encore."
    )


def page_and_ids(site: Path, address: str) -> tuple[Path, set[str]]:
    page = site / address.partition("#")[0] / "index.html"
    return page, set(re.findall(r'\bid="?([^"\s>]+)', page.read_text(encoding="utf-8"))) if page.is_file() else set()


def test_the_table_opens_in_a_spreadsheet_in_french(published: dict[str, Any], site: Path) -> None:
    text = (site / "donnees" / "tracabilite.csv").read_bytes().decode()
    assert text.startswith("\ufeff")
    titles, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True)
    assert titles == ["renvoi", "titre", "exige", "oblige_personnel", "genre", "nom", "adresse"]
    assert {len(line) for line in lines} == {len(titles)}
    assert [*dict.fromkeys(line[0] for line in lines)] == [trace["renvoi"] for trace in published["tracabilite"]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", " =1", "＝1", "\t=1"])
def test_no_cell_of_the_table_is_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell(f"A {text}") == f"A {text}"


@pytest.mark.parametrize(("text", "told"), [("a,=1", "a,'=1"), ('a, "@A1', "a, \"'@A1"), ("a,-1", "a,'-1"), ("a, - b", "a, - b"), ("a, b", "a, b")])
def test_no_part_of_a_cell_is_a_formula_where_commas_part_cells(text: str, told: str) -> None:
    assert cell(text) == told


def test_a_rule_that_carries_out_a_clause_is_told_in_words_with_its_means(published: dict[str, Any]) -> None:
    carried = [one for trace in published["tracabilite"] for one in trace["mise_en_oeuvre"]]
    told = {one["nom"] for one in carried if one["genre"].startswith("règle")}
    assert any(name.startswith("Teams, Classroom\u00a0: La plateforme est approuvée pour les élèves") for name in told)
    assert [name for name in told if " " not in name] == []
    assert not {"ensemble d’articles", "série de mots à garder"} & {one["genre"].replace("'", "’") for one in carried}


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
            assert article["force"] in get_args(CodeForce)
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
    carried = article.pop("mise_en_oeuvre")
    assert {(one["genre"], one["adresse"]) for one in carried} >= {("question d'autoévaluation", "autoevaluation/classe/#q-une-seule-plateforme")}
    assert article == {
        "renvoi": "directive/5.2",
        "document": "directive",
        "numero": "5.2",
        "titre": "Une seule plateforme par groupe-classe",
        "force": "preference",
        "marques": [{"force": "preference", "nuance": "doit être privilégiée", "roles": ["personnel"]}],
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
        ("a-clarifier", "2026-07-01", None),
    ]


def test_the_seven_means_of_collection(published: dict[str, Any]) -> None:
    means = published["collecte"]["moyens"]
    assert [m["article"] for m in means] == [f"confidentialite/2.{n}" for n in range(1, 8)]
    assert all(m["renseignements"] and m["acces"] for m in means)
    assert [m["automatique"] for m in means] == [True] * 6 + [False]


def question(answer: dict[str, Any]) -> tuple[str, str, str]:
    return answer["plateforme"], answer["destinataire"], answer["contenu"]


def test_every_question_has_one_answer_on_every_day(published: dict[str, Any]) -> None:
    contents = get_args(CodeContenu)
    every = [*product((p["id"] for p in published["plateformes"]["plateformes"]), ("parents", "eleves"), contents)]
    groups = [(asked, [*answers]) for asked, answers in groupby(published["regles"], question)]
    assert [asked for asked, _ in groups] == every
    for asked, answers in groups:
        assert (answers[0]["du"], answers[-1]["au"]) == ("2025-08-22", None), asked
        for before, after in pairwise(answers):
            assert date.fromisoformat(after["du"]) == date.fromisoformat(before["au"]) + DAY, asked


def test_every_answer_is_full_and_leads_somewhere(published: dict[str, Any]) -> None:
    clauses = {a["renvoi"]: d for d in published["encadrements"]["encadrements"] for a in d["articles"]}
    forms = {f["id"] for f in published["formulaires"]["formulaires"]}
    deadlines = {e["id"] for e in published["echeances"]["echeances"]}
    for answer in published["regles"]:
        assert [*answer] == ANSWER
        assert answer["verdict"] in ("permis", "conditions", "autorisation", "interdit", "a-clarifier")
        assert answer["articles"], answer
        assert len(answer["articles"]) == len({*answer["articles"]})
        assert all(clauses[article]["oblige_personnel"] for article in answer["articles"])
        assert all(condition["texte"] and condition["articles"] for condition in answer["conditions"])
        assert {article for condition in answer["conditions"] for article in condition["articles"]} <= {*answer["articles"]}
        assert {*answer["formulaires"]} <= forms
        assert {*answer["echeances"]} <= deadlines


def test_the_answers_about_classdojo(published: dict[str, Any]) -> None:
    found = [a for a in published["regles"] if question(a) == ("classdojo", "parents", "information-generale")]
    assert [(a["du"], a["au"], a["verdict"], [r for r in a["articles"] if r.endswith(("/4", "/changements"))]) for a in found] == [
        ("2025-08-22", "2025-08-24", "autorisation", ["directive/4"]),
        ("2025-08-25", "2026-06-30", "conditions", ["note-de-service/changements", "directive/4"]),
        ("2026-07-01", None, "a-clarifier", ["note-de-service/changements", "directive/4"]),
    ]


def test_the_answers_are_those_of_the_table(published: dict[str, Any], project: Project) -> None:
    shown = [(*a.combination, str(a.du), str(a.au) if a.au else None, a.regle.verdict) for a in project.reponses]
    assert [(*question(a), a["du"], a["au"], a["verdict"]) for a in published["regles"]] == shown


def test_every_deadline_and_every_form_is_there(published: dict[str, Any], project: Project) -> None:
    forms, deadlines = published["formulaires"]["formulaires"], published["echeances"]["echeances"]
    assert [f["id"] for f in forms] == [*project.formulaires]
    assert [e["id"] for e in deadlines] == [*project.echeances]
    cited = [article for thing in [*forms, *deadlines] for article in thing["articles"]] + [f["modele"] for f in forms if f["modele"]]
    assert {*cited} <= {*project.passages}
    assert {form for e in deadlines for form in e["formulaires"]} <= {f["id"] for f in forms}
    destruction = next(e for e in deadlines if e["id"] == "destruction")
    assert (destruction["du"], destruction["au"], destruction["jour_fixe"], destruction["fin_de_statut"]) == ("06-30", "06-30", True, None)
    assert next(e["fin_de_statut"] for e in deadlines if e["id"] == "fin-tolerance-classdojo") == {"plateforme": "classdojo", "statut": "toleree"}


def test_what_does_not_bind_the_staff_says_so_in_each_file(published: dict[str, Any], site: Path) -> None:
    binding = {d["id"]: d["oblige_personnel"] for d in published["encadrements"]["encadrements"]}
    assert {*binding.values()} == {True, False}
    for sheet in published["formulaires"]["formulaires"]:
        assert sheet["oblige_personnel"] == any(binding[article.partition("/")[0]] for article in sheet["articles"]), sheet["id"]
    for trace in published["tracabilite"]:
        assert trace["oblige_personnel"] == binding[trace["renvoi"].partition("/")[0]]
    table = csv.DictReader((site / "donnees" / "tracabilite.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    assert {(row["renvoi"].partition("/")[0], row["oblige_personnel"]) for row in table} == {
        (id_, "oui" if b else "non") for id_, b in binding.items()
    }


def test_every_list_and_every_question_is_there_in_order(published: dict[str, Any], project: Project, frozen_root: Path) -> None:
    lists = published["listes"]["listes"]
    assert [liste["id"] for liste in lists] == [*project.listes]
    assert {liste["id"] for liste in lists} == {path.stem for path in (frozen_root / "data" / "listes").glob("*.yml")}
    for liste, source in zip(lists, project.listes.values(), strict=True):
        assert [q["id"] for q in liste["questions"]] == [q.id for q in shown(source)]
        assert len(liste["questions"]) == len(source.questions)
        assert [t["id"] for t in liste["themes"]] == [t.id for t in source.themes]
        assert [f["id"] for f in liste["faits"]] == [f.id for f in source.faits]


def test_a_question_says_what_its_clauses_say(published: dict[str, Any], project: Project) -> None:
    documents = {d["id"]: d for d in published["encadrements"]["encadrements"]}
    for liste, source in zip(published["listes"]["listes"], project.listes.values(), strict=True):
        for question, read in zip(liste["questions"], shown(source), strict=True):
            assert (question["texte"], question["empreinte"]) == (read.question, fingerprint(read.question))
            assert question["force"] == force_of(read, project.passages)
            assert question["articles"] == read.articles
            assert {*question["articles"]} <= {*project.passages}
            assert question["oblige_personnel"] == documents[question["articles"][0].partition("/")[0]]["oblige_personnel"]
        assert liste["reference"] == (not any(q["oblige_personnel"] for q in liste["questions"]))


def test_a_question_leads_somewhere(published: dict[str, Any], site: Path) -> None:
    forms, deadlines = ({thing["id"] for thing in published[name][name]} for name in ("formulaires", "echeances"))
    for liste in published["listes"]["listes"]:
        page, ids = page_and_ids(site, liste["adresse"])
        assert page.is_file()
        assert {f"q-{q['id']}" for q in liste["questions"]} <= ids
        subjects = {thing["id"] for thing in [*liste["faits"], *liste["questions"]]}
        for question in liste["questions"]:
            assert {*question["formulaires"]} <= forms
            assert question["echeance"] is None or question["echeance"] in deadlines
            assert {condition["fait"] or condition["question"] for condition in question["si"]} <= subjects


def paths(value: Any, prefix: str = "") -> Iterator[str]:
    """Yield the path of each field of a published value, as the documentation writes it."""
    if isinstance(value, list):
        for item in value:
            yield from paths(item, f"{prefix}[].") if isinstance(item, dict) else ()
        return
    for key, inner in value.items():
        path = f"{prefix}{key}"
        yield f"{path}[]" if isinstance(inner, list) else path
        if isinstance(inner, dict | list):
            yield from paths(inner, f"{path}." if isinstance(inner, dict) else path)


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


def test_every_field_says_what_it_holds() -> None:
    said = {doc.path: doc.description for file in FORMS for doc in fields(file)}
    assert [path for path, description in said.items() if not description.endswith((".", "?"))] == []
    assert said["plateformes[].nom"] == Plateforme.model_fields["nom"].description
    assert said["plateformes[].statuts[].au"] == "Dernier jour, inclus; null : le statut dure encore."
    assert said["listes[].questions[].si[]"] == "À quelles conditions, toutes ensemble, elle est posée; vide : toujours."
    assert said["formulaires[].champs[].genre"].startswith("Ce qu'on y écrit. Valeurs : ligne, bloc, ")


def test_a_published_key_that_no_model_has_is_refused() -> None:
    with pytest.raises(KeyError, match="inconnue"):
        form(Statut, "du inconnue")
    with pytest.raises(KeyError, match="inconnue"):
        form(Statut, "du inconnue", inconnue=own(str))
