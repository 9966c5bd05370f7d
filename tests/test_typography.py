"""French typography: where a line must not break, and what is left alone."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from macros.typography import MONTHS, french, french_html, french_markdown, undivided

N = "\u00a0"
MONTH = f"(?:{'|'.join(MONTHS)})"
ROOT = Path(__file__).parents[1]
SCRIPTS = sorted(path for path in (ROOT / "overrides").rglob("*.js") if "javascripts" not in path.parts)
# A date in words that a line may break, in a page or in a file beside it; attributes are read too.
BROKEN = re.compile(rf"\b(?:\d\d?|1er|1ᵉʳ)[ \n]{MONTH}\b|\b{MONTH}[ \n](?:19|20)\d\d\b", re.I)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("le mot « oui » suffit", f"le mot «{N}oui{N}» suffit"),
        ("«oui»", f"«{N}oui{N}»"),
        ("Trois cas : un, deux", f"Trois cas{N}: un, deux"),
        ("selon (note) :", f"selon (note){N}:"),
        ("le 30 juin 2026", f"le 30{N}juin{N}2026"),
        ("du 1er juillet au 2 août 2026", f"du 1er{N}juillet au 2{N}août{N}2026"),
        ("Septembre 2026, septembre 20__, mai 2000 fois", f"Septembre{N}2026, septembre{N}20__, mai{N}2000 fois"),
        ("avant 14 ans", f"avant 14{N}ans"),
        ("50 % des cas à 16 h", f"50{N}% des cas à 16{N}h"),
        ("art. 5 et n° 7110", f"art.{N}5 et n°{N}7110"),
        ("Résolution n° EC 2023-233", f"Résolution n°{N}EC 2023-233"),
        ("(p. ex. : Google); « Puis-je? » : oui; Qui? : vous", f"(p. ex.{N}: Google); «{N}Puis-je?{N}»{N}: oui; Qui?{N}: vous"),
        ("les articles 4, 5.1 et 5.2, l'annexe A, le Tableau B", f"les articles{N}4, 5.1 et{N}5.2, l’annexe{N}A, le Tableau{N}B"),
        ("annexe à signer, article de loi, section A4, tableaux A et B", f"annexe à signer, article de loi, section A4, tableaux{N}A et B"),
        ("de 8 h 30 à 16 h, en 2 semaines, 1 an, 13 ou 14 ans", f"de 8{N}h{N}30 à 16{N}h, en 2{N}semaines, 1{N}an, 13 ou 14{N}ans"),
        ("Mme Roy, M. Roy et Me Roy; la Loi 25", f"Mme{N}Roy, M.{N}Roy et Me{N}Roy; la Loi{N}25"),
        ("l'élève d'ici", "l’élève d’ici"),
        ("à 10:30, voir https://csspb.gouv.qc.ca", "à 10:30, voir https://csspb.gouv.qc.ca"),
        ("Quoi ? Non; oui !", "Quoi ? Non; oui !"),
        ("30 élèves", "30 élèves"),
    ],
)
def test_spaces_and_apostrophes(written: str, shown: str) -> None:
    assert french(written) == shown
    assert french(shown) == shown


def test_a_number_that_a_macro_or_a_link_gives_stays_by_its_article() -> None:
    call = '{{ art("directive/5.9") }}'
    assert french_markdown(f"l'article {call} et l'article [5.6](#art-5-6)") == f"l’article{N}{call} et l’article{N}[5.6](#art-5-6)"


def test_no_end_of_line_cuts_a_short_question_within_a_heading() -> None:
    whole = '<span class="insecable">Puis-je</span>'
    assert undivided("<h2 id=x>Un parent écrit. Puis-je répondre?</h2>") == f"<h2 id=x>Un parent écrit. {whole} répondre?</h2>"
    for same in (
        "<h2>Puis-je répondre à tous les parents?</h2>",
        "<h2>Où en suis-je?</h2>",
        "<p>Un parent écrit. Puis-je répondre?</p>",
        '<h2 title="a Puis-je">Ces moyens conviennent-ils?</h2>',
    ):
        assert undivided(same) == same


@pytest.mark.parametrize(
    "code",
    [
        '{{ art("directive/5.9", mots=True) }}',
        "{ #mise-en-oeuvre }",
        "## Informer dans sa section { #art-5-6 }",
        "](l'adresse.md)",
        "`d'une : « clé »`",
        "<l'adresse@csspb.qc.ca>",
        "---\ntitle: L'été\n---\n",
    ],
)
def test_code_is_left_alone(code: str) -> None:
    assert french_markdown(code) == code


def test_prose_around_code_is_not() -> None:
    assert french_markdown("L'article : {{ art(\"directive/5.9\") }} d'ici") == f'L’article{N}: {{{{ art("directive/5.9") }}}} d’ici'


@pytest.mark.parametrize("kind", ["html", "json"])
def test_no_line_breaks_a_date(kind: str, site: Path) -> None:
    files = [*site.rglob(f"*.{kind}")]
    assert files
    found = [f"{path.relative_to(site)}: {match[0]}" for path in files for match in BROKEN.finditer(words(path))]
    assert found == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("<a>Un</a> · <a>deux</a>", f"<a>Un</a>{N}· <a>deux</a>"),
        ("<p>Un\n· deux ·\ntrois</p>", f"<p>Un{N}· deux{N}·\ntrois</p>"),
        ("<code>a · b</code> 3·4", "<code>a · b</code> 3·4"),
    ],
)
def test_no_line_begins_with_the_point_between_two_things(given: str, shown: str) -> None:
    assert french_html(given) == shown


def words(path: Path) -> str:
    """Return what a page or a data file says, no letter of it escaped."""
    text = path.read_text(encoding="utf-8")
    return html.unescape(text) if path.suffix == ".html" else json.dumps(json.loads(text), ensure_ascii=False)


def said_by(script: str) -> list[str]:
    """Return the texts between quotation marks of a script, but for those of one word; what a text takes from elsewhere counts for a word."""
    code = re.sub(r"^\s*(?://|/?\*).*$", "", script, flags=re.M)
    quoted = re.findall(r'"((?:[^"\\\n]|\\.)*)"', code)
    while (plain := re.sub(r"\$\{[^{}]*\}", "x", code)) != code:
        code = plain
    templates = re.findall(r"`((?:[^`\\]|\\.)*)`", code)
    return [text.replace(r"\u00a0", N) for text in (*quoted, *templates) if " " in text and re.search(r"[a-zé]", text)]


def test_what_a_script_says_is_found() -> None:
    script = '// « rien »\nsay(`vers « ${ok ? "a : b" : c} »`, "Rien : rien", "code")\n'
    assert said_by(script) == ["a : b", "Rien : rien", "vers « x »"]


@pytest.mark.parametrize("script", [*SCRIPTS], ids=lambda path: path.stem)
def test_scripts_break_no_line_where_none_may_break(script: Path) -> None:
    assert [text for text in said_by(script.read_text(encoding="utf-8")) if french(text) != text] == []
