"""What the answers to a self-assessment come to, against cases worked out by hand, in the browser that runs the script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.navigateur.evaluations import data

DAY = "2026-11-22"
# The forces that bind, here one that the site does not know.
LIENT = {
    "obligation": ["obligation", "obligations"],
    "interdiction": ["interdiction", "interdictions"],
    "limite": ["limite", "limites"],
    "engagement": ["promesse", "promesses"],
}
# The families of rated criteria, here one that the site does not know.
FAMILIES = {"utilisation": ("Utilisation", ""), "securite": ("Sécurité", "de sécurité"), "panne": ("Panne", "de panne")}


def question(id_: str, force: str = "obligation", theme: str = "un", **more: Any) -> dict[str, Any]:
    """Return a question of a list, carried out by a clause of the same name."""
    base: dict[str, Any] = {
        "id": id_,
        "theme": theme,
        "question": f"Question {id_}?",
        "force": force,
        "oblige": True,
        "articles": [{"renvoi": f"directive/{id_}", "nom": f"Directive, art. {id_}", "href": "#"}],
        "echeance": None,
        "moment": None,
        "si": [],
        "remede": f"Remède {id_}.",
        "documents": [],
        "cote": None,
        "eliminatoire": False,
        "empreinte": f"q-{id_}",
        "empreintes": {f"directive/{id_}": f"a-{id_}"},
    }
    return {**base, **more}


def a_list(*questions: dict[str, Any], faits: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """Return a list of two themes with some questions; its deadlines: one that a text fixes, two that it does not."""
    june, september = ([f"{year}-{day}" for year in range(first, first + 3)] for first, day in ((2026, "06-30"), (2025, "09-30")))
    days = {"juin": june, "fin": june, "septembre": september}
    return {
        "id": "essai",
        "themes": [{"id": "un", "titre": "Un"}, {"id": "deux", "titre": "Deux"}],
        "faits": [{"id": fait, "question": f"Fait {fait}?"} for fait in faits],
        "incompatibles": [],
        "questions": list(questions),
        "echeances": days,
        "reperes": ["septembre", "fin"],
        "lient": [{"force": force, "mots": names} for force, names in LIENT.items()],
        "familles": [{"cote": cote, "nom": nom, "eliminatoire": out} for cote, (nom, out) in FAMILIES.items()],
        **more,
    }


def answers(liste: dict[str, Any], given: dict[str, str], annee: str = "2026-2027", **more: Any) -> dict[str, Any]:
    """Return an evaluation: `given` are the answers, each to the question as it is now."""
    known = {q["id"]: q for q in liste["questions"]}
    reponses = {
        id_: {
            "reponse": answer,
            "note": "",
            "question": known[id_]["question"],
            "empreinte": known[id_]["empreinte"],
            "empreintes": known[id_]["empreintes"],
        }
        for id_, answer in given.items()
    }
    return {"id": "e", "liste": "essai", "nom": "", "annee": annee, "faits": {}, "reponses": reponses, "plan": {}, **more}


def counts(*, posees: int = 0, respectees: int = 0, manquees: int = 0, verifier: int = 0, sans: int = 0, objet: int = 0) -> dict[str, int]:
    """Return the counts of a side."""
    return {"posees": posees, "respectees": respectees, "manquees": manquees, "aVerifier": verifier, "sansReponse": sans, "sansObjet": objet}


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}/autoevaluation/classe/")
    yield page
    page.close()


@pytest.fixture(scope="module")
def run(page: Page) -> Callable[..., Any]:
    """Calls a function of the script: `run("bilan", liste, evaluation)`."""
    script = "([name, args]) => { const r = Autoevaluation.calcul[name](...args); return r instanceof Map ? Object.fromEntries(r) : r; }"
    return lambda name, *args: page.evaluate(script, [name, list(args)])


# ---- Which questions are asked


def test_a_question_is_asked_when_its_facts_have_the_answers_it_wants(run: Callable[..., Any]) -> None:
    liste = a_list(question("a", si=[{"sujet": "f", "reponse": "oui"}, {"sujet": "g", "reponse": "non"}]), question("b"), faits=("f", "g"))
    ask = {}
    for f, g in (("oui", "non"), ("non", "non"), ("oui", "oui"), ("non", "oui"), ("oui", None), (None, None)):
        faits = {key: value for key, value in (("f", f), ("g", g)) if value}
        ask[f, g] = run("posees", liste, answers(liste, {}, faits=faits))
    assert ask["oui", "non"]["a"] == {"posee": True, "raison": None}
    assert ask["non", "non"]["a"] == {"posee": False, "raison": {"sujet": "f", "question": "Fait f?", "reponse": "non"}}
    assert ask["oui", "oui"]["a"]["raison"] == {"sujet": "g", "question": "Fait g?", "reponse": "oui"}
    assert ask["non", "oui"]["a"]["raison"]["sujet"] == "f"
    assert ask["oui", None]["a"]["raison"] == {"sujet": "g", "question": "Fait g?", "reponse": None}
    assert ask[None, None]["a"]["raison"] == {"sujet": "f", "question": "Fait f?", "reponse": None}
    assert all(found["b"]["posee"] for found in ask.values())


def test_what_excludes_says_more_than_what_is_not_known_yet(run: Callable[..., Any]) -> None:
    liste = a_list(question("a", si=[{"sujet": "f", "reponse": "oui"}, {"sujet": "g", "reponse": "oui"}]), faits=("f", "g"))
    assert run("posees", liste, answers(liste, {}, faits={"g": "non"}))["a"]["raison"]["sujet"] == "g"


# Two facts of which the first excludes the second.
OPPOSED = {"reponses": {"f": "oui", "g": "oui"}, "pourquoi": "C'est l'un ou l'autre."}


def opposed(*questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a list with two facts that cannot both be answered yes."""
    return a_list(*questions, faits=("f", "g"), incompatibles=[OPPOSED], **more)


