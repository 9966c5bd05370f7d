"""The values of the data: what would become markup or cannot be seen is refused, what is ordinary French is not."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.base import Texte
from macros.reading import characters
from macros.reading.characters import decode, hidden, in_value, lookalikes, named, visible
from macros.reading.files import LONGEST_LINE
from macros.reading.nodes import Source, parse

MARKUP = [
    "*b*",
    "**b**",
    "***b***",
    "_b_",
    "__c__",
    "`c`",
    "le *mot* juste",
    "(_mot_)",
    "« *mot* »",
    "__a_b__",
    "_nom_de_fichier_",
    "*a b c*",
    "# Titre",
]
LINKS = ["[x](y)", "![x](y)", "<b>", "</title>", "<!-- x", "<?php", "<script>", "<https://a.test>", "{a}", "a{"]
ENTITIES = ["&lt;", "&LT;", "&lt", "&nbsp;", "&eacute;", "&#60;", "&#60", "&#x3c;", "&#X202E;", "&ltscript", "&amp;lt;", "R&amp;D", "&NotEqualTilde;"]
ORDINARY = [
    "école*", "école* et parent*", "2 * 3", "2 * 3 * 4", "5*6*7", "* obligatoire", "*obligatoire", "nom_de_fichier", "x_1 et y_2", "____",
    "Nom : ______ et ______", "_ _", "l`école", "R&D", "R&D; suite", "A&B", "A & B;", "AT&T", "profs&parents", "n° 5 # 3", "#1", "3 < 4 > 2",
    "[parent], [nom]", "élu(e)s", "100 %", "« oui »", "a/b\\c", "C'est ~10 $", "☎\ufe0f 👩\u200d🏫", "1\u202f000\u00a0$",
    "5 kΩ", "12 μm", "µg", "TNFα", "Ωρβ", "Пушкин", "Nguye\u0302\u0303n", "x² + 𝑦", "1ᵉʳ", "ª º", "Ａ",
]  # fmt: skip
ESCAPES = [
    r"\x00", r"\x07", r"\x1b", r"\x7f", r"\x85", r"\x9b", r"\u00ad", r"\u034f", r"\u061c", r"\u115f", r"\u180e", r"\u200b", r"\u200c", r"\u200d",
    r"\u200e", r"\u200f", r"\u2028", r"\u2029", r"\u202a", r"\u202e", r"\u2060", r"\u2066", r"\u2069", r"\u2800", r"\u3164", r"\ufe0f", r"\ufdd0",
    r"\ufeff", r"\ufff9", r"\uffff", r"\ue000", r"\U000e0001", r"\U000e0041", r"\U000e01ef", r"\U0001fffe", r"\U000f0000", r"\U0010ffff",
    r"\n", r"\r", r"\t", r"\r\n", r"\N", r"\L", r"\P", r"\0", r"\a", r"\e",
]  # fmt: skip
DISGUISED = [
    "T\u0435ams", "\u0422eams", "le mot \u03a4eams", "e\u0301\u0430", "T\u13a2ams", "\U0001d413\U0001d41e", "Ｔｅams", "１２",
    "\u0301", "a \u0301b", "T\u0301\u0301\u0301", "T\u20dd\u20dd\u20dd",
]  # fmt: skip
# What format characters show, or what they are part of.
SHOWN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
# Those that Unicode asks to show as nothing, though they are letters, marks or nothing yet (Default_Ignorable_Code_Point), and two drawn empty.
IGNORED = [0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000), 0x16FE4, 0x1D159]
# How the files of other programs begin.
FILES = [b"PK\x03\x04\x14\x00\xdf", b"\xd0\xcf\x11\xe0\xa1", b"{\\rtf1\\ansi", b"%PDF-1.7\n\xe2", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0"]
text = TypeAdapter[str](Texte)


@pytest.mark.parametrize("value", [*MARKUP, *LINKS, *ENTITIES])
def test_what_would_be_markup_is_refused(value: str) -> None:
    for written in (value, f"Avant {value}" if value[0] != "#" else value):
        with pytest.raises(ValidationError) as caught:
            text.validate_python(written)
        assert caught.value.errors()[0]["type"] == "francais"


@pytest.mark.parametrize("value", ORDINARY)
def test_what_is_ordinary_is_kept(value: str) -> None:
    assert text.validate_python(value)
    assert in_value(value) is None


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_sign_that_yaml_makes_of_a_code_is_told_once_as_a_value_and_as_a_key(escape: str) -> None:
    for line in (f'nom: "a{escape}b"', f'"a{escape}b": nom', f'- "a{escape}b"'):
        source = Source("data/x.yml")
        parse(f"# note\n{line}\n", source)
        assert [(mistake.line, len(mistake.problem) > 20) for mistake in source.mistakes] == [(2, True)]


def test_every_sign_that_unicode_calls_invisible_is_known_and_named() -> None:
    seen = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert all(hidden(chr(code)) for code in IGNORED)
    for code in range(sys.maxunicode + 1):
        sign = chr(code)
        if unicodedata.category(sign) in seen and sign not in "\t\n\r" + SHOWN:
            assert hidden(sign)
            assert f"(U+{code:04X})" in named(sign)
            assert visible(f"a{sign}b") == "ab"


def test_what_joins_drawings_is_a_mistake_anywhere_else() -> None:
    assert hidden("☎\ufe0f 👩\u200d🏫 ❤\ufe0f\u200d🔥 👋🏽\u200d✨") is None
    assert all(hidden(value) for value in ("e\ufe0f", "\ufe0f☎", "☎\ufe0f\ufe0f", "e\u200d☎", "☎\U000e0100", "☎ \u200d"))


@pytest.mark.parametrize("value", DISGUISED)
def test_a_word_that_is_not_made_of_the_letters_that_it_shows_is_told_in_a_value_and_in_a_page(value: str) -> None:
    assert in_value(value)
    assert [mistake.line for mistake in lookalikes(f"# a\n{value}\n", "docs/a.md")] == [2]


@pytest.mark.parametrize("value", ORDINARY)
def test_no_ordinary_word_is_taken_for_another(value: str) -> None:
    assert [*lookalikes(value, "docs/a.md")] == []


@pytest.mark.parametrize("beginning", FILES)
def test_a_file_of_another_program_under_the_name_of_a_text_is_told_as_such(beginning: bytes) -> None:
    text, mistakes = decode(beginning, "docs/a.md")
    assert text is None
    assert [(mistake.line, mistake.problem.split(",")[-1]) for mistake in mistakes] == [(1, " et non du texte")]


def test_folded_lines_make_no_value_without_end() -> None:
    source = Source("data/x.yml")
    parse("nom: >-\n" + "  mot mot mot mot\n" * (LONGEST_LINE // 16 + 1) + "autre: a\n", source)
    assert [(mistake.line, mistake.problem) for mistake in source.mistakes] == [(1, "ce texte dépasse 5\u00a0000 caractères")]


def test_what_is_looked_at_once_holds_nothing_that_the_other_looks_would_tell() -> None:
    signs = [chr(code) for code in range(sys.maxunicode + 1) if characters.ORDINARY.fullmatch(chr(code))]
    assert {*"aéœ«»’ \u00a0…–1€"} - {*signs} == {"€"}
    for sign in signs:
        texts = (sign, f"a{sign}", f"{sign}a", f"a{sign}a")
        assert not any(hidden(text) or list(lookalikes(text, "f")) or {*text} & {*"\n\r\t"} for text in texts), hex(ord(sign))
