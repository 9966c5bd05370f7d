"""What was to be written or taken away before publishing: words that hold a place, and what another program left in a pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checking.dates import GAP
from macros.checking.runner import checks
from macros.checking.sentences import of_data
from macros.checking.wording import QUOTING
from macros.memo import once
from macros.mistakes import Mistake
from macros.model.base import MAIL, Mot
from macros.model.formulaires import Formulaire
from macros.model.kinds import of
from macros.reading.draft import Draft, text_name
from macros.signs import DOTS
from macros.typography import MONTHS
from macros.words import distance

AFTER = "(?:compl[ée]ter|pr[ée]ciser|d[ée]terminer|r[ée]diger|traduire)"
# Words that stand where others will; « formulaire à compléter » and « à venir » alone are ordinary.
HELD = re.compile(
    rf"\b(?:TODO|FIXME|TBD|X{{3,}}|[AÀ] FAIRE)\b|\b[Ll]orem ipsum\b"
    rf"|\[ ?(?:[^\W\d_][\w'’-]* ){{0,3}}(?i:[àa] (?:{AFTER}|valider|v[ée]rifier|confirmer|venir))\b[^\[\]]*\](?![(\[:])"
    rf"|^\W*(?:(?i:à {AFTER})|A (?i:{AFTER})|(?i:(?:texte|contenu|d[ée]tails?) à (?:{AFTER}|venir|suivre)))\W*$"
)
# A day that is still to be named; a form, which a text may hold, leaves one to who fills it.
HOLE = r"(?:X{1,3}|xx|JJ|jj|_+|\.{2,}|…|\?+|\[ *\]|[#*]{2,})"
OF_MONTH = rf"{GAP}(?:{'|'.join(MONTHS)})\b"
UNKNOWN_DAY, LIKELY = re.compile(rf"\b(?i:les?|du|au|avant|dès){GAP}{HOLE}{OF_MONTH}"), re.compile(rf"[XxJj_.…?\]#*]{OF_MONTH}")
# What takes the place of a text that must be given.
SHORT, NOTHING = 9, re.compile(r"[.…?!,;:_*~·]+|(?:n ?/ ?[ad]|xx)\.?", re.I)
# What Word, Outlook and assistants leave: a reference that leads nowhere, a comment, a change, an attached image, a field, the label of a
# message, a mention of someone, a source's number, a page's.
LEFT = re.compile(
    r"(?:Erreur|Error)[ \u00a0]?!\s?(?:Source du renvoi introuvable|Signet non défini|Reference source not found|Bookmark not defined)\.?"
    r"|\b(?:Commenté|Commented) \[[A-Z]{1,4}[0-9]+\] ?:|^(?:Supprimé|Mis en forme|Deleted|Formatted)[ \u00a0]?: (?=\S)"
    r"|(?<![\w@./])@[A-ZÀ-Þ][a-zà-ÿ-]+ [A-ZÀ-Þ][a-zà-ÿ-]+"
    r"|\[cid:[^\]\n]*\]|\[(?:EXTERNE|EXTERNAL|EXT)\]|:contentReference\[[^\]\n]*\]|【[^】\n]*】|\.{4,} ?[0-9]+$"
)
# An attached image of Outlook and a field of Word, each with a word that it is not without.
REMAINS = (
    ("image", re.compile(r"\[(?:cid:)?image[0-9]+\.\w{3,4}(?:@[\w.]+)?\](?!\()|\b(?:cid:)?image[0-9]+\.\w{3,4}@[\w.]*\w")),
    ("cid:", re.compile(r"\[cid:[^\]\n]*\]|(?<!\]\()\bcid:[\w.-]+(?:@[\w.]*\w)?")),
    ("\\*", re.compile(r"(?:\b[A-Z]{3,}\b *)?(?:\\[a-z] *)*\\\* ?(?:MERGEFORMAT|CHARFORMAT|ARABIC|roman)\b *[0-9]*")),
    ("TOC \\", re.compile(r"\bTOC \\[a-z]\b")),
    *(
        (name, re.compile(rf"\b{name}\b(?= [\\\"«]| *$| _)"))
        for name in ("INCLUDEPICTURE", "HYPERLINK", "MERGEFIELD", "PAGEREF", "STYLEREF", "FORMTEXT", "FORMCHECKBOX")
    ),
)
# What the forge puts around a change that one proposes in a review.
SUGGESTION = re.compile(r"[ >]*(?:`{3,}|~{3,})\s*suggestion\b")
PROPOSED = "une suggestion de la forge est restée dans la page", "gardez ses mots, et supprimez les deux lignes de signes qui l'entourent"
SHOUTED = re.compile("[A-Z]{7}")
# A sign of accent, a line end or a space as another program writes it; what it makes of a letter that it does not know.
CODED = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\[nrt](?![a-z]{2})"
    r"|(?<=[^\W\d_])%[0-9A-F]{2}(?=[^\W\d_])|=[0-9A-F]{2}=[0-9A-F]{2}|(?<![\w./-])(?!\w*[a-zà-ÿ]{2}\?[A-ZÀ-Þ])[^\W\d_]+\?[^\W\d_]+(?![\w=])"
)
# What has such signs and is no words.
ADDRESS = re.compile(r"\b[a-z]+://\S*|\]\([^)\n]*\)")
# What was meant as an e-mail address, and what was meant as a telephone number.
AT = re.compile(r"(?<![\w.+-])[\w.+-]*\w@+[\w-]+[.,][\w.,-]*\w")
PHONE = re.compile(r"(?<![\w-])\(?[2-9][0-9]{2}\)?[ .\u00a0-]{1,2}[2-9][0-9]{2}-[0-9A-Za-z-]+")
# Groups of three figures alone are those of something else.
RIGHT_PHONE = re.compile(r".*[^-]-[0-9]{4}|[0-9]{3}(?:-[0-9]{3})+")
# Whose addresses anyone may have: what is a slip away from one of these is none that someone has.
HOSTS = ("gmail.com", "mail.com", "hotmail.com", "hotmail.ca", "outlook.com", "yahoo.com", "yahoo.ca", "icloud.com", "videotron.ca", "sympatico.ca")
BULLETED = re.compile(rf"[{DOTS}][ \u00a0]?(?=\w)|[a-z]\) ")


@checks
def check(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for the first of these in each text of the data and each line of the pages."""
    for page in draft.pages.values():
        to_fill = text_name(page.file) is not None
        yield from (page.blame(number, *wrong) for number, line in enumerate(page.prose, 1) if (wrong := unfinished(line, to_fill)))
        yield from (page.blame(number, *PROPOSED) for number, line in enumerate(page.lines, 1) if SUGGESTION.match(line))
    forms = {*filter(is_form, draft.sources)}
    for file, line, text in of_data(draft):
        wrong = unfinished(text, file in forms)
        if wrong and (wrong := unfinished(text, file in forms or is_quoted(draft, file, line, text))):
            yield Mistake(file, line, *wrong)


