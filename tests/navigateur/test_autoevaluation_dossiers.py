"""What the self-assessments keep in the browser: agreed first, never lost, never in the way of another tab."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from evaluations import PAGE, PREFIX, answer, call, evaluation, eventually, stored
from playwright.sync_api import Browser, Page

from macros.model.base import Id

REFUSING = (
    "for (const name of ['setItem', 'getItem', 'removeItem']) Storage.prototype[name] = () => { throw new DOMException('', 'SecurityError'); };"
)
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"
QUOTA = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
SAVE = "d.enregistrer(v)"
NAMES = "d.lister().map(({ nom }) => nom).sort()"


@pytest.fixture
def page(emptied: Callable[..., Page]) -> Page:
    """A list's page, in a browser that has stored nothing."""
    return emptied(PAGE)


def test_nothing_is_written_before_the_reader_agrees(page: Page) -> None:
    assert call(page, "[d.disponible(), d.accorde()]") == [True, False]
    result = call(page, SAVE, evaluation())
    assert (result["ok"], result["raison"]) == (False, "refuse")
    assert "Rien n’est gardé" in result["message"]
    assert [one["nom"] for one in call(page, "d.lister()")] == ["5e B"]
    assert call(page, "d.lire('classe', 'a1').id") == "a1"
    assert call(page, "d.illisibles()") == []
    assert stored(page) == {}


def test_what_is_kept_under_an_id_that_the_check_accepts_is_read_back(page: Page) -> None:
    longest = "a" * Id.LONGEST
    given = {longest: "oui", f"{longest}a": "oui", **dict.fromkeys(Id.RESERVED, "oui")}
    one = evaluation(reponses={id_: answer(said) for id_, said in given.items()})
    assert [*call(page, "d.nettoyer(v).evaluation.reponses", one)] == [longest]
    assert [Id.unkept(id_) is None for id_ in given] == [True, False, *(False for _ in Id.RESERVED)]
    assert call(page, "d.nettoyer(v).refus", evaluation(liste=longest)) is None
    assert call(page, "d.nettoyer(v).refus", evaluation(liste=f"{longest}a")) == "liste"


def test_agreeing_writes_what_was_in_memory(page: Page) -> None:
    call(page, SAVE, evaluation(reponses={"presentation-transmise": answer("oui", "é ; \"'<")}))
    assert call(page, "d.accorder()") == {"ok": True}
    assert set(stored(page)) == {f"{PREFIX}accord", f"{PREFIX}classe.a1"}
    page.reload()
    kept = call(page, "d.lire('classe', 'a1')")
    assert kept["reponses"]["presentation-transmise"]["note"] == "é ; \"'<"
    assert kept["modifie"] == "2026-10-01T12:00:00.000Z"


def test_keys_carry_site_tool_version_list_and_id(page: Page) -> None:
    call(page, "d.accorder()")
    made = call(page, "(() => { const e = d.nouvelle('direction', 'École', '2026-2027'); d.enregistrer(e); return e; })()")
    assert re.fullmatch(r"[0-9a-f]{20}", made["id"])
    assert f"csspb.autoevaluation.1.direction.{made['id']}" in stored(page)
    assert call(page, "d.lister('classe')") == []
    assert len(call(page, "d.lister('direction')")) == 1


def test_a_change_of_what_was_read_is_saved_and_dated(page: Page) -> None:
    call(page, "d.accorder()")
    call(page, SAVE, evaluation())
    assert call(page, "(() => { const e = d.lire('classe', 'a1'); e.nom = '6e A'; return d.enregistrer(e); })()") == {"ok": True}
    kept = call(page, "d.lister('classe')[0]")
    assert kept["nom"] == "6e A"
    assert kept["modifie"] > "2026-10-01T12:00:00.000Z"


@pytest.mark.parametrize("script", [REFUSING, FORBIDDEN])
def test_storage_refused_leaves_everything_in_memory(script: str, browser: Browser, address: str) -> None:
    context = browser.new_context(locale="fr-CA")
    context.add_init_script(script)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/{PAGE}")
    assert call(page, "d.disponible()") is (script == REFUSING)
    assert call(page, "d.accorde()") is False
    assert call(page, "d.accorder().raison") == "refuse"
    assert call(page, SAVE, evaluation())["raison"] == "refuse"
    assert [one["id"] for one in call(page, "d.lister('classe')")] == ["a1"]
    assert call(page, "[d.illisibles(), d.toutEffacer().ok, d.effacer('classe', 'a1').ok]") == [[], True, True]
    assert call(page, "x.exporter(d.lister())").startswith("{")
    assert errors == []
    context.close()


