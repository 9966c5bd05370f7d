"""French typography as written in Quebec (OQLF): where a line must not break."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

NBSP = "\u00a0"
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
UNITS = "h|heures?|min|minutes?|jours?|semaines?|mois|ans?|mots?|Ko|Mo|cm|mm"
PARTS = ("article", "annexe", "section", "tableau", "chapitre", "paragraphe", "alinéa", "étape")


def _space(before: Iterable[str], after: str, flags: int = 0) -> tuple[str, re.Pattern[str], str]:
    """Return the rule for a space between one of some words and what follows. The space comes first: a text is searched for it, not for each word."""
    words = "|".join(f"(?<={word} )" for word in before)
    return " ", re.compile(f" (?={after})(?:{words})", flags), NBSP


# What a text holds for a rule to change anything of it, which is told sooner than by the rule; the rule; what it writes.
_RULES = [
    ("«", re.compile(r"«[ \u00a0]*"), f"«{NBSP}"),
    ("»", re.compile(r"(?<![ \u00a0])[ \u00a0]*»"), f"{NBSP}»"),
    (" :", re.compile(r"(?:\A|(?<=[\w)»\]*¹²³….?!])) :(?=\s|$)", re.M), f"{NBSP}:"),
    _space([r"\d"], rf"%|\$|(?:{UNITS})\b"),
    _space([r"\d[ \u00a0]h"], r"\d"),
    _space([r"\d", r"\der", r"\dᵉʳ"], rf"(?:{'|'.join(MONTHS)})\b"),
    _space([rf"\b{month}" for month in MONTHS], r"(?:19|20)(?:\d\d\b|_)", re.I),
    _space([r"\bart\.", r"\bno", r"\bLoi"], r"\d"),
    # A part of a text and its number or its letter, which a macro or a link may give: « articles 4 et 5 », « annexe A ».
    _space([rf"\b(?i:{part}){end}" for part in PARTS for end in ("", "s", "x")], r"\[?\d|[A-Z]\b|\Z"),
    (" et ", re.compile(r"(?<=[\d\])]) et (?=\[?\d)"), f" et{NBSP}"),
    _space([rf"\b{title}" for title in (r"M\.", r"MM\.", "Mme", "Mmes", "Me", "Dr", "Dre")], "[A-ZÀÂÉÈÊÎÔ]"),
    ("n°", re.compile(r"(?<!\w)(n°) (?=\w)"), rf"\1{NBSP}"),
    ("'", re.compile(r"(?<=\w)'(?=\w)"), "’"),
    # An elided word before a link, a macro call, emphasis or a quotation.
    ("'", re.compile(r"(?<=\b[cdjlmnstCDJLMNST])'(?=[\[*«<]|\Z)"), "’"),
]
# What is code to a machine is left as it is: macro calls, links' targets, inline code, e-mail addresses.
_CODE = re.compile(r"({{[^{}\n]*}}| *{ #[\w-]+ }|\]\([^)]*\)|`[^`]*`|<[^<>]*>|^---\n.*?^---\n)", re.S | re.M)
# In HTML, only tags and what they say is code.
_TAGS = re.compile(r"(<code\b.*?</code>|<[^<>]*>)", re.S)

# Between two things of a line, in HTML: it stands with the first one, as a comma does.
_POINT = re.compile(r"\s+·(?=\s|\Z)")

_HEADING = re.compile(r"<h[1-6]\b.*?</h[1-6]>", re.S)
# The most letters of a heading that stands on one line, or may be cut anywhere.
_ON_ONE_LINE = 24
# A verb and its subject, within a heading: one that begins it has no line to be cut at. Short ones, which the narrowest screen holds.
_INVERTED = re.compile(r"(?<= )\w{2,7}-(?:je|ils?|elles?|on)\b(?![^<>]*>)")


# More than the texts of a whole site, each of which is asked for many times.
@lru_cache(maxsize=2**14)
def french(text: str) -> str:
    """Return a French text with its non-breaking spaces and typographic apostrophes."""
    for needed, pattern, replacement in _RULES:
        if needed in text:
            text = pattern.sub(replacement, text)
    return text


def french_markdown(markdown: str) -> str:
    """Apply `french` to the prose of a Markdown page, and to nothing else."""
    return _apart(_CODE, markdown)


def french_html(html: str) -> str:
    """Apply `french` to the text of HTML, and to neither its tags nor its code; no line begins with « · »."""
    return _apart(_TAGS, html, _pointed)


def _pointed(text: str) -> str:
    """Return a French text in which no line begins with « · »."""
    return _POINT.sub(f"{NBSP}·", french(text)) if "·" in text else french(text)


def undivided(html: str) -> str:
    """Return HTML in whose headings no end of line cuts « Puis-je ». A hyphen of another sort would not be found, nor copied, as one types it."""
    return _HEADING.sub(lambda heading: _whole(heading[0]), html)


def _whole(heading: str) -> str:
    """Return a heading whose short questions no end of line cuts, if it is a long one."""
    is_short = len(_TAGS.sub("", heading)) <= _ON_ONE_LINE
    return heading if is_short else _INVERTED.sub(r'<span class="insecable">\g<0></span>', heading)


def _apart(code: re.Pattern[str], text: str, change: Callable[[str], str] = french) -> str:
    """Change what is not code; the pattern's only group is all of it."""
    parts = code.split(text)
    parts[::2] = map(change, parts[::2])
    return "".join(parts)