def test_answers_that_contradict_one_another_are_told_while_both_count(run: Callable[..., Any]) -> None:
    liste = opposed(question("a"))
    told = {(f, g): run("contredits", liste, answers(liste, {}, faits={"f": f, "g": g})) for f in ("oui", "non", "") for g in ("oui", "non", "")}
    dits = [{"id": id_, "question": f"Fait {id_}?", "reponse": "oui"} for id_ in "fg"]
    assert told.pop(("oui", "oui")) == [{"dits": dits, "pourquoi": OPPOSED["pourquoi"]}]
    assert not any(told.values())
    # A fact that was asked in other words counts no more.
    former = {"g": {"question": "Autre fait?", "empreinte": "autre"}}
    assert run("contredits", liste, answers(liste, {}, faits={"f": "oui", "g": "oui"}, enonces=former)) == []


@pytest.mark.parametrize(
    ("given", "tone", "first", "aside"),
    [
        ("oui", "a-verifier", "Des réponses sur votre situation se contredisent", ""),
        ("sans-objet", "a-verifier", "Des réponses sur votre situation se contredisent", ""),
        ("a-verifier", "a-verifier", "Des réponses sur votre situation se contredisent", ""),
        ("non", "a-regler", "1\u00a0obligation à régler", "Des réponses sur votre situation se contredisent"),
    ],
)
def test_nothing_is_well_on_answers_that_contradict_one_another(run: Callable[..., Any], given: str, tone: str, first: str, aside: str) -> None:
    liste = opposed(question("a"))
    state = run("etat", liste, answers(liste, {"a": given}, faits={"f": "oui", "g": "oui"}), DAY)
    assert (state["ton"], state["teinte"], state["phrase"], state["contredit"]) == (tone, tone, first, aside)
    said = " ".join(state["suite"])
    both = "Vous avez répondu «\u00a0oui\u00a0» à «\u00a0Fait f?\u00a0» et «\u00a0oui\u00a0» à «\u00a0Fait g?\u00a0»."
    assert f"{both} {OPPOSED['pourquoi']} Corrigez la réponse qui n’est pas juste" in said
    assert ("1\u00a0obligation à vérifier." in said) == (given == "a-verifier")
    assert ("De plus, des réponses sur votre situation se contredisent." in said) == (given == "non")
    assert state["rien"] == "Des réponses sur votre situation se contredisent\u00a0: corrigez d’abord celle qui n’est pas juste."
    righted = run("etat", liste, answers(liste, {"a": given}, faits={"f": "oui", "g": "non"}), DAY)
    assert (righted["phrase"] == first) == (given == "non")
    assert "contred" not in " ".join([righted["phrase"], righted["contredit"], righted["rien"], *righted["suite"]])