def test_storage_full_loses_neither_the_old_nor_the_new(page: Page) -> None:
    call(page, "d.accorder()")
    call(page, SAVE, evaluation())
    page.evaluate(f"() => {{ {QUOTA} }}")
    result = call(page, "(() => { const e = d.lire('classe', 'a1'); e.nom = 'Nouveau'; return d.enregistrer(e); })()")
    assert (result["ok"], result["raison"]) == (False, "plein")
    assert "plus de place" in result["message"]
    assert json.loads(stored(page)[f"{PREFIX}classe.a1"])["nom"] == "5e B"
    assert [one["nom"] for one in call(page, "d.lister()")] == ["Nouveau"]


def test_storage_really_full_then_freed(page: Page) -> None:
    call(page, "d.accorder()")
    page.evaluate(
        """() => {
          for (let size = 1 << 22; size >= 1; size >>= 1) {
            try { for (let i = 0; ; i += 1) localStorage.setItem(`autre.${size}.${i}`, "x".repeat(size)); } catch {}
          }
        }"""
    )
    assert sum(len(key) + len(text) for key, text in stored(page).items()) > 5_000_000
    others = {key for key in stored(page) if key.startswith("autre.")}
    result = call(page, SAVE, evaluation())
    assert result["raison"] == "plein"
    assert [one["id"] for one in call(page, "d.lister()")] == ["a1"]
    page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('autre.4194304')).forEach((key) => localStorage.removeItem(key))")
    assert call(page, "d.effacer('classe', 'absente').ok") is True
    assert f"{PREFIX}classe.a1" in stored(page)
    assert call(page, "d.toutEffacer().ok") is True
    assert set(stored(page)) < others


CORRUPTED = {
    "classe.b1": "{pas du JSON",
    "classe.b2": "[]",
    "classe.b3": json.dumps(evaluation("autre-id")),
    "classe.b4": json.dumps(evaluation("b4", version=2)),
    "classe.b5": json.dumps(evaluation("b5", reponses={"x": {"reponse": "peut-etre"}})),
    "classe.b6": json.dumps(evaluation("b6", version={"valueOf": 1, "toString": 1})),
    "classe.b7": json.dumps(evaluation("b7", nom=5)),
    "classe.b8": '{"format": "autoevaluation", "version": 1, "liste": "classe", "id": "b8", "reponses": {"__proto__": {"reponse": "oui"}}}',
    "classe.b9": json.dumps(evaluation("b9", nom="n" * 1000)),
    "classe.b10": json.dumps(evaluation("b10", reponses={"x": {"reponse": "oui", "note": "n" * 10_000}})),
    "": "vide",
    "classe": "sans id",
}


def test_what_is_corrupted_is_kept_apart_and_nothing_else_is_lost(page: Page) -> None:
    call(page, "d.accorder()")
    call(page, SAVE, evaluation())
    page.evaluate(
        "(entries) => Object.entries(entries).forEach(([key, text]) => localStorage.setItem(key, text))",
        {PREFIX + k: v for k, v in CORRUPTED.items()},
    )
    page.evaluate("localStorage.setItem('csspb.autoevaluation.2.classe.z', 'futur')")
    page.reload()
    assert [one["id"] for one in call(page, "d.lister()")] == ["a1"]
    unreadable = {entry["cle"]: entry["texte"] for entry in call(page, "d.illisibles()")}
    assert unreadable == {**{PREFIX + k: v for k, v in CORRUPTED.items()}, "csspb.autoevaluation.2.classe.z": "futur"}
    assert call(page, "d.effacerIllisible(v).ok", f"{PREFIX}classe.b1") is True
    assert call(page, "d.effacerIllisible(v).ok", f"{PREFIX}classe.a1") is False
    assert len(call(page, "d.illisibles()")) == len(CORRUPTED)
    assert f"{PREFIX}classe.a1" in stored(page)
    assert page.evaluate("({}).reponse") is None


def test_a_corrupted_entry_is_never_written_over(page: Page) -> None:
    call(page, "d.accorder()")
    call(page, SAVE, evaluation())
    page.evaluate("(key) => localStorage.setItem(key, 'cassé')", f"{PREFIX}classe.a1")
    result = call(page, SAVE, evaluation(nom="Le mien"))
    assert (result["raison"], result["autre"]) == ("conflit", None)
    assert stored(page)[f"{PREFIX}classe.a1"] == "cassé"


def two_tabs(page: Page) -> Page:
    """Return a second tab of the same browser, both having read the same evaluation."""
    call(page, "d.accorder()")
    call(page, SAVE, evaluation())
    other = page.context.new_page()
    other.goto(page.url)
    for tab in (page, other):
        tab.evaluate("window.mine = window.Autoevaluation.dossiers.lire('classe', 'a1')")
        call(tab, "d.lister()")
    return other


def change(tab: Page, name: str) -> dict[str, object]:
    """Give a tab's evaluation another name and save it."""
    result = tab.evaluate("(nom) => { mine.nom = nom; return window.Autoevaluation.dossiers.enregistrer(mine); }", name)
    assert isinstance(result, dict)
    return result