@checks
def nothing(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each text of the data that says nothing; what one chooses in a form may be « N/A »."""
    for file, values in draft.values.items():
        for path, value in values if not is_form(file) else ():
            if len(value) <= SHORT and not isinstance(value, Mot) and NOTHING.fullmatch(value):
                remedy = "écrivez le texte ou, si la clé n'est pas obligatoire, supprimez-la"
                yield draft.sources[file].blame(path, f"« {value} » ne dit rien", remedy)


@checks
def commas(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each text of the data that ends as an item amid others does, or begins with its bullet; a letter's greeting has a comma."""
    for file, values in draft.values.items():
        for path, value in values if not is_form(file) else ():
            if not isinstance(value, Mot) and QUOTING.isdisjoint(path):
                yield from (draft.sources[file].blame(path, *wrong) for wrong in edges(value))


@checks
def unasked(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each question of the data that asks nothing."""
    for file, values in draft.values.items():
        for path, value in values:
            if path[-1:] == ("question",) and not isinstance(value, Mot) and "?" not in value:
                yield draft.sources[file].blame(path, "cette question n'a pas de point d'interrogation", "ajoutez-le, sans espace avant lui")


@checks
def hosts(draft: Draft) -> Iterator[Mistake]:
    """Yield a mistake for each e-mail address, a link's too, that is a slip away from one of a host that everybody knows."""
    lines = ((page.file, number, line) for page in draft.pages.values() for number, line in enumerate(page.lines, 1))
    yield from (Mistake(file, line, *wrong) for file, line, text in (*lines, *of_data(draft)) if "@" in text for wrong in slips(text))


def is_form(file: str) -> bool:
    """Tell whether a data file is that of a letter or form."""
    return file.startswith(of(Formulaire).where)


def is_quoted(draft: Draft, file: str, line: int, text: str) -> bool:
    """Tell whether a text of a data file is a part of others."""
    return any(QUOTING & {*path} for path, at, said in draft.sources[file].texts if (at, said) == (line, text))


def edges(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the first and the last sign of a text of the data."""
    if text.endswith((",", ";")):
        yield f"ce texte finit par « {text[-1]} »", "enlevez ce signe, ou écrivez la suite du texte"
    if found := BULLETED.match(text):
        yield f"ce texte commence par « {found[0].strip()} », d'une liste d'ailleurs", "enlevez ce signe : le tiret suffit"


@once
def unfinished(text: str, to_fill: bool = False) -> tuple[str, str] | None:
    """Return what is wrong with the first of these in a text, which may be one to fill, and the remedy; or None."""
    if found := HELD.search(text) or (UNKNOWN_DAY.search(text) if not to_fill and LIKELY.search(text) else None):
        return f"« {found[0].strip()} » est resté dans le texte", "écrivez ce que ces mots annoncent, ou enlevez-les"
    if found := left(text):
        return f"« {found[0].strip()} » est resté d'un autre logiciel", "enlevez ces signes"
    return mistyped(ADDRESS.sub(" ", text))


def left(text: str) -> re.Match[str] | None:
    """Return the first thing that another program left in a text, or None."""
    likely = REMAINS if "\\" in text or "image" in text or "cid:" in text or SHOUTED.search(text) else ()
    return next((found for sign, pattern in likely if sign in text and (found := pattern.search(text))), None) or LEFT.search(text)


def mistyped(words: str) -> tuple[str, str] | None:
    """Return what is wrong with the first code, e-mail address or telephone number of some words that was not typed as it should be; or None."""
    if found := CODED.search(words):
        return f"« {around(words, found)} » n'est pas écrit avec les signes du clavier", "retapez ce mot"
    if found := next((one for one in AT.finditer(words) if not MAIL.fullmatch(one[0])), None):
        return f"« {found[0]} » n'est pas une adresse de courriel", "écrivez une adresse de la forme nom@domaine.ca"
    if found := next((one for one in PHONE.finditer(words) if not RIGHT_PHONE.fullmatch(one[0])), None):
        return f"« {found[0]} » n'est pas un numéro de téléphone", "écrivez-le sous la forme 418 555-1234"
    return None


def slips(words: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each e-mail address of some words whose host is a slip away from one that everybody knows."""
    for address in dict.fromkeys(found[0] for found in AT.finditer(words)):
        name, _, host = address.partition("@")
        near = [one for one in HOSTS if abs(len(host) - len(one)) < 2] if host.lower() not in HOSTS else []
        meant = next((one for one in near if distance(host.lower(), one) == 1), None)
        if meant:
            yield f"le domaine de « {address} » est mal écrit", f"écrivez « {name}@{meant} »"


def around(words: str, found: re.Match[str]) -> str:
    """Return the word in which something was found."""
    return words[: found.start()].rpartition(" ")[2] + words[found.start() :].partition(" ")[0]