def test_a_question_that_is_not_asked_decides_nothing(run: Callable[..., Any]) -> None:
    liste = a_list(
        question("a", si=[{"sujet": "f", "reponse": "oui"}]),
        question("b", si=[{"sujet": "a", "reponse": "oui"}]),
        question("c", si=[{"sujet": "b", "reponse": "non"}]),
        faits=("f",),
    )
    given = {"a": "oui", "b": "non", "c": "oui"}
    asked = run("posees", liste, answers(liste, given, faits={"f": "oui"}))
    assert [asked[id_]["posee"] for id_ in "abc"] == [True, True, True]
    # The answers stay, but none of the three counts.
    evaluation = answers(liste, given, faits={"f": "non"})
    out = run("posees", liste, evaluation)
    assert [out[id_] for id_ in "abc"] == [{"posee": False, "raison": {"sujet": "f", "question": "Fait f?", "reponse": "non"}}] * 3
    assert run("progres", liste, evaluation) == {"repondues": 0, "posees": 0}
    assert run("bilan", liste, evaluation)["obligations"] == counts()
    assert run("plan", liste, evaluation, DAY) == []


@pytest.mark.parametrize("answer", ["a-verifier", "sans-objet", "non"])
def test_only_the_wanted_answer_opens_a_question(answer: str, run: Callable[..., Any]) -> None:
    liste = a_list(question("a"), question("b", si=[{"sujet": "a", "reponse": "oui"}]))
    assert run("posees", liste, answers(liste, {"a": answer}))["b"] == {
        "posee": False,
        "raison": {"sujet": "a", "question": "Question a?", "reponse": answer},
    }


# ---- Where one stands


FORCES = ("obligation", "interdiction", "limite", "demande", "preference", "recommandation", "permission", "droit", "information")


def test_each_force_is_counted_on_its_side(run: Callable[..., Any]) -> None:
    binding = [question(f"b{i}", force) for i, force in enumerate(FORCES)]
    foreign = [question(f"r{i}", force, oblige=False) for i, force in enumerate(FORCES)]
    liste = a_list(*binding, *foreign)
    result = run("bilan", liste, answers(liste, {}))
    assert result["obligations"] == counts(posees=3, sans=3)
    assert result["recommandations"] == counts(posees=6, sans=6)
    assert result["references"] == counts(posees=9, sans=9)


def test_counts_worked_by_hand(run: Callable[..., Any]) -> None:
    liste = a_list(
        question("a"),
        question("b"),
        question("c", "interdiction"),
        question("d", "recommandation"),
        question("e", "recommandation"),
        question("f", theme="deux"),
        question("g", theme="deux"),
        question("h", "permission", theme="deux", oblige=False),
    )
    evaluation = answers(liste, {"a": "oui", "b": "non", "c": "a-verifier", "d": "oui", "e": "non", "f": "sans-objet", "h": "non"})
    result = run("bilan", liste, evaluation)
    assert result["obligations"] == counts(posees=4, respectees=1, manquees=1, verifier=1, sans=1, objet=1)
    assert result["recommandations"] == counts(posees=2, respectees=1, manquees=1)
    assert result["references"] == counts(posees=1, manquees=1)
    one, two = result["themes"]
    assert (one["obligations"], one["recommandations"]) == (
        counts(posees=3, respectees=1, manquees=1, verifier=1),
        counts(posees=2, respectees=1, manquees=1),
    )
    assert one["manques"] == ["b", "c", "e"]
    assert two["obligations"] == counts(posees=1, sans=1, objet=1)
    assert two["manques"] == ["h"]
    # « sans objet » is an answer.
    assert run("progres", liste, evaluation) == {"repondues": 7, "posees": 8}


def test_good_practice_never_makes_up_for_a_missed_duty(run: Callable[..., Any]) -> None:
    good = [question(f"r{i}", "recommandation") for i in range(20)]
    liste = a_list(question("a"), *good)
    poor = run("etat", liste, answers(liste, {"a": "non"}), DAY)
    rich = run("etat", liste, answers(liste, {"a": "non", **{q["id"]: "oui" for q in good}}), DAY)
    assert [poor["ton"], rich["ton"]] == ["a-regler", "a-regler"]
    assert poor["phrase"] == rich["phrase"] == "1\u00a0obligation à régler"


def test_a_reference_never_makes_a_duty(run: Callable[..., Any]) -> None:
    liste = a_list(question("a"), question("r", oblige=False))
    state = run("etat", liste, answers(liste, {"a": "oui", "r": "non"}), DAY)
    assert (state["ton"], state["manquees"]) == ("en-regle", 0)
    assert state["suite"] == ["Il y a 1\u00a0autre point à voir dans votre plan."]


