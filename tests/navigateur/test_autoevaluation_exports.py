"""Files of the self-assessments: what goes out reads back elsewhere, what comes in is never trusted."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from evaluations import PAGE, answer, call, evaluation, file_text
from icalendar import Calendar
from playwright.sync_api import Page

IMPORT = "x.importer(v, 'notes.json', { connues: [] })"
READ = "x.lireFichier(new File([new Uint8Array(v)], 'notes.json'), { connues: [] })"


@pytest.fixture
def page(same_page: Callable[[str], Page]) -> Page:
    """A list's page, in a browser that has stored nothing."""
    return same_page(PAGE)


# ---- In


def test_what_is_exported_is_imported_as_it_was(page: Page) -> None:
    full = evaluation(
        faits={"plateforme-exemptee": "non"},
        reponses={
            "presentation-transmise": answer("a-verifier", "À « voir »;\n<b>&", "Avez-vous…?", "0123456789ab", **{"directive/5.1": "ba9876543210"})
        },
        plan={"presentation-transmise": {"qui": "Léa", "date": "2027-01-15"}},
    )
    text = call(page, "x.exporter([v])", full)
    assert json.loads(text) == {"format": "autoevaluation", "version": 1, "site": "CSSPB", "evaluations": [full]}
    assert call(page, IMPORT, text) == {"evaluations": [full], "messages": []}
    assert call(page, IMPORT, "\ufeff" + text)["evaluations"] == [full]
    # A single evaluation, as the browser stores it.
    assert call(page, IMPORT, json.dumps(full))["evaluations"] == [full]


def test_a_note_whose_letters_were_lost_goes_out_and_comes_back(page: Page) -> None:
    noted = evaluation(reponses={"a": answer("a-verifier", "l\ufffdcole", "Q", "0123456789ab")})
    text = call(page, "x.exporter([v])", noted)
    assert json.loads(text)["evaluations"] == [noted]
    assert call(page, IMPORT, text) == {"evaluations": [noted], "messages": []}


@pytest.mark.parametrize("nom", [" ", "\u200b\u2060", "\u200e\u00ad\u2029", "\u0301", "\u3164", "\U000e0041"])
def test_a_name_that_shows_nothing_is_none(nom: str, page: Page) -> None:
    assert imported(page, nom=nom)[0]["nom"] == "Sans nom"


