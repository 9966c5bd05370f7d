"""The lines of a clause that look like the title of another one, or like one of its letters, and are none: nothing could cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.clauses.clause import normal_number
from macros.signs import SPACES, called

# What opens a clause without making its title: bold or not, perhaps a word, the number, the words that follow.
BOLD, WORD, GAP = r"(?:\*{2,3}|__)", rf"(?:(?:[Aa]rticle|[Aa]rt\.)[ {SPACES}]*)?", rf"[ {SPACES}:–—-]"
DOTTED, WHOLE = r"([0-9]+(?:\.[0-9]+)+|[0-9]+(?=[.)]))[.)]?", r"([0-9]+)"
ANNEX = rf"((?:[Aa]nnexe|[Tt]ableau)[ {SPACES}][A-Za-z0-9]+)"
TITLES = (
    re.compile(rf"{BOLD}{WORD}{DOTTED}{BOLD}?{GAP}*(\S.*)"),
    # A whole number alone begins words in bold as well: « **30 jours** ».
    re.compile(rf"{BOLD}{WORD}{WHOLE}{GAP}+([A-ZÀ-Ý][^*_]*){BOLD}"),
    re.compile(rf"{BOLD}[Aa]rticle[ {SPACES}]+{WHOLE}(?:[ {SPACES}]*[:–—-]{GAP}*([^*_]*){BOLD}.*|{BOLD}{GAP}*([A-ZÀ-Ý].*)?)"),
    re.compile(rf"{BOLD}{ANNEX}{BOLD}?(?:{GAP}*|{GAP}+([A-ZÀ-Ý].*))"),
    # Alone on its line, without the stop of a sentence.
    re.compile(rf"{WORD}([0-9]+(?:\.[0-9]+)+)\.?{GAP}+([A-ZÀ-Ý].*[^.;:,])"),
)
LONGEST_TITLE = 80
LETTER = re.compile(r"[a-z]\) ")
NEARLY_LETTER = re.compile(
    rf"(?P<lead> {{1,3}}|[-*+] +|> *)?(?P<bold>\*\*|__|\*|_)?(?P<open>\()?(?P<letter>[a-zA-Z])(?P<gap>[ {SPACES}])?"
    rf"(?P<close>[).])(?P<end>\*\*|__|\*|_)?(?P<space>[ \t{SPACES}])?(?=\S)"
)
ANOTHER = "cet alinéa ne pourrait pas être cité"

Wrong = tuple[int, str, str]


def titles(lines: list[str]) -> Iterator[Wrong]:
    """Yield each line (from 0) that looks like the title of a clause."""
    for index, line in enumerate(lines):
        if found := next((match for pattern in TITLES if (match := pattern.fullmatch(line.strip()))), None):
            heading = f"{'#' * (normal_number(found[1]).count('.') + 2)} {found[1]} {short_title(next(filter(None, found.groups()[1:]), ''))}"
            yield (
                index,
                f"« {found[1]} » n'ouvre pas d'article : cette ligne n'est pas un titre",
                f"écrivez « {heading} », puis la force sur la ligne d'après",
            )


def short_title(words: str) -> str:
    """Return the title that some words begin with, or what stands for one."""
    title = re.split(BOLD, words)[0].strip(" *_.:")
    return title if title and len(title) <= LONGEST_TITLE else "Titre court"


def letters(lines: list[str]) -> Iterator[Wrong]:
    """Yield each line (from 0) that looks like a letter of a clause."""
    expected = "a"
    for index, line in enumerate(lines):
        if LETTER.match(line):
            expected = following(line[0])
        elif (found := NEARLY_LETTER.match(line)) and (found["close"] == ")" or found["letter"].lower() == expected) and not abbreviated(found):
            letter = found["letter"].lower()
            expected = following(letter)
            yield index, *nearly(found, letter)


def following(letter: str) -> str:
    """Return the letter that follows another one."""
    return chr(ord(letter) + 1)


def abbreviated(found: re.Match[str]) -> bool:
    """Tell whether a letter with its stop begins a name or a shortened word (« p. ex. », « A. Tremblay »)."""
    return found["close"] == "." and (found["letter"].isupper() or not found["space"]) and not found["bold"]


def nearly(found: re.Match[str], letter: str) -> tuple[str, str]:
    """Return what keeps a line from being a letter, and the remedy."""
    seen = found[0].strip()
    if found["space"] and found["space"] != " " and seen == f"{letter})":
        what = "une tabulation" if found["space"] == "\t" else called(found["space"])
        return f"{what} suit « {letter}) » : {ANOTHER}", "remplacez-la par une espace ordinaire"
    if found["space"] is None and seen == f"{letter})":
        return f"aucune espace ne suit « {letter}) » : {ANOTHER}", "ajoutez une espace après la parenthèse"
    if seen == f"{letter})":
        return f"« {letter}) » est en retrait : {ANOTHER}", "enlevez les espaces qui précèdent la lettre"
    return f"« {seen} » n'est pas la lettre d'un article : {ANOTHER}", f"commencez la ligne par « {letter}) », une minuscule sans gras, et une espace"
