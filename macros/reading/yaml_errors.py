"""PyYAML's complaints, said to someone who does not program."""

from __future__ import annotations

import re

import yaml

from macros.mistakes import Mistake
from macros.model.base import Modele
from macros.model.kinds import keys_of
from macros.reading.alignment import IGNORED, astray, bare_item, colonless, noted
from macros.reading.quotes import AFTER_QUOTE, misquoted
from macros.signs import AS_DASH

QUOTE = 'mettez tout le texte entre guillemets droits "…"'
ALIGN = "alignez-la avec les lignes voisines de même niveau, avec des espaces"
ALIGN_ITEMS = "alignez les tirets entre eux, et les clés d'un même élément entre elles"
COPIED = "recopiez ici ces lignes ; si c'est un texte qui commence par un astérisque, " + QUOTE
EXAMPLE = "comparez cette ligne et la précédente avec l'exemple, dans contribuer/exemples.md"

# What a word processor has before the items of a list.
ENUMERATED = re.compile(r" *((?:[0-9]{1,2}|[a-z])[.)]|→|--)\s+\S")
DASHED = re.compile(r"( *)- ")
# A list that is said to be empty, or that stands on the line of its key; an item that has no key.
ON_ITS_LINE = re.compile(r" *(?:- +)*[a-z_]+: *(\[.*\]|\{.*\})\s*")
NAMING = re.compile(r" *(?:- +)*(?:[a-z_]+: +)?[&*]")
# What stands before the colon of a key; words, in a text that goes on from the line above.
KEY = re.compile(r" *(?:- +)*[\w-]+")
# A key that touches its value, in words that are no address.
GLUED = re.compile(r"( *(?:- +)*)([a-z_]+):([^\s/:][^:]*)")
COLON_WITHIN = re.compile(r":\s")
WORDS = re.compile(r"( +)[^\W_][^:]*")
ITEM = re.compile(r"( *)- +(?:[^\s:\"'{\[][^:]*)")

# How other programs begin a comment.
COMMENT = re.compile(r"<!--|//|/\*")
# What stands around an example in Markdown.
FENCE = "```"
BY_HASH = "commencez la ligne par un dièse (#), ou supprimez-la"

# A key, its code or its day, then another key.
SECOND, KNOWN = re.compile(r" *(?:- +)*[a-z_]+: +[a-z0-9./-]+,? +([a-z_]+)"), frozenset(keys_of(Modele))
TWO_KEYS = ("deux clés se trouvent sur une ligne", "mettez « {}: » et sa valeur sur la ligne suivante, au même niveau")
KEYLESS_SIGN = "could not find expected ':'"
KEYLESS = (
    "cette ligne n'a pas la forme « clé: valeur »",
    "écrivez après la clé un deux-points et une espace ; un texte sans clé se met à la suite de la ligne d'avant, ou s'enlève",
)
COLON = ("un deux-points suivi d'une espace se trouve dans un texte", QUOTE)
RETREAT = ("le retrait de cette ligne ne convient pas", ALIGN)
RETREAT_OF_ITEM = ("le retrait de cette ligne ne convient pas dans une liste", ALIGN_ITEMS)
AFTER = ("du texte suit un crochet ou une accolade qui ferme", QUOTE)
LINK = ("un lien se trouve dans une donnée", "écrivez-y le texte seul, ou l'adresse seule : sans crochets ni parenthèses")
AFTER_BRACE = ("une virgule suit l'accolade qui ferme", "supprimez-la : chaque élément est sur sa ligne")
CUT = ("une ligne « --- » ou « ... » coupe le fichier", "supprimez cette ligne")
TOUCHING = "aucune espace ne suit le deux-points de"
NO_COMMA = ("une virgule manque entre deux clés entre accolades", "séparez chaque clé de la suivante par une virgule et une espace")
TAB = ("une tabulation suit un tiret ou une clé", "remplacez-la par une espace")
NO_DASH = ("« {} » ne fait pas une liste", AS_DASH)
UNDASHED = ("cet élément de la liste n'a pas de tiret", "mettez un tiret et une espace devant, comme aux éléments voisins")
NOT_ALIGNED = ("ce tiret est lu comme la suite de la ligne précédente", "alignez les tirets de la liste entre eux")
NO_KEY = ("une clé manque après le tiret", "écrivez « - clé: texte », comme aux éléments voisins")
FILLED = ("« {} » est écrit après la clé, et ses éléments sont sur les lignes d'après", "supprimez « {} » après le deux-points")
STRAY_DASH = ("un tiret de liste se trouve là où une clé est attendue", ALIGN_ITEMS)
RESERVED = "une valeur commence par un signe réservé ({})"