REFUSED = {
    "not JSON": ("Bonjour", "ce n’est pas un fichier d’autoévaluation"),
    "cut": (file_text(evaluation())[:-20], "incomplet"),
    "empty": ("", "il est vide"),
    "blank": ("\ufeff \n", "il est vide"),
    "too big": (file_text(evaluation(nom="x" * 3_000_000)), "il dépasse 2\u00a0Mo"),
    "too big in accents": (file_text(evaluation(nom="é" * 1_500_000)), "il dépasse 2\u00a0Mo"),
    "too many": (file_text(*[{}] * 10_000), "10\u00a0000\u00a0évaluations, et le maximum est de 200"),
    "foreign": ('{"type": "FeatureCollection", "features": []}', "il vient d’un autre outil"),
    "an array": ("[1, 2]", "il vient d’un autre outil"),
    "null": ("null", "il vient d’un autre outil"),
    "a number": ("12", "il vient d’un autre outil"),
    "newer": (file_text(evaluation(), version=2), "version plus récente de ce site"),
    "version 0": (file_text(evaluation(), version=0), "la version de son format est inconnue"),
    "no version": ('{"format": "autoevaluation", "evaluations": []}', "la version de son format est inconnue"),
    "version as text": (file_text(evaluation(), version="1"), "la version de son format est inconnue"),
    "version as an object": (file_text(evaluation(), version={"valueOf": 1, "toString": 1}), "la version de son format est inconnue"),
    "inherited format": ('{"__proto__": {"format": "autoevaluation", "version": 1, "evaluations": []}}', "il vient d’un autre outil"),
    "evaluations missing": ('{"format": "autoevaluation", "version": 1}', "la liste de ses évaluations"),
    "evaluations as an object": (file_text(evaluations={"length": 3}), "la liste de ses évaluations"),
    "none": (file_text(), "il ne contient aucune évaluation"),
    "UTF-16 read as UTF-8": (file_text(evaluation()).encode("utf-16-le").decode("utf-8", "replace"), "ses caractères ne se lisent pas"),
    "deep nesting": ("[" * 200_000 + "]" * 200_000, "notes.json"),
    "deep nesting inside": ('{"format":"autoevaluation","version":1,"evaluations":' + "[" * 200_000 + "]" * 200_000 + "}", "notes.json"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_taken_is_refused_in_one_sentence(case: str, page: Page) -> None:
    text, why = REFUSED[case]
    result = call(page, IMPORT, text)
    assert result["evaluations"] == []
    assert len(result["messages"]) == 1
    assert result["messages"][0].startswith("«\u00a0notes.json\u00a0»")
    assert why in result["messages"][0]


@pytest.mark.parametrize("value", ["undefined", "null", "12", "{}", "[]", "new Uint8Array(3)"])
def test_importing_never_throws(value: str, page: Page) -> None:
    assert call(page, f"x.importer({value}).messages.length") == 1


LEFT_ASIDE = {
    "unknown list": (evaluation(liste="fantome"), "ce site n’a pas de liste"),
    "list as a path": (evaluation(liste="../x"), "ne dit pas de quelle liste"),
    "list as a number": (evaluation(liste=4), "ne dit pas de quelle liste"),
    "another site": (evaluation(site="AUTRE"), "vient d’un autre site"),
    "newer": (evaluation(version=3), "plus récente"),
    "old": (evaluation(version=0), "version inconnue"),
    "a text": ("bonjour", "n’a pas la forme"),
    "null": (None, "n’a pas la forme"),
}


@pytest.mark.parametrize("case", LEFT_ASIDE)
def test_a_bad_evaluation_does_not_take_the_good_one_away(case: str, page: Page) -> None:
    bad, why = LEFT_ASIDE[case]
    result = call(page, "x.importer(v, 'notes.json', { connues: [], listes: ['classe'] })", file_text(bad, evaluation("bonne")))
    assert [one["id"] for one in result["evaluations"]] == ["bonne"]
    assert len(result["messages"]) == 1
    assert why in result["messages"][0]


def imported(page: Page, **changes: Any) -> tuple[dict[str, Any], list[str]]:
    """Return an evaluation as it is imported, and what is said."""
    result = call(page, IMPORT, file_text(evaluation(**changes)))
    return result["evaluations"][0], result["messages"]


def test_answers_under_another_text_pass_with_their_fingerprints(page: Page) -> None:
    old = {"question-retiree": answer("non", "", "Ancienne question?", "ffffffffffff", **{"directive/5.1": "eeeeeeeeeeee"})}
    taken, messages = imported(page, reponses=old)
    assert taken["reponses"] == old
    assert messages == []


def test_pollution_is_ignored(page: Page) -> None:
    text = """{"format": "autoevaluation", "version": 1, "__proto__": {"pollue": "oui"}, "evaluations": [
      {"format": "autoevaluation", "version": 1, "liste": "classe", "id": "constructor", "nom": "n", "__proto__": {"pollue": "oui"},
       "constructor": {"prototype": {"pollue": "oui"}},
       "reponses": {"__proto__": {"reponse": "oui"}, "constructor": {"reponse": "oui"}, "prototype": {"reponse": "oui"},
                    "bonne": {"reponse": "oui", "__proto__": {"note": "x"}}},
       "plan": {"__proto__": {"qui": "x"}}, "faits": {"__proto__": "oui"}}]}"""
    result = call(page, IMPORT, text)
    taken = result["evaluations"][0]
    assert list(taken["reponses"]) == ["bonne"]
    assert taken["reponses"]["bonne"]["note"] == ""
    assert (taken["plan"], taken["faits"]) == ({}, {})
    assert taken["id"] != "constructor"
    assert "3\u00a0réponses illisibles" in result["messages"][0]
    assert page.evaluate("[({}).pollue, ({}).reponse, Object.prototype.pollue]") == [None, None, None]


def test_wrong_types_are_left_out_one_by_one(page: Page) -> None:
    taken, messages = imported(
        page,
        nom=5,
        annee=["2026"],
        cree=12,
        modifie="hier",
        faits={"a": "peut-etre", "b": "oui"},
        reponses={
            "a": "oui",
            "b": {"reponse": 2},
            "c": {"reponse": "peut-être"},
            "D E": {"reponse": "oui"},
            "e": {"reponse": "2", "note": {"x": 1}},
            "f": {"reponse": "", "note": "n"},
        },
        plan={"a": {"qui": 3, "date": "2027-02-31"}, "b": {"date": "2027-02-28"}, "c": {"date": "9999-12-31"}},
    )
    assert (taken["nom"], taken["annee"], taken["faits"]) == ("Sans nom", "", {"b": "oui"})
    assert taken["reponses"] == {"e": answer("2"), "f": answer("", "n")}
    assert taken["plan"] == {"a": {"qui": "", "date": ""}, "b": {"qui": "", "date": "2027-02-28"}, "c": {"qui": "", "date": ""}}
    assert date.fromisoformat(taken["modifie"][:10])
    assert "4\u00a0réponses illisibles ont été laissées de côté (a, b, c, D E)" in messages[0]
    assert any("autres éléments illisibles" in message for message in messages)


def test_long_texts_are_cut_and_it_is_said(page: Page) -> None:
    taken, messages = imported(page, nom="n" * 5000, reponses={"a": answer("oui", "x" * 2001)})
    assert (len(taken["nom"]), len(taken["reponses"]["a"]["note"])) == (80, 2000)
    assert len(messages) == 1
    assert "2\u00a0textes trop longs" in messages[0]


def test_what_holds_more_than_a_file_may_is_taken_in_part_and_said(page: Page) -> None:
    blocks = [f"csspb.autoevaluation.1.classe.e{number}\n{json.dumps(evaluation(f'e{number}', nom=f'Classe {number}'))}\n" for number in range(205)]
    text = "\n".join(blocks)
    first = call(page, IMPORT, text)
    assert [one["id"] for one in first["evaluations"]] == [f"e{number}" for number in range(200)]
    said = "5\u00a0évaluations de plus ne sont pas prises. Gardez les 200 premières, puis ajoutez le fichier de nouveau."
    assert first["messages"] == [f"«\u00a0notes.json\u00a0»\u00a0: {said}"]
    again = call(page, "x.importer(v[0], 'notes.json', { connues: v[1] })", [text, first["evaluations"]])
    assert [one["id"] for one in again["evaluations"]] == [f"e{number}" for number in range(200, 205)]


def test_more_sentences_than_one_reads_are_counted(page: Page) -> None:
    messages = call(page, IMPORT, "\n".join(f"csspb.autoevaluation.1.classe.e{number}\n{{\n" for number in range(1_000)))["messages"]
    assert len(messages) == 201
    assert messages[-1] == "«\u00a0notes.json\u00a0»\u00a0: 800\u00a0messages de plus ne sont pas montrés."


def test_a_name_of_file_does_not_turn_its_sentence_around(page: Page) -> None:
    assert call(page, "x.importer('', 'a\u202enosj.txt').messages")[0].startswith("«\u00a0anosj.txt\u00a0» n’a pas été importé")


def test_html_stays_text_and_invisible_characters_go(page: Page) -> None:
    taken, _ = imported(page, nom="<img src=x onerror=alert(1)>", annee="20\u202e26\x00")
    assert (taken["nom"], taken["annee"]) == ("<img src=x onerror=alert(1)>", "2026")


def test_the_same_id_is_a_copy_unless_it_is_the_same(emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    call(page, "d.accorder()")
    call(page, "d.enregistrer(v)", evaluation(reponses={"a": answer("oui"), "b": answer("non")}))
    again = "x.importer(v, 'notes.json')"
    same = call(page, again, file_text(evaluation(reponses={"b": answer("non"), "a": answer("oui")})))
    assert same["evaluations"] == []
    assert "est déjà là, sans différence" in same["messages"][0]
    text = file_text(evaluation(reponses={"a": answer("non")}))
    other = call(page, again, text)
    assert other["evaluations"][0]["nom"] == "5e B (copie)"
    assert other["evaluations"][0]["id"] != "a1"
    assert "ajoutée sous le nom" in other["messages"][0]
    call(page, "d.enregistrer(v)", other["evaluations"][0])
    assert call(page, again, text)["evaluations"] == []
    assert len(call(page, "d.lister()")) == 2


# Writing out an evaluation is what costs: each is written a few times, not once for each of the others.
COUNTED = """(v) => {
  const written = JSON.stringify;
  let count = 0;
  JSON.stringify = (...given) => { count += 1; return written(...given); };
  try {
    const { evaluations } = window.Autoevaluation.exports.importer(v, "notes.json", { connues: [] });
    return [evaluations.length, count];
  } finally {
    JSON.stringify = written;
  }
}"""


def test_as_many_evaluations_as_a_file_may_hold_are_not_each_compared_anew(page: Page) -> None:
    text = file_text(*[evaluation(id=f"e{number}", nom=f"Classe {number}") for number in range(200)])
    taken, written = page.evaluate(COUNTED, text)
    assert taken == 200
    assert written < 10 * taken


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_is_read_in_the_characters_it_says(encoding: str, page: Page) -> None:
    bom = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    result = call(page, READ, list(bom + file_text(evaluation(nom="Élève")).encode(encoding)))
    assert [one["nom"] for one in result["evaluations"]] == ["Élève"]
    assert result["messages"] == []


def test_a_file_that_does_not_say_its_characters_is_read(page: Page) -> None:
    result = call(page, READ, list(file_text(evaluation(nom="Élève")).encode("utf-16-le")))
    assert [one["nom"] for one in result["evaluations"]] == ["Élève"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("word", ["Élève", "l’école", "né—là", "naïf"])
def test_letters_that_another_program_spoilt_are_told(word: str, encoding: str, page: Page) -> None:
    spoilt = word.encode().decode(encoding, "replace").replace("\ufffd", "\x9d")
    result = call(page, IMPORT, file_text(evaluation(reponses={"a": answer("oui", f"voir {spoilt} demain")})))
    assert [one["id"] for one in result["evaluations"]] == ["a1"]
    pair = re.search("[Ã√├].", spoilt)
    assert pair
    assert result["messages"] == [f"«\u00a05e B\u00a0»\u00a0: accents abîmés («\u00a0{pair[0]}\u00a0»). Prenez le fichier d’origine."]


@pytest.mark.parametrize("text", ["«\u00a0l’évalué\u00a0», CAFÉ», ÂGE", "┬── été", "≈ 3 √ 2 · ≈∞ ƒ(x) ¬ ñ", "é" * 2000, "100\u00a0€ — â € ’"])
def test_signs_that_people_write_are_not_spoilt_letters(text: str, page: Page) -> None:
    assert imported(page, reponses={"a": answer("oui", text)})[1] == []


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04" + bytes(range(256))])
def test_a_file_of_another_kind_is_refused(data: bytes, page: Page) -> None:
    result = call(page, READ, list(data))
    assert result["evaluations"] == []
    assert len(result["messages"]) == 1


def test_a_huge_file_is_not_even_read(page: Page) -> None:
    result = call(page, "x.lireFichier({ name: 'gros.json', size: 3e6, arrayBuffer() { throw new Error('read'); } })")
    assert "il dépasse 2\u00a0Mo" in result["messages"][0]


# ---- Out

NASTY = 'Dis « ça »; "oui"\r\nà l’élève 🫐'
FORMULAS = ["=cmd()|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\u200b=1", " \u200b\u2060-1"]


def gap(id_: str = "presentation-transmise", **changes: Any) -> dict[str, Any]:
    """Return a gap of a plan, with some changes."""
    articles = [{"renvoi": "directive/5.1", "nom": "Directive, art. 5.1", "href": "#"}]
    words = {
        "question": "Avez-vous transmis…?",
        "remede": "Transmettez le document.",
        "moment": "Au début de l’année",
        "note": "",
        "qui": "",
        "quand": "",
    }
    return {
        "id": id_,
        "force": "obligation",
        "oblige": True,
        "articles": articles,
        "documents": ["Présentation"],
        "date": None,
        "fixe": True,
        "reponse": "non",
        **words,
        **changes,
    }


LISTE = {"id": "classe", "titre": "Ma plateforme de classe", "faits": [], "incompatibles": []}
# The same list with two facts that cannot both be answered yes, and an evaluation that does.
OPPOSED = {
    "faits": [{"id": id_, "question": f"Fait {id_}?", "empreinte": id_} for id_ in "fg"],
    "incompatibles": [{"reponses": {"f": "oui", "g": "oui"}, "pourquoi": "C'est l'un ou l'autre."}],
}


def rows(page: Page, plan: list[dict[str, Any]], **changes: Any) -> list[list[str]]:
    """Return the rows of a plan's CSV as a spreadsheet reads them."""
    text = call(page, "x.csv(v.plan, v.liste, v.evaluation)", {"plan": plan, "liste": LISTE, "evaluation": evaluation(**changes)})
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True))


def test_the_plan_opens_in_excel(page: Page) -> None:
    table = rows(page, [gap(note=NASTY, qui="Zoé", date="2027-06-30", quand="2027-05-01"), gap(force="recommandation", oblige=False, reponse="0")])
    assert [len(row) for row in table] == [len(table[0])] * 3
    first, second = (dict(zip(table[0], row, strict=True)) for row in table[1:])
    assert first["Note"] == NASTY.replace("\r\n", "\n")
    assert (first["Évaluation"], first["Année scolaire"], first["Réponse"], first["Ce que dit le texte"]) == (
        "5e B",
        "2026-2027",
        "Non",
        "Obligation",
    )
    assert (first["Échéance"], first["Date prévue"], first["Qui"]) == ("2027-06-30", "2027-05-01", "Zoé")
    assert (second["Lie le personnel"], second["Réponse"]) == ("Non, texte de référence", "0 (pas du tout)")


def test_a_day_that_no_text_fixes_is_told_wherever_the_plan_goes(page: Page) -> None:
    plan = [
        gap(date="2027-06-30"),
        gap("deux", date="2027-06-30", fixe=False),
        gap("trois", passee="2026-09-30", fixe=False, quand="2026-12-01"),
        gap("quatre"),
    ]
    table = rows(page, plan)
    column = table[0].index("Sorte d’échéance")
    assert [(row[column - 1], row[column]) for row in table[1:]] == [
        ("2027-06-30", "Fixée par le texte"),
        ("2027-06-30", "Jour repère"),
        ("2026-09-30", "Jour repère"),
        ("", ""),
    ]
    _, read = calendar(page, plan)
    told = [re.findall(r"^Échéance.*$", str(event["DESCRIPTION"]), re.MULTILINE) for event in read.walk("VEVENT")]
    assert told == [
        ["Échéance\u00a0: 30\u00a0juin\u00a02027 (fixée par le texte)"],
        ["Échéance\u00a0: 30\u00a0juin\u00a02027 (jour repère)"],
        ["Échéance\u00a0: 30\u00a0septembre\u00a02026 (jour repère)"],
    ]


def test_a_plan_that_rests_on_answers_that_contradict_one_another_says_so_in_its_files(page: Page) -> None:
    asked = {"plan": [gap(date="2027-06-30")], "liste": {**LISTE, **OPPOSED}, "evaluation": evaluation(faits={"f": "oui", "g": "oui"})}
    text = call(page, "x.csv(v.plan, v.liste, v.evaluation)", asked)
    head, first, second = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True)
    told = dict(zip(head, first, strict=True))
    assert {key: value for key, value in told.items() if value} == {
        "Évaluation": "5e B",
        "Année scolaire": "2026-2027",
        "Question": "Fait f? · Fait g?",
        "Réponse": "Oui · Oui",
        "À faire": "Corrigez l’une de ces réponses, qui se contredisent. C'est l'un ou l'autre.",
    }
    assert dict(zip(head, second, strict=True))["À faire"] == "Transmettez le document."
    (event,) = Calendar.from_ical(call(page, "x.ics(v.plan, v.liste, v.evaluation)", asked).encode()).walk("VEVENT")
    both = "Vous avez répondu «\u00a0oui\u00a0» à «\u00a0Fait f?\u00a0» et «\u00a0oui\u00a0» à «\u00a0Fait g?\u00a0»."
    assert f"Des réponses se contredisent\u00a0: {both} C'est l'un ou l'autre." in str(event["DESCRIPTION"])
    righted = {**asked, "evaluation": evaluation(faits={"f": "oui", "g": "non"})}
    assert "contredi" not in call(page, "x.csv(v.plan, v.liste, v.evaluation) + x.ics(v.plan, v.liste, v.evaluation)", righted)


def test_rows_end_with_crlf_and_cells_are_quoted(page: Page) -> None:
    text = call(page, "x.csv(v.plan, v.liste, v.evaluation)", {"plan": [gap()], "liste": LISTE, "evaluation": evaluation()})
    assert text.count("\r\n") == 2
    assert text.endswith('"\r\n')
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula: str, page: Page) -> None:
    table = rows(page, [gap(note=formula, qui=formula, question=formula)], nom=formula)
    for column in ("Note", "Qui", "Question", "Évaluation"):
        value = table[1][table[0].index(column)]
        assert value.startswith("'")
        # A sign after a break is told twice: a spreadsheet set in English may begin a cell there.
        assert value[1:] in (formula.replace("\r", "\n"), re.sub("[\t\r]", lambda sign: f"{sign[0]}'", formula).replace("\r", "\n"))