@pytest.mark.parametrize(
    ("given", "tone", "sentence"),
    [
        ({}, "incomplet", "Il reste 3\u00a0questions"),
        ({"a": "oui"}, "incomplet", "Rien à régler jusqu’ici; il reste 2\u00a0questions"),
        ({"c": "non"}, "incomplet", "Il reste 2\u00a0questions"),
        ({"a": "oui", "c": "a-verifier"}, "incomplet", "Il reste 1\u00a0question"),
        ({"a": "a-verifier"}, "a-verifier", "1\u00a0obligation à vérifier"),
        ({"a": "a-verifier", "b": "a-verifier"}, "a-verifier", "2\u00a0obligations et interdictions à vérifier"),
        ({"a": "a-verifier", "b": "non"}, "a-regler", "1\u00a0interdiction à régler"),
        ({"a": "non", "b": "non"}, "a-regler", "2\u00a0obligations et interdictions à régler"),
        ({"a": "oui", "b": "sans-objet", "c": "non"}, "en-regle", "Vous respectez chaque obligation en cause, selon vos réponses"),
        ({"a": "oui", "b": "oui", "c": "non"}, "en-regle", "Vous respectez chaque obligation et interdiction en cause, selon vos réponses"),
        ({"a": "sans-objet", "b": "sans-objet", "c": "oui"}, "en-regle", "Aucune obligation du personnel n’est en cause dans vos réponses"),
    ],
)
def test_state(given: dict[str, str], tone: str, sentence: str, run: Callable[..., Any]) -> None:
    liste = a_list(question("a"), question("b", "interdiction"), question("c", "recommandation"))
    state = run("etat", liste, answers(liste, given), DAY)
    assert (state["ton"], state["phrase"]) == (tone, sentence)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"a": "oui"}, []),
        ({"c": "non"}, ["1\u00a0point est déjà à voir dans votre plan."]),
        ({"c": "non", "d": "a-verifier"}, ["2\u00a0points sont déjà à voir dans votre plan."]),
    ],
)
def test_nothing_is_called_fine_while_the_plan_has_a_line(given: dict[str, str], told: list[str], run: Callable[..., Any]) -> None:
    liste = a_list(question("a"), question("b"), question("c", "recommandation"), question("d", oblige=False))
    state = run("etat", liste, answers(liste, given), DAY)
    assert (state["phrase"].startswith("Rien à régler"), state["suite"]) == (not told, told)


def test_what_binds_is_named_by_the_data(run: Callable[..., Any]) -> None:
    liste = a_list(*(question(force, force) for force in (*LIENT, "recommandation")))
    none = run("etat", liste, answers(liste, dict.fromkeys(LIENT, "non")), DAY)
    assert none["phrase"] == "4\u00a0obligations, interdictions, limites et promesses à régler"
    one = run("etat", liste, answers(liste, dict.fromkeys(LIENT, "oui") | {"engagement": "non", "recommandation": "non"}), DAY)
    assert (one["phrase"], one["manquees"]) == ("1\u00a0promesse à régler", 1)
    every = run("etat", liste, answers(liste, dict.fromkeys((*LIENT, "recommandation"), "oui")), DAY)
    assert every["phrase"] == "Vous respectez chaque obligation, interdiction, limite et promesse en cause, selon vos réponses"
    assert run("lient", liste) == "obligations, interdictions, limites et promesses"


def test_the_state_waits_for_the_facts(run: Callable[..., Any]) -> None:
    liste = a_list(question("a"), question("b", si=[{"sujet": "f", "reponse": "oui"}]), faits=("f",))
    assert run("etat", liste, answers(liste, {"a": "oui"}), DAY)["phrase"] == "Rien à régler jusqu’ici; il reste 1\u00a0question sur votre situation"
    assert run("etat", liste, answers(liste, {"a": "oui"}, faits={"f": "non"}), DAY)["ton"] == "en-regle"
    assert run("etat", liste, answers(liste, {}), DAY)["phrase"] == "Il reste 1\u00a0question et 1 sur votre situation"