# A part of PyYAML's message → what is wrong, what to do.
EXPLANATIONS = [
    ("found unexpected document indicator", *CUT),
    (KEYLESS_SIGN, *KEYLESS),
    ("did not find expected '-' indicator", *RETREAT_OF_ITEM),
    ("did not find expected ',' or", "un crochet ou une accolade est ouvert et n'est pas fermé", f"fermez-le, ou {QUOTE}"),
    ("did not find expected node content", "une virgule, un crochet ou une accolade est de trop", QUOTE),
    ("block sequence entries are not allowed", "un tiret de liste suit la clé sur la même ligne", "mettez le tiret au début de la ligne suivante"),
    ("mapping keys are not allowed", RESERVED.format("?"), QUOTE),
    ("cannot start any token", RESERVED.format("@, ` ou %"), QUOTE),
    ("while scanning a directive", "la ligne commence par un signe réservé (%)", QUOTE),
    ("incompatible YAML document", "la ligne commence par un signe réservé (%)", "supprimez cette ligne"),
    ("while scanning an a", RESERVED.format("& ou *"), QUOTE),
    ("while scanning a tag", RESERVED.format("!"), QUOTE),
    ("undefined tag handle", RESERVED.format("!"), QUOTE),
    ("while scanning a block scalar", RESERVED.format("| ou >"), QUOTE),
    ("invalid Unicode character escape code", "un code qui commence par une barre oblique inverse ne donne aucun signe", "écrivez le signe lui-même"),
    ("while parsing a quoted scalar", "une barre oblique inverse se trouve dans un texte entre guillemets", "doublez-la : \\\\"),
    ("did not find expected <document start>", "cette ligne est moins en retrait que le début du fichier", ALIGN),
]
DEFAULT = ("cette ligne n'est pas du YAML lisible", EXAMPLE)
# The messages whose cause is where what could not be read begins, not where the parser stopped.
BEGUN_EARLIER = (KEYLESS_SIGN, "did not find expected ',' or")


def explain(error: yaml.YAMLError, file: str, text: str) -> Mistake:
    """Return the mistake that says in French what PyYAML says of a text it could not parse."""
    lines, message = text.split("\n"), str(error)
    line, column = position(error, message, lines)
    if found := misquoted(lines, line) or beside(lines, line) or before(lines, line):
        return Mistake(file, *found)
    return Mistake(file, line, *sentences(message, lines[line - 1], column))


def said_above(lines: list[str], number: int) -> int:
    """Return the number of the line above another one that says something, or zero."""
    return next((n for n in range(number - 1, 0, -1) if not IGNORED.fullmatch(lines[n - 1])), 0)


def beside(lines: list[str], number: int) -> tuple[int, str, str] | None:
    """Return what is wrong where the parser stopped, or None: the line above has another level than those that follow, or this item has no dash."""
    last = said_above(lines, number)
    if last and (found := RETREAT if astray(lines, last - 1) else KEYLESS if colonless(lines, last - 1) else None):
        return last, *found
    return (number, *UNDASHED) if bare_item(lines, number - 1) else None


def before(lines: list[str], number: int) -> tuple[int, str, str] | None:
    """Return the line above the one (from 1) where the parser stopped, if it is to blame, with the problem and the remedy; or None."""
    line, last = lines[number - 1], said_above(lines, number)
    above = lines[last - 1] if last else ""
    if (found := ON_ITS_LINE.fullmatch(above)) and DASHED.match(line):
        return last, FILLED[0].format(found[1]), FILLED[1].format(found[1])
    for place, text in ((last, above), (number, line)):
        if text.rstrip().endswith("},"):
            return place, *AFTER_BRACE
    if (found := GLUED.fullmatch(above)) and re.match(rf" {{{len(found[1])}}}[a-z_]+:(?: |$)", line):
        return last, *touching(found[2], found[3].strip())
    if (found := WORDS.fullmatch(above)) and line.startswith(f"{found[1]}- "):
        return last, *UNDASHED
    if (found := ITEM.fullmatch(above)) and re.match(rf"{found[1]}  +[a-z_]+:(?: |$)", line):
        return last, *NO_KEY
    return (last, *(foreign(above) or KEYLESS)) if last and noted(lines, last - 1) else None