# What a spreadsheet set in English makes of the same file: commas part its cells, and what follows the end of a quotation is of the same cell.
WITHIN = {
    "a,=1+1,b": "a,'=1+1,b",
    'a,"=1+1,b': "a,\"'=1+1,b",
    "a, @SUM(A1)": "a, '@SUM(A1)",
    "a\n=1+1,": "a\n'=1+1,",
    "a\r\n\t+1": "a\n\t'+1",
    "a;=1": "a;'=1",
    "a,＝1": "a,'＝1",
    "a\n-1+1": "a\n'-1+1",
    "a\n- 1+cmd|' /C calc'!A0": "a\n'- 1+cmd|' /C calc'!A0",
    "a\n- HYPERLINK(A1)": "a\n'- HYPERLINK(A1)",
}


@pytest.mark.parametrize("formula", WITHIN)
def test_no_part_of_a_cell_is_a_formula_where_commas_part_cells(formula: str, page: Page) -> None:
    table = rows(page, [gap(note=formula)])
    assert table[1][table[0].index("Note")] == WITHIN[formula]


@pytest.mark.parametrize("text", ["À faire\u00a0:\n- voir la directive\n- écrire", "2 = 1 + 1", "Léa, 5e B", "peut-être, mais a@b.ca"])
def test_what_is_no_formula_stays_as_it_was_written(text: str, page: Page) -> None:
    table = rows(page, [gap(note=text)])
    assert table[1][table[0].index("Note")] == text