def test_a_fact_whose_words_change_is_to_be_answered_again(run: Callable[..., Any]) -> None:
    liste = a_list(question("a"), question("b", si=[{"sujet": "f", "reponse": "oui"}]), faits=("f",))
    liste["faits"][0]["empreinte"] = "0123456789ab"
    given = answers(liste, {"a": "oui"}, faits={"f": "non"})
    # A copy of before the words were kept with the answer.
    assert run("etat", liste, given, DAY)["ton"] == "en-regle"
    same = given | {"enonces": {"f": {"question": "Fait f?", "empreinte": "0123456789ab"}}}
    assert run("etat", liste, same, DAY)["ton"] == "en-regle"
    other = given | {"enonces": {"f": {"question": "Tout autre fait?", "empreinte": "ba9876543210"}}}
    # What it keeps out may be a gap.
    state = run("etat", liste, other, DAY)
    assert state["phrase"] == "Il reste 1\u00a0question sur votre situation"
    assert state["rien"] == "Il reste 1\u00a0question sur votre situation."
    assert state["suite"] == ["1\u00a0réponse est à confirmer\u00a0: la question ou un article a changé depuis."]
    assert run("faitRouvert", liste["faits"][0], other) == {"question": "Tout autre fait?", "reponse": "non"}


@pytest.mark.parametrize(
    ("dues", "day", "sentence"),
    [
        (("juin", "juin"), DAY, "2\u00a0obligations à régler au plus tard le 30\u00a0juin\u00a02027"),
        (("juin", None), DAY, "2\u00a0obligations à régler, dont 1 au plus tard le 30\u00a0juin\u00a02027"),
        ((None, None), DAY, "2\u00a0obligations à régler"),
        (("juin", "septembre"), "2026-09-01", "2\u00a0obligations à régler, dont 1 d’ici au 30\u00a0septembre\u00a02026, jour repère"),
        # No text fixes the second one's day, though it is the same.
        (("juin", "fin"), DAY, "2\u00a0obligations à régler, dont 1 au plus tard le 30\u00a0juin\u00a02027"),
        (("fin", "fin"), DAY, "2\u00a0obligations à régler d’ici au 30\u00a0juin\u00a02027, jour repère"),
        (("juin", "juin"), "2027-06-30", "2\u00a0obligations à régler au plus tard le 30\u00a0juin\u00a02027"),
    ],
)
def test_the_state_says_by_when(dues: tuple[str | None, str | None], day: str, sentence: str, run: Callable[..., Any]) -> None:
    liste = a_list(question("a", echeance=dues[0]), question("b", echeance=dues[1]))
    assert run("etat", liste, answers(liste, {"a": "non", "b": "non"}), day)["phrase"] == sentence


@pytest.mark.parametrize(
    ("day", "sentence", "over"),
    [
        ("2027-08-31", "Vous respectez chaque obligation en cause, selon vos réponses", False),
        ("2027-09-01", "En 2026-2027, vous respectiez chaque obligation en cause, selon vos réponses", True),
    ],
)
def test_a_year_that_is_over_says_nothing_of_the_present_one(day: str, sentence: str, over: bool, run: Callable[..., Any]) -> None:
    liste = a_list(question("a"))
    state = run("etat", liste, answers(liste, {"a": "oui"}), day)
    assert (state["phrase"], state["teinte"]) == (sentence, "neutre" if over else "en-regle")
    told = ["Ces réponses portent sur 2026-2027 et ne disent rien de 2027-2028\u00a0: commencez une nouvelle évaluation."]
    assert state["suite"] == (told if over else [])
    assert state["rien"] == f"Rien à régler ni à vérifier {'en 2026-2027' if over else 'pour l’instant'}."
    assert run("etat", liste, answers(liste, {"a": "oui"}, annee=""), day)["suite"] == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"a": "oui", "b": "oui", "c": "sans-objet"}, []),
        ({"a": "oui", "b": "sans-objet", "c": "oui"}, ["«\u00a0Sans objet\u00a0» retire 1\u00a0interdiction du compte."]),
        (
            {"a": "sans-objet", "b": "sans-objet", "c": "non"},
            [
                "«\u00a0Sans objet\u00a0» retire 2\u00a0obligations et interdictions du compte.",
                "Il y a 1\u00a0autre point à voir dans votre plan.",
            ],
        ),
    ],
)
def test_what_is_left_out_of_the_count_is_told_where_all_is_well(given: dict[str, str], told: list[str], run: Callable[..., Any]) -> None:
    liste = a_list(question("a"), question("b", "interdiction"), question("c", "recommandation"))
    assert run("etat", liste, answers(liste, given), DAY)["suite"] == told