def touching(key: str, value: str) -> tuple[str, str]:
    """Return what is wrong with a key that touches its value, and the remedy."""
    return f"{TOUCHING} « {key}:{value} »", f"écrivez « {key}: {value} »"


def sentences(message: str, line: str, column: int) -> tuple[str, str]:
    """Return the problem and the remedy for PyYAML's message about a line of the file."""
    if wrong := foreign(line):
        return wrong
    if line.lstrip().startswith(FENCE):
        return f"« {FENCE} » entoure un exemple, et n'en fait pas partie", "supprimez cette ligne, et celle qui ferme l'exemple"
    if (found := ENUMERATED.match(line)) and not COLON_WITHIN.search(line):
        return no_dash(found[1])
    if KEYLESS_SIGN in message and (glued := GLUED.fullmatch(line)):
        return touching(glued[2], glued[3].strip())
    return by_message(message, line, column)


def foreign(line: str) -> tuple[str, str] | None:
    """Return what is wrong with a line that another program would take for a comment, and the remedy; or None."""
    found = COMMENT.match(line.lstrip())
    return (f"« {found[0]} » ne commence pas un commentaire ici", BY_HASH) if found else None


def by_message(message: str, line: str, column: int) -> tuple[str, str]:
    """Return the problem and the remedy for PyYAML's message about a line where nothing else is to blame."""
    if "did not find expected ',' or" in message and line.count("{") == line.count("}") > 0:
        return NO_COMMA
    if "cannot start any token" in message and line[column:].startswith("\t"):
        return TAB
    if "mapping values are not allowed" in message and (second := SECOND.fullmatch(line[:column])) and second[1] in KNOWN:
        return TWO_KEYS[0], TWO_KEYS[1].format(second[1])
    if "mapping values are not allowed" in message:
        return COLON if re.search(r":\s", line[:column]) or not KEY.fullmatch(line[:column]) else RETREAT
    if "did not find expected key" in message:
        return unexpected(line, column)
    return next(((problem, remedy) for part, problem, remedy in EXPLANATIONS if part in message), DEFAULT)


def unexpected(line: str, column: int) -> tuple[str, str]:
    """Return the problem and the remedy for a line that goes on, from a column, where a key was expected."""
    if NAMING.match(line):
        return RESERVED.format("& ou *"), QUOTE
    if line[:column].strip():
        return LINK if "](" in line else AFTER_QUOTE if re.search(r"[\"'],\s*$", line) else AFTER
    return STRAY_DASH if line[column:].startswith("-") else RETREAT


def no_dash(sign: str) -> tuple[str, str]:
    """Return what is wrong with a sign in the place of the dash of an item, and the remedy."""
    return NO_DASH[0].format(sign), NO_DASH[1]


def position(error: yaml.YAMLError, message: str, lines: list[str]) -> tuple[int, int]:
    """Return the line (from 1, within the text) and the column (from 0) to blame."""
    stopped: yaml.Mark | None = getattr(error, "problem_mark", None)
    begun: yaml.Mark | None = getattr(error, "context_mark", None)
    mark = (begun if any(part in message for part in BEGUN_EARLIER) else stopped) or stopped or begun
    if mark is None:
        return 1, 0
    last = max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
    return min(mark.line + 1, last), mark.column


def forbidden(event: yaml.Event, file: str, tags: bool) -> Mistake | None:
    """Return a mistake if the event uses what the site's files do without: anchors, aliases and, unless allowed, tags."""
    line = event.start_mark.line + 1 if event.start_mark else 1
    if isinstance(event, yaml.AliasEvent):
        return Mistake(file, line, f"« *{event.anchor} » renvoie à une autre ligne, ce que le site ne lit pas", COPIED)
    if anchor := getattr(event, "anchor", None):
        return Mistake(file, line, *named(anchor, isinstance(event, yaml.CollectionStartEvent), bool(getattr(event, "value", ""))))
    if getattr(event, "tag", None) and not tags:
        return Mistake(file, line, RESERVED.format("!"), QUOTE)
    return None


def named(anchor: str, several: bool, followed: bool) -> tuple[str, str]:
    """Return what is wrong with a sign that names a value, which may be several lines, or a text that follows the name; and the remedy."""
    away = f"supprimez « &{anchor} »"
    if several:
        return f"« &{anchor} » nomme les lignes qui suivent, ce que le site ne lit pas", away
    return RESERVED.format("& ou *"), f"{away} s'il ne fait pas partie du texte, sinon {QUOTE}" if followed else QUOTE