def test_two_tabs_the_second_to_save_is_told_and_keeps_a_copy(page: Page) -> None:
    other = two_tabs(page)
    assert change(page, "Premier") == {"ok": True}
    eventually(other, NAMES, ["Premier"])
    result = change(other, "Second")
    assert result["raison"] == "conflit"
    assert "autre onglet" in str(result["message"])
    assert isinstance(result["autre"], dict)
    assert result["autre"]["nom"] == "Premier"
    assert call(other, "d.enregistrer(d.enCopie(window.mine)).ok") is True
    eventually(page, NAMES, ["Premier", "Second (copie)"])
    taken = other.evaluate("() => { window.mine = window.Autoevaluation.dossiers.lire('classe', 'a1'); return mine.nom; }")
    assert taken == "Premier"
    assert change(other, "Repris") == {"ok": True}


def test_two_tabs_what_one_erased_the_other_does_not_bring_back(page: Page) -> None:
    other = two_tabs(page)
    call(page, "d.effacer('classe', 'a1')")
    eventually(other, NAMES, [])
    result = change(other, "Revenant")
    assert (result["raison"], result["autre"]) == ("conflit", None)
    assert f"{PREFIX}classe.a1" not in stored(page)


def test_two_tabs_after_everything_was_erased_nothing_is_written(page: Page) -> None:
    other = two_tabs(page)
    assert call(page, "d.toutEffacer()") == {"ok": True}
    eventually(other, "d.accorde()", expected=False)
    result = change(other, "Revenant")
    assert (result["raison"], result["autre"]) == ("conflit", None)
    assert stored(page) == {}
    # Neither is it once the reader agrees anew, here or there.
    call(page, "d.accorder()")
    eventually(other, "d.accorde()", expected=True)
    assert call(other, "d.accorder()") == {"ok": True}
    assert list(stored(page)) == [f"{PREFIX}accord"]


def test_another_tab_is_heard(page: Page) -> None:
    other = two_tabs(page)
    other.evaluate("() => { window.heard = []; window.stop = window.Autoevaluation.dossiers.surChangement((change) => heard.push(change)); }")
    change(page, "Neuf")
    call(page, "d.effacer('classe', 'a1')")
    page.evaluate("localStorage.setItem('csspb-communications.theme', 'sombre')")
    call(page, "d.toutEffacer()")
    eventually(other, "heard", [{"liste": "classe", "id": "a1"}, {"liste": "classe", "id": "a1"}, {"liste": None, "id": None}])
    other.evaluate("stop()")
    call(page, "d.accorder()")
    other.wait_for_timeout(100)
    assert other.evaluate("heard.length") == 3


def test_agreeing_in_one_tab_writes_what_the_other_had_in_memory(page: Page) -> None:
    call(page, SAVE, evaluation())
    other = page.context.new_page()
    other.goto(page.url)
    call(other, "d.accorder()")
    eventually(page, "localStorage.getItem('csspb.autoevaluation.1.classe.a1') !== null", expected=True)


def test_what_was_in_memory_becomes_a_copy_where_another_tab_wrote_meanwhile(page: Page) -> None:
    other = two_tabs(page)
    other.evaluate(f"() => {{ window.real = Storage.prototype.setItem; {QUOTA} }}")
    assert change(other, "En mémoire")["raison"] == "plein"
    assert change(page, "Écrite") == {"ok": True}
    eventually(other, "localStorage.getItem('csspb.autoevaluation.1.classe.a1').includes('Écrite')", expected=True)
    other.evaluate("() => { Storage.prototype.setItem = window.real; }")
    assert call(other, "d.accorder()") == {"ok": True}
    eventually(page, NAMES, ["En mémoire (copie)", "Écrite"])


def test_erasing_everything_touches_nothing_else(page: Page) -> None:
    page.evaluate("localStorage.setItem('csspb-communications.theme', 'sombre'); localStorage.setItem('csspb.autre', '1')")
    call(page, "d.accorder()")
    call(page, SAVE, evaluation())
    page.evaluate("localStorage.setItem('csspb.autoevaluation.2.classe.x', '?')")
    page.evaluate("localStorage.setItem('csspb.autoevaluation.1.classe.y', '?')")
    assert call(page, "d.toutEffacer()") == {"ok": True}
    assert stored(page) == {"csspb-communications.theme": "sombre", "csspb.autre": "1"}
    assert call(page, "[d.accorde(), d.lister(), d.illisibles()]") == [False, [], []]


def test_a_copy_of_a_copy_keeps_a_short_name(page: Page) -> None:
    names = call(page, "[v, { ...v, nom: 'n'.repeat(80) }, { ...v, nom: 'x (copie)' }].map((e) => d.enCopie(e).nom)", evaluation())
    assert names == ["5e B (copie)", "n" * 72 + " (copie)", "x (copie)"]