def test_a_day_gone_by_is_said_and_is_never_next_year(run: Callable[..., Any]) -> None:
    liste = a_list(question("a", echeance="septembre"))
    state = run("etat", liste, answers(liste, {"a": "non"}), DAY)
    assert (state["phrase"], state["avant"], state["passees"]) == ("1\u00a0obligation à régler", None, 1)
    assert state["suite"] == ["Le moment prévu est passé\u00a0: réglez-la maintenant."]
    [gap] = run("plan", liste, answers(liste, {"a": "non"}), DAY)
    assert (gap["date"], gap["passee"], gap["fixe"]) == (None, "2026-09-30", False)


@pytest.mark.parametrize(
    ("year", "day", "date", "gone"),
    [
        ("2026-2027", "2027-06-30", "2027-06-30", None),
        ("2026-2027", "2027-07-01", None, "2027-06-30"),
        ("2025-2026", DAY, None, "2026-06-30"),
        ("2027-2028", DAY, "2028-06-30", None),
        ("", "2026-07-01", "2027-06-30", None),
        ("autre", "2026-06-30", "2026-06-30", None),
    ],
)
def test_the_deadline_is_that_of_the_evaluations_year(year: str, day: str, date: str | None, gone: str | None, run: Callable[..., Any]) -> None:
    liste = a_list(question("a", echeance="juin"))
    [gap] = run("plan", liste, answers(liste, {"a": "non"}, annee=year), day)
    assert (gap["date"], gap["passee"], gap["fixe"]) == (date, gone, True)


# ---- The plan


def test_the_plan_goes_by_force_then_by_day(run: Callable[..., Any]) -> None:
    liste = a_list(
        question("reco-juin", "recommandation", echeance="juin"),
        question("ref", oblige=False),
        question("sans-jour"),
        question("juin-doute", echeance="juin"),
        question("juin", "interdiction", echeance="juin"),
        question("passe", echeance="septembre"),
        question("reco", "information"),
        question("bien"),
        question("hors"),
    )
    given = dict.fromkeys(("reco-juin", "ref", "sans-jour", "juin", "passe", "reco"), "non") | {
        "juin-doute": "a-verifier",
        "bien": "oui",
        "hors": "sans-objet",
    }
    plan = run("plan", liste, answers(liste, given), DAY)
    assert [gap["id"] for gap in plan] == ["passe", "juin", "juin-doute", "sans-jour", "reco-juin", "reco", "ref"]


def test_the_plan_keeps_who_when_and_the_note(run: Callable[..., Any]) -> None:
    liste = a_list(question("a", documents=["Lettre"], moment="En juin"))
    evaluation = answers(liste, {"a": "a-verifier"}, plan={"a": {"qui": "Moi", "date": "2027-01-15"}})
    evaluation["reponses"]["a"]["note"] = "Voir"
    [gap] = run("plan", liste, evaluation, DAY)
    assert {key: gap[key] for key in ("question", "force", "oblige", "remede", "documents", "moment", "qui", "quand", "reponse", "note")} == {
        "question": "Question a?",
        "force": "obligation",
        "oblige": True,
        "remede": "Remède a.",
        "documents": ["Lettre"],
        "moment": "En juin",
        "qui": "Moi",
        "quand": "2027-01-15",
        "reponse": "a-verifier",
        "note": "Voir",
    }


# ---- When the content changes


@pytest.mark.parametrize(
    ("change", "reopened"),
    [
        ({}, None),
        ({"empreinte": "autre"}, {"question": True, "articles": []}),
        ({"empreintes": {"directive/a": "autre"}}, {"question": False, "articles": ["directive/a"]}),
        ({"empreinte": "x", "empreintes": {"directive/a": "y"}}, {"question": True, "articles": ["directive/a"]}),
        # A change of words that are neither the question nor its clauses reopens nothing.
        ({"remede": "Autre.", "moment": "Ailleurs", "force": "interdiction", "theme": "deux"}, None),
        # A scale that no longer has the answer.
        ({"cote": "securite"}, {"question": True, "articles": []}),
    ],
)
def test_only_what_changed_reopens(change: dict[str, Any], reopened: dict[str, Any] | None, run: Callable[..., Any]) -> None:
    before = a_list(question("a"), question("b"))
    evaluation = answers(before, {"a": "non", "b": "non"})
    after = a_list(question("a", **change), question("b"))
    assert run("rouvertes", after, evaluation) == ({"a": reopened} if reopened else {})
    counted = ["b"] if reopened else ["a", "b"]
    assert sorted(gap["id"] for gap in run("plan", after, evaluation, DAY)) == counted
    assert run("progres", after, evaluation)["repondues"] == len(counted)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("", []),
        ("a", ["1\u00a0réponse est à confirmer\u00a0: la question ou un article a changé depuis."]),
        ("ab", ["2\u00a0réponses sont à confirmer\u00a0: la question ou un article a changé depuis."]),
        # A question that is no longer asked waits for nothing.
        ("c", []),
    ],
)
def test_answers_to_confirm_are_counted(changed: str, told: list[str], run: Callable[..., Any]) -> None:
    closed = {"si": [{"sujet": "f", "reponse": "oui"}]}
    evaluation = answers(a_list(*map(question, "abc")), dict.fromkeys("abc", "oui"), faits={"f": "non"})
    asked = [question(id_, **({"empreinte": "autre"} if id_ in changed else {}), **(closed if id_ == "c" else {})) for id_ in "abc"]
    state = run("etat", a_list(*asked, faits=("f",)), evaluation, DAY)
    assert state["suite"] == told
    # What is to confirm may be a gap.
    assert ("Rien" in state["phrase"] + state["rien"]) == (not told)


