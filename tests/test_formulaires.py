"""The letters and forms: their model, their sheets in pieces, and that nothing is ever filled in for somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import html5lib
import pytest

from macros.checking.sheets import in_form
from macros.model.base import IdContact
from macros.model.formulaires import TIERS, Champ, Formulaire
from macros.model.genres import FIELDS
from macros.project import Project
from macros.sheets.basis import notice
from macros.sheets.columns import size
from macros.sheets.pieces import Repeat
from macros.sheets.proposals import lasting
from macros.sheets.sheet import Sheet, composed, sheet
from tests.copie import FROZEN

DECIDED = [genre for genre, meaning in FIELDS.items() if meaning.decided]

DAY = date(2026, 9, 1)
FORMS = sorted(path.stem for path in (FROZEN / "data" / "formulaires").glob("*.yml"))
STAFF = ("enseignant", "direction", "direction-generale")
# What is proposed on a day as the year of the return, before the end of a September.
SEPTEMBERS = {"2027-06-30": None, "2027-07-01": "2027", "2027-09-30": "2027", "2027-10-01": None}


def champ(**given: Any) -> Champ:
    return Champ.model_validate({"id": "nom", "qui": "enseignant", "libelle": "Nom", **given})


def formulaire(*parties: dict[str, Any], **given: Any) -> Formulaire:
    base = {"ordre": "1", "titre": "T", "nature": "formulaire", "contenu": "C.", "organisation": "csspb", "articles": ["directive/4"]}
    champs = [{"id": "nom", "qui": "enseignant", "libelle": "Nom"}, {"id": "lieu", "qui": "parent", "libelle": "Lieu"}]
    return Formulaire.model_validate(
        {**base, "roles": ["personnel"], "quand": "Un jour", "champs": champs, "parties": [{"qui": "enseignant", "blocs": [*parties]}], **given}
    )


# ---- The model


@pytest.mark.parametrize("code", ["annee-scolaire", "annee-septembre", "plateformes", "destruction", "aujourd-hui"])
@pytest.mark.parametrize("given", [*({"qui": qui} for qui in TIERS), *({"genre": genre} for genre in DECIDED)], ids=str)
def test_nothing_is_proposed_for_what_another_person_gives(given: dict[str, str], code: str) -> None:
    one = {"id": "nom", "qui": "enseignant", "libelle": "Nom", "propose": code}
    right, wrong = (formulaire({"champs": ["nom"]}, champs=[{**one, **more}]) for more in ({}, given))
    refused = "le site ne peut pas remplir ce champ à la place de la personne"
    assert refused not in [problem for _, problem, _ in in_form(right)]
    assert refused in [problem for _, problem, _ in in_form(wrong)]


@pytest.mark.parametrize("given", [*({"qui": qui} for qui in TIERS), *({"genre": genre} for genre in DECIDED)], ids=str)
def test_a_class_list_fills_nothing_that_another_person_gives(given: dict[str, str]) -> None:
    one = {"id": "nom", "qui": "enseignant", "libelle": "Nom", "liste": "nom-complet"}
    right, wrong = (formulaire({"champs": ["nom"]}, champs=[{**one, **more}], classe="oui") for more in ({}, given))
    assert list(in_form(right)) == []
    assert "la liste de classe ne peut pas remplir ce champ" in [problem for _, problem, _ in in_form(wrong)]


@pytest.mark.parametrize(
    ("given", "width"),
    [
        ({"longueur": "9"}, "court"),
        ({"longueur": "40"}, "moyen"),
        ({"longueur": "80"}, "long"),
        ({}, "long"),
        ({"genre": "date"}, "moyen"),
    ],
)
def test_the_width_of_a_field(given: dict[str, str], width: str) -> None:
    assert size(champ(**given)) == width


# ---- The sheet


@pytest.fixture
def made(project: Project) -> dict[str, Sheet]:
    return {id_: sheet(project, id_, DAY) for id_ in project.formulaires}


def pieces(project: Project, monkeypatch: pytest.MonkeyPatch, form: Formulaire) -> Sheet:
    monkeypatch.setitem(project.formulaires, "essai", form)
    return composed(project, "essai", DAY)


def test_a_sentence_is_cut_at_its_fields(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    form = formulaire({"texte": "Je, [nom], à [lieu]. [nom]"}, {"puces": ["À [lieu]"]}, retour="[nom]")
    shown = pieces(project, monkeypatch, form)
    nom, lieu = form.champs
    assert [block.lines for block in shown.parts[0].blocks] == [(("Je, ", nom, ", à ", lieu, ". ", Repeat(nom)),), (("À ", Repeat(lieu)),)]
    assert shown.retour == (Repeat(nom),)
    assert shown.fields == (nom, lieu)


def test_a_field_is_filled_where_its_block_stands(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    form = formulaire({"texte": "Je, [nom], à [lieu]."}, {"champs": ["nom"]})
    shown = pieces(project, monkeypatch, form)
    nom, lieu = form.champs
    assert shown.parts[0].blocks[0].lines == (("Je, ", Repeat(nom), ", à ", lieu, "."),)
    assert shown.parts[0].blocks[1].lines == ((nom,),)


@pytest.mark.parametrize("id_", FORMS)
def test_every_field_stands_once_on_its_sheet(id_: str, made: dict[str, Sheet]) -> None:
    shown = made[id_]
    assert sorted(champ.id for champ in shown.fields) == sorted(champ.id for champ in shown.form.champs)


@pytest.mark.parametrize("id_", FORMS)
def test_nothing_is_proposed_in_another_persons_fields(id_: str, made: dict[str, Sheet]) -> None:
    shown = made[id_]
    theirs = {str(champ.id) for champ in shown.fields if champ.qui in TIERS or champ.sens.decided}
    assert theirs.isdisjoint(shown.proposals)
    assert {champ.qui for champ in shown.fields if champ.id in shown.proposals} <= {*STAFF}


def test_what_the_data_propose(made: dict[str, Sheet], project: Project) -> None:
    consent, destruction = made["consentement"].proposals, made["confirmation-destruction"].proposals
    assert consent["annee"].valeur == "2026-2027"
    assert destruction["limite"].valeur == "2027-06-30"
    summer = sheet(project, "confirmation-destruction", date(2027, 8, 31)).proposals
    assert (summer["annee"].valeur, summer["limite"].valeur) == ("2026-2027", "2027-06-30")
    assert sheet(project, "consentement", date(2027, 8, 31)).proposals["annee"].valeur == "2027-2028"
    returned = {day: sheet(project, "consentement", date.fromisoformat(day)).proposals["annee-retour"].valeur for day in SEPTEMBERS}
    assert returned == SEPTEMBERS
    approved = [p.nom for id_, p in project.plateformes.items() if id_ in ("mozaik", "portail-parents", "clic-ecole", "mparent")]
    for id_ in ("consentement", "presentation-plateforme", "refus-retrait"):
        assert made[id_].proposals["plateforme"].suggestions == (*approved, "Teams", "Classroom")
    assert made["annonce-changements"].proposals["moyen"].suggestions == (*approved, "Courriel professionnel", "Téléphone", "Communications papier")
    emptied = destruction["plateforme"].suggestions
    assert {"Teams", "Classroom", "ClassDojo", "Messenger"} <= {*emptied}
    assert {*approved}.isdisjoint(emptied)
    assert "ClassDojo" in sheet(project, "consentement", date(2026, 6, 30)).proposals["plateforme"].suggestions


ENDS = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        (date(2025, 8, 23), (date(2025, 8, 25), ENDS)),
        (date(2025, 8, 25), (None, ENDS)),
        (ENDS, (None, ENDS)),
        (date(2026, 7, 1), ()),
    ],
)
def test_a_platform_is_suggested_as_long_as_its_answers_call_for_the_form(day: date, offered: tuple[date | None, ...], project: Project) -> None:
    offer = sheet(project, "consentement", day).proposals["plateforme"]
    found = [(one.du, one.au) for one in offer.offre if one.nom == "ClassDojo"]
    assert found == [offered] * bool(offered)
    assert ("ClassDojo" in offer.suggestions) == (bool(offered) and offered[0] is None)


def test_periods_that_follow_one_another_are_one(project: Project) -> None:
    one = project.reponses[0]
    days = [("2026-03-01", "2026-03-31"), ("2026-01-01", "2026-02-28"), ("2026-05-01", "2026-05-31"), ("2025-01-01", "2025-12-30")]
    answers = [replace(one, du=date.fromisoformat(du), au=date.fromisoformat(au)) for du, au in days]
    assert [*lasting(answers, date(2026, 1, 1))] == [(None, date(2026, 3, 31)), (date(2026, 5, 1), date(2026, 5, 31))]
    assert [*lasting([*answers, replace(one, du=date(2026, 4, 1), au=None)], date(2025, 12, 31))] == [(date(2026, 1, 1), None)]


@pytest.mark.parametrize("id_", FORMS)
def test_what_a_sheet_rests_on(id_: str, made: dict[str, Sheet], project: Project) -> None:
    shown = made[id_]
    binds = all(project.binds_staff(article.document) for article in shown.form.articles)
    assert shown.basis.startswith("Repose sur\u00a0: ")
    assert (shown.reference is None) == binds
    assert binds == (shown.form.organisation == "csspb")
    if shown.reference:
        assert "n’oblige pas le personnel du CSSPB" in shown.reference
        assert shown.preamble
        assert shown.preamble.endswith(shown.reference)


# ---- The built pages


def tree(site: Path, address: str) -> Any:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    return html5lib.parse(html, namespaceHTMLElements=False)


def controls(field: Any) -> list[Any]:
    return [*field.iter("input"), *field.iter("textarea"), *field.iter("select")]


@pytest.mark.parametrize("id_", FORMS)
def test_no_field_of_another_person_is_filled_in_the_page(id_: str, site: Path, project: Project) -> None:
    fields = [found for found in tree(site, f"modeles/{id_}").iter() if found.get("data-champ")]
    assert {found.get("data-champ") for found in fields} == {str(one.id) for one in project.formulaires[id_].champs}
    for field in fields:
        given = project.formulaires[id_].par_id[field.get("data-champ")]
        assert field.get("data-qui") == given.qui
        for control in controls(field):
            assert "checked" not in control.attrib
            assert not (control.text or "").strip()
            if given.libre:
                assert control.get("type") in ("radio", "checkbox") or "value" not in control.attrib
                assert {"list", "placeholder", "data-propose"}.isdisjoint(control.attrib)
    assert not any((found.text or "").strip() for found in tree(site, f"modeles/{id_}").iter() if found.get("data-valeur"))


@pytest.mark.parametrize("id_", FORMS)
def test_every_control_has_a_name_and_is_kept_from_memory(id_: str, site: Path) -> None:
    page = tree(site, f"modeles/{id_}")
    named = {label.get("for") for label in page.iter("label")}
    ids = {found.get("id") for found in page.iter() if found.get("id")}
    for field in (found for found in page.iter() if found.get("data-champ")):
        for control in controls(field):
            assert control.get("type") in ("radio", "checkbox") or control.get("autocomplete") == "off"
            assert control.get("type") in ("radio", "checkbox") or control.get("id") in named
            assert {*(control.get("aria-describedby") or "").split()} <= ids
    form = next(form for form in page.iter("form") if form.get("class") == "saisie")
    assert {*form.attrib} == {"class", "autocomplete", "spellcheck", "translate"}
    assert form.get("autocomplete") == "off"
    assert {found.get("data-formulaire") for found in page.iter("article") if found.get("data-formulaire")} == {id_}


@pytest.mark.parametrize("id_", FORMS)
def test_a_page_says_what_the_sheet_rests_on(id_: str, site: Path, project: Project) -> None:
    form = project.formulaires[id_]
    said = (site / "modeles" / id_ / "index.html").read_text(encoding="utf-8")
    assert all(project.passages[article].address in said for article in form.articles)
    assert all(f"points-a-clarifier/#{point}" in said for point in form.points)
    assert f'href="../{id_}.pdf"' in said
    assert (f'href="../{id_}.docx"' in said) == (form.nature == "lettre")


def test_the_list_names_every_form(site: Path, project: Project) -> None:
    listed = (site / "modeles" / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{id_}/"' in listed for id_ in project.formulaires)


def test_what_calls_for_a_form_links_to_it(site: Path, project: Project) -> None:
    for id_, form in project.formulaires.items():
        for article in [*form.articles, *([form.modele] if form.modele else [])]:
            page = (site / "encadrements" / article.document / "index.html").read_text(encoding="utf-8")
            assert f"../../modeles/{id_}/" in page, (id_, article)
    for page, used in {
        "puis-je": {form for answer in project.reponses for form in answer.formulaires},
        "calendrier": {form for deadline in project.echeances.values() for form in deadline.formulaires},
        "autoevaluation/classe": {form for question in project.listes["classe"].questions for form in question.formulaires},
        "plateformes/classdojo": {form for answer in project.reponses if answer.combination.plateforme == "classdojo" for form in answer.formulaires},
    }.items():
        said = (site / page / "index.html").read_text(encoding="utf-8")
        assert used, page
        assert all(f"modeles/{form}/" in said for form in used), page


def test_a_form_that_a_text_words_says_whose_words_it_has(made: dict[str, Sheet], project: Project) -> None:
    worded = {id_ for id_, form in project.formulaires.items() if form.modele}
    assert {id_ for id_, shown in made.items() if shown.notice} == worded
    assert {made[id_].notice for id_ in worded} == {"Mots du site, en langage clair\u00a0: c’est le formulaire adopté qui prévaut."}
    adopted = {"mots": "adoptes", "confirme_par": IdContact("secretariat-general"), "confirme_le": date(2027, 3, 1)}
    told = notice(project, project.formulaires["consentement"].model_copy(update=adopted))
    assert told == "Mots du formulaire adopté, confirmés le 1er\u00a0mars\u00a02027 par\u00a0: Service du secrétariat général et des communications."