def calendar(page: Page, plan: list[dict[str, Any]]) -> tuple[str, Calendar]:
    """Return a plan's calendar, as text and as a calendar reads it."""
    text = call(page, "x.ics(v.plan, v.liste, v.evaluation)", {"plan": plan, "liste": LISTE, "evaluation": evaluation(nom="5e B, A;B\\C")})
    return text, Calendar.from_ical(text.encode())


def test_the_plan_opens_in_a_calendar(page: Page) -> None:
    plan = [
        gap(date="2027-06-30", quand="2026-12-31", note=NASTY),
        gap("sans-date"),
        gap("deuxieme", date="2028-02-29", remede="Écrivez, « puis »; fin \\ ok"),
    ]
    text, read = calendar(page, plan)
    events = list(read.walk("VEVENT"))
    assert [event["UID"] for event in events] == ["a1-presentation-transmise@autoevaluation.csspb", "a1-deuxieme@autoevaluation.csspb"]
    assert [(event.start, event.end) for event in events] == [(date(2026, 12, 31), date(2027, 1, 1)), (date(2028, 2, 29), date(2028, 3, 1))]
    assert [str(event["SUMMARY"]) for event in events] == ["Transmettez le document.", "Écrivez, « puis »; fin \\ ok"]
    assert NASTY.replace("\r\n", "\n") in str(events[0]["DESCRIPTION"])
    assert "5e B, A;B\\C" in str(events[0]["DESCRIPTION"])
    assert all(event["DTSTAMP"].dt.tzinfo for event in events)
    assert all(event["SEQUENCE"] == int(event["LAST-MODIFIED"].dt.timestamp()) // 60 for event in events)
    assert not any(event.errors for event in events)
    assert (read["VERSION"], bool(read["PRODID"])) == ("2.0", True)
    assert text.endswith("END:VCALENDAR\r\n")


def test_what_some_calendars_take_for_a_line_break_begins_no_line(page: Page) -> None:
    text, read = calendar(page, [gap(date="2027-06-30", note="a\u0085BEGIN:VALARM\u2028ATTENDEE:x\u2029END:VALARM")])
    assert [line for line in text.splitlines() if line.startswith(("BEGIN:VALARM", "ATTENDEE", "END:VALARM"))] == []
    assert "a\nBEGIN:VALARM\nATTENDEE:x\nEND:VALARM" in str(read.walk("VEVENT")[0]["DESCRIPTION"])


def test_a_calendar_tells_what_does_not_bind(page: Page) -> None:
    _, read = calendar(page, [gap(date="2027-06-30"), gap("reference", date="2027-06-30", oblige=False)])
    own, other = read.walk("VEVENT")
    assert (str(own["SUMMARY"]), str(other["SUMMARY"])) == ("Transmettez le document.", "Transmettez le document. (texte de référence)")
    told = "Lie le personnel\u00a0: Non, texte de référence"
    assert told not in str(own["DESCRIPTION"])
    assert told in str(other["DESCRIPTION"])


@pytest.mark.parametrize("text", ["é" * 400, "🫐" * 200, "a" * 74 + "é" * 90, ",;\\" * 100, "x\u0301" * 150])
def test_lines_are_folded_without_cutting_a_character(text: str, page: Page) -> None:
    raw, read = calendar(page, [gap(date="2027-06-30", remede=text)])
    lines = raw.encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()
    assert b"\n" not in raw.encode().replace(b"\r\n", b"")
    assert str(read.walk("VEVENT")[0]["SUMMARY"]) == text


def test_without_a_day_there_is_no_calendar(page: Page) -> None:
    assert (
        call(page, "x.ics(v.plan, v.liste, v.evaluation)", {"plan": [gap(), gap(date="bientôt")], "liste": LISTE, "evaluation": evaluation()}) == ""
    )


def test_names_of_files_are_plain(page: Page) -> None:
    name = "x.nomDeFichier(v, 'json', '2027-01-15')"
    assert call(page, name, [evaluation(nom="École É. B/../5e «é»")]) == "autoevaluation-classe-ecole-e-b-5e-e-2027-01-15.json"
    assert call(page, name, [evaluation(), evaluation("b")]) == "autoevaluation-classe-2-evaluations-2027-01-15.json"
    assert call(page, name, [evaluation(), evaluation("b", "direction")]) == "autoevaluation-2-evaluations-2027-01-15.json"
    assert call(page, name, [evaluation(nom="🫐")]) == "autoevaluation-classe-2027-01-15.json"


def test_a_download_is_what_was_given(page: Page) -> None:
    with page.expect_download() as waiting:
        call(page, "x.telecharger('plan.csv', 'text/csv', v)", "\ufeffé;\r\n")
    assert waiting.value.suggested_filename == "plan.csv"
    assert waiting.value.path().read_bytes() == "\ufeffé;\r\n".encode()
    assert page.locator("a[download]").count() == 0


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850", "utf-16", "utf-8-sig"])
def test_a_file_saved_again_in_another_encoding_is_read(encoding: str, page: Page) -> None:
    name = "Groupe inventé d'été" if encoding == "cp850" else "Groupe inventé d’été"
    found = call(page, READ, list(file_text(evaluation(nom=name)).encode(encoding)))
    assert [one["nom"] for one in found["evaluations"]] == [name]


@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac"), ("cp850", "DOS 850")])
def test_letters_that_were_supposed_are_told(encoding: str, name: str, page: Page) -> None:
    found = call(page, READ, list(file_text(evaluation(nom="Été")).encode(encoding)))
    told = "ne dit pas comment ses lettres sont codées. Elles ont été lues comme"
    assert found["messages"] == [f"«\u00a0notes.json\u00a0» {told} «\u00a0{name}\u00a0»\u00a0: vérifiez les accents."]


@pytest.mark.parametrize("name", ["25 $ ou 30 €", "½ groupe", "Groupe d’Øyvind", "¾ d’heure", "Le groupe n° 5 – « oui »", "“oui”", "• un", "3 × 4…"])
def test_signs_that_people_write_say_windows(name: str, page: Page) -> None:
    found = call(page, READ, list(file_text(evaluation(nom=name)).encode("cp1252")))
    assert [one["nom"] for one in found["evaluations"]] == [name]


def test_a_few_bytes_that_are_not_read_lose_nothing_of_the_others(page: Page) -> None:
    text = file_text(evaluation(nom="Été à l’école"), evaluation("a2", nom="Hiv@r")).encode().replace(b"@", b"\xe9")
    found = call(page, READ, list(text))
    assert [one["nom"] for one in found["evaluations"]] == ["Été à l’école", "Hiv\ufffdr"]
    assert [message.split(",")[0] for message in found["messages"]] == ["«\u00a0notes.json\u00a0» a été lu comme «\u00a0UTF-8\u00a0»"]


def test_letters_that_were_lost_are_refused_wherever_they_are(page: Page) -> None:
    said = call(page, IMPORT, file_text(evaluation(nom="x" * 70 + "\ufffd")))
    assert said["evaluations"] == []
    assert "ses caractères ne se lisent pas" in said["messages"][0]


@pytest.mark.parametrize("changes", [{"nom": ""}, {"nom": "5\u00ade B", "annee": ""}, {"reponses": {"a": answer("non", "a\u200bb\u2028c")}}])
def test_what_went_out_of_this_browser_is_no_copy_when_it_comes_back(changes: dict[str, Any], emptied: Callable[..., Page]) -> None:
    page = emptied(PAGE)
    call(page, "d.accorder()")
    call(page, "d.enregistrer(v)", evaluation(**changes))
    back = call(page, "x.importer(x.exporter(d.lister()))")
    assert back["evaluations"] == []
    assert "est déjà là, sans différence" in back["messages"][0]


def test_the_same_answers_given_at_another_moment_are_no_others(page: Page) -> None:
    later = file_text(evaluation(modifie="2026-11-01T12:00:00.000Z"))
    said = call(page, "x.importer(v[0], 'notes.json', { connues: [v[1]] })", [later, evaluation()])
    assert said["evaluations"] == []


@pytest.mark.parametrize(
    "text",
    [
        file_text(evaluation()).replace('"', "“"),
        file_text(evaluation()).replace(" ", "\u00a0"),
        "Bonjour,\n" + file_text(evaluation()),
        file_text(evaluation()) + "\n--\nLéa",
        "<pre>" + file_text(evaluation()).replace('"', "&quot;") + "</pre>",
        "> " + file_text(evaluation()),
    ],
)
def test_a_file_that_another_program_changed_is_asked_for_as_it_was(text: str, page: Page) -> None:
    [said] = call(page, IMPORT, text)["messages"]
    assert "un autre logiciel l’a changé" in said
    assert "Prenez le fichier d’origine" in said


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(range(256)), file_text(evaluation()).encode("utf-16")[:-1]])
def test_a_file_in_a_zip_is_asked_for_by_itself(data: bytes, page: Page) -> None:
    [said] = call(page, READ, list(data))["messages"]
    assert "sorti de tout dossier compressé (.zip)" in said


def test_a_folder_is_told(page: Page) -> None:
    folder = "{ name: 'dossier', size: 0, arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }"
    assert "que ce n’est pas un dossier" in call(page, f"x.lireFichier({folder})")["messages"][0]


@pytest.mark.parametrize(("name", "kept"), [("a" * 79 + "🫐b", "a" * 79), ("a" * 78 + "🫐b", "a" * 78 + "🫐")], ids=["cut", "whole"])
def test_no_sign_is_cut_in_two(name: str, kept: str, page: Page) -> None:
    taken, messages = imported(page, nom=name)
    assert taken["nom"] == kept
    assert "raccourci" in messages[0]
    assert call(page, "d.enCopie(v).nom", evaluation(nom="a" * 71 + "🫐")) == "a" * 71 + " (copie)"


def test_the_calendar_of_a_plan_without_a_name_has_that_of_its_list(page: Page) -> None:
    text = call(page, "x.ics(v.plan, v.liste, v.evaluation)", {"plan": [gap(date="2027-06-30")], "liste": LISTE, "evaluation": evaluation(nom="")})
    assert Calendar.from_ical(text.encode())["X-WR-CALNAME"] == "Ma plateforme de classe"