def test_a_clause_added_to_a_question_reopens_it(run: Callable[..., Any]) -> None:
    before = a_list(question("a"))
    more = {
        "articles": [{"renvoi": r, "nom": r, "href": "#"} for r in ("directive/a", "directive/n")],
        "empreintes": {"directive/a": "a-a", "directive/n": "a-n"},
    }
    assert run("rouvertes", a_list(question("a", **more)), answers(before, {"a": "oui"})) == {"a": {"question": False, "articles": ["directive/n"]}}
    # One that it no longer cites changes nothing.
    assert run("rouvertes", before, answers(a_list(question("a", **more)), {"a": "oui"})) == {}


def test_the_answer_to_a_removed_question_is_kept_apart(run: Callable[..., Any]) -> None:
    before = a_list(question("a"), question("b"))
    evaluation = answers(before, {"a": "non", "b": "oui"})
    evaluation["reponses"]["a"]["note"] = "Une note"
    after = a_list(question("b"))
    assert run("retirees", after, evaluation) == [{"id": "a", "question": "Question a?", "reponse": "non", "note": "Une note"}]
    assert run("progres", after, evaluation) == {"repondues": 1, "posees": 1}
    assert run("plan", after, evaluation, DAY) == []


def test_a_note_alone_is_no_answer(run: Callable[..., Any]) -> None:
    liste = a_list(question("a"))
    evaluation = answers(liste, {"a": ""})
    evaluation["reponses"]["a"]["note"] = "À suivre"
    assert run("progres", liste, evaluation) == {"repondues": 0, "posees": 1}
    assert run("rouvertes", liste, evaluation) == {}


@pytest.mark.parametrize("reponses", [{}, {"constructor": {"reponse": "oui"}}, {"a": {}}, {"a": {"reponse": "peut-être"}}, {"a": {"reponse": "oui"}}])
def test_strange_answers_count_as_none(reponses: dict[str, Any], run: Callable[..., Any]) -> None:
    liste = a_list(question("a"), question("constructor", si=[{"sujet": "to-string", "reponse": "oui"}]), faits=("to-string",))
    evaluation = {**answers(liste, {}), "reponses": reponses}
    assert run("progres", liste, evaluation) == {"repondues": 0, "posees": 1}
    assert run("etat", liste, evaluation, DAY)["ton"] == "incomplet"


# ---- Rated criteria


def rated(id_: str, family: str, *, out: bool = False) -> dict[str, Any]:
    """Return a rated criterion."""
    return question(id_, "permission", oblige=False, cote=family, eliminatoire=out)


def test_points_by_family_worked_by_hand(run: Callable[..., Any]) -> None:
    liste = a_list(
        rated("u1", "utilisation"), rated("u2", "utilisation"), rated("u3", "utilisation"), rated("s1", "securite", out=True), rated("s2", "securite")
    )
    evaluation = answers(liste, {"u1": "3", "u2": "1", "u3": "sans-objet", "s1": "2"})
    assert run("cotes", liste, evaluation) == {
        "familles": [
            {"nom": "Utilisation", "total": 4, "max": 6, "cotes": 2, "posees": 3},
            {"nom": "Sécurité", "total": 2, "max": 3, "cotes": 1, "posees": 2},
            {"nom": "Panne", "total": 0, "max": 0, "cotes": 0, "posees": 0},
        ],
        "graves": [],
        "enCause": True,
    }
    assert run("bilan", liste, evaluation)["references"] == counts(posees=4, respectees=2, manquees=1, sans=1, objet=1)
    assert [gap["id"] for gap in run("plan", liste, evaluation, DAY)] == ["u2"]


def test_a_serious_failure_is_not_made_up_for(run: Callable[..., Any]) -> None:
    many = [rated(f"u{i}", "utilisation") for i in range(13)]
    liste = a_list(*many, rated("grave", "securite", out=True), rated("autre", "securite"), rated("facile", "utilisation", out=True))
    best = {q["id"]: "3" for q in liste["questions"]}
    fine = run("etat", liste, answers(liste, best), DAY)
    assert (fine["ton"], fine["teinte"]) == ("en-regle", "neutre")
    evaluation = answers(liste, {**best, "grave": "0"})
    assert run("cotes", liste, evaluation)["graves"] == ["grave"]
    state = run("etat", liste, evaluation, DAY)
    assert (state["ton"], state["manquees"]) == ("a-regler", 1)
    # Only a security criterion said to be eliminatory, rated 0, is serious.
    for id_, answer in (("grave", "1"), ("autre", "0"), ("facile", "0")):
        assert run("etat", liste, answers(liste, {**best, id_: answer}), DAY)["ton"] == "en-regle"


def test_each_family_whose_failures_are_serious_is_named(run: Callable[..., Any]) -> None:
    liste = a_list(rated("s", "securite", out=True), rated("p", "panne", out=True), rated("u", "utilisation"))
    told = [run("etat", liste, answers(liste, {"s": s, "p": p, "u": "3"}), DAY)["phrase"] for s, p in (("3", "0"), ("0", "0"), ("3", "3"))]
    assert told == [
        "1\u00a0critère de panne éliminatoire coté «\u00a0Pas du tout\u00a0»",
        "2\u00a0critères de sécurité ou de panne éliminatoires cotés «\u00a0Pas du tout\u00a0»",
        "Aucun critère de sécurité ou de panne éliminatoire n’est coté «\u00a0Pas du tout\u00a0»",
    ]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"s": "sans-objet", "t": "sans-objet"}, "Aucun critère de sécurité éliminatoire n’est en cause dans vos réponses"),
        ({"s": "sans-objet", "t": "1"}, "Aucun critère de sécurité éliminatoire n’est coté «\u00a0Pas du tout\u00a0»"),
    ],
)
def test_what_was_not_rated_is_not_called_rated_well(given: dict[str, str], sentence: str, run: Callable[..., Any]) -> None:
    families = [
        {"cote": "securite", "nom": "Sécurité", "eliminatoire": "de sécurité"},
        {"cote": "utilisation", "nom": "Utilisation", "eliminatoire": ""},
    ]
    liste = a_list(rated("s", "securite", out=True), rated("t", "securite", out=True), rated("u", "utilisation"), familles=families)
    assert run("etat", liste, answers(liste, {**given, "u": "3"}), DAY)["phrase"] == sentence


def test_a_serious_failure_comes_first_in_the_plan(run: Callable[..., Any]) -> None:
    liste = a_list(rated("u", "utilisation"), rated("s", "securite", out=True))
    assert [gap["id"] for gap in run("plan", liste, answers(liste, {"u": "0", "s": "0"}), DAY)] == ["s", "u"]


# ---- The real lists


def test_every_list_answered_yes_is_in_order(page: Page, run: Callable[..., Any], project: Any) -> None:
    for id_ in project.listes:
        page.goto(page.url.split("/autoevaluation/")[0] + f"/autoevaluation/{id_}/")
        liste = data(page)
        wanted = {c["sujet"]: c["reponse"] for q in liste["questions"] for c in q["si"]}
        best = {q["id"]: "3" if q["cote"] else "oui" for q in liste["questions"]}
        evaluation = answers(liste, best, faits={f["id"]: wanted.get(f["id"], "oui") for f in liste["faits"]})
        assert run("etat", liste, evaluation, DAY)["ton"] == "en-regle", id_
        assert run("plan", liste, evaluation, DAY) == []
        worst = answers(liste, {q["id"]: "0" if q["cote"] else "non" for q in liste["questions"]}, faits=evaluation["faits"])
        asked = run("posees", liste, worst)
        plan = run("plan", liste, worst, DAY)
        assert {gap["id"] for gap in plan} == {key for key, found in asked.items() if found["posee"]}, id_
        sides = ["obligations", "recommandations", "references"]
        ranks = [sides.index(gap["camp"]) for gap in plan]
        assert ranks == sorted(ranks)
